"""Serving: the port is open at once, and what takes long is loaded behind it."""

import gc
import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from assistant.api.metrics import MeasuredAssistant
from assistant.api.service import Library, Service
from assistant.feedback import RememberingAssistant
from assistant.privacy import MaskingFormatter
from corpus.errors import IndexFault, InvalidSettings, PlanAssistantError

logger = logging.getLogger(__name__)

SHUTDOWN_S = 5
LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_log(level: str) -> None:
    """Log to stderr from ``level`` on, without personal data."""
    handler = logging.StreamHandler()
    handler.setFormatter(MaskingFormatter(LOG_FORMAT))
    logging.basicConfig(level=level.upper(), handlers=[handler])


def fill_shelf(service: Service, load: Callable[[], Library]) -> None:
    """Load the library and serve it, its answers measured and kept for feedback; or serve the reason why not."""
    try:
        library = load()
    except PlanAssistantError as error:
        logger.error("%s", error.user_message)  # noqa: TRY400 - a sentence for the operator; a trace says no more
        service.shelf.put(error)
        return
    except Exception:
        logger.exception("the index could not be loaded")
        service.shelf.put(IndexFault())
        return
    measured = MeasuredAssistant(library.assistant, service.metrics)
    service.shelf.put(Library(library.catalogue, RememberingAssistant(measured, service.feedback)))
    logger.info("%d projects are loaded; questions are answered from now on", len(library.catalogue.projects))


@contextmanager
def starting() -> Iterator[None]:
    """Starting makes millions of objects that stay; looking for garbage among them costs a fifth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def open_port(host: str, port: int) -> socket.socket:
    """Take the port before anything else is done; raises ``InvalidSettings`` where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        message = f"{host} のポート {port} で待ち受けられません（{error.strerror}）。HOST と PORT を確かめてください。"
        raise InvalidSettings(message) from error


def run(app: ASGIApp, listener: socket.socket, log_level: str) -> None:
    """Serve until stopped; answers under way get ``SHUTDOWN_S`` seconds to end."""
    config = uvicorn.Config(
        app, log_level=log_level, log_config=None, server_header=False, timeout_graceful_shutdown=SHUTDOWN_S
    )
    uvicorn.Server(config).run(sockets=[listener])
