"""What a conversation remembers from one question to the next, kept in SQLite so that a restart loses nothing."""

import sqlite3
import threading
import time
from pathlib import Path

from pydantic import ValidationError

from assistant.understand.filters import Filters
from assistant.understand.question import FieldName, Operation
from corpus.records import Choice, Record

_SCHEMA = """
CREATE TABLE IF NOT EXISTS conversation (
  session_id TEXT PRIMARY KEY, state TEXT NOT NULL, updated_at REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS conversation_updated_at ON conversation (updated_at);
"""
_DAY_S = 86_400.0
_LONGEST_MEMORY = 12
BRANCH_SUFFIXES = ("支所", "出張所", "センター")


class Spoken(Record):
    """What one answer spoke of: ``focus`` is the subject, ``shown`` the list that was shown, in its order.

    ``counter`` is True where it was an everyday application that branch offices take too; ``attribute`` is a fact
    that the plan does not state; ``predicate`` what was asked of something outside the projects (いつ策定？), and
    ``subject`` what that was; ``rank`` the place in an order; ``by_matter`` is True where the subject was found by
    a matter that the question named, not by its own name; ``asked`` the question itself as it was read and ``said``
    as it was put;
    ``claimed`` what was claimed of the one project that it was about, as that is in truth;
    ``inherited`` is True where the question took its subject over, ``named`` are the divisions that it asked about;
    ``picked_from`` are the choices that one was picked of; ``items`` those of a schedule that were shown, ``passages``
    and ``quotes`` what was shown of the text around the tables; ``near`` the topics named beside a refusal.
    """

    focus: tuple[str, ...] = ()
    counter: bool = False
    shown: tuple[str, ...] = ()
    divisions: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    field: FieldName | None = None
    operation: Operation | None = None
    filters: Filters | None = None
    attribute: str | None = None
    predicate: str = ""
    subject: str = ""
    rank: int = 1
    by_matter: bool = False
    asked: str = ""
    said: str = ""
    claimed: Filters | None = None
    inherited: bool = False
    named: tuple[str, ...] = ()
    picked_from: tuple[Choice, ...] = ()
    items: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    text_kind: str = ""
    near: tuple[str, ...] = ()


class ConversationState(Spoken):
    """What the last answer spoke of, what answers ``before`` it did (oldest first), and the choices just offered.

    ``clarified`` is the question that they were offered for, ``refused`` one that the plan had nothing of.
    """

    before: tuple[Spoken, ...] = ()
    choices: tuple[Choice, ...] = ()
    clarified: str = ""
    refused: str = ""

    @property
    def field_of_branches(self) -> bool:
        """Whether branch offices themselves were spoken of."""
        return bool(self.divisions) and all(name.endswith(BRANCH_SUFFIXES) for name in self.divisions)

    @property
    def is_under_way(self) -> bool:
        """Whether anything was spoken of yet."""
        return bool(self.focus or self.divisions)

    def then(self, spoken: Spoken) -> "ConversationState":
        """The state after one more answer."""
        last = Spoken(**{name: getattr(self, name) for name in Spoken.model_fields})
        before = (*self.before, last)[-_LONGEST_MEMORY:] if self.is_under_way or self.subject else self.before
        return ConversationState(**dict(spoken), before=before)

    def back_at(self, earlier: Spoken) -> "ConversationState":
        """The state as if the earlier answer were the last."""
        return self if earlier is self else ConversationState(**dict(earlier), before=self.before)


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
