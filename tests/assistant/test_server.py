"""Loading behind an open port."""

import socket
from collections.abc import Callable

import pytest

from assistant import server
from assistant.api.service import Library, Service, Shelf
from assistant.feedback import Feedback, FeedbackStore
from corpus.errors import IndexFault, InvalidSettings, NoPlanFound, PlanAssistantError
from corpus.records import Question


@pytest.fixture
def empty(feedback_store: FeedbackStore) -> Service:
    """A service that waits for its library."""
    return Service(Shelf(), feedback_store)


def _raising(error: Exception) -> Callable[[], Library]:
    def load() -> Library:
        raise error

    return load


def test_a_loaded_library_answers_and_its_answers_can_be_rated(empty: Service, service: Service) -> None:
    server.fill_shelf(empty, service.shelf.library)
    answer = empty.shelf.library().assistant.ask(Question(text="道路の補修はどの課？"))
    empty.feedback.rate(Feedback(answer_id=answer.answer_id, rating="up"))
    assert b'plan_assistant_answers_total{status="answered"} 1.0' in empty.metrics.text()


@pytest.mark.parametrize(
    ("raised", "served"), [(NoPlanFound(), NoPlanFound), (RuntimeError("a bug"), IndexFault)], ids=["ours", "a bug"]
)
def test_what_keeps_the_library_from_loading_is_served_in_its_place(
    empty: Service, raised: Exception, served: type[PlanAssistantError]
) -> None:
    server.fill_shelf(empty, _raising(raised))
    with pytest.raises(served):
        empty.shelf.library()
    assert not empty.shelf.is_filled


def test_a_port_in_use_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InvalidSettings, match=f"127.0.0.1 のポート {port} で待ち受けられません"):
            server.open_port("127.0.0.1", port)


def test_an_address_that_is_not_ours_is_named() -> None:
    with pytest.raises(InvalidSettings, match="HOST と PORT を確かめてください"):
        server.open_port("192.0.2.1", 8000)
