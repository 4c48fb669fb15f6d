"""The index folder on disk: which build is in use, and what lies in a build.

``CURRENT`` names the build in use, and is replaced in one step when a build is whole, so a build that fails changes
nothing that is served. Layout: ``CURRENT``, ``build-…/{meta.json, catalogue.json, terms.npz, chroma/}``.
"""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from pydantic import ValidationError
from scipy.sparse import csr_array, load_npz

from corpus.catalogue import Catalogue
from corpus.errors import IndexDamaged, IndexNotLoaded, PlanAssistantError
from corpus.records import Record
from vectorstore.retriever import EntryVectors
from vectorstore.store import PassageStore

CURRENT = "CURRENT"
META = "meta.json"
CATALOGUE = "catalogue.json"
TERMS = "terms.npz"
CHROMA = "chroma"


class IndexMeta(Record):
    """What an index was made from; ``sources`` maps each document's id to the checksum of its file."""

    format_version: int
    model: str
    dimension: int
    term_count: int = 0
    sources: dict[str, str]
    catalogue_sha256: str


def current_build(folder: Path) -> Path:
    """The build in use; raises ``IndexNotLoaded`` where there is none, ``IndexDamaged`` where it is gone."""
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


def read_meta(build: Path) -> IndexMeta:
    """What the build was made from; raises ``IndexDamaged``."""
    try:
        return IndexMeta.model_validate_json((build / META).read_bytes())
    except (OSError, ValidationError) as error:
        raise IndexDamaged from error


def read_catalogue(build: Path, meta: IndexMeta) -> Catalogue:
    """The catalogue, exactly as it was written; raises ``IndexDamaged``."""
    try:
        body = (build / CATALOGUE).read_bytes()
        if hashlib.sha256(body).hexdigest() != meta.catalogue_sha256:
            raise IndexDamaged
        return Catalogue.model_validate_json(body)
    except (OSError, ValidationError) as error:
        raise IndexDamaged from error


def read_vectors(build: Path, catalogue: Catalogue) -> EntryVectors:
    """The vectors of the catalogue's passages, in their order; raises ``IndexDamaged``."""
    if not (build / CHROMA).is_dir():
        raise IndexDamaged
    terms = _read_terms(build)
    if terms.shape[0] != len(catalogue.passages):
        raise IndexDamaged
    store = PassageStore(build / CHROMA)
    try:
        ids = [passage.id for passage in catalogue.passages]
        return EntryVectors(titles=store.vectors(ids, "title"), texts=store.vectors(ids, "text"), terms=terms)
    finally:
        store.close()


def write_build(folder: Path, meta: IndexMeta, body: bytes, fill: Callable[[Path], None]) -> None:
    """Write a whole new build and make it the one in use; ``fill`` writes the vectors into the new folder."""
    replaced = _name_of_current(folder)
    build = _new_build_folder(folder, meta)
    try:
        fill(build)
        (build / CATALOGUE).write_bytes(body)
        (build / META).write_text(meta.model_dump_json(indent=2), encoding="utf-8")
        _point_to(folder, build.name)
    except BaseException:
        shutil.rmtree(build, ignore_errors=True)
        raise
    _remove_others(folder, keep={build.name, replaced})


def _read_terms(build: Path) -> csr_array:
    try:
        return csr_array(load_npz(build / TERMS))
    except Exception as error:  # a broken archive raises whatever zip, zlib and numpy raise
        raise IndexDamaged from error


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
        return current_build(folder).name
    except PlanAssistantError:
        return ""


def _remove_others(folder: Path, keep: set[str]) -> None:
    # the build just replaced stays once more: a server that is running may still read it
    for build in folder.glob("build-*"):
        if build.name not in keep:
            shutil.rmtree(build, ignore_errors=True)
