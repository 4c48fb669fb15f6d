"""Finds what the plan's notes say that projects lead to (「…」につながる事業), named whole or by a word of it."""

import re
from collections.abc import Sequence
from functools import cached_property

from assistant.understand.normalize import key
from assistant.understand.words import words
from corpus.catalogue import Catalogue

_SPEAKS_OF_THEMES = re.compile("特記|つなが|繋が|テーマ")
# A word of a theme as it is printed.
_RUN = re.compile("[一-龥ァ-ヴー]{2,}")


class Themes:
    """The themes of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @cached_property
    def _themes(self) -> dict[str, str]:
        """What notes say that projects lead to (「…」につながる事業): key → as printed, without the brackets."""
        printed = [m for p in self._catalogue.projects for m in re.findall(r"「(.+?)」", p.note or "")]
        return {key(theme): theme for theme in printed}

    def _by_a_word(self, text: str) -> tuple[str, ...]:
        """The themes of which the text has a word, as it is printed or as a noun, that no other theme has."""
        printed = {
            theme for theme in self._themes.values() if any(key(run) in key(text) for run in _RUN.findall(theme))
        }
        own = printed if len(printed) == 1 else set()
        return tuple(one for one in self._themes.values() if one in own or self._own_nouns(one) & _nouns(text))

    def _own_nouns(self, theme: str) -> set[str]:
        """The nouns of a theme that no other theme has."""
        others = [_nouns(other) for other in self._themes.values() if other != theme]
        return _nouns(theme).difference(*others)

    def find(self, text: str) -> tuple[str, ...]:
        """The themes of the notes that the question names, whole or by a word that no other theme has."""
        folded = key(text)
        whole = tuple(theme for spelling, theme in self._themes.items() if spelling in folded)
        if whole:
            return whole
        named = self._by_a_word(text) if _SPEAKS_OF_THEMES.search(text) else ()
        if len(named) == 1:
            return named
        parts = {theme: _theme_parts(theme) for theme in self._themes.values()}
        return tuple(theme for theme, words in parts.items() if any(word in folded for word in words))


def theme_ends(folded: str, themes: Sequence[str]) -> list[int]:
    """Where in the text (a key) the words end that themes are named by."""
    spelled = {key(word) for theme in themes for word in (theme, *_RUN.findall(theme), *_nouns(theme))}
    return [match.end() for word in sorted(spelled) for match in re.finditer(re.escape(word), folded)]


def _nouns(text: str) -> set[str]:
    return {word.normal for word in words(text) if word.is_noun and len(word.surface) > 1}


def _theme_parts(theme: str) -> list[str]:
    """Words by which a theme is recognised when only a part of it is named (レジリエンス, 強靭)."""
    return [key(part) for part in re.findall(r"[ァ-ヴー]{4,}", theme)] + [
        key(part) for part in re.findall(r"[一-龥]{2,}(?=[（(])", theme)
    ]
