"""Which set of projects a question speaks of, and what is to be done with it; the patterns stand in ``sets.yaml``."""

import re
from functools import cache
from typing import Any

from assistant.understand.code_parts import find_code_part
from assistant.understand.cuts import find_cut
from assistant.understand.money import cost_bounds
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Filters, Operation, TextPart, TextPlace
from assistant.understand.vocabulary import read_yaml
from assistant.understand.years import find_years

# In this order: the first that the question asks for is done.
_OPERATIONS: tuple[tuple[str, Operation], ...] = (
    ("average", "average"), ("share", "share"), ("difference", "difference"), ("smallest", "smallest"),
    ("ranking", "ranking"), ("largest", "largest"), ("compare", "compare"), ("sum", "sum"), ("count", "count"),
    ("listing", "list"),
)  # fmt: skip
_RANK = re.compile(r"([2-9])(?:番目|番め|位)(?:に|の)?[^。]{0,8}?(?:大き|多|高|小さ|少な|安|低|費用|事業費|お金|金)")
_OF_YEARS = re.compile("工程|予定|年度|年とも|3年")
_PLACE = re.compile(r"([2-9])(?:番目|番め|位)")
_JOINS = re.compile("と|や|、|・|及び|および|")
_SHORTEST_QUESTION = 6
# As far behind a word as it still says whether something is there.
_REACH = 14


@cache
def set_patterns() -> dict[str, Any]:
    """The patterns of ``sets.yaml`` by name, compiled; groups of patterns as dictionaries."""

    def compiled(value: Any) -> Any:  # noqa: ANN401 - as deep as the file
        if isinstance(value, dict):
            return {name: compiled(entry) for name, entry in value.items()}
        if isinstance(value, list):
            return [compiled(entry) for entry in value]
        return re.compile(value, re.IGNORECASE)

    raw = read_yaml("sets.yaml")
    between = {"to_word", "after_word", "quoted", "bare_before", "held"}
    return {name: value if name in between else compiled(value) for name, value in raw.items()}


def plainly(text: str) -> str:
    """The question without orders about how to count or to write, and its divisions in one word."""
    patterns, plain = set_patterns(), text
    for aside in patterns["asides"]:
        shorter = aside.sub("", plain)
        plain = shorter if len(shorter) >= _SHORTEST_QUESTION else plain
    return str(patterns["divisions_in_words"].sub(r"\1", plain))


def find_operation(cues: frozenset[str], text: str = "") -> Operation | None:
    """What the cues ask to be done with a set, if anything; 合わせて何件 counts, 合わせていくら sums."""
    if {"count", "sum"} <= cues and "cost" not in cues:
        return "count"
    if {"sum", "listing"} <= cues and not set_patterns()["of_money"].search(text):
        return "list"
    if {"compare", "listing"} <= cues and not set_patterns()["compared"].search(text):
        return "list"
    if {"largest", "smallest"} <= cues and set_patterns()["apart"].search(text):
        return "difference"
    found = next((operation for cue, operation in _OPERATIONS if cue in cues), None)
    if found in (None, "list") and find_rank(text) > 1:
        return "smallest" if re.search("小さ|少な|安|低", text) else "largest"
    return found


def find_filters(text: str, cues: frozenset[str]) -> Filters:
    """The filters that the words of the question state (divisions and themes are added by the caller)."""
    patterns, plain = set_patterns(), plain_numbers(text)
    stated = {name: value for name in patterns["having"] if (value := _has(name, plain)) is not None}
    bounds, part = cost_bounds(plain), find_code_part(plain) or find_part(text)
    finished = _finished(plain)
    if finished and part and find_years(part.word):
        part = None  # 「令和3年度まで」と注記のある事業 are those that have ended
    if part:  # 目標に安全とある: what is asked for is not that there is a goal
        stated.pop(f"with_{part.field}", None)
    return Filters(
        priority=_priority(plain, cues), several_divisions=_several(plain), accounts=_accounts(plain),
        finished=finished,
        unchanged=True if patterns["unchanged"].search(plain) and _OF_YEARS.search(plain) else None,
        part=part, page=_page(plain), cut=None if bounds else find_cut(plain), **stated, **bounds,
    )  # fmt: skip


