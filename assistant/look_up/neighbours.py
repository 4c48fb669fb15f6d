"""The projects that the plan lists right before or behind one that is named (監査事務の前後に並んでいる事業)."""

import re
from collections.abc import Mapping

from assistant.understand.normalize import fold
from assistant.understand.question import Understanding
from assistant.understand.set_patterns import set_patterns
from corpus.catalogue import Catalogue
from corpus.records import Project

_STEPS: Mapping[str, tuple[int, ...]] = {"around": (-1, 1), "next": (1,), "previous": (-1,)}


def beside_in_plan(catalogue: Catalogue, read: Understanding) -> tuple[Project, ...]:
    """The neighbours of the one project that the question names, in the order of the plan."""
    named = catalogue.project(read.projects[0]) if len(read.projects) == 1 and read.names_whole else None
    if named is None or read.inherited:
        return ()
    behind = _behind(read.text, named)
    steps = next((steps for name, steps in _STEPS.items() if set_patterns()["listed_beside"][name].match(behind)), ())
    order = list(catalogue.projects)
    at = order.index(named)
    return tuple(order[at + step] for step in steps if 0 <= at + step < len(order))


def _behind(text: str, project: Project) -> str:
    """What stands behind the project's name, whole or without its kind."""
    stem = re.sub("(?:事業|事務)$", "", fold(project.name))
    found = re.search(f"{re.escape(stem)}(?:事業|事務)?", fold(text))
    return fold(text)[found.end() :].lstrip("」』") if found else ""
