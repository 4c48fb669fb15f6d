"""Costs that were just spoken of: what lies beyond one, the same in another unit, several of them taken together."""

import re

from assistant.conversation import Spoken
from assistant.understand.ellipsis import LONGEST_ELLIPSIS, without_topics
from assistant.understand.filters import Filters
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Operation, Understanding
from assistant.understand.reference import Reference
from assistant.understand.same_set import turn_patterns
from assistant.understand.spoken_sets import conditions, last_costs

_LESS_OR_MORE = "(?:(?P<less>安|少な|低|小さ|下回|かから|満た|及ば|未満)|多|高|大き|上回|超え|越え|かか)"
_BEYOND = re.compile(
    r"(?:それ|これ|そちら|[そこ]の(?:金額|額|事業費|費用|予算|事業|事務))(?:より|を|に|以上に)も?"
    rf"(?:もっと|さらに)?[^。、]{{0,8}}?{_LESS_OR_MORE}"
    rf"|^(?:じゃあ?|では|なら|で)?[、,]?もっと[^。、]{{0,6}}?{_LESS_OR_MORE.replace('?P<less>', '?P<cheap>')}"
)
_OTHER_WAY = re.compile(rf"^(?:じゃあ?|では|で)?[、,]?(?:逆に|反対に)[、,]?[^。、]{{0,8}}?{_LESS_OR_MORE}")
_OF_MONEY = re.compile(r"費|額|円|予算|お金|コスト|高|安|かか")
_UNIT = re.compile(
    r"^(?:じゃあ?|では|なら|で|それ|これ|その(?:額|金額|合計)|は|って|を|、)*"
    r"(?=[億万千百]|円|単位)(?:百万|千万|億|万|千)?円?(?:の?単位|表記|換算)?(?:だけ)?(?:に|で|だと|なら|では|は)?(?:も|は)?"
    r"(?:する|直|なお|換算|言|いう|いうと|表|示|書|お願い|教え|いくら|どう|答|[?？。]|$)"
)
_NUMBER = re.compile(r"(?<![0-9])([0-9]+)(?:つ|件|本|個|事業)(?!目)")
_ALL = re.compile("全部|すべて|全て|ぜんぶ|ここまで|これまで|今までの")
_WHOLE = re.compile("計画|全体|総事業費|全事業|(?:全部|すべて|全て)の事業")
_OVER_COSTS = ("sum", "average", "largest", "smallest", "difference", "compare", "ranking")
_FEWEST = 3  # two that were spoken of are taken together elsewhere


def beyond_it(asked: Reference) -> Understanding | None:
    """それより高いのは？ after one cost: the projects that cost more, or less; 逆に安いのは？ the other way round."""
    read, state = asked.read, asked.state
    if read.projects or read.divisions or read.codes or read.operation == "difference":
        return None
    told = _BEYOND.search(read.text)
    bound = _cost_of_one(asked) if told else _bound_before(state)
    told = told or _OTHER_WAY.search(read.text)
    if read.filters and read.filters.is_bounded:
        return None  # 逆に1億に満たないのは tells its own bound
    of_cost = state.field == "cost" or _OF_MONEY.search(read.text) or (state.filters and state.filters.is_bounded)
    if not told or bound is None or not of_cost or len(read.text) > LONGEST_ELLIPSIS:
        return None
    groups = told.groupdict()
    name = "cost_under" if groups["less"] or groups.get("cheap") else "cost_over"
    stated = (read.filters or Filters()).model_copy(update={"with_cost": None, "cut": None, name: bound})
    operation: Operation = "count" if "count" in read.cues else "list"
    again = {"filters": stated, "operation": operation, "field": None, "texts": (), "premise": None, "rank": 1}
    return without_topics(read).model_copy(update={**again, "inherited": True})


def part_of_total(asked: Reference) -> Understanding | None:
    """重点事業の分は？ after the plan's total: the sum of that set."""
    read, state = asked.read, asked.state
    of_total = state.field == "cost" and not state.focus and not state.divisions
    named = read.projects or read.divisions or read.codes or read.operation not in (None, "share")
    if not of_total or named or len(read.text) > LONGEST_ELLIPSIS:
        return None
    if not read.filters or read.field not in (None, "cost"):
        return None
    return read.model_copy(
        update={"operation": read.operation or "sum", "field": "cost", "inherited": True, "texts": ()}
    )


def sum_of_set(asked: Reference) -> Understanding | None:
    """重点事業を全部足すと after a cost: what that set costs, not which projects it has."""
    read = asked.read
    named = read.projects or read.divisions or read.codes or read.operation != "list"
    if named or not read.filters or "sum" not in read.cues or asked.state.field != "cost":
        return None
    return read.model_copy(update={"operation": "sum", "field": "cost", "inherited": True, "texts": ()})


def _cost_of_one(asked: Reference) -> float | None:
    """The cost of the one project that was spoken of."""
    project = asked.catalogue.project(asked.state.focus[0]) if len(asked.state.focus) == 1 else None
    return float(project.cost_million_yen) if project and project.cost_million_yen is not None else None


