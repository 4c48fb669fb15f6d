"""What is in none of the sets just spoken of (どちらにも入らない重点事業): the rest of what they are taken from."""

from collections.abc import Callable

from assistant.conversation import ConversationState
from assistant.understand.ellipsis import without_topics
from assistant.understand.filters import Filters
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Understanding
from assistant.understand.reference import Reference
from assistant.understand.same_set import turn_patterns
from assistant.understand.spoken_sets import BOUNDS, answers, conditions
from corpus.records import Project

_TWO = 2
# What a project has that may be in a set by such a condition.
_HAS: dict[str, Callable[[Project], object]] = {
    "themes": lambda project: project.note,
    "related_division": lambda project: project.related_divisions,
}


def in_neither(asked: Reference) -> Understanding | None:
    """The set that the question describes, or that its sets are of, without the two (or more) sets spoken of."""
    read = asked.read
    told = turn_patterns()["in_neither"].search(plain_numbers(read.text))
    if not told or read.projects or read.divisions or read.codes:
        return None
    sets = _sets_apart(asked.state, int(told["number"] or _TWO))
    of_them = _whole(asked, sets)
    if len(sets) < _TWO or of_them is None:
        return None
    out = tuple(dict.fromkeys(name for one in sets for name in one))
    again = {"filters": of_them.model_copy(update={"excluding": out}), "inherited": True, "together": False}
    field = "cost" if any(one.is_bounded for one in _told_of(asked.state, sets)) else None
    operation = read.operation if read.operation in ("list", "count", "sum") else "list"
    plain = {"operation": operation, "counted": None, "premise": None, "texts": (), "field": field, "each": False}
    return without_topics(read).model_copy(update={**again, **plain})


def rest_of_number(asked: Reference) -> Understanding | None:
    """残りの4つは？, 残った一つには？: what is left of a list, where that is as many as the question says."""
    read = asked.read
    told = turn_patterns()["rest_of_number"].search(plain_numbers(read.text))
    number = int(told["number"]) if told else 0
    left = (_left(asked.state, number) or _left_of_class(asked, number)) if told else ()
    if not left or read.projects or read.divisions or read.codes:
        return None
    plain = {"counted": None, "premise": None, "texts": (), "each": False}
    if len(left) == 1 or read.field not in (None, "division", "content"):
        return asked.about(left, filters=None, operation=None, **plain)
    again = {"filters": Filters(among=left), "operation": read.operation or "list", "inherited": True}
    return without_topics(read).model_copy(update={**again, **plain})


def _left(state: ConversationState, number: int) -> tuple[str, ...]:
    """What is left of a list without those of it that were told since, one answer after the other."""
    spoken = answers(state)
    for at, base in enumerate(spoken):
        out: set[str] = set()
        for one in (set(since.shown or since.focus) for since in spoken[:at]):
            out |= one if one < set(base.shown) else set()
            if out and len(base.shown) - len(out) == number:
                return tuple(name for name in base.shown if name not in out)
    return ()


def _left_of_class(asked: Reference, number: int) -> tuple[str, ...]:
    """What is left of all that has a note (or a cost, a related division) without the sets of some, told by theirs."""
    told = [one for one in answers(asked.state) if one.shown and _class_of(one.filters)]
    classes = {name for one in told if (name := _class_of(one.filters))}
    if len(classes) != 1:
        return ()
    has, held = _HAS[classes.pop()], {name for one in told for name in one.shown}
    left = tuple(project.id for project in asked.catalogue.projects if has(project) and project.id not in held)
    return left if len(left) == number else ()


def _class_of(filters: Filters | None) -> str | None:
    """The one condition of the set that tells what all its projects have."""
    found = conditions(filters)
    return found[0] if len(found) == 1 and found[0] in _HAS else None


def _sets_apart(state: ConversationState, number: int) -> list[tuple[str, ...]]:
    """The last sets that share no project, as many as the question says."""
    found: list[tuple[str, ...]] = []
    for one in answers(state):
        if one.shown and all(set(one.shown).isdisjoint(other) for other in found):
            found.append(one.shown)
    return found[:number]


def _whole(asked: Reference, sets: list[tuple[str, ...]]) -> Filters | None:
    """What the sets are taken from: as the question says, a list that holds them all, or what all of them are."""
    if conditions(asked.read.filters):
        return asked.read.filters
    held = {name for one in sets for name in one}
    shown = next((one.shown for one in answers(asked.state) if held < set(one.shown)), None)
    if shown:
        return Filters(among=shown)
    told = _told_of(asked.state, sets)
    common = conditions(told[0]) if told else []
    kept = [name for name in common if name not in BOUNDS and len({str(getattr(one, name)) for one in told}) == 1]
    return Filters.model_validate({name: getattr(told[0], name) for name in kept}) if kept else None


def _told_of(state: ConversationState, sets: list[tuple[str, ...]]) -> list[Filters]:
    """How the sets were described."""
    return [one.filters for one in answers(state) if one.filters and one.shown in sets and conditions(one.filters)]
