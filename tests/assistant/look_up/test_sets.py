"""Sets of projects, selected and computed over a tiny catalogue whose every result can be worked out by hand."""

from typing import get_args

import pytest

from assistant.look_up.empty_sets import none_of
from assistant.look_up.sets import compute, ended_in, is_finished, select
from assistant.understand.filters import Cut, Filters, TextPart
from assistant.understand.question import Operation
from corpus.catalogue import Catalogue
from corpus.records import Project


def project(name: str, *divisions: str, **more: object) -> Project:
    """A project of the tiny plan; its id is its name."""
    fields = {"content": f"{name}を行います。", **more}
    return Project.model_validate(
        {
            "id": name,
            "name": name,
            "divisions": divisions,
            "document_id": "d",
            "section": "実施事業",
            "page": 1,
            **fields,
        }
    )


# Costs 10, 30, 30 and 50 百万円; two projects without a cost, one of them finished.
ROAD = project(
    "道路事業", "土木課", code="1-1", priority=True, cost_million_yen=10, note="「安全なまち」につながる事業"
)
BRIDGE = project("橋事業", "土木課", "財政課", code="1-2", priority=True, cost_million_yen=30)
PARK = project("公園事業", "緑課", cost_million_yen=30, related_divisions=("土木課",))
LAND = project("用地事業", "財政課", account="特別会計", cost_million_yen=50)
BOOKS = project("帳簿事務", "財政課")
FESTIVAL = project("祭典事業", "緑課", content="祭典を行います。（※～令和３年度）")
SURVEY = project("調査事業", "道路課", schedule={"令和1年度": ("測量",), "令和2年度": ("設計",)})
SIGNS = project("標識事業", "道路課", schedule={"令和1年度": ("点検",), "令和2年度": ("点検",)})
ALL = (ROAD, BRIDGE, PARK, LAND, BOOKS, FESTIVAL)
TINY = Catalogue(documents=(), projects=ALL, passages=())
SCHEDULED = Catalogue(documents=(), projects=(ROAD, SURVEY, SIGNS), passages=())


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param(Filters(), ALL, id="no filter"),
        pytest.param(Filters(several_divisions=False), (ROAD, PARK, LAND, BOOKS, FESTIVAL), id="one division alone"),
        pytest.param(Filters(with_related=False), (ROAD, BRIDGE, LAND, BOOKS, FESTIVAL), id="no related division"),
        pytest.param(Filters(excluding_divisions=("財政課", "緑課")), (ROAD,), id="without divisions"),
        pytest.param(Filters(part=TextPart(field="content", word="祭典")), (FESTIVAL,), id="a word of the content"),
        pytest.param(
            Filters(part=TextPart(field="name", word="事業", lacking=True)), (BOOKS,), id="a word that a name lacks"
        ),
        pytest.param(
            Filters(part=TextPart(field="name", word="橋", others=("公園",))), (BRIDGE, PARK), id="one of two words"
        ),
        pytest.param(
            Filters(part=TextPart(field="content", word="祭典の開催", others=("帳簿を行う",), loosely=True)),
            (BOOKS,),
            id="all words of one phrase in one sentence",
        ),
        pytest.param(Filters(pages=(1, 2)), (), id="pages that print nothing of them"),
        pytest.param(Filters(part=TextPart(field="note", word="安全")), (ROAD,), id="a word of the note"),
        pytest.param(Filters(part=TextPart(field="any", word="安全")), (ROAD,), id="a word anywhere"),
        pytest.param(Filters(part=TextPart(field="name", word="橋", place="start")), (BRIDGE,), id="how a name begins"),
        pytest.param(Filters(part=TextPart(field="name", word="事務", place="end")), (BOOKS,), id="a name's end"),
        pytest.param(Filters(divisions=("財政課",)), (BRIDGE, LAND, BOOKS), id="one division"),
        pytest.param(Filters(divisions=("緑課", "土木課")), (ROAD, BRIDGE, PARK, FESTIVAL), id="either division"),
        pytest.param(Filters(divisions=("財政課", "土木課"), all_divisions=True), (BRIDGE,), id="both divisions"),
        pytest.param(Filters(priority=True), (ROAD, BRIDGE), id="priority"),
        pytest.param(Filters(priority=False), (PARK, LAND, BOOKS, FESTIVAL), id="no priority"),
        pytest.param(Filters(coded=False), (PARK, LAND, BOOKS, FESTIVAL), id="no code"),
        pytest.param(Filters(several_divisions=True), (BRIDGE,), id="several divisions"),
        pytest.param(Filters(accounts=("特別会計",)), (LAND,), id="account"),
        pytest.param(Filters(themes=("安全なまち",)), (ROAD,), id="theme"),
        pytest.param(Filters(related_division="土木課"), (PARK,), id="related division"),
        pytest.param(Filters(with_related=True), (PARK,), id="any related division"),
        pytest.param(Filters(finished=True), (FESTIVAL,), id="finished"),
        pytest.param(Filters(with_cost=True), (ROAD, BRIDGE, PARK, LAND), id="with a cost"),
        pytest.param(Filters(cost_from=30), (BRIDGE, PARK, LAND), id="30 or more"),
        pytest.param(Filters(cost_over=30), (LAND,), id="more than 30"),
        pytest.param(Filters(cost_to=30), (ROAD, BRIDGE, PARK), id="30 or less"),
        pytest.param(Filters(cost_under=30), (ROAD,), id="less than 30"),
        pytest.param(Filters(cost_over=10, cost_under=50), (BRIDGE, PARK), id="between"),
        pytest.param(Filters(part=TextPart(field="name", word="事務")), (BOOKS,), id="part of the name"),
        pytest.param(Filters(among=("用地事業", "道路事業")), (ROAD, LAND), id="among, in plan order"),
        pytest.param(Filters(among=()), (), id="among nothing"),
        pytest.param(Filters(divisions=("財政課",), excluding=("橋事業",)), (LAND, BOOKS), id="the others"),
        pytest.param(Filters(divisions=("財政課",), priority=True), (BRIDGE,), id="two filters"),
        pytest.param(Filters(divisions=("水道課",)), (), id="unknown division"),
    ],
)
def test_a_filter_admits_exactly_its_projects_in_plan_order(filters: Filters, expected: tuple[Project, ...]) -> None:
    assert select(TINY, filters) == expected


