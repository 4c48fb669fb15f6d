"""What a division does by the plan, on one page."""

from collections.abc import Iterable

from assistant.understand.normalize import key
from corpus.catalogue import Catalogue
from corpus.records import Document, Project, Record


class PlannedYear(Record):
    """What happens in one fiscal year: each project with its items."""

    year: str
    items: tuple[tuple[Project, tuple[str, ...]], ...]


class Profile(Record):
    """A division with the projects it carries (``projects``) or is named in as a related one (``related``).

    ``cost_million_yen`` is the sum over the ``costed`` projects that have a cost, None where none has;
    ``shared`` says whether other divisions carry one of these too; ``places`` are the parts of the city it serves.
    """

    name: str
    documents: tuple[Document, ...]
    projects: tuple[Project, ...]
    related: tuple[Project, ...]
    places: tuple[str, ...]
    cost_million_yen: int | None
    costed: int
    shared: bool
    years: tuple[PlannedYear, ...]

    @property
    def priority_projects(self) -> tuple[Project, ...]:
        """Those of the projects that are priority projects."""
        return tuple(project for project in self.projects if project.priority)


def profile_of(catalogue: Catalogue, name: str) -> Profile | None:
    """The profile of the division of that name, however its characters are typed; None where the plan has none."""
    known = _known_name(catalogue, name)
    if known is None:
        return None
    projects = catalogue.of_division(known)
    related = tuple(project for project in catalogue.projects if known in project.related_divisions)
    costed = [project for project in projects if project.cost_million_yen is not None]
    mentioned = {project.document_id for project in (*projects, *related)}
    documents = tuple(document for document in catalogue.documents if document.id in mentioned)
    return Profile(
        name=known, documents=documents, projects=projects, related=related,
        places=tuple(place for document in documents for place, branch in document.places.items() if branch == known),
        cost_million_yen=sum(project.cost_million_yen or 0 for project in costed) if costed else None,
        costed=len(costed), shared=any(len(project.divisions) > 1 for project in costed),
        years=_years(projects),
    )  # fmt: skip


def _known_name(catalogue: Catalogue, name: str) -> str | None:
    names = dict.fromkeys(
        division for project in catalogue.projects for division in (*project.divisions, *project.related_divisions)
    )
    return name if name in names else next((known for known in names if key(known) == key(name)), None)


def _years(projects: Iterable[Project]) -> tuple[PlannedYear, ...]:
    """The fiscal years in the order in which the plan prints them."""
    planned = [(project, project.schedule) for project in projects if project.schedule]
    years = dict.fromkeys(year for _, schedule in planned for year in schedule)
    return tuple(
        PlannedYear(
            year=year, items=tuple((project, schedule[year]) for project, schedule in planned if schedule.get(year))
        )
        for year in years
    )
