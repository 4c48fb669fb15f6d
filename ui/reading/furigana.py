"""Furigana: every word with kanji gets its reading above it, as ``<ruby>``.

The plan's names are read as a person has noted it (``Document.readings``), the words of ``readings.csv`` as noted
there, everything else as SudachiPy reads it. The characters themselves never change.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

import jaconv
from markupsafe import Markup, escape

from assistant.understand.words import sounds
from corpus.records import Document

_KANJI = "一-龥々〆ヶ"
_HAS_KANJI = re.compile("[一-龥々〆]")
_AMOUNT = re.compile("[0-9０-９,，.]+[十百千万億兆][0-9０-９,，.十百千万億兆]*")
_RUNS = re.compile(f"[{_KANJI}]+|[^{_KANJI}]+")


class Furigana:
    """Writes furigana over text, with the readings that people have checked."""

    def __init__(self, checked: Mapping[str, str]) -> None:
        """``checked`` maps names to readings, words set off by ``/`` in both."""
        spelled = {**_general(), **checked}
        self._words = {name.replace("/", ""): _pairs(name, sound) for name, sound in spelled.items()}
        longest_first = sorted(self._words, key=lambda name: (-len(name), name))
        self._names = re.compile("|".join(map(re.escape, longest_first)))

    def over(self, text: str) -> str:
        """The text as HTML, every word with kanji as ``<ruby>``."""
        return str(Markup().join(_ruby(surface, sound) for surface, sound in self.pieces(text)))

    def heard(self, text: str) -> tuple[str, ...]:
        """How each of the text's words is read, in hiragana; what has no reading (Latin letters) stays as it is."""
        return tuple(sound or surface for surface, sound in self.pieces(text))

    def pieces(self, text: str) -> list[tuple[str, str]]:
        """The text's words, each with its reading in hiragana (empty where it has none)."""
        pieces, position = [], 0
        for match in self._names.finditer(text):
            pieces += [*_read(text[position : match.start()]), *self._words[match.group()]]
            position = match.end()
        return [*pieces, *_read(text[position:])]


def furigana_for(documents: Iterable[Document]) -> Furigana:
    """The readings that hold for these plans: those noted beside them, and the general ones."""
    return _furigana_of(tuple(sorted(checked_readings(documents).items())))


@lru_cache(maxsize=8)
def _furigana_of(checked: tuple[tuple[str, str], ...]) -> Furigana:
    return Furigana(dict(checked))


def checked_readings(documents: Iterable[Document]) -> dict[str, str]:
    """The readings noted beside the plans."""
    return {name: sound for document in documents for name, sound in document.readings.items()}


@cache
def _general() -> dict[str, str]:
    """Words of any city's plan, or of this page, that the dictionary reads otherwise than people do."""
    rows = csv.DictReader((files("ui.reading") / "readings.csv").read_text(encoding="utf-8").splitlines())
    return {row["name"]: row["reading"] for row in rows}


def _pairs(name: str, sound: str) -> list[tuple[str, str]]:
    return list(zip(name.split("/"), sound.split("/"), strict=True))


def _read(text: str) -> list[tuple[str, str]]:
    """The text cut into words with their readings in hiragana."""
    return [piece for surface, sound in sounds(text) for piece in _apart(surface, jaconv.kata2hira(sound))]


def _apart(surface: str, sound: str) -> list[tuple[str, str]]:
    """An amount (13億5,700万) is one word to the dictionary: its figures stay bare and its units get their own."""
    if not _AMOUNT.fullmatch(surface):
        return [(surface, sound)]
    return [(run, jaconv.kata2hira("".join(heard for _, heard in sounds(run)))) for run in _RUNS.findall(surface)]


def _ruby(surface: str, sound: str) -> Markup:
    """One word: its kana stay bare, and each run of kanji gets the part of the reading that is its own."""
    if not _HAS_KANJI.search(surface) or not sound:
        return escape(surface)
    runs = _RUNS.findall(surface)
    pattern = "".join("(.+)" if _HAS_KANJI.search(run) else re.escape(jaconv.kata2hira(run)) for run in runs)
    match = re.fullmatch(pattern, jaconv.kata2hira(sound))
    if match is None:
        return Markup("<ruby>{}<rp>（</rp><rt>{}</rt><rp>）</rp></ruby>").format(surface, sound)
    heard = iter(match.groups())
    return Markup().join(_above(run, next(heard)) if _HAS_KANJI.search(run) else escape(run) for run in runs)


def _above(kanji: str, sound: str) -> Markup:
    return Markup("<ruby>{}<rp>（</rp><rt>{}</rt><rp>）</rp></ruby>").format(kanji, sound)
