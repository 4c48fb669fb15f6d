"""Several things in one question, each asked when (測量はいつで、工事はいつですか; 測量と工事の年度は)."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from assistant.look_up.findings import Items
from assistant.understand.question import Understanding
from assistant.understand.words import Word, words
from corpus.records import Project

_WHEN = r"(?:いつ(?:から|まで|頃|ごろ)?|何年度?(?:から|まで)?|どの年度?)"
# One thing is asked, and another one follows.
_ENDS = re.compile(rf"{_WHEN}(?:に(?:なり|な)|です|でしょう)?か?(?:で|、|。|[?？])+")
_ASKS = re.compile(_WHEN)
# What stands between two things that are named in one breath.
_BETWEEN = frozenset(("と", "や", "、", "・", "及び", "および", "並びに", "ならびに", "とか"))
_NOUNS = ("名詞", "接尾辞", "接頭辞")
_SEVERAL = 2


class Matching(Protocol):
    """Finds schedule items by the words of a question."""

    def __call__(
        self, read: Understanding, projects: Sequence[Project] = (), beside: Sequence[Sequence[str]] = ()
    ) -> Items | None:
        """The items; ``beside`` are words of the other things that are asked for."""


def each_when(read: Understanding, matching: Matching, projects: Sequence[Project] = ()) -> Items | None:
    """The items of each of the things that are asked when; None where one is asked, or one of them is not found."""
    return _each_deed(read, matching, projects) or _each_clause(read, matching, projects)


def _each_clause(read: Understanding, matching: Matching, projects: Sequence[Project]) -> Items | None:
    """A thing that is named after another is looked for in that one's project first."""
    clauses = _clauses(read)
    found: list[Items] = []
    for clause in clauses:
        of_first = [item.project for items in found[:1] for item in items.items]
        items = (matching(clause, of_first) if of_first else None) or matching(clause, projects)
        if items is None:
            return None
        found.append(items)
    return _together(found)


def _each_deed(read: Understanding, matching: Matching, projects: Sequence[Project]) -> Items | None:
    """Things named in one breath: what is done may stand behind the last alone, or the thing before the first alone."""
    parts = [] if read.years else _parts(read)
    found = [matching(part, projects, _others(part, parts)) for part in parts]
    kept = [items for items in found if items]
    return _together(kept) if len(kept) == len(parts) else None


def _together(found: Sequence[Items]) -> Items | None:
    told = {(item.project.id, item.year, item.item): item for items in found for item in items.items}
    return Items(items=tuple(told.values())) if len(found) >= _SEVERAL else None


def _others(part: Understanding, parts: Sequence[Understanding]) -> list[tuple[str, ...]]:
    return [other.subject_words for other in parts if other is not part]


def _clauses(read: Understanding) -> list[Understanding]:
    """The question cut behind each 'when' that another one follows; each part with the nouns that stand in it."""
    ends = [match.end() for match in _ENDS.finditer(read.text)]
    return _cut(read, [end for end in ends if _ASKS.search(read.text, end)])


def _parts(read: Understanding) -> list[Understanding]:
    """The question cut between the nouns that it joins, and behind each 'when' that another one follows."""
    ends = [match.end() for match in _ENDS.finditer(read.text)]
    asked = {end for end in ends if _ASKS.search(read.text, end)}
    return _cut(read, sorted(asked | set(_joints(words(read.text)))))


def _joints(found: Sequence[Word]) -> Iterator[int]:
    """Where one noun ends that another one is joined to."""
    for before, joint, after in zip(found, found[1:], found[2:], strict=False):
        joins = before.part_of_speech[0] in _NOUNS and after.part_of_speech[0] in _NOUNS
        if joint.surface in _BETWEEN and joins:
            yield joint.end


def _cut(read: Understanding, cuts: Sequence[int]) -> list[Understanding]:
    """The parts between the cuts that name something; none where there is one alone."""
    parts = [read.text[start:end] for start, end in pairwise([0, *cuts, len(read.text)])]
    named = [part for part in (_of_part(read, part) for part in parts) if part.subject_words]
    return named if len(named) >= _SEVERAL else []


def _of_part(read: Understanding, part: str) -> Understanding:
    found = words(part)
    edges = {0, *(word.end for word in found)}
    said = tuple(word for word in read.subject_words if _stands(word, part, edges))
    return read.model_copy(update={"text": part, "subject_words": said, "each": False})


def _stands(word: str, part: str, edges: Container[int]) -> bool:
    """Whether the word stands in the part as it is cut into words (no 施設 in 実施設計)."""
    places = (match.start() for match in re.finditer(re.escape(word), part))
    return any(at in edges and at + len(word) in edges for at in places)
