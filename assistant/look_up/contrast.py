"""What divisions or projects that are set beside each other do: one after the other, or said to be the same."""

from functools import reduce

from assistant.look_up.findings import About, Absent, Finding, OfSet, OfSets
from assistant.look_up.sets import compute, select
from assistant.understand.contrast import asks_which_is, asks_which_of_its, divisions_contrasted
from assistant.understand.filters import Filters
from assistant.understand.question import Understanding
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
    kind = _of_kind(read, named, catalogue)
    named = tuple(name for name in named if name not in kind)
    if _SEVERAL <= len(named) + len(kind) <= _MOST and not read.projects:
        return _of_divisions(named, kind, catalogue)
    if read.unknown_divisions and len(named) == 1 and not read.projects:
        return _of_one(named, read.unknown_divisions, catalogue)
    projects = tuple(project for project in map(catalogue.project, read.projects) if project)
    own = {name for project in projects for name in project.divisions}
    if not (read.names_whole and _SEVERAL <= len(projects) <= _MOST_PROJECTS) or not own.issuperset(read.divisions):
        return None
    return About(projects=projects, field="overview", contrast=True)


def with_undivided(read: Understanding, finding: Finding) -> Finding:
    """The finding, with the plan's silence on who does what, where that is asked of a project of several divisions."""
    one = isinstance(finding, About) and len(finding.projects) == 1 and len(finding.projects[0].divisions) > 1
    if not one or not isinstance(finding, About):
        return finding
    if _is_of_some(finding):
        return finding.model_copy(update={"undivided": True})
    if not asks_which_of_its(read.text):
        return finding
    holds = finding.correction is not None and finding.correction.holds and read.contrast
    return finding.model_copy(update={"undivided": True, "correction": None if holds else finding.correction})


def _is_of_some(finding: About) -> bool:
    """Whether a duty is rightly claimed to be one's of those that share it: who does what of it is not written."""
    said = finding.correction
    if said is None or not (said.of_division and said.holds and finding.by_meaning) or said.negated:
        return False
    return 0 < len(said.claimed) < len(finding.projects[0].divisions)


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


def _of_divisions(named: tuple[str, ...], kind: tuple[str, ...], catalogue: Catalogue) -> OfSet | OfSets:
    """A list for each division; a single one for those of which the plan prints the same."""
    told = {"with_content": True, "contrast": True}
    groups = [named] if _are_alike(named, catalogue) else [(name,) for name in named]
    groups += [kind] if _are_alike(kind, catalogue) else [(name,) for name in kind]
    each = [(one := Filters(divisions=group), select(catalogue, one)) for group in groups if group]
    sets = tuple(compute(one, "list", found, found).model_copy(update=told) for one, found in each)
    return sets[0] if len(sets) == 1 else OfSets(sets=sets, contrast=True)


def _are_alike(divisions: tuple[str, ...], catalogue: Catalogue) -> bool:
    """Whether the plan prints the same of all of them."""
    return len({tuple(project.content for project in catalogue.of_division(name)) for name in divisions}) == 1


def _of_kind(read: Understanding, named: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """All divisions of the kind that the question speaks of (支所ごとに違うの), but for those that it names in full."""
    if read.projects or read.absent_topics:
        return ()
    text = reduce(lambda rest, name: rest.replace(name, ""), named, read.text)
    kind = set_patterns()["classes"].search(text)
    own = (d.name for d in catalogue.divisions if kind and d.name.endswith(kind[1]))
    return tuple(name for name in own if name not in read.text)
