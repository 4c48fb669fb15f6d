"""What is computed over what was spoken of: its share of the whole, the larger or smaller of the list."""

import re

from assistant.understand.cues import find_cues
from assistant.understand.ellipsis import LONGEST_ELLIPSIS, has_no_subject
from assistant.understand.filters import Filters
from assistant.understand.normalize import key
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Understanding
from assistant.understand.reference import Reference
from assistant.understand.spoken_sets import last_costs
from assistant.understand.two import by_number

OVER_SETS = {"sum", "average", "largest", "smallest", "ranking", "count"}
_COUNTED = ("list", "count")
_OF_MONEY = re.compile(r"費|額|円|予算|お金|コスト")
_YEARS = re.compile(r"[3三](?:か|カ|ヵ|ヶ|ケ|箇)?年(?:間|分|度分|計)?")
_WHOLE = re.compile(r"計画|全体|総事業費|総額|行財政|全事業|(全部|すべて|全て)の事業|分野|部門")
_COUNTED_THINGS = re.compile(r"(?<![0-9])([0-9]+)(?:つ|件|本|個|事業)(?!目)")
_PLACE = re.compile(
    r"(?:(?P<number>[1-9])(?:位|番目|番め)|(?P<last>最下位|ビリ|最小|一番(?:安|低|小さ|少な)い?(?:の|事業)?)"
    r"|(?:最大|トップ|首位|一番(?:高|大き|多)い?(?:の|事業)?))(?:の(?:もの|事業|やつ))?(?:と(?:の|比べ|どれ|いくら)|より)"
)
_LESS_EXTREME = re.compile(
    r"(?:一番|いちばん|最も)(?:(?P<smallest>安|低|小さ|少な)|高|大き|多)い?(?:の|もの|事業|やつ)?(?:を|だけ|は)?(?:除|のぞ|抜|ぬ[いけか]|外|引|以外)"
)
_SIDE_BY_COST = re.compile(
    r"^(?:じゃあ?|では|で|、)?(?:事業費(?:が|の))?(?:(?P<largest>高|大き)|安|小さ)い(?:ほう|方)(?:の事業)?(?:は?(?=どこ)|の(?!事業費))"
)
_EXTREME = re.compile(
    r"^(?:じゃあ?|では|で|なら|逆に|反対に|そのうち|その中で|中で)?[、,]?(?:一番|いちばん|最も)?(?:事業費(?:が|の))?"
    r"(?:(?P<largest>高|大き|多)|(?P<smallest>安|小さ|少な|低))い(?:の|ほう|方)(?:は|って)(?:どれ|何|どの事業)?(?:です)?か?[?？。]*$"
)


def share(asked: Reference) -> Understanding | None:
    """全体の何％？: what was spoken of as a share, of the costs where it was costs, else of the number of projects."""
    read, state = asked.read, asked.state
    if read.operation != "share" or read.projects or read.divisions or not state.focus:
        return None
    points = "it" in asked.refers and not read.subject_words  # それ、重点事業ぜんぶの合計の何％くらい
    if not (points or has_no_subject(read, asked.refers) or _names_only_the_whole(asked)):
        return None
    if state.operation in _COUNTED and not asked.refers & {"it", "among"} and not _OF_MONEY.search(read.text):
        counted = {"divisions": state.divisions if not state.filters else (), "filters": state.filters}
        return read.model_copy(update={**counted, "inherited": True})
    costed = [p for p in map(asked.catalogue.project, state.focus) if p and p.cost_million_yen is not None]
    listed = _list_meant(asked)
    filters = Filters(among=listed) if listed else None
    return asked.about(state.focus, inherited=False, field="cost", filters=filters, texts=()) if costed else None


def _names_only_the_whole(asked: Reference) -> bool:
    """Whether the question names nothing but the part of the plan that the whole is (行財政運営全体の何％？)."""
    parts = [key(passage.text) for passage in asked.catalogue.passages if passage.field == "part"]
    years = "".join(match[0] for match in _YEARS.finditer(asked.read.text))
    said = [key(word) for word in asked.read.subject_words if word not in years]
    return bool(asked.read.subject_words) and all(any(word in part for part in parts) for word in said)


def _list_meant(asked: Reference) -> tuple[str, ...]:
    """The last list with more than what was spoken of, where the whole is its number (5本の合計) or no other whole."""
    state, text = asked.state, plain_numbers(asked.read.text)
    lists = (spoken.shown for spoken in (state, *reversed(state.before)))
    listed = next((one for one in lists if set(state.focus) < set(one)), ())
    counted = _COUNTED_THINGS.search(text)
    costed = [p for p in map(asked.catalogue.project, listed) if p and p.cost_million_yen is not None]
    meant = int(counted[1]) in (len(listed), len(costed)) if counted else not _WHOLE.search(text)
    return listed if meant else ()


