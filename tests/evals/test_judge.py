"""Hand-worked verdicts over the small plan: one project of 道水路管理課, one of 住宅課 and 都市計画課."""

from collections.abc import Callable

import pytest

from corpus.catalogue import Catalogue
from corpus.records import Answer, Choice
from evals.items import Expectation
from evals.judge import judge

MakeAnswer = Callable[..., Answer]
ROAD, HOUSES = "道路維持補修事業", "空き家対策ＤＸ事業"


@pytest.mark.parametrize(
    ("text", "expect", "faults"),
    [
        ("道水路管理課です。[1]", {"divisions": ("道水路管理課",)}, ()),
        ("道 水路\n管理課です。[1]", {"divisions": ("道水路管理課",)}, ()),
        ("住宅課です。[1]", {"divisions": ("住宅課", "都市計画課")}, ("division 都市計画課 missing",)),
        ("住宅課です。[1]", {"not_divisions": ("住宅課",)}, ("division 住宅課 named",)),
        ("１２百万円です。[1]", {"must": ("12百万円",)}, ()),
        ("1,200万円です。[1]", {"must": (("12百万円", "1,200万円"),)}, ()),
        ("1,200万円です。[1]", {"must": ("12百万円",)}, ("does not say 12百万円",)),
        ("はい、住宅課です。[1]", {"must_not": ("はい、",)}, ("says 'はい、'",)),
        ("住宅課です。[1]", {"projects": (HOUSES,)}, (f"project {HOUSES} not cited",)),
        ("住宅課です。[1]", {"status": "not_found"}, ("status answered, not not_found",)),
    ],
    ids=[
        "the division", "broken lines", "one of two divisions", "a forbidden division", "full width", "one of two ways",
        "a fact missing", "forbidden words", "another project cited", "an answer where none is",
    ],
)  # fmt: skip
def test_what_is_said_is_judged(
    make_answer: MakeAnswer,
    small_catalogue: Catalogue,
    text: str,
    expect: dict[str, object],
    faults: tuple[str, ...],
) -> None:
    answer = make_answer(text, cites=(ROAD,))
    expectation = Expectation.model_validate({"status": "answered", **expect})
    assert judge(answer, expectation, small_catalogue).faults == faults


@pytest.mark.parametrize(
    ("listed", "expected", "faults"),
    [
        ((0, 1), (ROAD, HOUSES), ()),
        ((1, 0), (ROAD, HOUSES), ("list is not in plan order",)),
        ((0,), (ROAD, HOUSES), (f"list lacks {HOUSES}",)),
        ((0, 1), (HOUSES,), (f"list has {ROAD}",)),
        ((0,), (), (f"list has {ROAD}",)),
    ],
    ids=["complete", "out of order", "incomplete", "too long", "nothing expected"],
)
def test_a_list_is_exact_and_in_plan_order(
    make_answer: MakeAnswer,
    small_catalogue: Catalogue,
    listed: tuple[int, ...],
    expected: tuple[str, ...],
    faults: tuple[str, ...],
) -> None:
    answer = make_answer("全部です。", projects=[small_catalogue.projects[place] for place in listed])
    verdict = judge(answer, Expectation(status="answered", list=expected), small_catalogue)
    assert verdict.faults == faults


def test_a_division_offered_as_a_choice_counts_as_said(make_answer: MakeAnswer, small_catalogue: Catalogue) -> None:
    choice = Choice(label="空き家の相談", question="空き家の担当は？", divisions=("住宅課",))
    answer = make_answer("どちらでしょうか。", "clarify", clarify=(choice,))
    expect = Expectation(status="clarify", divisions=("住宅課",))
    assert judge(answer, expect, small_catalogue).is_right


def test_projects_to_choose_between_are_offered_and_not_cited(
    make_answer: MakeAnswer, small_catalogue: Catalogue
) -> None:
    choice = Choice(label=ROAD, question="", divisions=("道水路管理課",), project_ids=("a",))
    answer = make_answer("どちらでしょうか。", "clarify", clarify=(choice,))
    verdict = judge(answer, Expectation(status="clarify", projects=(ROAD, HOUSES)), small_catalogue)
    assert verdict.faults == (f"project {HOUSES} not offered",)
    assert verdict.expected == 0


def test_citations_are_counted_against_those_expected(make_answer: MakeAnswer, small_catalogue: Catalogue) -> None:
    answer = make_answer("住宅課です。[1][2]", cites=(ROAD, HOUSES))
    verdict = judge(answer, Expectation(status="answered", projects=(HOUSES,)), small_catalogue)
    assert (verdict.cited, verdict.cited_right, verdict.expected, verdict.expected_cited) == (2, 1, 1, 1)
    assert (verdict.citations, verdict.invalid_quotes) == (2, 0)


@pytest.mark.parametrize(
    "change",
    [{"quote": "市道の維持補修を行いません。"}, {"page": 2}, {"start": 0}, {"document_id": "other"}, {"quote": ""}],
    ids=["other words", "another page", "another place", "another document", "nothing"],
)
def test_a_quote_that_does_not_stand_in_the_source_is_invalid(
    make_answer: MakeAnswer, small_catalogue: Catalogue, change: dict[str, object]
) -> None:
    whole = make_answer("道水路管理課です。[1]", cites=(ROAD,))
    citation = whole.citations[0].model_copy(update=change)
    verdict = judge(
        whole.model_copy(update={"citations": (citation,)}), Expectation(status="answered"), small_catalogue
    )
    assert verdict.invalid_quotes == 1
