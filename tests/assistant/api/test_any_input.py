"""Whatever a client sends, the answer is JSON of the contract and never a server error."""

import json
from collections.abc import Mapping
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

# Not a unit test: hypothesis asks a whole service.
pytestmark = pytest.mark.slow

# One client serves all examples: nothing is kept between them but the answers' feedback.
MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FIELDS = st.sampled_from(
    [
        "question",
        "session_id",
        "style",
        "language",
        "answer_id",
        "rating",
        "comment",
        "other",
        "model",
        "messages",
        "metadata",
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None), max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
PATHS = st.sampled_from(["/api/ask", "/api/ask/stream", "/api/feedback", "/v1/chat/completions"])


def _is_the_contracts(status: int, body: str) -> bool:
    if status == 200:
        return True
    error: Mapping[str, str] = json.loads(body)["error"]
    is_japanese = any("ぁ" <= character <= "ん" for character in error["message"])
    return 400 <= status < 500 and bool(error["code"]) and is_japanese


@MANY
@given(path=PATHS, body=st.binary(max_size=60))
def test_any_bytes_are_answered(client: TestClient, path: str, body: bytes) -> None:
    response = client.post(path, content=body, headers={"Content-Type": "application/json"})
    assert _is_the_contracts(response.status_code, response.text)


@MANY
@given(path=PATHS, body=st.dictionaries(FIELDS, VALUES, max_size=4) | VALUES)
def test_any_json_is_answered(client: TestClient, path: str, body: object) -> None:
    response = client.post(path, content=json.dumps(body).encode(), headers={"Content-Type": "application/json"})
    assert _is_the_contracts(response.status_code, response.text)


@MANY
@given(
    name=st.sampled_from(["division", "code", "priority", "q", "limit", "offset", "other"]),
    value=st.text(st.characters(codec="utf-8"), max_size=20) | st.integers().map(str),
)
def test_any_filter_is_answered(client: TestClient, name: str, value: str) -> None:
    response = client.get("/api/projects", params={name: value})
    assert _is_the_contracts(response.status_code, response.text)


@MANY
@given(
    path=st.sampled_from(["/api/projects/{}", "/api/documents/{}/pages/1", "/api/documents/mihon/pages/{}", "/v1/{}"]),
    segment=st.text(st.characters(codec="utf-8"), max_size=20),
)
def test_any_address_is_answered(client: TestClient, path: str, segment: str) -> None:
    response = client.get(path.format(quote(segment, safe="")))
    assert _is_the_contracts(response.status_code, response.text)
