"""Ranks entries (a title and a text each) for a question; one code for the plan's passages and any benchmark."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from vectorstore.embeddings import Embedder, Vectors
from vectorstore.fusion import Signals, Weights, fuse
from vectorstore.lexical import BM25, content_words
from vectorstore.terms import TermIndex

Scores = npt.NDArray[np.float64]

# Characters of a text that are read for its latent terms: reading costs most of the time of building, and what a text
# is about stands at its beginning.
HEAD_LENGTH = 200


@dataclass(frozen=True)
class Entry:
    """Something that can be found: its id, its title (may be empty) and its text."""

    id: str
    title: str
    text: str

    @property
    def whole(self) -> str:
        """Title and text, as the words are counted."""
        return f"{self.title}\n{self.text}"

    @property
    def head(self) -> str:
        """Title and the beginning of the text, as the latent terms are read."""
        return f"{self.title}\n{self.text[:HEAD_LENGTH]}"


@dataclass(frozen=True)
class EntryVectors:
    """What a model makes of entries, one row for each: of titles, of texts, and the terms of both together."""

    titles: Vectors
    texts: Vectors
    terms: csr_array


@dataclass(frozen=True)
class Ranking:
    """Every entry's signals and score for one question; ``order`` holds the entries' places, best first, ties by id."""

    score: Scores
    signals: Signals
    order: npt.NDArray[np.intp]


class EntryRetriever:
    """Exact search over all entries.

    Brute force on purpose: 2,000 vectors of 384 numbers are one matrix product of under a millisecond, the
    standardised scores need every entry anyway, and nothing is lost to an approximate graph.
    """

    def __init__(
        self, entries: Sequence[Entry], vectors: EntryVectors, embedder: Embedder, weights: Weights | None = None
    ) -> None:
        """``vectors`` has its rows in the order of the entries, made by the same embedder."""
        self.entries = tuple(entries)
        self._ids = np.array([entry.id for entry in entries], dtype=str)
        self._vectors = vectors
        self._terms = TermIndex(vectors.terms)
        self._words = BM25([content_words(entry.whole) for entry in entries])
        self._embedder = embedder
        self._weights = weights or Weights()
        # One question is ranked for more than one purpose; what comes of it is only read.
        self.rank = lru_cache(maxsize=64)(self._rank)

    def _rank(self, question: str) -> Ranking:
        """Score every entry for a question."""
        # The two readings take most of an answer's time, and each runs on one core.
        with ThreadPoolExecutor(max_workers=1) as beside:
            terms = beside.submit(self._embedder.embed_terms, [question])
            vector = self._embedder.embed_question(question)
        signals = Signals(
            dense_title=self._similarities(self._vectors.titles, vector),
            dense_text=self._similarities(self._vectors.texts, vector),
            terms=self._terms.similarities(terms.result()),
            words=self._coverage(question),
        )
        score = fuse(signals, self._weights)
        return Ranking(score=score, signals=signals, order=np.lexsort((self._ids, -score)))

    def likeness(self, question: str) -> Scores:
        """How like in meaning (cosine) every entry is to a question, by its title or its text.

        Without the latent terms, which cost as much time again and which only the order needs.
        """
        vector = self._embedder.embed_question(question)
        return np.maximum(
            self._similarities(self._vectors.titles, vector), self._similarities(self._vectors.texts, vector)
        )

    def _similarities(self, vectors: Vectors, vector: Vectors) -> Scores:
        if not self.entries:
            return np.zeros(0)
        # rounded, because equal rows may differ in the last bits by their place in the matrix, and ties go by id
        return np.asarray(np.round((vectors @ vector).astype(np.float64), 6), dtype=np.float64)

    def _coverage(self, question: str) -> Scores:
        words = content_words(question)
        return self._words.scores(words) / (self._words.ceiling(words) or 1.0)