def find_part(text: str) -> TextPart | None:
    """A word that is to stand in a part of the rows: 事業内容に「研修」が出てくる, 名前に選挙が付く, 「調査」を含む."""
    patterns = set_patterns()
    for field, before in patterns["parts"].items():
        found = re.search(f"(?:{before.pattern}){patterns['to_word']}{patterns['quoted']}", text, re.IGNORECASE)
        if found:
            after = text[found.end() : found.end() + _REACH]
            lacking = bool(patterns["word_lacking"].search(after))
            return TextPart(field=field, word=found["word"], place=_place(after), lacking=lacking)
    found = re.search(patterns["quoted"] + patterns["after_word"], text, re.IGNORECASE)
    if found:
        rest = text[found.end("word") + 1 :]
        behind = (field for field, part in patterns["parts"].items() if part.search(rest) and field != "division")
        placed = found["verb"][0] in "つ付始は終お"
        return TextPart(
            field=next(behind, None) or ("name" if placed else "any"), word=found["word"], place=_place(found["verb"])
        )
    found = patterns["bare_name"].search(text) or patterns["named_so"].search(text)
    if found:
        word = patterns["before_word"].sub("", found["word"]) or found["word"]
        return TextPart(field="name", word=word, place=_place(found["verb"]))
    return _unquoted_part(text)


def _unquoted_part(text: str) -> TextPart | None:
    """A word without quotation marks that is to stand in a part other than the name (内容に調査が出てくる)."""
    patterns = set_patterns()
    for field, part in patterns["parts"].items():
        if field in ("name", "division"):
            continue
        behind = (patterns["bare_in_part"].match(text, found.end()) for found in part.finditer(text))
        found = next(filter(None, behind), None) or _before(part, text)
        if found:
            return TextPart(field=field, word=found["word"])
    found = patterns["bare_word"].search(text)
    if not found:
        return None
    named = (field for field, part in patterns["parts"].items() if part.search(text[found.end("word") :]))
    return TextPart(field=next((field for field in named if field != "division"), "any"), word=found["word"])


def _before(part: re.Pattern[str], text: str) -> re.Match[str] | None:
    """A word that stands before the part that is to hold it (調査が工程にある)."""
    pattern = f"(?:^|[、。]){set_patterns()['bare_before']}(?:{part.pattern}){set_patterns()['held']}"
    return re.search(pattern, text, re.IGNORECASE)


def is_excluded(rest: str) -> bool:
    """Whether the words behind a name (a key) say that the set is without it."""
    return bool(set_patterns()["excluded"].search(rest))


def kinds_left_out(text: str) -> list[re.Match[str]]:
    """The kinds of divisions that are left out, and those said in one breath with them (支所と事務局を除く)."""
    found: list[re.Match[str]] = []
    for match in reversed(list(set_patterns()["classes"].finditer(text))):
        joined = found and _JOINS.fullmatch(text[match.end() : found[-1].start()])
        if joined or is_excluded(text[match.end() :]):
            found.append(match)
    return found[::-1]


def cost_against(rest: str) -> str | None:
    """Which bound a project's cost is, by the words behind its name (本庁舎等整備事業より安い → ``cost_under``)."""
    patterns = set_patterns()
    if patterns["cheaper"].search(rest):
        return "cost_under"
    return "cost_over" if patterns["dearer"].search(rest) else None


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
    negated = [bool(set_patterns()["priority_not"].search(text[m.end() :])) for m in re.finditer("重点", text)]
    if {True, False} <= set(negated) and re.search("重点(的な)?(事業|施策)?(と|も|、)", text):
        return None  # 重点事業と重点でない事業
    return not any(negated)


def _accounts(text: str) -> tuple[str, ...]:
    """The accounts that the text names; of two kinds the other one where it denies one."""
    patterns = set_patterns()
    found = {name: match for name, pattern in patterns["accounts"].items() if (match := pattern.search(text))}
    denied = [name for name, match in found.items() if patterns["priority_not"].search(text[match.end() :])]
    return tuple(name for name in patterns["accounts"] if name not in denied) if denied else tuple(found)


def _finished(text: str) -> bool | None:
    """Whether the set is of projects that have ended, or (終わったもの以外) of those that have not."""
    patterns = set_patterns()
    found = patterns["finished"].search(text)
    if found is None:
        return False if patterns["unfinished"].search(text) else None
    return not is_excluded(text[found.end() :])


def _page(text: str) -> int | None:
    """The page that the set is to stand on."""
    match = set_patterns()["on_page"].search(text)
    return int(match["page"]) if match else None


def _several(text: str) -> bool | None:
    patterns = set_patterns()["several_divisions"]
    if patterns["either"].search(text):
        return None
    if patterns["no"].search(text):
        return False
    return True if patterns["yes"].search(text) and not re.search("(その|この)(ほか|他)の課", text) else None


def _place(verb: str) -> TextPlace:
    patterns = set_patterns()
    return "start" if patterns["starts"].search(verb) else "end" if patterns["ends"].search(verb) else "inside"
