"""The quiz 「この事業はどの課？」: drawn from the plan, the same for the same seed."""

from collections.abc import Collection, Sequence
from random import Random

from corpus.catalogue import Catalogue
from corpus.records import Project, Record

QUESTIONS_A_ROUND = 10
MOST_CHOICES = 4
NEIGHBOURS = 6


class Quiz(Record):
    """One question: the project, the divisions to choose from, and which of them are right."""

    project: Project
    choices: tuple[str, ...]
    right: tuple[str, ...]


def quiz_round(catalogue: Catalogue, seed: str, only: Collection[str] | None = None) -> tuple[Quiz, ...]:
    """At most ``QUESTIONS_A_ROUND`` questions in the seed's order; with ``only``, on projects of those ids.

    A project that the plan gives to divisions it does not name (他) is not asked: nothing could be called wrong.
    Neither is one that leaves no other division to choose.
    """
    asked = [p for p in catalogue.projects if p.divisions and not p.divisions_open and (only is None or p.id in only)]
    Random(seed).shuffle(asked)
    quizzes = (_quiz(project, catalogue, seed) for project in asked)
    return tuple(quiz for quiz in quizzes if len(quiz.choices) > 1)[:QUESTIONS_A_ROUND]


def _quiz(project: Project, catalogue: Catalogue, seed: str) -> Quiz:
    chance = Random(f"{seed}/{project.id}")
    right = chance.choice(project.divisions)
    choices = [right, *_others(project, right, catalogue, chance)]
    chance.shuffle(choices)
    return Quiz(project=project, choices=tuple(choices), right=project.divisions)


def _others(project: Project, right: str, catalogue: Catalogue, chance: Random) -> list[str]:
    """Divisions that could well be meant: first those of the same kind, then those whose projects stand near by."""
    never = _involved(project, catalogue)
    names = [division.name for division in catalogue.divisions if division.name not in never]
    kin = _of_the_same_kind(right, names)
    near = [name for name in _by_nearness(right, names, catalogue) if name not in kin][:NEIGHBOURS]
    chance.shuffle(near)
    if len(kin) >= MOST_CHOICES:
        return chance.sample(kin, MOST_CHOICES - 1)
    return [*kin, *near][: MOST_CHOICES - 1]


def _involved(project: Project, catalogue: Catalogue) -> set[str]:
    """Every division that has a part in it, or in a project of the same name elsewhere: none of them is wrong."""
    alike = (other for other in catalogue.projects if other.name == project.name)
    return {name for other in alike for name in (*other.divisions, *other.related_divisions)}


def _of_the_same_kind(right: str, names: Sequence[str]) -> list[str]:
    """Names that end as this one does (…税課, …支所, …事務局), by how much they share; one letter is no kind."""
    return sorted((name for name in names if _shared_ending(right, name) > 1), key=lambda n: -_shared_ending(right, n))


def _shared_ending(one: str, other: str) -> int:
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((count for count, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _by_nearness(right: str, names: Sequence[str], catalogue: Catalogue) -> list[str]:
    order = [division.name for division in catalogue.divisions]
    return sorted(names, key=lambda name: (abs(order.index(name) - order.index(right)), order.index(name)))
