"""Gradio is mounted at ``/``, where it would answer every path; here it is kept to the paths the page needs."""

import logging

from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Match, Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.errors import error_response
from corpus.errors import MalformedRequest

logger = logging.getLogger(__name__)

# Everything else of Gradio (uploads, monitoring, file and proxy routes, its own API) is not part of the product.
PAGE_PATHS = frozenset({"/", "/config", "/favicon.ico", "/manifest.json", "/robots.txt", "/theme.css"})
PAGE_PREFIXES = (
    "/assets/",
    "/static/",
    "/gradio_api/app_id",
    "/gradio_api/cancel",
    "/gradio_api/heartbeat/",
    "/gradio_api/queue/",
    "/gradio_api/reset",
    "/gradio_api/startup-events",
)
# The page may ask nobody but its own host. Gradio starts itself with inline scripts, styles its parts with inline
# styles, and compiles the templates and scripts of gr.HTML in the browser ('unsafe-eval').
PAGE_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)


class PageMount(Mount):
    """A mount that matches the page's own paths only, so that the app's 404 and 405 stay the app's."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """As ``Mount``, but no match for a path that is not the page's."""
        path = scope.get("path", "")
        if path in PAGE_PATHS or path.startswith(PAGE_PREFIXES):
            return super().matches(scope)
        return Match.NONE, {}


class PageBorder:
    """Adds the page's policy, and answers in our form what Gradio would end with a 500."""

    def __init__(self, app: ASGIApp) -> None:
        """Guard ``app``."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; an event that the page does not have is the sender's fault, not the server's."""
        held = False

        async def guarded(message: Message) -> None:
            nonlocal held
            if message["type"] == "http.response.start":
                held = message["status"] == 500
                MutableHeaders(scope=message).setdefault("Content-Security-Policy", PAGE_POLICY)
            if not held:
                await send(message)

        try:
            await self._app(scope, receive, guarded)
        except Exception:
            if not held:
                raise
            logger.warning("Gradio could not read a request to %s", scope.get("path"), exc_info=True)
        if held:
            await error_response(MalformedRequest(), scope["path"])(scope, receive, send)


def keep_to_the_page(app: FastAPI) -> None:
    """Replace the mount that Gradio added last by one that matches the page's paths only."""
    mount = app.router.routes[-1]
    if not isinstance(mount, Mount):
        message = f"expected Gradio's mount as the last route, found {type(mount).__name__}"
        raise TypeError(message)
    # The page itself is 150 kB of text, Gradio sends it as it is; a stream of events passes as it comes.
    app.router.routes[-1] = PageMount("/", app=PageBorder(GZipMiddleware(mount.app, compresslevel=6)))
