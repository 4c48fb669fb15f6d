"""``plan-assistant serve`` as people start it: one process, one port, the real parts."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-c", "from assistant.cli import main; main()"]
READY_WITHIN_S = 240

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Running:
    """A server that answers, what it runs as, and the installation that it serves."""

    url: str
    process: subprocess.Popen[bytes]
    environment: dict[str, str]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """``serve --ingest`` on a free port, with an empty data folder to begin with."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "PORT": str(port),
        "PLAN_ASSISTANT_CORPUS": str(ROOT / "corpus"),
        "PLAN_ASSISTANT_DATA_DIR": str(tmp_path_factory.mktemp("serving")),
    }
    with subprocess.Popen([*PROGRAM, "serve", "--ingest"], env=environment) as process:
        url = f"http://127.0.0.1:{port}"
        _wait_until_ready(url, process)
        yield Running(url, process, environment)
        process.terminate()


def _wait_until_ready(url: str, process: subprocess.Popen[bytes]) -> None:
    give_up = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < give_up and process.poll() is None:
        try:
            if httpx.get(f"{url}/readyz", timeout=30).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.3)
    pytest.fail("the server was not ready in time")


def test_a_citizens_question_is_answered_with_a_quote_from_the_source(running: Running) -> None:
    asked = {"question": "マイナンバーカードはどこで受け取れますか"}
    answer = httpx.post(f"{running.url}/api/ask", json=asked, timeout=30).json()
    assert "市民課" in answer["answer"]
    citation = next(c for c in answer["citations"] if c["project_name"] == "戸籍・住基一般事務")
    page = httpx.get(f"{running.url}/api/documents/{citation['document_id']}/pages/{citation['page']}").json()
    quoted = page["text"][citation["start"] - page["start"] : citation["end"] - page["start"]]
    assert "".join(quoted.split()) == "".join(citation["quote"].split()) != ""


def test_the_page_and_the_api_are_one_origin_and_keep_apart(running: Running) -> None:
    assert "<html" in httpx.get(f"{running.url}/", timeout=30).text
    for path in ("/api/nothing", "/nothing", "/gradio_api/upload"):
        missing = httpx.get(f"{running.url}{path}")
        assert (missing.status_code, missing.json()["error"]["code"]) == (404, "not_found")
    wrong = httpx.get(f"{running.url}/api/ask")
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "POST")


def test_a_client_that_sends_ten_megabytes_reads_the_413(running: Running) -> None:
    body = b'{"question":"' + b"a" * 10_000_000 + b'"}'
    headers = {"Content-Type": "application/json"}
    refused = httpx.post(f"{running.url}/api/ask", content=body, headers=headers, timeout=30)
    assert (refused.status_code, refused.json()["error"]["code"]) == (413, "body_too_large")


def test_the_command_line_asks_the_same_installation(running: Running) -> None:
    command = [*PROGRAM, "ask", "公共施設再編事業の所管課は？", "--json", "--explain"]
    done = subprocess.run(command, env=running.environment, capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    assert "公的不動産活用課" in answer["answer"]
    assert "Understanding" in done.stderr


def test_a_port_in_use_is_one_japanese_line(running: Running) -> None:
    done = subprocess.run([*PROGRAM, "serve"], env=running.environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "で待ち受けられません" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_server_that_is_told_to_stop_stops(running: Running) -> None:
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(timeout=60) in {0, -signal.SIGTERM}
