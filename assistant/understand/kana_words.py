"""What may be typed in kana, with how it sounds: the words of asking, and those of the vocabulary."""

import re
from functools import cache

import jaconv

from assistant.understand.normalize import kana_key
from assistant.understand.vocabulary import load_broad_choices, load_topics, read_rows, read_yaml
from assistant.understand.words import reading

_KANJI_ALONE = re.compile(r"[一-龥々]+")
_HIRAGANA = re.compile(r"[ぁ-ゖー]+")
# Shorter readings stand in other words by chance (かい, しょく).
SHORTEST_WORD = 4
_SHORTEST_KEY = 3  # 功労 is heard in ところ without its long vowels


def in_kana(text: str) -> str:
    """The text as it is spoken, in hiragana."""
    return str(jaconv.kata2hira(reading(text)))


@cache
def asking_words() -> tuple[str, ...]:
    """The words of asking, and what the expenses of a budget are called."""
    return (*read_yaml("kana_words.yaml")["words"], *(row["term"] for row in read_rows("expenses.csv")))


@cache
def general_entries() -> tuple[tuple[str, str], ...]:
    """The vocabulary and the words of asking, with their readings."""
    matters = [word for topic in load_topics() for word in topic.words if len(kana_key(reading(word))) >= _SHORTEST_KEY]
    broad = [word for choice in load_broad_choices() for word in choice.words if _KANJI_ALONE.fullmatch(word)]
    broad = [word for word in broad if len(kana_key(reading(word))) >= SHORTEST_WORD]
    known = [*asking_words(), *matters, *broad]
    return tuple((kana_key(reading(word)), word) for word in known if len(reading(word)) >= SHORTEST_WORD)


@cache
def short_entries() -> dict[str, str]:
    """The words of the vocabulary and of asking that are too short to be found within other words, by their kana."""
    found = [*asking_words(), *(word for topic in load_topics() for word in topic.words)]
    short = ((in_kana(word), word) for word in found if len(word) > 1 and not _HIRAGANA.search(word))
    return {kana: word for kana, word in short if len(kana) == SHORTEST_WORD - 1 and not word.startswith("何")}


@cache
def words_by_sound() -> dict[str, str]:
    """The words of the vocabulary in kanji alone by their kana, where no other word of it sounds alike."""
    found: dict[str, set[str]] = {}
    for word in (word for topic in load_topics() for word in topic.words if _KANJI_ALONE.fullmatch(word)):
        found.setdefault(in_kana(word), set()).add(word)
    return {kana: min(alike) for kana, alike in found.items() if len(alike) == 1 and len(kana) >= SHORTEST_WORD}


@cache
def general_set() -> frozenset[tuple[str, str]]:
    """The same entries, to ask for one of them."""
    return frozenset(general_entries())
