"""What people say of the answers, in SQLite: the answers given of late, and 👍 or 👎 for them.

An answer is kept for as many days as the installation says, so that a rating can be read together with the
question, the citations and the conversation that it is about, after a restart of the server too. Personal data in
what somebody typed is masked before it is kept.
"""

import json
import logging
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from assistant.ports import StreamingAssistant
from assistant.privacy import mask_personal_data
from corpus.errors import NotFound
from corpus.records import Answer, Piece, Question, Record, Status

logger = logging.getLogger(__name__)

Rating = Literal["up", "down"]

SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    answer_id TEXT PRIMARY KEY, session_id TEXT NOT NULL, given_at TEXT NOT NULL,
    question TEXT NOT NULL, answer TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS answers_given_at ON answers (given_at);
CREATE INDEX IF NOT EXISTS answers_of_session ON answers (session_id);
CREATE TABLE IF NOT EXISTS feedback (
    answer_id TEXT PRIMARY KEY REFERENCES answers (answer_id) ON DELETE CASCADE,
    rated_at TEXT NOT NULL, rating TEXT NOT NULL, reason TEXT, comment TEXT
);
"""
# The form of a file that has the conversation with each rating; a file without any number is older.
FORM = 1
# Of a conversation that somebody's program has made endless, this much is kept with a rating.
LONGEST_CONVERSATION = 100


class Feedback(Record):
    """One person's rating of one answer; a second rating of the same answer takes the place of the first."""

    answer_id: str
    rating: Rating
    reason: str | None = None
    comment: str | None = None


class Exchange(Record):
    """One question of a conversation and what was answered."""

    question: str
    status: Status
    answer: str


class RatedAnswer(Record):
    """A rating together with what it is about; ``rated_at`` is UTC in ISO 8601.

    ``conversation`` is what was said in the session until then, oldest first; the last exchange is the rated one.
    """

    rated_at: str
    feedback: Feedback
    question: str
    answer: Answer
    conversation: tuple[Exchange, ...] = ()


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
        self._bring_up_to_date()

    def remember(self, question: Question, answer: Answer) -> None:
        """Keep an answer that was given, so that it can be rated; personal data in the question is masked."""
        kept = answer.model_dump_json(exclude={"projects": {"__all__": {"sources"}}})
        row = (answer.answer_id, answer.session_id, _now(), mask_personal_data(question.text), kept)
        with self._lock:
            self._connection.execute("INSERT OR IGNORE INTO answers VALUES (?, ?, ?, ?, ?)", row)

    def rate(self, feedback: Feedback) -> None:
        """Keep a rating, personal data in its words masked, with the conversation so far.

        A second rating of an answer replaces the first. Raises ``NotFound`` for an answer that was never given or is
        no longer kept.
        """
        words = (_masked(feedback.reason), _masked(feedback.comment))
        with self._lock:
            conversation = self._conversation_until(feedback.answer_id)
            if not conversation:
                raise NotFound("評価の対象となる回答が見つかりませんでした。")
            row = (feedback.answer_id, _now(), feedback.rating, *words, conversation)
            self._connection.execute("INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?, ?)", row)

    def rated(self, since: datetime | None = None, rating: Rating | None = None) -> Sequence[RatedAnswer]:
        """Every rating (or those given since, or of that kind) with what it is about, oldest first."""
        select = (
            "SELECT f.rated_at, f.answer_id, f.rating, f.reason, f.comment, f.conversation, a.question, a.answer"
            " FROM feedback f JOIN answers a USING (answer_id)"
            " WHERE f.rated_at >= ? AND f.rating LIKE ? ORDER BY f.rated_at, f.answer_id"
        )
        earliest = since.astimezone(UTC).isoformat() if since else ""
        with self._lock:
            rows = self._connection.execute(select, (earliest, rating or "%")).fetchall()
        return [
            RatedAnswer(
                rated_at=rated_at,
                feedback=Feedback(answer_id=answer_id, rating=given, reason=reason, comment=comment),
                question=question,
                answer=Answer.model_validate_json(answer),
                conversation=json.loads(conversation),
            )
            for rated_at, answer_id, given, reason, comment, conversation, question, answer in rows
        ]

    def close(self) -> None:
        """Close the file; the store cannot be used afterwards."""
        with self._lock:
            self._connection.close()

    def _forget_before(self, moment: datetime) -> None:
        self._connection.execute("DELETE FROM answers WHERE given_at < ?", (moment.isoformat(),))

    def _conversation_until(self, answer_id: str) -> str:
        """What was said in the answer's session up to it, as JSON; nothing where there is no such answer."""
        select = (
            "SELECT earlier.question, earlier.answer FROM answers rated JOIN answers earlier USING (session_id)"
            " WHERE rated.answer_id = ? AND earlier.rowid <= rated.rowid ORDER BY earlier.rowid DESC LIMIT ?"
        )
        rows = self._connection.execute(select, (answer_id, LONGEST_CONVERSATION)).fetchall()
        said = [(question, json.loads(answer)) for question, answer in reversed(rows)]
        exchanges = [{"question": q, "status": a["status"], "answer": a["answer"]} for q, a in said]
        return json.dumps(exchanges, ensure_ascii=False) if exchanges else ""

    def _bring_up_to_date(self) -> None:
        """Give a file of an earlier version the conversations, and mask what it kept as it was typed."""
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")  # another process may open the file at the same moment
        if execute("PRAGMA user_version").fetchone()[0] < FORM:
            self._connection.create_function("masked", 1, _masked)
            execute("ALTER TABLE feedback ADD COLUMN conversation TEXT NOT NULL DEFAULT '[]'")
            execute("UPDATE answers SET question = masked(question)")
            execute("UPDATE feedback SET reason = masked(reason), comment = masked(comment)")
            for (answer_id,) in execute("SELECT answer_id FROM feedback").fetchall():
                kept = (self._conversation_until(answer_id), answer_id)
                execute("UPDATE feedback SET conversation = ? WHERE answer_id = ?", kept)
            execute(f"PRAGMA user_version = {FORM}")
        execute("COMMIT")


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


def _masked(words: str | None) -> str | None:
    return words and mask_personal_data(words)


def _now() -> str:
    return datetime.now(UTC).isoformat()
