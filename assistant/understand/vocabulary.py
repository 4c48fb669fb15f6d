"""The general administrative vocabulary, and how it meets one plan: citizen's words → the plan's own words → projects.

The vocabulary names no project. A topic is *in the plan* if one of its administrative terms is printed, as whole
words, in some project; the projects that print it are what the topic leads to.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from assistant.understand.normalize import key
from assistant.understand.printed_ways import respelled, spelled, ways_of
from assistant.understand.words import words
from corpus.catalogue import Catalogue
from corpus.records import Project

_DATA = "assistant.understand.data"
# A term further down a topic's list is less specific.
_TIER_STEP = 0.06
# A name holds shorter words by chance.
_SHORTEST_IN_NAME = 4
# も behind such a particle changes nothing of the matter.
_WITH_TOO = re.compile("(から|に)(?=[一-龥])")
# Topic words are sought by so many of their first characters.
_HEAD = 2
_SHORTHAND = re.compile("〈([^〈〉]+)〉")


@dataclass(frozen=True, slots=True)
class Topic:
    """One matter that people ask about; ``counter`` where branch offices customarily take it too."""

    name: str
    words: tuple[str, ...]
    terms: tuple[str, ...]
    counter: bool


@dataclass(frozen=True, slots=True)
class TopicHit:
    """A topic's word found in a question's key at ``start:end``."""

    topic: Topic
    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BroadChoice:
    """One reading of a word that is too broad to be answered (税金), and what tells it beside that (家の税金)."""

    words: tuple[str, ...]
    label: str
    told_by: tuple[str, ...]
    terms: tuple[str, ...]
    question: str


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of one of our CSV files, by column name."""
    text = resources.files("assistant.understand").joinpath("data", name).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def read_yaml(name: str) -> dict[str, Any]:
    """The content of one of our YAML files."""
    text = resources.files("assistant.understand").joinpath("data", name).read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def pattern_of(lines: Sequence[str], shorthands: Mapping[str, str]) -> re.Pattern[str]:
    """Any of the lines; 〈name〉 stands for the shorthand of that name, and white space for nothing."""
    whole = "|".join(f"(?:{line})" for line in lines)
    while _SHORTHAND.search(whole):
        whole = _SHORTHAND.sub(lambda match: shorthands[match[1]], whole)
    return re.compile(re.sub(r"\s+", "", whole))


def cell(text: str) -> tuple[str, ...]:
    """A list cell, whose entries stand with 、 between them."""
    return tuple(entry.strip() for entry in text.split("、") if entry.strip())


@cache
def load_topics() -> tuple[Topic, ...]:
    """All topics, in the file's order."""
    return tuple(
        Topic(row["topic"], cell(row["words"]), cell(row["terms"]), row["counter"] == "1")
        for row in read_rows("topics.csv")
    )


@cache
def load_broad_choices() -> tuple[BroadChoice, ...]:
    """The readings of broad words."""
    return tuple(
        BroadChoice(
            tuple(map(key, cell(row["words"]))), row["choice"], tuple(map(key, cell(row["told_by"]))),
            cell(row["terms"]), row["question"],
        )
        for row in read_rows("broad_words.csv")
    )  # fmt: skip


@cache
def _abbreviations() -> tuple[tuple[str, str], ...]:
    return tuple((row["short"], row["full"]) for row in read_rows("abbreviations.csv"))


def spelled_out(text: str) -> str:
    """The text with what administration calls by a short name under its full one (選管 → 選挙管理委員会)."""
    for short, full in _abbreviations():
        text = text if full in text else text.replace(short, full)
    return text


@cache
def load_generic_words() -> frozenset[str]:
    """Normal forms of the words that carry a question but not its subject."""
    return frozenset(read_yaml("generic_words.yaml")["words"])


