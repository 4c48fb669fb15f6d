"""What a set is without (X以外, Xのものを除く, XでもYでもない): one reading for names and for every kind of filter."""

import re
from functools import cache

from assistant.understand.vocabulary import read_yaml

_MOST_BETWEEN = 8
_MOST_JOINED = 5


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    raw = read_yaml("left_out.yaml")
    between, markers = ("|".join(raw[name].values()) for name in ("between", "markers"))
    # At most so many, each read in one way: words that may be parted in many ways would take exponential time.
    few = f"(?>{between}){{0,{_MOST_BETWEEN}}}?"
    behind = f"{few}(?:{markers})"
    # What is joined has to be left out itself: A課とB課の重点事業以外 is of both divisions.
    joined = f"[」』]?(?:の?(?:{raw['between']['things']}))?(?:{raw['joins']}){raw['joined']}?[」』]?{behind}"
    counted_in = f"{few}(?:{raw['counted_in']})"
    matters = f"(?:{raw['matter']}(?:{raw['joins']})){{0,{_MOST_JOINED}}}{raw['matter']}(?={behind})"
    behinds = {"behind": behind, "joined": joined, "counted_in": counted_in}
    one = {"matters": matters, **{name: raw[name] for name in ("joins", "kinds", "no_matters")}}
    return {name: re.compile(text) for name, text in {**behinds, **one}.items()}


def is_left_out(rest: str) -> bool:
    """Whether the words behind a name, or behind a word for what projects have, say that the set is without it."""
    return bool(_patterns()["behind"].match(rest) or _patterns()["joined"].match(rest))


def is_counted_in(rest: str) -> bool:
    """Whether the words behind say that such ones count as well as all the others (終わったもの|も入れて)."""
    return bool(_patterns()["counted_in"].match(rest))


def kinds_left_out(text: str) -> list[re.Match[str]]:
    """The kinds of divisions that are left out, and those said in one breath with them (支所と事務局を除く)."""
    found: list[re.Match[str]] = []
    for match in reversed(list(_patterns()["kinds"].finditer(text))):
        joined = found and _patterns()["joins"].fullmatch(text[match.end() : found[-1].start()].strip("「」『』"))
        if joined or is_left_out(text[match.end() :]):
            found.append(match)
    return found[::-1]


def kind_of(match: re.Match[str]) -> str:
    """The kind of divisions that a match of ``kinds_left_out`` names."""
    return str(match[1] or match[2])


def matters_left_out(text: str) -> list[str]:
    """The words of the matters that are left out, which projects' names may hold (研修と厚生は抜いて)."""
    found = (word for match in _patterns()["matters"].finditer(text) for word in _patterns()["joins"].split(match[0]))
    return [word for word in found if not _patterns()["no_matters"].search(word)]
