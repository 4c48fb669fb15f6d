"""Which deed a question or an item of a schedule speaks of: survey, design, works, renewal, purchase."""

import re
from functools import cache, lru_cache

from assistant.understand.vocabulary import read_yaml

# 図面じゃなくて工事: what is set aside is not asked for.
_SET_ASIDE = re.compile(r"[^、。\s()（）は]{1,8}(じゃ|では|で)なく(て)?、?")


def find_stage(text: str) -> str | None:
    """The stage that the text comes to: the last that it names (改修に向けた設計 is design)."""
    return next(iter(find_stages(text)), None)


@lru_cache(maxsize=4096)
def find_stages(text: str) -> tuple[str, ...]:
    """All stages that the text names, the last one first."""
    kept = without_set_aside(text)
    found = [(match.end(), len(match[0]), name) for name, pattern in _stages() for match in pattern.finditer(kept)]
    return tuple(dict.fromkeys(name for _, _, name in sorted(found, reverse=True)))


def without_set_aside(text: str) -> str:
    """The text without what it says is not meant (図面じゃなくて)."""
    return _SET_ASIDE.sub("", text)


@cache
def _stages() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in read_yaml("stages.yaml").items())
