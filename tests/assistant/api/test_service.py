"""Alive, ready, counted, limited, documented."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.api.limits import TokenBuckets
from assistant.api.metrics import MeasuredAssistant
from assistant.api.service import Library, Service, Shelf
from assistant.feedback import FeedbackStore
from assistant.ports import StreamingAssistant
from corpus.errors import IndexDamaged
from corpus.records import Answer

Serve = Callable[[Service], TestClient]


@pytest.fixture
def waiting(serve: Serve, feedback_store: FeedbackStore) -> TestClient:
    """A service that has no index yet."""
    return serve(Service(Shelf(), feedback_store))


def test_a_loaded_service_is_alive_and_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready", "documents": 1, "projects": 2}
    assert client.head("/readyz").status_code == 200


@pytest.mark.parametrize("path", ["/readyz", "/api/projects", "/api/projects/x", "/api/divisions", "/api/documents"])
def test_without_an_index_what_needs_one_is_503(waiting: TestClient, path: str) -> None:
    response = waiting.get(path)
    assert response.status_code == 503
    assert response.json()["error"]["code"] == "index_not_loaded"


@pytest.mark.parametrize("path", ["/api/ask", "/api/ask/stream"])
def test_without_an_index_a_question_is_503(waiting: TestClient, path: str) -> None:
    assert waiting.post(path, json={"question": "a"}).status_code == 503


def test_without_an_index_the_process_is_alive(waiting: TestClient) -> None:
    assert waiting.get("/healthz").status_code == 200
    assert "plan_assistant_ready 0.0" in waiting.get("/metrics").text


def test_the_reason_that_keeps_the_index_from_loading_is_told(serve: Serve, feedback_store: FeedbackStore) -> None:
    shelf = Shelf()
    client = serve(Service(shelf, feedback_store))
    shelf.put(IndexDamaged())
    assert client.get("/readyz").json()["error"]["message"] == IndexDamaged.user_message


def test_a_library_is_served_as_soon_as_it_is_loaded(serve: Serve, service: Service) -> None:
    shelf = Shelf()
    client = serve(replace(service, shelf=shelf))
    assert client.get("/api/projects").status_code == 503
    shelf.put(service.shelf.library())
    assert client.get("/api/projects").json()["total"] == 2


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/ask"),
        ("PUT", "/api/ask"),
        ("GET", "/api/feedback"),
        ("DELETE", "/api/projects"),
        ("POST", "/api/projects/mihon-1"),
        ("POST", "/healthz"),
        ("POST", "/docs"),
        ("PATCH", "/api/documents/mihon/pages/1"),
    ],
)
def test_a_wrong_method_is_405_in_the_contracts_shape(client: TestClient, method: str, path: str) -> None:
    response = client.request(method, path)
    assert response.status_code == 405
    assert response.json()["error"]["code"] == "method_not_allowed"
    assert response.headers["allow"]


def test_a_body_without_an_announced_length_is_limited_too(client: TestClient) -> None:
    sent = 0

    def chunks() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(40):
            sent += 1
            yield b"a" * 65_536

    response = client.post("/api/ask", content=chunks(), headers={"Content-Type": "application/json"})
    assert response.status_code == 413
    assert response.json()["error"]["code"] == "body_too_large"
    assert sent == 40


def test_who_asks_too_fast_is_told_when_to_try_again(serve: Serve, service: Service) -> None:
    client = serve(replace(service, requests_per_minute=2))
    statuses = [client.post("/api/ask", json={"question": "a"}).status_code for _ in range(3)]
    refused = client.post("/api/ask/stream", json={"question": "a"})
    assert statuses == [200, 200, 429]
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert refused.json()["error"]["code"] == "too_many_requests"


def test_reading_the_catalogue_is_never_limited(serve: Serve, service: Service) -> None:
    client = serve(replace(service, requests_per_minute=1))
    assert {client.get("/api/projects").status_code for _ in range(20)} == {200}


def test_the_buckets_fill_again_with_time_and_hold_each_client_apart() -> None:
    seconds = 0.0
    buckets = TokenBuckets(per_minute=2, clock=lambda: seconds)
    assert [buckets.wait_s("a"), buckets.wait_s("a"), buckets.wait_s("a")] == [0, 0, 30]
    assert buckets.wait_s("b") == 0
    seconds = 30.0
    assert [buckets.wait_s("a"), buckets.wait_s("a")] == [0, 30]


def test_every_response_carries_the_security_headers(client: TestClient) -> None:
    for path in ("/api/projects", "/healthz", "/docs", "/nothing"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "SAMEORIGIN"
    assert "default-src 'none'" in client.get("/api/projects").headers["content-security-policy"]


def test_the_documentation_needs_no_other_host(client: TestClient) -> None:
    page = client.get("/docs").text
    assert "http://" not in page
    assert "https://" not in page
    for asset in ("swagger-ui-bundle.js", "swagger-ui.css", "favicon.png"):
        assert f"/docs/assets/{asset}" in page
        assert client.get(f"/docs/assets/{asset}").status_code == 200


def test_openapi_describes_every_path_of_the_contract_with_examples(client: TestClient) -> None:
    schema = client.get("/openapi.json").json()
    assert {
        "/api/ask", "/api/ask/stream", "/api/projects", "/api/projects/{project_id}", "/api/divisions",
        "/api/documents", "/api/documents/{document_id}/pages/{page}", "/api/feedback",
        "/healthz", "/readyz", "/metrics",
    } <= set(schema["paths"])  # fmt: skip
    assert schema["components"]["schemas"]["AskRequest"]["examples"][0]["question"]
    shown = schema["paths"]["/api/ask"]["post"]["responses"]["200"]["content"]["application/json"]["example"]
    assert Answer.model_validate(shown).status == "answered"


def test_metrics_count_answers_requests_and_refusals(
    serve: Serve, service: Service, scripted: StreamingAssistant
) -> None:
    library = Library(service.shelf.library().catalogue, MeasuredAssistant(scripted, service.metrics))
    client = serve(replace(service, shelf=Shelf(library)))
    client.post("/api/ask", json={"question": "道路の補修はどの課？"})
    client.post("/api/ask", json={})
    client.request("BREW", "/api/whatever")
    lines = client.get("/metrics").text.splitlines()
    assert 'plan_assistant_answers_total{status="answered"} 1.0' in lines
    assert 'plan_assistant_requests_total{method="POST",path="/api/ask",status="200"} 1.0' in lines
    assert 'plan_assistant_requests_total{method="POST",path="/api/ask",status="422"} 1.0' in lines
    assert "plan_assistant_answer_seconds_count 1.0" in lines
    assert "plan_assistant_ready 1.0" in lines
    assert not any("BREW" in line or "whatever" in line for line in lines)


def test_feedback_for_an_answer_is_kept_with_the_question(client: TestClient, feedback_store: FeedbackStore) -> None:
    answer = client.post("/api/ask", json={"question": "道路の補修はどの課？"}).json()
    body = {"answer_id": answer["answer_id"], "rating": "down", "reason": "担当が違う", "comment": "別の課でした"}
    assert client.post("/api/feedback", json=body).json() == {"answer_id": answer["answer_id"], "rating": "down"}
    (rated,) = feedback_store.rated()
    assert (rated.question, rated.feedback.comment) == ("道路の補修はどの課？", "別の課でした")
    assert rated.answer.citations[0].quote == answer["citations"][0]["quote"]


def test_feedback_for_an_answer_never_given_is_404(client: TestClient) -> None:
    response = client.post("/api/feedback", json={"answer_id": "nobody-gave-this", "rating": "up"})
    assert response.status_code == 404
    assert "評価の対象" in response.json()["error"]["message"]


@pytest.mark.parametrize(
    "body",
    [
        {"answer_id": "a"},
        {"rating": "up"},
        {"answer_id": "a", "rating": "sideways"},
        {"answer_id": "a", "rating": "up", "comment": "x" * 2001},
        {"answer_id": "\0", "rating": "up"},
        {"answer_id": 1, "rating": "up"},
    ],
)
def test_feedback_out_of_range_is_422(client: TestClient, body: dict[str, Any]) -> None:
    assert client.post("/api/feedback", json=body).status_code == 422


def test_a_rating_outlives_a_restart_and_is_replaced_by_the_next(
    client: TestClient, feedback_store: FeedbackStore, tmp_path: Path
) -> None:
    answer_id = client.post("/api/ask", json={"question": "a"}).json()["answer_id"]
    for rating in ("up", "down"):
        client.post("/api/feedback", json={"answer_id": answer_id, "rating": rating})
    feedback_store.close()
    reopened = FeedbackStore(tmp_path / "feedback.sqlite3", retention_days=30)
    assert [rated.feedback.rating for rated in reopened.rated()] == ["down"]
    reopened.close()
