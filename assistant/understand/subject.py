"""What a question is about, beyond the plan's own names: topics, places, and words that nobody here knows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from assistant.understand.broad import BroadReadings, told_reading
from assistant.understand.circumstances import (
    without_events,
    without_events_told,
    without_similes,
    without_sources,
)
from assistant.understand.lexicon import Mention
from assistant.understand.normalize import key
from assistant.understand.places import PlaceFinder, moved_between
from assistant.understand.precedence import (
    is_function,
    is_of_a_workplace,
    is_of_an_animal,
    is_of_another,
    is_voiced_on,
    prevailing,
    with_verbs,
)
from assistant.understand.unstated import find_unstated, is_tail_of_name
from assistant.understand.vocabulary import (
    BroadChoice,
    TermIndex,
    TopicHit,
    find_topics,
    load_broad_choices,
    load_generic_words,
    load_topics,
)
from assistant.understand.whom import without_wish
from assistant.understand.words import Word, words
from corpus.catalogue import Catalogue

_MASK = "\x00"
# A broad word with more than this beside it is not broad any more.
_LAST_TOPIC = 0.05
# A word with several readings (税金) says little by itself of which one is meant.
_OF_BROAD = 0.4
_MOST_OTHER_WORDS = 1


@dataclass(frozen=True, slots=True)
class Subject:
    """The topics found (in the plan or not), and the words left over."""

    topics: tuple[TopicHit, ...] = ()
    attribute: str | None = None
    place_divisions: tuple[str, ...] = ()
    other_place: str | None = None
    subject_words: tuple[str, ...] = ()
    unknown_words: tuple[str, ...] = ()
    broad: tuple[BroadChoice, ...] = field(default=())


class SubjectFinder:
    """Finds the subject of questions about one catalogue."""

    def __init__(self, catalogue: Catalogue, terms: TermIndex) -> None:
        self._terms = terms
        text = "".join(document.text + document.publisher + document.title for document in catalogue.documents)
        self._plan_words = frozenset(word.normal for chunk in _chunks(text) for word in words(chunk))
        self._places = PlaceFinder(catalogue, self._plan_words)
        self.places = self._places.names
        self.broad = BroadReadings(terms, self._is_generic)

    def find(self, text: str, mentions: Sequence[Mention]) -> Subject:
        """The subject of the folded text, apart from the names already found in it."""
        masked = _mask(key(text), mentions)
        said = with_verbs(find_topics(masked), masked)
        hits = without_sources(without_similes(_outside_wish(said, text), masked), masked)
        named = tuple(hit for hit in hits if hit.word not in _broad_words())
        hits = list(without_events(hits, named, masked, self._terms))
        hits = without_events_told(hits, text, self._terms)
        named = tuple(hit for hit in named if hit in hits)
        specific = prevailing(named, self._terms)
        aside = [hit.word for hit in named if hit not in specific]
        fact, phrase = find_unstated(text, mentions)
        ours = [(hit.start, hit.end) for hit in specific if self._terms.linked(hit.topic.terms)]
        if is_tail_of_name(phrase, ours, masked) or _is_broad_alone(masked):
            fact, phrase = None, ""
        moved = moved_between(text)
        found = [word for word in words(text) if word.is_noun and word not in moved]
        broad_words = {word for choice in load_broad_choices() for word in choice.words if word in masked}
        spoken = [word for word in words(text) if word not in moved]
        broad = () if specific or mentions else self.broad.find(masked, spoken)
        told = told_reading(broad, masked, spoken)
        specific, broad = ((told,), ()) if told else (specific, broad)
        known = [*(hit.word for hit in hits), *(key(text)[m.start : m.end] for m in mentions), phrase, *broad_words]
        return Subject(
            topics=specific or tuple(hits), attribute=fact.name if fact else None,
            place_divisions=self._places.divisions(masked), other_place=self._places.elsewhere(text, hits),
            subject_words=self._subject_words(_outside(found, text), aside),
            unknown_words=self._unknown(found, known), broad=broad,
        )  # fmt: skip

    def _subject_words(self, found: Sequence[Word], aside: Sequence[str]) -> tuple[str, ...]:
        """The nouns that tell of the matter; not those of a thing beside what is done with it."""
        said = [word for word in found if not self._is_generic(word)]
        return tuple(
            dict.fromkeys(word.surface for word in said if not any(key(word.surface) in thing for thing in aside))
        )

    def linked(self, hits: Sequence[TopicHit]) -> dict[str, float]:
        """The projects that the topics lead to, with their weights (0 to 1)."""
        weights: dict[str, float] = {}
        last = max((hit.start for hit in hits), default=0)
        for hit in hits:
            # Of several matters the last named one is what the question comes to.
            bonus = _LAST_TOPIC if hit.start == last else 0.0
            share = _OF_BROAD if hit.word in _broad_words() else 1.0
            for project_id, weight in self._terms.linked(hit.topic.terms).items():
                weights[project_id] = max(weights.get(project_id, 0.0), share * (weight + bonus))
        return weights

    def matters(self, hits: Sequence[TopicHit]) -> tuple[tuple[str, ...], ...]:
        """The projects that each matter named leads to most surely; what is said twice counts once."""
        return tuple(dict.fromkeys(ids for _, ids in self.leading_words(hits)))

    def leading_words(self, hits: Sequence[TopicHit]) -> list[tuple[str, tuple[str, ...]]]:
        """Each topic's word with the projects that it leads to most surely."""
        found = [(hit.word, self._terms.linked(hit.topic.terms)) for hit in hits]
        return [(word, tuple(i for i, w in one.items() if w == max(one.values()))) for word, one in found if one]

    def split(self, subject: Subject, text: str) -> tuple[tuple[TopicHit, ...], bool]:
        """The topics that this plan does not know, and whether one of them is the matter itself.

        The matter is what the last topic word names (市の施設の入札 is about bidding), unless の ties it to a service
        that is not the plan's (国保料の滞納 is about the insurance).
        """
        linked = [hit for hit in subject.topics if self._terms.linked(hit.topic.terms)]
        unlinked = (h for h in subject.topics if h not in linked and not is_voiced_on(h, linked, key(text)))
        absent = tuple(hit for hit in unlinked if not (self._terms.in_prose(hit.word) or self._terms.in_name(hit.word)))
        owned = {
            (hit.start, hit.end)
            for hit in subject.topics
            if is_of_another(hit, key(text))
            or is_of_a_workplace(hit, subject.topics)
            or is_of_an_animal(hit, key(text))
        }
        if owned:
            names = {hit.topic.name for hit in subject.topics if (hit.start, hit.end) in owned}
            owned |= {(hit.start, hit.end) for hit in subject.topics if hit.topic.name in names}
            absent = tuple(hit for hit in subject.topics if (hit.start, hit.end) in owned or hit in absent)
        known = [hit for hit in subject.topics if hit not in absent]
        spans = {(hit.start, hit.end) for hit in known}
        absent = tuple(hit for hit in absent if (hit.start, hit.end) not in spans)
        if not absent or not known:
            return absent, bool(absent)
        last_absent, last_known = max(hit.end for hit in absent), max(hit.end for hit in known)
        tied = any(
            key(text)[hit.end : hit.end + 1] == "の" and hit.end + 1 in {k.start for k in known} for hit in absent
        )
        only_functions = all(is_function(hit) for hit in known)
        return absent, last_absent > last_known or tied or only_functions

    def ends_in(self, absent: Sequence[TopicHit], subject: Subject, text: str) -> bool:
        """Whether one of the topics is what the question comes to: nothing behind it tells of another matter."""
        behind = key(text)[max((hit.end for hit in absent), default=len(text)) :]
        return bool(absent) and not any(key(word) in behind for word in subject.subject_words)

    def _unknown(self, found: Sequence[Word], known: Sequence[str]) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys(
                word.surface
                for word in found
                if not self._is_generic(word)
                and word.normal not in self._plan_words
                and not any(key(word.surface) in text for text in known if text)
                and not self._places.is_listed(word)
            )
        )

    def _is_generic(self, word: Word) -> bool:
        """Whether the word says nothing of the matter: a word of asking, or the city's own name."""
        return self._places.is_home(word) or not {word.normal, word.surface}.isdisjoint(load_generic_words())

    def said_of(self, project_ids: Sequence[str]) -> str:
        """The citizens' words of the topics that lead to the projects before all others."""
        found: list[str] = []
        for topic in load_topics():
            weights = self._terms.linked(topic.terms)
            if any(weights.get(project_id, 0.0) == max(weights.values()) for project_id in project_ids if weights):
                found += topic.words
        return "、".join(found)


