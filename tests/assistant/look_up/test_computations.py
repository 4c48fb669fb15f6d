"""Computations over sets of a tiny plan that can be worked out by hand: comparisons, rests, places, schedule items."""

import pytest

from assistant.look_up.claimed import ClaimFinder
from assistant.look_up.cost_questions import CostFinder
from assistant.look_up.division_questions import DivisionFinder
from assistant.look_up.findings import OfDivisions, OfPair, OfSet
from assistant.look_up.set_questions import SetFinder
from assistant.look_up.steps import StepFinder
from assistant.understand.filters import Filters
from assistant.understand.question import Premise, Understanding
from corpus.catalogue import Catalogue
from corpus.records import Passage, Project


def project(name: str, *divisions: str, **more: object) -> Project:
    """A project of the tiny plan; its id is its name."""
    fields = {"content": f"{name}を行います。", "document_id": "d", "section": "実施事業", "page": 1, **more}
    return Project.model_validate({"id": name, "name": name, "divisions": divisions, **fields})


FERRY = project(
    "渡船事業", "港湾課", priority=True, cost_million_yen=10,
    schedule={"令和1年度": ("測量", "設計"), "令和2年度": ("建造",)},
)  # fmt: skip
PIER = project(
    "桟橋事業", "港湾課", priority=True, cost_million_yen=30, schedule={"令和1年度": ("設計",), "令和2年度": ("改修",)}
)
CRANE = project("起重機事業", "機械課", priority=True, cost_million_yen=50)
LEDGER = project("台帳事務", "総務課")
TOTAL = Passage(
    id="d-t", document_id="d", section="", title="", field="total_cost", page=1, start=0, end=1,
    text="推計事業費：1,000 百万円",
)  # fmt: skip
PLAN = Catalogue(documents=(), projects=(FERRY, PIER, CRANE, LEDGER), passages=(TOTAL,))
PRIORITY = Filters(priority=True)


def among(*projects: Project) -> Filters:
    """The projects named one by one."""
    return Filters(among=tuple(one.id for one in projects), named=True)


def test_two_sets_are_compared_by_their_costs_the_larger_first() -> None:
    """40 for the two of the port against 50 for the crane."""
    read = Understanding(text="渡船と桟橋を足しても起重機に届かない？", operands=(among(FERRY, PIER), among(CRANE)))
    found = CostFinder(PLAN).against(read)
    assert isinstance(found, OfPair)
    assert [one.projects for one in found.sets] == [(CRANE,), (FERRY, PIER)]
    assert found.difference == 10


def test_two_sets_are_compared_by_their_numbers_where_those_are_asked_for() -> None:
    """Three priority projects against one that is none."""
    read = Understanding(text="数が多いのはどちら", operands=(Filters(priority=False), PRIORITY))
    found = CostFinder(PLAN).against(read)
    assert found is not None
    assert not found.over_cost
    assert (found.sets[0].result, found.difference) == (3, 2)


def test_a_set_without_any_printed_cost_is_not_compared_by_costs() -> None:
    """What has no cost never counts as zero."""
    read = Understanding(text="どちらの費用が多い", operands=(among(LEDGER), among(CRANE)))
    assert CostFinder(PLAN).against(read) is None


@pytest.mark.parametrize(
    ("text", "operation", "place"), [("大きいほうから何番目", "place", 2), ("安いほうから何番目", "place_up", 2)]
)
def test_a_project_has_a_place_among_the_costs_from_either_end(text: str, operation: str, place: int) -> None:
    """30 is the second of 50, 30 and 10 from either end."""
    read = Understanding(text=text, cues=frozenset({"place"}), projects=(PIER.id,), filters=PRIORITY)
    found = CostFinder(PLAN).over_named(read)
    assert isinstance(found, OfSet)
    assert (found.operation, found.rank, found.result) == (operation, place, 30)


def test_what_is_left_of_the_total_is_computed_from_the_printed_total() -> None:
    """1,000 less the 90 of the priority projects."""
    read = Understanding(text="総額のうち重点事業以外は差し引きいくら", filters=Filters(priority=False))
    found = CostFinder(PLAN).rest_of_total(read)
    assert found is not None
    assert (found.result, found.total, found.projects) == (910, 1000, (FERRY, PIER, CRANE))


