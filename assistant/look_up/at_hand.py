"""A question that is only one after the last answer (不服があるときは, 何の工事ですか): it stays with what is at hand.

A new matter by itself is one that the question names surely: by a name of the plan, or by a noun of the vocabulary. All
else is asked of what is at hand. What that prints is told; of what it does not print, the plan is silent.
"""

import re
from collections.abc import Mapping, Sequence

from assistant.look_up.evidence import Evidence, holds_word, whole_text
from assistant.look_up.findings import About, Absent, Finding, Items, OfSet, OfText, Unclear
from assistant.look_up.thing_at_hand import holding, items_in_years, nouns_of, of_the_thing, of_thing
from assistant.look_up.things_printed import is_printed
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.ellipsis import BARE
from assistant.understand.normalize import key
from assistant.understand.question import AtHand, Understanding
from assistant.understand.same_set import turn_patterns
from assistant.understand.stages import find_stage
from assistant.understand.thing_asked import find_thing_asked, kinds_of
from assistant.understand.vocabulary import load_generic_words
from assistant.understand.words import words
from corpus.catalogue import Catalogue
from corpus.records import Passage, Project

_LONGEST, _LONGEST_OF_TEXT = 30, 20
_FEW = 2
# The vocabulary leads there plainly.
_PLAIN = 1.0
_BY_NAME = ("body", "town", "place", "people")
_NUMBER = re.compile("[0-9]+")
# What a noun is asked of, and no matter by itself: 何の工事, どこの建物, どんな対策.
_WHICH = re.compile(
    "(?:何の|なんの|(?<!な)どの|どこの|どんな|どういう|どういった|どちらの)(?P<noun>[一-龥ァ-ヴー]{1,6})"
)
_OF_DIVISIONS = re.compile("課|部署|窓口|担当|支所|係")
_OF_ROWS = re.compile("課|部署|窓口|担当|支所|係|事業|事務|項目|年|部分|順|章")
_OPEN = re.compile("何|なに|どう|どんな|どの|どこ|いつ|いくら|誰|だれ|なぜ")
# A wish to deal with somebody: whose the matter at hand is.
_DEALS = re.compile(
    "相談|問い合わせ|申し(?:出|入)|(?:どこ|誰|だれ)[にへで](?:言|聞|頼|相談|連絡|行|出|[?？]|$)|管理する|担当する"
)
# Something is added to what is at hand, and nothing else asked (企業もできる？).
_ADDS = re.compile("^[^、。はがをにも]{1,8}も[^、。?？]{0,8}[?？]*$")
# What is done is asked for, whatever it is called.
_IS_DONE = re.compile("(?:どんな|どういう|どういった)[^、。?？]{1,8}を?(?:し(?!た)|や[っる]|行|取|進|講)")
# Words that point at something else than the last answer.
_POINTS_ELSEWHERE = frozenset({"division", "first_asked", "first_division", "asked_before", "main_office"})


