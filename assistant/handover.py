"""The API first, the page after it: importing the page takes longer than a service may take to answer."""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

logger = logging.getLogger(__name__)

# The page itself, and what is served beside it: the sheets and the lists to take away.
PAGE_PREFIXES = ("/gradio_api/", "/projects", "/divisions/", "/documents/", "/sheets/")
# So long a browser is kept before it is told that the plan is still being read.
PATIENCE_S = 3.0


class Handover:
    """The server's app: ``first``, until ``build`` has made the whole one in a thread of its own.

    What only the page can answer waits for it; everything else is answered at once. Who opens the page itself while
    it may still take long (``is_early``) is answered by ``early``, which is to say so.
    """

    def __init__(
        self,
        first: Starlette,
        build: Callable[[], Starlette],
        early: ASGIApp | None = None,
        is_early: Callable[[], bool] = lambda: True,
    ) -> None:
        """Nothing runs before the server starts."""
        self._app = first
        self._early = early
        self._is_early = is_early
        self._build = build
        self._built = asyncio.Event()
        self._server = Starlette(lifespan=self._lifespan)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request to the app of the moment; start and stop with the server."""
        if scope["type"] == "lifespan":
            await self._server(scope, receive, send)
            return
        if scope["path"] == "/" and self._early and await self._takes_long():
            await self._early(scope, receive, send)
            return
        if scope["path"] == "/" or scope["path"].startswith(PAGE_PREFIXES):
            await self._built.wait()
        await self._app(scope, receive, send)

    async def _takes_long(self) -> bool:
        if self._is_early():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._built.wait(), PATIENCE_S)
        return self._is_early() and not self._built.is_set()

    @asynccontextmanager
    async def _lifespan(self, _server: Starlette) -> AsyncIterator[None]:
        stop = asyncio.Event()
        building = self._start_building()
        running = asyncio.create_task(self._run(building, stop))
        yield
        building.cancel()
        stop.set()
        await asyncio.wait([running])

    async def _run(self, building: "asyncio.Future[Starlette]", stop: asyncio.Event) -> None:
        """Start what was built, let it take over, and stop it in the same task, as task groups demand."""
        try:
            app = await building
            async with app.router.lifespan_context(app):
                self._app = app
                self._built.set()
                await stop.wait()
        except Exception:
            logger.exception("the page could not be started; the API is served without it")
        finally:
            self._built.set()

    def _start_building(self) -> "asyncio.Future[Starlette]":
        """Build in a daemon thread, for which a stopping server does not wait."""
        loop = asyncio.get_running_loop()
        building: asyncio.Future[Starlette] = loop.create_future()

        def deliver(app: Starlette | None, error: Exception | None) -> None:
            if building.cancelled():
                return
            if app is not None:
                building.set_result(app)
            else:
                building.set_exception(error or RuntimeError("nothing was built"))

        def run() -> None:
            app, error = _attempt(self._build)
            if not loop.is_closed():
                loop.call_soon_threadsafe(deliver, app, error)

        threading.Thread(target=run, name="build", daemon=True).start()
        return building


def _attempt(build: Callable[[], Starlette]) -> tuple[Starlette | None, Exception | None]:
    try:
        return build(), None
    except Exception as error:
        return None, error
