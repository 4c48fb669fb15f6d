"""What a question changes of the set that was just asked for: another bound, the opposite, one more, one less."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from assistant.understand.ellipsis import LONGEST_ELLIPSIS, OF_CARDS, is_elliptical, without_topics
from assistant.understand.filters import Filters
from assistant.understand.narrowing import narrowed
from assistant.understand.numbers import plain_numbers
from assistant.understand.ordinals import find_places
from assistant.understand.question import Operation, Understanding
from assistant.understand.reference import Reference
from assistant.understand.spoken_sets import (
    BOUNDS,
    CONDITIONS,
    FLAGS,
    answers,
    conditions,
    described,
    in_sight,
    last_list,
    list_beyond,
)
from assistant.understand.vocabulary import read_yaml

_REPEATED: tuple[Operation, ...] = ("list", "count", "sum", "average")
_FEWEST = 2  # of a single one nothing can be left out
_OF_MONEY = re.compile("費|額|円|予算|お金|コスト|いくら")
_TOGETHER = re.compile(
    "(?<![0-9])([2-9])(?:つ|課|部署|[かカヶ]所)[^。、]{0,6}(?:合わせ|あわせ|足|合計|まとめ|全部|で|とも)"
)
_THOSE = re.compile("(?:その|この|いまの|今の|以上の)([1-9])(?:つ|件|事業|事務|本|個)(?!目)")
_THAT_LEFT_OUT = re.compile("(?:それ|これ)(?:ら)?(?:以外|のほか|を除)")
_EMPTY = Filters()


@cache
def turn_patterns() -> dict[str, Any]:
    """The patterns of ``turns.yaml`` by name; ``said_of`` as it stands there."""
    raw = read_yaml("turns.yaml")
    return {name: value if name == "said_of" else re.compile(value) for name, value in raw.items()}


def restated(asked: Reference) -> Understanding | None:
    """3億円を超えるのは？ after 重点で3億円以下は？: the same set but for the condition that is stated anew."""
    read, former = asked.read, described(asked.state).filters
    own = _kinds(conditions(read.filters))
    if not own or former is None or not own <= _kinds(conditions(former)) or "among" in asked.refers:
        return None
    stated = {name: getattr(read.filters, name) for name in CONDITIONS if _kind(name) in own}
    again = former.model_copy(update=stated)
    if again == former or read.projects or read.divisions or not _goes_on(asked):
        return None
    return _again(asked, again)


def opposite(asked: Reference) -> Understanding | None:
    """無いほうの件数は？ after those that have it: the same set with its telling condition turned round."""
    read, state = asked.read, asked.state
    former = described(asked.state).filters or _EMPTY
    text = read.text
    divisions = _divisions_of_set(asked)
    for name in divisions:
        text = text.replace(name, "それ")
    named = read.projects or read.codes or read.topics or conditions(read.filters)
    if named or (text == read.text and read.subject_words) or not _was_a_set(asked):
        return None
    turned = _condition_turned(text, former, bool(divisions))
    rest = [name for name in former.among or () if name not in state.shown] if turned else []
    if rest and read.field in OF_CARDS:  # ない方の目標は
        return asked.about(rest, field=read.field, operation=None, filters=None)
    if turned == "divisions":
        without = former.model_copy(update={"divisions": (), "excluding_divisions": divisions})
        return _again(asked, without)
    return _again(asked, former.model_copy(update=_turned(former, turned, state.shown))) if turned else None


def one_more_division(asked: Reference) -> Understanding | None:
    """納税課も入れたら？ after how many another division has: those of both."""
    read = asked.read
    joins = turn_patterns()["joined"].search(read.text)
    if not joins or not read.divisions or read.projects or _OF_MONEY.search(read.text) or not _was_a_set(asked):
        return None
    former = _former_divisions(asked)
    both = tuple(dict.fromkeys((*former, *read.divisions)))
    if not former or len(both) == len(read.divisions):
        return None
    last = in_sight(asked.state)
    operation = "count" if "count" in (read.operation, last.operation) else "list"
    again = {"divisions": both, "operation": operation, "filters": last.filters, "field": None, "together": False}
    return without_topics(read).model_copy(update={**again, "inherited": True, "premise": None})


def _former_divisions(asked: Reference) -> tuple[str, ...]:
    """The divisions whose projects were shown last; as many, one after the other, as the question puts together."""
    last, own = _divisions_of_set(asked), asked.read.divisions
    number = _TOGETHER.search(plain_numbers(asked.read.text))
    wanted = int(number[1]) - len(own) if number else len(last)
    named = (one.named for one in answers(asked.state) if one.shown and one.operation in _REPEATED)
    several = tuple(dict.fromkeys(name for names in (last, *named) for name in names if name not in own))
    return several[:wanted][::-1] if last and len(last) < wanted <= len(several) else last


def without_some(asked: Reference) -> Understanding | None:
    """契約の分を抜いたら？, 終わったのは除いて: what was shown without what the question leaves out, done again."""
    if len(asked.state.shown) < _FEWEST:  # 3つ目を除くと after one of the list was asked about
        asked = replace(asked, state=asked.state.model_copy(update={"shown": last_list(asked.state)}))
    read, shown = asked.read, asked.state.shown
    leaves_out = turn_patterns()["leaves_out"].search(read.text)
    if not leaves_out or not shown or read.divisions or len(read.text) > LONGEST_ELLIPSIS:
        return None
    if conditions(read.filters) and _THAT_LEFT_OUT.search(read.text):
        return None  # 重点事業でそれ以外は: of all that the question describes
    less = _less(asked)
    # 統計以外は after そのうち統計は: of what those were picked from.
    shown = _from_which(asked, less) if less else ()
    if less is None or len(shown) < _FEWEST:
        return None
    last = in_sight(asked.state).operation
    operation = "average" if "average" in read.cues else read.operation
    operation = operation if operation in _REPEATED else last if last in _REPEATED else "list"
    field = "cost" if operation in ("sum", "average") else None
    again = {"filters": less.model_copy(update={"among": shown}), "operation": operation, "field": field}
    named = {"projects": (), "codes": (), "names_whole": False, "premise": None, "inherited": True, "texts": ()}
    return without_topics(read).model_copy(update={**again, **named, "sets": frozenset()})


def _from_which(asked: Reference, less: Filters) -> tuple[str, ...]:
    """The list that something is left out of: the last that holds more than that."""
    own = (p.id for name in less.excluding_divisions for p in asked.catalogue.of_division(name))
    out = (*less.excluding, *own)
    return list_beyond(asked.state, out) or asked.state.shown if out else asked.state.shown


def _less(asked: Reference) -> Filters | None:
    """What is left out: named, described by one condition, or by its code, its matter or its place in the list."""
    read, shown = asked.read, asked.state.shown
    stated = read.filters or _EMPTY
    named = stated.excluding or stated.excluding_divisions or stated.excluding_kinds or stated.less
    if named or conditions(stated):
        lacks = stated.part is not None and stated.part.lacking  # 統計が付くのは: by the name, said as a name
        return stated if len(conditions(stated)) == (0 if named and not lacks else 1) else None
    coded = [project.id for code in read.codes for project in asked.catalogue.with_code(code)]
    best = max(read.linked.values(), default=0.0)
    meant = [project_id for project_id, weight in read.linked.items() if weight == best]
    placed = [shown[at] for at in find_places(read.text, len(shown))] or _pointed_at(asked)
    fitting = narrowed(read, shown, asked.catalogue, only_if_some=True)
    worded = fitting.filters.among if fitting and fitting.filters else ()
    named_so = (coded, read.projects, meant, placed, worded or ())
    out = next((ids for ids in named_so if set(ids) & set(shown)), ())
    return Filters(excluding=tuple(out)) if set(shown) - set(out) and out else None


def _goes_on(asked: Reference) -> bool:
    """Whether the question is one only in its conversation, and about a set."""
    patterns = turn_patterns()
    turned = patterns["opposed"].search(asked.read.text) or patterns["restates"].search(asked.read.text)
    leaves_out = patterns["leaves_out"].search(asked.read.text)  # 重点以外はいくつ after 重点は何件
    return bool(turned or leaves_out) or is_elliptical(asked.read, asked.refers)


def _pointed_at(asked: Reference) -> list[str]:
    """その三つを引くと？: so many of the list as were told of one by one since."""
    number = _THOSE.search(plain_numbers(asked.read.text))
    told = [one.focus[0] for one in answers(asked.state) if len(one.focus) == 1]
    last = list(dict.fromkeys(told))[: int(number[1])] if number else []
    return last if number and len(last) == int(number[1]) and set(last) < set(asked.state.shown) else []


def _was_a_set(asked: Reference) -> bool:
    """Whether a set was listed, counted or summed just before."""
    last = described(asked.state)
    is_told = bool(conditions(last.filters)) or bool(_divisions_of_set(asked))
    return is_told and last.operation in (*_REPEATED, None) and bool(last.shown)


def _divisions_of_set(asked: Reference) -> tuple[str, ...]:
    """The divisions whose projects were shown; none where one matter was found that a division happens to carry."""
    state, filters = asked.state, described(asked.state).filters
    if filters and (conditions(filters) or filters.divisions):
        return filters.divisions
    own = {project.id for name in state.divisions for project in asked.catalogue.of_division(name)}
    return state.divisions if own == set(state.shown) and not state.by_matter else ()


def _condition_turned(text: str, former: Filters, of_divisions: bool) -> str | None:
    """The condition that the text denies (ない方は, 付いていないのは) or, where the former set denies it, affirms."""
    patterns = turn_patterns()
    plain = patterns["opening"].sub("", text)
    denied = patterns["denied"].match(plain)
    match = denied or patterns["affirmed"].match(plain)
    entry = next((one for one in patterns["said_of"] if match and re.search(one["words"], match["said"])), None)
    if entry is None:
        return None
    stated = conditions(former) or (["divisions"] if of_divisions else [])
    if entry["conditions"] == "any":
        return stated[0] if denied and stated else None
    fitting = (name for name in stated if name in entry["conditions"] and _holds(former, name) == bool(denied))
    return next(fitting, None)


def _holds(former: Filters, name: str) -> bool:
    """Whether the set is of what has the thing, or reaches the bound."""
    return getattr(former, name, True) is not False and name not in ("cost_to", "cost_under")


def _turned(former: Filters, denied: str, shown: Sequence[str]) -> dict[str, object]:
    """The condition turned round; what has no opposite leaves out what was shown."""
    value = getattr(former, denied)
    if denied in FLAGS or denied == "priority":
        return {denied: not value}
    if denied in BOUNDS and len([name for name in BOUNDS if getattr(former, name) is not None]) == 1:
        return {denied: None, BOUNDS[denied]: value}
    cleared = dict.fromkeys(BOUNDS) if denied in BOUNDS else {denied: getattr(_EMPTY, denied)}
    with_cost = {"with_cost": True} if denied in BOUNDS else {}
    return {**cleared, **with_cost, "excluding": (*former.excluding, *shown)}


def _again(asked: Reference, filters: Filters) -> Understanding:
    """The question asked of the changed set; what was done with the former is done again."""
    read, former = asked.read, in_sight(asked.state).operation
    computed = former in ("sum", "average") and turn_patterns()["those"].search(read.text)  # 逆に2億円を超えるのは
    operation = read.operation or (former if former in _REPEATED and not computed else "list")
    again = {"filters": filters, "divisions": (), "operation": operation, "inherited": True, "premise": None}
    return without_topics(read).model_copy(update=again)


def _kinds(names: Sequence[str]) -> set[str]:
    return {_kind(name) for name in names}


def _kind(name: str) -> str:
    return "cost" if name in BOUNDS else name
