"""Puts right what people misspell in asking: 所管化, 担等課, の所官."""

import re
from collections.abc import Collection
from functools import cache

from assistant.understand.normalize import kana_key
from assistant.understand.vocabulary import read_yaml
from assistant.understand.words import reading, words

# One character off, a shorter word may be another one of its own (事業者, 事業目的).
_LONGEST_ONE_OFF, _SHORTEST_ONE_OFF = 2, 5
_LIKE_A_WORD = re.compile(r"(?=([一-龥]{2}[課化科下家香仮]))")
# What is asked of a matter, at its end: 〇〇事務の所官は
_ASKED_OF = re.compile(r"の([一-龥]{2,5})(?=(?:は|って|を|が|も|と|、|の課|どこ|どちら)|[\s。?？]|$)")


def asking_right(text: str, divisions: Collection[str]) -> str:
    """The text with each misspelt word for a division in its usual spelling; the plan's own divisions stay."""
    if any(word in text for word in _words_for("for_divisions")):
        return text
    for match in _LIKE_A_WORD.finditer(text):
        meant = _meant(match[1])
        if meant and not any(match[1] in name for name in divisions):
            return text.replace(match[1], meant)
    return _ASKED_OF.sub(lambda match: f"の{_asked(match[1])}", text)


def _meant(typed: str) -> str | None:
    """The word of asking that sounds like the typed one, or differs from it in one character before 課."""
    for word in _words_for("for_divisions"):
        one_off = typed[-1] == word[-1] and sum(a != b for a, b in zip(typed, word, strict=True)) == 1
        if one_off or kana_key(reading(typed)) == kana_key(reading(word)):
            return word
    return None


@cache
def _asked(typed: str) -> str:
    """The word of asking that is meant by what is no word of its own, but has a character of it, or sounds like it."""
    for word in (word for word in _words_for("asked_of") if len(word) == len(typed)):
        off = sum(a != b for a, b in zip(typed, word, strict=True))
        long_or_short = len(word) <= _LONGEST_ONE_OFF or len(word) >= _SHORTEST_ONE_OFF
        if (off == 1 and long_or_short and len(words(typed)) > 1) or kana_key(reading(typed)) == kana_key(
            reading(word)
        ):
            return word
    return typed


@cache
def _words_for(what: str) -> tuple[str, ...]:
    return tuple(read_yaml("kana_words.yaml")[what])
