"""The store of answers and ratings."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.feedback import Exchange, Feedback, FeedbackStore, Rating, RememberingAssistant
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


def test_a_rating_comes_with_its_answer_and_the_conversation_until_then(
    scripted: StreamingAssistant, feedback_store: FeedbackStore
) -> None:
    assistant = RememberingAssistant(scripted, feedback_store)
    first = assistant.ask(ASKED)
    second = assistant.ask(Question(text="全部の事業は？", session_id=first.session_id))
    assistant.ask(Question(text="ほかの人の質問", session_id="another"))
    assistant.ask(Question(text="その後の質問", session_id=first.session_id))
    feedback_store.rate(Feedback(answer_id=second.answer_id, rating="down", reason="担当が違う", comment="別の課では"))
    (rated,) = feedback_store.rated()
    assert (rated.feedback.reason, rated.feedback.comment) == ("担当が違う", "別の課では")
    assert (rated.question, rated.answer.citations) == ("全部の事業は？", second.citations)
    assert rated.conversation == (
        Exchange(question=ASKED.text, status="answered", answer=first.answer),
        Exchange(question="全部の事業は？", status="answered", answer=second.answer),
    )


def test_rating_again_replaces_the_first_rating(scripted: StreamingAssistant, feedback_store: FeedbackStore) -> None:
    answer = RememberingAssistant(scripted, feedback_store).ask(ASKED)
    feedback_store.rate(Feedback(answer_id=answer.answer_id, rating="down", reason="古い"))
    feedback_store.rate(Feedback(answer_id=answer.answer_id, rating="up"))
    (rated,) = feedback_store.rated()
    assert rated.feedback == Feedback(answer_id=answer.answer_id, rating="up")


def test_ratings_are_chosen_by_kind_and_by_day(scripted: StreamingAssistant, feedback_store: FeedbackStore) -> None:
    assistant = RememberingAssistant(scripted, feedback_store)
    ratings: tuple[Rating, ...] = ("up", "down")
    for rating in ratings:
        feedback_store.rate(Feedback(answer_id=assistant.ask(ASKED).answer_id, rating=rating))
    assert [rated.feedback.rating for rated in feedback_store.rated(rating="down")] == ["down"]
    now = datetime.now(UTC)
    assert len(feedback_store.rated(since=now - timedelta(minutes=5))) == 2
    assert feedback_store.rated(since=now + timedelta(minutes=5)) == []


def test_personal_data_is_masked_before_anything_of_it_is_stored(
    scripted: StreamingAssistant, feedback_store: FeedbackStore, tmp_path: Path
) -> None:
    asked = Question(text="090-1234-5678に電話をください。番号は1234 5678 9018です")
    answer = RememberingAssistant(scripted, feedback_store).ask(asked)
    said = Feedback(answer_id=answer.answer_id, rating="down", reason="0467123456", comment="taro@example.com まで")
    feedback_store.rate(said)
    (rated,) = feedback_store.rated()
    assert rated.question == "＊＊＊-＊＊＊＊-＊＊＊＊に電話をください。番号は＊＊＊＊ ＊＊＊＊ ＊＊＊＊です"
    assert (rated.feedback.reason, rated.feedback.comment) == ("＊" * 10, "＊＊＊＊@＊＊＊＊＊＊＊.＊＊＊ まで")
    feedback_store.close()
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for typed in (b"1234-5678", b"1234 5678 9018", b"0467123456", b"taro@example"):
        assert typed not in stored


def test_a_file_of_the_first_version_gains_conversations_and_loses_personal_data(
    scripted: StreamingAssistant, tmp_path: Path
) -> None:
    path = tmp_path / "old.sqlite3"
    first, second = (scripted.ask(Question(text=ASKED.text, session_id="s")) for _ in range(2))
    with sqlite3.connect(path) as connection:
        connection.executescript(
            """CREATE TABLE answers (answer_id TEXT PRIMARY KEY, session_id TEXT NOT NULL, given_at TEXT NOT NULL,
            question TEXT NOT NULL, answer TEXT NOT NULL);
            CREATE TABLE feedback (answer_id TEXT PRIMARY KEY REFERENCES answers (answer_id) ON DELETE CASCADE,
            rated_at TEXT NOT NULL, rating TEXT NOT NULL, reason TEXT, comment TEXT);"""
        )
        now = datetime.now(UTC).isoformat()
        for answer, question in ((first, "電話は090-1234-5678"), (second, "では？")):
            row = (answer.answer_id, "s", now, question, answer.model_dump_json())
            connection.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?)", row)
        connection.execute("INSERT INTO feedback VALUES (?, ?, 'down', '古い', NULL)", (second.answer_id, now))
    connection.close()

    for _ in range(2):  # opened for the second time, it is up to date already
        store = FeedbackStore(path, retention_days=30)
        (rated,) = store.rated()
        store.close()
        assert [said.question for said in rated.conversation] == ["電話は＊＊＊-＊＊＊＊-＊＊＊＊", "では？"]


def test_a_store_that_cannot_be_written_does_not_cost_the_answer(
    scripted: StreamingAssistant, feedback_store: FeedbackStore
) -> None:
    feedback_store.close()
    assert RememberingAssistant(scripted, feedback_store).ask(ASKED).status == "answered"


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "feedback.sqlite3").write_bytes(b"not a database at all " * 100)
    with pytest.raises(sqlite3.DatabaseError):
        FeedbackStore(tmp_path / "feedback.sqlite3", retention_days=30)
