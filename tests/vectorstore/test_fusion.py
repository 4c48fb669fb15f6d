import numpy as np
import pytest

from vectorstore.fusion import standardise


def test_scores_are_put_on_the_scale_of_their_standard_deviation() -> None:
    np.testing.assert_allclose(standardise(np.array([1.0, 2.0, 3.0])), [-(1.5**0.5), 0, 1.5**0.5])


@pytest.mark.parametrize("scores", [[], [0.5], [0.3, 0.3, 0.3]], ids=["none", "one", "all alike"])
def test_scores_that_say_nothing_count_nothing(scores: list[float]) -> None:
    assert standardise(np.array(scores)).tolist() == [0.0] * len(scores)