class AtHandFinder:
    """Decides what a question means of what the last answer left at hand."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence, model: Mapping[str, float]) -> None:
        """``model`` says how sure a new matter has to be (``meaning.yaml``)."""
        self._catalogue = catalogue
        self._evidence = evidence
        self._least, self._least_known = model["new_matter"], model["new_matter_known"]

    def settled(self, read: Understanding, finding: Finding) -> Finding:
        """The finding; or what is at hand has to say, where the question names no matter of its own."""
        left = read.at_hand
        if left is None or read.language != "ja" or read.choice is not None or read.social or read.parts or read.pairs:
            return finding
        if isinstance(finding, About) and finding.correction is not None and finding.correction.verdict:
            return finding
        projects = [project for project in map(self._catalogue.project, left.projects) if project]
        of_item = of_the_thing(read, finding, left, projects)
        if of_item is not None:
            return of_item
        if len(read.text) > _LONGEST or self._is_new(read, finding, left):
            return finding
        return (
            self._told_by(read, finding, projects) or self._quoted(read, left) or self._silent(read, finding, projects)
        )

    def _is_new(self, read: Understanding, finding: Finding, left: AtHand) -> bool:
        """Whether the question by itself names a matter surely."""
        another = read.absent_topics and not _complains(read)
        place = read.place_divisions and not turn_patterns()["is_place"].search(read.text)
        named = (
            read.projects, read.codes, read.filters, read.operation, another, read.divisions, read.years, place,
            read.unknown_divisions, read.other_place, read.sets,
        )  # fmt: skip
        if read.inherited or any(named) or find_cues("refers", read.text) & _POINTS_ELSEWHERE:
            return True
        if find_cues("places", read.text):
            return True
        turns = turn_patterns()["turns_away"].search(read.text)
        return bool(turns) or not self._is_weak(read, finding, left)

    def _is_weak(self, read: Understanding, finding: Finding, left: AtHand) -> bool:
        """Whether only a likeness or a shared word leads to what was found."""
        which = _which(read.text)
        match finding:
            case Absent():
                beside = {project.id for project in finding.nearest} - set(left.projects)
                known = beside and read.linked and read.subject_words
                return finding.reason in ("unknown", "claim", "attribute") and not (finding.projects or known)
            case Unclear():
                return bool(which) or not (read.broad and read.subject_words) or _offers(finding, left.projects)
            case OfSet():
                return bool(finding.filters.divisions) and not _calls_it(read.text)
            case OfText():
                besides = _OF_DIVISIONS.search(read.text) or _ADDS.search(read.text)
                return bool(left.projects and besides) and not read.texts
            case Items():
                return bool(which) and not {item.project.id for item in finding.items} & set(left.projects)
            case About():
                if not finding.by_meaning:
                    return False
                if {project.id for project in finding.projects} & set(left.projects):
                    return bool(which) and not read.linked
                if any(read.linked.get(project.id, 0.0) >= _PLAIN for project in finding.projects):
                    return False  # どんな研修がある？ names its own matter
                elsewhere = bool(which or read.place_divisions) or _complains(read)
                return elsewhere or not self._is_sure(read, finding, left)
            case _:
                return False

    def _is_sure(self, read: Understanding, finding: About, left: AtHand) -> bool:
        """Whether the vocabulary, or all that is printed, leads there, or the topic model and most of its words do."""
        best = next((one for one in self._evidence.rank(read) if one.project in finding.projects), None)
        if best is None or (nouns_of(read) and self._all_print(read, left)):
            return False
        if best.linked:
            return _names_a_thing(read) or best.text > 0 or best.guess >= self._least_known
        return best.text + best.guess >= self._least

    def _all_print(self, read: Understanding, left: AtHand) -> bool:
        """Whether what is at hand prints all of the nouns itself, and the vocabulary leads nowhere."""
        texts = [key(whole_text(project)) for project in map(self._catalogue.project, left.projects) if project]
        return not read.linked and any(all(holds_word(text, word) for word in nouns_of(read)) for text in texts)

    def _told_by(self, read: Understanding, finding: Finding, projects: Sequence[Project]) -> Finding | None:
        """What a project at hand prints of it: among its related divisions, in its content or in its schedule."""
        if isinstance(finding, Absent) and finding.reason == "attribute":
            return None
        said = nouns_of(read)
        kind = self._of_kind(read, projects)
        if kind is not None:
            return kind
        for project in projects:
            related = key("".join(project.related_divisions))
            if said and _OF_DIVISIONS.search(read.text) and all(word in related for word in said):
                return About(projects=(project,), field="related")
            items = holding(project, said)
            if said and items:
                return items_in_years(read, project, items)
            if said and all(holds_word(key(project.content), word) for word in [*said, *_NUMBER.findall(read.text)]):
                return About(projects=(project,), field="division" if "division" in read.cues else "content")
            plain = not (said or read.topics or _which(read.text) or re.search("[0-9]", read.text))
            if _DEALS.search(read.text) or (plain and "division" in read.cues):
                return About(projects=(project,), field="division")
            if plain and read.at_hand and read.at_hand.items and _OPEN.search(read.text):
                return items_in_years(read, project, of_thing(project, read.at_hand.items))
            if plain and _OPEN.search(read.text) and read.field in (None, "content"):
                return About(projects=(project,), field="content")
        return None

    def _of_kind(self, read: Understanding, projects: Sequence[Project]) -> Finding | None:
        """どこの建物, 何の工事: the things that the schedule at hand has; どんな対策をしている: what is done."""
        which, left = _which(read.text), read.at_hand
        if not which or len(projects) != 1 or left is None:
            return None
        (project,) = projects
        items = dict.fromkeys(item for year in (project.schedule or {}).values() for item in year)
        if match_cue("schedules", "kind", which) or find_stage(which):
            stage = find_stage(which)
            named = any(end in item for item in left.items for end in kinds_of(which))
            if left.items and kinds_of(which) and not named:
                return Absent(reason="attribute", detail=f"どの{which}か", whole=True, nearest=(project,))
            staged = tuple(item for item in items if stage is None or find_stage(item) == stage)
            return items_in_years(read, project, of_thing(project, left.items) if left.items else staged)
        return About(projects=(project,), field="content") if _IS_DONE.search(read.text) else None

    def _quoted(self, read: Understanding, left: AtHand) -> Finding | None:
        """What was quoted of the text around the tables, where that holds what is asked."""
        passages = tuple(one for one in self._catalogue.passages if one.id in left.passages)
        if not passages or _lacks_thing(read, passages):
            return None
        nouns = [key(word.surface) for word in words(read.text) if word.is_noun and len(word.surface) > 1]
        printed = key("".join((*left.quotes, *(() if left.quotes else (one.text for one in passages)))))
        nouns = [word for word in nouns if word not in load_generic_words()] or nouns[:2]
        held = [word for word in nouns if word in printed]
        asks_fact = read.attribute and not re.search("何月|何年|何日|いつ", read.text)
        told = len(held) == 1 and len(nouns) <= _FEW and not asks_fact
        told = told and len(read.text) <= _LONGEST_OF_TEXT
        plain = not nouns and read.field in (None, "content") and _OPEN.search(read.text)
        return OfText(passages=passages, kind=left.kind, quotes=left.quotes) if told or plain else None

    def _silent(self, read: Understanding, finding: Finding, projects: Sequence[Project]) -> Finding:
        """That the plan is silent on it, with what is at hand as the near topic."""
        if isinstance(finding, Absent) and BARE.search(read.text) and read.subject_words and not read.attribute:
            return finding  # プールは？ is a matter of its own
        near = tuple(projects)
        if isinstance(finding, Absent):
            return finding.model_copy(update={"nearest": near}) if near else finding
        return Absent(reason="unknown" if _OPEN.search(read.text) else "claim", nearest=near)


def _lacks_thing(read: Understanding, passages: Sequence[Passage]) -> bool:
    """Whether a thing by its own name is asked for that the passages do not print (連携する市の名前は)."""
    thing = find_thing_asked(read.text)
    return thing is not None and thing.how in _BY_NAME and not is_printed(thing, read, (), passages)


def _names_a_thing(read: Understanding) -> bool:
    """Whether a word of the vocabulary that it says is a noun (原付), not what happens (ログインできない)."""
    return any(words(word)[-1].is_noun for word in read.topic_words)


def _which(text: str) -> str:
    """The noun of which something is asked (何の工事); none where a division is asked for (どの課)."""
    which = _WHICH.search(text)
    return "" if which is None or _OF_ROWS.search(which["noun"]) else which["noun"]


def _complains(read: Understanding) -> bool:
    """Whether its only noun is of complaining, of whatever is at hand (不服があるときは)."""
    said = "".join(read.subject_words)
    return bool(turn_patterns()["of_anything"].fullmatch(said)) and not (read.linked or BARE.search(read.text))


def _offers(finding: Unclear, projects: Sequence[str]) -> bool:
    return any(set(choice.project_ids) & set(projects) for choice in finding.choices)


def _calls_it(text: str) -> bool:
    """Whether a division is called by nothing but its stem (総務は？), or is asked for as a division."""
    bare = BARE.search(text)
    plain = bool(bare) and not re.search("(?:向け|用|以外|だけ|のみ)(?:は|って)?[?？。]*$", text)
    return plain or bool(re.search("課|担当|事業|仕事|業務", text))
