"""A division on one page: its projects with contents, costs and schedules, and where it only takes part."""

from corpus.catalogue import Catalogue
from corpus.records import Project, Record


class Profile(Record):
    """What the plan gives a division to do.

    ``cost_million_yen`` sums up the ``costed`` projects with a printed cost, None where there is none; ``shared`` says
    that some of these are carried with other divisions.
    """

    name: str
    projects: tuple[Project, ...]
    related: tuple[Project, ...]
    priority: int
    costed: int
    cost_million_yen: int | None
    shared: bool


def profile_of(name: str, catalogue: Catalogue) -> Profile | None:
    """The division's profile, or None where the plan names no such division."""
    projects = catalogue.of_division(name)
    if not projects:
        return None
    costed = [project for project in projects if project.cost_million_yen is not None]
    return Profile(
        name=name,
        projects=projects,
        related=tuple(p for p in catalogue.projects if name in p.related_divisions and name not in p.divisions),
        priority=sum(project.priority for project in projects),
        costed=len(costed),
        cost_million_yen=sum(project.cost_million_yen or 0 for project in costed) if costed else None,
        shared=any(len(project.divisions) > 1 or project.divisions_open for project in costed),
    )
