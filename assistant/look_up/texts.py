"""Passages around the tables by their kind: the total and what it includes, the SDGs, the plans that are followed."""

import re
from collections.abc import Sequence

from assistant.look_up.claims import claim_on_amount
from assistant.look_up.everyday import expenses_named
from assistant.look_up.evidence import Evidence
from assistant.look_up.findings import Correction, OfText
from assistant.look_up.principles import PrincipleFinder
from assistant.look_up.prose import ProseFinder, sentences
from assistant.look_up.sets import within_bounds
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.filters import Filters
from assistant.understand.normalize import key
from assistant.understand.premise import asks_openly
from assistant.understand.question import Premise, Understanding
from corpus.records import Passage

_LEAST_COVERAGE = 0.6
_PLAN_NAME = re.compile(r"「[^「」]{4,30}計画」")
_PART_MARK = re.compile(r"^[（(].+?[）)]\s*")
_WHOLE = re.compile(r"全体|総額|総計|計画の(事業費|費用|お金|予算)")
# A listed expense of so many characters is named by nothing else.
_NAMES_ALONE = 5
# One goal of the SDGs by its number.
_GOAL = re.compile("(?:ゴール|目標)[0-9]{1,2}(?![0-9.年つ])")
_DIRECTION = re.compile("方向性|取組|取り組み")
_TARGET = re.compile(r"\d{1,2}\.[0-9a-z]{1,2}")
_BOUNDED_PROJECTS = re.compile(
    r"(以上|以下|未満|超え(る|た)|超の|いかない|達しない|下回る|上回る)の?(事業|事務|もの|やつ)"
)
_OF_TOTAL = re.compile("[0-9三]*[かカヵヶ箇]?年間?|実施|下記|推計|トータル|総額|全体|合計|総計|事業費|予算|費用|お金")
_CALLED = re.compile(r"(と|って|という)?名の?(付|つ)く(経費|費用|もの|お金|項目)")
_AMOUNT = re.compile(r"[0-9０-９][0-9０-９,，]*(?=\s*百万円)")
_OF_MONEY = re.compile(r"経費|費用|内訳|(?<!総)合計|総額|※|注記|米印|お金|百万円|事業費|予算|項目")


