"""What a question takes over from two subjects that were spoken of: both, the other one, the difference of the two."""

import re
from dataclasses import replace

from assistant.conversation import Spoken
from assistant.understand.ellipsis import has_no_subject
from assistant.understand.filters import Filters
from assistant.understand.numbers import plain_numbers
from assistant.understand.premise import find_comparison
from assistant.understand.question import Premise, Understanding
from assistant.understand.reference import Reference
from assistant.understand.set_patterns import set_patterns
from assistant.understand.spoken_sets import conditions, matters_spoken

_NUMBER = re.compile("(?<![0-9])([3-9])(?:つ|件|個|事業|者)(?!目)")
_JOINS = re.compile(
    r"と(も|は)?(合わせ|あわせ|足|合計|比べ|比較)|との?(差|合計|比|違い|どっち|どちら)|とは(いくら|どれ|どの|何円)[^。、]{0,6}(違|差)"
    r"|よりも?(いくら|どれ|何円|何倍)|[をも](足|加え|含め)"
)
_OPPOSES = re.compile(r"(それ|これ|[そこ]の(事業|事務))(と|(って|は)[、,]?[^。、?？]{2,16}の(何分の|何倍|何割))")
_MORE = re.compile(r"(高|大き|多|安|小さ|少な|低)い")
_OF_MONEY = re.compile(r"費|額|円|予算|お金|コスト|いくら|高|安")
# Whether it is so, not which ones are (より高いのは).
_ASKS_WHETHER = re.compile(r"[いただるすん](です|ます|の|ん)*か?(ね|な)?[?？。]*$")
_SIDE = re.compile(r"(ほう|方)が")
# 両方で, 2つで何件: the two as one.
_TAKEN_TOGETHER = re.compile(
    r"^(?:じゃあ?|では|で|それ|、)?(?:両方|双方|[2二]つ|ふたつ|[2二]件|両者)(?:で|だと|なら)(?:は|全部で)?(?:いくら|何円|何件)?"
    r"(?:です|になる|になります|なの|だ)?[かの]?[?？。]*$"
)
_DENIED = re.compile("(?:じゃ|では|で)な[いく]|以外|のほか")
_BY_NUMBER = ("compare", "difference", "largest", "smallest", "ranking")
_OVER_TWO = {"sum", "average", "ranking", "compare", "difference"}
_OF_NUMBER = (None, "list", "count", "compare", "difference")
_COUNTED = ("list", "count")
_OPPOSING = {"compare", "difference"}
EXTREMES = {"largest", "smallest"}


def both(asked: Reference) -> Understanding | None:
    """Two subjects that were spoken of one after the other: 両方, その差は？, 合わせると？."""
    asked = _as_sum(asked)
    read, state = asked.read, asked.state
    over_two = read.operation in _OVER_TWO or {"sum", "count"} <= read.cues
    if read.operation in _BY_NUMBER and has_no_subject(read, asked.refers) and by_number(asked):
        extreme = read.operation in EXTREMES and len(state.divisions) > len(("this", "other"))
        return asked.of_divisions(state.divisions, operation=read.operation if extreme else "compare")
    if not ("both" in asked.refers or over_two) or read.filters or read.divisions:
        return None
    if not has_no_subject(read, asked.refers):
        return None
    two = _both_lists(asked) or _both_sets(asked)
    counted = _by_their_numbers(asked, two) if two else None
    if counted or state.operation in ("list", "count") or len(state.shown) > 1:
        return counted or _of_lists(asked, two)
    earlier = [spoken.focus for spoken in state.before if len(spoken.focus) == 1 and spoken.focus != state.focus]
    if not earlier or len(state.focus) != 1:
        return None
    named = (*earlier[-1], *state.focus)
    # What is computed over them is asked of them as if they were named in the question itself.
    return asked.about(named, inherited=not over_two, texts=())


def _as_sum(asked: Reference) -> Reference:
    """両方で after two costs asks for their sum."""
    plain = asked.read.operation is None and asked.state.field == "cost" and _TAKEN_TOGETHER.match(asked.read.text)
    as_sum = {"operation": "sum", "each": False}
    return replace(asked, read=asked.read.model_copy(update=as_sum)) if plain else asked


def _by_their_numbers(asked: Reference, two: Understanding) -> Understanding | None:
    """Two sets as one number, or which has more and by how many."""
    read = asked.read
    if read.operation == "count" and ("sum" in read.cues or _TAKEN_TOGETHER.match(read.text)):
        return two.model_copy(update={"each": two.each and "sum" in read.cues})
    counted = asked.state.operation == "count" and not _OF_MONEY.search(read.text)  # 差は？ after two numbers
    if read.operation in _OPPOSING and (counted or re.search(r"多|少|件", read.text)):
        return two.model_copy(update={"operation": "compare", "text": f"件数の{read.text}"})
    return None


