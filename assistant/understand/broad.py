"""Words with several readings (税金, 証明書): which of them this plan knows, and which fit what else is said."""

import re
from collections.abc import Callable, Sequence

from assistant.understand.normalize import key
from assistant.understand.vocabulary import (
    BroadChoice,
    TermIndex,
    TopicHit,
    load_broad_choices,
    load_generic_words,
    load_topics,
)
from assistant.understand.words import Word, words

_AS_PLACE = "(?:に(?!かか|関|つい)|で(?!す)|へ)"
# A broad word with more than this beside it is not broad any more.
_MOST_OTHER_WORDS = 1


class BroadReadings:
    """Finds the readings of broad words in one plan; ``is_generic`` tells the words that say nothing of a matter."""

    def __init__(self, terms: TermIndex, is_generic: Callable[[Word], bool]) -> None:
        self._terms = terms
        self._is_generic = is_generic

    def find(self, masked: str, said: Sequence[Word]) -> tuple[BroadChoice, ...]:
        """The readings of a word that is too broad, as far as this plan knows them, if hardly anything else is said."""
        named = {word for choice in load_broad_choices() for word in choice.words if word in masked}
        longest = {word for word in named if not any(word != other and word in other for other in named)}
        besides = [w for w in said if not self._is_generic(w) and not any(key(w.surface) in word for word in longest)]
        others = [word for word in besides if word.is_noun]
        groups = [choice.words for choice in load_broad_choices() if longest & set(choice.words)]
        carrying = _carrying(groups)
        if len(others) > (0 if len(carrying) == len(groups) else _MOST_OTHER_WORDS):
            return ()
        # Words that carry any question (窓口, 手続き) give way to a broad matter, and to each other in file order.
        meant = {group for group in groups if group not in carrying} or set(groups[:1])
        choices = [c for c in load_broad_choices() if c.words in meant and self._terms.linked(c.terms)]
        if carrying and meant <= set(carrying) and len(choices) < 2:
            return ()
        several = longest & {word for group in meant for word in group} if len(meant) > 1 else set()
        verbs = {word.surface[0] for word in besides if word.is_content and not word.is_noun} - {*"".join(longest)}
        return _told_apart(choices, several, {key(word.surface) for word in others}, verbs)

    def projects_of(self, choice: BroadChoice) -> dict[str, float]:
        """The projects that one reading of a broad word leads to."""
        return self._terms.linked(choice.terms)


def _is_generic(word: Word) -> bool:
    return not {word.normal, word.surface}.isdisjoint(load_generic_words())


def _carrying(groups: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The groups whose words carry any question (窓口, 手続き, 相談)."""
    return [group for group in groups if all(_is_generic(word) for word in words(group[0]))]


def told_reading(choices: Sequence[BroadChoice], masked: str, said: Sequence[Word]) -> TopicHit | None:
    """The matter of the one reading that a word beside the broad one tells (家を買った。税金は).

    It is named by both words and what stands between them. Not by a place where something comes (家に税金の紙が来た).
    """
    nouns = {key(word.surface) for word in said}
    told = [(choice, word) for choice in choices for word in choice.told_by if word in nouns]
    if len({choice.label for choice, _ in told}) != 1 or re.search(f"{re.escape(told[0][1])}{_AS_PLACE}", masked):
        return None
    choice, word = told[0]
    topic = next((topic for topic in load_topics() if topic.name == choice.terms[0]), None)
    places = [(at, at + len(one)) for one in (word, *choice.words) if (at := masked.find(one)) >= 0]
    start, end = min(place[0] for place in places), max(place[1] for place in places)
    return TopicHit(topic, masked[start:end], start, end) if topic else None


def _told_apart(
    choices: Sequence[BroadChoice], broad: set[str], beside: set[str], verbs: set[str]
) -> tuple[BroadChoice, ...]:
    """The choices whose labels fit most of what was said (税の証明書 is one of the certificates).

    ``broad`` are the broad words where there are several, ``beside`` the other nouns, ``verbs`` the first characters of
    the verbs (土地を借りたい).
    """
    fits = []
    for choice in choices:
        label = key(choice.label)
        fits.append(sum(_fit(word, label) for word in broad) + sum(word[:2] in label for word in beside))
        fits[-1] += len(verbs & {word.surface[0] for word in words(choice.label) if _is_kanji(word.surface[0])})
    return tuple(choice for choice, fit in zip(choices, fits, strict=True) if fit == max(fits, default=0.0))


def _fit(word: str, label: str) -> float:
    """Whether the label holds the word's first two characters (1) or any kanji of it (0.5)."""
    return 1.0 if word[:2] in label else 0.5 * any(char in label for char in word if _is_kanji(char))


def _is_kanji(char: str) -> bool:
    return "一" <= char <= "龥"
