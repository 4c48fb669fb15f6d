"""Facts about plans themselves: when those named were drawn up, and from which year to which this one runs."""

import re
from collections.abc import Iterator
from functools import cached_property

from assistant.look_up.findings import Absent, Correction, Finding, OfText
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.normalize import key
from assistant.understand.ordinals import find_places
from assistant.understand.question import Understanding
from assistant.understand.years import as_asked, find_years, western_year
from corpus.catalogue import Catalogue
from corpus.records import Passage, Record

_KINDS = "計画|構想|方針|プラン|ビジョン|指針|戦略"
# 「…計画」（平成 27 年（2015 年）３月策定): a plan's name and, in brackets behind it, its date.
_NAMED = re.compile(
    rf"「(?P<name>[^「」]{{4,40}}?(?:{_KINDS}))」"
    r"(?:\s*[（(](?P<date>(?:[^「」（）()]|[（(][^「」（）()]*[）)]){2,40})[）)])?"
)
_DATE = re.compile(r"策定|改訂|改定|制定|作成|[年月]\s*$")
_CALLED = re.compile(rf"[一-龥々ァ-ヴーA-Za-z0-9・]*(?:{_KINDS})")
_ITSELF = re.compile(r"(?:この|本|当該|この実施|本実施)計画")
_CITY = re.compile(r"^.{1,6}?[市町村区]")
_FROM = re.compile(r"年?度?(から|より|スタート|開始|始|に始|を初|が初)")
_UNTIL = re.compile(r"年?度?(まで|に終|で終|が最終|を最終|が最後|末)")
_LENGTH = re.compile(r"([0-9一二三四五六七八九十]{1,2})(?:か年|カ年|ヵ年|ヶ年|年間|年計画|年の計画)")
_MOST_PRINCIPLES = 20  # as many numbers in circles as there are
_SHORTEST_ITEM = 6
_KANJI = "一二三四五六七八九十"


class NamedPlan(Record):
    """A plan that the text around the tables names; ``quote`` is its name with the date, as printed."""

    name: str
    passage: Passage
    date: str
    quote: str

    @property
    def short(self) -> str:
        """The name without the city, as a key."""
        return key(_CITY.sub("", self.name) if _CITY.match(self.name) else self.name)


