"""Which set of projects a question speaks of, and what is to be done with it; the patterns stand in ``sets.yaml``."""

import re
from functools import cache
from typing import Any

from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Filters, Operation, TextPart, TextPlace
from assistant.understand.vocabulary import read_yaml

# In this order: the first that the question asks for is done.
_OPERATIONS: tuple[tuple[str, Operation], ...] = (
    ("average", "average"), ("share", "share"), ("difference", "difference"), ("smallest", "smallest"),
    ("ranking", "ranking"), ("largest", "largest"), ("compare", "compare"), ("sum", "sum"), ("count", "count"),
    ("listing", "list"),
)  # fmt: skip
_AMOUNT = r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*(億|千万|百万|万|千)?\s*(?:([0-9][0-9,]*)\s*(千万|百万|万))?\s*(円)?"
_BOUNDS = {
    "cost_from": re.compile(_AMOUNT + r"\s*以上"),
    "cost_over": re.compile(_AMOUNT + r"\s*(?:を?超|より(?:高|多|大き)|を?上回|を?オーバー)"),
    "cost_to": re.compile(_AMOUNT + r"\s*(?:以下|以内|まで)"),
    "cost_under": re.compile(
        _AMOUNT + r"\s*(?:未満|に満た|に届か|に達し(?:てい)?な|いかな|もいかな|より(?:安|少な|低|小さ)|を?下回|を?切)"
    ),
}
_MONEY = re.compile(_AMOUNT)
_MILLION_YEN = {"億": 100.0, "千万": 10.0, "百万": 1.0, "万": 0.01, "千": 0.001, None: 0.000001}
_RANK = re.compile(r"([2-9])(?:番目|番め|位)(?:に|の)?[^。]{0,8}?(?:大き|多|高|小さ|少な|安|低|費用|事業費|お金|金)")
_OF_YEARS = re.compile("工程|予定|年度|年とも|3年")
_PLACE = re.compile(r"([2-9])(?:番目|番め|位)")
_RANGE = re.compile(
    r"(?P<first>[0-9][0-9,]*(?:億|千万|百万|万)円?)\s*(?:から|~|〜|-|以上、?)\s*(?P<last>[0-9][0-9,]*(?:億|千万|百万|万)円?)"
    r"(?=の間|の範囲|まで|以下|ぐらい|くらい|の事業|$)"
)
_CLASS = re.compile(r"(?P<figure>[0-9])(?P<unit>億|千万)円?台")
# As far behind a word as it still says whether something is there.
_REACH = 14


@cache
def set_patterns() -> dict[str, Any]:
    """The patterns of ``sets.yaml`` by name, compiled; groups of patterns as dictionaries."""

    def compiled(value: Any) -> Any:  # noqa: ANN401 - as deep as the file
        if isinstance(value, dict):
            return {name: compiled(entry) for name, entry in value.items()}
        return re.compile(value, re.IGNORECASE)

    raw = read_yaml("sets.yaml")
    between = {"to_word", "after_word", "quoted"}
    return {name: value if name in between else compiled(value) for name, value in raw.items()}


def find_operation(cues: frozenset[str], text: str = "") -> Operation | None:
    """What the cues ask to be done with a set, if anything; 合わせて何件 counts, 合わせていくら sums."""
    if {"count", "sum"} <= cues and "cost" not in cues:
        return "count"
    found = next((operation for cue, operation in _OPERATIONS if cue in cues), None)
    if found in (None, "list") and find_rank(text) > 1:
        return "smallest" if re.search("小さ|少な|安|低", text) else "largest"
    return found


def find_filters(text: str, cues: frozenset[str]) -> Filters:
    """The filters that the words of the question state (divisions and themes are added by the caller)."""
    patterns, plain = set_patterns(), plain_numbers(text)
    stated = {name: value for name in patterns["having"] if (value := _has(name, plain)) is not None}
    bounds = _between(plain) or _bounds(plain)
    return Filters(
        priority=_priority(plain, cues), several_divisions=_several(plain), accounts=_accounts(plain),
        finished=True if patterns["finished"].search(plain) else None,
        unchanged=True if patterns["unchanged"].search(plain) and _OF_YEARS.search(plain) else None,
        part=find_part(text), **stated, **bounds,
    )  # fmt: skip