def _outside(found: Sequence[Word], text: str) -> Sequence[Word]:
    """The words without those of the wish to speak to somebody, where any other is said."""
    rest = without_wish(text)
    outside = [word for word in found if word.surface in rest]
    return outside or found


def _outside_wish(hits: Sequence[TopicHit], text: str) -> list[TopicHit]:
    """The topics without those of the wish to speak to somebody (意見を言いたい), where the text has any other."""
    rest = key(without_wish(text))
    outside = [hit for hit in hits if hit.word in rest]
    return outside or list(hits)


@cache
def _broad_words() -> frozenset[str]:
    return frozenset(word for choice in load_broad_choices() for word in choice.words)


def _is_broad_alone(text: str) -> bool:
    """Whether a broad word is all that is said, but for a particle (保険料は): nothing is asked of it."""
    return any(text.startswith(word) and len(text) <= len(word) + 1 for word in _broad_words())


def _mask(text: str, mentions: Sequence[Mention]) -> str:
    for mention in mentions:
        text = text[: mention.start] + _MASK * (mention.end - mention.start) + text[mention.end :]
    return text


def _chunks(text: str) -> list[str]:
    """The text in pieces that the tokenizer takes (it has a limit in bytes)."""
    joined = "".join(text.split())
    return [joined[at : at + 4000] for at in range(0, len(joined), 4000)]
