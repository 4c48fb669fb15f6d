"""Questions that take something for granted, ask what no plan prints, or go on from the answer before."""

from collections.abc import Iterator
from itertools import pairwise
from random import Random

from evals.from_records.drafts import Draft, amount_forms, draft, turn
from evals.from_records.exact import carried, listing, shuffled
from evals.from_records.truth import ProjectsTruth
from evals.items import Expectation

_BEGINNING = 15


def claimed_division(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """A division is said to carry a project, by turns rightly and wrongly."""
    for at, project in enumerate(shuffled(random, truth.projects)):
        others = [name for name in truth.askable_divisions() if name not in project.divisions]
        is_right = at % 2 == 0 or not others
        name = project.divisions[0] if is_right else random.choice(others)
        expect = carried(project).model_copy(update={"must_not": ("いいえ、" if is_right else "はい、",)})
        yield draft(random, "premise", "claimed_division", expect, name=project.name, division=name)


def claimed_cost(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """A project is said to cost what another one costs."""
    costs = list(truth.costs.items())
    for (name, amount), (_, wrong) in zip(costs, costs[1:] + costs[:1], strict=True):
        if amount != wrong:
            must = (amount_forms(amount),)
            expect = Expectation(status="answered", projects=(name,), must=must, must_not=("はい、",))
            yield draft(random, "premise", "claimed_cost", expect, name=name, amount=f"{wrong}百万円")


def unstated(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """A fact of a project that no plan prints."""
    for project in shuffled(random, truth.projects):
        yield draft(random, "absent", "unstated", Expectation(status="not_found"), name=project.name)


def then_code(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """Who carries it, then its code, then who it was again."""
    for project in shuffled(random, [project for project in truth.projects if project.code]):
        code = Expectation(status="answered", projects=(project.name,), must=(str(project.code),))
        asked = turn(random, "division", carried(project), name=project.name)
        then = (turn(random, "then_code", code), turn(random, "then_division", carried(project)))
        yield Draft(category="conversation", turns=(asked, *then))


def then_content(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """Who carries it, then what it does."""
    for project in shuffled(random, truth.projects):
        told = Expectation(status="answered", projects=(project.name,), must=(project.content[:_BEGINNING],))
        asked = turn(random, "division", carried(project), name=project.name)
        yield Draft(category="conversation", turns=(asked, turn(random, "then_content", told)))


def then_its_division(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """Who carries it, then all projects of that division."""
    for project in shuffled(random, [project for project in truth.projects if len(project.divisions) == 1]):
        own = truth.of(*project.divisions)
        if len(own) > 1:
            asked = turn(random, "division", carried(project), name=project.name)
            yield Draft(category="conversation", turns=(asked, turn(random, "then_all", listing(own))))


def then_another(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """Who carries it, then the same of another project in a few words."""
    for project, other in pairwise(shuffled(random, truth.projects)):
        asked = turn(random, "division", carried(project), name=project.name)
        yield Draft(
            category="conversation", turns=(asked, turn(random, "then_another", carried(other), name=other.name))
        )


def then_next_year(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """What a project does in a year, then in the year after."""
    for project in shuffled(random, [project for project in truth.projects if project.schedule]):
        years = list((project.schedule or {}).items())
        (year, items), (_, later) = years[0], years[1] if len(years) > 1 else (None, ())
        if items and later:
            told = [Expectation(status="answered", projects=(project.name,), must=one) for one in (items, later)]
            asked = turn(random, "schedule", told[0], name=project.name, year=year)
            yield Draft(category="conversation", turns=(asked, turn(random, "then_next_year", told[1])))


def nth_of_a_list(random: Random, truth: ProjectsTruth) -> Iterator[Draft]:
    """All projects of a division, then the content of the second."""
    for name in shuffled(random, [name for name in truth.askable_divisions() if len(truth.of(name)) > 1]):
        own = truth.of(name)
        told = Expectation(status="answered", projects=(own[1].name,), must=(own[1].content[:_BEGINNING],))
        asked = turn(random, "list", listing(own), division=name)
        yield Draft(category="conversation", turns=(asked, turn(random, "then_second", told)))
