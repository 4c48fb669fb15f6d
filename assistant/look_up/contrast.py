"""What divisions or projects that are set beside each other do: one after the other, or said to be the same."""

from assistant.look_up.findings import About, Absent, Finding, OfSet, OfSets
from assistant.look_up.sets import compute, select
from assistant.understand.contrast import asks_which_is, asks_which_of_its, divisions_contrasted
from assistant.understand.question import Filters, Understanding
from assistant.understand.set_patterns import set_patterns
from corpus.catalogue import Catalogue

_SEVERAL, _MOST = 2, 6
_MOST_PROJECTS = 4


def contrasted(read: Understanding, catalogue: Catalogue) -> Finding | None:
    """What each of several divisions carries, with its contents; or of projects what the plan prints of each."""
    if _is_of_neither(read):
        return Absent(reason="unknown")
    if not read.contrast or read.codes or read.years:
        return None
    named = divisions_contrasted(read, catalogue)
    divisions = named if len(named) >= _SEVERAL else _of_kind(read, catalogue) or named
    if _SEVERAL <= len(divisions) <= _MOST and not read.projects:
        return _of_divisions(divisions, catalogue)
    if read.unknown_divisions and len(divisions) == 1 and not read.projects:
        return _of_one(divisions, read.unknown_divisions, catalogue)
    projects = tuple(project for project in map(catalogue.project, read.projects) if project)
    own = {name for project in projects for name in project.divisions}
    if not (read.names_whole and _SEVERAL <= len(projects) <= _MOST_PROJECTS) or not own.issuperset(read.divisions):
        return None
    return About(projects=projects, field="overview", contrast=True)


def with_undivided(read: Understanding, finding: Finding) -> Finding:
    """The finding, with the plan's silence on who does what, where that is asked of a project of several divisions."""
    one = isinstance(finding, About) and len(finding.projects) == 1 and len(finding.projects[0].divisions) > 1
    if not (one and asks_which_of_its(read.text)) or not isinstance(finding, About):
        return finding
    holds = finding.correction is not None and finding.correction.holds and read.contrast
    return finding.model_copy(update={"undivided": True, "correction": None if holds else finding.correction})


def _of_one(divisions: tuple[str, ...], unknown: tuple[str, ...], catalogue: Catalogue) -> OfSet:
    """What the one division of the plan carries, where the other is none of the plan's."""
    filters = Filters(divisions=divisions)
    found = select(catalogue, filters)
    return compute(filters, "list", found, found).model_copy(update={"with_content": True, "silent_on": unknown})


def _is_of_neither(read: Understanding) -> bool:
    """Whether two divisions are weighed by what no plan tells (A課とB課ならどっちが楽)."""
    alone = len(read.divisions) > 1 and not (
        read.linked or read.projects or read.filters or read.contrast or read.attribute
    )
    return alone and read.operation is None and asks_which_is(read.text)


def _of_divisions(divisions: tuple[str, ...], catalogue: Catalogue) -> OfSet | OfSets:
    """A list for each division; a single one, where the plan prints the same of all of them."""
    each = [(Filters(divisions=(name,)), catalogue.of_division(name)) for name in divisions]
    told = {"with_content": True, "contrast": True}
    if len({tuple(project.content for project in projects) for _, projects in each}) == 1:
        together = Filters(divisions=divisions)
        found = select(catalogue, together)
        return compute(together, "list", found, found).model_copy(update=told)
    sets = (compute(one, "list", projects, projects).model_copy(update=told) for one, projects in each)
    return OfSets(sets=tuple(sets), contrast=True)


def _of_kind(read: Understanding, catalogue: Catalogue) -> tuple[str, ...]:
    """All divisions of the kind that the question speaks of (支所ごとに違うの), where it names none of them."""
    spoken = any(name in read.text for name in read.divisions)
    kind = None if spoken or read.projects or read.absent_topics else set_patterns()["classes"].search(read.text)
    return tuple(one.name for one in catalogue.divisions if kind and one.name.endswith(kind[1]))
