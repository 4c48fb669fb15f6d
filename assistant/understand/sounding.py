"""A plan's names by how they sound: typed in kana in part (公園いじかんり), or in other characters (職員構成事務)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import jaconv

from assistant.understand.lexicon import stem_of
from assistant.understand.normalize import kana_key, kana_keys
from assistant.understand.words import reading, sounds

# Shorter names sound like too much else; a short one has to be made of whole words.
_SHORTEST_SOUND = 4
_SHORTEST_IN_PART = 5
_LONG = 8
# One as short as an ordinary word (けいやく) has to stand alone, with what is asked of it behind.
_SHORT = 4
_SHORT_AS_MATTER = re.compile(rf"(?<![ぁ-ゖァ-ヺー])[ぁ-ゖー]{{{_SHORT}}}(?=の(?:担当|所管|課|部署|窓口|件|こと))")
_KANJI = re.compile("[一-龥々]")
_COMPOUND = re.compile("[一-龥々ァ-ヴー0-9]")
_KANA = re.compile("[ぁ-ゖァ-ヺー]+")
_CLAUSE = re.compile("[^、。,?!「」『』()]+")
_ASKING_END = re.compile("[一-龥]か$")  # 会計か asks; it is no 会計課
# What may follow a name in kana, so that no longer word is cut in two.
_BEHIND = re.compile(r"[のはがをにでもとっか\s]|って|です|事業|事務|$")


class Heard(NamedTuple):
    """What stands at ``start:end`` of a text and sounds like the ``names``."""

    names: tuple[str, ...]
    start: int
    end: int


class _Sound(NamedTuple):
    """How a clause sounds: its kana key, the place in the clause where each place of that begins, and words' ends."""

    kana: str
    places: Mapping[int, int]
    word_ends: frozenset[int]


class SoundingNames:
    """Finds names by their sound."""

    def __init__(self, names: Iterable[str], checked: Mapping[str, str]) -> None:
        """``checked`` are readings in katakana that people have noted, which hold before those of the dictionary."""
        self.whole = {name: checked.get(name) or reading(name) for name in names}
        self.in_part = dict(_in_part(self.whole))
        by_sound: dict[str, list[str]] = {}
        for known, shortest in ((self.whole, _SHORTEST_SOUND), (self.in_part, _SHORTEST_IN_PART)):
            for name, sound in known.items():
                if len(kana_key(sound)) >= shortest:
                    by_sound.setdefault(kana_key(sound), []).append(name)
        self._names = sorted(by_sound.items(), key=lambda entry: (-len(entry[0]), entry[0]))
        short = ((str(jaconv.kata2hira(sound)), name) for name, sound in self.in_part.items())
        self._short = {sound: name for sound, name in short if len(sound) == _SHORT}

    def spell(self, text: str) -> str:
        """The text with what sounds like just one name as the plan writes that, where it has any kanji."""
        if not _KANJI.search(text):
            return text
        text = _SHORT_AS_MATTER.sub(lambda match: self._short.get(match[0], match[0]), text)
        for heard in sorted(self._find(text), key=lambda heard: -heard.start):
            if len(heard.names) == 1:
                text = text[: heard.start] + heard.names[0] + text[heard.end :]
        return text

    def alike(self, text: str) -> tuple[str, ...]:
        """The names of which the text has only the sound that they share."""
        return next((heard.names for heard in self._find(text) if len(heard.names) > 1), ())

    def told_apart(self, shortest: int, *, in_part: int) -> Iterator[tuple[str, str]]:
        """The kana keys of names that sound like no other, of at least so many characters, and the names."""
        for kana, (name, *others) in self._names:
            if not others and len(kana) >= (in_part if name in self.in_part else shortest):
                yield kana, name

    def _find(self, text: str) -> list[Heard]:
        """What sounds like names in the text, longest first, none overlapping."""
        found: list[Heard] = []
        for clause in _CLAUSE.finditer(text):
            sound = _sound_of(clause[0])
            for heard in self._in_clause(clause[0], sound):
                there = Heard(heard.names, clause.start() + heard.start, clause.start() + heard.end)
                if all(there.end <= other.start or there.start >= other.end for other in found):
                    found.append(there)
        return found

    def _in_clause(self, clause: str, sound: _Sound) -> Iterator[Heard]:
        for kana, names in self._names:
            for match in re.finditer(f"(?={re.escape(kana)})", sound.kana):
                first, last = match.start(), match.start() + len(kana)
                if first in sound.places and last in sound.places:
                    start, end = sound.places[first], sound.places[last]
                    long = len(kana) >= _LONG
                    words = first in sound.word_ends and last in sound.word_ends
                    if _is_apart(clause, start, end, whole=words or long):
                        yield Heard(self._meant(clause[start:end], names, long=long), start, end)

    def _meant(self, typed: str, names: Iterable[str], *, long: bool) -> tuple[str, ...]:
        """Which of the names that sound so is meant; none other than what is typed where that is a name itself."""
        if typed in self.whole or typed in self.in_part:
            return (typed,)
        characters = set(_KANJI.findall(typed))
        alike = tuple(name for name in names if characters <= set(name))
        if alike or _KANA.search(typed):
            return alike
        return tuple(name for name in names if long or name not in self.in_part)  # other characters of that sound


def _in_part(whole: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The names without their 事業 or 事務, and how that sounds."""
    for name, sound in whole.items():
        stem = stem_of(name)
        ending = reading(name.removeprefix(stem)) if stem != name else ""
        if ending and stem not in whole and sound.endswith(ending):
            yield stem, sound.removesuffix(ending)


def _is_apart(clause: str, start: int, end: int, *, whole: bool) -> bool:
    """Whether what stands there is no part of a longer word."""
    typed, before, behind = clause[start:end], clause[:start][-1:], clause[end:]
    if (_COMPOUND.match(typed) and _COMPOUND.match(before)) or _ASKING_END.search(typed):
        return False
    if _COMPOUND.match(typed[-1]):
        return not _COMPOUND.match(behind) or bool(_BEHIND.match(behind))
    begins = not _KANA.fullmatch(before or " ")
    return (whole or begins) and bool(_BEHIND.match(behind) or _COMPOUND.match(behind))


@lru_cache(maxsize=512)
def _sound_of(clause: str) -> _Sound:
    """How the clause sounds; what is typed in kana may be parted anywhere, all else only between words."""
    pieces: list[tuple[str, str]] = []
    words: list[int] = [0]
    for surface, heard in sounds(clause):
        in_kana = _KANA.fullmatch(surface)
        said = (heard or surface) if surface.strip() else ""
        pieces += [(char, char) for char in surface] if in_kana else [(surface, said)]
        words.append(len(pieces))
    kana, ends = kana_keys(said for _, said in pieces)
    ends, typed = [0, *ends], [0, *accumulate(len(piece) for piece, _ in pieces)]
    return _Sound(kana, dict(zip(ends, typed, strict=True)), frozenset(ends[word] for word in words))
