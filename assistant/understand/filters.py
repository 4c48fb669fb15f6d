"""Which projects a question about a set speaks of: words in parts of their rows, places in an order, bounds."""

from typing import Literal

from corpus.records import Record

TextPlace = Literal["start", "inside", "end"]
PartName = Literal["name", "content", "note", "goal", "schedule", "division", "code", "any"]
Order = Literal["plan", "cost", "code"]


class TextPart(Record):
    """A word that is to stand (``lacking``: not to stand) in one part of the projects' rows (``any``: whichever).

    One of ``others`` will do in its place. ``loosely``: what is told in the question's own words stands where one
    sentence, or one item of a schedule, prints all of them. ``script``: the word names a script (カタカナ), of which
    any character will do. ``also``: what else is to stand, or not to, in the same rows.
    """

    field: PartName
    word: str
    place: TextPlace = "inside"
    lacking: bool = False
    others: tuple[str, ...] = ()
    loosely: bool = False
    script: bool = False
    also: "tuple[TextPart, ...]" = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words of which one is to stand there."""
        return (self.word, *self.others)


class Cut(Record):
    """The places, from ``first`` to ``last``, that are meant of a set in an order; ``from_end`` counts from its end.

    ``both_ends`` are as many from either end. Costs are in order from the largest; the last of them are the smallest.
    """

    by: Order
    first: int = 1
    last: int = 1
    from_end: bool = False
    both_ends: bool = False


class Filters(Record):
    """Which projects a question about a set speaks of; an empty filter is every project.

    ``less`` are the sets that it is without; ``excluding_kinds`` the kinds of the divisions that it is without.
    ``division_numbers`` are the numbers of divisions that a project may have. ``among`` are those that may be meant,
    ``out_of`` how many were in the list that was shown before, where it is that list that is narrowed.
    """

    divisions: tuple[str, ...] = ()
    priority: bool | None = None
    coded: bool | None = None
    several_divisions: bool | None = None
    division_numbers: tuple[int, ...] = ()
    accounts: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    related_division: str | None = None
    finished: bool | None = None
    with_cost: bool | None = None
    with_related: bool | None = None
    with_schedule: bool | None = None
    with_note: bool | None = None
    with_goal: bool | None = None
    unchanged: bool | None = None
    cost_from: float | None = None
    cost_over: float | None = None
    cost_to: float | None = None
    cost_under: float | None = None
    pages: tuple[int, ...] = ()
    all_divisions: bool = False
    part: TextPart | None = None
    cut: Cut | None = None
    among: tuple[str, ...] | None = None
    out_of: int = 0
    named: bool = False
    excluding: tuple[str, ...] = ()
    excluding_names: tuple[str, ...] = ()
    excluding_divisions: tuple[str, ...] = ()
    excluding_kinds: tuple[str, ...] = ()
    less: tuple["Filters", ...] = ()

    @property
    def is_bounded(self) -> bool:
        """Whether a cost is to lie within bounds."""
        bounds = (self.cost_from, self.cost_over, self.cost_to, self.cost_under)
        return any(bound is not None for bound in bounds)

    @property
    def has_one_cost(self) -> bool:
        """Whether the cost is to be just one sum."""
        return self.cost_from is not None and self.cost_from == self.cost_to

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is filtered."""
        return self == Filters()
