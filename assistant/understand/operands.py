"""Two sets that a question sets against each other (AとBの差, Aを足してもBに届かない, Aより残り全部)."""

import re
from collections.abc import Callable

from assistant.understand.filters import Filters
from assistant.understand.question import Operation
from assistant.understand.set_patterns import set_patterns

Describe = Callable[[str], Filters]
_QUOTED = re.compile("[「『]([^「」『』]{1,20})[」』]")
_AGAINST: frozenset[Operation] = frozenset({"difference", "compare", "share", "largest", "smallest"})


def find_operands(text: str, operation: Operation | None, describe: Describe) -> tuple[Filters, ...]:
    """The two sets, in the order of the text; none where it sets no two sets against each other.

    ``describe`` reads one side. Two single projects, or two divisions, are not meant: a question names those openly.
    """
    patterns = set_patterns()
    one_place = patterns["superlative"].search(text) or patterns["place_in_order"].search(text)
    superlative = operation in ("largest", "smallest") and one_place
    if superlative or (operation not in _AGAINST and not patterns["sets_against"].search(text)):
        return ()
    for pattern in patterns["against"]:
        for match in pattern.finditer(text):
            first, second = describe(text[: match.start()]), describe(text[match.end() :])
            second = _with_other_word(first, second, text[match.end() :])
            if second == Filters() and _is_rest(text[match.end() :], first):
                second = Filters(with_cost=True)
            elif second == Filters() and first == Filters(priority=True) and patterns["rest"].match(text, match.end()):
                second = Filters(priority=False)
            elif first.named and second.is_bounded:
                continue  # Aは3億円より安い: a bound of the one, no set against it
            if _is_set(first) and _is_set(second) and first != second and not _both_plain(first, second):
                return _without_rest(text[match.end() :], first, _sharing(first, second))
    return ()


def find_within(text: str, describe: Describe) -> tuple[Filters, ...]:
    """A set that is counted, and the part of it that is counted too; none where not both are."""
    patterns = set_patterns()
    for match in patterns["within"].finditer(text):
        whole, part = text[: match.start()], text[match.end() :]
        first, second = describe(whole), describe(part)
        counts = all(patterns["counted"].search(side) for side in (whole, part))
        if counts and _is_set(first) and _is_set(second) and first.priority is None:
            return first, second.model_copy(update={"divisions": first.divisions or second.divisions})
    return _side_by_side(text, describe) if patterns["each_counted"].search(text) else ()


def _side_by_side(text: str, describe: Describe) -> tuple[Filters, ...]:
    """Two sets that are each counted (「A」で終わる名前と「B」で終わる名前、それぞれ何件)."""
    for match in set_patterns()["side_by_side"].finditer(text):
        head, tail = text[: match.start()], text[match.end() :]
        first, second = describe(head), describe(tail)
        second = _with_other_word(first, second, tail)
        plain = any(side.named or side.divisions for side in (first, second))
        if _is_set(first) and _is_set(second) and first != second and not plain:
            return first, second
    return ()


def _sharing(first: Filters, second: Filters) -> Filters:
    """The second side with what is said once for both (A課の重点事業とB課の)."""
    shared = bool(first.divisions and second.divisions) and second.priority is None
    return second.model_copy(update={"priority": first.priority}) if shared else second


def _with_other_word(first: Filters, second: Filters, text: str) -> Filters:
    """The second side, where it is the first with another word (名前の末尾が「事業」のものと「事務」のもの)."""
    other = _QUOTED.match(text)
    if not other or first.part is None or second.part is not None:
        return second
    return first.model_copy(update={"part": first.part.model_copy(update={"word": other[1]})})


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
    if re.search("費|お金|金額|予算|いくら", text):
        return False
    more = re.search("多|少な", text) and not re.search("円|億", text)
    return bool(more or re.search("数|件|いくつ|何個|何本", text))
