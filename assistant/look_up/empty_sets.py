"""Sets that are empty: told as a count of none, beside the projects that prove it by what the plan prints of them."""

from assistant.look_up.findings import OfSet
from assistant.look_up.sets import select
from assistant.understand.filters import Filters
from assistant.understand.question import Operation
from corpus.catalogue import Catalogue
from corpus.records import Project

# What the plan prints of every project, so that a set of it that is empty is known to be; costs and cards are not.
_OF_ALL = frozenset(
    {"divisions", "among", "priority", "coded", "several_divisions", "division_numbers", "accounts", "finished"}
)
# Said of these, or how they are taken together.
_BESIDE = frozenset({"all_divisions", "excluding", "excluding_divisions", "named", "out_of"})
_LISTS: tuple[Operation | None, ...] = (None, "list", "count")
_MOST_PROVING = 12


def none_of(catalogue: Catalogue, filters: Filters, operation: Operation | None) -> OfSet | None:
    """None of a division, of a list or of a small set, if what is asked for is printed of every project of it."""
    whole = Filters(divisions=filters.divisions, among=filters.among)
    base = select(catalogue, whole) if not whole.is_empty else ()
    if operation in _LISTS and not 0 < len(base) <= _MOST_PROVING:
        base = _proving(catalogue, filters) or base
    proven = operation == "count" or (operation in _LISTS and _stated(filters) - _BESIDE <= _OF_ALL)
    return OfSet(filters=filters, operation="count", projects=(), base=base, result=0) if base and proven else None


def _proving(catalogue: Catalogue, filters: Filters) -> tuple[Project, ...]:
    """The smallest set that one of the filters leaves by itself, if it is small enough to be shown."""
    alone = [Filters(**{name: getattr(filters, name)}) for name in sorted(_stated(filters) & _OF_ALL)]
    sets = [select(catalogue, one) for one in alone]
    return min((one for one in sets if 0 < len(one) <= _MOST_PROVING), key=len, default=())


def _stated(filters: Filters) -> frozenset[str]:
    """The names of what the filters state."""
    empty = Filters()
    return frozenset(name for name, value in filters if value != getattr(empty, name))