def _bound_before(state: Spoken) -> float | None:
    """The one bound of the set that was just asked for."""
    former = state.filters or Filters()
    bounds = [one for one in (former.cost_over, former.cost_under, former.cost_from, former.cost_to) if one is not None]
    return bounds[0] if len(bounds) == 1 else None


def spent_on_it(asked: Reference) -> Understanding | None:
    """税金をいくら使うの？, お金は？ after a project: what that costs, and no tax."""
    read, state = asked.read, asked.state
    named = read.projects or read.divisions or read.codes or read.filters or read.years
    if named or not state.focus or len(state.focus) > 1 or not turn_patterns()["spent"].search(read.text):
        return None
    return asked.about(state.focus, field="cost", operation=None, texts=(), attribute=None, premise=None)


def in_another_unit(asked: Reference) -> Understanding | None:
    """億円で言うと？ after a cost: the same again, as every answer tells a cost in either unit."""
    read, state = asked.read, asked.state
    named = read.projects or read.divisions or read.filters or read.topics or read.codes
    of_cost = state.field == "cost" or state.operation in _OVER_COSTS
    short = len(read.text) <= LONGEST_ELLIPSIS and _UNIT.search(read.text)
    if named or not (short and of_cost):
        return None
    if not state.focus:
        return _total_again(asked)
    if state.operation in _OVER_COSTS and state.filters:
        again = {"operation": state.operation, "filters": state.filters, "field": "cost", "rank": state.rank}
        return read.model_copy(update={**again, "inherited": True, "texts": (), "attribute": None, "premise": None})
    return asked.about(state.focus, field="cost", operation=None, texts=(), attribute=None, premise=None)


def _total_again(asked: Reference) -> Understanding | None:
    """The plan's total as it was just told, where neither projects nor divisions were."""
    if asked.state.divisions or asked.state.field != "cost":
        return None
    total = {"texts": ("total_cost",), "field": "cost", "cues": asked.read.cues | {"cost"}, "inherited": True}
    return asked.read.model_copy(update=total)


def measured_by_sum(asked: Reference) -> Understanding | None:
    """その合計の何倍？ of one project named: its cost against the sum of those spoken of."""
    read, state = asked.read, asked.state
    several = len(state.focus) > 1 and (state.operation == "sum" or state.field == "cost")
    best = max(read.linked.values(), default=0.0)
    meant = read.projects or tuple(name for name, weight in read.linked.items() if weight == best)
    measured = turn_patterns()["measured_by_sum"].search(read.text)
    if not (several and measured) or len(meant) != 1 or read.divisions:
        return None
    sides = tuple(Filters(among=one, named=True) for one in (meant, state.focus))
    return read.model_copy(update={"operands": sides, "projects": (), "operation": "compare", "ratio": None})


def taken_together(asked: Reference) -> Understanding | None:
    """3つ合わせると？, 5つ全部の平均は？: over the list, or the single projects, or all costs of that number."""
    read = asked.read
    named = read.projects or read.divisions or read.filters or read.subject_words or read.codes
    operation: Operation | None = next((one for one in ("average", "sum") if one in read.cues), None)
    operation = None if read.operation == "share" else operation  # それは5本の合計の何％
    if named or operation is None or "count" in read.cues or len(read.text) > LONGEST_ELLIPSIS:
        return None
    meant = _meant_by_number(asked, _NUMBER.search(plain_numbers(read.text)))
    if not meant:
        return None
    filters = Filters(among=meant, named=True)
    again = {"filters": filters, "operation": operation, "field": "cost", "counted": None, "texts": (), "premise": None}
    return without_topics(read).model_copy(update={**again, "inherited": True})


def _meant_by_number(asked: Reference, counted: re.Match[str] | None) -> tuple[str, ...]:
    """The projects that the number counts; without one all that were asked for one by one (全部足すと)."""
    state, catalogue = asked.state, asked.catalogue
    spoken = (*state.before, state)
    of_cost = any(one.field == "cost" or one.operation in _OVER_COSTS for one in spoken)
    singles = last_costs(state)
    costed = tuple(project.id for project in catalogue.projects if project.cost_million_yen is not None)
    if not counted:
        if asked.read.texts == ("total_cost",) and conditions(state.filters) and len(state.shown) > 1:
            return () if _WHOLE.search(asked.read.text) else state.shown  # 事業費の合計は after 重点は何件
        plain = _ALL.search(asked.read.text) and not _WHOLE.search(asked.read.text)
        # 全部足すと after the largest and the smallest of a list: the list, not those two.
        if plain and state.operation in ("largest", "smallest") and len(state.shown) >= _FEWEST:
            return state.shown
        if not plain or len(state.shown) > 1:
            return ()
        of_one = len(singles) == 1 and state.field == "cost"  # 全部の合計は after one cost: of all that have one
        return costed if of_one else singles if len(singles) >= _FEWEST else ()
    number = int(counted[1])
    lists = [one.shown for one in reversed(spoken) if len(one.shown) == number]
    if number < _FEWEST or not of_cost:
        return ()
    if lists:
        return lists[0]
    return singles[-number:] if len(singles) >= number else costed if len(costed) == number else ()
