import numpy as np
import pytest
from scipy.sparse import csr_array

from vectorstore.terms import TermIndex


def test_a_rare_term_in_common_makes_more_alike_than_a_frequent_one() -> None:
    index = TermIndex(csr_array(np.array([[1.0, 1, 0], [1, 0, 1], [1, 0, 0]])))
    frequent, rare = (index.similarities(csr_array(np.array([row]))) for row in ([1.0, 0, 0], [0, 1.0, 0]))
    assert rare[0] > frequent[0] > 0
    assert rare[1] == rare[2] == 0


def test_similarity_is_the_cosine_of_terms_weighted_by_their_rarity() -> None:
    rows = np.array([[2.0, 1, 0], [0, 3, 1]])
    frequency = np.array([1, 2, 1])
    weighted = rows * np.sqrt(np.log(1 + (2 - frequency + 0.5) / (frequency + 0.5)))
    expected = weighted @ weighted[0] / np.linalg.norm(weighted, axis=1) / np.linalg.norm(weighted[0])
    np.testing.assert_allclose(TermIndex(csr_array(rows)).similarities(csr_array(rows[[0]])), expected, atol=1e-6)


@pytest.mark.parametrize("shape", [(0, 0), (3, 0), (2, 5)], ids=["no entries", "no terms", "empty entries"])
def test_nothing_to_compare_is_nothing_alike(shape: tuple[int, int]) -> None:
    similarities = TermIndex(csr_array(shape)).similarities(csr_array((1, shape[1])))
    assert similarities.tolist() == [0.0] * shape[0]
