"""Passages around the tables: principles, SDGs, totals, and what the plan's terms mean there."""

import re
from collections.abc import Sequence

from assistant.look_up.evidence import Evidence
from assistant.look_up.findings import Correction, OfText
from assistant.understand.lexicon import find_years
from assistant.understand.normalize import key
from assistant.understand.question import Filters, Understanding
from corpus.records import Passage

_LEAST_COVERAGE = 0.6
_NUMBERED = re.compile(r"[①-⑳]")
_ASKED_NUMBER = re.compile(r"[①-⑳]|([1-9一二三四五六七八九])(番目|つ目|つめ)の?(考え|方針|柱|原則)")
_PLAN_NAME = re.compile(r"「([^「」]{4,30}計画)」")
_PART_NUMBER = re.compile(r"[⑴-⒇]")
_KANJI = "一二三四五六七八九"
_MADE = re.compile(
    r"策定|作られ|つくられ|でき(た|まし|上が)|作っ(た|て)|制定|決まった|いつの(計画|もの)|何年(何月)?の(計画|もの)"
)
_SAID = re.compile(r"書い(て|た)|書かれ|挙げられ|出てき|述べ|とし(て|た)い|と言って|うたって|例として|とありますか")
_LATIN = re.compile(r"[A-Za-z]{2,}")


