"""Places that a question names: the branch office that serves one, another municipality, where one moves to."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from assistant.understand.normalize import key
from assistant.understand.vocabulary import TopicHit, read_yaml
from assistant.understand.words import Word, words
from corpus.catalogue import Catalogue

_BRANCH_SUFFIXES = ("支所", "出張所", "行政センター", "市民センター", "行政サービスコーナー")
# 町 and 村 are parts of this city too (本町), so they tell nothing; 区 does behind a place's name.
_PLACE_SUFFIXES = ("市", "県", "都", "府", "区")
_SHORTEST_PLACE = 2


class PlaceFinder:
    """Knows the places of one catalogue's city, and tells them from those of elsewhere."""

    def __init__(self, catalogue: Catalogue, plan_words: frozenset[str]) -> None:
        branches = {
            key(division.name.removesuffix(suffix)): division.name
            for division in catalogue.divisions
            for suffix in _BRANCH_SUFFIXES
            if division.name.endswith(suffix) and len(division.name) > len(suffix)
        }
        names = {division.name for division in catalogue.divisions}
        listed = {
            key(place): division
            for document in catalogue.documents
            for place, division in document.places.items()
            if division in names
        }
        self._served = {**listed, **branches}
        self._listed = frozenset(listed)
        self._home = frozenset(
            word.normal
            for document in catalogue.documents
            for word in words(document.publisher or document.title)
            if word.is_place
        )
        self._plan_words = plan_words
        self.names = tuple(self._served)

    def is_home(self, word: Word) -> bool:
        """Whether the word is the city's own name."""
        return word.normal in self._home

    def is_listed(self, word: Word) -> bool:
        """Whether the word is a part of the city that a document lists."""
        return key(word.surface) in self._listed

    def divisions(self, masked: str) -> tuple[str, ...]:
        """The division that serves the place named in the text (a key); of several places the longest name counts."""
        named = [place for place in self._served if len(place) >= _SHORTEST_PLACE and place in masked]
        return tuple(self._served[place] for place in sorted(named, key=len, reverse=True)[:1])

    def elsewhere(self, text: str, hits: Sequence[TopicHit]) -> str | None:
        """Another municipality that the question asks about; not one that it only speaks of moving to or from."""
        found = words(text)
        if any(self.is_home(word) for word in found):
            return None
        moves = any(hit.topic.name in _moves() for hit in hits) and not _is_asked_of_there(text)
        moved = moved_between(text) if moves else frozenset()
        for word, after in zip_longest(found, found[1:]):
            if not word.is_place or word in moved or word.normal in self._plan_words or self.is_listed(word):
                continue
            if word.surface in _well_known() or word.surface.endswith(_PLACE_SUFFIXES):
                return word.surface
            if after is not None and after.surface[:1] in _PLACE_SUFFIXES and after.surface in _PLACE_SUFFIXES:
                return word.surface + after.surface
        return None


def moved_between(text: str) -> frozenset[Word]:
    """The places that stand with a particle of direction (東京へ, 横浜市から)."""
    found = words(text)
    moved = set()
    for at, word in enumerate(found):
        rest = [after.surface for after in found[at + 1 : at + 3]]
        rest = rest[1:] if rest and rest[0] in _PLACE_SUFFIXES else rest
        # Put into Japanese word by word, other languages leave the place behind the verb.
        behind = at > 0 and found[at - 1].normal in _moving_words()
        if word.is_place and (behind or (rest and rest[0] in _directions())):
            moved.add(word)
    return frozenset(moved)


@cache
def _directions() -> frozenset[str]:
    return frozenset(read_yaml("generic_words.yaml")["moving_particles"])


@cache
def _moving_words() -> frozenset[str]:
    return frozenset(read_yaml("generic_words.yaml")["moving_words"])


@cache
def _moves() -> frozenset[str]:
    """The topics in which another place is only where one moves to or comes from."""
    return frozenset(read_yaml("generic_words.yaml")["moves"])


def _is_asked_of_there(text: str) -> bool:
    """Whether the question is about the other place itself: what is done on arriving, or how it is over there."""
    return bool(_arrives_there().search(text)) or any(word in text for word in _there())


@cache
def _there() -> tuple[str, ...]:
    return tuple(read_yaml("generic_words.yaml")["there"])


@cache
def _arrives_there() -> re.Pattern[str]:
    """A word for what is to be done where one arrives, behind that place (藤沢市に転入する)."""
    words_there = "|".join(read_yaml("generic_words.yaml")["arrivals"])
    return re.compile(rf"[^、。]{{1,6}}[へに](?:{words_there})")


@cache
def _well_known() -> frozenset[str]:
    return frozenset(read_yaml("generic_words.yaml")["well_known_places"])
