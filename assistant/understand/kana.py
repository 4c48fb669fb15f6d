"""Puts questions typed in kana or in romaji back into the usual spelling, so that the same rules understand them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import jaconv

from assistant.understand.kana_words import (
    asking_words,
    general_entries,
    general_set,
    in_kana,
    short_entries,
    words_by_sound,
)
from assistant.understand.normalize import kana_key, romaji_to_kana, spelled_kana
from assistant.understand.romaji import ROMAJI_RUN
from assistant.understand.sounding import SoundingNames
from assistant.understand.words import reading, readings, words

_KANJI = re.compile(r"[一-龥々]")
_N_AND_VOWEL = re.compile("ん([あいうえお])")
_N_ROW = "なにぬねの"
_ROMAJI = re.compile(r"[A-Za-z][A-Za-z0-9' \-?.!,]*$")
# Shorter readings stand in other words by chance (かい, しょく).
_SHORTEST_NAME = 4
_SHORTEST_STEM = 6
_SHORTEST_HEARD = 5
# Words told apart by spaces are whole, so that shorter ones do no harm; what follows one is a particle.
_FEWEST_CHUNKS = 2
_FEWEST_SPACED = 3
# Of words told apart by spaces no shorter one stands in the middle (クレーマー in おくれました).
_WITHIN_A_WORD = 6
_SHORTEST_SPACED = 3
_PARTICLE = 2
_PARTICLES = ("", *"のはがをにでもとへ")
_HIRAGANA = re.compile(r"[ぁ-ゖー]+")
# What may stand behind a place in kana (たまなわで証明書をとる), so that no other word is cut in two.
_BEHIND_A_PLACE = "(?:で|の|に|は|へ|から|と|も|なら|あたり|しょ|しゅう|えき)"
_KANA_RUN = re.compile(r"[ぁ-ゖー]{4,}")
_SHORTEST_PLACE = 3
_SHORTEST_IN_PART = 3
# As plain Japanese writes the days of the week.
_WEEKDAY = re.compile("([日月火水木金土])よう[日び]")
_KANA_ALONE = re.compile(r"[ぁ-ゖァ-ヺー]{3,}[。、？?]?")


class KanaReader:
    """Knows how the plan's names, the vocabulary and the words of asking sound."""

    def __init__(
        self, names: SoundingNames, places: Iterable[str] = (), checked: Mapping[str, str] | None = None
    ) -> None:
        """``checked`` are the sounds of places that people have noted, which hold before those of the dictionary."""
        sounds = {place: (checked or {}).get(place) or reading(place) for place in places}
        spelled = {(kana_key(sound), place) for place, sound in sounds.items() if len(sound) >= _SHORTEST_NAME}
        spelled |= set(names.told_apart(_SHORTEST_NAME, in_part=_SHORTEST_STEM))
        self._names = frozenset(spelled)
        self._places = [(str(jaconv.kata2hira(sounds[place])), place) for place in sounds if _KANJI.search(place)]
        entries = [(sound, name) for sound, name in spelled] + list(general_entries())
        best: dict[str, str] = {}
        for sound, written in sorted(entries, key=_plan_first):
            best.setdefault(sound, written)
        for sound, written in sorted(entries, key=_plan_first):
            best.setdefault(_run_together(sound), written)
        self._entries = sorted(best.items(), key=lambda entry: (-len(entry[0]), entry[0]))

    def heard(self, text: str) -> list[str]:
        """Names and words that sound like whole words of the text, whatever characters it is typed in (個定資産税)."""
        kana, ends = _sounds(text)
        asked = set(asking_words())
        long = [(sound, written) for sound, written in self._entries if len(sound) >= _SHORTEST_HEARD]
        found = [written for sound, written in long if sound in kana and _is_whole(sound, kana, ends)]
        return [written for written in found if written not in asked and written not in text][:2]

    def rewrite(self, text: str) -> str:
        """The text in its usual spelling if it is all kana or romaji; else only what is romaji in it."""
        if _KANJI.search(text):
            return ROMAJI_RUN.sub(lambda run: self.rewrite(run[0]), text)
        typed = romaji_to_kana(text) if _ROMAJI.match(text) else text
        spoken = re.split(r"[\s、。,.?？!！]+", typed)
        chunks = [kana_key(chunk) for chunk in spoken]
        starts = {sum(map(len, chunks[:at])) for at in range(len(chunks))}
        kana = "".join(chunks)
        found = list(self._find(kana, starts))
        short = _short_words(spoken) if len(chunks) >= _FEWEST_CHUNKS else ()
        found += [one for one in short if not any(one[0] < end and start < one[1] for start, end, _ in found)]
        return _replace("".join(spoken), sorted(found)) if found else text

    def spell(self, text: str) -> str:
        """The text with the names and words of asking in their usual spelling, where spaces tell its words apart.

        Plain Japanese is written so: 市長の よていを きめる 課は どこですか.
        """
        if not _KANJI.search(text):
            return text
        text = self._whole_again(text)
        chunks = text.split()
        if len(chunks) < _FEWEST_CHUNKS:
            return text
        chunks = [_WEEKDAY.sub(r"\1曜日", chunk) for chunk in chunks]
        return " ".join(self._spelled(chunk) if _KANA_ALONE.fullmatch(chunk) else chunk for chunk in chunks)

    def _whole_again(self, text: str) -> str:
        """The text with the words of asking as they are written, one end in kana (じゅうてん事業)."""
        for typed, written in self._in_part:
            text = text if written in text else text.replace(typed, written)
        return text

    @cached_property
    def _in_part(self) -> list[tuple[str, str]]:
        """Words of asking with either end in kana, longest first."""
        found = {(typed, word) for word in asking_words() for typed in _with_an_end_inin_kana(word)}
        return sorted(found, key=lambda entry: (-len(entry[0]), entry))

    def with_places(self, text: str) -> str:
        """The text with the city's places that it has in kana in kanji, where the rest of it is in kanji."""
        if not _KANJI.search(text):
            return text
        return _KANA_RUN.sub(lambda run: self._placed(run[0]), text)

    def _placed(self, kana: str) -> str:
        """The run of kana with the place that it begins with in kanji."""
        for sound, place in self._places:
            if len(sound) >= _SHORTEST_PLACE and re.match(sound + _BEHIND_A_PLACE, kana):
                return place + kana[len(sound) :]
        return kana

    def _spelled(self, chunk: str) -> str:
        """The chunk with what it begins with put into kanji, if hardly more than a particle follows."""
        kana = kana_key(chunk)
        fits = (entry for entry in self._asked if kana.startswith(entry[0]) and len(kana) - len(entry[0]) <= _PARTICLE)
        sound, written = next(fits, ("", ""))
        return written + kana[len(sound) :] if sound else _whole_word(chunk)

    @cached_property
    def _asked(self) -> list[tuple[str, str]]:
        """The plan's names and the words of asking with their readings, longest first."""
        asked = (word for word in asking_words() if len(reading(word)) >= _SHORTEST_SPACED)
        known = (entry for entry in general_entries() if len(entry[0]) >= _SHORTEST_HEARD)
        found = {**dict(known), **dict(self._names)}
        found |= {kana_key(reading(word)): word for word in asked}
        return sorted(found.items(), key=lambda entry: (-len(entry[0]), entry))

    def _find(self, kana: str, starts: set[int]) -> Iterator[tuple[int, int, str]]:
        """Entries in the kana, longest first; one that runs over a space has to begin where a word begins."""
        taken, spaced = [False] * len(kana), len(starts) >= _FEWEST_SPACED
        for sound, written in self._entries:
            at = kana.find(sound)
            while at >= 0:
                end = at + len(sound)
                crosses = any(at < start < end for start in starts)
                within = spaced and len(sound) < _WITHIN_A_WORD and not taken[at - 1]
                if not any(taken[at:end]) and (at in starts or not (crosses or within)):
                    taken[at:end] = [True] * len(sound)
                    yield at, end, written
                at = kana.find(sound, at + 1)


