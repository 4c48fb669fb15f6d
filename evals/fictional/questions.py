"""Questions about a generated plan, made from its own truth, each with the facts that a right answer holds."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from random import Random
from typing import TypeVar

from evals.fictional.items import (
    Draft,
    EvalItem,
    Expectation,
    amount_forms,
    asked_amount,
    asked_code,
    asked_year,
    draft,
)
from evals.fictional.records import FictionalPlan, PlanTruth, ProjectTruth

Thing = TypeVar("Thing")
THRESHOLDS_MILLION_YEN = (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def questions(plan: FictionalPlan, per_kind: int = 8) -> list[EvalItem]:
    """At most ``per_kind`` questions of each kind, the same for the same plan; ids name the plan's seed."""
    random = Random(plan.seed)
    kinds = (
        _division, _list, _list_of_two, _count, _code_to_project, _code_to_division, _project_to_code, _unknown_code,
        _cost, _cost_sum, _cost_extreme, _cost_threshold, _schedule, _schedule_year, _priority,
    )  # fmt: skip
    numbers: Counter[str] = Counter()
    items = []
    for kind in kinds:
        for drawn in islice(kind(random, plan.truth), per_kind):
            category = drawn["category"]
            numbers[category] += 1
            identifier = f"fictional-{plan.seed}-{category}-{numbers[category]:03d}"
            items.append(EvalItem(id=identifier, category=category, split="test", turns=[drawn["turn"]]))
    return items


def _division(random: Random, truth: PlanTruth) -> Iterator[Draft]:
    for project in _shuffled(random, truth.projects):
        expect = Expectation(status="answered", divisions=list(project.divisions), projects=[project.name])
        yield draft(random, "division", "division", expect, name=_asked_name(random, truth, project))


def _list(random: Random, truth: PlanTruth) -> Iterator[Draft]:
    for name in _shuffled(random, _askable_divisions(truth)):
        yield draft(random, "list", "list", _listing(_of(truth, name), divisions=[name]), division=name)


def _list_of_two(random: Random, truth: PlanTruth) -> Iterator[Draft]:
    names = _shuffled(random, _askable_divisions(truth))
    for name, other in islice(pairwise(names), 2):
        carried = _of(truth, name, other)
        yield draft(random, "list", "list_two", _listing(carried), division=name, other=other)


def _count(random: Random, truth: PlanTruth) -> Iterator[Draft]:
    yield draft(random, "count", "count_all", _counting(truth.projects))
    if truth.priorities:
        yield draft(random, "count", "count_priority", _counting(truth.priorities))
    for name in _shuffled(random, _askable_divisions(truth)):
        yield draft(random, "count", "count", _counting(_of(truth, name)), division=name)


def _code_to_project(random: Random, truth: PlanTruth) -> Iterator[Draft]:
    for project in truth.priorities:
        expect = Expectation(status="answered", projects=[project.name], must=[project.name])
        yield draft(random, "code", "code_to_project", expect, code=asked_code(random, str(project.code)))


def _code_to_division(random: Random, truth: PlanTruth) -> Iterator[Draft]:
    for project in truth.priorities:
        expect = Expectation(status="answered", divisions=list(project.divisions), projects=[project.name])
        yield draft(random, "code", "code_to_division", expect, code=asked_code(random, str(project.code)))


def _project_to_code(random: Random, truth: PlanTruth) -> Iterator[Draft]:
    for project in truth.priorities:
        expect = Expectation(status="answered", projects=[project.name], must=[str(project.code)])
        yield draft(random, "code", "project_to_code", expect, name=_asked_name(random, truth, project))


def _unknown_code(random: Random, truth: PlanTruth) -> Iterator[Draft]:
    """Codes beside the plan's own: a number after the last, another branch."""
    codes = [str(project.code).split("-") for project in truth.priorities]
    if not codes:
        return
    *prefix, last = codes[-1]
    beyond = [[*prefix, str(int(last) + more)] for more in (1, random.randint(4, 20))]
    aside = [[str(int(codes[0][0]) + more), *codes[0][1:]] for more in (1, 2)]
    for parts in _shuffled(random, [*beyond, *aside]):
        code = asked_code(random, "-".join(parts))
        yield draft(random, "code", "unknown_code", Expectation(status="not_found"), code=code)


