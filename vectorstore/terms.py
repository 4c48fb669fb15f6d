"""Search by latent terms: what a sparse model reads in a text, weighted by how rare each term is in the collection."""

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array, diags_array

Scores = npt.NDArray[np.float64]


class TermIndex:
    """Every entry's terms, each weighted by the square root of its rarity on both sides, as a cosine similarity."""

    def __init__(self, rows: csr_array) -> None:
        """``rows`` has one row of term weights for each entry."""
        frequency = np.asarray((rows > 0).sum(axis=0)).ravel()
        rarity = np.log1p((rows.shape[0] - frequency + 0.5) / (frequency + 0.5))
        self._weights = np.sqrt(rarity).astype(np.float32)
        self._rows = self._normalised(rows)

    def similarities(self, query: csr_array) -> Scores:
        """The cosine similarity (0 to 1) of every entry to a query of one row."""
        if not self._rows.nnz:
            return np.zeros(self._rows.shape[0])
        dense = self._normalised(query).toarray().ravel()
        return np.asarray(np.round((self._rows @ dense).astype(np.float64), 6), dtype=np.float64)

    def _normalised(self, rows: csr_array) -> csr_array:
        weighted = rows @ diags_array(self._weights)
        lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1))).ravel()
        return csr_array(diags_array(1 / np.where(lengths > 0, lengths, 1)) @ weighted)
