"""Questions made from a plan's own records, real or generated, each with the facts that a right answer holds."""

from collections import Counter
from itertools import islice
from random import Random

from evals.from_records import exact, talks
from evals.from_records.truth import ProjectsTruth, ProjectTruth, truth_of
from evals.items import EvalItem

__all__ = ["ProjectTruth", "ProjectsTruth", "questions", "truth_of"]

_KINDS = (
    exact.division, exact.all_of_a_division, exact.all_of_two_divisions, exact.priorities, exact.carried_together,
    exact.count, exact.code_to_project, exact.code_to_division, exact.project_to_code, exact.unknown_code,
    exact.cost, exact.cost_sum, exact.cost_extreme, exact.cost_threshold, exact.schedule, exact.year_of_an_item,
    exact.content, exact.goal, exact.related, talks.claimed_division, talks.claimed_cost, talks.unstated,
    talks.then_code, talks.then_content, talks.then_its_division, talks.then_another, talks.then_next_year,
    talks.nth_of_a_list,
)  # fmt: skip


def questions(truth: ProjectsTruth, seed: int, plan: str, per_kind: int = 8) -> list[EvalItem]:
    """At most ``per_kind`` conversations of each kind, the same for the same seed; ids begin with ``plan``."""
    random = Random(seed)
    numbers: Counter[str] = Counter()
    items = []
    for kind in _KINDS:
        for drawn in islice(kind(random, truth), per_kind):
            numbers[drawn.category] += 1
            name = f"{plan}-{drawn.category}-{numbers[drawn.category]:03d}"
            items.append(EvalItem(id=name, category=drawn.category, split="test", turns=drawn.turns))
    return items