def find_part(text: str) -> TextPart | None:
    """A word that is to stand in a part of the rows: 事業内容に「研修」が出てくる, 名前に選挙が付く, 「調査」を含む."""
    patterns = set_patterns()
    for field, before in patterns["parts"].items():
        found = re.search(f"(?:{before.pattern}){patterns['to_word']}{patterns['quoted']}", text, re.IGNORECASE)
        if found:
            return TextPart(field=field, word=found["word"], place=_place(text[found.end() : found.end() + _REACH]))
    found = re.search(patterns["quoted"] + patterns["after_word"], text, re.IGNORECASE)
    if found:
        rest = text[found.end("word") + 1 :]
        behind = (field for field, part in patterns["parts"].items() if part.search(rest) and field != "division")
        placed = found["verb"][0] in "つ付始は終お"
        return TextPart(
            field=next(behind, None) or ("name" if placed else "any"), word=found["word"], place=_place(found["verb"])
        )
    found = patterns["bare_name"].search(text)
    return TextPart(field="name", word=found["word"], place=_place(found["verb"])) if found else None


def is_excluded(rest: str) -> bool:
    """Whether the words behind a name (a key) say that the set is without it."""
    return bool(set_patterns()["excluded"].search(rest))


def cost_against(rest: str) -> str | None:
    """Which bound a project's cost is, by the words behind its name (本庁舎等整備事業より安い → ``cost_under``)."""
    patterns = set_patterns()
    if patterns["cheaper"].search(rest):
        return "cost_under"
    return "cost_over" if patterns["dearer"].search(rest) else None


def find_amounts(text: str) -> tuple[int, ...]:
    """The sums of money that the text names, in whole 百万円."""
    found = (_million_yen(match) for match in _MONEY.finditer(plain_numbers(text)))
    return tuple(round(amount) for amount in found if amount is not None)


def find_rank(text: str) -> int:
    """Which place in an order is asked for (2番目に大きい → 2); 1 where nothing is said."""
    plain = plain_numbers(text)
    match = _RANK.search(plain) or (_PLACE.search(plain) if "差" in plain else None)
    return int(match[1]) if match else 1


def _has(name: str, text: str) -> bool | None:
    """Whether the set is of projects that have the thing, lack it, or nothing is said of it."""
    patterns = set_patterns()
    for found in patterns["having"][name].finditer(text):
        behind = text[found.end() : found.end() + _REACH]
        if patterns["lacks"].search(behind):
            return False
        if patterns["has"].search(behind):
            return True
    return None


def _priority(text: str, cues: frozenset[str]) -> bool | None:
    if "priority" not in cues:
        return None
    negated = any(set_patterns()["priority_not"].search(text[m.end() :]) for m in re.finditer("重点", text))
    return not negated


def _accounts(text: str) -> tuple[str, ...]:
    """The accounts that the text names; of two kinds the other one where it denies one."""
    patterns = set_patterns()
    found = {name: match for name, pattern in patterns["accounts"].items() if (match := pattern.search(text))}
    denied = [name for name, match in found.items() if patterns["priority_not"].search(text[match.end() :])]
    return tuple(name for name in patterns["accounts"] if name not in denied) if denied else tuple(found)


def _between(text: str) -> dict[str, float]:
    """Both bounds of a range (1億から3億の間, 1億円台)."""
    found = _RANGE.search(text)
    if found:
        first, last = _MONEY.search(found["first"]), _MONEY.search(found["last"])
        low, high = first and _million_yen(first), last and _million_yen(last)
        return {"cost_from": low, "cost_to": high} if low is not None and high is not None else {}
    found = _CLASS.search(text)
    step = _MILLION_YEN[found["unit"]] if found else 0.0
    return {"cost_from": int(found["figure"]) * step, "cost_under": (int(found["figure"]) + 1) * step} if found else {}


def _several(text: str) -> bool | None:
    patterns = set_patterns()["several_divisions"]
    if patterns["no"].search(text):
        return False
    return True if patterns["yes"].search(text) and not re.search("(その|この)(ほか|他)の課", text) else None


def _place(verb: str) -> TextPlace:
    patterns = set_patterns()
    return "start" if patterns["starts"].search(verb) else "end" if patterns["ends"].search(verb) else "inside"


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
