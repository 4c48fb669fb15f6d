"""Divisions that share a word in one breath: 大船・玉縄の両支所, 大船の支所, 選挙管理委員会と会計課の事業."""

import re
from collections.abc import Iterator, Sequence

from assistant.understand.normalize import key

_BRANCHES = ("支所", "出張所", "行政センター", "市民センター")
_OFFICE = "事務局"
_SHORTEST_STEM = 4
_JOIN = "(?:と|や|・|及び|および)"
_KINDS = ("課", "室", "係", "部", "局", "センター")
_NUMERALS = {name: n for n, name in enumerate("二三四五六七八九", 2)}
# Divisions go by such short names where it is their projects that are spoken of, not what they take.
_OF_PROJECTS = re.compile("事業|事務(?!局)|業務|仕事|取組|一覧")


def joined_names(folded: str, divisions: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """The divisions that the text (a key) names so, each with where its name stands."""
    if _OF_PROJECTS.search(folded):
        yield from _branches(folded, divisions)
        yield from _offices(folded, divisions)


def counted_row(folded: str, divisions: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """The divisions named by their stems with one word for all, which counts them (納税・資産税の両課, 三課(…))."""
    for kind in _KINDS:
        if kind not in folded:
            continue
        stems = {key(name.removesuffix(kind)): name for name in divisions if name.endswith(kind) and name != kind}
        one = "|".join(map(re.escape, sorted(stems, key=len, reverse=True)))
        row, number = rf"(?P<row>(?:{one})(?:{_JOIN}?(?:{one}))+)", "(?P<number>両|各|[2-9二三四五六七八九])(?:つの)?"
        patterns = (rf"{row}(?:の|という|これら|この|以上)*{number}{kind}", rf"{number}{kind}{row}(?!{kind})")
        for match in (match for pattern in patterns if stems for match in re.finditer(pattern, folded)):
            members = list(re.finditer(one, match["row"]))
            if _counts(match["number"]) in (0, len(members)):
                for member in members:
                    yield stems[member[0]], match.start("row") + member.start(), match.start("row") + member.end()


def _counts(number: str) -> int:
    """How many the word says; 0 where it says none."""
    return {"両": 2, "各": 0}.get(number) or (int(number) if number.isdecimal() else _NUMERALS.get(number, 0))


def _branches(folded: str, divisions: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """The branch offices that are named by their places, with one word for their kind or one each."""
    for kind in _BRANCHES:
        places = {key(name.removesuffix(kind)): name for name in divisions if name.endswith(kind)}
        one = "|".join(map(re.escape, filter(None, places)))
        joined = (
            rf"(?:(?:{one}){_JOIN}?){{2,}}の?(?:両|双方の|[0-9二三四五](?:つの|[かヶケ]所の)?)?{kind}|(?:{one})の{kind}"
        )
        for match in re.finditer(joined, folded) if one else ():
            named = list(re.finditer(one, match[0]))
            ends = [*(place.end() for place in named[:-1]), len(match[0])]  # the kind belongs to the last of them
            for place, end in zip(named, ends, strict=True):
                yield places[place[0]], match.start() + place.start(), match.start() + end


def _offices(folded: str, divisions: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """The bodies that are named for their offices, beside another division (選挙管理委員会と会計課)."""
    stems = {key(name.removesuffix(_OFFICE)): name for name in divisions if name.endswith(_OFFICE)}
    stems = {stem: name for stem, name in stems.items() if len(stem) >= _SHORTEST_STEM}
    names = "|".join(map(re.escape, sorted([*map(key, divisions), *stems], key=lambda name: -len(name))))
    for row in re.finditer(rf"(?:{names})(?:{_JOIN}(?:{names}))+", folded) if stems else ():
        for member in re.finditer(names, row[0]):
            if member[0] in stems:
                yield stems[member[0]], row.start() + member.start(), row.start() + member.end()
