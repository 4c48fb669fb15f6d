"""How much and how often one client may send: ASGI middlewares that answer before a route is reached."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.errors import error_response
from corpus.errors import BodyTooLarge, TooManyRequests

# A client that is cut off in mid-sending reads a broken connection, not the 413; so this much is read and thrown away.
DRAINED_BYTES = 64 * 1024 * 1024
REMEMBERED_CLIENTS = 10_000


class BodyLimit:
    """Read at most ``max_body_bytes`` of a body, whether or not its length was announced; otherwise 413."""

    def __init__(self, app: ASGIApp, max_body_bytes: int) -> None:
        """Guard ``app``."""
        self._app = app
        self._max_body_bytes = max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the body on as one message, or answer 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = await self._read(receive)
        if body is None:
            await error_response(BodyTooLarge(), scope["path"])(scope, receive, send)
            return
        await self._app(scope, _replay(body, receive), send)

    async def _read(self, receive: Receive) -> bytes | None:
        """The whole body, or None where it is too large; a client that left ends the body."""
        chunks: list[bytes] = []
        received, more = 0, True
        while more and received <= DRAINED_BYTES:
            message = await receive()
            chunk = message.get("body", b"")
            received += len(chunk)
            more = message.get("more_body", False)
            if received <= self._max_body_bytes:
                chunks.append(chunk)
        return b"".join(chunks) if received <= self._max_body_bytes else None


def _replay(body: bytes, receive: Receive) -> Receive:
    """A ``receive`` that gives the body once, and then what the server says (that the client left)."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replayed() -> Message:
        return waiting.pop() if waiting else await receive()

    return replayed


class TokenBuckets:
    """One bucket of ``per_minute`` tokens for each client, refilled evenly; the oldest clients are forgotten."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` gives seconds."""
        self._capacity = float(per_minute)
        self._per_second = per_minute / 60
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait_s(self, client: str) -> int:
        """Take a token: 0, or the whole seconds until ``client`` gets the next one."""
        now = self._clock()
        tokens, since = self._buckets.pop(client, (self._capacity, now))
        tokens = min(self._capacity, tokens + (now - since) * self._per_second)
        allowed = tokens >= 1
        self._buckets[client] = (tokens - 1 if allowed else tokens, now)
        if len(self._buckets) > REMEMBERED_CLIENTS:
            self._buckets.popitem(last=False)
        return 0 if allowed else max(1, math.ceil((1 - tokens) / self._per_second))


class RateLimit:
    """429 with ``Retry-After`` for a client that posts more often than allowed; reading is never limited."""

    def __init__(self, app: ASGIApp, buckets: TokenBuckets, prefixes: tuple[str, ...]) -> None:
        """Guard POST requests of ``app`` whose path begins with one of ``prefixes``."""
        self._app = app
        self._buckets = buckets
        self._prefixes = prefixes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 429."""
        wait_s = self._buckets.wait_s(_client(scope)) if self._is_limited(scope) else 0
        if not wait_s:
            await self._app(scope, receive, send)
            return
        refusal = error_response(TooManyRequests(), scope["path"], {"Retry-After": str(wait_s)})
        await refusal(scope, receive, send)

    def _is_limited(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] != "POST":
            return False
        path: str = scope["path"]
        return path.startswith(self._prefixes)


def _client(scope: Scope) -> str:
    return str(scope["client"][0]) if scope.get("client") else "unknown"
