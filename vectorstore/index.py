"""The index folder: the catalogue, the Chroma database and what both were made from.

``CURRENT`` names the build in use, and is replaced in one step when a build is whole, so a build that fails changes
nothing that is served. Layout: ``CURRENT``, ``build-…/{meta.json, catalogue.json, chroma/}``.
"""

import hashlib
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from corpus.catalogue import Catalogue
from corpus.errors import IndexDamaged, IndexIncompatible, IndexNotLoaded, PlanAssistantError
from corpus.records import Record
from vectorstore.embeddings import Embedder, Vectors
from vectorstore.passages import PassageRetriever
from vectorstore.store import PassageStore, Progress

FORMAT_VERSION = 1
CURRENT = "CURRENT"
META = "meta.json"
CATALOGUE = "catalogue.json"
CHROMA = "chroma"


class IndexMeta(Record):
    """What an index was made from; ``sources`` maps each document's id to the checksum of its file."""

    format_version: int
    model: str
    dimension: int
    sources: dict[str, str]
    catalogue_sha256: str


class BuildReport(Record):
    """What building did: ``embedded`` of ``texts`` distinct titles and texts had to be embedded anew."""

    changed: bool
    passages: int
    texts: int
    embedded: int


@dataclass(frozen=True)
class Index:
    """A loaded index: exact look-ups through ``catalogue``, questions through ``retriever``."""

    meta: IndexMeta
    catalogue: Catalogue
    retriever: PassageRetriever


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
    known = _known_vectors(folder, embedder)
    meta = IndexMeta(
        format_version=FORMAT_VERSION,
        model=model,
        dimension=embedder.dimension,
        sources={document.id: document.checksum for document in catalogue.documents},
        catalogue_sha256=digest,
    )
    _write(folder, meta, body, fill=lambda chroma: _fill(chroma, catalogue, embedder, known, progress))
    return BuildReport(changed=True, embedded=len(texts - known.keys()), **counts)


def load_index(folder: Path, embedder: Embedder) -> Index:
    """Load and verify an index.

    Raises ``IndexNotLoaded`` where there is none, ``IndexDamaged`` where a file is missing or broken,
    ``IndexIncompatible`` where it was made by another format version or embedding model.
    """
    build = _current_build(folder)
    meta = _read_meta(build)
    if meta.format_version != FORMAT_VERSION or (meta.model, meta.dimension) != (embedder.name, embedder.dimension):
        raise IndexIncompatible
    catalogue = _read_catalogue(build, meta)
    titles, texts = _read_vectors(build, catalogue)
    return Index(meta=meta, catalogue=catalogue, retriever=PassageRetriever(catalogue, titles, texts, embedder))


def _is_current(folder: Path, model: str, digest: str) -> bool:
    try:
        meta = _read_meta(_current_build(folder))
        if (meta.format_version, meta.model, meta.catalogue_sha256) != (FORMAT_VERSION, model, digest):
            return False
        _read_vectors(_current_build(folder), _read_catalogue(_current_build(folder), meta))
    except PlanAssistantError:
        return False
    return True


def _current_build(folder: Path) -> Path:
    try:
        name = (folder / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise IndexNotLoaded from error
    except (OSError, UnicodeDecodeError) as error:
        raise IndexDamaged from error
    build = folder / name
    if not name.startswith("build-") or not build.is_dir():
        raise IndexDamaged
    return build


def _read_meta(build: Path) -> IndexMeta:
    try:
        return IndexMeta.model_validate_json((build / META).read_bytes())
    except (OSError, ValidationError) as error:
        raise IndexDamaged from error


def _read_catalogue(build: Path, meta: IndexMeta) -> Catalogue:
    try:
        body = (build / CATALOGUE).read_bytes()
        if hashlib.sha256(body).hexdigest() != meta.catalogue_sha256:
            raise IndexDamaged
        return Catalogue.model_validate_json(body)
    except (OSError, ValidationError) as error:
        raise IndexDamaged from error


def _read_vectors(build: Path, catalogue: Catalogue) -> tuple[Vectors, Vectors]:
    if not (build / CHROMA).is_dir():
        raise IndexDamaged
    store = PassageStore(build / CHROMA)
    try:
        ids = [passage.id for passage in catalogue.passages]
        return store.vectors(ids, "title"), store.vectors(ids, "text")
    finally:
        store.close()


def _known_vectors(folder: Path, embedder: Embedder) -> dict[str, Vectors]:
    """The vectors that the present index has from the same model, by the text they stand for; none if it is broken."""
    try:
        build = _current_build(folder)
        index_meta = _read_meta(build)
        if (index_meta.model, index_meta.dimension) != (embedder.name, embedder.dimension):
            return {}
        catalogue = _read_catalogue(build, index_meta)
        titles, texts = _read_vectors(build, catalogue)
    except PlanAssistantError:
        return {}
    pairs = zip(catalogue.passages, titles, texts, strict=True)
    return {text: row for p, title_row, text_row in pairs for text, row in ((p.title, title_row), (p.text, text_row))}


def _fill(
    chroma: Path, catalogue: Catalogue, embedder: Embedder, known: dict[str, Vectors], progress: Progress | None
) -> None:
    store = PassageStore(chroma, embedder, known)
    try:
        store.add(catalogue, progress)
    finally:
        store.close()


def _write(folder: Path, meta: IndexMeta, body: bytes, fill: Callable[[Path], None]) -> None:
    replaced = _name_of_current(folder)
    build = _new_build_folder(folder, meta)
    try:
        fill(build / CHROMA)
        (build / CATALOGUE).write_bytes(body)
        (build / META).write_text(meta.model_dump_json(indent=2), encoding="utf-8")
        _point_to(folder, build.name)
    except BaseException:
        shutil.rmtree(build, ignore_errors=True)
        raise
    _remove_others(folder, keep={build.name, replaced})


def _new_build_folder(folder: Path, meta: IndexMeta) -> Path:
    for number in range(1, 10_000):
        build = folder / f"build-{meta.catalogue_sha256[:12]}-{number}"
        try:
            build.mkdir(parents=True)
        except FileExistsError:
            continue
        return build
    raise IndexDamaged


def _point_to(folder: Path, name: str) -> None:
    beside = folder / f"{CURRENT}.{os.getpid()}"
    beside.write_text(name + "\n", encoding="utf-8")
    beside.replace(folder / CURRENT)


def _name_of_current(folder: Path) -> str:
    try:
        return _current_build(folder).name
    except PlanAssistantError:
        return ""


def _remove_others(folder: Path, keep: set[str]) -> None:
    # the build just replaced stays once more: a server that is running may still read it
    for build in folder.glob("build-*"):
        if build.name not in keep:
            shutil.rmtree(build, ignore_errors=True)
