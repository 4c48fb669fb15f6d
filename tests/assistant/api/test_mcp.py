"""The official MCP client finds the tools, calls them, and hears of an answer while it comes."""

import json
import logging
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import anyio
import pytest
from fastapi.testclient import TestClient
from mcp import Client, StdioServerParameters
from mcp.client._transport import Transport
from mcp.client.stdio import stdio_client
from mcp.shared.dispatcher import ProgressFnT
from mcp_types import CallToolResult, TextContent

from assistant.api.service import Service, Shelf
from corpus.records import Answer, Question

# Not a unit test: real clients and a process of their own.
pytestmark = pytest.mark.slow

QUESTION = "道路の補修はどの課？"
HEADERS = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
LIST = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
Server = str | Transport
Found = TypeVar("Found")


def _call(
    server: Server, tool: str, arguments: dict[str, Any] | None = None, hear: ProgressFnT | None = None
) -> CallToolResult:
    return _with(server, lambda client: client.call_tool(tool, arguments or {}, progress_callback=hear))


def _with(server: Server, use: Callable[[Client], Awaitable[Found]], mode: str = "auto") -> Found:
    async def connect() -> Found:
        async with Client(server, mode=mode) as client:
            return await use(client)

    return anyio.run(connect)


@pytest.fixture
def mcp(url: str) -> str:
    """Where the small plan's tools are."""
    return f"{url}/mcp"


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_the_tools_are_listed_with_the_schemas_of_what_they_take_and_give(mcp: str, mode: str) -> None:
    listed = _with(mcp, lambda client: client.list_tools(), mode=mode)
    tools = {tool.name: tool for tool in listed.tools}
    assert tools.keys() == {"ask_plan", "find_projects", "get_project", "list_divisions"}
    assert tools["ask_plan"].input_schema["required"] == ["question"]
    for tool in tools.values():
        assert tool.output_schema is not None
        assert tool.output_schema["properties"]
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint


def test_an_answer_is_typed_and_its_text_carries_the_sources(mcp: str, asked: list[Question]) -> None:
    result = _call(mcp, "ask_plan", {"question": QUESTION, "session_id": "s-1", "style": "plain"})
    answer = Answer.model_validate(result.structured_content)
    assert (answer.status, answer.session_id, answer.citations[0].marker) == ("answered", "s-1", 1)
    assert isinstance(result.content[0], TextContent)
    assert result.content[0].text.startswith(answer.answer)
    assert "- [1] 見本市実施計画" in result.content[0].text
    assert asked == [Question(text=QUESTION, session_id="s-1", style="plain")]


def test_the_words_of_an_answer_are_told_as_progress(mcp: str) -> None:
    heard: list[str] = []

    async def hear(progress: float, total: float | None, message: str | None) -> None:  # noqa: ARG001
        heard.append(message or "")

    result = _call(mcp, "ask_plan", {"question": QUESTION}, hear)
    assert result.structured_content is not None
    assert "".join(heard) == result.structured_content["answer"]


def test_projects_are_found_by_what_the_catalogue_knows(mcp: str) -> None:
    found = _call(mcp, "find_projects", {"division": "住宅課"}).structured_content
    assert found is not None
    assert (found["total"], found["projects"][0]["name"]) == (1, "空き家対策ＤＸ事業")
    everything = _call(mcp, "find_projects", {"limit": 1}).structured_content
    assert everything is not None
    assert (everything["total"], len(everything["projects"])) == (2, 1)


@pytest.mark.parametrize("key", ["mihon-2", "１－２－３－４", "空き家対策DX事業"])
def test_a_project_is_got_by_its_id_code_or_name(mcp: str, key: str) -> None:
    project = _call(mcp, "get_project", {"project": key}).structured_content
    assert project is not None
    assert project["id"] == "mihon-2"
    assert project["schedule"] == {"令和5年度": ["台帳の設計"]}


