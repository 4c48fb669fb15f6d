"""Questions made from records hold only what those records hold; real and generated plans alike."""

from itertools import chain

import pytest
from hypothesis import given, settings

from corpus.catalogue import Catalogue
from evals.fictional import FictionalPlan, generate
from evals.from_records import questions, truth_of
from evals.items import EvalItem, Expectation
from tests.ingest.strategies import plans

CATEGORIES = {
    "absent", "code", "conversation", "cost", "count", "division", "field", "list", "premise", "schedule",
}  # fmt: skip


def asked(plan: FictionalPlan) -> list[EvalItem]:
    return questions(plan.truth, plan.seed, f"fictional-{plan.seed}")


def expected(item: EvalItem) -> list[Expectation]:
    return [turn.expect for turn in item.turns if turn.expect]


@pytest.mark.slow
@given(plans(min_priorities=1, max_plain=20))
@settings(max_examples=30, deadline=None)
def test_questions_name_what_the_truth_holds(plan: FictionalPlan) -> None:
    names = [project.name for project in plan.truth.projects]
    items = asked(plan)
    assert len({item.id for item in items}) == len(items)
    for expect in chain.from_iterable(map(expected, items)):
        assert set(expect.projects) <= set(names)
        assert set(expect.divisions) <= set(plan.truth.divisions)
        assert list(expect.list or ()) == [name for name in names if name in (expect.list or ())]


@pytest.mark.slow
def test_every_kind_of_question_is_asked_and_the_same_for_the_same_plan() -> None:
    items = list(chain.from_iterable(asked(generate(seed)) for seed in range(3)))
    assert {item.category for item in items} == CATEGORIES
    assert {expect.status for item in items for expect in expected(item)} == {"answered", "not_found"}
    assert items == list(chain.from_iterable(asked(generate(seed)) for seed in range(3)))
    assert not any("{" in turn.question for item in items for turn in item.turns)


def test_a_plan_that_was_read_is_asked_about_its_own_records(small_catalogue: Catalogue) -> None:
    truth = truth_of(small_catalogue)
    items = questions(truth, 1, "own", per_kind=99)
    divisions = {expect.projects for item in items if item.category == "division" for expect in expected(item)}
    assert divisions == {(project.name,) for project in small_catalogue.projects}
    lists = {expect.list for item in items if item.category == "list" for expect in expected(item)}
    own = {tuple(project.name for project in small_catalogue.of_division(name)) for name in truth.askable_divisions()}
    assert own <= lists
