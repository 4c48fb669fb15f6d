"""Words and readings of a text, by SudachiPy."""

import threading
from dataclasses import dataclass
from functools import cache, lru_cache

from sudachipy import Dictionary, SplitMode, Tokenizer

# What carries a question's meaning: nouns, verbs, adjectives; not particles, endings, pronouns and numbers.
_CONTENT = {"名詞", "動詞", "形容詞", "形状詞"}
_NOT_CONTENT = {"数詞", "非自立可能", "助動詞語幹", "代名詞"}


@dataclass(frozen=True, slots=True)
class Word:
    """One short unit (Sudachi mode A) of a text, where it stands, its normal form and part of speech."""

    surface: str
    start: int
    end: int
    normal: str
    part_of_speech: tuple[str, ...]

    @property
    def is_content(self) -> bool:
        """Whether the word carries meaning by itself."""
        return self.part_of_speech[0] in _CONTENT and not set(self.part_of_speech[1:3]) & _NOT_CONTENT

    @property
    def is_noun(self) -> bool:
        """Whether the word is a noun that names something."""
        return self.part_of_speech[0] == "名詞" and self.is_content

    @property
    def is_place(self) -> bool:
        """Whether the word is a place's name."""
        return self.part_of_speech[2] == "地名"

    @property
    def is_proper(self) -> bool:
        """Whether the word is a name (of a place, of a family)."""
        return self.part_of_speech[1] == "固有名詞"


_local = threading.local()  # a tokenizer must not be used by two threads at once


@cache
def _dictionary() -> Dictionary:
    return Dictionary()


def _tokenizer() -> Tokenizer:
    if not hasattr(_local, "tokenizer"):
        _local.tokenizer = _dictionary().tokenizer()
    tokenizer: Tokenizer = _local.tokenizer
    return tokenizer


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The text's words in short units."""
    return tuple(
        Word(m.surface(), m.begin(), m.end(), m.normalized_form(), tuple(m.part_of_speech()))
        for m in _tokenizer().tokenize(text, SplitMode.A)
    )


@lru_cache(maxsize=4096)
def sounds(text: str) -> tuple[tuple[str, str], ...]:
    """The text's long units, each with its reading in katakana (empty where it has none)."""
    return tuple((m.surface(), m.reading_form()) for m in _tokenizer().tokenize(text, SplitMode.C))


@lru_cache(maxsize=4096)
def readings(text: str) -> tuple[str, ...]:
    """The reading of each of the text's long units in katakana; what has none (Latin letters) stays as it is."""
    return tuple(m.reading_form() or m.surface() for m in _tokenizer().tokenize(text, SplitMode.C))


def reading(text: str) -> str:
    """The whole text's reading."""
    return "".join(readings(text))
