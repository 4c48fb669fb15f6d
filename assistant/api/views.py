"""What the routes answer beside the records themselves; these shapes are the contract's."""

from typing import Any, Literal

from corpus.catalogue import Division
from corpus.records import Project, Record

# Where each field of a project is printed is told for one project, and left out of lists.
BRIEF_PROJECTS: dict[str, Any] = {"projects": {"__all__": {"sources"}}}


class ErrorDetail(Record):
    """An error's name for programs, and one Japanese sentence for people."""

    code: str
    message: str


class ErrorView(Record):
    """The body of every response that is an error."""

    error: ErrorDetail


class ProjectList(Record):
    """The projects asked for in plan order; ``total`` counts them before ``limit`` and ``offset``."""

    total: int
    projects: tuple[Project, ...]


class DivisionList(Record):
    """The responsible divisions in the plan's order."""

    total: int
    divisions: tuple[Division, ...]


class DocumentView(Record):
    """A published plan; ``pages`` is their number."""

    id: str
    title: str
    period: str
    pages: int
    publisher: str
    description: str
    checksum: str


class DocumentList(Record):
    """The documents in the order in which they were ingested."""

    total: int
    documents: tuple[DocumentView, ...]


class PageView(Record):
    """A page of the source: ``text`` is the document's characters ``start:end``, unchanged."""

    document_id: str
    page: int
    start: int
    end: int
    text: str


class FeedbackView(Record):
    """The rating that is now kept for the answer."""

    answer_id: str
    rating: Literal["up", "down"]


class Health(Record):
    """``ok``: the process answers."""

    status: Literal["ok"] = "ok"


class Readiness(Record):
    """``ready``: an index is loaded and questions are answered."""

    status: Literal["ready"] = "ready"
    documents: int
    projects: int


def error_responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The OpenAPI entry of each error status, all of one shape."""
    return {status: {"model": ErrorView, "description": "エラー（日本語の一文つき）"} for status in statuses}
