"""Which item of a schedule belongs to which year, where the text has lost the columns.

The years' columns follow one another with nothing between them. Themes recur from year to year in the same order
and hardly ever twice within a year, so the cuts are put where neighbouring years resemble each other most and the
items within a year resemble each other least.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement, pairwise

from rapidfuzz.distance import LCSseq, Prefix

# Two items of unlike themes resemble each other by chance about this much (shared endings such as に向けた準備).
_CHANCE = 0.35
# A theme twice within a year is rarer than a theme that skips a year.
_TWICE = 1.5
# Years of like length are a little more likely; this decides only between otherwise equal cuts.
_UNEVEN = 0.05
# What goes on over all years stands first in each of them; like the evenness, this decides between nearly equal cuts.
_LEADS = 0.1
# A year without any item is rare: such cells are printed, if at all, with a dash.
_EMPTY = 0.5


def split_by_year(items: Sequence[str], years: int) -> list[list[str]]:
    """The items, in their order, cut into one list for each of the ``years``."""
    similarity = [[_similarity(a, b) for b in items] for a in items]
    best = max(_cuts(len(items), years), key=lambda cut: _score(cut, similarity))
    return [list(items[start:end]) for start, end in _ranges(best)]


def _cuts(count: int, years: int) -> Iterator[tuple[int, ...]]:
    """Every way to cut ``count`` items into that many years, in a fixed order."""
    for middle in combinations_with_replacement(range(count + 1), years - 1):
        yield (0, *middle, count)


def _ranges(cut: tuple[int, ...]) -> list[tuple[int, int]]:
    return list(pairwise(cut))


def _score(cut: tuple[int, ...], similarity: list[list[float]]) -> float:
    ranges = _ranges(cut)
    recurring = sum(_aligned(a, b, similarity) for a, b in pairwise(ranges))
    twice = sum(similarity[i][j] for start, end in ranges for i, j in combinations(range(start, end), 2))
    even = cut[-1] / len(ranges)
    uneven = sum((end - start - even) ** 2 for start, end in ranges)
    empty = sum(start == end for start, end in ranges)
    firsts = [start for start, end in ranges if start < end]
    leading = min((similarity[a][b] for a, b in pairwise(firsts)), default=0.0)
    return recurring + _LEADS * leading - _TWICE * twice - _UNEVEN * uneven - _EMPTY * empty


def _aligned(a: tuple[int, int], b: tuple[int, int], similarity: list[list[float]]) -> float:
    """The greatest sum of similarities between two years whose themes keep their order."""
    best = [[0.0] * (b[1] - b[0] + 1) for _ in range(a[1] - a[0] + 1)]
    for i in range(a[1] - a[0]):
        for j in range(b[1] - b[0]):
            paired = best[i][j] + similarity[a[0] + i][b[0] + j]
            best[i + 1][j + 1] = max(paired, best[i][j + 1], best[i + 1][j])
    return best[-1][-1]


def _similarity(a: str, b: str) -> float:
    """0 for items of unlike themes to 1 for equal ones; how they begin (the theme) counts most."""
    shorter = max(1, min(len(a), len(b)))
    prefix = min(1.0, Prefix.similarity(a, b) / min(shorter, 8))
    common = LCSseq.normalized_similarity(a, b)
    return max(0.0, (0.6 * prefix + 0.4 * common - _CHANCE) / (1 - _CHANCE)) if a != b else 1.0