def total_of_one(asked: Reference) -> Understanding | None:
    """3年分でいくら？, 3年間の予定は？ after one project: its own cost or schedule, not the plan's total.

    After several, it is their schedules that are meant.
    """
    read, focus = asked.read, asked.state.focus
    named = read.projects or read.divisions or read.filters or read.codes
    years = _YEARS.search(read.text)
    if read.texts != ("total_cost",) or not (focus and years) or named or _WHOLE.search(read.text):
        return None
    of_years = read.field in ("schedule", "when")
    others = any(word not in years[0] for word in read.subject_words)
    if others or len(read.text) > LONGEST_ELLIPSIS or (len(focus) > 1 and not of_years):
        return None
    found = [
        project for project in map(asked.catalogue.project, focus) if project and (project.schedule or len(focus) == 1)
    ]
    about = tuple(project.id for project in found) or focus
    return asked.about(about, field="schedule" if of_years else "cost", operation=None, texts=())


def yearly(asked: Reference) -> Understanding | None:
    """1年あたりだと？ after a cost: that of what was spoken of, by the year."""
    read, state = asked.read, asked.state
    of_cost = state.field == "cost" or state.operation == "sum"
    named = read.projects or read.divisions or read.filters or read.years
    short = len(read.text) <= LONGEST_ELLIPSIS and "per_year" in find_cues("prose", read.text)
    if not (short and of_cost and state.focus) or named or _WHOLE.search(read.text):
        return None
    return asked.about(state.focus, field="cost", operation=None, texts=())


def from_place(asked: Reference) -> Understanding | None:
    """1位との差は？ after one project of an order: that one and the one at the place, by their costs."""
    read, state = asked.read, asked.state
    found = _PLACE.search(read.text) if read.operation in ("difference", "compare") else None
    shown = [project for project in map(asked.catalogue.project, state.shown) if project]
    listed = shown if len(shown) > 1 else asked.catalogue.projects
    costed = sorted((p for p in listed if p.cost_million_yen), key=lambda p: -(p.cost_million_yen or 0))
    if not found or len(state.focus) != 1 or len(costed) < 2 or read.projects:
        return None
    at = len(costed) if found["last"] else int(found["number"] or 1)
    order = costed if state.operation != "smallest" or not found["number"] else costed[::-1]
    other = order[at - 1].id if at <= len(order) else state.focus[0]
    both = (other, *state.focus)
    return asked.about(both, inherited=False, texts=(), rank=1) if other not in state.focus else None


def share_of_named(asked: Reference) -> Understanding | None:
    """本庁舎の割合は？ after a sum: the one project that the matter means, as a share of the costs."""
    read = asked.read
    best = max(read.linked.values(), default=0.0)
    meant = read.projects or tuple(name for name, weight in read.linked.items() if weight == best)
    project = asked.catalogue.project(meant[0]) if len(meant) == 1 else None
    if read.operation != "share" or asked.state.operation != "sum" or not project or project.cost_million_yen is None:
        return None
    return asked.about(meant, inherited=False, field="cost")


def without_extreme(asked: Reference) -> Understanding | None:
    """一番高いのを除くと？ after a sum or a mean: the same of the list without its largest or smallest."""
    found, state = _LESS_EXTREME.search(asked.read.text), asked.state
    shown = [project for project in map(asked.catalogue.project, state.shown) if project]
    costed = sorted((p for p in shown if p.cost_million_yen), key=lambda p: p.cost_million_yen or 0)
    if not found or state.operation not in ("sum", "average") or len(costed) < 2:
        return None
    out = costed[0 if found["smallest"] else -1].id
    filters = Filters(among=state.shown, excluding=(out,))
    operation = "average" if "average" in asked.read.cues else state.operation
    again = {"operation": operation, "filters": filters, "field": "cost", "inherited": True, "rank": 1}
    return asked.read.model_copy(update=again)


def place(asked: Reference) -> Understanding | None:
    """重点事業の中では何番目？: where what was spoken of stands by its cost."""
    read, state = asked.read, asked.state
    if "place" not in read.cues or read.projects or read.divisions or len(state.focus) != 1:
        return None
    named = {"projects": state.focus, "names_whole": True, "attribute": None}  # 何位 counts nothing
    return read.model_copy(update=named) if has_no_subject(read, asked.refers) else None


def side_by_cost(asked: Reference) -> Understanding | None:
    """高いほうの担当課は after two costs: that one's field."""
    read, found = asked.read, _SIDE_BY_COST.match(asked.read.text)
    shown = asked.state.shown if len(asked.state.shown) == len(("one", "other")) else last_costs(asked.state)[-2:]
    costed = [p for p in map(asked.catalogue.project, shown) if p and p.cost_million_yen is not None]
    if not found or read.projects or read.divisions or len(costed) != len(("one", "other")):
        return None
    meant = (max if found["largest"] else min)(costed, key=lambda project: project.cost_million_yen or 0)
    return asked.about((meant.id,), operation=None, filters=None, field=read.field or "division")


def extreme(asked: Reference) -> Understanding | None:
    """高いのは？ of a list that was shown, without a word like 一番."""
    found = _EXTREME.search(asked.read.text)
    shown = asked.state.shown if len(asked.state.shown) > 1 else last_costs(asked.state)[-2:]
    if not found or by_number(asked) or len(shown) < 2 or len(asked.read.text) > LONGEST_ELLIPSIS:
        return None
    operation = "largest" if found["largest"] else "smallest"
    filters = Filters(among=shown)
    return asked.read.model_copy(update={"operation": operation, "filters": filters, "inherited": True})