@pytest.mark.parametrize(
    ("operation", "result", "chosen"),
    [
        ("count", 6, ALL), ("sum", 120, (ROAD, BRIDGE, PARK, LAND)), ("average", 30, (ROAD, BRIDGE, PARK, LAND)),
        ("largest", 50, (LAND,)), ("smallest", 10, (ROAD,)), ("difference", 40, (LAND, BRIDGE, PARK, ROAD)),
        ("ranking", 40, (LAND, BRIDGE, PARK, ROAD)), ("list", None, ALL),
    ],
)  # fmt: skip
def test_an_operation_gives_what_is_worked_out_by_hand(
    operation: Operation, result: float | None, chosen: tuple[Project, ...]
) -> None:
    found = compute(Filters(), operation, ALL, ALL)
    assert (found.result, found.projects) == (result, chosen)


def test_a_share_of_the_set_is_of_the_base() -> None:
    found = compute(Filters(priority=True), "share", (ROAD, BRIDGE), ALL)
    assert found.result == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("operation", "rank", "cost", "chosen"),
    [("largest", 2, 30, (BRIDGE, PARK)), ("largest", 3, 10, (ROAD,)), ("smallest", 2, 30, (BRIDGE, PARK))],
)
def test_equal_costs_share_a_rank(operation: Operation, rank: int, cost: int, chosen: tuple[Project, ...]) -> None:
    found = compute(Filters(), operation, ALL, ALL, rank)
    assert (found.result, found.projects) == (cost, chosen)


