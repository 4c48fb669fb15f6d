"""On which side of a figure something is to lie, in whatever words, read in one way (1億円をこえない → 1億円以下の)."""

import re
from functools import cache

from assistant.understand.vocabulary import pattern_of, read_yaml

# Behind the unit of a figure.
_BEHIND_FIGURE = "(?<=[0-9一二三四五六七八九十百千万億][億万円件つ個割%倍課])"
# A bound that is a noun leads to what it bounds by の.
_UNJOINED = re.compile(f"{_BEHIND_FIGURE}(以[上下]|未満)(?=事業|事務|もの|やつ|重点|プロジェクト|取組|課|部署)")


def plain_bounds(text: str) -> str:
    """The folded text with its bounds in the words of the law."""
    for read, pattern in _bounds():
        text = pattern.sub(read, text)
    return _UNJOINED.sub(r"\1の", text)


@cache
def _bounds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = read_yaml("bounds.yaml")
    said = [(row["read"], pattern_of([row["said"]], data["shorthands"]).pattern) for row in data["bounds"]]
    return tuple((read, re.compile(f"{_BEHIND_FIGURE}(?:{pattern})")) for read, pattern in said)
