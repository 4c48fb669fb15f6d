"""The only file that knows Chroma: passages and their vectors on disk, through langchain-chroma, by cosine similarity.

Two collections, because titles and texts are embedded apart; a passage has the same id in both.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import chromadb
import numpy as np
from chromadb.config import Settings
from langchain_chroma import Chroma
from langchain_core.embeddings import Embeddings

from corpus.catalogue import Catalogue
from corpus.errors import IndexDamaged
from corpus.records import Passage
from vectorstore.embeddings import Embedder, Vectors

Side = Literal["title", "text"]
Progress = Callable[[int, int], None]
Filter = Mapping[str, Any]

BATCH_SIZE = 64
# Chroma's HNSW graph is approximate; within this many candidates it is asked for all and the best are cut by us.
CANDIDATES = 100


class PassageStore:
    """A persistent Chroma database in one folder; made new by ``add``, read by ``search`` and ``vectors``."""

    def __init__(
        self, folder: Path, embedder: Embedder | None = None, known: Mapping[str, Vectors] | None = None
    ) -> None:
        """Open or make the database; ``known`` maps texts to vectors that need not be computed again.

        Without an embedder it can be read, not added to. Raises ``IndexDamaged`` when the folder holds something that
        Chroma cannot open.
        """
        embeddings = _KnownOrComputed(embedder, known or {}) if embedder else None
        settings = Settings(anonymized_telemetry=False)
        try:
            self._client = chromadb.PersistentClient(path=str(folder), settings=settings)
            self._sides: dict[Side, Chroma] = {
                side: Chroma(
                    collection_name=f"passage-{side}s",
                    embedding_function=embeddings,
                    client=self._client,
                    collection_configuration={"hnsw": {"space": "cosine", "ef_search": CANDIDATES}},
                )
                for side in ("title", "text")
            }
        except Exception as error:  # Chroma lets through whatever its parts raise, AttributeError included
            raise IndexDamaged from error

    def add(self, catalogue: Catalogue, progress: Progress | None = None) -> None:
        """Embed and write every passage of a catalogue; ``progress`` hears (passages done, passages in all)."""
        passages = catalogue.passages
        for start in range(0, len(passages), BATCH_SIZE):
            batch = passages[start : start + BATCH_SIZE]
            ids = [passage.id for passage in batch]
            metadatas = [_metadata(passage, catalogue) for passage in batch]
            self._sides["title"].add_texts([p.title for p in batch], metadatas=metadatas, ids=ids)
            self._sides["text"].add_texts([p.text for p in batch], metadatas=metadatas, ids=ids)
            if progress:
                progress(start + len(batch), len(passages))

    def search(
        self, vector: Vectors, k: int, where: Filter | None = None, side: Side = "text"
    ) -> list[tuple[str, float]]:
        """The ``k`` passages nearest to a query vector as (passage id, cosine similarity), best first, ties by id.

        ``where`` is Chroma's filter over the metadata, e.g. ``{"divisions": {"$contains": "市民課"}}``.
        """
        found = self._sides[side].similarity_search_by_vector_with_relevance_scores(
            vector.tolist(), k=max(k, CANDIDATES), filter=dict(where) if where else None
        )
        nearest = sorted(((str(document.id), 1.0 - distance) for document, distance in found), key=_best_first)
        return nearest[:k]

    def vectors(self, ids: Sequence[str], side: Side) -> Vectors:
        """One row for each id, in the order of ``ids``; raises ``IndexDamaged`` where one is missing."""
        try:
            rows = self._sides[side].get(include=["embeddings"])
        except Exception as error:  # as above
            raise IndexDamaged from error
        position = {id_: row for row, id_ in enumerate(rows["ids"])}
        if len(position) != len(ids) or any(id_ not in position for id_ in ids):
            raise IndexDamaged
        matrix = np.asarray(rows["embeddings"], dtype=np.float32)
        return matrix[[position[id_] for id_ in ids]] if ids else matrix.reshape(0, 0)

    def close(self) -> None:
        """Release the database's files."""
        self._client.close()  # type: ignore[attr-defined]  # PersistentClient has it, its declared type has not


class _KnownOrComputed(Embeddings):
    """Vectors for texts, computing only those that were not computed before."""

    def __init__(self, embedder: Embedder, known: Mapping[str, Vectors]) -> None:
        self._embedder = embedder
        self._known = dict(known)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known.update(zip(new, self._embedder.embed_passages(new), strict=True))
        return [self._known[text].tolist() for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return self._embedder.embed_queries([text])[0].tolist()  # type: ignore[no-any-return]


def _metadata(passage: Passage, catalogue: Catalogue) -> dict[str, Any]:
    projects = [p for p in map(catalogue.project, passage.project_ids) if p]
    lists = {
        "project_ids": list(passage.project_ids),
        "divisions": list(dict.fromkeys(division for project in projects for division in project.divisions)),
        "codes": [project.code for project in projects if project.code],
    }
    return {
        "document_id": passage.document_id,
        "section": passage.section,
        "title": passage.title,
        "field": passage.field,
        "page": passage.page,
        "start": passage.start,
        "end": passage.end,
        "code": projects[0].code or "" if len(projects) == 1 else "",
        "priority": any(project.priority for project in projects),
        **{key: values for key, values in lists.items() if values},  # Chroma takes no empty list
    }


def _best_first(pair: tuple[str, float]) -> tuple[float, str]:
    return -pair[1], pair[0]
