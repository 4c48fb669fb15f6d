"""A short question after an answer that names a matter: whose record holds it, what is at hand before all else.

First the records just quoted are asked whether they hold it, then the others of the division at hand. Elsewhere it is
only where the plan holds it better; and with the thing spoken of before it, a matter may be told from its like
(市役所の|建て替え).
"""

import re
from collections.abc import Callable, Sequence

from assistant.look_up.branches import SAME_LINK
from assistant.look_up.claims import claim_on_divisions
from assistant.look_up.evidence import Evidence, whole_text
from assistant.look_up.findings import (
    About,
    Absent,
    Correction,
    Finding,
    Items,
    OfText,
    Unclear,
)
from assistant.look_up.held_words import OF_ITEMS, is_held, spans, words_told
from assistant.look_up.thing_at_hand import holding, items_in_years
from assistant.understand.deeds import is_deed, printed_for
from assistant.understand.normalize import key
from assistant.understand.question import AtHand, Understanding
from assistant.understand.words import Word
from corpus.catalogue import Catalogue
from corpus.records import Project

_FIELDS = (None, "division", "content")
_KANJI_PAIR = re.compile("[一-龥々]{2}")
_SURE_LINK = 0.6
# What is handed out of a matter is no other matter (証明書 of 証明の発行).
_TAIL = re.compile("(?<=..)[書票証等]$")


