"""Questions that one exact answer has: divisions, lists, counts, codes, costs, schedules, fields."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random
from typing import TypeVar

from evals.from_records.drafts import Draft, amount_forms, asked_amount, asked_code, asked_year, draft, year_forms
from evals.from_records.truth import ProjectsTruth, ProjectTruth
from evals.items import Expectation

Thing = TypeVar("Thing")
_THRESHOLDS_MILLION_YEN = (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
# The beginning of a text, as an answer that quotes it whole prints it.
_BEGINNING = 15


def division(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """Who carries a project."""
    for project in shuffled(random, truth.projects):
        yield draft(random, "division", "division", carried(project), name=truth.asked_name(random, project))


def all_of_a_division(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """All projects of a division."""
    for name in shuffled(random, truth.askable_divisions()):
        expect = listing(truth.of(name)).model_copy(update={"divisions": (name,)})
        yield draft(random, "list", "list", expect, division=name)


def all_of_two_divisions(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """All projects of either division."""
    for name, other in pairwise(shuffled(random, truth.askable_divisions())):
        yield draft(random, "list", "list_two", listing(truth.of(name, other)), division=name, other=other)


def priorities(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """The priority projects, listed and counted."""
    if truth.priorities:
        yield draft(random, "list", "priority", listing(truth.priorities))
        yield draft(random, "count", "count_priority", _counting(truth.priorities))


def carried_together(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """The projects that several divisions carry."""
    several = [project for project in truth.projects if len(project.divisions) > 1]
    if several:
        yield draft(random, "list", "several_divisions", listing(several))


def count(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """How many projects the plan, or a division, has."""
    yield draft(random, "count", "count_all", _counting(truth.projects))
    for name in shuffled(random, truth.askable_divisions()):
        yield draft(random, "count", "count", _counting(truth.of(name)), division=name)


def code_to_project(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """Which project has a code."""
    for project, code in _coded(truth):
        expect = Expectation(status="answered", projects=(project.name,), must=(project.name,))
        yield draft(random, "code", "code_to_project", expect, code=asked_code(random, code))


def code_to_division(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """Who carries the project that has a code."""
    for project, code in _coded(truth):
        yield draft(random, "code", "code_to_division", carried(project), code=asked_code(random, code))


def project_to_code(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """Which code a project has."""
    for project, code in _coded(truth):
        expect = Expectation(status="answered", projects=(project.name,), must=(code,))
        yield draft(random, "code", "project_to_code", expect, name=truth.asked_name(random, project))


def unknown_code(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """Codes beside the plan's own: a number after the last, another branch."""
    codes = [code.split("-") for _, code in _coded(truth)]
    if not codes:
        return
    *prefix, last = codes[-1]
    beyond = [[*prefix, str(int(last) + more)] for more in (1, random.randint(4, 20))]
    aside = [[str(int(codes[0][0]) + more), *codes[0][1:]] for more in (1, 2)]
    for parts in shuffled(random, [parts for parts in (*beyond, *aside) if parts not in codes]):
        code = asked_code(random, "-".join(parts))
        yield draft(random, "code", "unknown_code", Expectation(status="not_found"), code=code)


