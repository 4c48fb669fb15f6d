"""What was just shown, asked about once more: 6つで合ってる？, 2件？, いくつ？, どれ？, 内訳は？."""

from collections.abc import Callable

from assistant.conversation import ConversationState
from assistant.understand.filters import Filters
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Count, Premise, Understanding
from assistant.understand.same_set import turn_patterns

# Of one thing shown nothing is counted.
_FEWEST = 2
_COMPUTED = ("sum", "average", "difference", "compare", "share", "ranking")


def shown_again(text: str, state: ConversationState, read: Callable[[str], Understanding]) -> Understanding | None:
    """The question before, with the number that this one claims of its answer; None where it asks for more."""
    patterns, plain = turn_patterns(), plain_numbers(text)
    claimed = patterns["counts_shown"].match(plain)
    asked = next((name for name in ("how_many", "which_ones", "made_up_of") if patterns[name].match(plain)), None)
    of_total = asked == "made_up_of" and state.text_kind in ("total_cost", "total_per_year")  # what that is for
    if state.choices or of_total or not (claimed or asked):
        return None
    former = _former(state, read, of_costs=asked == "made_up_of", claimed=claimed is not None)
    if former is None:
        return None
    operation = "count" if asked == "how_many" and former.operation in (None, "list") else former.operation
    count = Count(number=int(claimed["number"]), unit=claimed["unit"]) if claimed else None
    premise = Premise() if claimed else None
    told = {"operation": operation, "counted": count, "premise": premise}
    return former.model_copy(update={**told, "number_alone": asked == "how_many" and operation == "count"})


def _former(
    state: ConversationState, read: Callable[[str], Understanding], of_costs: bool, claimed: bool
) -> Understanding | None:
    """The question before as one for a set or a list; the list that was shown, where that took its set over."""
    computed, bounded = state.operation in _COMPUTED, state.filters is not None and state.filters.is_bounded
    if of_costs and not (computed or bounded or state.field == "cost"):
        return None
    again = read(state.asked) if state.asked and not state.inherited else None
    if again is not None and _lists(again) and _shows_several(state) and not (claimed and bounded):
        return again
    if len(state.shown) < _FEWEST:
        return None
    operation = state.operation if computed and not claimed else "list"
    return Understanding(text="", operation=operation, filters=Filters(among=state.shown), inherited=True)


def _lists(read: Understanding) -> bool:
    """Whether the question asks for a set, a list or what a text has."""
    return bool(read.operation or read.filters or read.sets or read.texts or read.divisions)


def _shows_several(state: ConversationState) -> bool:
    """Whether the answer was no single project."""
    return bool(state.passages or state.operation or not state.focus) or len(state.shown) >= _FEWEST
