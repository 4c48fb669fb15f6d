"""The addresses of the sheets: ``/projects/{id}``, ``/divisions/{name}``, ``/documents/{id}/pages/{page}``."""

from importlib.resources import files

from fastapi import APIRouter, FastAPI, Request, Response
from starlette.staticfiles import StaticFiles

from corpus.errors import NotFound
from ui.context import PageContext
from ui.sheets.problems import frame_of, or_a_sheet, sheet
from ui.sheets.profile import profile_of
from ui.sheets.render import render_division, render_page, render_project


def add_sheets(app: FastAPI, context: PageContext) -> None:
    """Serve the sheets of ``context``'s catalogue, and what they are dressed in; call it before Gradio is mounted."""
    app.mount("/sheets", StaticFiles(directory=str(files("ui") / "sheets" / "static")), name="sheets")
    app.include_router(_router(context))


def _router(context: PageContext) -> APIRouter:
    router = APIRouter(include_in_schema=False)

    # Names and ids may hold any character, a stroke too: the rest of the path is all of it.
    @router.get("/projects/{project_id:path}")
    def project_sheet(request: Request, project_id: str) -> Response:
        """One project."""
        return or_a_sheet(request, lambda: _project(context, request, project_id))

    @router.get("/divisions/{name:path}")
    def division_sheet(request: Request, name: str) -> Response:
        """One division."""
        return or_a_sheet(request, lambda: _division(context, request, name))

    @router.get("/documents/{document_id:path}/pages/{page}")
    def page_sheet(request: Request, document_id: str, page: str) -> Response:
        """One page of the source; ``?project=`` marks that project's characters."""
        return or_a_sheet(request, lambda: _page(context, request, document_id, page))

    return router


def _project(context: PageContext, request: Request, project_id: str) -> Response:
    catalogue = context.get_catalogue()
    project = catalogue.project(project_id)
    if project is None:
        raise NotFound
    frame = frame_of(request)
    return sheet(frame, render_project(frame, catalogue, project), catalogue)


def _division(context: PageContext, request: Request, name: str) -> Response:
    catalogue = context.get_catalogue()
    profile = profile_of(catalogue, name)
    if profile is None:
        raise NotFound
    frame = frame_of(request)
    return sheet(frame, render_division(frame, profile), catalogue)


def _page(context: PageContext, request: Request, document_id: str, page: str) -> Response:
    catalogue = context.get_catalogue()
    # Nine digits are more than any document has pages; int() of thousands would cost time.
    found = catalogue.page(document_id, int(page)) if page.isdecimal() and len(page) <= 9 else None
    if found is None:
        raise NotFound
    project = catalogue.project(request.query_params.get("project", ""))
    frame = frame_of(request)
    return sheet(frame, render_page(frame, catalogue, found, project), catalogue)
