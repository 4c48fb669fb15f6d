"""Another place in a question: asked about, or only where somebody moves to or comes from."""

from collections.abc import Callable, Sequence

import pytest

from assistant.conversation import ConversationState
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import find_topics
from corpus.records import Project

Ask = Callable[[str, ConversationState], Understanding]


@pytest.fixture
def ask(ask_of: Callable[[Sequence[Project]], Ask]) -> Ask:
    """Questions on a plan with the register of residents."""
    register = Project(
        id="d-1", document_id="d", section="", name="住民記録事務", divisions=("窓口課",),
        content="住民異動の届出を受けます。", page=1,
    )  # fmt: skip
    return ask_of([register])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("大阪に引っ越します", None, id="where one moves to"),
        pytest.param("仙台市から引っ越してきた", None, id="where one comes from"),
        pytest.param("大阪の転入届", "大阪", id="another city's office"),
        pytest.param("仙台市に転入する手続き", "仙台", id="what is done where one arrives"),
    ],
)
def test_a_place_moved_to_is_not_another_city_asked_about(ask: Ask, text: str, place: str | None) -> None:
    read = ask(text, ConversationState())
    assert (read.other_place or "")[: len(place or "")] == (place or "")
    assert bool(read.other_place) is bool(place)


def test_a_place_moved_to_is_no_matter(ask: Ask) -> None:
    assert "大阪" not in ask("大阪に引っ越します", ConversationState()).subject_words


def test_a_word_that_begins_within_a_compound_does_not_cut_it_off() -> None:
    assert any("相続税" in hit.topic.name for hit in find_topics("相続税の相談"))


def test_what_the_question_comes_to_is_told_from_what_it_mentions(ask: Ask) -> None:
    assert ask("相続税の相談", ConversationState()).absent_ends
    assert not ask("相続税の相談に来た人の転入届", ConversationState()).absent_ends
