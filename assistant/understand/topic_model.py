"""Which topic a question in everyday words is about: a linear model over the embedding, learnt from ``examples.csv``.

The examples name no city and no plan, so that one model serves every plan: a topic that this plan does not print is
as much of an answer as one that it does, for it tells that the plan is silent. The weights for the bundled embedding
model are shipped; for another model, or after a change of the examples, they are learnt at the start and kept.
"""

import hashlib
import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.understand.vocabulary import read_rows
from vectorstore.embeddings import Embedder, Vectors
from vectorstore.store import Progress

logger = logging.getLogger(__name__)

SHIPPED = "topic_model.npz"
# Inverse strength of the penalty; 60, 100 and 300 do equally well on the dev questions.
_STRENGTH = 100.0
_BATCH = 64


@dataclass(frozen=True)
class TopicModel:
    """Multinomial logistic regression: ``weights`` has a row of numbers for each topic, ``mean`` centres a vector."""

    topics: tuple[str, ...]
    mean: npt.NDArray[np.float32]
    weights: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]

    def probabilities(self, vector: Vectors) -> npt.NDArray[np.float64]:
        """One probability for each topic, summing to 1, for a question's normalised vector."""
        logits = (self.weights @ _centred(vector[None, :], self.mean)[0] + self.bias).astype(np.float64)
        # rounded, because the last bits of a product differ between machines, and answers must not
        odds = np.exp(np.round(logits - logits.max(), 5))
        return np.asarray(odds / odds.sum(), dtype=np.float64)


def load_topic_model(embedder: Embedder, kept: Path | None = None, progress: Progress | None = None) -> TopicModel:
    """The model for an embedder: shipped, or kept in the folder ``kept``, or learnt now (about a minute)."""
    rows = read_rows("examples.csv")
    mark = _mark(rows, embedder)
    shipped = resources.files("assistant.understand").joinpath("data", SHIPPED)
    with resources.as_file(shipped) as path:
        model = _read(path, mark) or (_read(kept / SHIPPED, mark) if kept else None)
    if model is None:
        logger.info("learning the topics from %d examples", len(rows))
        model = learn(rows, embedder, progress)
        if kept:
            write(kept / SHIPPED, model, mark)
    return model


def ship(embedder: Embedder, path: Path, progress: Progress | None = None) -> TopicModel:
    """Learn from ``examples.csv`` as it is now and write the file that the package ships for this embedder."""
    rows = read_rows("examples.csv")
    model = learn(rows, embedder, progress)
    write(path, model, _mark(rows, embedder))
    return model


def learn(rows: Sequence[dict[str, str]], embedder: Embedder, progress: Progress | None = None) -> TopicModel:
    """Learn from rows with a ``topic`` and an ``example``; ``progress`` hears (examples embedded, examples in all)."""
    from sklearn.linear_model import LogisticRegression

    examples = [row["example"] for row in rows]
    parts = []
    for start in range(0, len(examples), _BATCH):
        parts.append(embedder.embed_queries(examples[start : start + _BATCH]))
        if progress:
            progress(min(start + _BATCH, len(examples)), len(examples))
    vectors = np.concatenate(parts)
    mean = vectors.mean(axis=0)
    fitted = LogisticRegression(C=_STRENGTH, max_iter=1000).fit(_centred(vectors, mean), [row["topic"] for row in rows])
    return TopicModel(
        topics=tuple(map(str, fitted.classes_)), mean=mean.astype(np.float32),
        weights=fitted.coef_.astype(np.float32), bias=fitted.intercept_.astype(np.float32),
    )  # fmt: skip


def write(path: Path, model: TopicModel, mark: str) -> None:
    """Write a model, in one step, with the mark of what it was learnt from; weights in half precision."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.stem}.{os.getpid()}.npz")
    np.savez_compressed(
        beside, topics=np.array(model.topics), mean=model.mean, bias=model.bias, mark=np.array(mark),
        weights=model.weights.astype(np.float16),
    )  # fmt: skip
    beside.replace(path)


def _mark(rows: Sequence[dict[str, str]], embedder: Embedder) -> str:
    """What a model is learnt from, as one line: the embedding model and the examples."""
    content = "\n".join(f"{row['topic']}\t{row['example']}" for row in rows)
    return f"{embedder.name}-{embedder.dimension}-{hashlib.sha256(content.encode()).hexdigest()[:32]}"


def _read(path: Path, mark: str) -> TopicModel | None:
    """The model in the file, if it was learnt from what the mark says."""
    try:
        with np.load(path, allow_pickle=False) as kept:
            if str(kept["mark"]) != mark:
                return None
            weights = kept["weights"].astype(np.float32)
            return TopicModel(tuple(map(str, kept["topics"])), kept["mean"], weights, kept["bias"])
    except (OSError, ValueError, KeyError, EOFError):
        return None


def _centred(vectors: Vectors, mean: Vectors) -> Vectors:
    """The vectors as directions from the mean of all examples: e5's vectors all lie in one narrow cone."""
    moved = vectors - mean
    return np.asarray(moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9), dtype=np.float32)
