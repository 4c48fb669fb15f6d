import re

import pytest

from corpus import errors
from corpus.errors import CorpusError, CorpusUnreadable, NoPlanFound, PlanAssistantError

CLASSES = [
    error for error in vars(errors).values() if isinstance(error, type) and issubclass(error, PlanAssistantError)
]


@pytest.mark.parametrize("error", CLASSES, ids=lambda error: error.__name__)
def test_every_error_has_one_line_of_its_own_for_citizens(error: type[PlanAssistantError]) -> None:
    message = error().user_message
    assert re.search(r"[ぁ-ん]", message)
    assert message.endswith("。")
    assert "\n" not in message
    assert message == str(error()) == error.user_message


def test_a_more_exact_message_takes_the_place_of_the_classs_own() -> None:
    error = CorpusUnreadable("plan.txt を開けません。")
    assert error.user_message == str(error) == "plan.txt を開けません。"
    assert CorpusUnreadable.user_message != error.user_message


def test_whatever_is_wrong_with_a_corpus_is_one_kind_of_error() -> None:
    assert issubclass(CorpusUnreadable, CorpusError)
    assert issubclass(NoPlanFound, CorpusError)
