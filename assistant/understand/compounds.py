"""Compounds of the plan's names that were typed apart (企業の誘致) or with one slip (防災情伝報達)."""

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from assistant.understand.lexicon import stem_of
from assistant.understand.vocabulary import read_yaml

_WORD = "[一-龥々ァ-ヴー]{2,8}"
# 桟橋の改修もしている asks what else another does.
_APART = re.compile(rf"(?<![一-龥々ァ-ヴー]){_WORD}(?:の{_WORD})+(?![一-龥々ァ-ヴーも])")
_RUN = re.compile("[一-龥々ァ-ヴー0-9]{6,}")
_SHORTEST_APART = 4
# 作業所の事業 may be any of that division.
_ENDINGS = ("事業", "事務", "業務")
_SHORTEST_SLIPPED = 6


class Compounds:
    """Knows the names of one catalogue's projects, whole and without their 事業 or 事務."""

    def __init__(self, names: Iterable[str]) -> None:
        whole = tuple(names)
        self._known = tuple(dict.fromkeys((*whole, *map(stem_of, whole))))
        self._slipped = sorted((name for name in self._known if len(name) >= _SHORTEST_SLIPPED), key=len, reverse=True)

    def spell(self, text: str) -> str:
        """The text with those compounds as the plan writes them; names that it has right stay."""
        joined = _APART.sub(lambda run: self._joined(run[0]), text)
        return _RUN.sub(lambda run: self._right(run[0], joined), joined)

    def _joined(self, typed: str) -> str:
        """Words with の between them as one, as far as a name begins with them so."""
        words = typed.split("の")
        for last in range(len(words), 1, -1):
            for first in range(last - 1):
                compound = "".join(words[first:last])
                if (
                    len(compound) >= _SHORTEST_APART
                    and words[last - 1] not in _ENDINGS
                    and self._begins_a_name(compound, words[first:last])
                ):
                    return "の".join((*words[:first], compound, *words[last:]))
        return typed

    def _begins_a_name(self, compound: str, words: Iterable[str]) -> bool:
        return any(name.startswith(compound) for name in self._known) and not set(words) <= _generic()

    def _right(self, run: str, text: str) -> str:
        """The run with the name at its head from which it differs in one character, or in two changed over."""
        written = max((len(known) for known in self._known if known in text), default=0)
        for name in (name for name in self._slipped if len(name) > written + 1):
            for length in (len(name), len(name) - 1, len(name) + 1):
                if length <= len(run) and OSA.distance(run[:length], name, score_cutoff=1) == 1:
                    return name + run[length:]
        return run


def _generic() -> frozenset[str]:
    return frozenset(read_yaml("generic_words.yaml")["words"])
