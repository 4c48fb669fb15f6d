"""Which set of projects a question speaks of, and what is to be done with it; the patterns stand in ``sets.yaml``."""

import re

from assistant.understand.bounds import plain_bounds
from assistant.understand.code_parts import find_code_part
from assistant.understand.cuts import find_cut
from assistant.understand.division_numbers import division_numbers
from assistant.understand.filters import Cut, Filters
from assistant.understand.left_out import is_counted_in, is_left_out
from assistant.understand.money import cost_bounds
from assistant.understand.numbers import plain_numbers
from assistant.understand.pages import find_pages
from assistant.understand.parts import find_part, without_ending
from assistant.understand.question import Operation
from assistant.understand.set_patterns import set_patterns
from assistant.understand.years import find_years

# In this order: the first that the question asks for is done.
_OPERATIONS: tuple[tuple[str, Operation], ...] = (
    ("average", "average"), ("share", "share"), ("difference", "difference"), ("smallest", "smallest"),
    ("ranking", "ranking"), ("largest", "largest"), ("compare", "compare"), ("sum", "sum"), ("count", "count"),
    ("listing", "list"),
)  # fmt: skip
# What may be asked of one set in one breath, in the order of telling.
_IN_ONE_BREATH: tuple[Operation, ...] = ("count", "sum", "average", "largest", "smallest")
_PLACES = r"(?P<{}>[2-9])(?:番目|番め|位)(?!まで|から|以内|以上|以下)"
# 2番目に大きい, 金額で第2位, 多い順で2番目
_RANK = re.compile(
    _PLACES.format("first") + r"(?:に|の)?[^。]{0,8}?(?:大き|多|高|小さ|少な|安|低|費用|事業費|お金|金)"
    r"|(?:[額数費]|(?:い|かかる)(?:順番?|ほう|方|もの|課|部署|事業)|[い額費]ものから順?)(?:が|の|で|は|に|下から|上から|から|数えて|並べ(?:て|ると|た)|、|とき|場合|うち)*第?"
    + _PLACES.format("behind")
)
_OF_YEARS = re.compile("工程|予定|年度|年とも|3年")
_PLACE = re.compile(r"([2-9])(?:番目|番め|位)")
_SHORTEST_QUESTION = 6
_SO_MANY = re.compile(
    r"(?<![0-9])(?<![こそあ]の)(?P<number>[2-4])(?:つの|個の|つ)?(?:所管|担当)?(?:課|部署)(?!以上|以下|まで)"
)
_JOINED = re.compile("[とや][、。]?$")
# As far behind a word as it still says whether something is there.
_REACH = 14


def plainly(text: str) -> str:
    """The question without orders about how to count or to write, its divisions and its bounds in one word."""
    patterns, plain = set_patterns(), text
    for aside in patterns["asides"]:
        shorter = aside.sub("", plain)
        whole = len(shorter) >= _SHORTEST_QUESTION and not _JOINED.search(shorter)  # 担当課と事業費も一緒に
        plain = shorter if whole else plain
    return plain_bounds(str(patterns["divisions_in_words"].sub(r"\1", plain)))


def find_operation(cues: frozenset[str], text: str = "") -> Operation | None:
    """What the cues ask to be done with a set, if anything; 合わせて何件 counts, 合わせていくら sums."""
    if {"largest", "smallest"} & cues and _extreme_left_out(text):
        cues -= {"largest", "smallest", "ranking"}
    if {"count", "sum"} <= cues and "cost" not in cues:
        return "count"
    if "sum" in cues and not {"cost", "share"} & cues and _are_put_together(cues, text):
        return "list"
    if {"compare", "listing"} <= cues and not set_patterns()["compared"].search(text):
        return "list"
    if {"largest", "smallest"} <= cues and set_patterns()["apart"].search(text):
        return "difference"
    found = next((operation for cue, operation in _OPERATIONS if cue in cues), None)
    if found in (None, "list", "count") and find_rank(text) > 1:
        return "smallest" if re.search("小さ|少な|安(?!全|心)|低|下から", text) else "largest"
    return found


def _are_put_together(cues: frozenset[str], text: str) -> bool:
    """Whether it is lists that are added to each other, not costs (A課とB課の事業を合わせて教えて)."""
    patterns = set_patterns()
    together = "listing" in cues or patterns["listed_together"].search(text)
    return bool(together) and not patterns["of_money"].search(text)


def find_besides(cues: frozenset[str], text: str) -> tuple[Operation, ...]:
    """What else is to be done with the same set (何件で、合計はいくら; 一番高いのと一番安いの)."""
    patterns, main = set_patterns(), find_operation(cues, text)
    if main not in _IN_ONE_BREATH or find_cut(text) or find_rank(text) > 1:
        return ()
    asked = {one for one in _IN_ONE_BREATH if one in cues and one != main}
    if main == "count" and not patterns["of_money"].search(text) and "cost" not in cues:
        asked -= {"sum", "average"}  # 合わせて何件 is one number
    if patterns["over_mean"].search(text) or patterns["under_mean"].search(text):
        asked -= {"average"}
    ends = len(patterns["superlative"].findall(text)) if not _extreme_left_out(text) else 0
    extremes = {"largest", "smallest"}
    if ends < len(extremes & {main, *asked}):  # 一番費用が少ない names one end alone
        asked -= extremes
    return tuple(one for one in _IN_ONE_BREATH if one in asked)


