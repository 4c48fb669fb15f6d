"""The years that a question names, as years of our era and as the plan prints them."""

import re
from collections.abc import Iterable, Sequence
from unicodedata import normalize

_NUMBER = r"元|[0-9]{1,2}|[〇一二三四五六七八九十]{1,3}"
_TO = r"\s*年?度?\s*(?:[~〜‐–—―−ー-]|から)\s*"
# An era's year, or one of our era; its end where it begins a range (令和5～7年度, 令和5年から7年, 2023～2025年度).
_YEAR = re.compile(
    rf"(?:(?P<era>令和|平成)|(?<![a-z])(?P<letter>[rh])\.?)(?P<year>{_NUMBER})(?![0-9%])"
    rf"(?:{_TO}(?P<until>{_NUMBER})(?=年(?!間)|(?<=[~〜][0-9])(?![0-9%月日件])))?"
    r"(?P<more>(?:\s*年?度?[・、,と]\s*[0-9]{1,2})+(?=年))?"
    rf"|(?:fy\s*)?(?P<western>(?:19|20)[0-9]{{2}})(?:(?=年|$|[はにのでが、?？ ])|(?={_TO}(?:19|20)[0-9]{{2}}年))"
    rf"(?:{_TO}(?P<western_until>(?:19|20)[0-9]{{2}})(?=年(?!間)))?",
    re.IGNORECASE,
)
_ERA_START = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988}
_KANJI_DIGITS = {kanji: digit for digit, kanji in enumerate("〇一二三四五六七八九")}
# A fiscal year without its era.
_BARE_YEAR = re.compile(r"(?<![0-9元令和平成])([0-9]{1,2})年度")
# A longer range is a slip of the pen; its first year alone counts.
_LONGEST_RANGE = 30


def find_years(text: str) -> list[int]:
    """The years that a question names, as years of our era (令和6年度, R6, 2024年度 → 2024), in its order.

    A range written as one (令和5～7年度) names every year of it.
    """
    matches = _YEAR.finditer(normalize("NFKC", text))
    return list(dict.fromkeys(year for match in matches for year in (*_western(match), *_more(match))))


def _more(match: re.Match[str]) -> list[int]:
    """The years that are listed behind an era's year (令和5・6・7年度 → 6 and 7)."""
    start = _ERA_START[(match["era"] or match["letter"]).lower()] if match["more"] else 0
    return [start + int(number) for number in re.findall("[0-9]+", match["more"] or "")]


def _western(match: re.Match[str]) -> range:
    if match["western"]:
        start, last = int(match["western"]), int(match["western_until"] or match["western"])
    else:
        era = _ERA_START[(match["era"] or match["letter"]).lower()]
        start, last = era + _number(match["year"]), era + _number(match["until"] or match["year"])
    return range(start, last + 1) if start < last <= start + _LONGEST_RANGE else range(start, start + 1)


def _number(figures: str) -> int:
    """A number below a hundred (5, 元, 五, 十二, 三十)."""
    if figures == "元" or figures.isdecimal():
        return 1 if figures == "元" else int(figures)
    tens, ten, ones = figures.rpartition("十")
    units = int("".join(str(_KANJI_DIGITS[kanji]) for kanji in ones) or "0")
    return units + (10 * _KANJI_DIGITS.get(tens, 1) if ten else 0)


def as_asked(year: int | str, text: str, unit: str = "年度") -> str:
    """The year as the text names it: by its era where it does not give the year of our era (not 2026年度)."""
    if str(year) in normalize("NFKC", text):
        return f"{year}{unit}"
    eras = ((match["era"] or {"r": "令和", "h": "平成"}.get((match["letter"] or "").lower(), ""), match)
            for match in _YEAR.finditer(normalize("NFKC", text)))  # fmt: skip
    era = next((era for era, match in eras if era and int(year) in (*_western(match), *_more(match))), "")
    return f"{era}{int(year) - _ERA_START[era]}{unit}" if era else f"{year}{unit}"


def western_year(printed: str) -> int | None:
    """The year of our era that a fiscal year as printed begins in, or None where it is none."""
    found = find_years(printed)
    return found[0] if found else None


def years_of_the_plan(text: str, covered: Sequence[str]) -> list[int]:
    """The plan's own years that a text names by their number alone (6年度は？)."""
    numbers = {str(year - _ERA_START["令和"]): year for year in map(western_year, covered) if year}
    return [numbers[number] for number in _BARE_YEAR.findall(normalize("NFKC", text)) if number in numbers]


def plan_years(years: Iterable[int], covered: Sequence[str]) -> tuple[list[str], list[int]]:
    """The named years as the plan prints them, and those that it does not cover."""
    by_year = {western_year(printed): printed for printed in covered}
    inside = [by_year[year] for year in years if year in by_year]
    return inside, [year for year in years if year not in by_year]


def year_step(refers: frozenset[str]) -> int | None:
    """How many years behind the one spoken of, or before it, is meant (翌年度, 前年度)."""
    return 1 if "next_year" in refers else -1 if "previous_year" in refers else None
