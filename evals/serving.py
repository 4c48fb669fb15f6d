"""A real server for the time of an evaluation: the installation's index, on a free loopback port, in a thread."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import uvicorn

from assistant import server, wiring
from assistant.api.app import create_app
from assistant.api.service import Library
from assistant.settings import Settings
from corpus.errors import PlanAssistantError
from evals.client import ApiAssistant

if TYPE_CHECKING:
    from fastapi import FastAPI

    from vectorstore.index import Index

HOST = "127.0.0.1"
UNLIMITED_PER_MINUTE = 1_000_000  # the evaluation is one client; the limit for citizens is not what it measures
STARTING_S = 30.0


@dataclass(frozen=True)
class Served:
    """An installation that answers at ``url``; ``assistant`` asks it over HTTP."""

    url: str
    index: "Index"
    assistant: ApiAssistant


@contextmanager
def serving(settings: Settings) -> Iterator[Served]:
    """Serve the installation's index as ``plan-assistant serve`` does, without the page.

    Conversations and feedback go into a temporary folder, so that an evaluation leaves the installation's databases
    as they are. Raises what opening the index raises (``CorpusError``, ``IndexFault``, ``ModelUnavailable``).
    """
    index = wiring.open_index(settings)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        own = settings.model_copy(
            update={"data_dir": Path(folder), "requests_per_minute": UNLIMITED_PER_MINUTE, "host": HOST}
        )
        service = wiring.open_service(own)
        server.fill_shelf(service, lambda: Library(index.catalogue, wiring.open_assistant(own, index)))
        service.shelf.library()  # raises the reason if it could not be filled
        with _running(create_app(service)) as url:
            assistant = ApiAssistant(url)
            try:
                yield Served(url=url, index=index, assistant=assistant)
            finally:
                assistant.close()
        service.feedback.close()


@contextmanager
def _running(app: "FastAPI") -> Iterator[str]:
    """Run the app in a thread; the port is open before the thread begins, so the first request waits at most."""
    listener = server.open_port(HOST, 0)
    config = uvicorn.Config(app, log_level="warning", log_config=None, server_header=False)
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]}, name="eval-server", daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{listener.getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join(STARTING_S)
        listener.close()
        if thread.is_alive():
            raise PlanAssistantError
