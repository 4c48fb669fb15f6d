"""What a reader gets when the model's server fails, over HTTP and the real client: the composer's answer, in time."""

import logging
import time
from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from assistant.compose.draft import Draft
from assistant.generate.chat_model import ModelOptions, open_chat_model
from assistant.generate.writer import Budget, Writer
from corpus.catalogue import Catalogue
from corpus.errors import ModelTrouble
from corpus.records import Message
from tests.assistant.generate import fake_server
from tests.assistant.generate.fake_server import FakeServer, Reply, elapsed_s

# Not a unit test: real servers on loopback, slow ones among them.
pytestmark = pytest.mark.slow

TRUE = "公園整備事業は、公園課が担当しています。[1]"
ASKED = "公園整備事業はどの課ですか"
KEY = "sk-never-to-be-seen"
BUDGET = Budget(first_piece_s=0.6, answer_s=1.2, failures_allowed=3, rest_s=0.4)
# Beyond the budget: for the thread that reads to be started and the answer to be put together, on a busy machine.
GRACE_S = 2.0


@pytest.fixture
def server() -> Iterator[FakeServer]:
    """A server of its own for each test."""
    yield from fake_server.serving()


@pytest.fixture
def troubles() -> list[str]:
    """The kinds of trouble that the counters are told."""
    return []


@pytest.fixture
def writer(server: FakeServer, small_plan: Catalogue, troubles: list[str]) -> Writer:
    """A writer with LangChain's client of OpenAI-compatible servers."""
    options = ModelOptions(
        name="openai:some-model", base_url=server.url, api_key=SecretStr(KEY), timeout_s=2, retries=0, max_tokens=64
    )
    return Writer(open_chat_model(options), small_plan, BUDGET, troubles.append)


def _text(writer: Writer, decided: Draft) -> str:
    return "".join(writer.write(decided, ASKED))


def test_a_good_server_is_asked_for_a_bounded_reply_and_its_sentences_are_shown(
    server: FakeServer, writer: Writer, decided: Draft
) -> None:
    server.reply = fake_server.says(TRUE)
    assert _text(writer, decided).startswith(TRUE)
    asked = server.asked[0]
    assert (asked["model"], asked["stream"], asked["temperature"]) == ("some-model", True, 0)
    assert 64 in (asked.get("max_tokens"), asked.get("max_completion_tokens"))
    assert server.keys == [f"Bearer {KEY}"]


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        pytest.param(fake_server.is_slow, "slow", id="slow first token"),
        pytest.param(fake_server.stalls_after("公園整備"), "slow", id="stall in mid-stream"),
        pytest.param(fake_server.refuses(429), "busy", id="429"),
        pytest.param(fake_server.refuses(500), "broken", id="500"),
        pytest.param(fake_server.refuses(503), "broken", id="503"),
        pytest.param(fake_server.refuses(401), "refused", id="wrong key"),
        pytest.param(fake_server.refuses(404), "refused", id="wrong model"),
        pytest.param(fake_server.cuts_after("公園整備"), "down", id="cut connection"),
        pytest.param(fake_server.breaks_its_json, "rubbish", id="invalid JSON"),
        pytest.param(fake_server.never_ends, "endless|slow", id="100,000 tokens"),
    ],
)
def test_a_failing_server_costs_the_reader_nothing_but_the_budget(
    server: FakeServer, writer: Writer, decided: Draft, troubles: list[str], reply: Reply, kind: str,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    server.reply = reply
    caplog.set_level(logging.DEBUG)
    started = time.monotonic()
    assert _text(writer, decided) == decided.text
    assert elapsed_s(started) < BUDGET.answer_s + GRACE_S
    assert len(troubles) == 1
    assert troubles[0] in kind.split("|")
    warning = next(record for record in caplog.records if record.levelno == logging.WARNING)
    assert f"openai:some-model is in trouble ({troubles[0]}" in warning.getMessage()
    assert KEY not in caplog.text


def test_a_page_in_place_of_a_stream_leaves_the_composers_answer(
    server: FakeServer, writer: Writer, decided: Draft
) -> None:
    server.reply = fake_server.is_a_page
    assert _text(writer, decided) == decided.text


def test_what_was_shown_before_a_connection_broke_stays(server: FakeServer, writer: Writer, decided: Draft) -> None:
    server.reply = fake_server.cuts_after(TRUE + "また")
    assert _text(writer, decided).split("\n") == [TRUE, *decided.lines[1:]]


def test_nobody_listening_is_found_out_at_once(
    server: FakeServer, writer: Writer, decided: Draft, troubles: list[str]
) -> None:
    server.shutdown()
    server.server_close()
    assert _text(writer, decided) == decided.text
    assert troubles == ["down"]


def test_a_server_that_failed_is_rested_and_then_tried_again(
    server: FakeServer, writer: Writer, decided: Draft, troubles: list[str]
) -> None:
    server.reply = fake_server.refuses(500)
    for _ in range(BUDGET.failures_allowed + 2):
        assert _text(writer, decided) == decided.text
    assert len(server.asked) == BUDGET.failures_allowed
    assert writer.breaker.is_open
    server.reply = fake_server.says(TRUE)
    time.sleep(BUDGET.rest_s)
    assert _text(writer, decided).startswith(TRUE)
    assert not writer.breaker.is_open
    assert troubles == ["broken"] * BUDGET.failures_allowed


def test_the_key_stands_in_no_error_of_ours(server: FakeServer) -> None:
    options = ModelOptions(name="openai:m", base_url=server.url, api_key=SecretStr(KEY), timeout_s=2, retries=0)
    server.reply = fake_server.refuses(401)
    with pytest.raises(ModelTrouble) as trouble:
        list(open_chat_model(options).stream([Message(role="user", content="?")]))
    assert KEY not in repr(trouble.value)
    assert KEY not in str(trouble.value)
    assert KEY not in repr(options)
