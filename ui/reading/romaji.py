"""Names in Latin letters, for readers who know no Japanese: 市民課 is said *Shimin-ka*."""

import jaconv

from ui.reading.furigana import Furigana


def romanized(name: str, furigana: Furigana) -> str:
    """The name as it sounds, by Hepburn, its words apart; empty where a word has no reading to be written so.

    What ends in one character of its own (課, 室) has it after a hyphen, as signs in Japan write it.
    """
    pieces = [(surface, _letters(sound or surface)) for surface, sound in furigana.pieces(name) if surface.strip()]
    if not all(word.isascii() and word for _, word in pieces):
        return ""
    *first, (last, ending) = pieces or [("", "")]
    begun = " ".join(word.capitalize() for _, word in first)
    return f"{begun}-{ending}" if begun and len(last) == 1 else f"{begun} {ending.capitalize()}".strip()


def _letters(sound: str) -> str:
    """Kana in Latin letters; a long vowel's mark is left out."""
    return str(jaconv.kana2alphabet(jaconv.kata2hira(sound).replace("ー", ""))).replace("cch", "tch")
