"""The sentences of answers, read from one file for each language and style."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from corpus.records import Language, Style

_FILES = {("ja", "standard"): "ja", ("ja", "plain"): "plain"}


class WordingBook:
    """The sentences of one language; a missing sentence is a fault of the file and raises ``KeyError``."""

    def __init__(self, sentences: dict[str, Any], names: Mapping[str, str] | None = None) -> None:
        self._sentences, self._names = sentences, names or {}

    def say(self, sentence: str, /, **values: object) -> str:
        """The sentence of that name, filled in."""
        return str(self._sentences[sentence]).format(**values)

    def join(self, words: list[str] | tuple[str, ...]) -> str:
        """Several names as one phrase."""
        return str(self._sentences["join"]).join(words)

    def named(self, name: str) -> str:
        """What a kind of fact, or a reading of a broad word, is called; any other name stays as it is."""
        return self._names.get(name, name)

    def field(self, name: str) -> str:
        """What a field of the plan is called."""
        return str(self._sentences["fields"][name])

    def part(self, name: str) -> str:
        """What a part of a project's row is called."""
        return str(self._sentences["parts"][name])

    def amount(self, million_yen: float) -> str:
        """A sum in 百万円 and in 億/万円 (``1,357百万円（13億5,700万円）``)."""
        return self.say("million", amount=f"{million_yen:,.10g}", yen=self._yen(million_yen))

    def _yen(self, million_yen: float) -> str:
        oku, man = divmod(round(million_yen * 100), 10_000)
        if oku and man:
            return self.say("yen_oku", oku=f"{oku:,}", man=f"{man:,}")
        return self.say("yen_oku_only", oku=f"{oku:,}") if oku else self.say("yen_man", man=f"{man:,}")


@cache
def load_wording(language: Language, style: Style) -> WordingBook:
    """The sentences for a language and style (a style is only known to Japanese)."""
    name = _FILES.get((language, style), language)
    folder = resources.files("assistant.compose") / "wording"
    rows = csv.DictReader((folder / "names.csv").read_text(encoding="utf-8").splitlines())
    names = {} if language == "ja" else {row["ja"]: row[language] for row in rows}
    return WordingBook(yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8")), names)