def test_divisions_are_listed_with_their_projects(mcp: str) -> None:
    listed = _call(mcp, "list_divisions").structured_content
    assert listed is not None
    assert listed["total"] == 3
    assert listed["divisions"][0] == {"name": "道水路管理課", "project_count": 1, "project_ids": ["mihon-1"]}


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("get_project", {"project": "幻の事業"}, "見つかりませんでした"),
        ("ask_plan", {"question": ""}, "question"),
        ("ask_plan", {"question": "道" * 1001}, "question"),
        ("ask_plan", {"question": QUESTION, "language": "la"}, "language"),
        ("find_projects", {"limit": 1000}, "limit"),
    ],
)
def test_what_cannot_be_done_is_told_to_the_clients_model(
    mcp: str, tool: str, arguments: dict[str, Any], told: str
) -> None:
    result = _call(mcp, tool, arguments)
    assert result.is_error
    assert isinstance(result.content[0], TextContent)
    assert told in result.content[0].text


def test_a_fault_of_ours_is_logged_and_not_told(mcp: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        result = _call(mcp, "ask_plan", {"question": "壊れる質問"})
    assert result.is_error
    assert "内部の事情" not in str(result)
    assert "内部の事情" in caplog.text


def test_without_an_index_the_tools_say_that_nothing_is_loaded(
    serve_http: Callable[[Service], str], service: Service
) -> None:
    result = _call(f"{serve_http(replace(service, shelf=Shelf()))}/mcp", "list_divisions")
    assert result.is_error
    assert "準備ができていません" in str(result.content)


def test_the_limits_of_the_api_hold_here_too(serve: Callable[[Service], TestClient], service: Service) -> None:
    client = serve(replace(service, requests_per_minute=1))
    first = client.post("/mcp", json=LIST, headers=HEADERS)
    assert first.status_code == 200
    assert first.headers["x-content-type-options"] == "nosniff"
    assert client.post("/mcp", json=LIST, headers=HEADERS).status_code == 429
    assert 'requests_total{method="POST",path="/mcp",status="200"} 1.0' in client.get("/metrics").text
    large = serve(service).post("/mcp", content=b"a" * 2_000_000, headers=HEADERS)
    assert (large.status_code, large.json()["error"]["code"]) == (413, "body_too_large")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "http://localhost.evil.example:8000"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://[::1"}, 403),
        ({"Origin": "http://localhost:6274"}, 200),
        ({"Content-Type": "text/plain"}, 422),
    ],
)
def test_a_page_of_another_site_gets_nothing(client: TestClient, headers: dict[str, str], status: int) -> None:
    response = client.post("/mcp", content=json.dumps(LIST), headers=HEADERS | headers)
    assert response.status_code == status
    if status != 200:
        assert response.json()["error"]["message"].endswith("。")


def test_clients_do_not_wait_for_each_other(mcp: str) -> None:
    async def ask_many(client: Client) -> list[str]:
        answers: list[str] = []

        async def ask(number: int) -> None:
            result = await client.call_tool("ask_plan", {"question": QUESTION, "session_id": f"s-{number}"})
            answers.append((result.structured_content or {})["session_id"])

        async with anyio.create_task_group() as asking:
            for number in range(20):
                asking.start_soon(ask, number)
        return answers

    assert sorted(_with(mcp, ask_many)) == sorted(f"s-{number}" for number in range(20))


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT"])
def test_nothing_but_post_is_taken(client: TestClient, method: str) -> None:
    response = client.request(method, "/mcp")
    assert (response.status_code, response.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"1", b"\xff\xfe", b'{"jsonrpc":"2.0"}', b"[" * 100_000, json.dumps([LIST] * 3).encode()]
)
def test_any_body_is_answered_without_a_server_error(client: TestClient, body: bytes) -> None:
    response = client.post("/mcp", content=body, headers=HEADERS)
    assert response.status_code < 500


def test_the_same_tools_are_on_standard_input_and_output(tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    program = StdioServerParameters(
        command=sys.executable,
        args=["-c", "from assistant.cli import main; main()", "mcp"],
        env={"PLAN_ASSISTANT_CORPUS": str(root / "corpus"), "PLAN_ASSISTANT_DATA_DIR": str(tmp_path)},
        cwd=root,
    )
    asked = {"question": "公共施設再編事業の所管課は？"}
    answered = _call(stdio_client(program), "ask_plan", asked).structured_content
    assert answered is not None
    assert "公的不動産活用課" in answered["answer"]
