"""An answer on its way with a model in the loop: what the reader has before the model says anything."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from assistant.chain import PlanAssistant, build_assistant
from assistant.conversation import ConversationStore
from assistant.generate.writer import Budget, Writer
from corpus.records import Question

if TYPE_CHECKING:
    from vectorstore.index import Index

ASKED = Question(text="設計事務の担当課はどこですか")
Model = Callable[..., Any]


def _assistant(index: "Index", model: Any, **budget: float) -> PlanAssistant:  # noqa: ANN401 - scripted
    writer = Writer(model, index.catalogue, Budget(**budget))  # type: ignore[arg-type]
    return build_assistant(index, ConversationStore(":memory:"), writer=writer)


def test_the_citations_are_there_before_the_model_is_asked(plan_index: "Index", scripted_model: Model) -> None:
    model = scripted_model(["設計事務は、公的不動産活用課が担当しています。[1]"])
    pieces = _assistant(plan_index, model).stream(ASKED)
    found = next(pieces).found
    assert [citation.project_name for citation in found or ()][:1] == ["設計事務"]
    assert model.asked == []
    rest = list(pieces)
    assert "担当しています" in (rest[0].text or "")
    assert len(model.asked) == 1


def test_a_silent_model_leaves_the_answer_that_there_is_without_one(plan_index: "Index", scripted_model: Model) -> None:
    model = scripted_model([""], held=threading.Event())
    *_, whole = _assistant(plan_index, model, first_piece_s=0.2, answer_s=0.4).stream(ASKED)
    plain = build_assistant(plan_index, ConversationStore(":memory:")).ask(ASKED)
    assert whole.answer is not None
    assert (whole.answer.answer, whole.answer.citations) == (plain.answer, plain.citations)
    assert whole.answer.generated_by.source == "composer"
