"""The sets that a conversation has spoken of, newest first: how the one in sight was described, and larger ones."""

from collections.abc import Collection

from assistant.conversation import ConversationState, Spoken
from assistant.understand.filters import Filters

# What filters say of the projects themselves; most telling first, as of two conditions the first is denied.
BOUNDS = {"cost_from": "cost_under", "cost_over": "cost_to", "cost_to": "cost_over", "cost_under": "cost_from"}
FLAGS = (
    "with_cost", "with_related", "with_schedule", "with_note", "with_goal", "coded", "finished",
    "several_divisions",
)  # fmt: skip
CONDITIONS = (*BOUNDS, *FLAGS, "themes", "accounts", "part", "related_division", "pages", "priority")
_EMPTY = Filters()


def conditions(filters: Filters | None) -> list[str]:
    """The conditions that the filters state of a project, most telling first."""
    return [name for name in CONDITIONS if getattr(filters or _EMPTY, name) != getattr(_EMPTY, name)]


def answers(state: ConversationState) -> tuple[Spoken, ...]:
    """All answers, the last first."""
    return (state, *reversed(state.before))


def in_sight(state: ConversationState) -> Spoken:
    """What was last said of the set that is still in sight, though its projects were asked about since."""
    of_it = (one for one in answers(state)[1:] if one.filters and one.shown == state.shown)
    return state if state.filters else next(of_it, state)


def described(state: ConversationState) -> Spoken:
    """How the set in sight was described, though it was only counted or summed since (足していくら)."""
    of_it = (one for one in answers(state) if one.shown == state.shown and conditions(one.filters))
    return next(of_it, in_sight(state))


def list_beyond(state: ConversationState, out: Collection[str]) -> tuple[str, ...] | None:
    """The last list that holds more than what is left out."""
    return next((one.shown for one in answers(state) if set(one.shown) - set(out)), None)


def last_list(state: ConversationState) -> tuple[str, ...]:
    """The last list of several projects, though one of them was asked about since."""
    return next((one.shown for one in answers(state) if len(one.shown) > 1), ())


def last_costs(state: ConversationState) -> tuple[str, ...]:
    """The single projects whose cost was told, in the order in which it was."""
    of_cost = (one for one in reversed(answers(state)) if one.field == "cost")
    return tuple(dict.fromkeys(one.focus[0] for one in of_cost if len(one.focus) == 1))


def matters_spoken(state: ConversationState) -> tuple[str, ...]:
    """The single projects that questions of their own were about, in the order in which they were asked for."""
    single = (one.focus[0] for one in (*state.before, state) if len(one.focus) == 1 and not one.inherited)
    return tuple(dict.fromkeys(single))
