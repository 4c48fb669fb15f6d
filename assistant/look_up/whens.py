"""Several things in one question, each asked when (測量はいつで、工事が始まるのはいつですか): each by its own words."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from assistant.look_up.findings import Items
from assistant.understand.question import Understanding
from corpus.records import Project

_WHEN = r"(?:いつ(?:から|まで|頃|ごろ)?|何年度?(?:から|まで)?|どの年度?)"
# One thing is asked, and another one follows.
_ENDS = re.compile(rf"{_WHEN}(?:に(?:なり|な)|です|でしょう)?か?(?:で|、|。|[?？])+")
_ASKS = re.compile(_WHEN)
_SEVERAL = 2

Matching = Callable[[Understanding, Sequence[Project]], Items | None]


def each_when(read: Understanding, matching: Matching, projects: Sequence[Project] = ()) -> Items | None:
    """The items of each of the things that are asked when; None where one is asked, or one of them is not found.

    A thing that is named after another is looked for in that one's project first.
    """
    clauses = _clauses(read)
    found: list[Items] = []
    for clause in clauses:
        of_first = [item.project for items in found[:1] for item in items.items]
        items = (matching(clause, of_first) if of_first else None) or matching(clause, projects)
        if items is None:
            return None
        found.append(items)
    told = {(item.project.id, item.year, item.item): item for items in found for item in items.items}
    return Items(items=tuple(told.values())) if len(clauses) >= _SEVERAL else None


def _clauses(read: Understanding) -> list[Understanding]:
    """The question cut behind each 'when' that another one follows; each part with the nouns that stand in it."""
    ends = [match.end() for match in _ENDS.finditer(read.text)]
    edges = [0, *(end for end in ends if _ASKS.search(read.text, end)), len(read.text)]
    parts = [read.text[start:end] for start, end in pairwise(edges)]
    return [_of_part(read, part) for part in parts] if len(parts) >= _SEVERAL else []


def _of_part(read: Understanding, part: str) -> Understanding:
    words = tuple(word for word in read.subject_words if word in part)
    return read.model_copy(update={"text": part, "subject_words": words})
