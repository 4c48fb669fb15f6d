"""Runs the assistant's own retriever over any folder in BEIR layout, to compare it with published systems.

Layout: ``corpus.jsonl`` (``_id``, ``title``, ``text``), ``queries.jsonl`` (``_id``, ``text``) and ``qrels.tsv`` or
``qrels/test.tsv`` (header ``query-id``, ``corpus-id``, ``score``). See https://github.com/beir-cellar/beir.
"""

import csv
import hashlib
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.errors import CorpusUnreadable
from corpus.records import Record
from evals.metrics import percentile, ranking_metrics, run_of
from vectorstore.embeddings import Embedder, Vectors
from vectorstore.retriever import Entry, EntryRetriever
from vectorstore.store import Progress

QRELS = ("qrels.tsv", "qrels/test.tsv")
DEPTH = 100  # places of each ranking that are measured
BATCH_SIZE = 64


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

    Vectors are kept in the folder ``cache``, by the checksum of the text and the model, so that a second run does not
    embed again; ``progress`` hears (texts embedded, texts in all). Raises ``CorpusUnreadable`` naming the file.
    """
    benchmark = read_beir(folder)
    vectors = _embed(benchmark.entries, embedder, cache, progress)
    titles = np.array([vectors[entry.title] for entry in benchmark.entries])
    texts = np.array([vectors[entry.text] for entry in benchmark.entries])
    retriever = EntryRetriever(benchmark.entries, titles, texts, embedder)
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
    entries = tuple(
        Entry(id=str(row["_id"]), title=str(row.get("title") or ""), text=str(row.get("text") or ""))
        for row in _rows(folder / "corpus.jsonl", "_id")
    )
    questions = {str(row["_id"]): str(row["text"]) for row in _rows(folder / "queries.jsonl", "_id", "text")}
    qrels = _read_qrels(folder)
    if not entries or not qrels or any(id_ not in questions for id_ in qrels):
        raise CorpusUnreadable(f"{folder} の corpus.jsonl、queries.jsonl、qrels.tsv が互いに合いません。")
    return BeirFolder(entries=entries, questions=questions, qrels=qrels)


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


def _embed(
    entries: Sequence[Entry], embedder: Embedder, cache: Path | None, progress: Progress | None
) -> dict[str, Vectors]:
    texts = list(dict.fromkeys(text for entry in entries for text in (entry.title, entry.text)))
    known = _read_cache(cache, embedder)
    new = [text for text in texts if _key(text) not in known]
    # near-equal lengths in one batch; the longest first, so that the time left is never underestimated
    new.sort(key=len, reverse=True)
    for start in range(0, len(new), BATCH_SIZE):
        batch = new[start : start + BATCH_SIZE]
        known.update(zip(map(_key, batch), embedder.embed_passages(batch), strict=True))
        if progress:
            progress(start + len(batch), len(new))
    if new and cache:
        _write_cache(cache, embedder, known)
    return {text: known[_key(text)] for text in texts}


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _cache_file(cache: Path, embedder: Embedder) -> Path:
    return cache / f"vectors-{_key(embedder.name)[:12]}.npz"


def _read_cache(cache: Path | None, embedder: Embedder) -> dict[str, Vectors]:
    if cache is None or not _cache_file(cache, embedder).is_file():
        return {}
    with np.load(_cache_file(cache, embedder)) as stored:
        return dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))


def _write_cache(cache: Path, embedder: Embedder, known: dict[str, Vectors]) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    keys = sorted(known)
    np.savez(_cache_file(cache, embedder), keys=np.array(keys), vectors=np.array([known[key] for key in keys]))
