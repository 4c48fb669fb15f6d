"""How many items the schedules have: of one project, of a set, and whose has the most."""

from collections.abc import Sequence

from assistant.look_up.findings import OfSteps
from assistant.look_up.sets import select
from assistant.understand.question import Filters, Operation, Understanding
from assistant.understand.sets import set_patterns
from corpus.catalogue import Catalogue
from corpus.records import Project

_EXTREMES: dict[str, Operation] = {"largest": "largest", "smallest": "smallest"}


class StepFinder:
    """Counts schedule items."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def find(self, read: Understanding) -> OfSteps | None:
        """The number of items, year by year or in all the years, where the question asks for that."""
        of_some = read.projects or read.filters or not (read.linked or read.divisions or read.inherited)
        if not set_patterns()["steps"].search(read.text) or not of_some:
            return None
        named = [project for project in map(self._catalogue.project, read.projects) if project]
        filters = read.filters or Filters()
        scheduled = tuple(p for p in named or select(self._catalogue, filters) if p.schedule)
        if not scheduled:
            return None
        years = read.years or tuple(scheduled[0].schedule or {})
        counts = tuple(_count(project, years) for project in scheduled)
        operation = next((_EXTREMES[cue] for cue in _EXTREMES if cue in read.cues), "sum")
        return OfSteps(projects=scheduled, years=years, counts=counts, operation=operation)


def _count(project: Project, years: Sequence[str]) -> int:
    return sum(len(items) for year, items in (project.schedule or {}).items() if year in years)
