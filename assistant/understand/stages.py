"""Which deed a question or an item of a schedule speaks of: survey, design, works, renewal, purchase."""

import re
from functools import cache, lru_cache

from assistant.understand.vocabulary import read_yaml
from assistant.understand.words import words

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


def find_deed(text: str) -> tuple[str, str] | None:
    """The stage that the text comes to, with the word that says so in its plain form (建ちます: 建つ).

    That something starts is said of a deed, where one is named (工事はいつ始まる).
    """
    kept = without_set_aside(text)
    found = [(name, match) for name, pattern in _stages() for match in pattern.finditer(kept)]
    found = [one for one in found if one[0] != "start"] or found
    if not found:
        return None
    name, match = max(found, key=lambda one: (one[1].end(), len(one[1][0])))
    word = next((w for w in words(kept) if w.start <= match.start() < w.end), None)
    return name, (word.normal if word and word.part_of_speech[0] == "動詞" else match[0])


def is_stage(word: str) -> bool:
    """Whether the word says nothing but the stage (調査, 設計; not 実施設計)."""
    return any(pattern.fullmatch(word) for _, pattern in _stages())


def without_set_aside(text: str) -> str:
    """The text without what it says is not meant (図面じゃなくて)."""
    return _SET_ASIDE.sub("", text)


@cache
def _stages() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in read_yaml("stages.yaml").items())
