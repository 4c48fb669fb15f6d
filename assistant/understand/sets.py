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
_AMOUNT = r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*(億|千万|百万|万)?(?:円)?"
_AT_LEAST = re.compile(_AMOUNT + r"\s*(?:以上|を超え|超|より(?:高|多|大き)|を上回)")
_AT_MOST = re.compile(_AMOUNT + r"\s*(?:以下|未満|より(?:安|少な|低|小さ)|を下回|まで)")
_STRICT = re.compile(r"超|未満|より|上回|下回")
_MILLION_YEN = {"億": 100.0, "千万": 10.0, "百万": 1.0, "万": 0.01, None: 0.000001}
_NAME_PART = re.compile(
    r"(?:(?:名前|名称|事業名|名)に)[「『]?(?P<part>[^「」『』、]{2,16}?)[」』]?(?:が|を|という\S{0,4}が|と)?(?:つ|付|含|入|書)"
    r"|[「『](?P<quoted>[^「」『』]{2,16})[」』]\s*(?:が|を|と)?(?:名前に)?(?:つく|付く|含む|入る|入っている)"
)


def find_operation(cues: frozenset[str]) -> Operation | None:
    """What the cues ask to be done with a set, if anything."""
    return next((operation for cue, operation in _OPERATIONS if cue in cues), None)


def find_filters(text: str, cues: frozenset[str]) -> Filters:
    """The filters that the words of the question state (divisions and themes are added by the caller)."""
    sets = find_cues("sets", text)
    lowest, highest = _bounds(text)
    part = _NAME_PART.search(text)
    return Filters(
        priority=True if "priority" in cues else None,
        coded=False if "without_code" in sets else True if "with_code" in sets else None,
        several_divisions=True if "several_divisions" in sets else None,
        account=_account(sets),
        finished=True if "finished" in sets else None,
        with_cost=True if "with_cost" in sets else None,
        with_related=True if "with_related" in sets else None,
        cost_from=lowest,
        cost_to=highest,
        name_part=(part["part"] or part["quoted"]) if part else None,
    )


def _account(sets: frozenset[str]) -> str | None:
    if "special_account" in sets:
        return "特別会計"
    return "一般" if "general_account" in sets else None


def _bounds(text: str) -> tuple[int | None, int | None]:
    """The least and the greatest cost in 百万円 that the question admits (both inclusive)."""
    at_least, at_most = _AT_LEAST.search(text), _AT_MOST.search(text)
    lowest = _million_yen(at_least, 1) if at_least else None
    highest = _million_yen(at_most, -1) if at_most else None
    return lowest, highest


def _million_yen(match: re.Match[str], step: int) -> int | None:
    """The amount in 百万円, moved by one where the bound itself is excluded; None where it is no sum of money."""
    if match[2] is None and "円" not in match[0]:
        return None
    amount = float(match[1].replace(",", "")) * _MILLION_YEN[match[2]]
    whole = int(amount)
    if _STRICT.search(match[0].split("円")[-1]) and whole == amount:
        return whole + step
    return whole if whole == amount or step < 0 else whole + 1
