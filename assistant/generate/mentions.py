"""What a sentence names: projects, divisions, codes, years and sums, where they stand in it."""

import re
from collections.abc import Iterator
from typing import Literal

from assistant.understand.numbers import plain_sums
from assistant.understand.years import find_years
from assistant.verify import CODE, MARKER, amounts, flat
from corpus.catalogue import Catalogue
from corpus.records import Record

Kind = Literal["project", "division", "code", "year", "amount"]

_YEAR = re.compile(
    r"(?:(?:令和|平成)(?:元|[0-9]{1,2})(?:[~～・、][0-9]{1,2})*|(?:19|20)[0-9]{2}|(?<![0-9])[0-9]{1,2}(?=年度))年?度?"
)
_COUNTED = "件つ個課年項人回部種"
_KANJI_NUMBER = re.compile(rf"[一二三四五六七八九十]+(?=(?:か|カ|ヵ|ヶ|箇)?[{_COUNTED}]|事業|事務)")
_DIGITS = {kanji: digit for digit, kanji in enumerate("〇一二三四五六七八九")}


class Mention(Record):
    """A name or figure at ``start:end`` of a flat text; ``values`` of a sum are in 万円, of a year years of our era."""

    kind: Kind
    text: str
    start: int
    end: int
    values: tuple[int, ...] = ()


class Mentions:
    """Finds what sentences name, by the closed vocabulary of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Know the catalogue's names."""
        divisions = {d for p in catalogue.projects for d in (*p.divisions, *p.related_divisions)}
        self._kinds: dict[str, Kind] = {flat(name): "division" for name in divisions}
        self._kinds |= {flat(project.name): "project" for project in catalogue.projects}
        longest_first = sorted(self._kinds, key=lambda name: (-len(name), name))
        self._names = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def find(self, text: str) -> list[Mention]:
        """Everything that a flat text names, in its order."""
        found = [*self._of_names(text), *_of_codes(text), *_of_amounts(text)]
        taken = [(mention.start, mention.end) for mention in found]
        found += [year for year in _of_years(text) if not any(a < year.end and year.start < b for a, b in taken)]
        return sorted(found, key=lambda mention: mention.start)

    def _of_names(self, text: str) -> Iterator[Mention]:
        for match in self._names.finditer(text):
            yield Mention(kind=self._kinds[match[0]], text=match[0], start=match.start(), end=match.end())


def spoken(text: str) -> str:
    """A sentence for comparing: one width, no white space, no markers, counted kanji numbers as figures."""
    bare = flat(MARKER.sub("", text))
    return _KANJI_NUMBER.sub(lambda match: str(_number(match[0])), plain_sums(bare))


def named(mention: Mention) -> str:
    """One form for what is written in several: sums and years by their value."""
    return f"{mention.kind}:{mention.values}" if mention.values else mention.text


def without(text: str, mentions: list[Mention]) -> str:
    """The text with each mention as one ``、``."""
    pieces, position = [], 0
    for mention in mentions:
        pieces += [text[position : mention.start], "、"]
        position = max(position, mention.end)
    return "".join([*pieces, text[position:]])


def _of_codes(text: str) -> Iterator[Mention]:
    for match in CODE.finditer(text):
        yield Mention(kind="code", text=match[0], start=match.start(), end=match.end())


def _of_amounts(text: str) -> Iterator[Mention]:
    position = 0
    for printed, amount in amounts(text):
        start = text.index(printed, position)
        position = start + len(printed)
        yield Mention(kind="amount", text=printed, start=start, end=position, values=(amount,))


def _of_years(text: str) -> Iterator[Mention]:
    for match in _YEAR.finditer(text):
        bare = match[0][0].isdecimal() and not re.match(r"(19|20)[0-9]{2}", match[0])
        years = find_years(f"令和{match[0]}" if bare else match[0] + ("" if match[0].endswith(("年", "度")) else "年"))
        if years:
            yield Mention(kind="year", text=match[0], start=match.start(), end=match.end(), values=tuple(years))


def _number(kanji: str) -> int:
    tens, ten, ones = kanji.rpartition("十")
    return (10 * _DIGITS.get(tens, 1) if ten else 0) + (int("".join(str(_DIGITS[one]) for one in ones)) if ones else 0)
