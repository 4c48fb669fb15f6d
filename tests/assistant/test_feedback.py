"""The store of answers and ratings."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.feedback import Feedback, FeedbackStore, RememberingAssistant
from assistant.ports import StreamingAssistant
from corpus.errors import NotFound
from corpus.records import Question

ASKED = Question(text="道路の補修はどの課？")


def test_an_answer_older_than_the_retention_is_forgotten_with_its_rating(
    scripted: StreamingAssistant, feedback_store: FeedbackStore, tmp_path: Path
) -> None:
    answer = RememberingAssistant(scripted, feedback_store).ask(ASKED)
    feedback_store.rate(Feedback(answer_id=answer.answer_id, rating="up"))
    feedback_store.close()
    path = tmp_path / "feedback.sqlite3"
    with sqlite3.connect(path) as connection:
        old = (datetime.now(UTC) - timedelta(days=31)).isoformat()
        connection.execute("UPDATE answers SET given_at = ?", (old,))
    connection.close()

    reopened = FeedbackStore(path, retention_days=30)
    assert reopened.rated() == []
    with pytest.raises(NotFound):
        reopened.rate(Feedback(answer_id=answer.answer_id, rating="up"))
    reopened.close()


def test_a_store_that_cannot_be_written_does_not_cost_the_answer(
    scripted: StreamingAssistant, feedback_store: FeedbackStore
) -> None:
    feedback_store.close()
    assert RememberingAssistant(scripted, feedback_store).ask(ASKED).status == "answered"


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "feedback.sqlite3").write_bytes(b"not a database at all " * 100)
    with pytest.raises(sqlite3.DatabaseError):
        FeedbackStore(tmp_path / "feedback.sqlite3", retention_days=30)
