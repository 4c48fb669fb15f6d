"""Pure measures over lists and numbers; rankings are measured by ir-measures' reference definitions."""

import math
from collections.abc import Collection, Mapping, Sequence

import ir_measures
from ir_measures import RR, R, Success, nDCG

from corpus.records import Record

Qrels = Mapping[str, Mapping[str, int]]
Run = Mapping[str, Mapping[str, float]]

RANKING_MEASURES = {
    "nDCG@10": nDCG @ 10,
    "Recall@10": R @ 10,
    "MRR": RR,
    "hit@1": Success @ 1,
    "hit@3": Success @ 3,
}


class Interval(Record):
    """A share with the bounds of its confidence interval, each from 0 to 1."""

    share: float
    low: float
    high: float


class PrecisionRecall(Record):
    """How much of what was given is right, and how much of what is right was given, from 0 to 1."""

    precision: float
    recall: float


def wilson(successes: int, trials: int, z: float = 1.96) -> Interval:
    """Wilson's score interval of a share (95 % by default); 0 to 1 around 0 where nothing was tried.

    Source: Wilson (1927), Probable inference, the law of succession, and statistical inference.
    """
    if trials == 0:
        return Interval(share=0.0, low=0.0, high=1.0)
    share = successes / trials
    widening = 1 + z * z / trials
    centre = (share + z * z / (2 * trials)) / widening
    half = z * math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials)) / widening
    return Interval(share=share, low=max(0.0, centre - half), high=min(1.0, centre + half))


def hit_at(ranked: Sequence[str], right: Collection[str], k: int) -> bool:
    """Whether one of the right ones is among the first ``k``."""
    return any(id_ in right for id_ in ranked[:k])


def precision_recall(given: Collection[str], right: Collection[str]) -> PrecisionRecall:
    """Both of two sets; giving nothing is wholly precise, and where nothing is right nothing can be missed."""
    common = len(set(given) & set(right))
    return PrecisionRecall(
        precision=common / len(set(given)) if given else 1.0,
        recall=common / len(set(right)) if right else 1.0,
    )


def area_under_curve(positives: Sequence[float], negatives: Sequence[float]) -> float:
    """The chance that a positive scores above a negative, a tie counting half; nan where one side is empty."""
    if not positives or not negatives:
        return math.nan
    wins = sum((p > n) + 0.5 * (p == n) for p in positives for n in negatives)
    return wins / (len(positives) * len(negatives))


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of the values lie, interpolated linearly; nan where there are none."""
    if not values:
        return math.nan
    ordered = sorted(values)
    position = share * (len(ordered) - 1)
    below = math.floor(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (position - below)


def ranking_metrics(qrels: Qrels, run: Run) -> dict[str, float]:
    """nDCG@10, Recall@10, MRR, hit@1 and hit@3, averaged over every question of ``qrels``.

    A question that the run does not answer counts 0. Scores must not tie: ir-measures breaks ties in its own way.
    """
    pairs = [ir_measures.Qrel(query, id_, grade) for query, grades in qrels.items() for id_, grade in grades.items()]
    found = [ir_measures.ScoredDoc(query, id_, score) for query, scores in run.items() for id_, score in scores.items()]
    values = ir_measures.calc_aggregate(list(RANKING_MEASURES.values()), pairs, found)
    return {name: float(values[measure]) for name, measure in RANKING_MEASURES.items()}


def run_of(ranked: Sequence[str]) -> dict[str, float]:
    """A ranking as scores that fall by one from place to place, so that no two tie."""
    return {id_: float(len(ranked) - place) for place, id_ in enumerate(ranked)}
