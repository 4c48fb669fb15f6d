"""A conversation that its client keeps goes on as one that we keep: its questions alone decide what is meant."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from corpus.records import Answer, Question

if TYPE_CHECKING:
    from assistant.chain import PlanAssistant

CONVERSATIONS = [
    ("公共施設再編事業の所管課は？", "事業CDは？", "令和6年度の予定は？"),
    ("市民課の事業を教えて", "2番目の所管課は？"),
    ("道路の事業は何件？", "そのうち重点事業は？", "一番費用が大きいのは？"),
]


@pytest.mark.parametrize("questions", CONVERSATIONS, ids=lambda questions: questions[0])
def test_the_same_questions_get_the_same_answers_whoever_keeps_them(
    assistant: "PlanAssistant", talk: Callable[..., list[Answer]], questions: tuple[str, ...]
) -> None:
    kept_by_us = talk(*questions)
    for at, expected in enumerate(kept_by_us):
        answer = assistant.ask(Question(text=questions[at], earlier=questions[:at]))
        assert answer.answer == expected.answer
        assert answer.citations == expected.citations


def test_an_edited_question_leaves_nothing_of_what_it_was(assistant: "PlanAssistant") -> None:
    def cost_after(name: str) -> str:
        return assistant.ask(Question(text="事業CDは？", earlier=(f"{name}の所管課は？",))).answer

    assert cost_after("公共施設再編事業") == cost_after("公共施設再編事業") != cost_after("戸籍・住基一般事務")


def test_what_was_kept_by_the_client_goes_on_in_the_session_that_it_got(assistant: "PlanAssistant") -> None:
    first = assistant.ask(Question(text="所管課は？", earlier=("公共施設再編事業の事業CDは？",)))
    then = assistant.ask(Question(text="事業CDは？", session_id=first.session_id))
    assert "0-2-1-3" in then.answer
