"""Whether a cost or a number stands to another as a question says, and where a project stands against the mean."""

import re

from assistant.look_up.cost_questions import CostFinder
from assistant.look_up.findings import Absent, Correction, Finding, OfPair, OfSet
from assistant.look_up.sets import compute, select
from assistant.understand.filters import Filters
from assistant.understand.operands import is_of_number
from assistant.understand.premise import find_comparison
from assistant.understand.question import Operation, Ratio, Understanding
from assistant.understand.ratios import is_of_costs
from corpus.catalogue import Catalogue
from corpus.records import Project

# One project is set against the mean (平均より高い, 平均との差), not a set bounded by it.
_AGAINST_MEAN = re.compile("平均(?:額|値)?(?:事業費)?(?:と|より|に(?:比べ|対し)|を)")
_NEARLY = re.compile("ほぼ|ほとんど|だいたい|大体|およそ|くらい|ぐらい|ほど")
_NEAR = 0.1
_OF_SUMS = re.compile("費|額|合計|予算|お金|コスト")
_TWO = 2
_ASKS_SET = frozenset({"list", "count", "sum", "largest", "smallest", "ranking"})
_NO_BOUNDS = dict.fromkeys(("cost_from", "cost_over", "cost_to", "cost_under", "among"))


class RatioFinder:
    """Computes both sides, and says whether the claim holds."""

    def __init__(self, catalogue: Catalogue, costs: CostFinder) -> None:
        self._catalogue = catalogue
        self._costs = costs

    def claimed(self, read: Understanding) -> Finding | None:
        """The part and the whole of which it is said to be a share or a multiple, with what is right."""
        ratio = read.ratio
        part = self._part(read, ratio) if ratio else None
        if ratio is None or part is None:
            return None
        projects = select(self._catalogue, part)
        over_cost = _is_over_cost(read, part)
        if over_cost and projects and all(project.cost_million_yen is None for project in projects):
            return Absent(reason="field", field="cost", projects=projects)
        if ratio.whole is None and over_cost:
            return self._of_total(read, ratio, part)
        if ratio.whole is None:
            return self._of_all(read, ratio, part)
        one, whole = (self._side(filters, over_cost=over_cost) for filters in (part, ratio.whole))
        if not one.result or not whole.result:
            return None
        said = _correction(read, ratio, one.result / whole.result)
        return _pair(one, whole, over_cost).model_copy(update={"correction": said, "multiple": ratio.multiple})

    def against_mean(self, read: Understanding) -> OfPair | None:
        """One project's cost against the mean of the set that it is compared with."""
        named = self._one_named(read)
        if named is None or read.operation in _ASKS_SET or not _AGAINST_MEAN.search(read.text):
            return None
        stated = (read.filters or Filters()).model_copy(update={**_NO_BOUNDS, "with_cost": True})
        others = select(self._catalogue, stated)
        if named.cost_million_yen is None or not others:
            return None
        one = compute(Filters(among=(named.id,), named=True), "sum", (named,), (named,))
        shown = stated.model_copy(update={"with_cost": None if stated.priority else True})
        found = _pair(one, compute(shown, "average", others, others), over_cost=True)
        comparison = find_comparison(read.text) if read.premise and not read.premise.open else None
        if comparison is None or not found.difference:
            return found
        more = found.sets[0] == one
        holds = (more == (comparison == "more")) != bool(read.premise and read.premise.negated)
        return found.model_copy(update={"correction": Correction(claimed=(), holds=holds, of_division=False)})

    def same(self, read: Understanding) -> OfPair | None:
        """Two projects that are said to cost the same, or nearly so."""
        told = read.premise if read.premise and not read.premise.open and read.field == "cost" else None
        if told is None or told.comparison != "same" or len(read.projects) != _TWO or not read.names_whole:
            return None
        one, other = (self._side(Filters(among=(name,), named=True), over_cost=True) for name in read.projects)
        if not one.result or not other.result:
            return None
        found = _pair(one, other, over_cost=True)
        near = _NEAR * one.result if _NEARLY.search(read.text) else 0.0
        holds = (found.difference <= near) != told.negated
        return found.model_copy(update={"correction": Correction(claimed=(), holds=holds, of_division=False)})

    def _part(self, read: Understanding, ratio: Ratio) -> Filters | None:
        """What is measured: as the question describes it, else what was spoken of or its words lead to."""
        if ratio.part != Filters():
            return ratio.part
        named = self._one_named(read)
        return Filters(among=(named.id,), named=True) if named else None

    def _one_named(self, read: Understanding) -> Project | None:
        best = max(read.linked.values(), default=0.0)
        ids = read.projects or tuple(name for name, weight in read.linked.items() if weight == best)
        return self._catalogue.project(ids[0]) if len(ids) == 1 else None

    def _side(self, filters: Filters, *, over_cost: bool) -> OfSet:
        projects = select(self._catalogue, filters)
        operation: Operation = "sum" if over_cost else "count"
        return compute(filters, operation, projects, projects)

    def _of_all(self, read: Understanding, ratio: Ratio, part: Filters) -> OfSet:
        """The part as a share of all projects of the plan, by their number."""
        everything = self._catalogue.projects
        found = compute(part, "share", select(self._catalogue, part), everything)
        return found.model_copy(update={"correction": _correction(read, ratio, found.result or 0.0)})

    def _of_total(self, read: Understanding, ratio: Ratio, part: Filters) -> Finding:
        """The part as a share of the plan's total."""
        projects = select(self._catalogue, part)
        found = self._costs.share(read.model_copy(update={"filters": part, "projects": ()}), projects)
        if not isinstance(found, OfSet) or found.result is None:
            return found
        return found.model_copy(update={"correction": _correction(read, ratio, found.result)})


def _is_over_cost(read: Understanding, part: Filters) -> bool:
    """Whether costs are measured: of named projects always, of other sets where money is spoken of besides a bound."""
    if is_of_number(read.text):
        return False
    of_money = _OF_SUMS.search(read.text) or (is_of_costs(read.text) and not part.is_bounded)
    return part.named or bool(of_money)


def _pair(one: OfSet, other: OfSet, over_cost: bool) -> OfPair:
    larger, smaller = sorted((one, other), key=lambda side: -(side.result or 0))
    difference = (larger.result or 0) - (smaller.result or 0)
    return OfPair(sets=(larger, smaller), over_cost=over_cost, difference=difference)


def _correction(read: Understanding, ratio: Ratio, true: float) -> Correction | None:
    """Whether the true share lies where the question says; a denial of the figure itself turns that round."""
    bounded = ratio.least == 0.0
    negated = read.premise is not None and read.premise.negated and not bounded
    return Correction(claimed=(), holds=(ratio.least <= true <= ratio.most) != negated, of_division=False)