def _short_words(chunks: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Short words of the vocabulary that stand alone between spaces, with hardly a particle behind them (ばいくの)."""
    at = 0
    for chunk in chunks:
        typed = str(jaconv.kata2hira(chunk))
        word = next((typed[:end] for end in (len(typed), len(typed) - 1) if typed[:end] in short_entries()), "")
        if word and typed[len(word) :] in _PARTICLES:
            yield at, at + len(kana_key(word)), short_entries()[word]
        at += len(kana_key(chunk))


def _whole_word(chunk: str) -> str:
    """A chunk that is just one word of the vocabulary, but for a particle, as that is written (とうひょうを)."""
    typed = str(jaconv.kata2hira(chunk.strip("。、？?")))
    ends = [len(typed)] + [len(typed) - 1] * (typed[-1:] in _PARTICLES)
    at = next((end for end in ends if typed[:end] in words_by_sound()), 0)
    return words_by_sound()[typed[:at]] + typed[at:] if at else chunk


def _with_an_end_inin_kana(word: str) -> Iterator[str]:
    """The word's spellings with its first or its last words in kana and the rest in kanji."""
    parts = [part.surface for part in words(word)]
    for at in range(1, len(parts)):
        head, tail = "".join(parts[:at]), "".join(parts[at:])
        for whole, typed in ((tail, in_kana(head) + tail), (head, head + in_kana(tail))):
            if typed != word and len(typed) - len(whole) >= _SHORTEST_IN_PART and len(_KANJI.findall(whole)) > 1:
                yield typed


def _run_together(sound: str) -> str:
    """The sound as romaji without an apostrophe has it: unei is うねい as well as うんえい."""
    return _N_AND_VOWEL.sub(lambda match: _N_ROW["あいうえお".index(match[1])], sound)


def _sounds(text: str) -> tuple[str, frozenset[int]]:
    """How the text sounds, and where in that its words begin and end."""
    kana, ends = "", {0}
    for sound in readings(text):
        kana += kana_key(sound)
        ends.add(len(kana))
    return kana, frozenset(ends)


def _is_whole(sound: str, kana: str, ends: frozenset[int]) -> bool:
    """Whether the sound is made of whole words: 内職 is not heard in 納得いかない職員."""
    starts = (match.start() for match in re.finditer(f"(?={re.escape(sound)})", kana))
    return any(start in ends and start + len(sound) in ends for start in starts)


def _plan_first(entry: tuple[str, str]) -> tuple[str, bool, bool, bool, str]:
    """Of what sounds alike, the plan's names come first, then what is written in kanji, then in katakana."""
    sound, written = entry
    return sound, entry in general_set(), not _KANJI.search(written), bool(_HIRAGANA.fullmatch(written)), written


def _replace(typed: str, found: list[tuple[int, int, str]]) -> str:
    """What was typed with the words found, at places of its kana key, in their usual spelling."""
    text, at = "", 0
    for start, end, written in found:
        text += spelled_kana(typed, at, start) + written
        at = end
    return text + spelled_kana(typed, at, len(kana_key(typed)))