def test_a_claim_on_the_dearest_is_checked_and_the_dearest_named() -> None:
    """The pier is not the dearest; the crane is."""
    read = Understanding(
        text="一番高いのは桟橋事業ですよね",
        operation="largest",
        projects=(PIER.id,),
        premise=Premise(),
        names_whole=True,
    )
    found = ClaimFinder(PLAN, DivisionFinder(PLAN)).find(read)
    assert isinstance(found, OfSet)
    assert found.projects == (CRANE,)
    assert found.correction is not None
    assert not found.correction.holds


@pytest.mark.parametrize(("named", "holds"), [((FERRY, PIER), True), ((FERRY,), False)])
def test_a_claim_that_some_are_all_of_a_set_is_answered_with_the_whole_set(
    named: tuple[Project, ...], holds: bool
) -> None:
    """The port has two projects."""
    read = Understanding(
        text="港湾課の事業はこれだけですよね", projects=tuple(one.id for one in named), names_whole=True,
        premise=Premise(divisions=("港湾課",), only_project=True), filters=PRIORITY,
    )  # fmt: skip
    found = ClaimFinder(PLAN, DivisionFinder(PLAN)).find(read)
    assert isinstance(found, OfSet)
    assert found.projects == (FERRY, PIER)
    assert found.correction is not None
    assert found.correction.holds == holds


@pytest.mark.parametrize(
    ("text", "cue", "operation", "counts"),
    [
        ("重点事業の工程は全部で何項目", "count", "sum", (3, 2)),
        ("工程の項目が一番多い重点事業は", "largest", "largest", (3, 2)),
    ],
)
def test_schedule_items_are_counted_project_by_project(
    text: str, cue: str, operation: str, counts: tuple[int, ...]
) -> None:
    """The crane has no schedule and is left out."""
    found = StepFinder(PLAN).find(Understanding(text=text, cues=frozenset({cue}), filters=PRIORITY))
    assert found is not None
    assert (found.operation, found.projects, found.counts) == (operation, (FERRY, PIER), counts)


def test_schedule_items_are_counted_within_the_year_asked_for() -> None:
    """Two of the three are in the first year."""
    found = StepFinder(PLAN).find(Understanding(text="何項目", projects=(FERRY.id,), years=("令和1年度",)))
    assert found is not None
    assert found.counts == (2,)


@pytest.mark.parametrize(
    ("text", "names", "sizes"),
    [
        ("重点事業を一つも担当していない課は", ["総務課"], [1]),
        ("重点事業を担当している課はいくつ", ["港湾課", "機械課"], [2, 1]),
    ],
)
def test_divisions_are_told_by_what_they_carry(text: str, names: list[str], sizes: list[int]) -> None:
    """Counted are the projects of the set, where the division carries some."""
    found = DivisionFinder(PLAN).find(Understanding(text=text, operation="count", filters=PRIORITY))
    assert isinstance(found, OfDivisions)
    assert [division.name for division in found.divisions] == names
    assert [division.project_count for division in found.divisions] == sizes


def test_a_count_of_nothing_of_a_division_is_nought_and_shows_what_it_has() -> None:
    """The general affairs division has one project, and it is no priority one."""
    read = Understanding(text="総務課の重点事業は何件", operation="count", divisions=("総務課",), filters=PRIORITY)
    found = SetFinder(PLAN, CostFinder(PLAN)).of_divisions(read)
    assert isinstance(found, OfSet)
    assert (found.result, found.projects, found.base) == (0, (), (LEDGER,))


