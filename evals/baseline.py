"""What a user would otherwise write: chunks of 500 characters, the dense top 4, and whatever stands in them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from corpus.catalogue import Catalogue
from corpus.records import Document, Project, Record
from evals.items import Expectation
from evals.judge import flat
from vectorstore.embeddings import Embedder

if TYPE_CHECKING:
    from vectorstore.embeddings import Vectors

SIZE = 500
OVERLAP = 50
TOP = 4


class Chunk(Record):
    """The characters ``start:end`` of a document."""

    document_id: str
    start: int
    end: int
    text: str


class ChunkBaseline:
    """Fixed windows over the documents' text, ranked by the cosine of the same embedder that the assistant uses."""

    def __init__(self, catalogue: Catalogue, embedder: Embedder) -> None:
        """Cut and embed every document."""
        self.chunks = [chunk for document in catalogue.documents for chunk in cut(document)]
        self._embedder = embedder
        self._vectors: Vectors = embedder.embed_passages([chunk.text for chunk in self.chunks])

    def top(self, question: str, k: int = TOP) -> list[Chunk]:
        """The ``k`` nearest chunks, best first, ties by place in the text."""
        scores = self._vectors @ self._embedder.embed_queries([question])[0]
        return [self.chunks[int(row)] for row in np.argsort(-scores, kind="stable")[:k]]


def cut(document: Document, size: int = SIZE, overlap: int = OVERLAP) -> list[Chunk]:
    """Windows of ``size`` characters, each beginning ``overlap`` characters before the last one ends."""
    starts = range(0, max(1, len(document.text) - overlap), size - overlap)
    return [
        Chunk(document_id=document.id, start=start, end=start + len(text), text=text)
        for start in starts
        if (text := document.text[start : start + size])
    ]


def prints(chunk: Chunk, project: Project) -> bool:
    """Whether the chunk holds the project's name where a table row or a card prints it, whole."""
    if chunk.document_id != project.document_id:
        return False
    spans = project.sources.get("name", ())
    return any(chunk.start <= span.start and span.end <= chunk.end for span in spans)


def could_answer(chunks: Sequence[Chunk], expect: Expectation) -> bool:
    """Whether everything that a right answer has to say can be read in the chunks.

    This judges the baseline by the best that any reader of its chunks could do: what it must not say is not held
    against it. It has no way to be silent or to ask back, so only questions with an answer can be right.
    """
    if expect.status != "answered":
        return False
    text = flat("".join(chunk.text for chunk in chunks))
    facts = [(entry,) if isinstance(entry, str) else entry for entry in expect.must]
    named = (*expect.divisions, *expect.projects, *(expect.list or ()))
    return all(flat(name) in text for name in named) and all(any(flat(way) in text for way in ways) for ways in facts)
