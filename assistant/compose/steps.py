"""Sentences about how many items schedules have."""

from collections.abc import Sequence

from assistant.compose.about import AboutComposer
from assistant.compose.draft import Draft
from assistant.compose.wording_book import WordingBook
from assistant.look_up.findings import OfSteps
from corpus.records import Project


class StepComposer:
    """Words counts of schedule items, project by project."""

    def __init__(self, wording: WordingBook, about: AboutComposer) -> None:
        self._wording = wording
        self._about = about

    def compose(self, draft: Draft, found: OfSteps) -> None:
        """Add the lines for the counts."""
        extreme = {"largest": max(found.counts), "smallest": min(found.counts)}.get(found.operation)
        counted = list(zip(found.projects, found.counts, strict=True))
        meant = [project for project, count in counted if extreme is None or count == extreme]
        total = sum(found.counts) if extreme is None else extreme
        draft.computed |= {str(total), *map(str, found.counts)}
        names = self._wording.join([project.name for project in meant])
        if found.of != "steps":
            self._divisions(draft, found, names, total)
            draft.projects = tuple(meant)
            draft.focus = draft.shown = tuple(project.id for project in found.projects)
            return
        years = self._wording.join(found.years)
        draft.lines.append(self._wording.say(f"steps_{found.operation}", names=names, years=years, total=total))
        for number, (project, count) in enumerate(counted, 1):
            divisions = self._about.fields.divisions(project)
            row = self._wording.say("row_steps", number=number, name=project.name, divisions=divisions, count=count)
            row += self._by_year(draft, project, found.years) if found.by_year else ""
            marks = [
                draft.cite_project(project, f"schedule:{year}")
                for year in found.years
                if year in (project.schedule or {})
            ]
            draft.lines.append(row + "".join(dict.fromkeys(marks)))
        draft.projects = tuple(meant)
        draft.focus = draft.shown = tuple(project.id for project in found.projects)

    def _divisions(self, draft: Draft, found: OfSteps, names: str, total: int) -> None:
        """How many divisions, or related ones, each project has, and which these are."""
        related = found.of == "related"
        thing = self._wording.field(found.of)
        field = "related_divisions" if related else "divisions"
        draft.lines.append(self._wording.say(f"counted_{found.operation}", thing=thing, names=names, total=total))
        for number, (project, count) in enumerate(zip(found.projects, found.counts, strict=True), 1):
            divisions = self._about.fields.divisions(project)
            row = self._wording.say("row_counted", number=number, name=project.name, divisions=divisions, count=count)
            if related:
                row += self._wording.say("steps_by_year", each=self._wording.join(project.related_divisions))
            draft.lines.append(row + draft.cite_project(project, field))

    def _by_year(self, draft: Draft, project: Project, years: Sequence[str]) -> str:
        """How many of the items stand in each year."""
        counts = [len((project.schedule or {}).get(year, ())) for year in years]
        draft.computed |= {str(count) for count in counts}
        each = [
            self._wording.say("steps_of_year", year=year, count=count)
            for year, count in zip(years, counts, strict=True)
        ]
        return self._wording.say("steps_by_year", each=self._wording.join(each))
