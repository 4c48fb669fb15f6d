"""👍 and 👎 as HTML: below every answer, hostile data escaped."""

import pytest

from corpus.catalogue import Catalogue
from corpus.records import Answer, Choice, Edition, Status
from ui.ask.conversation import Conversation
from ui.ask.render import render_conversation
from ui.texts import load_texts

HOSTILE = '"><script>alert(1)</script>'


def _conversation(answer_id: str = "answer-1", status: Status = "answered", **more: object) -> Conversation:
    fields = {"answer_id": answer_id, "session_id": "s", "status": status, "answer": "本文", "citations": (), **more}
    answer = Answer.model_validate({**fields, "edition": Edition(title="計画", period=""), "elapsed_ms": 1.0})
    return Conversation().asking("質問").answered(answer)


@pytest.mark.parametrize("status", ["answered", "clarify", "not_found"])
def test_every_answer_can_be_rated(catalogue: Catalogue, status: Status) -> None:
    html = render_conversation(_conversation(status=status), catalogue, load_texts())
    assert html.count('data-feedback="answer-1"') == html.count('data-rate="up"') == html.count('data-rate="down"') == 1


def test_a_question_without_an_answer_cannot_be_rated(catalogue: Catalogue) -> None:
    failed = Conversation().asking("質問").failed("後でお試しください。")
    assert "data-rate" not in render_conversation(failed, catalogue, load_texts())


def test_hostile_data_is_escaped(catalogue: Catalogue) -> None:
    topic = Choice(label=HOSTILE, question=HOSTILE)
    html = render_conversation(_conversation(HOSTILE, nearest=(topic,)), catalogue, load_texts())
    assert "<script" not in html
    assert 'data-feedback="&#34;&gt;&lt;script' in html


def test_near_topics_stand_under_a_heading_that_says_they_are_no_answer(catalogue: Catalogue) -> None:
    near = (Choice(label="公園整備事業", question="公園整備事業の内容は？", project_ids=("mihon-2",)),)
    conversation = _conversation(status="not_found", nearest=near)
    html = render_conversation(conversation, catalogue, load_texts())
    heading = html.index("計画にある近い話題（お答えではありません）")
    assert heading < html.index('data-ask="公園整備事業の内容は？"')
    assert "近い話題" not in render_conversation(_conversation(status="not_found"), catalogue, load_texts())
    assert 'data-ask="公園整備事業の内容は？"' not in render_conversation(
        conversation.asking("次"), catalogue, load_texts()
    )
