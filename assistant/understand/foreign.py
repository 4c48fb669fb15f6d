"""What a foreign question says in a way that words alone do not carry over: sums, years, and the plan's own names.

What is put into Japanese before the words are translated is left behind as a mark (a character of private use).
"""

import re
from collections.abc import Iterable
from functools import cache

from assistant.understand.vocabulary import read_rows, read_yaml
from corpus.records import Language

FIRST_MARK, LAST_MARK = "\ue000", "\uf8ff"
_KANJI = re.compile(r"[一-龥々]+")
_PARTS = re.compile(r"[一-龥々]+|[^一-龥々・]+")
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
        chosen = [name for name in names if len(name) >= _SHORTEST]
        self._patterns: dict[Language, list[tuple[str, re.Pattern[str]]]] = {
            language: [(name, re.compile(pattern)) for name in chosen if (pattern := _pattern(name, language))]
            for language in ("zh", "ko")
        }

    def replaced(self, text: str, language: Language, marks: list[str]) -> str:
        """The text with a mark for each name that it writes in the language's way."""
        for name, pattern in self._patterns.get(language, ()):
            found = pattern.search(_compared(text, language))
            if found:
                text = text[: found.start()] + mark(name, marks) + text[found.end() :]
        return text


def rewritten(text: str, language: Language, marks: list[str]) -> str:
    """The text with a mark for each sum of money and each year that the language orders or writes otherwise."""
    put = text.lower()
    for pattern, japanese in _rewrites(language):
        put = pattern.sub(japanese, put)
    return text if put == text.lower() else _PUT.sub(lambda found: mark(found[0], marks), put)


def unmarked(text: str, marks: list[str]) -> str:
    """The text with what its marks stand for."""
    for number, said in enumerate(marks):
        text = text.replace(chr(ord(FIRST_MARK) + number), said)
    return text


def mark(said: str, marks: list[str]) -> str:
    """A character that stands for what was said, which is kept in ``marks``."""
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


@cache
def _spelled(language: Language) -> dict[str, str]:
    """How the language spells a Japanese word of the glossary (スマートシティ: 智慧城市, 스마트시티)."""
    rows = {row["ja"]: row[language] for row in reversed(read_rows("glossary.csv"))}
    return {word: spellings for word, spellings in rows.items() if spellings.strip("|")}


def _compared(text: str, language: Language) -> str:
    """The text in one form of each character, as long as it was: 制 stands for 製 in one script, itself in another."""
    return text.translate(_hanzi()) if language == "zh" else text


def _pattern(name: str, language: Language) -> str | None:
    """A pattern of the name in the language, spaces left to the writer; None where a part of it cannot be written."""
    parts = [_part(part, language) for part in _PARTS.findall(name)]
    return r"\s*".join(part for part in parts if part) if all(parts) else None


def _part(part: str, language: Language) -> str | None:
    if not _KANJI.fullmatch(part):
        spellings = _spelled(language).get(part)
        return (
            f"(?:{'|'.join(_compared(re.escape(s), language) for s in spellings.split('|') if s)})"
            if spellings
            else None
        )
    if language == "zh":
        return re.escape(_compared(part, language))
    read = [_hanja().get(char, "") for char in part]
    return r"\s*".join(f"[{char}{char.translate(_HEADS)}]" for char in read) if all(read) else None
