"""Whether the projects that a question names are all of a set, as it takes for granted (Aだけですよね)."""

from collections.abc import Sequence

from assistant.look_up.claims import stated_of_set
from assistant.look_up.findings import Correction, OfSet
from assistant.look_up.sets import compute, select
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue
from corpus.records import Project


def all_of_set(read: Understanding, named: Sequence[Project], catalogue: Catalogue) -> OfSet | None:
    """The whole set, and whether the projects named are just those that are in it."""
    divisions = read.premise.divisions if read.premise else read.divisions
    filters = stated_of_set(read).model_copy(update={"divisions": divisions})
    if filters.is_empty or not named:
        return None
    projects = select(catalogue, filters)
    if not {project.id for project in named} <= {project.id for project in projects}:
        return None
    claimed = tuple(project.name for project in named)
    found = compute(filters, "list", projects, projects)
    correction = Correction(claimed=claimed, holds=len(named) == len(projects), of_division=False, only=True)
    return found.model_copy(update={"correction": correction})
