"""Sentences about one project or a few."""

from collections.abc import Sequence

from assistant.compose.corrections import correct, note_claimed
from assistant.compose.draft import Draft, first_place
from assistant.compose.fields import FieldComposer
from assistant.compose.wording_book import WordingBook
from assistant.look_up.findings import About, Items, ScheduleItem, is_missing
from assistant.understand.question import FieldName
from corpus.records import Project

_MOST_IN_PROSE = 3
# What an answer about a project asks on with, the most wanted first.
_ASKED_NEXT: tuple[FieldName, ...] = ("schedule", "cost", "content", "note")


class AboutComposer:
    """Words findings about projects: the division first, then what the plan says, then the code."""

    def __init__(self, wording: WordingBook, period: str, spoken: Sequence[str] = ()) -> None:
        """``spoken`` are the projects that the answer before was about: what was told beside them is not said again."""
        self._wording, self._spoken = wording, frozenset(spoken)
        self.fields = FieldComposer(wording, period)

    def compose(self, draft: Draft, about: About) -> None:
        """Add the lines for the finding."""
        self._correct(draft, about)
        if about.local and about.local not in about.projects:
            self._local(draft, about.local)
        if about.shared is not None and (about.correction is None or about.correction.verdict):
            draft.lines.append(self._shared(about.shared))
        if about.contrast and about.field == "schedule":
            draft.lines.append(self._years_apart(about))
        elif about.contrast:
            alike = len({project.content for project in about.projects}) == 1
            names = self._wording.join([project.name for project in about.projects])
            draft.lines.append(self._wording.say("contrast_alike" if alike else "contrast_apart", names=names))
        self._projects(draft, about)
        if about.undivided:
            draft.lines += self.shared_by(draft, about.projects)
        if about.missing_codes:
            codes = self._wording.join(about.missing_codes)
            draft.lines.append(self._wording.say("absent_code", detail=codes))
            draft.computed |= set(about.missing_codes)
        if about.branches:
            own = about.local if about.local in about.branches else None  # the one that serves the place named
            self._branches(draft, (own,) if own else about.branches)
        if about.at_branch:
            names = self._wording.join([name for one in about.branches for name in one.divisions])
            draft.lines.append(self._wording.say("branch_unsaid", divisions=names))
        self._rest(draft, about)
        draft.focus = tuple(project.id for project in about.projects)
        draft.shown = draft.focus if len(draft.focus) > 1 else ()
        draft.divisions = tuple(dict.fromkeys(name for project in about.projects for name in project.divisions))
        self._suggest(draft, about.projects[0], _told(about), about.years)

    def _years_apart(self, about: About) -> str:
        """Whether the plan prints the same of one project in each of the years."""
        schedule = about.projects[0].schedule or {}
        alike = len({schedule.get(year, ()) for year in about.years}) == 1
        years = self._wording.join(list(about.years))
        return self._wording.say("years_alike" if alike else "years_apart", name=about.projects[0].name, years=years)

    def _rest(self, draft: Draft, about: About) -> None:
        """The other matters of the question: those that the plan does not have, and those that need a choice."""
        for name, words in (("silent_on", about.silent_on), ("unclear_on", about.unclear_on)):
            if words:
                draft.lines.append(self._wording.say(name, matters=self._wording.join(words)))
        draft.suggestions += [choice.question for choice in about.choices]

    def items(self, draft: Draft, found: Items) -> None:
        """Add the lines that say in which years something happens."""
        if found.correction:
            draft.lines.append(correct(self._wording, found.correction, ()))
            note_claimed(draft, self._wording, found.correction)
        if found.lacking:
            draft.lines.append(self._wording.say("items_lacking", years=self._wording.join(found.lacking)))
        if found.things:
            draft.computed.add(str(len(found.things)))
            names = self._wording.join([f"「{name}」" for name in found.things])
            draft.lines.append(self._wording.say("things", names=names, count=len(found.things)))
        projects = {item.project.id: item.project for item in found.items}
        draft.lines += self._when(draft, found.items)
        for project in projects.values():
            draft.lines.append(self.fields.division(draft, project))
        draft.focus = tuple(projects)
        draft.divisions = tuple(dict.fromkeys(name for p in projects.values() for name in p.divisions))
        self._suggest(draft, next(iter(projects.values())), {"schedule"}, tuple(item.year for item in found.items))

    def _when(self, draft: Draft, items: Sequence[ScheduleItem]) -> list[str]:
        """A line for each thing with all the years in which it is done."""
        projects = {item.project.id: item.project for item in items}
        years: dict[tuple[str, str], list[str]] = {}
        for item in items:
            years.setdefault((item.project.id, item.item), []).append(item.year)
        lines = []
        for (project_id, text), when in years.items():
            project = projects[project_id]
            markers = "".join(draft.cite_project(project, f"schedule:{year}") for year in when)
            said = self._wording.say("item_when", item=text, years=self._wording.join(when), name=project.name)
            lines.append(said + markers)
        return lines

    def _correct(self, draft: Draft, about: About) -> None:
        if about.correction is None:
            return
        whole = (*about.projects, *(about.branches if about.correction.partly else ()))
        true = tuple(dict.fromkeys(name for project in whole for name in project.divisions))
        if len(whole) == 1 and whole[0].divisions_open:
            true = (self.fields.divisions(whole[0]),)
        one = len(about.projects) == 1 and not (about.branches or about.local)
        among = one and about.correction.of_division and 0 < len(about.correction.claimed) < len(true)
        if about.correction.of_division and about.correction.true:
            among, true = True, about.correction.true
        draft.lines.append(correct(self._wording, about.correction, true, among=among))
        note_claimed(draft, self._wording, about.correction)

    def _shared(self, names: tuple[str, ...]) -> str:
        return self._wording.say("shared" if names else "none_shared", divisions=self._wording.join(names))

    def shared_by(self, draft: Draft, projects: Sequence[Project]) -> list[str]:
        """That the plan does not say who does what, for each of the projects that several divisions carry."""
        shared = {project.id: project for project in projects if len(project.divisions) > 1}
        return [
            self._wording.say("undivided", name=project.name, divisions=self.fields.divisions(project))
            + draft.cite_project(project)
            for project in shared.values()
        ]

    def _projects(self, draft: Draft, about: About) -> None:
        """What is asked of each; the rows that the plan prints alike of several divisions are told in one."""
        alike = len({project.content for project in about.projects}) == 1 < len(about.projects)
        if not (alike and about.by_meaning and not self.fields.knows(about.field) and about.field != "schedule"):
            for project in about.projects:
                self._project(draft, about, project)
            return
        projects = sorted(about.projects, key=first_place)
        divisions = self._wording.join([self.fields.divisions(project) for project in projects])
        names = "".join(f"「{project.name}」" for project in projects)
        markers = [draft.cite_project(project) for project in projects]
        said = self._wording.say("meant_each", divisions=divisions, names=names) + "".join(markers)
        quote = draft.citations[int(markers[0][1:-1]) - 1].quote
        draft.lines += [said, self._wording.say("quote_each", quote=quote) + "".join(markers)]

    def _project(self, draft: Draft, about: About, project: Project) -> None:
        self._asked(draft, about, project)
        for field in about.beside:
            if field == "schedule" and not is_missing(project, field):
                self._years(draft, about, project)
            else:
                draft.lines.append(self.fields.say(draft, project, field))

    def _asked(self, draft: Draft, about: About, project: Project) -> None:
        if is_missing(project, about.field):
            draft.lines.append(self.fields.lacks(draft, project, about.field))
        elif about.field == "schedule":
            self._schedule(draft, about, project)
        elif self.fields.knows(about.field):
            draft.lines += [self.fields.say(draft, project, about.field), *self._when(draft, about.items)]
            draft.lines.append(self.fields.division(draft, project))
        else:
            self._overview(draft, about, project)

    def _overview(self, draft: Draft, about: About, project: Project) -> None:
        marker = draft.cite_project(project)
        again = project != about.projects[0] or (about.local is not None and about.local not in about.projects)
        name = ("meant_too" if again else "meant") if about.by_meaning else "division"
        draft.lines.append(
            self._wording.say(name, name=project.name, divisions=self.fields.divisions(project)) + marker
        )
        if about.items:
            draft.lines += self._when(draft, about.items)
        if project.content and _is_quoted(about, project):
            draft.lines.append(self._wording.say("quote", quote=draft.citations[int(marker[1:-1]) - 1].quote) + marker)
        if about.field == "overview" and not about.by_meaning:
            self._card(draft, project)
        if project.code and project.id not in self._spoken and len(about.projects) <= _MOST_IN_PROSE:
            draft.lines.append(self._wording.say("code_short", code=project.code) + draft.cite_project(project, "code"))

    def _card(self, draft: Draft, project: Project) -> None:
        """What only the card of a priority project says."""
        if project.goal:
            draft.lines.append(self.fields.say(draft, project, "goal"))
        if project.cost_million_yen is not None:
            draft.lines.append(self.fields.say(draft, project, "cost"))

    def _schedule(self, draft: Draft, about: About, project: Project) -> None:
        if self._years(draft, about, project):
            draft.lines.append(self.fields.division(draft, project))

    def _years(self, draft: Draft, about: About, project: Project) -> bool:
        """Add the years that are asked for, with their items; whether the schedule has any of them."""
        schedule = project.schedule or {}
        years = [year for year in schedule if not about.years or year in about.years]
        if not years:
            said = self._wording.say("absent_field", names=project.name, field=self._wording.field("schedule"))
            draft.lines.append(said + draft.cite_project(project))
            return False
        one = len(years) == 1
        name = "schedule_year" if one else "schedule_all"
        draft.lines.append(self._wording.say(name, name=project.name, year=years[0]))
        for year in years:
            items = self._wording.join([f"「{item}」" for item in schedule[year]])
            count = len(schedule[year])
            draft.computed.add(str(count))
            marker = draft.cite_project(project, f"schedule:{year}")
            draft.lines.append(self._wording.say("year_line", year=year, items=items, count=count) + marker)
        return True

    def _local(self, draft: Draft, local: Project) -> None:
        said = self._wording.say("meant", name=local.name, divisions=self.fields.divisions(local))
        draft.lines.append(said + draft.cite_project(local))

    def _branches(self, draft: Draft, branches: tuple[Project, ...]) -> None:
        names = self._wording.join([name for project in branches for name in project.divisions])
        markers = [draft.cite_project(project) for project in branches]
        quote = draft.citations[int(markers[0][1:-1]) - 1].quote
        said = "branches" if len(branches) > 1 else "branch"
        draft.lines.append(self._wording.say(said, divisions=names, quote=quote) + "".join(markers))

    def _suggest(self, draft: Draft, project: Project, told: set[FieldName], years: tuple[str, ...]) -> None:
        """Ask on from here: what the plan also says of the project, and never what was just told."""
        schedule = tuple(project.schedule or ())
        told_years = (years or schedule) if "schedule" in told else ()
        year = next((year for year in schedule if year not in told_years), "")
        for field in _ASKED_NEXT:
            if (year if field == "schedule" else field not in told) and not is_missing(project, field):
                draft.suggestions.append(self._wording.say(f"suggest_{field}", name=project.name, year=year))
        if project.divisions:
            draft.suggestions.insert(2, self._wording.say("suggest_division", division=project.divisions[0]))


def _is_quoted(about: About, project: Project) -> bool:
    """Whether the content is quoted: that of a few projects, or once behind all of them that the plan prints alike."""
    alike = len({one.content for one in about.projects}) == 1
    return len(about.projects) <= _MOST_IN_PROSE or (alike and project == about.projects[-1])


def _told(about: About) -> set[FieldName]:
    """The fields of the project that the answer gives."""
    told: set[FieldName] = {about.field, *about.beside}
    if about.field == "overview":
        told |= {"content"} if about.by_meaning else {"content", "goal", "cost"}
    elif about.field == "division" and len(about.projects) <= _MOST_IN_PROSE:
        told.add("content")
    return told