@pytest.mark.parametrize("operation", ["sum", "average", "smallest"])
def test_what_has_no_cost_is_named_and_never_counts_as_zero(operation: Operation) -> None:
    found = compute(Filters(), operation, ALL, ALL)
    assert found.without_cost == (BOOKS, FESTIVAL)
    assert found.result != 0
    assert BOOKS not in found.projects


@pytest.mark.parametrize("operation", [*get_args(Operation)])
def test_nothing_is_computed_over_costs_that_the_plan_does_not_print(operation: Operation) -> None:
    found = compute(Filters(), operation, (BOOKS, FESTIVAL), ALL)
    assert not found.over_cost
    assert found.result is None or operation in ("count", "share")


def test_a_project_is_finished_only_where_the_plan_remarks_it() -> None:
    assert [one.name for one in ALL if is_finished(one)] == ["祭典事業"]


@pytest.mark.parametrize(
    ("filters", "years", "expected"),
    [
        (Filters(with_schedule=True), (), (SURVEY, SIGNS)),
        (Filters(with_schedule=False), (), (ROAD,)),
        (Filters(unchanged=True), (), (SIGNS,)),
        (Filters(part=TextPart(field="schedule", word="設計")), (), (SURVEY,)),
        (Filters(part=TextPart(field="schedule", word="設計")), ("令和1年度",), ()),
    ],
)
def test_schedules_are_filtered_by_year_and_word(
    filters: Filters, years: tuple[str, ...], expected: tuple[Project, ...]
) -> None:
    assert select(SCHEDULED, filters, years) == expected


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (Filters(cut=Cut(by="cost", last=1)), ["用地事業"]),
        (Filters(cut=Cut(by="cost", last=1, from_end=True)), ["道路事業"]),
        (Filters(cut=Cut(by="plan", first=2, last=3)), ["橋事業", "公園事業"]),
        (Filters(cut=Cut(by="plan", last=2, from_end=True)), ["帳簿事務", "祭典事業"]),
        (Filters(cut=Cut(by="code", from_end=True)), ["橋事業"]),
        (Filters(divisions=("財政課",), cut=Cut(by="plan")), ["橋事業"]),
        (Filters(part=TextPart(field="code", word="1", place="start")), ["道路事業", "橋事業"]),
        (Filters(part=TextPart(field="code", word="2", place="end")), ["橋事業"]),
        (Filters(divisions=("緑課",), finished=False), ["公園事業"]),
    ],
)
def test_a_set_may_be_some_places_of_an_order_or_share_a_part_of_its_codes(filters: Filters, names: list[str]) -> None:
    assert [found.name for found in select(TINY, filters)] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("終わった事業", (FESTIVAL,)),
        ("令和3年度でおしまいになった事業", (FESTIVAL,)),
        ("令和4年度までに終わった事業", (FESTIVAL,)),
        ("令和2年度に終わった事業", ()),
    ],
)
def test_finished_projects_are_those_that_ended_in_the_year_named(text: str, expected: tuple[Project, ...]) -> None:
    assert ended_in((FESTIVAL,), text) == expected


@pytest.mark.parametrize(
    ("filters", "operation", "proof"),
    [
        (Filters(divisions=("緑課",), priority=True), "list", (PARK, FESTIVAL)),
        (Filters(priority=True, accounts=("特別会計",)), None, (LAND,)),
        (Filters(divisions=("緑課",), cost_over=90), "count", (PARK, FESTIVAL)),
    ],
)
def test_none_of_a_set_is_proven_by_what_is_printed(
    filters: Filters, operation: Operation | None, proof: tuple[Project, ...]
) -> None:
    found = none_of(TINY, filters, operation)
    assert found is not None
    assert (found.base, found.result) == (proof, 0)


def test_no_list_of_what_is_printed_of_some_alone_is_known_to_be_empty() -> None:
    assert none_of(TINY, Filters(divisions=("緑課",), cost_over=90), "list") is None
    assert none_of(TINY, Filters(divisions=("緑課",), with_goal=True), "list") is None