class FollowUps:
    """Finds what a short question means after an answer, in one catalogue."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence, find: Callable[[Understanding], Finding]) -> None:
        """``find`` answers a question by itself."""
        self._catalogue = catalogue
        self._evidence = evidence
        self._find = find

    def held(self, read: Understanding, finding: Finding) -> Finding | None:
        """What is at hand, where that holds the matter; None where it does not, or where the finding says it well."""
        left, alone = read.at_hand, read.alone
        if left is None or left.near or alone is None or _names_surely(alone, read):
            return None
        meant = self._offered_at_hand(finding, left) if "division" in alone.cues else None
        if meant is not None:
            return About(projects=(meant,), field="division", by_meaning=True)
        said = words_told(alone, also=read.also)
        if not said or not self._may_be_at_hand(finding, said, left) or self._stands(read, finding, left):
            return None
        found = [one for one in self._at_hand(left) if self._holds(one, said, alone, wide=True)]
        if not found and (read.also or _is_open(finding) or self._is_likeness(finding, alone)):
            beside = [one for one in self._of_division(left) if self._holds(one, said, alone, wide=False)]
            found = beside if any(map(_names_a_thing, said)) else [one for one in beside if _shares(one, left.thing)]
        return self._told(read, finding, found) if found else None

    def unsaid(self, read: Understanding, finding: Finding) -> Finding | None:
        """That the plan does not say, where only a likeness leads another division to what is asked of this one."""
        left, alone = read.at_hand, read.alone
        if left is None or alone is None or left.near or not (read.also and isinstance(finding, About)):
            return None
        said = words_told(alone, also=True)
        if not said or self._is_at_hand(finding, left) or self._is_told_of(finding, said, alone):
            return None
        return Absent(reason="claim", nearest=tuple(self._at_hand(left))) if finding.by_meaning else None

    def of_the_thing(self, read: Understanding, finding: Finding) -> Finding | None:
        """What the question means of the thing that was spoken of, where by itself it leads nowhere surely."""
        alone, whole = read.alone, read.of_thing
        left = read.at_hand
        open_ = _is_open(finding) or self._is_likeness(finding, alone)
        if alone is None or whole is None or not open_ or _names_surely(alone, read):
            return None
        if read.also and read.premise and read.premise.divisions:
            whole = whole.model_copy(update={"divisions": read.premise.divisions, "premise": read.premise})
        found = self._find(whole)
        if isinstance(found, Items) and read.at_hand and read.at_hand.items:
            return found  # 旧諸戸邸の|完成はいつ
        if not isinstance(found, About) or len(found.projects) != 1:
            return None
        (project,) = found.projects
        if not words_told(alone, also=False):  # AIは|どの課
            if left and project.id in left.projects and found.correction:
                return found  # 固定資産税は|1月1日に持っていた人ですよね
            text, said = key(whole_text(project)), [] if left and left.projects else whole.subject_words
            return found if said and all(key(word) in text for word in said) else None
        offered = isinstance(finding, Unclear) and any(project.id in one.project_ids for one in finding.choices)
        new = set(whole.topic_words) - set(alone.topic_words)
        by_both = any(spans(word, alone.text) for word in new)
        return found if offered or by_both or self._holds(project, words_told(alone, also=False), alone) else None

    def _is_likeness(self, finding: Finding, alone: Understanding | None) -> bool:
        """Whether what was found prints none of the words, and the vocabulary does not lead there either."""
        if not isinstance(finding, About) or not finding.by_meaning or alone is None or alone.linked:
            return False
        said = words_told(alone, also=False)
        return not any(self._holds(project, [word], alone) for project in finding.projects for word in said)

    def _stands(self, read: Understanding, finding: Finding, left: AtHand) -> bool:
        """Whether the vocabulary leads surely to the one project found, which is not at hand."""
        if read.also or not isinstance(finding, About) or len(finding.projects) != 1 or read.alone is None:
            return False
        (project,) = finding.projects
        linked = read.alone.linked
        here = max((linked.get(name, 0.0) for name in left.projects), default=0.0)
        return project.id not in left.projects and linked.get(project.id, 0.0) >= max(_SURE_LINK, here + SAME_LINK)

    def _may_be_at_hand(self, finding: Finding, said: Sequence[Word], left: AtHand) -> bool:
        """Whether the finding does not tell of another project by a word of its name, nor of a set or of the text."""
        match finding:
            case About():
                others = [project for project in finding.projects if project.id not in left.projects]
                own = [one for one in map(self._catalogue.project, left.projects) if one]
                named = [word for word in said if any(word.surface in one.name for one in others)]
                named = [word for word in named if not any(word.surface in one.name for one in own)]
                return finding.field in _FIELDS and not named
            case Absent():
                return finding.reason in ("unknown", "claim")
            case OfText():
                return finding.kind == "sentence"
            case Unclear():
                return True
            case _:
                return False

    def _offered_at_hand(self, finding: Finding, left: AtHand) -> Project | None:
        """The one at hand of several readings of a word (税額 after 固定資産税)."""
        choices = finding.choices if isinstance(finding, Unclear) else ()
        ids = {name for choice in choices for name in choice.project_ids if name in left.projects}
        return self._catalogue.project(next(iter(ids))) if len(ids) == 1 else None

    def _confirmed(self, read: Understanding, project: Project) -> Correction | None:
        """That the division at hand has it too; that it is not alone in it, where that is asked (その課だけ？)."""
        if read.premise and read.premise.divisions:
            return claim_on_divisions(read, (project,))
        quoted = [one for one in map(self._catalogue.project, read.at_hand.projects if read.at_hand else ()) if one]
        own = next((one.divisions for one in quoted if set(one.divisions) <= set(project.divisions)), project.divisions)
        return Correction(claimed=own, holds=True)

    def _is_told_of(self, finding: About, said: Sequence[Word], alone: Understanding) -> bool:
        """Whether more than a likeness leads to what was found; a deed alone (修理も？) is of whatever thing."""
        if all(printed_for([word]) for word in said) and not alone.topics:
            return False
        held = any(self._holds(project, [word], alone) for project in finding.projects for word in said)
        return bool(alone.linked or alone.topics or alone.broad) or held or not any(map(_names_a_thing, said))

    def _is_at_hand(self, finding: Finding, left: AtHand) -> bool:
        return isinstance(finding, About) and {one.id for one in finding.projects} <= {*left.projects, *left.branches}

    def _at_hand(self, left: AtHand) -> list[Project]:
        """The records at hand; where they hold nothing, that of a branch office that was named."""
        return [one for one in map(self._catalogue.project, (*left.projects, *left.branches)) if one]

    def _of_division(self, left: AtHand) -> list[Project]:
        """The other records of the division at hand."""
        quoted = [one for one in map(self._catalogue.project, left.projects) if one]
        divisions = {project.divisions for project in quoted}
        names = next(iter(divisions)) if len(divisions) == 1 else ()
        own = {project.id: project for name in names for project in self._catalogue.of_division(name)}
        return [project for project in own.values() if project not in quoted]

    def _holds(self, project: Project, said: Sequence[Word], alone: Understanding, *, wide: bool = False) -> bool:
        """Whether the project's record holds every one of the words, or what plans print for it."""
        text, best = key(whole_text(project)), max(alone.linked.values(), default=0.0)
        by_topic = alone.topic_words if best and alone.linked.get(project.id, 0.0) >= best - SAME_LINK else ()
        elsewhere = best > alone.linked.get(project.id, 0.0) + SAME_LINK
        others = [topic for topic in alone.topic_words if _TAIL.sub("", topic) not in text] if elsewhere else ()
        telling = any(len(word.surface) > 1 or not word.is_noun for word in said)  # 税 alone is of many records
        return telling and all(is_held(word, text, by_topic, others, wide=wide) for word in said)

    def _told(self, read: Understanding, finding: Finding, found: Sequence[Project]) -> Finding | None:
        """The best of the records, confirmed where it is asked whether they hold it; None where that was found."""
        ranked = (one.project for one in self._evidence.rank(read.alone or read) if one.project in found)
        project = next(ranked)
        if isinstance(finding, About) and project in finding.projects and not read.also:
            alike = {one.content for one in finding.projects} == {project.content}  # of one office, not of all four
            return finding.model_copy(update={"projects": (project,)}) if alike and len(finding.projects) > 1 else None
        items = holding(project, [key(word.surface) for word in words_told(read.alone or read, also=False)])
        if items and not read.also:
            return items_in_years(read, project, items)
        confirmed = self._confirmed(read, project) if read.also else None
        return About(projects=(project,), field="division", by_meaning=True, correction=confirmed)


