"""How the signals become one score: each is put on the question's own scale, then summed with fixed weights."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Weights:
    """What each signal counts, in standard deviations over all entries for one question."""

    dense_title: float = 1.0
    dense_text: float = 1.0
    lexical_title: float = 0.3
    lexical_text: float = 0.3


@dataclass(frozen=True)
class Signals:
    """The four signals of one question for every entry: cosine similarities and BM25, each for title and text."""

    dense_title: Scores
    dense_text: Scores
    lexical_title: Scores
    lexical_text: Scores


def standardise(scores: Scores) -> Scores:
    """Scores as distances from their mean in standard deviations; all 0 where they are all alike."""
    if not scores.size:
        return scores
    deviation = float(scores.std())
    return (scores - scores.mean()) / deviation if deviation > 1e-9 else np.zeros_like(scores)


def fuse(signals: Signals, weights: Weights) -> Scores:
    """One score for each entry; higher is better, comparable within one question only."""
    return (
        weights.dense_title * standardise(signals.dense_title)
        + weights.dense_text * standardise(signals.dense_text)
        + weights.lexical_title * standardise(signals.lexical_title)
        + weights.lexical_text * standardise(signals.lexical_text)
    )