def find_filters(text: str, cues: frozenset[str]) -> Filters:
    """The filters that the words of the question state (divisions and themes are added by the caller)."""
    patterns, plain = set_patterns(), plain_numbers(text)
    stated = {name: value for name in patterns["having"] if (value := _has(name, plain)) is not None}
    stated |= {"with_schedule": True} if patterns["over_the_years"].search(plain) else {}
    bounds, part, pages = cost_bounds(plain), find_code_part(plain) or find_part(text), find_pages(plain)
    finished = _finished(without_ending(plain, part))
    if finished and part and find_years(part.word):
        part = None  # 「令和3年度まで」と注記のある事業 are those that have ended
    if part:  # 目標に安全とある: what is asked for is not that there is a goal
        stated.pop(f"with_{part.field}", None)
    less = [Filters(cut=extreme)] if (extreme := _extreme_left_out(plain)) else []
    less += [Filters(pages=pages.numbers)] if pages.numbers and is_left_out(plain[pages.end :]) else []
    less += [Filters(**bounds)] if bounds and is_left_out(plain[_bound_at(plain) :]) else []
    numbers, behind = division_numbers(plain)
    numbers_out = bool(numbers) and is_left_out(plain[behind:])
    less += [Filters(division_numbers=numbers)] if numbers_out else []
    exactly = _SO_MANY.search(plain) if not numbers and _several(plain) else None
    numbers = (int(exactly["number"]),) if exactly else numbers  # 二つの課名が書いてある事業; A課 他 is no such pair
    several = None if numbers_out or 1 in numbers else bool(numbers) or _several(plain)
    taken = {name for one in less for name in one.model_fields_set}
    within = {name: bound for name, bound in bounds.items() if name not in taken}
    return Filters(
        priority=_priority(plain, cues), several_divisions=several, accounts=_accounts(plain),
        division_numbers=() if numbers_out else numbers,
        finished=finished,
        unchanged=True if patterns["unchanged"].search(plain) and _OF_YEARS.search(plain) else None,
        part=part, pages=() if "pages" in taken else pages.numbers, cut=None if bounds or extreme else find_cut(plain),
        less=tuple(less), **stated, **within,
    )  # fmt: skip


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
    return int(match[match.lastindex or 1]) if match else 1


def _has(name: str, text: str) -> bool | None:
    """Whether the set is of projects that have the thing, lack it, or nothing is said of it."""
    patterns = set_patterns()
    for found in patterns["having"][name].finditer(text):
        if is_counted_in(text[found.end() :]):
            continue  # コードも入れて一覧に
        behind = text[found.end() : found.end() + _REACH]
        for states, value in (("lacks", False), ("has", True)):
            said = patterns[states].search(behind)
            if said and is_counted_in(text[found.end() + said.end() :]):
                return None  # コードのないものも含めて
            if said:
                return value != is_left_out(text[found.end() + said.end() :])
    return None


def _priority(text: str, cues: frozenset[str]) -> bool | None:
    if "priority" not in cues:
        return None
    behind = [text[match.end() :] for match in re.finditer("重点", text)]
    negated = [_is_denied(rest) for rest in behind if not is_counted_in(rest)]
    if not negated:
        return None  # 重点も含めて
    if {True, False} <= set(negated) and re.search("重点(的な)?(事業|施策)?(と|も|、)", text):
        return None  # 重点事業と重点でない事業
    return not any(negated)


def _is_denied(rest: str) -> bool:
    """Whether the words behind a class of projects say that they are not of it, or that the set is without it."""
    return bool(set_patterns()["denied"].search(rest)) or is_left_out(rest)


def _accounts(text: str) -> tuple[str, ...]:
    """The accounts that the text names; of two kinds the other one where it denies one."""
    patterns = set_patterns()
    found = {name: match for name, pattern in patterns["accounts"].items() if (match := pattern.search(text))}
    denied = [name for name, match in found.items() if _is_denied(text[match.end() :])]
    return tuple(name for name in patterns["accounts"] if name not in denied) if denied else tuple(found)


def _finished(text: str) -> bool | None:
    """Whether the set is of projects that have ended, or (終わったもの以外) of those that have not."""
    patterns = set_patterns()
    found = patterns["finished"].search(text)
    if found is None:
        return False if patterns["unfinished"].search(text) else None
    if is_counted_in(text[found.end() :]):
        return None
    return not is_left_out(text[found.end() :])


def _extreme_left_out(text: str) -> Cut | None:
    """The place of the largest or the smallest, where the set is without it (一番高いものを除いた重点事業)."""
    found = (match for match in set_patterns()["extreme"].finditer(text) if is_left_out(text[match.end() :]))
    return next((Cut(by="cost", from_end=bool(match["smallest"] or match["least"])) for match in found), None)


def _bound_at(text: str) -> int:
    """Where the words behind the bound of a cost begin."""
    return max((match.end() for match in set_patterns()["bound"].finditer(text)), default=len(text))


def _several(text: str) -> bool | None:
    patterns = set_patterns()["several_divisions"]
    if patterns["either"].search(text):
        return None
    alone = patterns["no"].search(text)
    if alone:
        return _is_denied(text[alone.end() :])
    shared = None if re.search("(その|この)(ほか|他)の課", text) else patterns["yes"].search(text)
    if shared and (is_counted_in(text[shared.end() :]) or text[shared.end() :].startswith("を含")):
        return None  # 共管も含む, 共管を含めて
    return not is_left_out(text[shared.end() :]) if shared else None
