"""The thing that a question asks for, beside the matter that it asks about (庁舎管理事務の|委託先|は)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from assistant.understand.telling import is_within, told_in
from assistant.understand.vocabulary import load_broad_choices, load_generic_words, pattern_of, read_yaml
from assistant.understand.whom import asks_who_handles
from assistant.understand.words import words

# A body, a place or people by their own names; all of a kind; so many of a kind; how a whole is made up; the number of
# a rule; what belongs to the matter.
How = Literal["body", "town", "place", "people", "made_up", "rule", "number", "all", "list", "row", "value"]
_HOW: tuple[How, ...] = ("body", "town", "place", "people", "made_up", "rule", "number", "all", "list", "row", "value")
_SHORTEST = 2
_SUFFIX = "接尾辞"  # 返礼|品
_ANY_NOUN = ("made_up", "all", "row", "value")


@dataclass(frozen=True, slots=True)
class ThingAsked:
    """The thing's noun as it is typed, what is asked of it besides (一覧), and how it is asked for."""

    noun: str
    of_it: str
    how: How


def find_thing_asked(text: str) -> ThingAsked | None:
    """What the folded question asks for, where that is neither an office nor what a plan prints of any project."""
    if asks_who_handles(text):
        return None
    told = told_in(text)
    return next((thing for how in _HOW for thing in _things(how, text, told)), None)


def _things(how: How, text: str, told: Sequence[tuple[int, int]]) -> list[ThingAsked]:
    matches = (match for pattern in _patterns(how) for match in pattern.finditer(text))
    found = [match for match in matches if not is_within(match.span(), told)]
    things = [
        ThingAsked(match["noun"], match.groupdict().get("of_it") or "", how)
        for match in found
        if how == "rule" or not _turns_to(text, match.end())
    ]
    return [thing for thing in things if how not in _ANY_NOUN or not _says_nothing(thing.noun, how)]


def _turns_to(text: str, at: int) -> bool:
    """Whether an office, a duty or a set is asked for behind it (委託先を|決めている課は)."""
    return any(pattern.search(text, at) for pattern in _patterns("turns_to"))


def _says_nothing(noun: str, how: How) -> bool:
    """Whether the noun is one that a plan prints of any project, or carries any question, or names what is done."""
    last = words(noun.removesuffix("名") or noun)[-1]
    if (
        len(noun) < _SHORTEST
        or noun.endswith(_of_plan())
        or noun in _broad()
        or not (last.is_noun or last.part_of_speech[0] == _SUFFIX)
    ):
        return True
    ends = {last.surface, last.normal} if len(last.surface) >= _SHORTEST else set()  # 停留|所 is no 所
    is_generic = not load_generic_words().isdisjoint({noun, *ends})
    return is_generic or (how == "value" and "サ変可能" in last.part_of_speech)


def is_of_plan(noun: str) -> bool:
    """Whether the noun is of something that a plan prints of each project, or says of it in words of its own."""
    return noun in _of_plan()


def kinds_of(noun: str) -> tuple[str, ...]:
    """How the names of things that the noun stands for end (施設: センター, 会館)."""
    return tuple(end for general, ends in _kinds().items() if noun.endswith(general) for end in ends)


@cache
def _kinds() -> dict[str, list[str]]:
    return dict(read_yaml("asked.yaml")["kinds"])


@cache
def _of_plan() -> tuple[str, ...]:
    return tuple(read_yaml("asked.yaml")["of_plan"])


@cache
def _broad() -> frozenset[str]:
    return frozenset(word for choice in load_broad_choices() for word in choice.words)


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    data = read_yaml("asked.yaml")
    return tuple(re.compile(pattern_of([line], data["shorthands"]).pattern, re.IGNORECASE) for line in data[name])
