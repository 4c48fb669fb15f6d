"""Two sets against each other: what each comes to, how far they lie apart, which share or multiple one is."""

from collections.abc import Callable

from assistant.compose.corrections import correct
from assistant.compose.describe import bounds_of
from assistant.compose.draft import Draft
from assistant.compose.wording_book import WordingBook
from assistant.look_up.findings import OfPair, OfSet
from assistant.understand.filters import Filters


def note_bounds(draft: Draft, wording: WordingBook, filters: Filters) -> None:
    """The bounds of a cost are the question's own figures."""
    draft.computed |= bounds_of(wording, filters)
    if filters.part and filters.part.field == "code":
        draft.computed.add(filters.part.word)


class PairComposer:
    """Words two sets; ``what`` says a set in words, ``rows`` adds its projects."""

    def __init__(self, wording: WordingBook, what: Callable[[OfSet], str], rows: Callable[..., None]) -> None:
        self._wording = wording
        self._what = what
        self._rows = rows

    def compose(self, draft: Draft, found: OfPair) -> None:
        """What each of two sets comes to, and how far they lie apart."""
        for one in found.sets:
            self._side(draft, one, over_cost=found.over_cost)
        if found.correction:
            draft.lines.insert(0, correct(self._wording, found.correction, ()))
        larger, smaller = (self._side_name(one) for one in found.sets)
        apart = self._wording.amount(round(found.difference, 1)) if found.over_cost else str(int(found.difference))
        draft.computed.add(apart)
        kind = "cost" if found.over_cost else "count"
        said = self._wording.say(f"pair_{kind}" if found.difference else "pair_equal", larger=larger, apart=apart)
        draft.lines.append(said)
        measured = (found.over_cost and found.difference) or found.correction
        if measured and found.sets[0].result and found.sets[1].result:
            draft.lines.append(self._proportion(draft, found, larger, smaller))
        for one in found.sets:
            self._rows(draft, one.projects, with_cost=found.over_cost)
        each = [project for one in found.sets for project in one.projects]
        once = {project.id: project for project in each}
        draft.projects = tuple(
            once.values() if found.over_cost else each
        )  # two counted lists stand one after the other
        draft.focus = draft.shown = tuple(once)

    def _proportion(self, draft: Draft, found: OfPair, larger: str, smaller: str) -> str:
        """How many times the smaller the larger is, or which share of it the smaller."""
        most, least = (one.result or 1 for one in found.sets)
        figure = f"{most / least:.2f}".rstrip("0").rstrip(".") if found.multiple else f"{least / most * 100:.1f}"
        draft.computed.add(figure)
        if found.multiple:
            return self._wording.say("ratio", names=larger, others=smaller, ratio=figure)
        return self._wording.say("pair_share", smaller=smaller, larger=larger, percent=figure)

    def _side_name(self, one: OfSet) -> str:
        """One of two sets in words; its mean, where that is what the other is set against."""
        return self._wording.say("what_mean", what=self._what(one)) if one.operation == "average" else self._what(one)

    def _side(self, draft: Draft, one: OfSet, *, over_cost: bool) -> None:
        """One of two sets, with what it comes to."""
        note_bounds(draft, self._wording, one.filters)
        draft.computed |= {*one.filters.excluding_divisions, *one.filters.excluding_names}
        if over_cost:
            amount = self._wording.amount(round(one.result or 0, 1))
            draft.computed.add(amount)
            total = "sum" if len(one.projects) > 1 else "side_cost"
            name = "average" if one.operation == "average" else total
            draft.lines.append(self._wording.say(name, what=self._what(one), amount=amount))
        else:
            draft.lines.append(self._wording.say("list", what=self._what(one), count=len(one.projects)))
