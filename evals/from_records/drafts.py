"""Questions before they are numbered, and the ways in which people write figures, codes and years."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from random import Random

import yaml

from corpus.records import Record
from evals.items import EvalTurn, Expectation

_WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


class Draft(Record):
    """A conversation before it is numbered."""

    category: str
    turns: tuple[EvalTurn, ...]


@cache
def phrasings() -> Mapping[str, list[str]]:
    """The ways to ask each kind of question, with slots to fill, from ``phrasings.yaml``."""
    path = files("evals.from_records").joinpath("phrasings.yaml")
    loaded: Mapping[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def draft(random: Random, category: str, phrasing: str, expect: Expectation, **slots: str) -> Draft:
    """A question in one of the phrasings of that kind, with the slots filled."""
    return Draft(category=category, turns=(turn(random, phrasing, expect, **slots),))


def turn(random: Random, phrasing: str, expect: Expectation | None = None, **slots: str) -> EvalTurn:
    """One question of a conversation in one of the phrasings of that kind; not judged without ``expect``."""
    return EvalTurn(question=random.choice(phrasings()[phrasing]).format(**slots), expect=expect)


def amount_forms(million_yen: int) -> tuple[str, ...]:
    """How an answer may write a sum given in 百万円: ``1,357百万円``, ``13億5,700万``."""
    spoken = _spoken(million_yen)
    return tuple(dict.fromkeys([f"{million_yen:,}百万円", f"{million_yen}百万円", spoken, spoken.replace(",", "")]))


def year_forms(year: str) -> tuple[str, ...]:
    """How an answer may write a year ``令和8年度``."""
    number = _number(year)
    return (year, f"R{number}", f"{2018 + number}年度")


def asked_amount(random: Random, million_yen: int) -> str:
    """How a question may write a sum."""
    return random.choice((f"{million_yen:,}百万円", f"{_spoken(million_yen)}円"))


def asked_code(random: Random, code: str) -> str:
    """A code in one of the notations that people type or paste."""
    wide = _wide(code)
    return random.choice((code, code, wide.replace("-", "－"), code.replace("-", "−"), wide.replace("-", "ー")))


def asked_year(random: Random, year: str) -> str:
    """A year ``令和8年度`` as people write it."""
    number = _number(year)
    return random.choice((year, year, _wide(year), f"R{number}年度", f"{2018 + number}年度"))


def _number(year: str) -> int:
    return int(year.removeprefix("令和").removesuffix("年度"))


def _wide(text: str) -> str:
    return text.translate(_WIDE_DIGITS)


def _spoken(million_yen: int) -> str:
    hundreds, rest = divmod(million_yen, 100)
    return (f"{hundreds:,}億" if hundreds else "") + (f"{rest * 100:,}万" if rest else "")
