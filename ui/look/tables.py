"""The data of the pictures as tables to take away, one row for each thing that is drawn."""

import csv
import io
from collections.abc import Iterable
from typing import Literal

from corpus.catalogue import Catalogue
from corpus.records import Project
from ui.look.carried import carried
from ui.look.costs import cost_of, costed
from ui.look.wording import Column, DownloadTexts, LookTexts

Name = Literal["costs", "schedule", "divisions"]
Cells = dict[Column, str | int]
_COLUMNS: dict[Name, tuple[Column, ...]] = {
    "costs": ("code", "project", "divisions", "priority", "cost", "document", "page"),
    "schedule": ("code", "project", "divisions", "priority", "year", "item", "document", "page"),
    "divisions": ("division", "project_count", "code", "project", "priority", "document", "page"),
}
# A spreadsheet takes a cell that begins so for a formula, full-width signs included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def table(name: Name, catalogue: Catalogue, division: str | None, texts: LookTexts) -> str:
    """The picture's data as CSV with a heading and a byte order mark, by which Excel knows UTF-8."""
    projects = catalogue.of_division(division) if division else catalogue.projects
    rows: dict[Name, Iterable[Cells]] = {
        "costs": ({**_about(catalogue, p, texts), "cost": cost_of(p)} for p in costed(projects)),
        "schedule": (row for p in projects for row in _schedule(catalogue, p, texts)),
        "divisions": (row for row in _divisions(catalogue, division, texts)),
    }
    return _written(_COLUMNS[name], rows[name], texts.file)


def _about(catalogue: Catalogue, project: Project, texts: LookTexts) -> Cells:
    document = catalogue.document(project.document_id)
    return {
        "code": project.code or "",
        "project": project.name,
        "divisions": texts.comma.join(project.divisions),
        "priority": texts.file.affirmative if project.priority else texts.file.negative,
        "document": document.title if document else "",
        "page": project.page,
    }


def _schedule(catalogue: Catalogue, project: Project, texts: LookTexts) -> Iterable[Cells]:
    about = _about(catalogue, project, texts)
    for year, items in (project.schedule or {}).items():
        yield from ({**about, "year": year, "item": item} for item in items)


def _divisions(catalogue: Catalogue, division: str | None, texts: LookTexts) -> Iterable[Cells]:
    for each in carried(catalogue, division):
        about: Cells = {"division": each.division, "project_count": each.count}
        yield from ({**_about(catalogue, project, texts), **about} for project in each.projects)


def _written(columns: tuple[Column, ...], rows: Iterable[Cells], texts: DownloadTexts) -> str:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([texts.columns[column] for column in columns])
    writer.writerows([_defused(row[column]) for column in columns] for row in rows)
    return "\ufeff" + written.getvalue()


def _defused(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
