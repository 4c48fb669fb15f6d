"""Two sets that a question sets against each other (AとBの差, Aを足してもBに届かない, Aより残り全部)."""

import re
from collections.abc import Callable

from assistant.understand.question import Filters, Operation
from assistant.understand.sets import set_patterns

Describe = Callable[[str], Filters]
_AGAINST: frozenset[Operation] = frozenset({"difference", "compare", "share", "largest", "smallest"})


def find_operands(text: str, operation: Operation | None, describe: Describe) -> tuple[Filters, ...]:
    """The two sets, in the order of the text; none where it sets no two sets against each other.

    ``describe`` reads one side. Two single projects, or two divisions, are not meant: a question names those openly.
    """
    patterns = set_patterns()
    if operation not in _AGAINST and not patterns["sets_against"].search(text):
        return ()
    for pattern in patterns["against"]:
        for match in pattern.finditer(text):
            first, second = describe(text[: match.start()]), describe(text[match.end() :])
            second = second.model_copy(update={"priority": True}) if _is_rest(text[match.end() :], first) else second
            if _is_set(first) and _is_set(second) and first != second and not _both_plain(first, second):
                return _without_rest(text[match.end() :], first, second)
    return ()


def _is_rest(text: str, first: Filters) -> bool:
    """Whether the second side is what the first leaves (残り全部)."""
    return first.among is not None and bool(set_patterns()["rest"].match(text))


def _without_rest(text: str, first: Filters, second: Filters) -> tuple[Filters, ...]:
    if not _is_rest(text, first):
        return first, second
    return first, second.model_copy(update={"excluding": first.among or (), "among": None, "named": False})


def _is_set(filters: Filters) -> bool:
    return filters != Filters()


def _both_plain(first: Filters, second: Filters) -> bool:
    """Whether each side is one project or one division alone."""
    return all(
        side in (Filters(among=side.among, named=True), Filters(divisions=side.divisions))
        and len(side.among or side.divisions) == 1
        for side in (first, second)
    )


def is_of_number(text: str) -> bool:
    """Whether it is how many projects there are that the sets are compared by."""
    return bool(re.search("数|件|いくつ|何個|何本", text)) and not re.search("費|お金|金額|予算|いくら", text)
