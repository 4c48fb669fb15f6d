"""The eval set's records: conversations with what a right answer must and must not hold."""

import json
from collections.abc import Iterator, Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Literal

from pydantic import ValidationError

from corpus.errors import CorpusUnreadable
from corpus.records import Language, Record, Status, Style

Split = Literal["dev", "test"]


class Expectation(Record):
    """What a right answer holds. Texts are compared after NFKC and without white space.

    ``must`` holds alternatives where an entry is a list; ``list`` is the exact complete set, in plan order;
    ``also`` names projects that may be cited beside ``projects`` without being wrong.
    """

    status: Status
    divisions: tuple[str, ...] = ()
    not_divisions: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    list: tuple[str, ...] | None = None
    must: tuple[str | tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()


class EvalTurn(Record):
    """One question of a conversation; without ``expect`` it is asked but not judged."""

    question: str
    style: Style = "standard"
    language: Language | None = None
    expect: Expectation | None = None


class EvalItem(Record):
    """One conversation of one category."""

    id: str
    category: str
    split: Split
    turns: tuple[EvalTurn, ...]


def load_items(split: Split | None = None, folder: Traversable | None = None) -> list[EvalItem]:
    """The items of a split (all without one), by category file and line.

    Raises ``CorpusUnreadable`` naming the file and line that cannot be read.
    """
    folder = folder or resources.files("evals").joinpath("questions")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".jsonl")), key=lambda file: file.name)
    items = [item for file in files for item in _read(file)]
    return [item for item in items if split is None or item.split == split]


def _read(file: Traversable) -> Iterator[EvalItem]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield EvalItem.model_validate(json.loads(line))
        except (ValueError, ValidationError) as error:
            raise CorpusUnreadable(f"{file.name} の{number}行目を読めません: {error}") from error


def categories(items: Sequence[EvalItem]) -> list[str]:
    """The categories in alphabetical order."""
    return sorted({item.category for item in items})
