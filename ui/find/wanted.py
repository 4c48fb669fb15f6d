"""What a reader wants to see of the projects, as the address says it, and the projects that fit."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from assistant.understand.normalize import kana_key, key
from corpus.catalogue import Catalogue
from corpus.records import Project, Record
from ui.find.search import Hear, search
from ui.reading.furigana import furigana_for

MAX_TEXT_CHARACTERS = 200
PLAN_ORDER = "plan"
VIEWS = ("divisions", "table")

# What each order sorts by; None (no code, no cost) comes last, whichever way it is sorted.
_SORTS: dict[str, Callable[[Project, Hear], Any]] = {
    "name": lambda project, hear: sorting_key(project.name, hear),
    "code": lambda project, _: _code_parts(project.code),
    "division": lambda project, hear: sorting_key(project.divisions[0], hear) if project.divisions else None,
    "cost": lambda project, _: project.cost_million_yen,
    "page": lambda project, _: (project.document_id, project.page),
}
SORTS = (PLAN_ORDER, *_SORTS)


class Wanted(Record):
    """The fields of the address; an empty one filters nothing.

    ``priority`` is ``1`` for priority projects alone; ``code`` is ``1`` for those with a code and ``0`` for those
    without; ``sort`` is one of ``SORTS``, with ``-`` before it from the last to the first.
    """

    view: str = ""
    division: str = ""
    q: str = ""
    priority: str = ""
    code: str = ""
    sort: str = ""

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> "Wanted":
        """What the address asks for; what nobody knows is left out."""
        sort = parameters.get("sort", "")
        return cls(
            view=_known(parameters.get("view", ""), VIEWS),
            division=parameters.get("division", "").strip()[:MAX_TEXT_CHARACTERS],
            q=parameters.get("q", "").strip()[:MAX_TEXT_CHARACTERS],
            priority=_known(parameters.get("priority", ""), ("1",)),
            code=_known(parameters.get("code", ""), ("0", "1")),
            sort=sort if sort.removeprefix("-") in _SORTS else "",
        )

    @property
    def is_filtered(self) -> bool:
        """Whether projects may be left out."""
        return bool(self.division or self.q or self.priority or self.code)

    @property
    def order(self) -> str:
        """One of ``SORTS``."""
        return self.sort.removeprefix("-") or PLAN_ORDER

    @property
    def is_downward(self) -> bool:
        """Whether the last of the order comes first."""
        return self.sort.startswith("-")

    @property
    def shown_view(self) -> str:
        """The divisions with their projects, until somebody looks for something."""
        return self.view or ("table" if self.is_filtered or self.sort else "divisions")

    def query(self, **changed: str) -> str:
        """The address' query with some fields changed (``""`` takes one away)."""
        fields = self.model_dump() | changed
        return urlencode({name: value for name, value in fields.items() if value})


class Selection(Record):
    """The projects that fit, in the order that is wanted; ``near`` where a word was typed a little wrong."""

    projects: tuple[Project, ...]
    near: bool = False


def select(catalogue: Catalogue, wanted: Wanted) -> Selection:
    """The projects of the catalogue that fit every field of ``wanted``."""
    # A word is searched in the whole plan first: a filter must not make a worse spelling of it the best one.
    hear = furigana_for(catalogue.documents).heard
    found = search(catalogue.projects, wanted.q, hear)
    kept = tuple(project for project in found.projects if _fits(project, wanted))
    return Selection(projects=_sorted(kept, wanted, hear), near=found.near)


def sorting_key(name: str, hear: Hear) -> str:
    """How a name is ordered: by its reading."""
    return kana_key("".join(hear(name)))


def _known(value: str, allowed: tuple[str, ...]) -> str:
    return value if value in allowed else ""


def _fits(project: Project, wanted: Wanted) -> bool:
    if wanted.division and key(wanted.division) not in map(key, project.divisions):
        return False
    if wanted.priority and not project.priority:
        return False
    return not wanted.code or (project.code is not None) == (wanted.code == "1")


def _sorted(projects: tuple[Project, ...], wanted: Wanted, hear: Hear) -> tuple[Project, ...]:
    value = _SORTS.get(wanted.order)
    if value is None:
        return projects
    told = [(value(project, hear), project) for project in projects]
    known = [(told_value, project) for told_value, project in told if told_value is not None]
    # Python keeps plan order between equals, downward too.
    ordered = sorted(known, key=lambda pair: pair[0], reverse=wanted.is_downward)
    return (*(project for _, project in ordered), *(project for told_value, project in told if told_value is None))


def _code_parts(code: str | None) -> tuple[int, ...] | None:
    """A code by its numbers, so that 0-2-1-10 follows 0-2-1-9."""
    return tuple(int(part) for part in code.split("-") if part.isdecimal()) if code else None
