"""Questions to passages and projects of a catalogue."""

from corpus.catalogue import Catalogue
from corpus.records import Passage, Record
from vectorstore.embeddings import Embedder, Vectors
from vectorstore.fusion import Signals, Weights
from vectorstore.retriever import Entry, EntryRetriever, Ranking


class Hit(Record):
    """A passage found for a question.

    ``score`` orders the hits of one question. ``dense`` (cosine, the better of title and text) and ``coverage``
    (0 to about 2: BM25 over the summed rarity of the question's words) compare across questions; the rest are the
    raw signals.
    """

    passage: Passage
    score: float
    dense: float
    coverage: float
    dense_title: float
    dense_text: float
    lexical_title: float
    lexical_text: float


class ProjectHit(Record):
    """A project found for a question, by its best passage."""

    project_id: str
    score: float
    hit: Hit


class PassageRetriever:
    """Finds the passages, or the projects, of a catalogue that a question is about."""

    def __init__(
        self,
        catalogue: Catalogue,
        title_vectors: Vectors,
        text_vectors: Vectors,
        embedder: Embedder,
        weights: Weights | None = None,
    ) -> None:
        """The vectors have one normalised row for each passage, in the catalogue's order."""
        self._passages = catalogue.passages
        entries = [Entry(id=passage.id, title=passage.title, text=passage.text) for passage in catalogue.passages]
        self._retriever = EntryRetriever(entries, title_vectors, text_vectors, embedder, weights)

    def search(self, question: str, k: int) -> list[Hit]:
        """The ``k`` best passages, best first, ties by id."""
        ranking = self._retriever.rank(question)
        return [self._hit(ranking, int(row)) for row in ranking.order[:k]]

    def rank_projects(self, question: str, k: int) -> list[ProjectHit]:
        """The ``k`` best projects, each by its best passage, best first; a shared passage brings all its projects."""
        ranking = self._retriever.rank(question)
        best: dict[str, int] = {}
        for row in ranking.order:
            for project_id in self._passages[int(row)].project_ids:
                best.setdefault(project_id, int(row))
        found = list(best.items())[:k]
        return [
            ProjectHit(project_id=id_, score=float(ranking.score[row]), hit=self._hit(ranking, row))
            for id_, row in found
        ]

    def _hit(self, ranking: Ranking, row: int) -> Hit:
        signals: Signals = ranking.signals
        return Hit(
            passage=self._passages[row],
            score=float(ranking.score[row]),
            dense=float(ranking.dense[row]),
            coverage=float(ranking.coverage[row]),
            dense_title=float(signals.dense_title[row]),
            dense_text=float(signals.dense_text[row]),
            lexical_title=float(signals.lexical_title[row]),
            lexical_text=float(signals.lexical_text[row]),
        )