@pytest.mark.parametrize(
    ("text", "more", "taken"),
    [
        ("総額から優先の分を除くと残りは", {"filters": Filters(priority=False)}, 90),
        ("総額から港湾課の分を引くと", {"divisions": ("港湾課",)}, 40),
        ("総額から渡船事業を除くと", {"filters": Filters(excluding=(FERRY.id,))}, 10),
    ],
)
def test_what_is_taken_off_the_total_may_be_any_set(text: str, more: dict[str, object], taken: int) -> None:
    """However the question says it: as a set left out, as a division's, as a project."""
    found = CostFinder(PLAN).rest_of_total(Understanding.model_validate({"text": text, **more}))
    assert found is not None
    assert found.result == 1000 - taken


def test_a_cost_is_divided_by_the_years_that_the_schedules_cover() -> None:
    """Two years are printed; a set's sum is divided, a mean over years is no mean over projects."""
    named = Understanding(text="渡船事業は1年あたりいくら", projects=(FERRY.id,), names_whole=True, field="cost")
    of_set = Understanding(text="優先の事業費を年平均にすると", filters=PRIORITY, operation="average")
    found = [CostFinder(PLAN).per_year(read) for read in (named, of_set)]
    assert [(one.result, one.years) for one in found if one] == [(10, 2), (90, 2)]


def test_no_cost_is_divided_where_one_year_s_is_asked_for_or_none_is_printed() -> None:
    """The plan prints no single year's cost, and what has none never counts as zero."""
    one_year = Understanding(
        text="1年分の事業費", projects=(FERRY.id,), names_whole=True, field="cost", years=("令和1年度",)
    )
    without = Understanding(text="1年あたりいくら", projects=(LEDGER.id,), names_whole=True, field="cost")
    assert CostFinder(PLAN).per_year(one_year) is None
    assert CostFinder(PLAN).per_year(without) is None


def test_a_share_is_of_the_list_that_was_shown() -> None:
    """10 of 40, not of all 90 nor of the plan's total."""
    read = Understanding(text="全体2つの何割", projects=(FERRY.id,), filters=Filters(among=(FERRY.id, PIER.id)))
    found = CostFinder(PLAN).share(read, (FERRY,))
    assert isinstance(found, OfSet)
    assert (found.total, found.result) == (40, 0.25)


@pytest.mark.parametrize(("each", "names", "by_year"), [(False, 1, True), (False, 2, False), (True, 2, True)])
def test_steps_are_told_year_by_year(each: bool, names: int, by_year: bool) -> None:
    """Of one project always, of several where each is asked for."""
    ids = (FERRY.id, PIER.id)[:names]
    found = StepFinder(PLAN).find(Understanding(text="工程は何項目ずつ", projects=ids, each=each))
    assert found is not None
    assert found.by_year is by_year


def test_each_division_s_number_of_a_set_is_told() -> None:
    """課ごとに何件 is an order of the divisions, not one number."""
    found = DivisionFinder(PLAN).find(Understanding(text="課ごとに何件", operation="count", filters=PRIORITY))
    assert isinstance(found, OfDivisions)
    assert [(one.name, one.project_count) for one in found.divisions] == [("港湾課", 2), ("機械課", 1)]


@pytest.mark.parametrize(("text", "names"), [("両課の事業は", 1), ("Aの分とあわせて、両課の事業を一覧で", 3)])
def test_two_divisions_projects_may_be_put_together(text: str, names: int) -> None:
    """What both carry, or, where the one is put to the other, what either carries."""
    shared = project("航路事務", "港湾課", "総務課")
    plan = Catalogue(documents=(), projects=(FERRY, LEDGER, shared), passages=())
    read = Understanding(text=text, divisions=("港湾課", "総務課"), together=True, operation="list")
    found = SetFinder(plan, CostFinder(plan)).of_divisions(read)
    assert isinstance(found, OfSet)
    assert len(found.projects) == names


def test_several_kinds_of_divisions_are_all_meant() -> None:
    """支所か事務局 are the projects of either kind."""
    branch, office = project("窓口事務", "東支所"), project("監査の事務", "監査事務局")
    plan = Catalogue(documents=(), projects=(branch, office, LEDGER), passages=())
    read = Understanding(text="支所か事務局が担当する事業", operation="list")
    found = SetFinder(plan, CostFinder(plan)).of_projects(read)
    assert isinstance(found, OfSet)
    assert found.projects == (branch, office)
