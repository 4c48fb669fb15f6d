"""People's own words for what plans print around their tables, and the words that plans print for the same thing.

The vocabulary is general administrative language; ``policy_words.csv`` and ``expenses.csv`` are made for clerks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import cell, load_topics, read_rows


@dataclass(frozen=True, slots=True)
class Theme:
    """What people say (``words``) and what plans print for it (``terms``); all are keys."""

    words: tuple[str, ...]
    terms: tuple[str, ...]


@cache
def load_policy_words() -> tuple[Theme, ...]:
    """The themes of policy that plans speak of around their tables."""
    return tuple(_theme(row["words"], row["terms"]) for row in read_rows("policy_words.csv"))


@cache
def load_expenses() -> tuple[Theme, ...]:
    """The kinds of expense of a municipality's budget."""
    return tuple(_theme(row["words"], row["term"]) for row in read_rows("expenses.csv"))


def said_as(read: Understanding) -> dict[str, tuple[str, ...]]:
    """The vocabulary's words that the question uses, each with the terms that plans print for it.

    Longer words come before the shorter ones that they hold.
    """
    text = key(read.text)
    topics = [Theme(tuple(map(key, t.words)), tuple(map(key, t.terms))) for t in load_topics() if t.name in read.topics]
    terms: dict[str, tuple[str, ...]] = {}
    for theme in (*load_policy_words(), *topics):
        for word in (word for word in theme.words if word in text):
            terms[word] = tuple(dict.fromkeys((*terms.get(word, ()), *theme.terms)))
    return _longest(terms)


def expenses_named(text: str, items: Iterable[str]) -> tuple[str, ...]:
    """The items of a list of expenses that the text names, by the plan's words or by people's, in the list's order."""
    folded = key(text)
    listed = list(items)
    plainly = [item for item in listed if key(item) in folded]
    if plainly:
        return tuple(plainly)
    kinds = {word: theme.terms for theme in load_expenses() for word in theme.words if word in folded}
    hits = {
        item: sum(any(term in key(item) for term in terms) for terms in _longest(kinds).values()) for item in listed
    }
    fullest = max(hits.values(), default=0)
    return tuple(item for item in listed if hits[item] and hits[item] >= min(fullest, 2))


def _longest(terms: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The words without those that stand within longer ones."""
    ordered = sorted(terms, key=lambda word: (-len(word), word))
    kept = [word for at, word in enumerate(ordered) if not any(word in longer for longer in ordered[:at])]
    return {word: terms[word] for word in kept}


def _theme(words: str, terms: str) -> Theme:
    return Theme(tuple(map(key, cell(words))), tuple(map(key, cell(terms))))
