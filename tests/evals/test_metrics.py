import math

import pytest

from evals.metrics import (
    area_under_curve,
    hit_at,
    percentile,
    precision_recall,
    ranking_metrics,
    run_of,
    wilson,
)


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(8, 10, 0.4902, 0.9433), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (1, 1, 0.2065, 1.0)],
    ids=["most", "none", "all", "one of one"],
)
def test_wilsons_interval_has_its_textbook_bounds(successes: int, trials: int, low: float, high: float) -> None:
    interval = wilson(successes, trials)
    assert interval.share == successes / trials
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-5)


def test_nothing_tried_leaves_everything_open() -> None:
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0.0, 1.0)


@pytest.mark.parametrize(("k", "hit"), [(1, False), (2, True), (9, True)])
def test_a_hit_is_a_right_one_among_the_first_k(k: int, hit: bool) -> None:
    assert hit_at(["a", "b", "c"], {"b", "z"}, k) is hit


@pytest.mark.parametrize(
    ("given", "right", "precision", "recall"),
    [
        (["a", "b", "c"], ["a", "b", "d", "e"], 2 / 3, 1 / 2),
        ([], ["a"], 1.0, 0.0),
        (["a"], [], 0.0, 1.0),
        ([], [], 1.0, 1.0),
    ],
    ids=["some", "nothing given", "nothing right", "neither"],
)
def test_precision_and_recall_of_sets(given: list[str], right: list[str], precision: float, recall: float) -> None:
    result = precision_recall(given, right)
    assert (result.precision, result.recall) == (precision, recall)


def test_the_area_under_the_curve_counts_pairs_in_the_right_order() -> None:
    assert area_under_curve([0.9, 0.6, 0.4], [0.5, 0.4]) == pytest.approx((2 + 2 + 0 + 0.5) / 6)
    assert area_under_curve([2, 3], [0, 1]) == 1.0
    assert math.isnan(area_under_curve([], [0.5]))


@pytest.mark.parametrize(("share", "value"), [(0, 10), (0.5, 25), (0.95, 38.5), (1, 40)])
def test_percentiles_lie_between_the_values(share: float, value: float) -> None:
    assert percentile([40, 10, 30, 20], share) == pytest.approx(value)


def test_the_percentile_of_nothing_is_no_number() -> None:
    assert math.isnan(percentile([], 0.5))


def test_rankings_are_measured_as_one_works_out_by_hand() -> None:
    qrels = {"first": {"a": 1}, "second": {"b": 2, "c": 1}, "unanswered": {"d": 1}}
    run = {"first": run_of(["a", "x"]), "second": run_of(["x", "c", "b", "y"])}
    gained = 1 / math.log2(3) + 2 / math.log2(4)
    ideal = 2 / math.log2(2) + 1 / math.log2(3)
    metrics = ranking_metrics(qrels, run)
    assert metrics["nDCG@10"] == pytest.approx((1 + gained / ideal + 0) / 3)
    assert metrics["Recall@10"] == pytest.approx((1 + 1 + 0) / 3)
    assert metrics["MRR"] == pytest.approx((1 + 1 / 2 + 0) / 3)
    assert metrics["hit@1"] == pytest.approx(1 / 3)
    assert metrics["hit@3"] == pytest.approx(2 / 3)


def test_only_the_first_ten_places_count_for_recall_and_ndcg() -> None:
    metrics = ranking_metrics({"q": {"right": 1}}, {"q": run_of([*map(str, range(10)), "right"])})
    assert (metrics["nDCG@10"], metrics["Recall@10"]) == (0.0, 0.0)
    assert metrics["MRR"] == pytest.approx(1 / 11)