class TextFinder:
    """Finds what the plan says outside its tables and cards."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._prose = evidence.prose

    def total_or_sdgs(self, read: Understanding) -> OfText | None:
        """The passage of the kind that the question names: the total, the SDGs' targets or direction."""
        cues = set(read.texts)
        if self._asks_total(read) and read.premise and read.premise.amounts:
            return self._claimed_total(read)
        if self._asks_total(read) and (read.filters is None or read.filters == Filters(with_cost=True)):
            return self._of_kind("total_cost")
        if "sdgs_targets" in cues and ("sdgs" in read.text.lower() or "ターゲット" in read.text):
            wants_direction = "sdgs_direction" in cues or "取組" in read.text
            return self._of_kind("sdgs_direction" if wants_direction else "sdgs_targets")
        return self._plans_followed(read) if "plan_names" in cues else None

    def _claimed_total(self, read: Understanding) -> OfText | None:
        """The total, and whether it is the amount that the question names."""
        found = self._of_kind("total_cost")
        if found is None or read.premise is None:
            return found
        digits = re.search(r"[0-9０-９][0-9０-９,，]*(?=\s*百万円)", found.passages[0].text)
        total = int(digits[0].replace(",", "").replace("，", "")) if digits else -1
        shown = tuple(f"{amount:,}百万円" for amount in read.premise.amounts)
        correction = Correction(claimed=shown, holds=total in read.premise.amounts, of_division=False)
        return found.model_copy(update={"correction": correction})

    def _plans_followed(self, read: Understanding) -> OfText | None:
        """The passage that names the plans by which something is done."""
        naming = [passage for passage in self._prose if _PLAN_NAME.search(passage.text)]
        scored = [(self._evidence.coverage(read.subject_words, key(p.title + p.text)), p) for p in naming]
        best = max(scored, key=lambda pair: pair[0], default=None)
        return OfText(passages=(best[1],), kind="principle") if best and best[0] >= _LEAST_COVERAGE else None

    def cost_items(self, read: Understanding) -> OfText | None:
        """What the total includes, and whether something that the question names is in it."""
        found = self._of_kind("cost_items")
        if "cost_items" not in read.texts or found is None:
            return None
        items = found.passages[0].text.split()[1:]
        named = next((item for item in items if key(item) in key(read.text)), "")
        speaks = re.search(r"経費|費用|内訳|合計|総額|※|注記|行財政運営", read.text)
        part = any(len(word) > 1 and any(key(word) in key(item) for item in items) for word in read.subject_words)
        return found.model_copy(update={"item": named}) if named or (speaks and (part or not read.projects)) else None

    def said(self, read: Understanding) -> OfText | None:
        """The passage that a question about the plan's own words means (…は何だと書いてありますか)."""
        if not _SAID.search(read.text) or read.field == "division" or read.projects or read.divisions:
            return None
        found = self.by_words(read.subject_words, least=0.45)
        return found[1] if found and found[0] >= self._evidence.best_coverage(read.subject_words) - 0.15 else None

    def prose_only(self, read: Understanding) -> OfText | None:
        """The passage for words that the plan prints around the tables and in no project (EBPM, テレワーク)."""
        if read.field == "division" or read.projects or read.absent_topics:
            return None
        words = [*read.subject_words, *self.terms(read.text)]
        only = [word for word in dict.fromkeys(words) if len(word) > 1 and self._evidence.is_only_in_prose(word)]
        titled = [] if read.linked else self._in_titles(read.subject_words)
        if titled:
            return OfText(passages=tuple(titled), kind="principle")
        terms = [word for word in only if _LATIN.fullmatch(word)]
        if not only or (read.unknown_words and not terms) or (len(only) * 2 < len(read.subject_words) and read.linked):
            return None
        found = self.by_words(read.subject_words, least=0.6) or self.by_words(only, least=0.5)
        return found[1] if found else None

    def _in_titles(self, words: Sequence[str]) -> list[Passage]:
        """The principles whose title holds a word that no project's name holds (共創)."""
        own = [word for word in words if len(word) > 1 and not self._evidence.is_in_a_name(word)]
        titles = {p.title for p in self._prose if p.field == "principle" and any(key(w) in key(p.title) for w in own)}
        return [passage for passage in self._prose if passage.title in titles]

    def has_phrase(self, read: Understanding) -> bool:
        """Whether the question's words are nearly all in one passage around the tables."""
        found = self.by_words(read.subject_words, least=0.75)
        return found is not None and len(read.subject_words) >= 2 and not read.projects and not read.divisions

    def _asks_total(self, read: Understanding) -> bool:
        total = self._of_kind("total_cost")
        if total is None:
            return False
        digits = re.search(r"[0-9０-９][0-9０-９,，]{3,}", total.passages[0].text)
        named = digits is not None and key(digits[0]) in key(read.text)
        return named or (
            "total_cost" in read.texts and ({"cost", "sum"} & set(read.cues) != set() or "事業費" in read.text)
        )

    def plan_named(self, read: Understanding) -> OfText | None:
        """The passage that says when a plan named in it was drawn up."""
        if not _MADE.search(read.text):
            return None
        folded = key(read.text)
        by_date = self._plan_of_year(read)
        if by_date:
            return by_date
        for passage in self._prose:
            for name in _PLAN_NAME.findall(passage.text):
                short = re.sub(r"^.{1,6}?[市町村区]", "", name)
                if key(short) in folded:
                    return OfText(
                        passages=(passage,),
                        kind="sentence",
                        focus=(name,),
                        correction=_claimed_date(read, name, passage),
                    )
        return None

    def _plan_of_year(self, read: Understanding) -> OfText | None:
        """The plan that was drawn up in the year that the question names, where it asks which one."""
        years = find_years(read.text)
        if not years or not re.search(
            r"(どの|どんな|何(という|ていう|て)?|名前|なんという).{0,6}(計画|名)|計画(って|は|の).{0,6}(何|どれ|名前)",
            read.text,
        ):
            return None
        for passage in self._prose:
            for match in re.finditer(r"「([^「」]{4,30}計画)」\s*（([^「」]{4,30})）", passage.text):
                if years[0] in find_years(match[2].replace(" ", "")):
                    return OfText(passages=(passage,), kind="sentence", focus=(match[1],))
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

    def principles(self, read: Understanding) -> OfText | None:
        """The principles that the question names by number or by their words; all of them where it names none."""
        principles = [passage for passage in self._prose if passage.field == "principle"]
        if not principles or "principle" not in read.texts:
            return None
        chosen = self._numbered(read.text, principles) or self._worded(read, principles)
        if chosen:
            return OfText(passages=tuple(chosen), kind="principle")
        first = {passage.title: passage for passage in reversed(principles)}
        return OfText(passages=tuple(reversed(first.values())), kind="principles")

    def _numbered(self, text: str, principles: Sequence[Passage]) -> list[Passage]:
        """The principles that the question names by number, or the one part of them (⑤の⑴)."""
        asked = _ASKED_NUMBER.search(text)
        if not asked or len(set(_NUMBERED.findall(text))) > 1:
            return []
        mark = asked[0] if asked[1] is None else _circled(asked[1])
        chosen = [passage for passage in principles if passage.title.startswith(mark)]
        part = _PART_NUMBER.search(text)
        return [p for p in chosen if part and p.text.startswith(part[0])] or chosen

    def _worded(self, read: Understanding, principles: Sequence[Passage]) -> list[Passage]:
        """The principles that hold the question's words, whole principles rather than parts."""
        if not read.subject_words or len(set(_NUMBERED.findall(read.text))) > 1:
            return []
        scored = [(self._evidence.coverage(read.subject_words, key(p.title + p.text)), p) for p in principles]
        best = max(score for score, _ in scored)
        titles = {p.title for score, p in scored if score >= max(_LEAST_COVERAGE, best - 0.01)}
        return [p for p in principles if p.title in titles]

    def _of_kind(self, kind: str) -> OfText | None:
        chosen: list[Passage] = [passage for passage in self._prose if passage.field == kind]
        return OfText(passages=tuple(chosen), kind=kind) if chosen else None


def _circled(number: str) -> str:
    value = _KANJI.index(number) + 1 if number in _KANJI else int(number)
    return chr(ord("①") + value - 1)


def _claimed_date(read: Understanding, name: str, passage: Passage) -> Correction | None:
    """A year that the question names for the plan, against the one printed behind its name."""
    claimed = find_years(read.text)
    if read.premise is None or not claimed:
        return None
    printed = find_years(passage.text.replace(" ", "").split(name)[-1][:24])
    return Correction(claimed=tuple(f"{year}年" for year in claimed), holds=claimed[0] in printed, of_division=False)
