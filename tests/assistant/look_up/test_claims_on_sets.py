"""Numbers, sums and comparisons that a question takes for granted are checked against the set that was found."""

import pytest

from assistant.look_up.claims_on_sets import checked
from assistant.look_up.findings import OfSet
from assistant.understand.filters import Filters
from assistant.understand.question import Count, Premise, Understanding
from corpus.records import Project

BRIDGE, ROAD = (
    Project(
        id=name, name=name, divisions=("土木課",), content="直します。", cost_million_yen=cost, document_id="d",
        section="重点事業", page=1,
    )
    for name, cost in (("橋事業", 90), ("道事業", 40))
)  # fmt: skip
COMPARED = OfSet(
    filters=Filters(among=("橋事業", "道事業"), named=True), operation="compare", projects=(BRIDGE, ROAD),
    base=(BRIDGE, ROAD), result=50, over_cost=True,
)  # fmt: skip
LISTED = OfSet(filters=Filters(priority=True), operation="list", projects=(BRIDGE, ROAD), base=(BRIDGE, ROAD))
SUMMED = LISTED.model_copy(update={"operation": "sum", "result": 130.0, "over_cost": True})


def holds(finding: OfSet, **read: object) -> bool | None:
    """Whether the correction holds; None where there is none."""
    found = checked(Understanding.model_validate({"text": "", **read}), finding)
    assert isinstance(found, OfSet)
    return found.correction.holds if found.correction else None


@pytest.mark.parametrize(
    ("premise", "right"),
    [
        (Premise(comparison="less", than=("橋事業",)), True),
        (Premise(comparison="more", than=("橋事業",)), False),
        (Premise(comparison="more", than=("道事業",)), True),
        (Premise(comparison="more", than=("道事業",), negated=True), False),
        (Premise(comparison="same"), False),
        (Premise(comparison="more", than=("道事業",), open=True), None),
    ],
)
def test_a_comparison_of_two_costs_is_checked(premise: Premise, right: bool | None) -> None:
    assert holds(COMPARED, premise=premise) is right


@pytest.mark.parametrize(("amount", "right"), [(130, True), (200, False)])
def test_a_claimed_sum_is_checked(amount: int, right: bool) -> None:
    assert holds(SUMMED, premise=Premise(amounts=(amount,))) is right


def test_a_wrong_number_is_set_right_even_where_it_is_only_mentioned() -> None:
    assert holds(LISTED, counted=Count(number=3)) is False
    assert holds(LISTED, counted=Count(number=2)) is None
    assert holds(LISTED, counted=Count(number=2), premise=Premise()) is True
