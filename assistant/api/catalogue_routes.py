"""The catalogue and the source: what was ingested, for look-ups and for showing a citation in place."""

from typing import Annotated

from fastapi import APIRouter, Query

from assistant.api.examples import PROJECT, shown
from assistant.api.filters import ProjectFilter
from assistant.api.service import Loaded
from assistant.api.views import (
    BRIEF_PROJECTS,
    DivisionList,
    DocumentList,
    DocumentView,
    PageView,
    ProjectList,
    error_responses,
)
from corpus.errors import NotFound
from corpus.records import Document, Project

PROJECTS = {"total": 1, "projects": [PROJECT]}

router = APIRouter(prefix="/api", tags=["計画書"], responses=error_responses(404, 422, 503))


@router.get("/projects", summary="事業の一覧", response_model_exclude=BRIEF_PROJECTS, responses=shown(PROJECTS))
def list_projects(library: Loaded, wanted: Annotated[ProjectFilter, Query()]) -> ProjectList:
    """Projects in plan order that fit every filter given."""
    found = wanted.select(library.catalogue)
    return ProjectList(total=len(found), projects=found[wanted.offset : wanted.offset + wanted.limit])


@router.get("/projects/{project_id}", summary="事業の詳細")
def read_project(library: Loaded, project_id: str) -> Project:
    """One project, with the place in the source of each of its fields."""
    project = library.catalogue.project(project_id)
    if project is None:
        raise NotFound
    return project


@router.get("/divisions", summary="所管課の一覧")
def list_divisions(library: Loaded) -> DivisionList:
    """The responsible divisions with their projects."""
    divisions = library.catalogue.divisions
    return DivisionList(total=len(divisions), divisions=divisions)


@router.get("/documents", summary="計画書の一覧")
def list_documents(library: Loaded) -> DocumentList:
    """The documents that answers are taken from."""
    documents = tuple(_view(document) for document in library.catalogue.documents)
    return DocumentList(total=len(documents), documents=documents)


@router.get("/documents/{document_id}/pages/{page}", summary="計画書の1ページ")
def read_page(library: Loaded, document_id: str, page: int) -> PageView:
    """A page's own characters; citations' offsets count in the whole document."""
    found = library.catalogue.page(document_id, page)
    if found is None:
        raise NotFound
    return PageView.model_validate(found.model_dump())


def _view(document: Document) -> DocumentView:
    told = document.model_dump(include={"id", "title", "period", "publisher", "description", "checksum"})
    return DocumentView(**told, pages=len(document.pages))
