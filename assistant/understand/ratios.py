"""How one cost, or number, is said to stand to another, as a share or a multiple (半分もいかない, 3割超, 2倍以上)."""

import re
from collections.abc import Iterator
from functools import cache

from assistant.understand.filters import Filters
from assistant.understand.numbers import plain_numbers
from assistant.understand.operands import Describe
from assistant.understand.premise import asks_openly
from assistant.understand.question import Ratio
from assistant.understand.set_patterns import set_patterns
from assistant.understand.vocabulary import read_yaml

_TOPIC = re.compile(r"だけで|は|が|って|も|、")
# How far a figure without a bound may be from the true one: a rounded tenth, a rounded percent, a tenth of itself.
_JUST = 1e-9
_NEAR_TENTH, _NEAR_PERCENT, _NEAR_SHARE = 0.05, 0.005, 0.1


def find_ratio(text: str, describe: Describe) -> Ratio | None:
    """The claim, with both of its sides; ``describe`` reads one side. None where none is made, or which is asked."""
    plain = plain_numbers(text)
    found = _pattern("figure").search(plain)
    if found is None or asks_openly(plain[found.end() :]):
        return None
    sides = next(_sides(plain[: found.start()], plain[found.end() :], describe), None)
    if sides is None:
        return None
    value, near = _value(found)
    low, high = _bounds(value, near, _clause(plain[found.end() :]), overs=bool(found["most"]))
    return Ratio(part=sides[0], whole=sides[1], least=low, most=high, multiple=bool(found["times"]))


def _sides(before: str, behind: str, describe: Describe) -> Iterator[tuple[Filters, Filters | None]]:
    """What is measured and what by, where both can be read: AはBの, Bに占めるAは, Bの(半分)をAが."""
    within = _pattern("within").search(before)
    if within:
        splits = [(before[within.end() :], before[: within.start()])]
    else:
        topics = reversed(list(_TOPIC.finditer(before)))
        splits = [(before[: one.start()], before[one.end() :]) for one in topics] + [(behind, before)]
    for part_text, whole_text in splits:
        part, whole = describe(part_text), describe(whole_text)
        of_plan = whole == Filters() and bool(_pattern("whole").search(whole_text))
        if whole == part or (whole == Filters() and not of_plan) or (part == Filters() and part_text is behind):
            continue
        yield part, None if of_plan else whole


def _value(found: re.Match[str]) -> tuple[float, float]:
    """The figure as a share of one, and how far from it still counts as it."""
    if found["tenths"]:
        return float(found["tenths"]) / 10 + float(found["hundredths"] or 0) / 100, _NEAR_TENTH
    if found["percent"]:
        return float(found["percent"]) / 100, _NEAR_PERCENT
    if found["below"]:
        value = _figure(found["above"]) / _figure(found["below"])
        return value, value * _NEAR_SHARE
    if found["times"]:
        return float(found["times"]), float(found["times"]) * _NEAR_SHARE
    return 0.5, _NEAR_TENTH


def _bounds(value: float, near: float, clause: str, *, overs: bool) -> tuple[float, float]:
    """Between which shares the true one has to lie, by the words behind the figure."""
    denied = bool(_pattern("not_so").search(clause))
    over, under = (bool(_pattern(name).search(clause)) for name in ("over", "under"))
    if under or (denied and not overs):
        at_most = _pattern("at_most").search(clause) or (denied and over)
        return 0.0, value if at_most else value - _JUST
    if over or overs:
        return value + _JUST if overs or _pattern("beyond").search(clause) else value, float("inf")
    return value - near, value + near


def _clause(behind: str) -> str:
    """What stands behind the figure up to the next stop."""
    return re.split("[、。?？!]", behind, maxsplit=1)[0]


def _figure(written: str) -> float:
    return float(plain_numbers(f"{written}倍")[:-1])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(read_yaml("ratios.yaml")[name])


def is_of_costs(text: str) -> bool:
    """Whether it is costs that are measured, by the words for money."""
    return bool(set_patterns()["of_money"].search(text))