class TextFinder:
    """Finds what the plan says outside its tables and cards."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._prose = evidence.prose
        self.sentences = ProseFinder(evidence)
        self.principles = PrincipleFinder(evidence, self.sentences)

    def by_kind(self, read: Understanding) -> OfText | None:
        """What the question asks for by the kind of the passage that holds it."""
        return self.cost_items(read) or self._total(read) or self._sdgs(read) or self._plans_followed(read)

    def _total(self, read: Understanding) -> OfText | None:
        """The total cost, whether it is the amount that the question names, and what it comes to in a year."""
        found = self._of_kind("total_cost")
        of_others = read.linked and not (self._only_of_total(read) and self._names_part(read))
        of_one = read.names_whole or len(read.projects) == 1
        own = of_one and read.projects and not self._names_part(read)  # 〇〇事業の3か年の事業費 is its own
        if found is None or of_others or own or not self._asks_total(read, found.passages[0]):
            return None
        if read.operation == "list" and read.filters:
            return None
        bounded = read.filters is not None and read.filters.is_bounded
        if read.premise and read.premise.amounts and not bounded and read.filters in (None, Filters(with_cost=True)):
            return found if asks_openly(read.text) else _claimed_total(read.premise, found, read.text)
        if read.filters and read.filters.is_bounded:
            return self._bounded_total(read.filters, found) if _wants_total_confirmed(read) else None
        if read.filters not in (None, Filters(with_cost=True)):
            return None
        yearly = "per_year" in find_cues("prose", read.text)
        return found.model_copy(update={"kind": "total_per_year"}) if yearly else found

    def _bounded_total(self, filters: Filters, found: OfText) -> OfText:
        """The total, and whether it lies within the bounds that the question names."""
        total = int(_digits(found.passages[0].text) or -1)
        said = Correction(claimed=(), holds=within_bounds(filters, total), of_division=False)
        return found.model_copy(update={"correction": said})

    def _asks_total(self, read: Understanding, passage: Passage) -> bool:
        if key(_digits(passage.text)) in key(read.text).replace(",", ""):
            return True
        about_cost = {"cost", "sum", "average"} & read.cues or "事業費" in read.text
        of_all = "total_cost" in read.texts or (self._names_part(read) and not read.subject_words[2:])
        yearly = "per_year" in find_cues("prose", read.text)
        if yearly:
            return bool(of_all)
        return bool(
            about_cost and ("total_cost" in read.texts or (self._names_part(read) and self._only_of_total(read)))
        )

    def _names_part(self, read: Understanding) -> bool:
        """Whether the question names the part of the plan that the total is of, or the whole."""
        parts = [key(_PART_MARK.sub("", p.text)) for p in self._prose if p.field == "part"]
        return any(part in key(read.text) for part in parts) or bool(_WHOLE.search(read.text))

    def _sdgs(self, read: Understanding) -> OfText | None:
        targets = self._of_kind("sdgs_targets")
        printed = {number for p in targets.passages for number in _TARGET.findall(p.text)} if targets else set()
        if "sdgs_direction" in read.texts and _DIRECTION.search(read.text):
            return self._of_kind("sdgs_direction")
        if (printed & set(_TARGET.findall(read.text)) or _GOAL.search(read.text)) and not read.filters:
            return targets
        if "sdgs_targets" not in read.texts or not ("sdgs" in read.text.lower() or "ターゲット" in read.text):
            return None
        if "sdgs_direction" not in read.texts and "reason" in find_cues("prose", read.text):
            return None  # why they are shown is said in a sentence
        wants_direction = "sdgs_direction" in read.texts or _DIRECTION.search(read.text)
        return self._of_kind("sdgs_direction" if wants_direction else "sdgs_targets")

    def _plans_followed(self, read: Understanding) -> OfText | None:
        """The sentence that names the plans by which something is done."""
        if "plan_names" not in read.texts:
            return None
        naming = [passage for passage in self._prose if _PLAN_NAME.search(passage.text)]
        scored = [(self._evidence.coverage(read.subject_words, key(p.title + p.text)), p) for p in naming]
        best = max(scored, key=lambda pair: pair[0], default=None)
        if not best or best[0] < _LEAST_COVERAGE:
            return None
        quoted = [sentence for sentence in sentences(best[1]) if _PLAN_NAME.search(sentence)]
        return OfText(passages=(best[1],) * len(quoted), quotes=tuple(quoted), kind="sentence")

    def cost_items(self, read: Understanding) -> OfText | None:
        """What the total includes, and whether something that the question names is in it."""
        found = self._of_kind("cost_items")
        cues = find_cues("prose", read.text)
        asks_its_own = read.field == "cost" and len(read.projects) == 1 and not read.inherited
        if found is None or asks_its_own:  # 〇〇事業の予算は人件費がいくら
            return None
        items = listed_items(found.passages[0])
        of_money = bool(_OF_MONEY.search(read.text)) or self._names_part(read)
        named = expenses_named(read.text, items)
        counts = read.premise is not None and read.counted is not None and read.counted.number == len(named)
        asked = "cost_items" in read.texts or "inside" in cues or read.field == "included" or counts
        if not asked and not (named and self._asks_of_item(read)):
            return None
        if named and (of_money or not read.filters or _CALLED.search(read.text)):
            return found.model_copy(update={"items": named, "denied": _denies(read)})
        if not of_money or read.projects or (read.filters and read.filters.priority is not None):
            return None
        asks_whether = "which_ones" not in cues and "inside" in cues and bool(read.subject_words)
        return found.model_copy(update={"denied": asks_whether and not self._only_of_total(read)})

    def names_item(self, read: Understanding) -> bool:
        """Whether the question spells one of the listed expenses."""
        items = self._listed()
        return any(len(item) >= _NAMES_ALONE and key(item) in key(read.text) for item in items)

    def asks_of_items(self, read: Understanding) -> bool:
        """Whether it is asked what the total includes, by people's words for listed expenses (会計への負担金は？)."""
        of_total = {"cost_items", "total_cost"} <= set(read.texts) and read.field == "included"
        return of_total and bool(expenses_named(read.text, self._listed()))

    def cost_items_note(self) -> Passage | None:
        """The note that lists the expenses that the total includes."""
        found = self._of_kind("cost_items")
        return found.passages[0] if found else None

    def _listed(self) -> list[str]:
        """The expenses that the total includes."""
        note = self.cost_items_note()
        return listed_items(note) if note else []

    def _asks_of_item(self, read: Understanding) -> bool:
        """Whether the question asks what a listed expense is, or which of them there are in the part of the plan."""
        spelled = self.names_item(read) and read.field in (None, "content") and not read.operation
        called = bool(_CALLED.search(read.text))
        return spelled or called or (self._names_part(read) and "経費" in read.text)

    def _only_of_total(self, read: Understanding) -> bool:
        """Whether all that the question names is the part of the plan itself, or figures."""
        part = key("".join(p.title + p.text for p in self._prose if p.field in ("part", "total_cost")))
        return all(key(word) in part or _OF_TOTAL.fullmatch(word) for word in read.subject_words)

    def _of_kind(self, kind: str) -> OfText | None:
        chosen = tuple(passage for passage in self._prose if passage.field == kind)
        return OfText(passages=chosen, kind=kind) if chosen else None


def _wants_total_confirmed(read: Understanding) -> bool:
    """Whether the bounds are said of the total, and not of projects to be found."""
    return read.premise is not None and not read.premise.open and not _BOUNDED_PROJECTS.search(read.text)


def listed_items(passage: Passage) -> list[str]:
    """The items of a list of expenses, behind the sentence that introduces them."""
    return passage.text.split("。 ")[-1].split()


def targets_in(texts: Sequence[str]) -> list[str]:
    """The targets of the SDGs that the texts name (16.6)."""
    return [target for text in texts for target in _TARGET.findall(text)]


def _denies(read: Understanding) -> bool:
    return read.premise.negated if read.premise else bool(match_cue("prose", "inside_not", read.text))


def _claimed_total(premise: Premise, found: OfText, text: str) -> OfText:
    """The total, and whether it is the amount that the question names."""
    total = int(_digits(found.passages[0].text) or -1)
    return found.model_copy(update={"correction": claim_on_amount(premise, total, text)})


def _digits(text: str) -> str:
    """The amount in 百万円 that the text prints, in plain figures; empty where it prints none."""
    match = _AMOUNT.search(text)
    return key(match[0]).replace(",", "") if match else ""
