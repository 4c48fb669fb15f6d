"""The small plan's API on a real port of the loopback, for clients that speak HTTP themselves."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
import uvicorn

from assistant.api.app import create_app
from assistant.api.service import Service

ServeHttp = Callable[[Service], str]
STARTED_WITHIN_S = 60


@pytest.fixture
def serve_http() -> Iterator[ServeHttp]:
    """The URL of any service, served until the test ends."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def start(service: Service) -> str:
        server = uvicorn.Server(uvicorn.Config(create_app(service), port=0, log_level="warning"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        running.append((server, thread))
        give_up = time.monotonic() + STARTED_WITHIN_S
        while not server.started and time.monotonic() < give_up:
            time.sleep(0.02)
        return f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"

    yield start
    for server, thread in running:
        server.should_exit = True
        thread.join(STARTED_WITHIN_S)


@pytest.fixture
def url(serve_http: ServeHttp, service: Service) -> str:
    """The small plan's API."""
    return serve_http(service)
