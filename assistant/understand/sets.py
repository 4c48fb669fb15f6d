"""Which set of projects a question speaks of, and what is to be done with it."""

import re

from assistant.understand.cues import find_cues
from assistant.understand.question import Filters, Operation

# In this order: the first that the question asks for is done.
_OPERATIONS: tuple[tuple[str, Operation], ...] = (
    ("average", "average"), ("share", "share"), ("difference", "difference"), ("smallest", "smallest"),
    ("ranking", "ranking"), ("largest", "largest"), ("compare", "compare"), ("sum", "sum"), ("count", "count"),
    ("listing", "list"),
)  # fmt: skip
_AMOUNT = r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*(億|千万|百万|万|千)?\s*(?:([0-9][0-9,]*)\s*(千万|百万|万))?\s*(円)?"
_BOUNDS = {
    "cost_from": re.compile(_AMOUNT + r"\s*以上"),
    "cost_over": re.compile(_AMOUNT + r"\s*(?:を?超|より(?:高|多|大き)|を?上回)"),
    "cost_to": re.compile(_AMOUNT + r"\s*(?:以下|以内|まで)"),
    "cost_under": re.compile(_AMOUNT + r"\s*(?:未満|に満た|より(?:安|少な|低|小さ)|を?下回|を?切)"),
}
_MONEY = re.compile(_AMOUNT)
_MILLION_YEN = {"億": 100.0, "千万": 10.0, "百万": 1.0, "万": 0.01, "千": 0.001, None: 0.000001}
_CLAIMED_COUNT = re.compile(r"(?<![0-9-])([0-9]{1,3})\s*(?:件|つ|個|事業|課|本)")
_RANK = re.compile(r"([2-9])(?:番目|位)(?:に|の)?[^。]{0,8}?(?:大き|多|高|小さ|少な|安|費用|事業費|お金)")
_NAME_PART = re.compile(
    r"(?:名前|名称|事業名|名)[にが](?:[「『](?P<named>[^「」『』]{1,16})[」』]|(?P<part>(?!何|なに|どん)[^「」『』、]{2,16}?))"
    r"(?:の(?:字|文字|ことば|言葉))?(?:が|を|という\S{0,4}が|と|で|から)?(?:つ|付|含|入|書|終わ|始ま)"
    r"|[「『](?P<quoted>[^「」『』]{2,16})[」』]\s*(?:が|を|と|で|から)?(?:名前に)?(?:つく|付く|含む|入る|入っている|終わる|始まる)"
)


def find_operation(cues: frozenset[str]) -> Operation | None:
    """What the cues ask to be done with a set, if anything; 合わせて何件 counts, 合わせていくら sums."""
    if {"count", "sum"} <= cues and "cost" not in cues:
        return "count"
    return next((operation for cue, operation in _OPERATIONS if cue in cues), None)


def find_filters(text: str, cues: frozenset[str]) -> Filters:
    """The filters that the words of the question state (divisions and themes are added by the caller)."""
    sets = find_cues("sets", text)
    part = _NAME_PART.search(text)
    bounds = {name: amount for name, pattern in _BOUNDS.items() if (amount := _bound(pattern, text)) is not None}
    return Filters(
        priority=True if "priority" in cues else None,
        coded=False if "without_code" in sets else True if "with_code" in sets else None,
        several_divisions=True if "several_divisions" in sets else None,
        account=_account(sets),
        finished=True if "finished" in sets else None,
        with_cost=False if "without_cost" in sets else True if "with_cost" in sets else None,
        with_related=True if "with_related" in sets else None,
        name_part=(part["named"] or part["part"] or part["quoted"]) if part else None,
        **bounds,
    )  # fmt: skip


def find_amounts(text: str) -> tuple[int, ...]:
    """The sums of money that the text names, in whole 百万円."""
    found = (_million_yen(match) for match in _MONEY.finditer(text))
    return tuple(round(amount) for amount in found if amount is not None)


def find_claimed_count(text: str) -> int | None:
    """A number of things that the text names (6つ, 全5件)."""
    match = _CLAIMED_COUNT.search(text)
    return int(match[1]) if match else None


def find_rank(text: str) -> int:
    """Which place in an order is asked for (2番目に大きい → 2); 1 where nothing is said."""
    match = _RANK.search(text)
    return int(match[1]) if match else 1


def _account(sets: frozenset[str]) -> str | None:
    if "special_account" in sets:
        return "特別会計"
    return "一般" if "general_account" in sets else None


def _bound(pattern: re.Pattern[str], text: str) -> float | None:
    match = pattern.search(text)
    return _million_yen(match) if match else None


def _million_yen(match: re.Match[str]) -> float | None:
    """The amount in 百万円 (3億1,600万円 → 316); None where it is no sum of money."""
    if match[2] is None and match[5] is None:
        return None
    amount = float(match[1].replace(",", "")) * _MILLION_YEN[match[2]]
    return amount + (float(match[3].replace(",", "")) * _MILLION_YEN[match[4]] if match[3] else 0.0)