def _cost(random: Random, truth: PlanTruth) -> Iterator[Draft]:
    for project in _shuffled(random, truth.priorities):
        expect = Expectation(
            status="answered", projects=[project.name], must=[amount_forms(project.cost_million_yen or 0)]
        )
        yield draft(random, "cost", "cost", expect, name=project.name)


def _cost_sum(random: Random, truth: PlanTruth) -> Iterator[Draft]:
    if len(truth.priorities) > 1:
        total = sum(project.cost_million_yen or 0 for project in truth.priorities)
        yield draft(random, "cost", "cost_sum", Expectation(status="answered", must=[amount_forms(total)]))


def _cost_extreme(random: Random, truth: PlanTruth) -> Iterator[Draft]:
    costs = [project.cost_million_yen or 0 for project in truth.priorities]
    for phrasing, extreme in (("cost_max", max(costs, default=0)), ("cost_min", min(costs, default=0))):
        if len(costs) > 1 and costs.count(extreme) == 1:
            name = truth.priorities[costs.index(extreme)].name
            expect = Expectation(status="answered", projects=[name], must=[name, amount_forms(extreme)])
            yield draft(random, "cost", phrasing, expect)


def _cost_threshold(random: Random, truth: PlanTruth) -> Iterator[Draft]:
    for limit in _shuffled(random, THRESHOLDS_MILLION_YEN):
        over = [project for project in truth.priorities if (project.cost_million_yen or 0) >= limit]
        under = [project for project in truth.priorities if project not in over]
        if over and under:
            phrasing, chosen = random.choice((("cost_over", over), ("cost_under", under)))
            yield draft(random, "cost", phrasing, _listing(chosen), amount=asked_amount(random, limit))


def _schedule(random: Random, truth: PlanTruth) -> Iterator[Draft]:
    for project in _shuffled(random, truth.priorities):
        year, items = random.choice(list((project.schedule or {}).items()))
        others = {item for column in (project.schedule or {}).values() for item in column}
        foreign = sorted(item for item in others if not any(item in own for own in items))
        expect = Expectation(status="answered", projects=[project.name], must=list(items), must_not=foreign)
        yield draft(random, "schedule", "schedule", expect, name=project.name, year=asked_year(random, year))


def _schedule_year(random: Random, truth: PlanTruth) -> Iterator[Draft]:
    for project in _shuffled(random, truth.priorities):
        schedule = project.schedule or {}
        item = random.choice([item for items in schedule.values() for item in items])
        expect = Expectation(
            status="answered",
            projects=[project.name],
            must=[_year_forms(year) for year, items in schedule.items() if item in items],
        )
        yield draft(random, "schedule", "schedule_year", expect, name=project.name, item=item)


def _priority(random: Random, truth: PlanTruth) -> Iterator[Draft]:
    if truth.priorities:
        yield draft(random, "list", "priority", _listing(truth.priorities))


def _listing(projects: Sequence[ProjectTruth], divisions: list[str] | None = None) -> Expectation:
    expect = Expectation(status="answered", list=[project.name for project in projects])
    return Expectation(**expect, divisions=divisions) if divisions else expect


def _counting(projects: Sequence[ProjectTruth]) -> Expectation:
    count = len(projects)
    return Expectation(**_listing(projects), must=[[f"{count}件", f"{count}事業", f"{count}つ", f"{count}の事業"]])


def _year_forms(year: str) -> list[str]:
    number = int(year.removeprefix("令和").removesuffix("年度"))
    return [year, f"R{number}", f"{2018 + number}年度"]


def _of(truth: PlanTruth, *divisions: str) -> list[ProjectTruth]:
    return [project for project in truth.projects if set(divisions) & set(project.divisions)]


def _askable_divisions(truth: PlanTruth) -> list[str]:
    """The divisions whose name is not part of another's."""
    return [name for name in truth.divisions if sum(name in other for other in truth.divisions) == 1]


def _asked_name(random: Random, truth: PlanTruth, project: ProjectTruth) -> str:
    """The project's name, or now and then its name without 事業 or 事務 where that still names it alone."""
    short = project.name.removesuffix("事業").removesuffix("事務")
    names = [*truth.divisions, *(other.name for other in truth.projects)]
    alone = sum(short in name for name in names) == 1
    return short if alone and len(short) >= 4 and random.random() < 0.3 else project.name


def _shuffled(random: Random, things: Sequence[Thing]) -> list[Thing]:
    return random.sample(things, len(things))
