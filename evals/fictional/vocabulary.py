"""The words of the generated plans, read from the YAML files in ``data/``."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def words(name: str) -> dict[str, Any]:
    """The content of ``data/<name>.yaml``; callers must not change it."""
    path = files("evals.fictional").joinpath("data", f"{name}.yaml")
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded
