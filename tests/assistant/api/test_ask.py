"""Asking over HTTP: answers, bad bodies, the stream."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.api.stream import tokens
from corpus.records import Question

ASKED = "道路の補修はどの課？"


def _has_a_japanese_message(body: dict[str, dict[str, str]]) -> bool:
    message = body["error"]["message"]
    return set(body) == {"error"} and any("ぁ" <= character <= "ん" for character in message)


def _events(body: str) -> list[tuple[str, Any]]:
    blocks = [dict(line.split(": ", 1) for line in block.split("\n")) for block in body.strip().split("\n\n")]
    return [(block["event"], json.loads(block["data"])) for block in blocks]


def test_an_answer_has_every_field_of_the_contract(client: TestClient) -> None:
    answer = client.post("/api/ask", json={"question": ASKED}).json()
    fields = "answer_id session_id status answer citations projects suggestions clarify edition elapsed_ms"
    assert set(fields.split()) <= set(answer)
    assert answer["status"] == "answered"
    assert answer["citations"][0]["quote"] == "市道の維持補修を行います。"


def test_the_citations_quote_stands_on_the_page_that_it_names(client: TestClient) -> None:
    citation = client.post("/api/ask", json={"question": ASKED}).json()["citations"][0]
    page = client.get(f"/api/documents/{citation['document_id']}/pages/{citation['page']}").json()
    assert page["text"][citation["start"] - page["start"] : citation["end"] - page["start"]] == citation["quote"]


def test_session_style_and_language_reach_the_assistant(client: TestClient, asked: list[Question]) -> None:
    body = {"question": ASKED, "session_id": "会話-7", "style": "plain", "language": "en"}
    assert client.post("/api/ask", json=body).json()["session_id"] == "会話-7"
    assert asked == [Question(text=ASKED, session_id="会話-7", style="plain", language="en")]


def test_an_empty_session_id_begins_a_new_conversation(client: TestClient, asked: list[Question]) -> None:
    assert client.post("/api/ask", json={"question": ASKED, "session_id": ""}).status_code == 200
    assert asked[-1].session_id is None


def test_the_places_of_each_field_are_left_out_of_an_answers_projects(client: TestClient) -> None:
    projects = client.post("/api/ask", json={"question": "全部の事業は？"}).json()["projects"]
    assert [project["name"] for project in projects] == ["道路維持補修事業", "空き家対策ＤＸ事業"]
    assert "sources" not in projects[0]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param(b"{", 400, id="half an object"),
        pytest.param(b"question=1", 400, id="not JSON"),
        pytest.param(b'{"question": "\xff"}', 400, id="not UTF-8"),
        pytest.param(b"", 422, id="empty body"),
        pytest.param(b"{}", 422, id="no question"),
        pytest.param(b"[]", 422, id="a list"),
        pytest.param(b"null", 422, id="null"),
        pytest.param(b'"question"', 422, id="a string"),
        pytest.param(b'{"question": 5}', 422, id="a number"),
        pytest.param(b'{"question": NaN}', 422, id="NaN"),
        pytest.param(b'{"question": null}', 422, id="null as question"),
        pytest.param(b'{"question": ["a"]}', 422, id="a list as question"),
        pytest.param(b'{"question": "\\ud800"}', 422, id="lone surrogate"),
        pytest.param(b'{"question": "a\\u0000b"}', 422, id="null character"),
        pytest.param('{"question": " \u3000\\n\\u200b"}'.encode(), 422, id="white space"),
        pytest.param(json.dumps({"question": "あ" * 1001}).encode(), 422, id="1001 characters"),
        pytest.param(b'{"question": "a", "style": "loud"}', 422, id="unknown style"),
        pytest.param(b'{"question": "a", "language": "de"}', 422, id="unknown language"),
        pytest.param(b'{"question": "a", "session_id": 1}', 422, id="session_id as number"),
        pytest.param(b'{"question": "a", "session_id": "' + b"s" * 201 + b'"}', 422, id="long session_id"),
        pytest.param(b'{"question": ' + b"[" * 500 + b"]" * 500 + b"}", 422, id="deep nesting"),
        pytest.param(b'{"question": ' + b"[" * 90_000 + b"]" * 90_000 + b"}", 422, id="bottomless nesting"),
        pytest.param(b'{"question": "' + b"a" * 1_100_000 + b'"}', 413, id="more than the limit"),
    ],
)
@pytest.mark.parametrize("path", ["/api/ask", "/api/ask/stream"])
def test_a_bad_body_gets_its_status_and_a_japanese_message(
    client: TestClient, path: str, body: bytes, status: int
) -> None:
    response = client.post(path, content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == status
    assert _has_a_japanese_message(response.json())


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "", "application/json; ;;="])
def test_another_content_type_is_explained_or_read_but_never_a_server_error(client: TestClient, kind: str) -> None:
    response = client.post("/api/ask", content=b'{"question": "a"}', headers={"Content-Type": kind})
    assert response.status_code in {200, 422}
    assert response.status_code == 200 or _has_a_japanese_message(response.json())


def test_1000_characters_are_answered(client: TestClient) -> None:
    assert client.post("/api/ask", json={"question": "あ" * 1000}).status_code == 200


def test_a_blank_question_is_told_what_a_question_is(client: TestClient) -> None:
    error = client.post("/api/ask", json={"question": "   "}).json()["error"]
    assert error == {"code": "invalid_field", "message": "質問は1文字以上1000文字以内で入力してください。"}


def test_a_fault_of_ours_is_a_500_that_tells_nothing_of_the_inside(client: TestClient) -> None:
    response = client.post("/api/ask", json={"question": "壊れる質問"})
    assert response.status_code == 500
    assert _has_a_japanese_message(response.json())
    assert "内部の事情" not in response.text


def test_the_streams_tokens_are_the_answers_text(client: TestClient) -> None:
    response = client.post("/api/ask/stream", json={"question": ASKED})
    assert response.headers["content-type"].startswith("text/event-stream")
    events = _events(response.text)
    assert [name for name, _ in events][:3] == ["status", "status", "token"]
    answers = [data for name, data in events if name == "answer"]
    assert len(answers) == 1
    assert events[-1] == ("answer", answers[0])
    assert events[1][1]["citations"] == answers[0]["citations"], "what was found is there before any word"
    assert "".join(data for name, data in events if name == "token") == answers[0]["answer"]


def test_the_streams_answer_is_the_one_that_ask_gives(client: TestClient) -> None:
    plain = client.post("/api/ask", json={"question": "全部の事業は？"}).json()
    streamed = _events(client.post("/api/ask/stream", json={"question": "全部の事業は？"}).text)[-1][1]
    assert {**streamed, "answer_id": ""} == {**plain, "answer_id": ""}


def test_a_failure_in_mid_stream_is_an_error_event(client: TestClient) -> None:
    events = _events(client.post("/api/ask/stream", json={"question": "壊れる質問"}).text)
    assert [name for name, _ in events] == ["status", "error"]
    assert events[-1][1]["error"]["code"] == "plan_assistant_error"
    assert "内部の事情" not in json.dumps(events, ensure_ascii=False)


@pytest.mark.parametrize("text", ["", "[1]", "a[12]b[3]", "[[x]", "全6件です。[1][2]\n「引用」", "😀" * 20])
def test_tokens_join_to_the_text_and_never_split_a_marker(text: str) -> None:
    pieces = list(tokens(text))
    assert "".join(pieces) == text
    assert all(piece.count("[") <= 1 for piece in pieces)