def _names_surely(alone: Understanding, read: Understanding) -> bool:
    """Whether the question names something of the plan itself, or asks for more than whose a matter is."""
    claimed = read.premise.divisions if read.also and read.premise else ()
    named = (
        alone.projects, alone.codes, alone.filters, alone.operation, alone.years, alone.unknown_divisions,
        alone.other_place, alone.absent_topics, alone.sets, alone.texts, alone.parts,
        None if _of_item(read) else alone.attribute,
        tuple(name for name in alone.divisions if name not in claimed),
    )  # fmt: skip
    return any(named) or alone.field not in (OF_ITEMS if _of_item(read) else _FIELDS)


def _of_item(read: Understanding) -> bool:
    """Whether an item of a schedule is at hand, and it is asked when something of it is."""
    return bool(read.at_hand and read.at_hand.items and read.alone and read.alone.field in OF_ITEMS)


def _is_open(finding: Finding) -> bool:
    """Whether the question by itself leads nowhere surely."""
    return isinstance(finding, Unclear) or (isinstance(finding, Absent) and finding.reason in ("unknown", "claim"))


def _names_a_thing(word: Word) -> bool:
    """Whether the word names more than what is done."""
    return word.is_noun and not is_deed(word)


def _shares(project: Project, thing: str) -> bool:
    """Whether the record prints a part of the thing that was spoken of (未利用地, 公共用地)."""
    text = key(f"{project.name}{project.content}")
    parts = (thing[at : at + 2] for at in range(len(thing) - 1))
    return any(_KANJI_PAIR.fullmatch(part) and part in text for part in parts)
