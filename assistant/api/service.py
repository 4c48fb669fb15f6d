"""What the routes are given: one small frozen record, and how a route asks for it."""

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request

from assistant.api.metrics import Metrics
from assistant.feedback import FeedbackStore
from assistant.ports import StreamingAssistant
from corpus.catalogue import Catalogue
from corpus.errors import IndexNotLoaded, PlanAssistantError


@dataclass(frozen=True)
class Library:
    """A loaded installation: what was ingested, and the assistant that answers from it."""

    catalogue: Catalogue
    assistant: StreamingAssistant


class Shelf:
    """Where a library stands once it is loaded; until then, or if it cannot be, the reason stands there.

    It is filled by one thread and read by many: each is one assignment, so that none sees half a library.
    """

    def __init__(self, library: Library | None = None) -> None:
        """Empty, unless a library is given."""
        self._content: Library | PlanAssistantError = library or IndexNotLoaded()

    def put(self, content: Library | PlanAssistantError) -> None:
        """Serve this library, or raise this error, from now on."""
        self._content = content

    def library(self) -> Library:
        """The library; raises ``IndexNotLoaded``, or the error that keeps it from being loaded."""
        content = self._content
        if isinstance(content, PlanAssistantError):
            # The same error is raised for every request: without this its trace would grow each time.
            raise content.with_traceback(None)
        return content

    @property
    def is_pending(self) -> bool:
        """Whether what is served is still being loaded."""
        return isinstance(self._content, IndexNotLoaded)

    @property
    def is_filled(self) -> bool:
        """Whether questions can be answered."""
        return isinstance(self._content, Library)


@dataclass(frozen=True)
class Service:
    """Everything that the routes need."""

    shelf: Shelf
    feedback: FeedbackStore
    metrics: Metrics = field(default_factory=Metrics)
    max_body_bytes: int = 1_048_576
    requests_per_minute: int = 6000


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


def _library(service: Annotated[Service, Depends(_service)]) -> Library:
    return service.shelf.library()


CurrentService = Annotated[Service, Depends(_service)]
Loaded = Annotated[Library, Depends(_library)]
