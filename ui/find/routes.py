"""The downloads: ``/projects.csv`` and ``/projects.xlsx``, with the fields of the room's address."""

from urllib.parse import quote

from fastapi import APIRouter, FastAPI, Request, Response

from corpus.records import Project
from ui.addresses import sheet_address
from ui.context import PageContext
from ui.find.downloads import CSV_TYPE, XLSX_TYPE, as_csv, as_xlsx
from ui.find.texts import find_texts
from ui.find.wanted import Wanted, select
from ui.rooms import parameters
from ui.sheets.problems import or_a_sheet

WRITERS = {"csv": (as_csv, CSV_TYPE), "xlsx": (as_xlsx, XLSX_TYPE)}


def add_downloads(app: FastAPI, context: PageContext) -> None:
    """Serve the lists of ``context``'s catalogue; without one, a sheet that says so (503)."""
    router = APIRouter(include_in_schema=False)

    @router.get("/projects.csv")
    def projects_csv(request: Request) -> Response:
        """The projects that fit the query, as CSV."""
        return or_a_sheet(request, lambda: _download(context, request, "csv"))

    @router.get("/projects.xlsx")
    def projects_xlsx(request: Request) -> Response:
        """The projects that fit the query, as an Excel workbook."""
        return or_a_sheet(request, lambda: _download(context, request, "xlsx"))

    app.include_router(router)


def _download(context: PageContext, request: Request, kind: str) -> Response:
    # The plan's fields are Japanese, and so is what is taken away, whatever language the page speaks.
    catalogue, texts = context.get_catalogue(), find_texts("ja")
    selected = select(catalogue, Wanted.read(parameters(request.url.query)))

    def address(project: Project) -> str:
        return str(request.base_url).rstrip("/") + sheet_address(project)

    write, media_type = WRITERS[kind]
    name = quote(f"{texts.downloads.file_name}.{kind}")
    headers = {
        "Content-Disposition": f"attachment; filename=\"projects.{kind}\"; filename*=UTF-8''{name}",
        "Cache-Control": "no-store",
    }
    return Response(write(catalogue, selected.projects, texts, address), media_type=media_type, headers=headers)
