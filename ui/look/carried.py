"""Which division carries what."""

from corpus.catalogue import Catalogue
from corpus.records import Project, Record

MAX_BARS = 30  # more bars than that are a list; the table has every division


class Carried(Record):
    """A division's projects, in plan order; one of several divisions counts for each of them."""

    division: str
    projects: tuple[Project, ...]

    @property
    def count(self) -> int:
        """How many projects."""
        return len(self.projects)

    @property
    def priority(self) -> int:
        """How many of them are priority projects."""
        return sum(project.priority for project in self.projects)


def carried(catalogue: Catalogue, division: str | None = None) -> tuple[Carried, ...]:
    """Every division, or the one named, the one with the most projects first, those alike in plan order."""
    found = [
        Carried(division=each.name, projects=catalogue.of_division(each.name))
        for each in catalogue.divisions
        if division in (None, each.name)
    ]
    return tuple(sorted(found, key=lambda each: -each.count))