def cost(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """What a project costs; the plan is silent on that of most."""
    for name, amount in shuffled(random, list(truth.costs.items())):
        expect = Expectation(status="answered", projects=(name,), must=(amount_forms(amount),))
        yield draft(random, "cost", "cost", expect, name=name)


def cost_sum(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """The sum of the priority projects' costs."""
    costs = [truth.costs[project.name] for project in truth.priorities if project.name in truth.costs]
    if len(costs) > 1:
        expect = Expectation(status="answered", must=(amount_forms(sum(costs)),))
        yield draft(random, "cost", "cost_sum", expect)


def cost_extreme(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """The project with the largest and the smallest cost."""
    costs = list(truth.costs.values())
    for phrasing, extreme in (("cost_max", max(costs, default=0)), ("cost_min", min(costs, default=0))):
        if len(costs) > 1 and costs.count(extreme) == 1:
            name = next(name for name, amount in truth.costs.items() if amount == extreme)
            must = (name, amount_forms(extreme))
            yield draft(random, "cost", phrasing, Expectation(status="answered", projects=(name,), must=must))


def cost_threshold(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """The projects above or below a cost."""
    costed = [project for project in truth.projects if project.name in truth.costs]
    for limit in shuffled(random, _THRESHOLDS_MILLION_YEN):
        over = [project for project in costed if truth.costs[project.name] >= limit]
        under = [project for project in costed if project not in over]
        if over and under:
            phrasing, chosen = random.choice((("cost_over", over), ("cost_under", under)))
            yield draft(random, "cost", phrasing, listing(chosen), amount=asked_amount(random, limit))


def schedule(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """What a project does in a year."""
    for project, years in _scheduled(random, truth):
        year, items = random.choice(list(years.items()))
        others = {item for column in years.values() for item in column}
        foreign = tuple(sorted(item for item in others if not any(item in own for own in items)))
        expect = Expectation(status="answered", projects=(project.name,), must=items, must_not=foreign)
        yield draft(random, "schedule", "schedule", expect, name=project.name, year=asked_year(random, year))


def year_of_an_item(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """In which years an item of a schedule stands."""
    for project, years in _scheduled(random, truth):
        item = random.choice([item for items in years.values() for item in items])
        must = tuple(year_forms(year) for year, items in years.items() if item in items)
        expect = Expectation(status="answered", projects=(project.name,), must=must)
        yield draft(random, "schedule", "schedule_year", expect, name=project.name, item=item)


def content(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """What a project does."""
    for project in shuffled(random, truth.projects):
        expect = Expectation(status="answered", projects=(project.name,), must=(project.content[:_BEGINNING],))
        yield draft(random, "field", "content", expect, name=truth.asked_name(random, project))


def goal(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """What a project is to reach, or that the plan does not print it."""
    for project in shuffled(random, truth.projects):
        silent = Expectation(status="not_found")
        told = Expectation(status="answered", projects=(project.name,), must=((project.goal or "")[:_BEGINNING],))
        yield draft(random, "field", "goal", told if project.goal else silent, name=project.name)


def related(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """Which divisions are related to a project."""
    for project in shuffled(random, [project for project in truth.projects if project.related_divisions]):
        expect = Expectation(status="answered", projects=(project.name,), must=project.related_divisions)
        yield draft(random, "field", "related", expect, name=project.name)


def carried(project: ProjectTruth) -> Expectation:
    """The project's divisions are named, the project is cited."""
    return Expectation(status="answered", divisions=project.divisions, projects=(project.name,))


def listing(projects: Sequence[ProjectTruth]) -> Expectation:
    """Exactly these projects are listed."""
    return Expectation(status="answered", list=tuple(project.name for project in projects))


def shuffled(random: Random, things: Sequence[Thing]) -> list[Thing]:
    """The things in an order drawn by chance."""
    return random.sample(things, len(things))


def _counting(projects: Sequence[ProjectTruth]) -> Expectation:
    number = len(projects)
    forms = (f"{number}件", f"{number}事業", f"{number}つ", f"{number}の事業")
    return listing(projects).model_copy(update={"must": (forms,)})


def _coded(truth: ProjectsTruth) -> list[tuple[ProjectTruth, str]]:
    return [(project, project.code) for project in truth.projects if project.code]


def _scheduled(random: Random, truth: ProjectsTruth) -> Iterator[tuple[ProjectTruth, dict[str, tuple[str, ...]]]]:
    """The projects with a schedule, and its years that have items."""
    for project in shuffled(random, truth.projects):
        years = {year: items for year, items in (project.schedule or {}).items() if items}
        if years:
            yield project, years
