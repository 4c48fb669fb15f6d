"""The page at ``/`` leaves every other path to the app it is mounted on."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def test_the_page_is_at_the_root_with_a_policy_that_allows_no_other_host(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.headers["content-type"].startswith("text/html")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'self'")
    assert "http" not in policy


def test_the_apps_own_routes_still_answer(client: TestClient) -> None:
    assert client.get("/api/projects").json() == {"total": 2}
    assert client.get("/openapi.json").json()["paths"].keys() >= {"/api/projects"}
    assert client.get("/docs").status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/nothing", 404),
        ("GET", "/nothing", 404),
        ("POST", "/api/projects", 405),
        ("POST", "/gradio_api/upload", 404),
        ("GET", "/gradio_api/info", 404),
        ("GET", "/gradio_api/file=/etc/passwd", 404),
        ("GET", "/monitoring", 404),
    ],
)
def test_a_path_that_is_not_the_pages_gets_the_apps_error(
    client: TestClient, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    assert set(answer.json()["error"]) == {"code", "message"}


def test_an_event_that_the_page_does_not_have_is_no_server_error(client: TestClient) -> None:
    event = {"fn_index": 9999, "data": [], "session_hash": "tab"}
    answer = client.post("/gradio_api/queue/join", json=event)
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "malformed_request"
