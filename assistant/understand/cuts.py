"""Which places of a set in an order a question means (上位3つ, 掲載順で最初の5件, 一番若い番号)."""

import re
from functools import cache

from assistant.understand.code_parts import speaks_of_codes
from assistant.understand.filters import Cut, Order
from assistant.understand.vocabulary import read_yaml

_ORDERS: tuple[Order, ...] = ("code", "cost", "plan")
_ENDS = (("first", False), ("last", True))
# Divisions are in order by how many projects they have, matters of the text by their numbers.
_NOT_PROJECTS = re.compile("課|部署|支所|項目|年度|考え方|方針|柱|理念")
_OF_COSTS = re.compile("費|額|円|予算|お金|コスト|高|安|いくら")
# A superlative of the codes themselves (コードが一番大きい), whatever else is asked.
_OF_CODES = re.compile(
    r"(?:コード|cd|番号)(?:番号)?(?:が|の|で)(?:一番|いちばん|最も|もっとも|最大|最小)", re.IGNORECASE
)
# Words of a list of projects, and of standing in it; by number of projects it is divisions that are in order.
_OF_LIST = re.compile("事業|事務(?!局)|取組|取り組み|一覧|リスト|表(?!彰|現)|掲載|載")
_STANDING = re.compile("載|並ん|並ぶ|掲載|表(?!彰|現)|一覧|リスト|出て|書かれ|登場")
_OF_SIZE = re.compile("多い|多く|少な|大き|小さ")
_WITH_NEXT = 2


@cache
def _patterns() -> dict[str, dict[str, list[re.Pattern[str]]]]:
    raw = read_yaml("cuts.yaml")
    ends, listed = raw["ends"], raw["listed"]
    last = f"(?:{ends['last']})"
    plan = {
        end: [
            one.replace("<end>", f"(?:{words})").replace("<last>", last).replace("<listed>", f"(?:{listed})")
            for one in raw["plan"]
        ]
        for end, words in ends.items()
    }
    return {
        order: {end: [re.compile(one, re.IGNORECASE) for one in entries] for end, entries in by_end.items()}
        for order, by_end in {"code": raw["code"], "cost": raw["cost"], "plan": plan}.items()
    }


@cache
def _both_ends() -> re.Pattern[str]:
    raw = read_yaml("cuts.yaml")
    ends = {end: f"(?:{words})" for end, words in raw["ends"].items()}
    return re.compile(raw["both"].replace("<first>", ends["first"]).replace("<last>", ends["last"]))


def find_cut(text: str) -> Cut | None:
    """The places that the text (its numbers in figures) means of a set; None where it means the whole set."""
    if _applies("plan", text) and not speaks_of_codes(text) and _both_ends().search(text):
        return Cut(by="plan", both_ends=True)
    for order in _ORDERS:
        if not _applies(order, text):
            continue
        for end, from_end in _ENDS:
            found = next((m for pattern in _patterns()[order][end] if (m := pattern.search(text))), None)
            if found:
                first, last = _places(found)
                return Cut(by=order, first=first, last=last, from_end=from_end) if last else None
    return None


def count_of(text: str) -> int | None:
    """How many of an order from its first the text means, whatever is in order (多い課の上位3つ)."""
    found = next((m for pattern in _patterns()["cost"]["first"][:2] if (m := pattern.search(text))), None)
    return int(found["count"]) if found else None


def count_from_end(text: str) -> tuple[int, bool] | None:
    """How many of a list that is in sight the text means, and whether from its end (最初の2つ, 下から3つ)."""
    for end, from_end in _ENDS:
        counting = (pattern for pattern in _patterns()["plan"][end] if "count" in pattern.groupindex)
        found = next(counting).search(text)
        if found:
            return int(found["count"]), from_end
    return None


def _applies(order: Order, text: str) -> bool:
    of_costs, standing = bool(_OF_COSTS.search(text)), bool(_STANDING.search(text))
    if order == "code":
        return speaks_of_codes(text) and (not of_costs or bool(_OF_CODES.search(text)))
    if order == "plan":
        return bool(_OF_LIST.search(text)) and (standing or not (of_costs or _OF_SIZE.search(text)))
    return of_costs or not (standing or _NOT_PROJECTS.search(text))


def _places(found: re.Match[str]) -> tuple[int, int]:
    """The first and the last place that a pattern found."""
    named = found.groupdict()
    if named.get("at"):
        return int(named["at"]), int(named.get("until") or named["at"])
    if named.get("count"):
        return 1, int(named["count"])
    return 1, _WITH_NEXT if "次" in found[0] or "2" in found[0] else 1
