"""The check of worded answers over the sentences written for it: no false one passes, hardly a good one is held."""

from typing import TYPE_CHECKING

import pytest

from assistant.chain import build_assistant
from assistant.conversation import ConversationStore
from evals.generation.measure import SETS, Measured, measure

if TYPE_CHECKING:
    from vectorstore.index import Index

# Not a unit test: hundreds of wordings against the real assistant.
pytestmark = pytest.mark.slow

MOST_HELD_BACK = 0.03


@pytest.fixture(scope="module")
def measured(plan_index: "Index") -> list[Measured]:
    """All sets, over the shipped plan."""
    return measure(build_assistant(plan_index, ConversationStore(":memory:")), plan_index.catalogue)


def test_no_false_sentence_passes(measured: list[Measured]) -> None:
    passed = [o.attempt.sentence for one in measured if one.expected == "caught" for o in one.misses]
    assert passed == []


def test_hardly_a_good_sentence_is_held_back(measured: list[Measured]) -> None:
    good = [one for one in measured if one.expected == "passed"]
    held_back = [o.attempt.sentence for one in good for o in one.misses]
    assert len(held_back) <= MOST_HELD_BACK * sum(len(one.outcomes) for one in good), held_back


def test_the_sets_are_as_large_and_as_varied_as_they_are_said_to_be(measured: list[Measured]) -> None:
    sizes = {one.name: (len(one.outcomes), len({o.attempt.question for o in one.outcomes})) for one in measured}
    assert sizes.keys() == SETS.keys()
    assert sizes["adversarial"] >= (80, 20)
    assert sizes["good"] >= (110, 25)
