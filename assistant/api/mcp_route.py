"""``POST /mcp``: the MCP server over streamable HTTP, each request by itself."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.routing import Match, Route
from starlette.types import Receive, Scope, Send

from assistant.api.errors import BODY_MESSAGE, ForeignPage, error_response
from assistant.api.service import Library
from corpus.errors import InvalidField, PlanAssistantError

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

PATH = "/mcp"
THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


class McpDoor:
    """Lets in what programs send, and what pages of this machine do.

    No session is kept, so nothing has to be started, ends with the server or can be filled up by clients; the only
    method is POST, as the protocol allows to servers that start no talk themselves.
    """

    def __init__(self, library: Callable[[], Library]) -> None:
        """Serve what ``library`` gives; the SDK takes most of a second to import, and waits for the first client."""
        self._library = library
        self._server: MCPServer[Any] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        fault = _fault(Headers(scope=scope))
        if fault is not None:
            await error_response(fault, scope["path"])(scope, receive, send)
            return
        if self._server is None:
            self._server = await run_in_threadpool(_build, self._library)
        # A manager runs once, and is made by making an app; this one is for the one request.
        self._server.streamable_http_app(stateless_http=True, host="")
        manager = self._server.session_manager
        async with manager.run():
            await manager.handle_request(scope, receive, send)


class CountedRoute(Route):
    """A route that says which it is, as FastAPI's do, so that the metrics name its path."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """As ``Route``, with the route itself."""
        match, found = super().matches(scope)
        return match, ({**found, "route": self} if found else found)


def mcp_route(library: Callable[[], Library]) -> Route:
    """The route to the door."""
    return CountedRoute(PATH, McpDoor(library), methods=["POST"], include_in_schema=False)


def _build(library: Callable[[], Library]) -> "MCPServer[Any]":
    from assistant.mcp_server import build_server

    # It tells of the start and the end of every request.
    logging.getLogger("mcp").setLevel(logging.WARNING)
    return build_server(library)


def _fault(headers: Headers) -> PlanAssistantError | None:
    """Why a request is refused: a page of another site could make a visitor's browser send it (DNS rebinding)."""
    origin = headers.get("origin")
    if origin is not None and not _is_of_this_machine(origin):
        return ForeignPage()
    if not headers.get("content-type", "").lower().startswith("application/json"):
        return InvalidField(BODY_MESSAGE)
    return None


def _is_of_this_machine(origin: str) -> bool:
    try:
        return urlsplit(origin).hostname in THIS_MACHINE
    except ValueError:
        return False
