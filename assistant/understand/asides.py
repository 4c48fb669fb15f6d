"""What a question tells of who asks and how it came (お客様がお待ちです。), apart from what it asks."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import dropwhile

from assistant.understand.sentence import asks
from assistant.understand.vocabulary import read_yaml
from assistant.understand.words import Word, words

_SENTENCES = re.compile(r"[^。！？!?\n]*[。！？!?\n]*")
# What stands for a turn that tells nothing: a word of the list.
_ASIDE = "者"
_WORD = re.compile(r"[^\W_]")
_CLAUSES = re.compile(r"[^、,]*[、,]?")
# Whatever points at something, joins it to what was said or names it makes a clause more than an aside.
_TELLS = {"代名詞", "連体詞", "接続詞", "感動詞"}
_CHECKED = {"名詞", "動詞", "形容詞", "形状詞"}
_NAMES = {"固有名詞", "数詞"}


class Asides:
    """Knows what people say beside a question about one plan, its own title included."""

    def __init__(self, titles: Iterable[str]) -> None:
        """``titles`` are what the plan and its city are called."""
        parts = sorted({re.escape(word.surface) for title in titles for word in words(title) if word.is_content})
        announced = read_yaml("asides.yaml")["announced"].replace("<part>", "|".join(parts) or "(?!)")
        self._announced = re.compile(announced)

    def without(self, text: str, *, under_way: bool) -> str:
        """The text without sentences and openings that tell only who asks and why; whole where nothing else is said.

        ``under_way`` where something was asked before: an opening may then take that back, or only go on with it.
        """
        text = _pattern("marks").sub("", text)
        rest = _pattern("goes_on").sub("", _without_speaker(text))
        openings = not (under_way and _pattern("taken_back").search(rest))
        kept = "".join(self._from_its_matter(sentence, openings) for sentence in _SENTENCES.findall(rest))
        return kept if _WORD.search(kept) else text

    def _from_its_matter(self, sentence: str, openings: bool) -> str:
        clauses = _CLAUSES.findall(sentence)
        matter = [*dropwhile(self._is_aside, clauses)]
        return "".join(matter if openings or not any(matter) else clauses)

    def _is_aside(self, clause: str) -> bool:
        rest, told = _pattern("phrases").subn(_ASIDE, self._announced.sub(_ASIDE, clause))
        rest = rest.rstrip("？?") if told else rest
        if asks(rest) or not rest.strip():
            return False
        found = words(rest)
        return any(map(_is_listed, found)) and all(_says_nothing(word) for word in found)


def _without_speaker(text: str) -> str:
    speaker = None if _pattern("own").search(text) else _pattern("speaker").search(text)
    return text[speaker.end() :] if speaker else text


def _says_nothing(word: Word) -> bool:
    kind, *finer = word.part_of_speech
    if _is_listed(word):
        return True
    if kind in _TELLS or _NAMES & set(finer) or (word.surface.isascii() and word.surface.isalnum()):
        return False
    return kind not in _CHECKED or "非自立可能" in finer or "助動詞語幹" in finer


def _is_listed(word: Word) -> bool:
    return not _listed().isdisjoint({word.normal, word.surface})


@cache
def _listed() -> frozenset[str]:
    return frozenset(read_yaml("asides.yaml")["words"])


@cache
def _pattern(group: str) -> re.Pattern[str]:
    lines = read_yaml("asides.yaml")[group]
    return re.compile(lines if isinstance(lines, str) else "|".join(lines), re.IGNORECASE)
