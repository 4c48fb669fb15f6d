"""The words of a question that say what is asked for, matched by the patterns of ``data/cues.yaml``."""

import re
from collections.abc import Iterator
from functools import cache

from assistant.understand.vocabulary import read_yaml


@cache
def _patterns(group: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in read_yaml("cues.yaml")[group].items())


def find_cues(group: str, text: str) -> frozenset[str]:
    """The names of the group's cues that the text holds."""
    return frozenset(name for name, pattern in _patterns(group) if pattern.search(text))


def match_cue(group: str, name: str, text: str) -> re.Match[str] | None:
    """Where one cue stands in the text, if it does."""
    return dict(_patterns(group))[name].search(text)


def iterate_cue(group: str, name: str, text: str) -> Iterator[re.Match[str]]:
    """Every place where one cue stands in the text."""
    return dict(_patterns(group))[name].finditer(text)


def is_social(text: str) -> str | None:
    """Whether the text is courtesy or talk with the assistant itself, and hardly anything else: which kind."""
    bare = re.sub(r"[\s!！?？。、,.~〜ー'’]+", "", text)
    found = next((name for name, pattern in _patterns("social") if pattern.search(bare)), None)
    if found and len(bare) <= 24 and not re.search(r"[?？]|どこ|教えて|担当|何", text) and not _goes_on(text):
        return found
    return next((name for name, pattern in _small_talk() if pattern.fullmatch(bare)), None)


def _goes_on(text: str) -> bool:
    """Whether a sentence behind the courtesy asks for something (なるほど。では内容を簡単に)."""
    _, *rest = re.split(r"[。、！!]", text, maxsplit=1)
    return any(find_cues("refers", part) >= {"then"} and find_cues("asks", part) - {"premise"} for part in rest)


@cache
def _small_talk() -> tuple[tuple[str, re.Pattern[str]], ...]:
    around = read_yaml("cues.yaml")["small_talk_around"]
    return tuple(
        (name, re.compile(f"{around['before']}(?:{pattern.pattern}){around['after']}", re.IGNORECASE))
        for name, pattern in _patterns("small_talk")
    )
