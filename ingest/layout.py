"""The words and signs of the layout, read from ``layout.yaml`` and compiled once."""

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

import yaml

from ingest.lines import squeeze, width

DASHES = "\\-‐‑‒–—―−－ー─ｰ﹣"
CODE = rf"[0-9０-９]+(?:\s*[{DASHES}]\s*[0-9０-９]+)+"
SEPARATORS = "、，,"
FISCAL_YEAR = r"(?:(?:令和|平成|Ｒ|R)\s*(?:[0-9０-９]{1,2}|元)|[0-9０-９]{4})\s*年度"


def spaced(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first, with white space allowed between the letters."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(r"\s*".join(_either_width(letter) for letter in word) for word in ordered)


def _either_width(letter: str) -> str:
    """A pattern for the letter in half and full width (事業CD, 事業ＣＤ)."""
    return f"[{letter}{chr(ord(letter) + 0xFEE0)}]" if "!" <= letter <= "~" else re.escape(letter)


class Layout:
    """The layout's patterns, by name."""

    def __init__(self, data: dict[str, Any]) -> None:
        header = data["table_header"]
        columns = r"\s*".join(f"(?:{spaced(header[column])})" for column in ("name", "divisions", "content"))
        suffix = "|".join(sorted(map(re.escape, data["division_suffixes"]), key=len, reverse=True))
        labels = data["card_labels"]
        self.suffixes = tuple(data["division_suffixes"])
        self.name_endings = tuple(data["name_endings"])
        self.sure_name_endings = tuple(data["sure_name_endings"])
        self.others = frozenset(data["others"])
        self.division_width = float(data["division_width"])
        self.table_header = re.compile(rf"{columns}$")
        self.code_line = re.compile(rf"(?:{spaced(data['code_label'])})\s*[:：]?\s*(?P<code>{CODE})\s*")
        self.division = re.compile(rf"[^\s。，、,（）()「」:：]*(?:{suffix})")
        self.bullet = re.compile(rf"[{re.escape(''.join(data['bullets']))}]\s*")
        self.heading = re.compile(rf"[{''.join(data['headings'])}]\s*")
        self.remark = re.compile(rf"[{''.join(data['remarks'])}]")
        self.labels = {name: re.compile(rf"(?:{spaced(words)})(?=\s|$)") for name, words in labels.items()}
        self.card_head = re.compile(
            rf"(?:{spaced(labels['code'])})\s*[:：]?\s*(?P<code>{CODE})\s+(?:{spaced(labels['name'])})\s*(?P<name>.*)$"
        )
        cost = spaced(labels["cost"])
        self.schedule_header = re.compile(rf"(?:{FISCAL_YEAR}\s*)+(?:(?:{cost})\s*)?$")
        self.fiscal_year = re.compile(FISCAL_YEAR)
        self.cost = re.compile(r"(?P<amount>[0-9０-９][0-9０-９,，]*|[－―ー—-])\s*百万円$")
        self.total_cost = re.compile(rf"(?:{cost}).*?[:：]\s*(?P<amount>[0-9０-９][0-9０-９,，]*)\s*百万円$")

    def is_division(self, text: str) -> bool:
        """Whether the text could be one division's name."""
        return bool(self.division.fullmatch(text)) and width(text) <= self.division_width

    def are_divisions(self, text: str) -> bool:
        """Whether the text is one division or several with 、 between them, 他 allowed at the end."""
        return all(self.is_division(part) for part in self.split_divisions(text)) and bool(self.split_divisions(text))

    def split_divisions(self, text: str) -> list[str]:
        """The divisions of a cell such as ``企画課、財政課 他``, without 他."""
        parts = [squeeze(part) for part in re.split(rf"[{SEPARATORS}\s]+", text)]
        return [self.without_others(part) for part in parts if part and part not in self.others]

    def without_others(self, text: str) -> str:
        """The division's name without a 他 set right behind it."""
        mark = next((mark for mark in self.others if text.endswith(mark) and self.is_division(text[: -len(mark)])), "")
        return text[: -len(mark)] if mark else text

    def says_others(self, text: str) -> bool:
        """Whether a cell of divisions says "and others"."""
        return any(
            part in self.others or self.without_others(part) != part for part in re.split(rf"[{SEPARATORS}\s]+", text)
        )


@cache
def load_layout() -> Layout:
    """The layout that ships with the package."""
    return Layout(yaml.safe_load(resources.files("ingest").joinpath("layout.yaml").read_text(encoding="utf-8")))
