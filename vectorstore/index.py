"""The index: the catalogue and everything that questions are matched against, built once and loaded to be asked."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from scipy.sparse import csr_array, save_npz, vstack

from corpus.catalogue import Catalogue
from corpus.errors import IndexIncompatible, PlanAssistantError
from corpus.records import Record
from vectorstore.embeddings import Embedder, Vectors
from vectorstore.files import (
    CHROMA,
    TERMS,
    IndexMeta,
    current_build,
    read_catalogue,
    read_meta,
    read_vectors,
    write_build,
)
from vectorstore.passages import PassageRetriever, entries_of
from vectorstore.store import PassageStore, Progress

FORMAT_VERSION = 2


class BuildReport(Record):
    """What building did: ``embedded`` of ``texts`` distinct titles and texts had to be embedded anew."""

    changed: bool
    passages: int
    texts: int
    embedded: int


@dataclass(frozen=True)
class Index:
    """A loaded index: exact look-ups through ``catalogue``, questions through ``retriever``, both by ``embedder``."""

    meta: IndexMeta
    catalogue: Catalogue
    retriever: PassageRetriever
    embedder: Embedder


@dataclass(frozen=True)
class _Known:
    """What the present index has from the same model, by the text that it stands for."""

    dense: dict[str, Vectors] = field(default_factory=dict)
    terms: dict[str, csr_array] = field(default_factory=dict)


def build_index(
    folder: Path, catalogue: Catalogue, model: str, load: Callable[[str], Embedder], progress: Progress | None = None
) -> BuildReport:
    """Bring the index up to date with a catalogue.

    The model is loaded, through ``load``, only if something changed; titles and texts that the present index has from
    the same model are taken over. Raises ``ModelUnavailable``; the present index then stays as it is.
    """
    texts = {text for passage in catalogue.passages for text in (passage.title, passage.text)}
    counts = {"passages": len(catalogue.passages), "texts": len(texts)}
    body = catalogue.model_dump_json().encode()
    digest = hashlib.sha256(body).hexdigest()
    if _is_current(folder, model, digest):
        return BuildReport(changed=False, embedded=0, **counts)
    embedder = load(model)
    known = _known(folder, embedder)
    meta = IndexMeta(
        format_version=FORMAT_VERSION,
        model=model,
        dimension=embedder.dimension,
        term_count=embedder.term_count,
        sources={document.id: document.checksum for document in catalogue.documents},
        catalogue_sha256=digest,
    )
    write_build(folder, meta, body, fill=lambda build: _fill(build, catalogue, embedder, known, progress))
    return BuildReport(changed=True, embedded=len(texts - known.dense.keys()), **counts)


def load_index(folder: Path, embedder: Embedder) -> Index:
    """Load and verify an index.

    Raises ``IndexNotLoaded`` where there is none, ``IndexDamaged`` where a file is missing or broken,
    ``IndexIncompatible`` where it was made by another format version or embedding model.
    """
    build = current_build(folder)
    meta = read_meta(build)
    if not _is_of(meta, embedder):
        raise IndexIncompatible
    catalogue = read_catalogue(build, meta)
    retriever = PassageRetriever(catalogue, read_vectors(build, catalogue), embedder)
    return Index(meta=meta, catalogue=catalogue, retriever=retriever, embedder=embedder)


def _is_of(meta: IndexMeta, embedder: Embedder) -> bool:
    made = (meta.format_version, meta.model, meta.dimension, meta.term_count)
    return made == (FORMAT_VERSION, embedder.name, embedder.dimension, embedder.term_count)


def _is_current(folder: Path, model: str, digest: str) -> bool:
    try:
        build = current_build(folder)
        meta = read_meta(build)
        if (meta.format_version, meta.model, meta.catalogue_sha256) != (FORMAT_VERSION, model, digest):
            return False
        read_vectors(build, read_catalogue(build, meta))
    except PlanAssistantError:
        return False
    return True


def _known(folder: Path, embedder: Embedder) -> _Known:
    try:
        build = current_build(folder)
        meta = read_meta(build)
        if not _is_of(meta, embedder):
            return _Known()
        catalogue = read_catalogue(build, meta)
        vectors = read_vectors(build, catalogue)
    except PlanAssistantError:
        return _Known()
    entries = entries_of(catalogue)
    titles = dict(zip((entry.title for entry in entries), vectors.titles, strict=True))
    texts = dict(zip((entry.text for entry in entries), vectors.texts, strict=True))
    terms = {entry.head: vectors.terms[[place]] for place, entry in enumerate(entries)}
    return _Known(dense={**titles, **texts}, terms=terms)


def _fill(build: Path, catalogue: Catalogue, embedder: Embedder, known: _Known, progress: Progress | None) -> None:
    save_npz(build / TERMS, _terms(catalogue, embedder, known))
    store = PassageStore(build / CHROMA, embedder, known.dense)
    try:
        store.add(catalogue, progress)
    finally:
        store.close()


def _terms(catalogue: Catalogue, embedder: Embedder, known: _Known) -> csr_array:
    heads = [entry.head for entry in entries_of(catalogue)]
    new = [head for head in dict.fromkeys(heads) if head not in known.terms]
    rows = embedder.embed_terms(new)
    all_terms = {**known.terms, **{head: rows[[place]] for place, head in enumerate(new)}}
    return csr_array(vstack([all_terms[head] for head in heads])) if heads else rows
