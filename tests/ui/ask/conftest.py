"""One reader's browser, an assistant that can be kept waiting, and a server that can be stopped and started."""

import socket
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.ui.ask.talking import PatientAssistant, Restartable, Talk
from ui.context import PageContext


@pytest.fixture
def patient(page_service: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[PatientAssistant]:
    """The patient assistant behind the session's page."""
    scripted = page_service.assistant  # type: ignore[attr-defined]
    assistant = PatientAssistant(scripted, scripted.catalogue)
    monkeypatch.setattr(page_service, "assistant", assistant)
    yield assistant
    assistant.released.set()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """One reader's browser, on a phone."""
    with chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP") as context:
        yield context


@pytest.fixture
def talk(context: BrowserContext, patient: PatientAssistant, running: object) -> Talk:  # noqa: ARG001 - behind the page
    """The page over the patient assistant."""
    return Talk(context.new_page(), running.url)  # type: ignore[attr-defined]


@pytest.fixture
def restartable(patient: PatientAssistant) -> Iterator[Restartable]:
    """The page over the patient assistant, on a server of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    service = Restartable(PageContext(lambda: patient, lambda: patient.catalogue, lambda _: None), port)
    service.start()
    yield service
    patient.released.set()
    service.stop()
