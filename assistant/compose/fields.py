"""One sentence for each field of a project, with its citation; or that the plan does not print it."""

from collections.abc import Callable

from assistant.compose.draft import Draft
from assistant.compose.wording_book import WordingBook
from assistant.look_up.findings import is_missing
from assistant.look_up.sets import is_finished
from assistant.understand.question import FieldName
from corpus.records import Project


class FieldComposer:
    """Words the fields of projects; the schedule, which has several lines, is ``AboutComposer``'s."""

    def __init__(self, wording: WordingBook, period: str) -> None:
        self._wording = wording
        self._period = period
        self._ways: dict[FieldName, Callable[[Draft, Project], str]] = {
            "content": self._content, "code": self._code, "goal": self._goal, "note": self._note,
            "related": self._related, "cost": self._cost, "account": self._account, "page": self._page,
            "period": self._period_of,
        }  # fmt: skip

    def knows(self, field: FieldName) -> bool:
        """Whether it has a sentence for the field."""
        return field in self._ways

    def say(self, draft: Draft, project: Project, field: FieldName) -> str:
        """What the plan prints in the field, or that it prints nothing there."""
        return self.lacks(draft, project, field) if is_missing(project, field) else self._ways[field](draft, project)

    def divisions(self, project: Project) -> str:
        """The project's divisions as a phrase, with ほか where the plan says 他."""
        names = self._wording.join(project.divisions)
        return self._wording.say("others", divisions=names) if project.divisions_open else names

    def division(self, draft: Draft, project: Project) -> str:
        """Who carries the project."""
        said = self._wording.say("division", name=project.name, divisions=self.divisions(project))
        return said + draft.cite_project(project)

    def lacks(self, draft: Draft, project: Project, field: FieldName) -> str:
        """That the plan does not print the field."""
        said = self._wording.say("absent_field", names=project.name, field=self._wording.field(field))
        return said + draft.cite_project(project)

    def _content(self, draft: Draft, project: Project) -> str:
        return self._wording.say("content", name=project.name, content=project.content) + draft.cite_project(project)

    def _code(self, draft: Draft, project: Project) -> str:
        if project.code is None:
            return self._wording.say("no_code", name=project.name) + draft.cite_project(project)
        return self._wording.say("code", name=project.name, code=project.code) + draft.cite_project(project, "code")

    def _goal(self, draft: Draft, project: Project) -> str:
        return self._wording.say("goal", name=project.name, goal=project.goal) + draft.cite_project(project, "goal")

    def _note(self, draft: Draft, project: Project) -> str:
        return self._wording.say("note", name=project.name, note=project.note) + draft.cite_project(project, "note")

    def _related(self, draft: Draft, project: Project) -> str:
        related = self._wording.join(project.related_divisions)
        said = self._wording.say("related", name=project.name, related=related, count=len(project.related_divisions))
        return said + draft.cite_project(project, "related_divisions")

    def _cost(self, draft: Draft, project: Project) -> str:
        if project.cost_million_yen is None:
            said = self._wording.say("absent_field", names=project.name, field=self._wording.field("cost"))
            return said + draft.cite_project(project)
        amount = self._wording.amount(project.cost_million_yen)
        said = self._wording.say("cost", name=project.name, amount=amount, period=self._period)
        return said + draft.cite_project(project, "cost_million_yen")

    def _account(self, draft: Draft, project: Project) -> str:
        general = self._wording.say("account_general")
        account = general if project.account == "一般" else project.account
        return self._wording.say("account", name=project.name, account=account) + draft.cite_project(project)

    def _page(self, draft: Draft, project: Project) -> str:
        pages = sorted({span.page for spans in project.sources.values() for span in spans})
        said = self._wording.say("page", name=project.name, pages=self._wording.join([str(page) for page in pages]))
        return said + draft.cite_project(project)

    def _period_of(self, draft: Draft, project: Project) -> str:
        if is_finished(project):
            remark = f"（{remark_of_end(project)}）"
            return self._wording.say("period_printed", name=project.name, quote=remark) + draft.cite_project(project)
        return self._wording.say("period_plan", name=project.name, period=self._period) + draft.cite_project(project)


def remark_of_end(project: Project) -> str:
    """The note that a project has ended, as printed (※～令和３年度)."""
    return project.content[project.content.rindex("（") :].strip("（）。")
