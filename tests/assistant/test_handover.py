"""The API is served while the page is being made, and goes on when it cannot be made."""

import threading
from collections.abc import Callable

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant import handover
from assistant.handover import Handover
from ui.shell.starting import starting_page

WAIT_S = 60


def _app(name: str, page: bool = False) -> FastAPI:
    app = FastAPI()
    app.get("/name")(lambda: name)
    if page:
        for path in ("/", "/projects/mihon-1", "/divisions/mihon"):
            app.get(path)(lambda: "page")
    return app


def _served_as(client: TestClient, name: str) -> bool:
    for _ in range(WAIT_S * 20):
        if client.get("/name").json() == name:
            return True
        threading.Event().wait(0.05)
    return False


def test_the_first_app_answers_until_the_whole_one_takes_over() -> None:
    may_finish = threading.Event()

    def build() -> FastAPI:
        may_finish.wait(WAIT_S)
        return _app("whole", page=True)

    with TestClient(Handover(_app("first"), build)) as client:
        assert client.get("/name").json() == "first"
        may_finish.set()
        assert _served_as(client, "whole")


@pytest.mark.parametrize("path", ["/", "/projects/mihon-1", "/divisions/mihon"])
def test_who_opens_the_page_or_a_sheet_early_gets_it_as_soon_as_it_is_made(path: str) -> None:
    may_finish = threading.Event()

    def build() -> FastAPI:
        may_finish.wait(WAIT_S)
        return _app("whole", page=True)

    with TestClient(Handover(_app("first"), build)) as client:
        threading.Timer(0.2, may_finish.set).start()
        assert client.get(path).json() == "page"


def test_who_opens_the_page_while_the_plan_is_read_is_told_so_and_waits_for_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(handover, "PATIENCE_S", 0.05)
    read, may_finish = threading.Event(), threading.Event()

    def build() -> FastAPI:
        may_finish.wait(WAIT_S)
        return _app("whole", page=True)

    with TestClient(Handover(_app("first"), build, starting_page, lambda: not read.is_set())) as client:
        told = client.get("/")
        assert (told.status_code, told.headers["Retry-After"]) == (503, "3")
        assert 'http-equiv="refresh"' in told.text
        assert "準備をしています" in told.text
        assert "Getting ready" in told.text
        read.set()
        threading.Timer(0.2, may_finish.set).start()
        assert client.get("/").json() == "page"


def test_the_whole_apps_own_start_and_stop_are_run() -> None:
    happened: list[str] = []

    def build() -> FastAPI:
        app = _app("whole", page=True)
        app.router.on_startup.append(lambda: happened.append("started"))
        app.router.on_shutdown.append(lambda: happened.append("stopped"))
        return app

    with TestClient(Handover(_app("first"), build)) as client:
        assert client.get("/").json() == "page"
        assert happened == ["started"]
    assert happened == ["started", "stopped"]


def test_without_the_page_the_api_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    def build() -> FastAPI:
        raise RuntimeError("no page today")

    with TestClient(Handover(_app("first"), build)) as client:
        assert client.get("/").status_code == 404
        assert client.get("/name").json() == "first"
    assert "no page today" in caplog.text


def test_a_server_stops_without_waiting_for_what_is_being_made() -> None:
    never = threading.Event()
    build: Callable[[], FastAPI] = lambda: (never.wait(WAIT_S), _app("whole"))[1]  # noqa: E731
    with TestClient(Handover(_app("first"), build)) as client:
        assert client.get("/name").json() == "first"
    assert not never.is_set()
    never.set()
