"""Eval items as the runner reads them from JSON lines, and the ways to write figures, codes and years."""

from random import Random
from typing import TypedDict

from evals.fictional.vocabulary import words
from evals.fictional.years import wide

Fact = str | list[str]
"""A string that the answer has to hold, or a list of which it has to hold one."""


class Expectation(TypedDict, total=False):
    """What a right answer holds; ``list`` is the exact set of projects, in plan order."""

    status: str
    divisions: list[str]
    not_divisions: list[str]
    projects: list[str]
    must: list[Fact]
    must_not: list[str]
    list: list[str]


class Turn(TypedDict):
    """A question and what is expected of its answer."""

    question: str
    expect: Expectation


class EvalItem(TypedDict):
    """A conversation of one turn."""

    id: str
    category: str
    split: str
    turns: list[Turn]


class Draft(TypedDict):
    """An item before it is numbered."""

    category: str
    turn: Turn


def draft(random: Random, category: str, phrasing: str, expect: Expectation, **slots: str) -> Draft:
    """A question in one of the phrasings of that kind, with the slots filled."""
    pattern = str(random.choice(words("phrasings")[phrasing]))
    return Draft(category=category, turn=Turn(question=pattern.format(**slots), expect=expect))


def amount_forms(million_yen: int) -> list[str]:
    """How an answer may write a sum given in 百万円: ``1,357百万円``, ``13億5,700万``."""
    spoken = _spoken(million_yen)
    return list(dict.fromkeys([f"{million_yen:,}百万円", f"{million_yen}百万円", spoken, spoken.replace(",", "")]))


def asked_amount(random: Random, million_yen: int) -> str:
    """How a question may write a sum."""
    return random.choice((f"{million_yen:,}百万円", f"{_spoken(million_yen)}円"))


def asked_code(random: Random, code: str) -> str:
    """A code in one of the notations that people type or paste."""
    return random.choice(
        (code, code, wide(code).replace("-", "－"), code.replace("-", "−"), wide(code).replace("-", "ー"))
    )


def asked_year(random: Random, year: str) -> str:
    """A year ``令和8年度`` as people write it."""
    number = int(year.removeprefix("令和").removesuffix("年度"))
    return random.choice((year, year, wide(year), f"R{number}年度", f"{2018 + number}年度"))


def _spoken(million_yen: int) -> str:
    hundreds, rest = divmod(million_yen, 100)
    return (f"{hundreds:,}億" if hundreds else "") + (f"{rest * 100:,}万" if rest else "")
