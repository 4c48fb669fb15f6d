"""Passages around the tables: principles, SDGs, totals, and what the plan's terms mean there."""

import re
from collections.abc import Sequence

from assistant.look_up.evidence import Evidence
from assistant.look_up.findings import OfText
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from corpus.records import Passage

_LEAST_COVERAGE = 0.6
_NUMBERED = re.compile(r"[①-⑳]")
_ASKED_NUMBER = re.compile(r"[①-⑳]|([1-9一二三四五六七八九])(番目|つ目|つめ)の?(考え|方針|柱|原則)")
_PLAN_NAME = re.compile(r"「([^「」]{4,30}計画)」")
_KANJI = "一二三四五六七八九"
_MADE = re.compile(r"いつ|何年|策定|作られ|つくられ|できた")
_LATIN = re.compile(r"[A-Za-z]{2,}")


class TextFinder:
    """Finds what the plan says outside its tables and cards."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._prose = evidence.prose

    def by_kind(self, read: Understanding) -> OfText | None:
        """Passages of the kind that the question names: the total, its items, SDGs, principles."""
        cues = set(read.texts)
        if "total_cost" in cues and ({"cost", "sum", "total"} & set(read.cues) or "事業費" in read.text):
            return self._of_kind("total_cost")
        if "cost_items" in cues and re.search(
            r"経費|費用|何が|なにが|給与|事業費|総額|合計|予備費|もの|行財政運営", read.text
        ):
            found = self._of_kind("cost_items")
            return found.model_copy(update={"focus": read.subject_words}) if found else None
        if "sdgs_targets" in cues and ("sdgs" in read.text.lower() or "ターゲット" in read.text):
            wants_direction = "sdgs_direction" in cues or "取組" in read.text
            return self._of_kind("sdgs_direction" if wants_direction else "sdgs_targets")
        if "principle" in cues:
            return self._principles(read.text)
        return None

    def plan_named(self, text: str) -> OfText | None:
        """The passage that says when a plan named in it was drawn up."""
        if not _MADE.search(text):
            return None
        folded = key(text)
        for passage in self._prose:
            for name in _PLAN_NAME.findall(passage.text):
                short = re.sub(r"^.{1,6}?[市町村区]", "", name)
                if key(short) in folded:
                    return OfText(passages=(passage,), kind="sentence", focus=(name,))
        return None

    def by_words(self, words: Sequence[str], least: float = _LEAST_COVERAGE) -> tuple[float, OfText] | None:
        """The passage that holds most of the words, with the share that it holds."""
        if not words:
            return None
        score, passage = self._evidence.rank_prose(words)[0] if self._prose else (0.0, None)
        if passage is None or score < least:
            return None
        together = [p for s, p in self._evidence.rank_prose(words) if s >= score - 1e-9 and p.field == passage.field][
            :2
        ]
        return score, OfText(passages=tuple(together), kind="sentence", focus=tuple(words))

    def terms(self, text: str) -> list[str]:
        """Latin abbreviations of the question that the prose prints (EBPM, SIB)."""
        printed = {word.lower() for passage in self._prose for word in _LATIN.findall(passage.text)}
        return [word for word in _LATIN.findall(text) if word.lower() in printed]

    def _principles(self, text: str) -> OfText | None:
        principles = [passage for passage in self._prose if passage.field == "principle"]
        if not principles:
            return None
        asked = _ASKED_NUMBER.search(text)
        if asked:
            mark = asked[0] if asked[1] is None else _circled(asked[1])
            chosen = [passage for passage in principles if passage.title.startswith(mark)]
            return OfText(passages=tuple(chosen), kind="principle") if chosen else None
        titled = [passage for passage in principles if key(_NUMBERED.sub("", passage.title)) in key(text)]
        if titled:
            return OfText(passages=tuple(titled), kind="principle")
        first = {passage.title: passage for passage in reversed(principles)}
        return OfText(passages=tuple(reversed(first.values())), kind="principles")

    def _of_kind(self, kind: str) -> OfText | None:
        chosen: list[Passage] = [passage for passage in self._prose if passage.field == kind]
        return OfText(passages=tuple(chosen), kind=kind) if chosen else None


def _circled(number: str) -> str:
    value = _KANJI.index(number) + 1 if number in _KANJI else int(number)
    return chr(ord("①") + value - 1)