def _of_lists(asked: Reference, two: Understanding | None) -> Understanding | None:
    """What is asked of the list that was shown, or of two lists."""
    read, shown = asked.read, asked.state.shown
    if len(shown) > 1 and read.operation in _OPPOSING:
        return asked.about(shown, inherited=False, texts=())
    if two and read.operation == "sum" and not _OF_MONEY.search(read.text):
        return two.model_copy(update={"operation": "count"})
    return two if "both" in asked.refers else None


def last_two(asked: Reference) -> Understanding | None:
    """その2つの差は？ after 一番高いのは？ and 2番目は？: the two spoken of, not the list that they are in."""
    read, state = asked.read, asked.state
    computes = read.operation in _OVER_TWO and has_no_subject(read, asked.refers)
    if not computes or read.projects or read.divisions or read.filters:
        return None
    former = state.before[-1] if state.before else Spoken()
    if len(former.focus) != 1 or len(state.focus) != 1 or former.focus == state.focus:
        return None
    in_order = {former.operation, state.operation} <= EXTREMES and read.operation in _OPPOSING
    named = "two" in asked.refers and len(state.shown) != len(("former", "latter"))
    return asked.about((*former.focus, *state.focus), inherited=False, texts=()) if in_order or named else None


def the_other(asked: Reference) -> Understanding | None:
    """もう一方は？, 残ったほうは？, 契約事務じゃないほうは？: of two in sight the one not named."""
    read, state = asked.read, asked.state
    if "other_one" not in asked.refers or read.divisions or read.codes:
        return None
    best = max(read.linked.values(), default=0.0)
    linked = tuple(name for name, weight in read.linked.items() if weight == best)
    if read.names_whole and read.projects != state.focus and not _DENIED.search(read.text):
        return None  # もう片方、契約事務の金額は？ says itself which one that is
    out = (read.filters.excluding if read.filters else ()) or read.projects or linked or state.focus
    earlier = [spoken.focus for spoken in reversed(state.before) if len(spoken.focus) == 1]
    offered = tuple(project_id for choice in state.picked_from for project_id in choice.project_ids)
    pairs = [spoken.shown for spoken in (state, *reversed(state.before))]
    pairs += [tuple(dict.fromkeys((*focus, *state.focus))) for focus in earlier]
    pairs = [offered, *pairs] if len(state.picked_from) == len(("this", "other")) else pairs
    two = next((pair for pair in pairs if len(pair) == len(("this", "other")) and set(out) & set(pair)), ())
    left = [name for name in two if name not in out]
    if len(left) != 1:
        return None
    return asked.about(left, field=read.field or state.field, filters=None, operation=None)


def by_number(asked: Reference) -> bool:
    """Whether several divisions were spoken of together, and it is their projects that are more or fewer."""
    state = asked.state
    shown = [project for project in map(asked.catalogue.project, state.shown) if project]
    without_costs = all(project.cost_million_yen is None for project in shown)
    asks = re.search(r"多|少|件", asked.read.text) and not _OF_MONEY.search(asked.read.text)
    listed = len(state.divisions) > 1 and len(state.focus) != 1 and state.operation in _OF_NUMBER
    return bool(listed and without_costs and asks)


def together_with(asked: Reference) -> Understanding | None:
    """橋の事業も足すと, それと橋の事業では: what was spoken of and the project that the question names."""
    read, state = asked.read, asked.state
    joins = bool(_JOINS.search(read.text)) and read.operation in _OVER_TWO
    opposed = bool(_OPPOSES.search(read.text)) and (read.operation is not None or bool(_MORE.search(read.text)))
    coded = tuple(project.id for code in read.codes for project in asked.catalogue.with_code(code))
    best = max(read.linked.values(), default=0.0)
    linked = [project_id for project_id, weight in read.linked.items() if weight == best]
    meant = [project for project in map(asked.catalogue.project, linked) if project and project.cost_million_yen]
    other = read.projects or coded or tuple(project.id for project in meant)
    if not (joins or opposed) or len(other) != 1 or not state.focus:
        return None
    named = tuple(dict.fromkeys((*state.focus, *other)))
    operation = read.operation if read.operation in _OVER_TWO else "compare"
    both = {"projects": named, "codes": (), "operation": operation, "names_whole": True, "texts": ()}
    return read.model_copy(update=both) if len(named) > 1 else None


