"""The plan's names of places and buildings where an English question spells them by their sound (Moroto)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from assistant.understand.foreign import mark
from assistant.understand.normalize import kana_key, romaji_to_kana
from assistant.understand.words import Word, reading, words

_TOKEN = re.compile(r"[A-Za-z]{4,}")
_TWO_TOKENS = re.compile(r"[A-Za-z]{4,} [A-Za-z]{4,}")
_KANA = re.compile(r"[ぁ-ん]{3,}")
# What a name may stand behind: 旧諸戸邸.
_BEFORE_A_NAME = frozenset("旧新元現本")
# Never read a second way (possessive): na or n-a, tsu or t-su would take a long run exponential time.
_SYLLABLES = "(?:(?:[kstpc]?(?:sh|ch|ts|[kgsztdnhbpmrj]y|[kgsztdnhbpmryfjw]))?[aiueo]|n)++"
_ROMAJI = re.compile(rf"{_SYLLABLES}(?:[ '\-]+{_SYLLABLES}){{2,}}[ ?.!,]*", re.IGNORECASE)
# Several words of it beside Japanese: a question as somebody typed it, quoted or with a sentence around it.
ROMAJI_RUN = re.compile(rf"\b{_SYLLABLES}(?:[ '\-]+{_SYLLABLES}){{2,}}\b", re.IGNORECASE | re.ASCII)


def is_romaji(text: str) -> bool:
    """Whether the text is nothing but syllables of Japanese, three words of them or more."""
    return bool(_ROMAJI.fullmatch(text.strip()))


class RomajiNames:
    """Knows how the compounds of some texts sound from where a name may begin."""

    def __init__(self, texts: Iterable[str], places: Mapping[str, str]) -> None:
        """``places`` are the parts of the city with their sounds; they are meant before any compound."""
        self._places = {_short_vowels(kana_key(sound)): place for place, sound in places.items()}
        found = {entry for text in texts for entry in _compounds(text)}
        self._sounds = sorted(found, key=lambda entry: (len(entry[0]), entry))

    def replaced(self, text: str, known: frozenset[str], marks: list[str]) -> str:
        """The text with a mark for each name in Latin letters; ``known`` are words of English."""
        for pattern in (_TWO_TOKENS, _TOKEN):
            text = pattern.sub(lambda found: self._marked(found[0], known, marks), text)
        return text

    def _marked(self, typed: str, known: frozenset[str], marks: list[str]) -> str:
        sound = kana_key(romaji_to_kana(typed.replace(" ", "")))
        if not _KANA.fullmatch(sound) or any(word.lower() in known for word in typed.split()):
            return typed
        compound = next((written for heard, written in self._sounds if heard.startswith(sound)), None)
        written = self._places.get(_short_vowels(sound)) or compound
        return mark(written, marks) if written else typed


def _short_vowels(sound: str) -> str:
    """The kana key without おお too, of which names in Latin letters leave out the length (Ofuna for おおふな)."""
    return sound.replace("おお", "お")


def _compounds(text: str) -> Iterator[tuple[str, str]]:
    """The compounds of nouns in the text, whole and without 旧 and its like, each with its sound."""
    for is_noun, run in groupby(words(text), key=_is_part):
        parts: Sequence[Word] = list(run)
        if not is_noun:
            continue
        start = 1 if parts[0].surface in _BEFORE_A_NAME and len(parts) > 1 else 0
        written = "".join(word.surface for word in parts[start:])
        yield kana_key(reading(written)), written


def _is_part(word: Word) -> bool:
    """Whether the word may be part of a compound: no particle, no sign, no verb."""
    return word.part_of_speech[0] in ("名詞", "接頭辞", "接尾辞", "形状詞", "副詞")
