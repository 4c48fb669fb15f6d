"""Schedules (事業工程) of priority projects: themes that recur from year to year, some for part of the period only."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from random import Random

from evals.fictional.vocabulary import words

Theme = list[str | None]
"""A theme's item in each year, None where the year has none."""


def schedule_columns(random: Random, years: int, themes: int) -> list[list[str]]:
    """The items of each year; which item belongs to which year can be told from the items alone."""
    drawn = _themes(random, years, themes)
    for _ in range(20):
        kept = [_shortened(random, theme) for theme in drawn]
        if tells_years(_theme_numbers(kept)):
            return _columns(kept)
    return _columns(drawn)


def tells_years(columns: Sequence[Sequence[int]]) -> bool:
    """Whether the run of theme numbers in all columns splits into these columns and no others as well.

    Splits in which a column holds a theme twice are out; among the others the most even one (least sum of squared
    lengths) has to be the true one, and alone at that.
    """
    if not all(columns):
        return False
    run = [theme for column in columns for theme in column]
    evenness = [(sum(len(part) ** 2 for part in parts), parts) for parts in _splits(run, len(columns))]
    best = min(score for score, _ in evenness)
    return [parts for score, parts in evenness if score == best] == [[list(column) for column in columns]]


def _splits(run: list[int], count: int) -> Iterator[list[list[int]]]:
    for cuts in combinations(range(1, len(run)), count - 1):
        edges = (0, *cuts, len(run))
        parts = [run[start:end] for start, end in pairwise(edges)]
        if all(len(set(part)) == len(part) for part in parts):
            yield parts


def _theme_numbers(themes: list[Theme]) -> list[list[int]]:
    years = range(len(themes[0]))
    return [[number for number, theme in enumerate(themes) if theme[year] is not None] for year in years]


def _columns(themes: list[Theme]) -> list[list[str]]:
    return [[item for item in year if item is not None] for year in zip(*themes, strict=True)]


def _shortened(random: Random, theme: Theme) -> Theme:
    """The theme without its first or last year, now and then."""
    if len(theme) < 2 or random.random() > 0.25:
        return theme
    return [None, *theme[1:]] if random.random() < 0.5 else [*theme[:-1], None]


def _themes(random: Random, years: int, count: int) -> list[Theme]:
    patterns = random.sample([*words("schedules")["steady"], *words("schedules")["staged"]], count)
    slots = ("tool", "target", "group", "facility", "subject")
    fillers = {slot: random.sample(words("schedules")[slot], count) for slot in slots}
    fillers["place"] = random.sample(words("cities")["places"], count)
    return [
        _theme(random, pattern, {slot: names[index] for slot, names in fillers.items()}, years)
        for index, pattern in enumerate(patterns)
    ]


def _theme(random: Random, pattern: str | dict[str, object], fillers: dict[str, str], years: int) -> Theme:
    if isinstance(pattern, str):
        return [pattern.format(**fillers)] * years
    stem = str(pattern["stem"]).format(**fillers)
    stages = pattern["stages"]
    assert isinstance(stages, list)
    steps = sorted(random.choices(range(len(stages)), k=years))
    return [stem + stages[step] for step in steps]
