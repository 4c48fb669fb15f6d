"""A division that carries projects may be asked for as a related one of others."""

from collections.abc import Callable, Sequence

import pytest

from assistant.conversation import ConversationState
from assistant.understand.question import Understanding
from corpus.records import Project

Ask = Callable[[str, ConversationState], Understanding]


def _project(name: str, division: str, related: tuple[str, ...] = ()) -> Project:
    return Project(
        id=name, name=name, divisions=(division,), related_divisions=related, content="岸壁を直します。",
        document_id="d", section="実施事業", page=1, priority=bool(related),
    )  # fmt: skip


PLAN = (_project("岸壁改修事業", "港湾課", ("防災課",)), _project("避難訓練事業", "防災課"))


@pytest.fixture(scope="module")
def ask(ask_of: Callable[[Sequence[Project]], Ask]) -> Ask:
    """Questions about two projects, the one's division related to the other."""
    return ask_of(PLAN)


@pytest.mark.parametrize(
    "text",
    [
        "関連課に防災課が入っている事業をすべて",
        "防災課が関連課になっている重点事業は",
        "関連課の欄に防災課とある事業",
        "防災課が関連課の事業を教えて",
    ],
)
def test_it_is_read_in_the_role_that_the_question_gives_it(ask: Ask, text: str) -> None:
    read = ask(text, ConversationState())
    assert read.filters is not None
    assert (read.filters.related_division, read.divisions) == ("防災課", ())


@pytest.mark.parametrize("text", ["防災課の事業の関連課は", "防災課の事業を全部", "関連課に港湾課が入っている事業"])
def test_it_stays_a_division_in_charge_elsewhere(ask: Ask, text: str) -> None:
    read = ask(text, ConversationState())
    assert read.divisions
    assert read.filters is None or read.filters.related_division is None
