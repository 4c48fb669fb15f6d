"""An OpenAI-compatible server on loopback that fails in the ways that real ones do, one way for each reply."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LONGEST_STALL_S = 20.0
TOKENS_WITHOUT_END = 100_000

Reply = Callable[["Handler"], None]


class FakeServer(ThreadingHTTPServer):
    """Answers every request for a completion with ``reply``; ``asked`` keeps the bodies, ``keys`` the headers."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        """On a free port, not yet serving."""
        super().__init__(("127.0.0.1", 0), Handler)
        self.reply: Reply = says("")
        self.asked: list[dict[str, object]] = []
        self.keys: list[str] = []
        self.over = threading.Event()

    @property
    def url(self) -> str:
        """What a client calls the base URL."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that has had enough is what the tests are about."""


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: FakeServer

    def do_POST(self) -> None:
        """Note what was asked, and reply as the script says."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append(json.loads(body))
        self.server.keys.append(self.headers.get("Authorization", ""))
        self.server.reply(self)

    def log_message(self, *_: object) -> None:
        """Say nothing on stderr."""

    def start(self) -> None:
        """Begin a stream."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()

    def token(self, text: str) -> None:
        """One piece of the stream."""
        delta = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": None}
        chunk = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [delta]}
        self.raw(f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n")

    def raw(self, text: str) -> None:
        """Anything at all."""
        self.wfile.write(text.encode())
        self.wfile.flush()

    def stall(self) -> None:
        """Say nothing until the test is over."""
        self.server.over.wait(LONGEST_STALL_S)


def says(text: str) -> Reply:
    """A good stream of the text."""

    def reply(handler: Handler) -> None:
        handler.start()
        for at in range(0, len(text), 4):
            handler.token(text[at : at + 4])
        handler.raw("data: [DONE]\n\n")

    return reply


def refuses(status: int) -> Reply:
    """An error of HTTP, with a body that repeats the key as some servers do."""

    def reply(handler: Handler) -> None:
        key = handler.headers.get("Authorization", "")
        body = json.dumps({"error": {"message": f"refused for {key}", "type": "t", "code": str(status)}}).encode()
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def is_slow(handler: Handler) -> None:
    """No first token."""
    handler.stall()


def stalls_after(text: str) -> Reply:
    """A stream that stops in its middle and stays open."""

    def reply(handler: Handler) -> None:
        handler.start()
        handler.token(text)
        handler.stall()

    return reply


def cuts_after(text: str) -> Reply:
    """A connection that breaks within a chunk."""

    def reply(handler: Handler) -> None:
        handler.protocol_version = "HTTP/1.1"
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        handler.token(text)
        handler.raw('data: {"id": "c", "cho')
        handler.connection.close()

    return reply


def breaks_its_json(handler: Handler) -> None:
    """A stream of what is no JSON."""
    handler.start()
    handler.raw("data: {this is not JSON\n\n")
    handler.raw("data: [DONE]\n\n")


def is_a_page(handler: Handler) -> None:
    """A web page, as from a proxy in between."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    handler.raw("<html>Please log in</html>")


def never_ends(handler: Handler) -> None:
    """A hundred thousand tokens."""
    handler.start()
    for _ in range(TOKENS_WITHOUT_END):
        handler.token("市")


def serving() -> Iterator[FakeServer]:
    """A server for one test."""
    server = FakeServer()
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield server
    server.over.set()
    server.shutdown()
    server.server_close()


def elapsed_s(since: float) -> float:
    """Seconds since ``since`` (monotonic)."""
    return time.monotonic() - since
