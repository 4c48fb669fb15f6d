"""Questions that compute over sets before anything else is looked for: parts, schedule items, rests, comparisons."""

from collections.abc import Callable

from assistant.look_up.cost_questions import CostFinder
from assistant.look_up.findings import Finding
from assistant.look_up.ratios import RatioFinder
from assistant.look_up.set_questions import SetFinder
from assistant.look_up.steps import StepFinder
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue


class Computations:
    """The first computation that a question asks for."""

    def __init__(self, catalogue: Catalogue, costs: CostFinder, sets: SetFinder) -> None:
        steps, ratios = StepFinder(catalogue), RatioFinder(catalogue, costs)
        self._rules: tuple[Callable[[Understanding], Finding | None], ...] = (
            ratios.claimed, ratios.against_mean, ratios.same, sets.within, steps.find, steps.divisions, steps.things,
            costs.taken_from, costs.rest_of_total, costs.per_year, costs.against,
        )  # fmt: skip

    def find(self, read: Understanding) -> Finding | None:
        """What was computed, or None where the question asks for no such thing."""
        return next((found for rule in self._rules if (found := rule(read))), None)
