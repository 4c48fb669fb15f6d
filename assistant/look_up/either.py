"""Names between which a question wavers (カンサかケンサか): each as a choice, or all where one division has them."""

from collections.abc import Callable

from assistant.look_up.choices import choice_of_division, choose
from assistant.look_up.findings import About, Finding, OfSet, Unclear
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue
from corpus.records import Choice

_SEVERAL = 2


class Wavering:
    """Finds what the names may mean in one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def find(self, read: Understanding, find: Callable[[Understanding], Finding]) -> Finding | None:
        """The choices of all names, where each of them means something; ``find`` answers one by itself."""
        if not read.either or read.filters or read.operation or read.codes:
            return None
        found = [find(one) for one in read.either]
        choices = [self._choices(finding) for finding in found]
        if not all(choices):
            return None
        offered = {(one.question, one.divisions): one for several in choices for one in several}
        if len(read.either) == 1 or len({one.divisions for one in offered.values()}) < _SEVERAL:
            return self._together(tuple(offered.values()))
        return Unclear(choices=tuple(offered.values()))

    def _choices(self, finding: Finding) -> tuple[Choice, ...]:
        if isinstance(finding, About):
            return choose(finding.projects, "division").choices
        if isinstance(finding, OfSet) and finding.filters.divisions:
            carrying = finding.filters.divisions
            return tuple(choice_of_division(one) for one in self._catalogue.divisions if one.name in carrying)
        return finding.choices if isinstance(finding, Unclear) else ()

    def _together(self, offered: tuple[Choice, ...]) -> About:
        """What the names mean where the same division carries all of it: nobody has to know which is right."""
        ids = {project_id for one in offered for project_id in one.project_ids}
        whole = {name for one in offered if not one.project_ids for name in one.divisions}
        found = (p for p in self._catalogue.projects if p.id in ids or whole & {*p.divisions})
        return About(projects=tuple(found), field="division", by_meaning=True)
