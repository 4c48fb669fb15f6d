"""What a foreign question says in a way that words alone do not carry over: sums, years, and the plan's own names.

What is put into Japanese before the words are translated is left behind as a mark (a character of private use).
"""

import re
from collections.abc import Iterable
from functools import cache

from assistant.understand.vocabulary import read_yaml
from corpus.records import Language

FIRST_MARK, LAST_MARK = "\ue000", "\uf8ff"
_KANJI_NAME = re.compile(r"[一-龥々・]+")
_SHORTEST = 3
# What the rules put into Japanese.
_AMOUNT = r"[0-9][0-9,.]*(?:百万|千万|億|万)円"
_PUT = re.compile(
    rf"{_AMOUNT}(?:から{_AMOUNT}まで|を超える|未満の|以上の|以下の)?|(?:令和[0-9]{{1,2}}|20[0-9]{{2}})年度"
)
# The first consonant of some syllables is written otherwise at the head of a word (두음 법칙): 연도 and 년도.
_HEADS = str.maketrans(
    "녀뇨뉴니랴려례료류리라래로뢰루르량력련렬령록론률", "여요유이야여예요유이나내노뇌누느양역연열영녹논율"
)


class ForeignNames:
    """Finds the plan's names where Chinese characters or Korean letters write them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = [name for name in names if _KANJI_NAME.fullmatch(name) and len(name) >= _SHORTEST]
        # Both are compared by one form of each character: 制 stands for 製 in one script, for itself in another.
        self._chinese = {name: name.translate(_hanzi()) for name in self._names}
        self._korean = {name: pattern for name in self._names if (pattern := _read_in_korean(name))}

    def replaced(self, text: str, language: Language, marks: list[str]) -> str:
        """The text with a mark for each name that it writes in the language's way."""
        if language == "zh":
            return self._in_chinese(text, marks)
        return self._in_korean(text, marks) if language == "ko" else text

    def _in_chinese(self, text: str, marks: list[str]) -> str:
        for name, written in self._chinese.items():
            at = text.translate(_hanzi()).find(written)
            if at >= 0:
                text = text[:at] + _mark(name, marks) + text[at + len(name) :]
        return text

    def _in_korean(self, text: str, marks: list[str]) -> str:
        for name, pattern in self._korean.items():
            if pattern.search(text):
                text = pattern.sub(_mark(name, marks), text)
        return text


def rewritten(text: str, language: Language, marks: list[str]) -> str:
    """The text with a mark for each sum of money and each year that the language orders or writes otherwise."""
    put = text.lower()
    for pattern, japanese in _rewrites(language):
        put = pattern.sub(japanese, put)
    return text if put == text.lower() else _PUT.sub(lambda found: _mark(found[0], marks), put)


def unmarked(text: str, marks: list[str]) -> str:
    """The text with what its marks stand for."""
    for number, said in enumerate(marks):
        text = text.replace(chr(ord(FIRST_MARK) + number), said)
    return text


def _mark(said: str, marks: list[str]) -> str:
    marks.append(said)
    return chr(ord(FIRST_MARK) + len(marks) - 1)


@cache
def _rewrites(language: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rule[0]), rule[1]) for rule in read_yaml("foreign.yaml")["rewrites"].get(language, ()))


@cache
def _hanzi() -> dict[int, str]:
    """The Japanese character for each that Chinese writes instead; the first in the file counts."""
    table: dict[int, str] = {}
    for entry in read_yaml("foreign.yaml")["hanzi"].split():
        for char in entry[1:]:
            table.setdefault(ord(char), entry[0])
    return table


@cache
def _hanja() -> dict[str, str]:
    """How Korean reads each character."""
    return {entry[0]: entry[1] for entry in read_yaml("foreign.yaml")["hanja"].split()}


def _read_in_korean(name: str) -> re.Pattern[str] | None:
    """A pattern of the name as Korean reads it, spaces left to the writer; None where a character is unknown."""
    read = [_hanja().get(char, "") for char in name if char != "・"]
    if not all(read):
        return None
    return re.compile(r"\s*".join(f"[{char}{char.translate(_HEADS)}]" for char in read))