class PlanFacts:
    """Answers about the plans named in one catalogue and about its own period."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @cached_property
    def _plans(self) -> tuple[NamedPlan, ...]:
        around = (passage for passage in self._catalogue.passages if not passage.project_ids)
        return tuple(
            NamedPlan(name=match["name"], passage=passage, date=_date(match["date"] or ""), quote=match[0])
            for passage in around
            for match in _NAMED.finditer(passage.text)
        )

    @cached_property
    def _years(self) -> tuple[str, ...]:
        years = {year for project in self._catalogue.projects for year in project.schedule or {}}
        return tuple(sorted(years, key=lambda year: western_year(year) or 0))

    def date(self, read: Understanding) -> Finding | None:
        """When the plans that the question names were drawn up, or which one was in the year that it names."""
        made = read.field == "made" or "made" in find_cues("prose", read.text)
        years = find_years(read.text)
        if self._names_item(read.text):
            return None  # みなと広場の基本計画の策定 is an item, whatever other plan is called 基本計画
        plans = self._named(read.text)
        if self._is_of_item(read.text) and not any(plan.short in key(read.text) for plan in plans):
            return None
        if not plans and made:
            plans = self._of_principle(read)
        if not plans and made and years:
            plans = [plan for plan in self._plans if years[0] in find_years(plan.date.replace(" ", ""))]
        claims = bool(plans and read.years_outside and read.premise)
        if not (made or claims) or re.search(r"改[訂定]", read.text):
            return None
        dated = [plan for plan in plans if plan.date]
        if dated:
            return _dated(read, dated, years)
        return self._undated(read) if "was_made" in find_cues("prose", read.text) else None

    def _named(self, text: str) -> list[NamedPlan]:
        """The plans that the text names whole, or by the end of their names where that is one plan's alone."""
        folded = key(text)
        whole = [plan for plan in self._plans if plan.short in folded]
        if whole:
            return whole
        parts = {key(part) for part in _CALLED.findall(text) if len(part) > len("計画")}
        found = [[plan for plan in self._plans if plan.short.endswith(part)] for part in sorted(parts)]
        return next((plans for plans in found if len(plans) == 1), [])

    def _is_of_item(self, text: str) -> bool:
        """Whether the plan that the text names is one that a schedule has drawn up (広場の|基本計画)."""
        folded = key(text)
        heads = (item[: item.find(key(part))] for part in _CALLED.findall(text) for item in self._scheduled)
        return any(head.endswith("の") and head in folded for head in heads)

    def _of_principle(self, read: Understanding) -> list[NamedPlan]:
        """The plans that the principle at the place named speaks of (4番目の考え方に出てくる計画)."""
        places = find_places(read.text, _MOST_PRINCIPLES) if "principle" in read.texts else ()
        heads = tuple(chr(ord("①") + at) for at in places)
        return [plan for plan in self._plans if heads and plan.passage.text.startswith(heads)]

    def _undated(self, read: Understanding) -> Absent | None:
        """That the plan does not say when a plan was drawn up, unless a schedule has the drawing up itself."""
        names = [name for name in _CALLED.findall(read.text) if len(name) > len("計画")]
        itself = _ITSELF.search(read.text)
        if not (names or itself) or any(key(name) in text for name in names for text in self._scheduled):
            return None
        name = "この計画" if itself or not names else f"「{names[0]}」"
        return Absent(reason="attribute", detail=f"{name}の策定時期")

    def _names_item(self, text: str) -> bool:
        """Whether an item of a schedule stands whole in the text."""
        folded = key(text)
        return any(item in folded for item in self._scheduled if len(item) >= _SHORTEST_ITEM)

    @cached_property
    def _scheduled(self) -> tuple[str, ...]:
        years = (items for project in self._catalogue.projects for items in (project.schedule or {}).values())
        return tuple(key(item) for items in years for item in items)

    def period(self, read: Understanding) -> OfText | None:
        """The years that this plan covers, and whether they are the ones that the question names."""
        asks_period = "own_period" in find_cues("prose", read.text) and "cost" not in read.cues
        if not asks_period or not self._is_of_plan_itself(read):
            return None
        passage = self._where_printed()
        if passage is None:
            return None
        return OfText(passages=(passage,), kind="plan_period", correction=self._claimed_period(read))

    def _is_of_plan_itself(self, read: Understanding) -> bool:
        titles = key("".join(f"{d.title}{d.publisher}" for d in self._catalogue.documents))
        own = [word for word in read.subject_words if key(word) in titles or match_cue("prose", "period_nouns", word)]
        other = read.projects or read.divisions or read.filters or read.inherited
        return not other and len(own) == len(read.subject_words)

    def _where_printed(self) -> Passage | None:
        """The heads of a schedule, which print the years of the plan side by side."""
        sides = r"\s*".join(_either_width(char) for char in "".join(self._years) if not char.isspace())
        for document in self._catalogue.documents if self._years else ():
            match = re.search(sides, document.text)
            page = next((p for p in document.pages if match and p.start <= match.start() < p.end), None)
            if match and page:
                return Passage(
                    id=f"{document.id}-years", document_id=document.id, section="", title="", field="years",
                    text="、".join(self._years), page=page.page, start=match.start(), end=match.end(),
                )  # fmt: skip
        return None

    def _claimed_period(self, read: Understanding) -> Correction | None:
        claims = [*self._claimed_ends(read.text), *self._claimed_length(read.text)]
        if not claims or re.search(r"何年", read.text):
            return None
        wrong = [shown for shown, holds in claims if not holds]
        return Correction(claimed=tuple(wrong or (shown for shown, _ in claims)), holds=not wrong, of_division=False)

    def _claimed_ends(self, text: str) -> Iterator[tuple[str, bool]]:
        """First or last years that the text names, as to be shown, with whether they are right."""
        covered = [western_year(year) for year in self._years]
        for match in re.finditer(r"(?:令和|平成|[RrHh])?\s*(?:[0-9]{1,4}|元)(?=年|度|から|まで)", text):
            year, behind = next(iter(find_years(match[0] + "年度")), None), text[match.end() :]
            for pattern, end, said in ((_FROM, covered[0], "から"), (_UNTIL, covered[-1], "まで")):
                if year and pattern.match(behind):
                    yield f"{_shown(match[0])}年度{said}", year == end

    def _claimed_length(self, text: str) -> Iterator[tuple[str, bool]]:
        for match in _LENGTH.finditer(text):
            number = _KANJI.index(match[1]) + 1 if match[1] in _KANJI else int(match[1]) if match[1].isdigit() else 0
            yield f"{number}か年", number == len(self._years)


def _dated(read: Understanding, plans: list[NamedPlan], years: list[int]) -> OfText:
    """The plans with their dates, and whether a year that the question takes for granted is right."""
    printed = [year for plan in plans for year in find_years(plan.date.replace(" ", ""))]
    claims = read.premise is not None and bool(years) and bool(_CALLED.search(read.text)) and len(plans) == 1
    asks_name = re.search(r"どの|どれ|どんな|何(という|て|計画)|名前|なんという", read.text)
    correction = None
    if claims and not asks_name:
        claimed = tuple(as_asked(year, read.text, "年") for year in years)
        correction = Correction(claimed=claimed, holds=years[0] in printed, of_division=False)
    return OfText(
        kind="plan_dates", passages=tuple(plan.passage for plan in plans),
        quotes=tuple(plan.quote for plan in plans), correction=correction,
    )  # fmt: skip


def _date(printed: str) -> str:
    """What stands in brackets behind a plan's name, if it is the date of its making."""
    return printed if _DATE.search(printed) and find_years(printed.replace(" ", "")) else ""


def _either_width(char: str) -> str:
    """A pattern of the character, figures in either width."""
    return f"[{char}{chr(ord(char) + 0xFEE0)}]" if char.isascii() and char.isdigit() else re.escape(char)


def _shown(year: str) -> str:
    return re.sub(r"\s", "", year)
