"""Finds the documents of a corpus: folders with a ``manifest.yaml``, or plain text files."""

import csv
import hashlib
from collections.abc import Sequence
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import CorpusUnreadable, NoPlanFound

MANIFEST = "manifest.yaml"
PLACES = "places.csv"
READINGS = "readings.csv"


class Manifest(BaseModel):
    """What a person says of a document; every field but ``file`` may be left out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = ""
    title: str = ""
    publisher: str = ""
    period: str = ""
    description: str = ""
    contact: str = ""
    file: str = ""
    sha256: str = ""


class SourceFile(BaseModel):
    """One document as it lies on the disk, read whole."""

    model_config = ConfigDict(frozen=True)

    path: Path
    manifest: Manifest
    text: str
    sha256: str
    places: dict[str, str] = {}
    readings: dict[str, str] = {}


def find_sources(paths: Sequence[Path]) -> list[SourceFile]:
    """Every document under the paths, ordered by id.

    A path may be a text file, a document's folder (with ``manifest.yaml`` or one text file in it) or a folder of
    such. Raises ``CorpusUnreadable`` naming the file, or ``NoPlanFound`` where there is no document at all.
    """
    found = [source for path in paths for source in _under(path)]
    if not found:
        raise NoPlanFound(
            f"計画書が見つかりません: {'、'.join(map(str, paths))}（.txt または {MANIFEST} を置いてください）"
        )
    by_id: dict[str, SourceFile] = {}
    for source in found:
        other = by_id.setdefault(source.manifest.id, source)
        if other is not source and other.path.resolve() != source.path.resolve():
            raise CorpusUnreadable(f"計画書のID「{source.manifest.id}」が重なっています: {other.path} と {source.path}")
    return [by_id[key] for key in sorted(by_id)]


def _under(path: Path) -> list[SourceFile]:
    if path.is_file():
        return [_read(path, Manifest(id=_id_of(path)))]
    if not path.is_dir():
        raise CorpusUnreadable(f"計画書のファイルやフォルダがありません: {path}")
    if (path / MANIFEST).is_file():
        return [_with_manifest(path)]
    files = [_read(file, Manifest(id=_id_of(file))) for file in sorted(path.glob("*.txt"))]
    folders = sorted(child for child in path.iterdir() if child.is_dir() and not child.name.startswith((".", "_")))
    return [*files, *(source for folder in folders for source in _under(folder))]


def _id_of(file: Path) -> str:
    """A file's own name, or its folder's where the file is called plan.txt as in our corpus."""
    return file.resolve().parent.name if file.stem == "plan" else file.stem


def _with_manifest(folder: Path) -> SourceFile:
    path = folder / MANIFEST
    try:
        manifest = Manifest.model_validate(yaml.safe_load(path.read_text(encoding="utf-8-sig")) or {})
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CorpusUnreadable(f"{path} を読み込めません。YAMLの書き方を確かめてください。") from error
    except ValidationError as error:
        names = "、".join(".".join(map(str, fault["loc"])) for fault in error.errors())
        raise CorpusUnreadable(
            f"{path} の項目が正しくありません: {names or '「項目名: 値」の形ではありません'}"
        ) from error
    texts = sorted(folder.glob("*.txt"))
    if not manifest.file and not texts:
        raise CorpusUnreadable(f"{folder} に計画書のテキスト（.txt）がありません。")
    file = folder / manifest.file if manifest.file else texts[0]
    return _read(file, manifest.model_copy(update={"id": manifest.id or folder.resolve().name}))


def _read(file: Path, manifest: Manifest) -> SourceFile:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise CorpusUnreadable(f"{file} を開けません。ファイルがあるか、読み取りの許可を確かめてください。") from error
    sha256 = hashlib.sha256(data).hexdigest()
    if manifest.sha256 and manifest.sha256.lower() != sha256:
        raise CorpusUnreadable(f"{file} の内容が {MANIFEST} のsha256と一致しません（実際は {sha256}）。")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorpusUnreadable(f"{file} はUTF-8のテキストではありません。UTF-8で保存し直してください。") from error
    if "\x00" in text:
        raise CorpusUnreadable(f"{file} はテキストではないようです（NUL文字が含まれています）。")
    return SourceFile(
        path=file,
        manifest=manifest,
        text=text,
        sha256=sha256,
        places=_read_places(file.parent / PLACES),
        readings=_read_readings(file.parent / READINGS),
    )


def _read_places(file: Path) -> dict[str, str]:
    """Which branch office serves which part of the city, where a person has noted it (``places``, ``division``)."""
    if not file.is_file():
        return {}
    try:
        rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
        return {place.strip(): row["division"] for row in rows for place in row["places"].split("、") if place.strip()}
    except (OSError, UnicodeDecodeError, KeyError, AttributeError) as error:
        raise CorpusUnreadable(f"{file} を読み込めません。places と division の2列のCSVにしてください。") from error


def _read_readings(file: Path) -> dict[str, str]:
    """How the plan's names sound, where a person has checked it: words set off by ``/`` in both columns."""
    if not file.is_file():
        return {}
    try:
        rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
        readings = {row["name"].strip(): row["reading"].strip() for row in rows}
    except (OSError, UnicodeDecodeError, KeyError, AttributeError) as error:
        raise CorpusUnreadable(f"{file} を読み込めません。name と reading の2列のCSVにしてください。") from error
    uneven = [name for name, sound in readings.items() if name.count("/") != sound.count("/")]
    if uneven:
        raise CorpusUnreadable(f"{file} の {uneven[0]} は、name と reading の / の数が違います。")
    return readings
