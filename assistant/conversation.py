"""What a conversation remembers from one question to the next, kept in SQLite so that a restart loses nothing."""

import sqlite3
import threading
import time
from pathlib import Path

from pydantic import ValidationError

from assistant.understand.question import FieldName, Filters, Operation
from corpus.records import Choice, Record

_SCHEMA = """
CREATE TABLE IF NOT EXISTS conversation (
  session_id TEXT PRIMARY KEY, state TEXT NOT NULL, updated_at REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS conversation_updated_at ON conversation (updated_at);
"""
_DAY_S = 86_400.0


class ConversationState(Record):
    """What the last answers spoke of: ``focus`` is the subject, ``shown`` the last list, in its order.

    ``counter`` is True where it was an everyday application that branch offices take too.
    """

    focus: tuple[str, ...] = ()
    focus_before: tuple[str, ...] = ()
    counter: bool = False
    shown: tuple[str, ...] = ()
    divisions: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    field: FieldName | None = None
    operation: Operation | None = None
    filters: Filters | None = None
    choices: tuple[Choice, ...] = ()

    @property
    def field_of_branches(self) -> bool:
        """Whether branch offices themselves were spoken of."""
        return bool(self.divisions) and all(name.endswith(("支所", "出張所", "センター")) for name in self.divisions)


class ConversationStore:
    """Conversation states by session id, in one SQLite file (``:memory:`` for none); safe across threads."""

    def __init__(self, path: Path | str, retention_days: float = 30.0) -> None:
        if isinstance(path, Path):
            path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(path, check_same_thread=False)
        self._connection.executescript(_SCHEMA)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._forget_before(time.time() - retention_days * _DAY_S)

    def load(self, session_id: str) -> ConversationState:
        """The session's state; an empty one where nothing (or nothing readable) is kept."""
        with self._lock:
            query = "SELECT state FROM conversation WHERE session_id = ?"
            row = self._connection.execute(query, (session_id,)).fetchone()
        try:
            return ConversationState.model_validate_json(row[0]) if row else ConversationState()
        except ValidationError:  # written by an older version: the conversation starts anew
            return ConversationState()

    def save(self, session_id: str, state: ConversationState) -> None:
        """Keep the state, in place of what the session had."""
        with self._lock, self._connection:
            self._connection.execute(
                "INSERT INTO conversation VALUES (?, ?, ?) ON CONFLICT(session_id) DO UPDATE SET "
                "state = excluded.state, updated_at = excluded.updated_at",
                (session_id, state.model_dump_json(), time.time()),
            )

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _forget_before(self, moment: float) -> None:
        with self._lock, self._connection:
            self._connection.execute("DELETE FROM conversation WHERE updated_at < ?", (moment,))