def than_another(asked: Reference) -> Understanding | None:
    """それ、橋の事業より高い？, 橋の事業のほうが安いですか: whether the one spoken of costs more than another named."""
    read, state = asked.read, asked.state
    comparison = find_comparison(read.text)
    if len(state.focus) != 1 or comparison is None or read.divisions or not _ASKS_WHETHER.search(read.text):
        return None
    other, is_first = (*read.projects, ""), bool(read.projects) and bool(_SIDE.search(read.text))
    named = other[0] if is_first and len(read.projects) == 1 else _of_that_cost(asked)
    if not named or named == state.focus[0]:
        return None
    pair = (named, *state.focus) if is_first else (*state.focus, named)
    premise = Premise(than=pair[1:], comparison=comparison)
    said = {"premise": premise, "operation": "compare", "field": "cost", "filters": None, "texts": (), "operands": ()}
    return asked.about(pair, **said, inherited=False)


def more_than_division(asked: Reference) -> Understanding | None:
    """〇〇課より多いですか after another division's projects: whose are more, and by how many."""
    read, state = asked.read, asked.state
    one_each = len(read.divisions) == len(state.divisions) == 1 and read.divisions != state.divisions
    counted = state.operation in _COUNTED and not (read.projects or read.filters or read.codes)
    asks = read.operation in _BY_NUMBER or _MORE.search(read.text)
    if not (one_each and counted and asks) or _OF_MONEY.search(read.text):
        return None
    return asked.of_divisions((*state.divisions, *read.divisions), operation="compare", inherited=False, field=None)


def _of_that_cost(asked: Reference) -> str:
    """The project named whose cost was read as the bound of a set (橋の事業より高い)."""
    bounds = asked.read.filters or Filters()
    bound = next((one for one in (bounds.cost_over, bounds.cost_under) if one is not None), None)
    rest = bounds.model_copy(update={"cost_over": None, "cost_under": None})
    alike = [project for project in asked.catalogue.projects if bound is not None and project.cost_million_yen == bound]
    said = [project for project in alike if any(word in project.name for word in asked.read.subject_words)]
    return said[0].id if len(said) == 1 and rest.is_empty else ""


def same_division(asked: Reference) -> Understanding | None:
    """両方とも同じ課？, 三つに共通する課は？: the divisions of what is spoken of and of what was spoken of before."""
    read, state = asked.read, asked.state
    asks = set_patterns()["same_division"].search(read.text)
    if not asks or read.projects or read.divisions or read.operation == "list":
        return None
    number = _NUMBER.search(plain_numbers(read.text))
    several = matters_spoken(state)[-int(number[1]) :] if number and not read.linked else ()
    if number and len(several) == int(number[1]):
        return asked.about(several, inherited=True, texts=(), field="division")
    earlier = [spoken.focus for spoken in state.before if spoken.focus and spoken.focus != state.focus]
    own = read.linked or state.focus
    if not own or not (earlier or read.linked) or len(own) > 1:
        return None
    former = state.focus if read.linked else earlier[-1]
    named = tuple(dict.fromkeys((*former, *own)))
    return asked.about(named, inherited=True, texts=(), field="division") if len(named) > 1 else None


def _both_sets(asked: Reference) -> Understanding | None:
    """Two sets that were counted one after the other, taken together: 両方合わせると何件？."""
    state = asked.state
    former = state.before[-1] if state.before else Spoken()
    counted = all(one.operation in _COUNTED and one.filters and one.shown for one in (former, state))
    if not counted or former.shown == state.shown or "sum" not in asked.read.cues:
        return None
    filters = Filters(among=tuple(dict.fromkeys((*former.shown, *state.shown))))
    return asked.read.model_copy(update={"filters": filters, "inherited": True, "each": False, "texts": ()})


def _both_lists(asked: Reference) -> Understanding | None:
    """The lists of two divisions that were asked for one after the other."""
    state, plain = asked.state, "both" not in asked.refers
    if plain and conditions(state.filters) and len(state.shown) > 1 and _OF_MONEY.search(asked.read.text):
        return None  # 合計いくら after 〇〇課の重点事業は: of those alone
    listed = (spoken for spoken in state.before if spoken.shown or len(spoken.focus) != 1)
    earlier = [spoken for spoken in listed if spoken.divisions and spoken.divisions != state.divisions]
    if not earlier or len(earlier[-1].divisions) + len(asked.state.divisions) != 2:
        return None
    return asked.of_divisions((*earlier[-1].divisions, *asked.state.divisions), together=False)
