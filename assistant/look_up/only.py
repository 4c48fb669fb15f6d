"""Whether the projects that a question names are all of a set, as it takes for granted (Aだけですよね)."""

from assistant.look_up.claims import stated_of_set
from assistant.look_up.findings import Correction, OfSet
from assistant.look_up.sets import compute, select
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue


def all_of_set(read: Understanding, catalogue: Catalogue) -> OfSet | None:
    """The whole set, and whether the projects named are just those that are in it."""
    if read.premise is None or not read.premise.only or not read.projects or not read.names_whole:
        return None
    filters = stated_of_set(read).model_copy(update={"divisions": read.divisions})
    if filters.is_empty:
        return None
    projects = select(catalogue, filters)
    named = [project for project in map(catalogue.project, read.projects) if project]
    if not {project.id for project in named} <= {project.id for project in projects}:
        return None
    claimed = tuple(project.name for project in named)
    found = compute(filters, "list", projects, projects)
    correction = Correction(claimed=claimed, holds=len(named) == len(projects), of_division=False, only=True)
    return found.model_copy(update={"correction": correction})
