"""Sums of money that a question names, and the bounds that they set to a cost, in 百万円."""

import re

from assistant.understand.filters import Filters
from assistant.understand.numbers import plain_numbers

# A figure is begun at its first digit and never parted (possessive): a long one would take cubic time.
_AMOUNT = (
    r"(?<![0-9])([0-9][0-9,]*+(?:\.[0-9]++)?)\s*(億|千万|百万|万|千)?\s*(?:([0-9][0-9,]*+)\s*(千万|百万|万))?\s*(円)?"
)
_BOUNDS = {
    "cost_from": re.compile(_AMOUNT + r"\s*以上"),
    "cost_over": re.compile(_AMOUNT + r"\s*(?:を?超|より(?:高|多|大き))"),
    "cost_to": re.compile(_AMOUNT + r"\s*(?:以下|以内|まで)"),
    "cost_under": re.compile(_AMOUNT + r"\s*(?:未満|[もは]?いかな|[もは]?かから(?:な|ず)|より(?:安|少な|低|小さ))"),
}
_MONEY = re.compile(_AMOUNT)
_MILLION_YEN = {"億": 100.0, "千万": 10.0, "百万": 1.0, "万": 0.01, "千": 0.001, None: 0.000001}
_SUM = r"(?<![0-9])[0-9][0-9,]*+(?:億|千万|百万|万)(?:[0-9][0-9,]*+(?:千万|百万|万))?円?"
_RANGE = re.compile(
    rf"(?P<first>{_SUM})\s*(?:から|~|〜|-|以上、?|と(?=[^と]{{1,14}}の(?:間|あいだ)))\s*(?P<last>{_SUM})"
    r"(?=の間|のあいだ|に収ま|の範囲|まで|以下|ぐらい|くらい|の事業|$)"
)
# What costs just so much, where it is asked which that is: 316百万円の事業は, 3億円かかるのはどれ.
_EXACT = re.compile(
    _AMOUNT + r"\s*(?P<nearly>くらい|ぐらい|程度|ほど|前後|弱|強)?(?:ちょうど|きっかり|ぴったり)?"
    r"(?:の?(?=のは|事業(?!費)|事務|もの|やつ|プロジェクト)|(?:な|かか|である|にな|と(?!の)|で(?:見積|計上|載|書|示|あ|挙)"
    r"|が(?:見積|計上|付|示|か)|を(?:見込|計上|要|か)|だと|の(?:推計)?(?:事業費|費用|予算|金額|お金))"
    r"[^0-9。、]{0,12}?(?:の(?=[はがっ])|事業(?!費)|事務|もの|やつ|プロジェクト))"
)
_WHICH = re.compile(r"どれ|どの|どんな|どこ|どちら|何|なに|教え|知り|挙げ|探し|名前|は[?？。]*$|ありま|ある")
_BEFORE_NEARLY = re.compile(r"(?:約|およそ|おおよそ|ほぼ|だいたい|大体)\s*$")
_NEAR = 0.07
_IN_YEN = re.compile("[0-9]億|[0-9]千?万")
_SMALLEST = 1.0  # a fee is no cost of a project
_CLASS = re.compile(r"(?P<figure>[0-9])(?P<unit>億|千万)円?台")


def cost_bounds(text: str) -> dict[str, float]:
    """Between which sums the cost is to lie, by the names of ``Filters`` (1億円以上3億円未満, 2億円台)."""
    return _between(text) or _classes(text) or _bounds(text) or _exactly(text)


def find_amounts(text: str) -> tuple[int, ...]:
    """The sums of money that the text names, in whole 百万円."""
    found = (_million_yen(match) for match in _MONEY.finditer(plain_numbers(text)))
    return tuple(round(amount) for amount in found if amount is not None)


def amounts_typed(text: str) -> tuple[str, ...]:
    """The same sums as the text has them (1,357千円)."""
    plain = plain_numbers(text)
    return tuple(match[0].strip() for match in _MONEY.finditer(plain) if _million_yen(match) is not None)


def said_in_yen(text: str) -> bool:
    """Whether the text names its sum in 億 or 万円, and not in the plan's 百万円."""
    return _IN_YEN.search(plain_numbers(text)) is not None


def yen(million_yen: float) -> str:
    """A sum in 百万円 as it is spoken (13億5,700万円)."""
    oku, man = divmod(round(million_yen * 100), 10_000)
    return f"{f'{oku:,}億' if oku else ''}{f'{man:,}万' if man else ''}円"


def _between(text: str) -> dict[str, float]:
    """Both bounds of a range (1億から3億の間)."""
    found = _RANGE.search(text)
    sums = [_MONEY.search(found[end]) for end in ("first", "last")] if found else []
    low, high = [_million_yen(match) for match in sums if match] or (None, None)
    return {"cost_from": low, "cost_to": high} if low is not None and high is not None else {}


def _exactly(text: str) -> dict[str, float]:
    """The one cost that is asked for, or what lies near it (約3億円の事業は)."""
    found = (match for match in _EXACT.finditer(text) if _WHICH.search(text))
    amounts = [(match, amount) for match in found if (amount := _million_yen(match) or 0.0) >= _SMALLEST]
    if len(amounts) != 1:
        return {}
    match, amount = amounts[0]
    nearly = match["nearly"] or _BEFORE_NEARLY.search(text[: match.start()])
    near = amount * _NEAR if nearly else 0.0
    return {"cost_from": amount - near, "cost_to": amount + near}


def _classes(text: str) -> dict[str, float]:
    """From the lowest to the highest of the classes that are named (1億円台, 2億円台か3億円台)."""
    found = [(int(match["figure"]), _MILLION_YEN[match["unit"]]) for match in _CLASS.finditer(text)]
    lows, highs = [first * step for first, step in found], [(first + 1) * step for first, step in found]
    return {"cost_from": min(lows), "cost_under": max(highs)} if found else {}


def _bounds(text: str) -> dict[str, float]:
    found = {name: _bound(pattern, text) for name, pattern in _BOUNDS.items()}
    return {name: amount for name, amount in found.items() if amount is not None}


def _bound(pattern: re.Pattern[str], text: str) -> float | None:
    match = pattern.search(text)
    return _million_yen(match) if match else None


def _million_yen(match: re.Match[str]) -> float | None:
    """The amount in 百万円 (3億1,600万円 → 316); None where it is no sum of money."""
    if match[2] is None and match[5] is None:
        return None
    amount = float(match[1].replace(",", "")) * _MILLION_YEN[match[2]]
    return amount + (float(match[3].replace(",", "")) * _MILLION_YEN[match[4]] if match[3] else 0.0)


def is_bounded_by_others(filters: Filters, text: str) -> bool:
    """Whether the cost is bounded by a project's or by the mean, not by a sum that the text names."""
    return filters.is_bounded and not cost_bounds(text)
