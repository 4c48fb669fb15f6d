"""The projects as a CSV and as an Excel file, one row each, with every field that the plan prints."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from corpus.catalogue import Catalogue
from corpus.records import Project
from ui.find.texts import DownloadTexts, FindTexts

Value = str | int | None
AddressOf = Callable[[Project], str]
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A cell that begins so is run as a formula by spreadsheet programs, in Japanese ones with full-width signs too.
_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "−", "＠")
_AS_PRINTED = {"name", "code", "content", "goal", "note", "cost_million_yen", "account", "page"}
_NARROW, _WIDE = 14, 40
_WIDE_FIELDS = {"content", "goal", "note", "address", "name"}


def as_csv(catalogue: Catalogue, projects: Sequence[Project], texts: FindTexts, address: AddressOf) -> bytes:
    """UTF-8 with the mark by which Excel knows it; one line of headings, then a line for each project."""
    file = io.StringIO()
    writer = csv.writer(file)
    for row in _table(catalogue, projects, texts, address):
        writer.writerow([_defused(value) for value in row])
    return file.getvalue().encode("utf-8-sig", errors="replace")


def as_xlsx(catalogue: Catalogue, projects: Sequence[Project], texts: FindTexts, address: AddressOf) -> bytes:
    """An Excel workbook of one sheet: headings that stay in view, text as text, numbers as numbers."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = texts.downloads.sheet_name
    for number, row in enumerate(_table(catalogue, projects, texts, address), 1):
        for column, value in enumerate(row, 1):
            _fill(sheet.cell(number, column), value)
    _lay_out(sheet, _fields(projects))
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _fields(projects: Sequence[Project]) -> tuple[str, ...]:
    """The fields of a row, as ``DownloadTexts.columns`` names them; a year's items are ``schedule:<year>``."""
    years = dict.fromkeys(year for project in projects for year in project.schedule or {})
    return (
        "name", "code", "divisions", "related_divisions", "priority", "content", "goal", "note",
        *(f"schedule:{year}" for year in years),
        "cost_million_yen", "account", "document", "page", "address",
    )  # fmt: skip


def _table(
    catalogue: Catalogue, projects: Sequence[Project], texts: FindTexts, address: AddressOf
) -> Iterator[list[Value]]:
    fields = _fields(projects)
    yield [_heading(field, texts.downloads) for field in fields]
    for project in projects:
        document = catalogue.document(project.document_id)
        told = _told(project, texts) | {"document": document.title if document else "", "address": address(project)}
        yield [told.get(field) for field in fields]


def _heading(field: str, texts: DownloadTexts) -> str:
    name, _, year = field.partition(":")
    return texts.schedule.format(year=year) if year else texts.columns[name]


def _told(project: Project, texts: FindTexts) -> dict[str, Value]:
    """A project's values by field."""
    join = texts.downloads.joiner.join
    divisions = (*project.divisions, *((texts.open_division,) if project.divisions_open else ()))
    planned = {f"schedule:{year}": "\n".join(items) for year, items in (project.schedule or {}).items()}
    return {
        **project.model_dump(include=_AS_PRINTED),
        "divisions": join(divisions),
        "related_divisions": join(project.related_divisions),
        "priority": texts.downloads.yes if project.priority else "",
        **planned,
    }


def _defused(value: Value) -> Value:
    """The value as no spreadsheet program runs it: an apostrophe before what could be a formula."""
    if isinstance(value, str) and _is_like_a_formula(value):
        return f"'{value}"
    return value


def _is_like_a_formula(value: str) -> bool:
    return value.lstrip().startswith(_FORMULA_SIGNS) or value.startswith(("\t", "\r", "\n"))


def _fill(cell: Cell, value: Value) -> None:
    if isinstance(value, str):
        # A cell of the type text is never run; the mark keeps it so when somebody edits the cell or saves it as CSV.
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
        cell.quotePrefix = _is_like_a_formula(value)
    else:
        cell.value = value
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _lay_out(sheet: Any, fields: Sequence[str]) -> None:  # noqa: ANN401 - openpyxl has no types
    for number, field in enumerate(fields, 1):
        wide = field in _WIDE_FIELDS or field.startswith("schedule:")
        sheet.column_dimensions[get_column_letter(number)].width = _WIDE if wide else _NARROW
        sheet.cell(1, number).font = Font(bold=True)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