@cache
def _topic_words() -> Mapping[str, Sequence[tuple[str, Topic]]]:
    """Every topic word as a key, by its first two characters: a question meets few of the thousands."""
    by_head: dict[str, list[tuple[str, Topic]]] = defaultdict(list)
    for topic in load_topics():
        said = dict.fromkeys(way for word in topic.words for way in respelled(key(word)))
        for word in said:
            for written in dict.fromkeys((word, _WITH_TOO.sub(r"\1も", word))):  # 市からも仕事
                by_head[word[:_HEAD]].append((written, topic))
    return by_head


def find_topics(text: str) -> list[TopicHit]:
    """The topics whose words stand in the text (a ``key``); of words that overlap the longer one counts.

    One that begins within a compound of kanji does not cut off the word that it begins with: 相続税の相談 has 相続税.
    """
    hits: list[TopicHit] = []
    for hit in sorted(_said_in(text), key=lambda hit: (-len(hit.word), hit.word, hit.topic.name, hit.start)):
        over = [one for one in hits if one.start < hit.end and hit.start < one.end]
        over = [one for one in over if (one.start, one.end) != (hit.start, hit.end)]
        if all(hit.start < one.start and hit.end < one.end and _is_kanji(text[one.start - 1]) for one in over):
            hits.append(hit)
    return sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.topic.name))


def _is_kanji(char: str) -> bool:
    return "一" <= char <= "龥"


def _said_in(text: str) -> Iterator[TopicHit]:
    """Every topic word that stands in the text, those within longer ones too."""
    for start in range(len(text)):
        for head in {text[start], text[start : start + _HEAD]}:
            for word, topic in _topic_words().get(head, ()):
                if text.startswith(word, start):
                    yield TopicHit(topic, word, start, start + len(word))


def _occurrences(word: str, text: str) -> Iterator[int]:
    at = text.find(word) if word else -1
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


class TermIndex:
    """Which projects print which administrative terms, as whole words."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._prose = key(
            "".join(passage.title + passage.text for passage in catalogue.passages if not passage.project_ids)
        )
        self._texts = [(project, [spelled(text) for text in _printed(project)]) for project in catalogue.projects]
        self._found: dict[str, tuple[str, ...]] = {}

    def in_prose(self, word: str) -> bool:
        """Whether the text around the tables prints the word (a key)."""
        return word in self._prose

    def in_name(self, word: str) -> bool:
        """Whether a project is called by the word (a key), so that no other service of that name is meant."""
        return len(word) >= _SHORTEST_IN_NAME and any(word in texts[0] for _, texts in self._texts)

    def projects_with(self, term: str) -> tuple[str, ...]:
        """The ids of the projects that print the term, in any way, in their name or content, in plan order."""
        if term not in self._found:
            ways = ways_of(term)
            self._found[term] = tuple(
                project.id
                for project, texts in self._texts
                if any(stands_whole(way, text) for text in texts for way in ways)
            )
        return self._found[term]

    def linked(self, terms: Sequence[str]) -> dict[str, float]:
        """Project ids with the weight (0 to 1) of the most specific of the terms that they print."""
        weights: dict[str, float] = {}
        for tier, term in enumerate(terms):
            for project_id in self.projects_with(term):
                weights.setdefault(project_id, max(0.2, 1.0 - _TIER_STEP * tier))
        return weights


def _printed(project: Project) -> Iterable[str]:
    yield project.name
    yield project.content
    if project.goal:
        yield project.goal
    yield from (item for items in (project.schedule or {}).values() for item in items)


@cache
def _boundaries(text: str) -> frozenset[int]:
    found = words(text)
    return frozenset({0, len(text), *(w.start for w in found), *(w.end for w in found)})


def without_compounds(text: str) -> str:
    """The text without the words that 的 makes of nouns: what is done 計画的に names no plan."""
    return re.sub("[一-龥]{2}的", "", text)


def stands_whole(term: str, text: str) -> bool:
    """Whether the term stands in the text and neither end of it cuts a word."""
    edges = _boundaries(text)
    return any(start in edges and start + len(term) in edges for start in _occurrences(term, text))
