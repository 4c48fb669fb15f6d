"""The expenses that the plan's total includes besides its projects: named in a note, with no division or amount."""

import re
from collections.abc import Sequence

from assistant.look_up.evidence import Evidence
from assistant.look_up.findings import Absent, Finding, OfText
from assistant.look_up.texts import TextFinder, listed_items
from assistant.understand.benefits import find_benefit, find_benefit_handled
from assistant.understand.closed_claim import closed_question
from assistant.understand.cues import find_cues
from assistant.understand.fields import asks_amount
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import load_generic_words
from assistant.understand.whom import asks_who_handles
from assistant.understand.words import words

# A word of the question's own, whole or as the end of an expense's name (還付金, 職員の給与費).
_RUN = re.compile("[一-龥々ァ-ヴー]+")
_JOINTS = re.compile("[のや等]")
_AMOUNT = re.compile("(?<![総])額(?:は|を|って|が|も)|いくら|合計|総額")
_SHORTEST = 3
KIND = "expense"


class ExpenseFinder:
    """Tells of a listed expense what the plan does: that it is within the total; whose, and how much, it does not."""

    def __init__(self, evidence: Evidence, texts: TextFinder) -> None:
        self._evidence = evidence
        self._texts = texts

    def find(self, read: Understanding) -> Finding | None:
        """The expense named, or at hand; that its division or its amount is not in the plan, where that is asked."""
        note = self._texts.cost_items_note()
        if note is None or read.language != "ja" or _asks_what_is_included(read):
            return None
        spelled = self._spelled(read, listed_items(note))
        if not spelled and read.filters:
            return None
        named = spelled or self._ended_so(read, listed_items(note)) or _at_hand(read)
        if not named:
            return None
        told = OfText(passages=(note,) * len(named), quotes=tuple(named), kind=KIND)
        asked = _asked(read)
        if asked:
            return Absent(reason="attribute", detail=f"「{'」「'.join(named)}」の{asked}", whole=True, around=told)
        if _names_it_alone(read, named):
            return told
        others = read.divisions or read.attribute or read.field not in (None, "content", "division")
        return Absent(reason="unknown", around=told) if spelled and not others else None

    def _spelled(self, read: Understanding, items: Sequence[str]) -> list[str]:
        """The expenses that the question spells, the longest of those that stand in one another."""
        text = _JOINTS.sub("", key(read.text))
        spelled = [item for item in items if _JOINTS.sub("", key(item)) in text]
        return [item for item in spelled if not any(item != other and item in other for other in spelled)]

    def _ended_so(self, read: Understanding, items: Sequence[str]) -> list[str]:
        """The expenses whose names end in a word of the question that no project prints (還付金)."""
        if find_benefit(read.text) or find_benefit_handled(read.text):
            return []  # 補助金はある？ asks for one
        runs = [key(run) for run in _RUN.findall(read.text) if len(run) >= _SHORTEST]
        own = [run for run in runs if not self._evidence.in_projects(run)]
        return [item for item in items if any(key(item).endswith(run) for run in own)]


def _asks_what_is_included(read: Understanding) -> bool:
    """Whether it is asked whether the total includes it, or something is computed."""
    alone = read.operation == "sum" and not (read.filters or read.projects or read.divisions)  # 全部でいくら
    computes = bool((read.operation and not alone) or (read.premise and read.premise.amounts))
    return (
        computes or read.field == "included" or "cost_items" in read.texts or "inside" in find_cues("prose", read.text)
    )


def _asked(read: Understanding) -> str:
    """What is asked of it that the plan does not have."""
    if asks_amount(read.text) or _AMOUNT.search(read.text) or (read.field == "cost" and not closed_question(read.text)):
        return "額"
    return "所管課" if "division" in read.cues or asks_who_handles(read.text) else ""


def _at_hand(read: Understanding) -> list[str]:
    """The expense that the last answer told of, where the question names nothing else."""
    left = read.at_hand
    others = (read.projects, read.divisions, read.linked, read.subject_words, read.topics, read.codes)
    return [] if left is None or left.kind != KIND or any(others) else list(left.quotes)


def _names_it_alone(read: Understanding, named: Sequence[str]) -> bool:
    """Whether nothing else is said of it (予備費は, 過誤納還付金のことです)."""
    said = "".join(map(key, named))
    known = load_generic_words()
    told = (word.surface for word in words(read.text) if word.is_content)
    rest = [word for word in told if key(word) not in said and word not in known]
    return not rest
