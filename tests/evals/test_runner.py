"""Asking: in-process against the scripted assistant, and over HTTP against real installations."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from assistant.ports import Assistant
from assistant.settings import read_settings
from corpus.catalogue import Catalogue
from corpus.records import Answer, Question
from evals.client import ApiAssistant, AskFailed
from evals.fictional import PlanOptions, generate
from evals.fictional_run import installed, items_of
from evals.items import EvalItem
from evals.runner import run
from evals.serving import serving

ROAD = {"question": "道路の補修はどの課？"}
EXPECTED = {"status": "answered", "divisions": ["道水路管理課"], "projects": ["道路維持補修事業"]}


def item(*turns: dict[str, Any]) -> EvalItem:
    return EvalItem.model_validate({"id": "division-1", "category": "division", "split": "dev", "turns": turns})


class Forgetful:
    """An assistant that never answers alike."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._count = 0

    def ask(self, question: Question) -> Answer:
        """Answer, and count."""
        self._count += 1
        answer = self._assistant.ask(question)
        return answer.model_copy(update={"answer": f"{answer.answer}{self._count}"})


def test_a_right_answer_is_right_and_said_twice_alike(scripted: Assistant, small_catalogue: Catalogue) -> None:
    heard: list[tuple[int, int]] = []
    (outcome,) = run([item({**ROAD, "expect": EXPECTED})], scripted, small_catalogue, lambda *done: heard.append(done))
    assert (outcome.is_right, outcome.repeated_alike, heard) == (True, True, [(1, 1)])
    assert outcome.turns[0].elapsed_ms > 0


def test_a_conversation_keeps_its_session_and_the_repetition_has_another(
    scripted: Assistant, asked: list[Question], small_catalogue: Catalogue
) -> None:
    run([item(ROAD, {"question": "全部の事業は？", "style": "plain"})], scripted, small_catalogue)
    assert [question.session_id for question in asked] == [None, "session-1", None]
    assert [question.style for question in asked] == ["standard", "plain", "standard"]


def test_one_wrong_answer_makes_the_conversation_wrong(scripted: Assistant, small_catalogue: Catalogue) -> None:
    second = {"question": "全部の事業は？", "expect": {"status": "not_found"}}
    (outcome,) = run([item({**ROAD, "expect": EXPECTED}, second)], scripted, small_catalogue)
    assert not outcome.is_right
    assert [turn.verdict.is_right for turn in outcome.turns] == [True, False]


def test_a_turn_without_expectation_is_asked_and_not_judged(scripted: Assistant, small_catalogue: Catalogue) -> None:
    (outcome,) = run([item(ROAD)], scripted, small_catalogue)
    assert (outcome.is_right, outcome.turns[0].expected) == (True, None)


def test_another_answer_to_the_same_question_is_noticed(scripted: Assistant, small_catalogue: Catalogue) -> None:
    (outcome,) = run([item(ROAD)], Forgetful(scripted), small_catalogue)
    assert outcome.repeated_alike is False


class Quiet(BaseHTTPRequestHandler):
    """A server's handler that prints nothing."""

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextmanager
def served(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """The address at which the handler answers."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def broken_service() -> Iterator[str]:
    """A server that answers 503 first and something that is no answer ever after."""
    replies = [(503, {"error": {"code": "index_not_loaded", "message": "準備中です。"}})]

    class Handler(Quiet):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            status, body = replies.pop(0) if replies else (200, {"answer": 1})
            data = json.dumps(body, ensure_ascii=False).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    with served(Handler) as url:
        yield url


def test_an_error_of_the_api_is_a_fault_and_not_the_end(broken_service: str, small_catalogue: Catalogue) -> None:
    assistant = ApiAssistant(broken_service)
    first, second = run([item(ROAD), item(ROAD)], assistant, small_catalogue, repeat=False)
    assistant.close()
    assert not first.is_right
    assert "503" in first.turns[0].verdict.faults[0]
    assert "準備中です。" in first.turns[0].verdict.faults[0]
    assert "faults in the answer" in second.turns[0].verdict.faults[0]


def test_a_connection_that_the_server_closed_in_a_pause_is_opened_again(closing_service: str) -> None:
    assistant = ApiAssistant(closing_service)
    for _ in range(3):
        with pytest.raises(AskFailed, match="faults in the answer"):
            assistant.ask(Question(text="？"))
    assistant.close()


@pytest.fixture
def closing_service() -> Iterator[str]:
    """A server that closes each connection after its reply without a word, and answers what is no answer."""

    class Handler(Quiet):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")
            self.close_connection = True

    with served(Handler) as url:
        yield url


def test_a_service_that_is_gone_is_told(unused_port: Callable[[], int]) -> None:
    with pytest.raises(AskFailed, match="ConnectionRefusedError"):
        ApiAssistant(f"http://127.0.0.1:{unused_port()}").ask(Question(text="？"))


@pytest.fixture
def unused_port() -> Callable[[], int]:
    def find() -> int:
        server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
        server.server_close()
        return server.server_port

    return find


@pytest.mark.slow
def test_a_generated_plan_is_ingested_served_and_asked_about() -> None:
    plan = generate(7, options=PlanOptions(project_count=10, priority_count=2))
    wanted = [question for question in items_of(plan) if question.category in ("division", "count")][:6]
    with installed(plan, read_settings()) as settings, serving(settings) as served:
        assert [project.name for project in served.index.catalogue.projects] == [p.name for p in plan.truth.projects]
        outcomes = run(wanted, served.assistant, served.index.catalogue)
        assert served.url.startswith("http://127.0.0.1:")
    assert all(outcome.repeated_alike for outcome in outcomes)
    assert sum(outcome.is_right for outcome in outcomes) >= 5
    assert [turn.verdict.invalid_quotes for outcome in outcomes for turn in outcome.turns] == [0] * 6
