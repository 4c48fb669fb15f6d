"""Codes that a question names: those that stand in the plan only in part, those beside them, those it does not have."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from assistant.look_up.findings import Absent
from assistant.look_up.sets import code_order
from assistant.understand.code_parts import find_range, find_steps
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue
from corpus.records import Project

_NEAREST = 3
_LEAST_LIKE = 0.4


def no_such_code(catalogue: Catalogue, codes: Sequence[str]) -> Absent:
    """That the plan has none of the codes, with the projects whose codes are nearest."""
    near = {project.id: project for asked in codes for project in _nearest(catalogue, asked)}
    return Absent(reason="code", detail="、".join(codes), nearest=tuple(near.values()))


def in_part(catalogue: Catalogue, code: str) -> tuple[Project, ...]:
    """The projects whose codes begin with the parts of this one, or end with them (2-1-4 of 0-2-1-4)."""
    found = [p for p in _in_order(catalogue) if (p.code or "").startswith(f"{code}-")]
    return tuple(found or [p for p in _in_order(catalogue) if (p.code or "").endswith(f"-{code}")])


def beside(catalogue: Catalogue, read: Understanding) -> tuple[Project, ...] | Absent:
    """The projects behind or before the one code that is named, in the order of codes, where that is asked for."""
    steps = find_steps(read.text) if len(read.codes) == 1 else ()
    order = _in_order(catalogue)
    at = next((at for at, project in enumerate(order) if project.code in read.codes), None)
    if not steps or at is None:
        return ()
    found = tuple(order[at + step] for step in steps if 0 <= at + step < len(order))
    if found:
        return found
    asked = code_order(order[at])
    return no_such_code(catalogue, ["-".join(map(str, (*asked[:-1], asked[-1] + step))) for step in steps])


def in_range(catalogue: Catalogue, read: Understanding) -> tuple[Project, ...]:
    """The projects whose codes stand behind the one that is named, or before it, where all of those are asked for."""
    asked = find_range(read.text) if len(read.codes) == 1 else None
    order = _in_order(catalogue)
    at = next((at for at, project in enumerate(order) if project.code in read.codes), None)
    if asked is None or at is None:
        return ()
    ranges = {"behind": order[at + 1 :], "from": order[at:], "before": order[:at], "up_to": order[: at + 1]}
    return tuple(ranges[asked])


def _in_order(catalogue: Catalogue) -> list[Project]:
    return sorted((project for project in catalogue.projects if project.code), key=code_order)


def _nearest(catalogue: Catalogue, asked: str) -> list[Project]:
    """The projects with the codes most like this one: in the most parts, then by how far the others lie apart."""
    parts = asked.split("-")
    alike = [p for p in _in_order(catalogue) if SequenceMatcher(None, asked, p.code or "").ratio() >= _LEAST_LIKE]

    def distance(project: Project) -> tuple[int, int]:
        own = (project.code or "").split("-")
        pairs = [(a, b) for a, b in zip(parts, own, strict=False) if a != b]
        apart = sum(abs(int(a) - int(b)) for a, b in pairs if a.isdecimal() and b.isdecimal())
        return len(pairs) + abs(len(parts) - len(own)), apart

    return sorted(alike, key=distance)[:_NEAREST]
