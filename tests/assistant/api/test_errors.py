"""The table from error class to status."""

import inspect

import pytest

from assistant.api.errors import STATUS, error_code, status_of
from corpus import errors

CLASSES = [
    value for _, value in inspect.getmembers(errors, inspect.isclass) if issubclass(value, errors.PlanAssistantError)
]


@pytest.mark.parametrize("kind", CLASSES)
def test_every_error_has_a_status_and_a_japanese_sentence(kind: type[errors.PlanAssistantError]) -> None:
    assert 400 <= STATUS[kind] < 600
    assert any("ぁ" <= character <= "ん" for character in kind.user_message)
    assert kind.user_message.endswith("。")


def test_only_a_fault_of_ours_is_a_500() -> None:
    assert [kind for kind, status in STATUS.items() if status == 500] == [errors.PlanAssistantError]


def test_a_class_that_the_table_does_not_know_has_its_parents_status() -> None:
    class IndexTooOld(errors.IndexIncompatible):
        """Made up."""

    assert status_of(IndexTooOld()) == 503
    assert error_code(IndexTooOld()) == "index_too_old"
