"""What a question takes for granted is checked against the plan."""

import pytest

from assistant.look_up.claims import claim_on_amount, claim_on_count, claim_on_projects, claim_on_years
from assistant.look_up.findings import ScheduleItem
from assistant.look_up.schedules import of_last_word
from assistant.understand.filters import Filters
from assistant.understand.question import Count, Premise, Understanding
from corpus.records import Project

JOINT = Project(
    id="1", name="橋事業", code="1-2-3-4", divisions=("土木課", "財政課"), content="橋を架けます。",
    cost_million_yen=30,
    schedule={"令和5年度": ("設計",), "令和6年度": ("工事",)}, document_id="d", section="重点事業", page=1,
)  # fmt: skip
ITEMS = tuple(ScheduleItem(project=JOINT, year=year, item=item) for year, (item,) in (JOINT.schedule or {}).items())


def claiming(*divisions: str, negated: bool = False, only: bool = False, **more: object) -> Understanding:
    """A question that takes the divisions for granted."""
    premise = Premise(divisions=divisions, negated=negated, only=only)
    return Understanding.model_validate({"text": "", "premise": premise, "divisions": divisions, **more})


@pytest.mark.parametrize(
    ("read", "holds"),
    [
        pytest.param(claiming("土木課", "財政課"), True, id="all of them"),
        pytest.param(claiming("土木課"), True, id="one of them"),
        pytest.param(claiming("緑課"), False, id="another"),
        pytest.param(claiming("土木課", "緑課"), False, id="one right, one wrong"),
        pytest.param(claiming("土木課", only=True), False, id="only one, but there are two"),
        pytest.param(claiming("土木課", "財政課", only=True), True, id="only these two"),
        pytest.param(claiming("緑課", negated=True), True, id="rightly denied"),
        pytest.param(claiming("土木課", negated=True), False, id="wrongly denied"),
        pytest.param(claiming("水道課", divisions=(), unknown_divisions=("水道課",)), False, id="an unknown division"),
    ],
)  # fmt: skip
def test_a_claimed_division_holds_only_if_the_plan_says_so(read: Understanding, holds: bool) -> None:
    correction = claim_on_projects(read, [JOINT])
    assert correction is not None
    assert correction.holds is holds


def test_what_the_conversation_brought_is_no_claim() -> None:
    assert claim_on_projects(claiming("緑課", inherited=True), [JOINT]) is None


def test_a_question_without_a_claim_gets_no_correction() -> None:
    assert claim_on_projects(Understanding(text="", field="division"), [JOINT]) is None


@pytest.mark.parametrize(("code", "holds"), [("1-2-3-4", True), ("1-2-3-5", False)])
def test_a_claimed_code_is_compared(code: str, holds: bool) -> None:
    correction = claim_on_projects(Understanding(text="", codes=(code,), premise=Premise()), [JOINT])
    assert correction is not None
    assert (correction.holds, correction.claimed) == (holds, (code,))


@pytest.mark.parametrize(("million_yen", "holds"), [(30, True), (300, False)])
def test_a_claimed_cost_is_compared(million_yen: int, holds: bool) -> None:
    correction = claim_on_projects(Understanding(text="", premise=Premise(amounts=(million_yen,))), [JOINT])
    assert correction is not None
    assert (correction.holds, correction.of_division) == (holds, False)


@pytest.mark.parametrize(("year", "holds"), [("令和5年度", True), ("令和6年度", False)])
def test_a_claimed_year_is_compared(year: str, holds: bool) -> None:
    correction = claim_on_years(Understanding(text="", years=(year,), premise=Premise()), ITEMS[:1])
    assert correction is not None
    assert correction.holds is holds


@pytest.mark.parametrize(
    ("more", "years", "holds"),
    [
        pytest.param({"only_year": True}, ("令和5年度",), False, id="only one of two"),
        pytest.param({"only_year": True}, ("令和5年度", "令和6年度"), True, id="only these two"),
        pytest.param({"until": True}, ("令和5年度",), False, id="until a year before the last"),
        pytest.param({"until": True}, ("令和6年度",), True, id="until the last"),
        pytest.param({"since": True}, ("令和6年度",), False, id="from a year after the first"),
        pytest.param({"negated": True}, ("令和5年度",), False, id="wrongly denied"),
    ],
)  # fmt: skip
def test_a_claimed_span_of_years_is_compared(more: dict[str, bool], years: tuple[str, ...], holds: bool) -> None:
    read = Understanding(text="", years=years, premise=Premise.model_validate(more))
    correction = claim_on_years(read, ITEMS)
    assert correction is not None
    assert correction.holds is holds


@pytest.mark.parametrize(("number", "holds", "true"), [(5, True, "5つ"), (6, False, "5つ")])
def test_a_claimed_count_is_compared_and_set_right_in_the_same_unit(number: int, holds: bool, true: str) -> None:
    correction = claim_on_count(Count(number=number, unit="つ"), 5, confirms=True)
    assert correction is not None
    assert (correction.holds, correction.claimed, correction.true) == (holds, (f"{number}つ",), (true,))


def test_a_right_number_that_is_only_mentioned_is_no_claim() -> None:
    assert claim_on_count(Count(number=5), 5, confirms=False) is None


@pytest.mark.parametrize(
    ("million_yen", "roughly", "holds"),
    [(100, False, True), (103, False, False), (103, True, True), (130, True, False)],
)
def test_a_rough_amount_only_has_to_be_near(million_yen: int, roughly: bool, holds: bool) -> None:
    correction = claim_on_amount(Premise(amounts=(million_yen,), roughly=roughly), 100)
    assert correction is not None
    assert correction.holds is holds


@pytest.mark.parametrize(
    ("filters", "holds"),
    [(Filters(priority=True), False), (Filters(several_divisions=True), True), (Filters(with_cost=False), False)],
)
def test_a_claimed_set_either_has_the_project_or_not(filters: Filters, holds: bool) -> None:
    read = Understanding(text="橋事業は重点事業ですよね", names_whole=True, filters=filters, premise=Premise())
    correction = claim_on_projects(read, [JOINT])
    assert correction is not None
    assert (correction.holds, correction.filters) == (holds, filters)


def test_an_open_question_about_a_project_of_a_set_claims_nothing() -> None:
    read = Understanding(text="重点事業の橋事業の担当はどこ", names_whole=True, filters=Filters(priority=True))
    assert claim_on_projects(read, [JOINT]) is None


def test_of_two_items_of_one_stage_the_one_that_is_spelled_is_meant() -> None:
    items = tuple(
        ScheduleItem(project=JOINT, year=year, item=item)
        for year, item in [("令和5年度", "蔵の改修に向けた基本設計"), ("令和6年度", "蔵の改修に向けた実施設計")]
    )
    assert [item.year for item in of_last_word("蔵の実施設計は令和5年度ですよね", items)] == ["令和6年度"]
    assert of_last_word("蔵の設計は", items) == items


def test_two_accounts_to_choose_from_claim_neither() -> None:
    read = claiming(filters=Filters(accounts=("特別会計", "一般")), field="account")
    assert claim_on_projects(read, [JOINT]) is None
