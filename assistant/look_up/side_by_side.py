"""Several matters of one question (引っ越しとパスポート): what the plan says of each, and of which it says nothing."""

from collections.abc import Callable, Sequence

from assistant.look_up.claims import claim_on_divisions
from assistant.look_up.findings import About, Absent, Finding, Unclear
from assistant.understand.question import Understanding

_MOST = 4
_SEVERAL = 2


def taken_together(read: Understanding, find: Callable[[Understanding], Finding]) -> About | None:
    """The projects of the matters that are counted or gone through, where each of them is found by itself."""
    if not read.several or read.unknown_divisions or read.years or read.codes:
        return None
    found = [find(part) for part in read.several]
    told = [finding for finding in found if isinstance(finding, About)]
    together = _together(told, read.several, found) if told else None
    if together is None or len(together.projects) + len(together.silent_on) + len(together.unclear_on) < _SEVERAL:
        return None
    claimed = claim_on_divisions(read, (*together.projects, *together.branches)) if read.divisions else None
    return together.model_copy(update={"correction": claimed})


def side_by_side(read: Understanding, find: Callable[[Understanding], Finding]) -> About | None:
    """The projects of all matters together, if it is only asked whose they are; ``find`` answers one by itself."""
    claims = read.premise and not read.premise.open
    asks_more = read.operation if read.operation != "list" else None  # どこどこ goes through the parts themselves
    others = (asks_more, read.filters, claims, read.attribute, read.counted, read.divisions, read.years)
    if not 1 < len(read.parts) <= _MOST or read.field not in (None, "division") or any(others):
        return None
    found = [find(part) for part in read.parts]
    told = [finding for finding in found if isinstance(finding, About)]
    return _together(told, read.parts, found) if told else None


def _together(told: Sequence[About], parts: Sequence[Understanding], found: Sequence[Finding]) -> About:
    projects = {project.id: project for about in told for project in about.projects}
    branches = {branch.id: branch for about in told for branch in about.branches}
    return About(
        projects=tuple(projects.values()), field="division", by_meaning=True,
        branches=tuple(branch for branch in branches.values() if branch.id not in projects),
        local=next((about.local for about in told if about.local), None),
        silent_on=_words(parts, found, Absent), unclear_on=_words(parts, found, Unclear),
        choices=tuple(choice for finding in found if isinstance(finding, Unclear) for choice in finding.choices),
    )  # fmt: skip


def _words(parts: Sequence[Understanding], found: Sequence[Finding], kind: type[Absent | Unclear]) -> tuple[str, ...]:
    """What the parts that were found so are about, in the question's words."""
    alike = [part for part, finding in zip(parts, found, strict=True) if isinstance(finding, kind)]
    return tuple(dict.fromkeys((*part.topic_words, part.text)[0] for part in alike))
