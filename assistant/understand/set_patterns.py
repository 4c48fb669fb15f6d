"""The patterns by which questions describe sets of projects, from ``sets.yaml``."""

import re
from functools import cache
from typing import Any

from assistant.understand.vocabulary import read_yaml


@cache
def set_patterns() -> dict[str, Any]:
    """The patterns of ``sets.yaml`` by name, compiled; groups of patterns as dictionaries."""

    def compiled(value: Any) -> Any:  # noqa: ANN401 - as deep as the file
        if isinstance(value, dict):
            return {name: compiled(entry) for name, entry in value.items()}
        if isinstance(value, list):
            return [compiled(entry) for entry in value]
        return re.compile(value, re.IGNORECASE)

    raw = read_yaml("sets.yaml")
    between = {"to_word", "after_word", "quoted", "bare_before", "held"}
    return {name: value if name in between else compiled(value) for name, value in raw.items()}
