"""What people say of the answers, in SQLite: the answers given of late, and 👍 or 👎 for them.

An answer is kept for as many days as the installation says, so that a rating can be read together with the
question and the citations that it is about, after a restart of the server too.
"""

import logging
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from assistant.ports import StreamingAssistant
from corpus.errors import NotFound
from corpus.records import Answer, Piece, Question, Record

logger = logging.getLogger(__name__)

Rating = Literal["up", "down"]

SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    answer_id TEXT PRIMARY KEY, session_id TEXT NOT NULL, given_at TEXT NOT NULL,
    question TEXT NOT NULL, answer TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS answers_given_at ON answers (given_at);
CREATE TABLE IF NOT EXISTS feedback (
    answer_id TEXT PRIMARY KEY REFERENCES answers (answer_id) ON DELETE CASCADE,
    rated_at TEXT NOT NULL, rating TEXT NOT NULL, reason TEXT, comment TEXT
);
"""


class Feedback(Record):
    """One person's rating of one answer; a second rating of the same answer takes the place of the first."""

    answer_id: str
    rating: Rating
    reason: str | None = None
    comment: str | None = None


class RatedAnswer(Record):
    """A rating together with what it is about; ``rated_at`` is UTC in ISO 8601."""

    rated_at: str
    feedback: Feedback
    question: str
    answer: Answer


class FeedbackStore:
    """Answers and their ratings in one SQLite file; safe to call from several threads."""

    def __init__(self, path: Path, retention_days: int) -> None:
        """Open or make the file at ``path`` and drop what is older than ``retention_days``."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        # Without a write-ahead log, each answer would wait for the disk.
        self._connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
        self._connection.executescript("PRAGMA foreign_keys = ON;" + SCHEMA)
        self._forget_before(datetime.now(UTC) - timedelta(days=retention_days))

    def remember(self, question: Question, answer: Answer) -> None:
        """Keep an answer that was given, so that it can be rated."""
        kept = answer.model_dump_json(exclude={"projects": {"__all__": {"sources"}}})
        row = (answer.answer_id, answer.session_id, _now(), question.text, kept)
        with self._lock:
            self._connection.execute("INSERT OR IGNORE INTO answers VALUES (?, ?, ?, ?, ?)", row)

    def rate(self, feedback: Feedback) -> None:
        """Keep a rating; raises ``NotFound`` for an answer that was never given or is no longer kept."""
        row = (feedback.answer_id, _now(), feedback.rating, feedback.reason, feedback.comment)
        try:
            with self._lock:
                self._connection.execute("INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?)", row)
        except sqlite3.IntegrityError as error:
            raise NotFound("評価の対象となる回答が見つかりませんでした。") from error

    def rated(self) -> Sequence[RatedAnswer]:
        """Every rating with its question and answer, oldest first."""
        columns = "f.rated_at, f.answer_id, f.rating, f.reason, f.comment, a.question, a.answer"
        select = f"SELECT {columns} FROM feedback f JOIN answers a USING (answer_id) ORDER BY f.rated_at, f.answer_id"
        with self._lock:
            rows = self._connection.execute(select).fetchall()
        return [
            RatedAnswer(
                rated_at=rated_at,
                feedback=Feedback(answer_id=answer_id, rating=rating, reason=reason, comment=comment),
                question=question,
                answer=Answer.model_validate_json(answer),
            )
            for rated_at, answer_id, rating, reason, comment, question, answer in rows
        ]

    def close(self) -> None:
        """Close the file; the store cannot be used afterwards."""
        with self._lock:
            self._connection.close()

    def _forget_before(self, moment: datetime) -> None:
        self._connection.execute("DELETE FROM answers WHERE given_at < ?", (moment.isoformat(),))


class RememberingAssistant:
    """An assistant whose answers can be rated, whichever face asked."""

    def __init__(self, assistant: StreamingAssistant, store: FeedbackStore) -> None:
        """Answer as ``assistant`` does, and keep each answer in ``store``."""
        self._assistant = assistant
        self._store = store

    def ask(self, question: Question) -> Answer:
        """Answer one question; a store that cannot be written never costs the citizen the answer."""
        return self._remember(question, self._assistant.ask(question))

    def stream(self, question: Question) -> Iterator[Piece]:
        """The same piece by piece; kept once it is whole."""
        for piece in self._assistant.stream(question):
            if piece.answer:
                self._remember(question, piece.answer)
            yield piece

    def _remember(self, question: Question, answer: Answer) -> Answer:
        try:
            self._store.remember(question, answer)
        except sqlite3.Error:
            logger.warning("the answer could not be kept for feedback", exc_info=True)
        return answer


def _now() -> str:
    return datetime.now(UTC).isoformat()
