"""The pages that a set of projects is to stand on (3ページ, 2ページと4ページ, 2〜4ページ)."""

import re
from dataclasses import dataclass

from assistant.understand.set_patterns import set_patterns

# ページ5 as 5ページ, p.5 as 5 p, at the same places of the text.
_UNIT_FIRST = re.compile(r"(ページ|頁|(?<![a-z])p\.?)([0-9]{1,3})(?![0-9]|\s*(?:ページ|頁|件|つ))")
_RANGE = re.compile(r"([0-9]+)\D*(?:から|[~〜～-])\D*([0-9]+)")


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages named, and where the words behind the last of them begin."""

    numbers: tuple[int, ...] = ()
    end: int = 0


def find_pages(text: str) -> Pages:
    """The pages that the text names as places of projects; none where it asks for a page."""
    match = set_patterns()["on_page"].search(_UNIT_FIRST.sub(_unit_behind, text))
    if not match:
        return Pages()
    span = _RANGE.fullmatch(match["pages"])
    numbers = range(int(span[1]), int(span[2]) + 1) if span else map(int, re.findall("[0-9]+", match["pages"]))
    return Pages(tuple(numbers), match.end("unit"))


def _unit_behind(match: re.Match[str]) -> str:
    return f"{match[2]}{match[1].replace('.', '').rjust(len(match[1]))}"
