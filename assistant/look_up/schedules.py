"""Schedule items: what happens in which year, and in which year something happens."""

import re
from collections.abc import Sequence

from assistant.look_up.claims import claim_on_years
from assistant.look_up.evidence import Evidence
from assistant.look_up.findings import Items, ScheduleItem
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue
from corpus.records import Project

_LEAST_COVERAGE = 0.6
_CLEARLY_WORSE = 0.12


class ScheduleFinder:
    """Finds the items of the schedules that a question speaks of."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence) -> None:
        self._evidence = evidence
        self._items = tuple(
            ScheduleItem(project=project, year=year, item=item)
            for project in catalogue.projects
            for year, items in (project.schedule or {}).items()
            for item in items
        )

    def matching(
        self, read: Understanding, projects: Sequence[Project] = (), least: float | None = None
    ) -> Items | None:
        """The items whose words the question names; within the projects, if any are given."""
        ids = {project.id for project in projects}
        among = [item for item in self._items if not ids or item.project.id in ids]
        words = [word for word in read.subject_words if not _names(word, projects)]
        if not among or not words:
            return None
        scored = [(self._evidence.coverage(words, key(item.item)), item) for item in among]
        best = max(score for score, _ in scored)
        if best < (least or (_LEAST_COVERAGE if not projects else 0.34)):
            return None
        chosen = tuple(item for score, item in scored if score >= best - _CLEARLY_WORSE)
        correction = claim_on_years(read, chosen)
        # Whoever is wrong about a year is told all the years.
        wrong = correction is not None and not correction.holds
        in_years = tuple(item for item in chosen if not read.years or item.year in read.years)
        return Items(items=chosen if wrong else in_years or chosen, correction=correction)

    def in_every_year(self, projects: Sequence[Project]) -> Items | None:
        """The items that the projects' schedules repeat in every year."""
        ids = {project.id for project in projects}
        among = [item for item in self._items if item.project.id in ids]
        years = {(item.project.id, item.item): 0 for item in among}
        for item in among:
            years[item.project.id, item.item] += 1
        whole = {project.id: len(project.schedule or {}) for project in projects}
        chosen = tuple(item for item in among if years[item.project.id, item.item] == whole[item.project.id])
        return Items(items=chosen) if chosen else None


def _names(word: str, projects: Sequence[Project]) -> bool:
    """Whether the word only names one of the projects, or says nothing of an item by itself."""
    said = any(key(word) in key(project.name) for project in projects)
    return said or bool(re.fullmatch(r"[0-9]+|令和|平成|年度|事業|実施|推進", word))
