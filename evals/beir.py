"""Runs the assistant's own retriever over any folder in BEIR layout, to compare it with published systems.

Layout: ``corpus.jsonl`` (``_id``, ``title``, ``text``), ``queries.jsonl`` (``_id``, ``text``) and ``qrels.tsv`` or
``qrels/test.tsv`` (header ``query-id``, ``corpus-id``, ``score``). See https://github.com/beir-cellar/beir.
"""

import csv
import hashlib
import json
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from scipy.sparse import csr_array, load_npz, save_npz, vstack

from corpus.errors import CorpusUnreadable
from corpus.records import Record
from evals.metrics import percentile, ranking_metrics, run_of
from vectorstore.embeddings import Embedder
from vectorstore.retriever import Entry, EntryRetriever, EntryVectors
from vectorstore.store import Progress

QRELS = ("qrels.tsv", "qrels/test.tsv")
DEPTH = 100  # places of each ranking that are measured
BATCH_SIZE = 64
DENSE = "dense.npz"
TERMS = "terms.npz"
Row = TypeVar("Row")
_FAQ = re.compile(
    r"(?:Question|Q|質問|問)\s*[:：]\s*(?P<question>[^\n]+)\n\s*(?:Answer|A|回答|答)\s*[:：]\s*(?P<answer>.+)",
    re.DOTALL,
)


@dataclass(frozen=True)
class BeirFolder:
    """A benchmark: entries, questions by id, and for each question the grades of the right entries."""

    entries: tuple[Entry, ...]
    questions: dict[str, str]
    qrels: dict[str, dict[str, int]]


class BeirResult(Record):
    """What was measured; times in milliseconds for one question at a time."""

    model: str
    documents: int
    questions: int
    metrics: dict[str, float]
    p50_ms: float
    p95_ms: float


def run_beir(
    folder: Path, embedder: Embedder, cache: Path | None = None, progress: Progress | None = None
) -> BeirResult:
    """Measure the retriever on a BEIR folder.

    Vectors are kept in the folder ``cache``, by the checksum of the corpus and the model, so that a second run does
    not embed again; ``progress`` hears (texts read, texts in all). Raises ``CorpusUnreadable`` naming the file.
    """
    benchmark = read_beir(folder)
    vectors = _embed(benchmark.entries, embedder, cache, progress)
    retriever = EntryRetriever(benchmark.entries, vectors, embedder)
    run, times = {}, []
    for id_ in benchmark.qrels:
        started = time.perf_counter()
        order = retriever.rank(benchmark.questions[id_]).order[:DEPTH]
        times.append((time.perf_counter() - started) * 1000)
        run[id_] = run_of([benchmark.entries[row].id for row in order])
    return BeirResult(
        model=embedder.name,
        documents=len(benchmark.entries),
        questions=len(run),
        metrics=ranking_metrics(benchmark.qrels, run),
        p50_ms=percentile(times, 0.5),
        p95_ms=percentile(times, 0.95),
    )


def read_beir(folder: Path) -> BeirFolder:
    """Read a folder; questions without a right entry are left out. Raises ``CorpusUnreadable`` naming the file."""
    entries = tuple(_entry(row) for row in _rows(folder / "corpus.jsonl", "_id"))
    questions = {str(row["_id"]): str(row["text"]) for row in _rows(folder / "queries.jsonl", "_id", "text")}
    qrels = _read_qrels(folder)
    if not entries or not qrels or any(id_ not in questions for id_ in qrels):
        raise CorpusUnreadable(f"{folder} の corpus.jsonl、queries.jsonl、qrels.tsv が互いに合いません。")
    return BeirFolder(entries=entries, questions=questions, qrels=qrels)


def _entry(row: Mapping[str, object]) -> Entry:
    """An entry; of a FAQ in one text (Question: …, Answer: …) the question is the title."""
    title, text = str(row.get("title") or ""), str(row.get("text") or "")
    faq = None if title else _FAQ.fullmatch(text)
    return Entry(str(row["_id"]), faq["question"] if faq else title, faq["answer"] if faq else text)


def _rows(path: Path, *required: str) -> Iterator[dict[str, object]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")  # a JSON string may hold other line breaks
        for line in filter(str.strip, lines):
            row = json.loads(line)
            yield {**row, **{name: row[name] for name in required}}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CorpusUnreadable(f"{path} を読み込めません。BEIR形式のJSON Linesか確かめてください。") from error


def _read_qrels(folder: Path) -> dict[str, dict[str, int]]:
    path = next((folder / name for name in QRELS if (folder / name).is_file()), folder / QRELS[0])
    qrels: dict[str, dict[str, int]] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if int(row["score"]) > 0:
                    qrels.setdefault(row["query-id"], {})[row["corpus-id"]] = int(row["score"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CorpusUnreadable(f"{path} を読み込めません。query-id、corpus-id、score の3列が要ります。") from error
    return qrels


def _embed(entries: Sequence[Entry], embedder: Embedder, cache: Path | None, progress: Progress | None) -> EntryVectors:
    kept = cache / _checksum(entries, embedder) if cache else None
    if kept and kept.is_dir():
        return _read(kept)
    texts = [text for entry in entries for text in (entry.title, entry.text)]
    watch = _Watch(progress, total=len(set(texts)) + len({entry.head for entry in entries}))
    dense = _by_text(texts, embedder.embed_passages, watch)
    terms = _by_text([entry.head for entry in entries], lambda batch: _rows_of(embedder.embed_terms(batch)), watch)
    vectors = EntryVectors(
        titles=np.array([dense[entry.title] for entry in entries]),
        texts=np.array([dense[entry.text] for entry in entries]),
        terms=csr_array(vstack([terms[entry.head] for entry in entries])),
    )
    if kept:
        _write(kept, vectors)
    return vectors


def _by_text(texts: Sequence[str], embed: Callable[[list[str]], Iterable[Row]], watch: "_Watch") -> dict[str, Row]:
    distinct = sorted(set(texts), key=lambda text: (-len(text), text))  # near-equal lengths in one batch
    rows: dict[str, Row] = {}
    for start in range(0, len(distinct), BATCH_SIZE):
        batch = distinct[start : start + BATCH_SIZE]
        rows.update(zip(batch, embed(batch), strict=True))
        watch.advance(len(batch))
    return rows


def _rows_of(matrix: csr_array) -> list[csr_array]:
    return [matrix[[row]] for row in range(matrix.shape[0])]


class _Watch:
    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._done, self._total = progress, 0, total

    def advance(self, count: int) -> None:
        self._done += count
        if self._progress:
            self._progress(self._done, self._total)


def _checksum(entries: Sequence[Entry], embedder: Embedder) -> str:
    content = json.dumps([embedder.name, embedder.term_count, [(entry.title, entry.text) for entry in entries]])
    return hashlib.sha256(content.encode()).hexdigest()[:32]


def _read(kept: Path) -> EntryVectors:
    with np.load(kept / DENSE) as dense:
        return EntryVectors(titles=dense["titles"], texts=dense["texts"], terms=csr_array(load_npz(kept / TERMS)))


def _write(kept: Path, vectors: EntryVectors) -> None:
    beside = kept.with_name(f"{kept.name}.{os.getpid()}")
    beside.mkdir(parents=True)
    np.savez(beside / DENSE, titles=vectors.titles, texts=vectors.texts)
    save_npz(beside / TERMS, vectors.terms)
    beside.rename(kept)
