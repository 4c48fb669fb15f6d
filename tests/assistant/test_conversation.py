"""Conversations outlive a restart, are forgotten in time, and are never mixed up."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.conversation import ConversationState, ConversationStore
from assistant.understand.filters import Filters
from corpus.records import Choice

STATE = ConversationState(
    focus=("plan-2",), shown=("plan-1", "plan-2"), divisions=("総務課",), years=("令和6年度",), field="schedule",
    operation="list", filters=Filters(priority=True, among=("plan-1",)),
    choices=(Choice(label="税", question="税は？"),),
)  # fmt: skip
DAY_S = 86_400

Opener = Callable[..., ConversationStore]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store is kept; its folder does not exist yet."""
    return tmp_path / "data" / "conversations.sqlite3"


@pytest.fixture
def opened(path: Path) -> Iterator[Opener]:
    """Opens the store again and again; all are closed in the end."""
    stores: list[ConversationStore] = []

    def open_store(retention_days: float = 30.0) -> ConversationStore:
        stores.append(ConversationStore(path, retention_days))
        return stores[-1]

    yield open_store
    for store in stores:
        store.close()


def age(path: Path, session_id: str, days: float) -> None:
    """Make a session as old as if it had last been spoken in that many days ago."""
    with sqlite3.connect(path) as connection:
        moment = time.time() - days * DAY_S
        connection.execute("UPDATE conversation SET updated_at = ? WHERE session_id = ?", (moment, session_id))
    connection.close()


def test_a_session_that_was_never_spoken_in_is_empty(opened: Opener) -> None:
    assert opened().load("unknown") == ConversationState()


def test_a_state_survives_reopening_the_file(opened: Opener) -> None:
    first = opened()
    first.save("one", STATE)
    first.close()
    assert opened().load("one") == STATE


def test_a_later_state_takes_the_place_of_the_earlier(opened: Opener) -> None:
    store = opened()
    store.save("one", STATE)
    store.save("one", ConversationState(focus=("plan-3",)))
    assert store.load("one") == ConversationState(focus=("plan-3",))


def test_sessions_are_kept_apart_whatever_they_are_called(opened: Opener) -> None:
    names = ("one", "ONE", "one ", "会話", "'; DROP TABLE conversation;--", "x" * 500)
    store = opened()
    for number, name in enumerate(names):
        store.save(name, ConversationState(focus=(f"plan-{number}",)))
    assert [store.load(name).focus for name in names] == [(f"plan-{number}",) for number in range(len(names))]


def test_a_conversation_is_forgotten_after_the_retention_and_not_before(opened: Opener, path: Path) -> None:
    store = opened()
    for name, days in (("old", 31.0), ("young", 29.0)):
        store.save(name, STATE)
        age(path, name, days)
    store.close()
    reopened = opened(retention_days=30.0)
    assert reopened.load("old") == ConversationState()
    assert reopened.load("young") == STATE


def test_speaking_again_keeps_a_conversation_alive(opened: Opener, path: Path) -> None:
    store = opened()
    store.save("one", STATE)
    age(path, "one", 31.0)
    store.save("one", STATE)
    store.close()
    assert opened(retention_days=30.0).load("one") == STATE


@pytest.mark.parametrize("written", ["", "{", "[]", '{"of": "an older version"}', '{"focus": 3}'], ids=repr)
def test_a_state_that_cannot_be_read_starts_the_conversation_anew(opened: Opener, path: Path, written: str) -> None:
    store = opened()
    store.save("one", STATE)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE conversation SET state = ?", (written,))
    connection.close()
    assert store.load("one") == ConversationState()


def test_conversations_in_many_threads_are_not_mixed_up(opened: Opener) -> None:
    store = opened()

    def speak(number: int) -> ConversationState:
        store.save(f"session-{number}", ConversationState(focus=(f"plan-{number}",)))
        return store.load(f"session-{number}")

    with ThreadPoolExecutor(8) as pool:
        assert [state.focus for state in pool.map(speak, range(64))] == [(f"plan-{number}",) for number in range(64)]


def test_a_store_in_memory_keeps_nothing_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = ConversationStore(":memory:")
    store.save("one", STATE)
    assert store.load("one") == STATE
    store.close()
    assert list(tmp_path.iterdir()) == []
