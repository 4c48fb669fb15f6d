"""Puts right what people misspell in asking: 所菅課, 担等課, 担当化 for the words that ask which division."""

import re
from collections.abc import Collection
from functools import cache

from assistant.understand.normalize import kana_key
from assistant.understand.vocabulary import read_yaml
from assistant.understand.words import reading

_LIKE_A_WORD = re.compile(r"(?=([一-龥]{2}[課化科下家香仮]))")


def asking_right(text: str, divisions: Collection[str]) -> str:
    """The text with each misspelt word for a division in its usual spelling; the plan's own divisions stay."""
    if any(word in text for word in _asking_words()):
        return text
    for match in _LIKE_A_WORD.finditer(text):
        meant = _meant(match[1])
        if meant and not any(match[1] in name for name in divisions):
            return text.replace(match[1], meant)
    return text


def _meant(typed: str) -> str | None:
    """The word of asking that sounds like the typed one, or differs from it in one character before 課."""
    for word in _asking_words():
        one_off = typed[-1] == word[-1] and sum(a != b for a, b in zip(typed, word, strict=True)) == 1
        if one_off or kana_key(reading(typed)) == kana_key(reading(word)):
            return word
    return None


@cache
def _asking_words() -> tuple[str, ...]:
    return tuple(read_yaml("kana_words.yaml")["for_divisions"])
