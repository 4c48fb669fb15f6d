"""The conversation as the browser keeps it."""

import pytest

from corpus.records import Answer, Question
from ui.ask.conversation import MAX_STORED_CHARACTERS, MAX_TURNS, Conversation
from ui.ask.handlers import Handlers


@pytest.fixture
def answer(handlers: Handlers) -> Answer:
    return handlers.context.get_assistant().ask(Question(text="すべての事業は"))


def test_what_is_stored_comes_back(answer: Answer) -> None:
    conversation = Conversation().asking("すべての事業は").answered(answer).asking("次").failed("後でお試しください。")
    assert Conversation.restore(conversation.store()) == conversation


@pytest.mark.parametrize("stored", [None, "", "{", "[]", '{"turns": 3}', '{"extra": 1}'])
def test_what_cannot_be_read_is_an_empty_conversation(stored: str | None) -> None:
    assert Conversation.restore(stored) == Conversation()


def test_follow_ups_belong_to_the_session_of_the_answer(answer: Answer) -> None:
    assert Conversation().asking("質問").answered(answer).session_id == answer.session_id


def test_a_failure_keeps_the_session(answer: Answer) -> None:
    conversation = Conversation().asking("質問").answered(answer).asking("次").failed("後でお試しください。")
    assert conversation.session_id == answer.session_id


def test_only_the_latest_turns_are_kept() -> None:
    conversation = Conversation()
    for number in range(MAX_TURNS + 5):
        conversation = conversation.asking(f"質問{number}")
    assert [conversation.turns[0].question, len(conversation.turns)] == ["質問5", MAX_TURNS]


def test_a_large_conversation_is_stored_without_its_oldest_turns(answer: Answer) -> None:
    long = answer.model_copy(update={"answer": "あ" * (MAX_STORED_CHARACTERS // 3)})
    conversation = Conversation()
    for number in range(4):
        conversation = conversation.asking(f"質問{number}").answered(long)
    stored = conversation.store()
    assert len(stored) <= MAX_STORED_CHARACTERS
    assert [turn.question for turn in Conversation.restore(stored).turns] == ["質問2", "質問3"]


def test_listed_projects_are_kept_without_what_the_page_does_not_show(answer: Answer) -> None:
    kept = Conversation().asking("すべて").answered(answer).turns[0].answer
    assert kept is not None
    assert [project.name for project in kept.projects] == ["図書館運営事業", "公園整備事業"]
    assert not any(project.sources or project.schedule or project.content for project in kept.projects)


def test_a_citation_is_found_by_turn_and_marker(answer: Answer) -> None:
    conversation = Conversation().asking("すべて").answered(answer)
    found = conversation.citation(0, 2)
    assert found is not None
    assert found.project_name == "公園整備事業"
    assert conversation.citation(0, 3) is None
    assert conversation.citation(7, 1) is None
    assert conversation.citation(-1, 1) is None
