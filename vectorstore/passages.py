"""Questions to passages and projects of a catalogue."""

from corpus.catalogue import Catalogue
from corpus.records import Passage, Record
from vectorstore.embeddings import Embedder
from vectorstore.fusion import Weights
from vectorstore.retriever import Entry, EntryRetriever, EntryVectors, Ranking


class Hit(Record):
    """A passage found for a question.

    ``score`` orders the hits of one question. ``dense`` (cosine, the better of title and text), ``terms`` (cosine of
    the latent terms) and ``coverage`` (0 to about 2: BM25 over the summed rarity of the question's words) compare
    across questions.
    """

    passage: Passage
    score: float
    dense: float
    dense_title: float
    dense_text: float
    terms: float
    coverage: float


class ProjectHit(Record):
    """A project found for a question, by its best passage."""

    project_id: str
    score: float
    hit: Hit


class PassageRetriever:
    """Finds the passages, or the projects, of a catalogue that a question is about."""

    def __init__(
        self, catalogue: Catalogue, vectors: EntryVectors, embedder: Embedder, weights: Weights | None = None
    ) -> None:
        """The vectors have one row for each passage, in the catalogue's order."""
        self._passages = catalogue.passages
        self._retriever = EntryRetriever(entries_of(catalogue), vectors, embedder, weights)

    def search(self, question: str, k: int) -> list[Hit]:
        """The ``k`` best passages, best first, ties by id."""
        ranking = self._retriever.rank(question)
        return [self._hit(ranking, int(row)) for row in ranking.order[:k]]

    def likeness(self, question: str) -> dict[str, float]:
        """How like in meaning (cosine) each passage is to the question, by its id."""
        found = self._retriever.likeness(question).tolist()
        return {passage.id: score for passage, score in zip(self._passages, found, strict=True)}

    def rank_projects(self, question: str, k: int) -> list[ProjectHit]:
        """The ``k`` best projects, each by its best passage, best first; a shared passage brings all its projects."""
        ranking = self._retriever.rank(question)
        best: dict[str, int] = {}
        for row in ranking.order:
            for project_id in self._passages[int(row)].project_ids:
                best.setdefault(project_id, int(row))
        return [
            ProjectHit(project_id=project_id, score=float(ranking.score[row]), hit=self._hit(ranking, row))
            for project_id, row in list(best.items())[:k]
        ]

    def _hit(self, ranking: Ranking, row: int) -> Hit:
        signals = ranking.signals
        title, text = float(signals.dense_title[row]), float(signals.dense_text[row])
        return Hit(
            passage=self._passages[row],
            score=float(ranking.score[row]),
            dense=max(title, text),
            dense_title=title,
            dense_text=text,
            terms=float(signals.terms[row]),
            coverage=float(signals.words[row]),
        )


def entries_of(catalogue: Catalogue) -> list[Entry]:
    """The catalogue's passages as the retriever reads them."""
    return [Entry(id=passage.id, title=passage.title, text=passage.text) for passage in catalogue.passages]
