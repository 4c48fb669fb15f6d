"""Ranks entries (a title and a text each) for a question; one code for the plan's passages and any benchmark."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vectorstore.embeddings import Embedder, Vectors
from vectorstore.fusion import Signals, Weights, fuse
from vectorstore.lexical import BM25, content_words

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Entry:
    """Something that can be found: its id, its title (may be empty) and its text."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class Ranking:
    """Every entry's scores for one question, in the order of the entries.

    ``score`` orders within the question; ``dense`` (the better of title and text, cosine) and ``coverage`` (BM25
    divided by what the question's words could reach, the better of title and text) compare across questions.
    """

    score: Scores
    signals: Signals
    dense: Scores
    coverage: Scores
    order: npt.NDArray[np.intp]


class EntryRetriever:
    """Exact search over all entries.

    Brute force on purpose: 2,000 vectors of 384 numbers are one matrix product of under a millisecond, the
    standardised scores need every entry anyway, and nothing is lost to an approximate graph.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        title_vectors: Vectors,
        text_vectors: Vectors,
        embedder: Embedder,
        weights: Weights | None = None,
    ) -> None:
        """``title_vectors`` and ``text_vectors`` have one normalised row for each entry."""
        self.entries = tuple(entries)
        self._ids = np.array([entry.id for entry in entries])
        self._title_vectors = title_vectors
        self._text_vectors = text_vectors
        self._embedder = embedder
        self._weights = weights or Weights()
        self._title_words = BM25([content_words(entry.title) for entry in entries])
        self._text_words = BM25([content_words(entry.text) for entry in entries])

    def rank(self, question: str) -> Ranking:
        """Score every entry for a question; ``order`` is best first, ties by id."""
        vector = self._embedder.embed_queries([question])[0]
        words = content_words(question)
        signals = Signals(
            dense_title=self._similarities(self._title_vectors, vector),
            dense_text=self._similarities(self._text_vectors, vector),
            lexical_title=self._title_words.scores(words),
            lexical_text=self._text_words.scores(words),
        )
        score = fuse(signals, self._weights)
        return Ranking(
            score=score,
            signals=signals,
            dense=np.maximum(signals.dense_title, signals.dense_text),
            coverage=np.maximum(
                self._share(self._title_words, signals.lexical_title, words),
                self._share(self._text_words, signals.lexical_text, words),
            ),
            order=np.lexsort((self._ids, -score)),
        )

    def _similarities(self, vectors: Vectors, vector: Vectors) -> Scores:
        if not self.entries:
            return np.zeros(0)
        # rounded, because equal rows may differ in the last bits by their place in the matrix, and ties go by id
        return np.round((vectors @ vector).astype(np.float64), 6)

    def _share(self, index: BM25, scores: Scores, words: Sequence[str]) -> Scores:
        ceiling = index.ceiling(words)
        return scores / ceiling if ceiling else scores
