"""How the command line shows things: tables, answers, progress. No answer is worded here."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table

from assistant import feedback_report
from assistant.api.views import BRIEF_PROJECTS
from assistant.feedback import RatedAnswer
from corpus.records import Answer, Project, Record
from ingest.plan import ParsedPlan

if TYPE_CHECKING:
    from vectorstore.index import BuildReport

Advance = Callable[[str, int, int], None]
_out = Console(highlight=False, soft_wrap=True)
_err = Console(stderr=True, highlight=False, soft_wrap=True)


@contextmanager
def progress() -> Iterator[Advance]:
    """A progress bar on stderr for each label; the function given is told ``(label, done, total)``."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=_err, transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def advance(label: str, done: int, total: int) -> None:
            if label not in tasks:
                tasks[label] = bar.add_task(escape(label), total=total)
            bar.update(tasks[label], completed=done, total=total)

        yield advance


def print_report(plans: Sequence[ParsedPlan], built: "BuildReport") -> None:
    """What was read, and what of it had to be embedded anew."""
    table = Table("計画書", "ページ", "事業", "所管課", "読み取れた文字", "警告")
    for plan in plans:
        divisions = {division for project in plan.projects for division in project.divisions}
        lost = plan.coverage.characters - plan.coverage.owned
        covered = f"残り{lost}文字" if lost else "100%"
        counts = (len(plan.document.pages), len(plan.projects), len(divisions))
        row = (plan.document.title or plan.document.id, *map(str, counts), covered, str(len(plan.warnings)))
        table.add_row(*map(escape, row))
    _out.print(table)
    for plan in plans:
        for warning in plan.warnings:
            _out.print(f"警告 {plan.document.id}: {warning}", markup=False)
    made = f"索引を作りました（文章{built.passages}件、新しく計算した{built.embedded}件）。"
    _out.print(made if built.changed else f"索引は最新です（文章{built.passages}件）。")


def print_answer(answer: Answer) -> None:
    """The answer, its citations, and how to go on."""
    _out.print(answer.answer, markup=False)
    for citation in answer.citations:
        code = f"（事業CD {citation.project_code}）" if citation.project_code else ""
        named = f"{citation.project_name}{code} {'、'.join(citation.divisions)}" if citation.project_name else ""
        where = f"{citation.document_title} {citation.section} {citation.page}ページ"
        _out.print(f"[{citation.marker}] {named} {where}「{''.join(citation.quote.split())}」", markup=False)
    for choice in answer.clarify or ():
        _out.print(f"・{choice.label}: {choice.question}", markup=False)
    _err.print(f"続けて質問するには: --session {answer.session_id}", markup=False)


def print_explanation(*steps: Record) -> None:
    """What the question was understood to ask, and what was found, on stderr: stdout is the answer's."""
    for step in steps:
        _err.print(type(step).__name__, style="bold")
        _err.print(_pretty(_without_sources(step.model_dump(mode="json", exclude_defaults=True))), markup=False)


def print_projects(projects: Sequence[Project]) -> None:
    """The projects as a table, in plan order."""
    table = Table("事業CD", "事業名", "所管課", "重点", "ページ", title=f"全{len(projects)}件")
    for project in projects:
        priority = "重点" if project.priority else ""
        row = (project.code or "", project.name, "、".join(project.divisions), priority, str(project.page))
        table.add_row(*map(escape, row))
    _out.print(table)


def print_feedback(rated: Sequence[RatedAnswer], form: Literal["table", "csv", "json"]) -> None:
    """The ratings to be read, or to be taken away."""
    if form == "csv":
        print(feedback_report.as_csv(rated), end="")
    elif form == "json":
        print(feedback_report.as_json(rated))
    else:
        _out.print(feedback_report.as_table(rated) if rated else "評価は、まだありません。")


def print_answer_json(answer: Answer) -> None:
    """The answer as the API gives it."""
    _print_json(answer.model_dump(mode="json", exclude=BRIEF_PROJECTS))


def print_projects_json(projects: Sequence[Project]) -> None:
    """The projects as the API gives them."""
    listed = [project.model_dump(mode="json", exclude={"sources"}) for project in projects]
    _print_json({"total": len(listed), "projects": listed})


def _without_sources(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """The places of each field would bury what a person looks for."""
    if isinstance(value, dict):
        return {name: _without_sources(item) for name, item in value.items() if name != "sources"}
    return [_without_sources(item) for item in value] if isinstance(value, list) else value


def _print_json(value: object) -> None:
    print(_pretty(value))


def _pretty(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
