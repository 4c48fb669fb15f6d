"""What only tells how somebody came to ask, beside the matter: 結婚しました。車の|税は, 貸し農園みたいに|使わせて."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from assistant.understand.normalize import key
from assistant.understand.telling import told_in
from assistant.understand.vocabulary import BroadChoice, TermIndex, TopicHit, load_broad_choices, read_yaml

_INFLECTED = re.compile("[ぁ-ん]$")
# So much is to follow what only tells of a source.
_MORE = 12
_DONE = re.compile("し|する|予定")


def without_similes(hits: Sequence[TopicHit], text: str) -> list[TopicHit]:
    """The hits without those that something is only likened to (貸し農園みたいに使わせて)."""
    return [hit for hit in hits if not _behind("likened").match(text, hit.end)]


def without_sources(hits: Sequence[TopicHit], text: str) -> list[TopicHit]:
    """The hits without those that something only came from, or came after (病院から書類をもらいました, 台風のあと)."""
    kept = [hit for hit in hits if not _behind("source").match(text, hit.end)]
    return kept if len(text) > max((hit.end for hit in hits), default=0) + _MORE else list(hits)


def without_events(
    hits: Sequence[TopicHit], said: Sequence[TopicHit], text: str, terms: TermIndex
) -> Sequence[TopicHit]:
    """The hits without an event of life that is told by a verb, where behind it a broad word says what is asked about.

    Not where the event itself tells the readings of the broad word apart (他界した父の|証明書 is of the family
    register). ``said`` are all hits that count: an event beside another matter stays as it is.
    """
    events = [hit for hit in said if _is_event(hit, text)]
    if not events or len(events) < len(said):
        return hits
    behind = text[max(hit.end for hit in events) :]
    meant = {project for hit in events for project in terms.linked(hit.topic.terms)}
    readings = [choice for choice in _broad() if any(word in behind for word in choice.words)]
    if not readings or meant & {project for choice in readings for project in terms.linked(choice.terms)}:
        return hits
    return [hit for hit in hits if hit not in events]


def without_events_told(hits: Sequence[TopicHit], text: str, terms: TermIndex) -> list[TopicHit]:
    """The hits without events of life, where all else that is said is another service's, and is what is asked.

    The events stand in a clause that only tells (引っ越しました。旅券を|切り替えたい), or behind a thing that the text
    begins with and that they are to be done with (旅券、|引っ越したので住所を変えたい).
    """
    others = [hit for hit in hits if hit.topic.name not in _events()]
    if not others or len(others) == len(hits) or any(terms.linked(hit.topic.terms) for hit in others):
        return list(hits)
    told = key("".join(text[start:end] for start, end in told_in(text)))
    asked = key("".join(text[start:end] for start, end in _rest(told_in(text), len(text))))
    events = [hit for hit in hits if hit not in others]
    only_told = all(hit.word in told and hit.word not in asked for hit in events)
    is_told = only_told and any(hit.word in asked for hit in others)
    return others if is_told or _begins_with(others, events, text) else list(hits)


def _rest(places: Sequence[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    """What lies between and around the places."""
    edges = [0, *(edge for place in places for edge in place), end]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _begins_with(others: Sequence[TopicHit], events: Sequence[TopicHit], text: str) -> bool:
    """Whether the text names another service's thing first, by itself, and tells the events by verbs."""
    head, comma, _ = text.partition("、")
    named = any(key(head).endswith(hit.word) for hit in others)
    return bool(comma) and named and all(_INFLECTED.search(hit.word) for hit in events)


def _is_event(hit: TopicHit, text: str) -> bool:
    """Whether the word is a verb, or a noun that is done (結婚して), of an event of life."""
    told = _INFLECTED.search(hit.word) or _DONE.match(text, hit.end)
    return hit.topic.name in _events() and bool(told)


@cache
def _behind(group: str) -> re.Pattern[str]:
    return re.compile(read_yaml("generic_words.yaml")[group])


@cache
def _events() -> frozenset[str]:
    return frozenset(read_yaml("generic_words.yaml")["events"])


@cache
def _broad() -> tuple[BroadChoice, ...]:
    """The readings of broad words that name a matter; 手続き and 窓口 carry any."""
    carrying = set(map(key, read_yaml("generic_words.yaml")["words"]))
    return tuple(choice for choice in load_broad_choices() if not _carries(choice.words, carrying))


def _carries(said: Iterable[str], carrying: set[str]) -> bool:
    return any(word in carrying for word in said)
