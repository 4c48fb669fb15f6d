"""What a question takes over from the lists that were shown: そのうち, 2番目, 残り, 同じテーマ."""

import re
from collections.abc import Sequence

from assistant.understand.computing import OVER_SETS
from assistant.understand.ellipsis import LONGEST_ELLIPSIS, has_no_subject, without_topics
from assistant.understand.filters import Filters
from assistant.understand.narrowing import narrowed, of_side
from assistant.understand.ordinals import find_places
from assistant.understand.question import Premise, Understanding
from assistant.understand.reference import Reference
from assistant.understand.same_set import turn_patterns
from assistant.understand.spoken_sets import conditions, last_list, list_beyond
from assistant.understand.two import EXTREMES
from corpus.records import Project

_SAME_THEME = re.compile(r"(同じ|同様の)[^。、]{0,6}(特記|まち|テーマ|につなが)")
# What stands in front of は is the place; what is said of it is a claim, whoever else is asked for besides.
_PLACE_AS_TOPIC = re.compile(
    r"^(?:じゃあ?|では|え|あれ|それで|ちなみに)?[、,]?(?P<place>[^、。はも]{2,8}?)(?:の(?:事業|事務|もの|やつ|ほう|方))?"
    r"(?:は|って|も|なら)[、,]?(?!何|どこ|どの|どちら)"
)
_CLAIMS = re.compile(
    r"だけ|のみ|単独|担当|所管|管轄|やって|受け持"
    r"|(?:課|支所|センター|局|室)(?:も|が|の|です|で(?!き)|でしょ|だ|じゃ|なの|[?？]|$)"
)
_REST = re.compile(
    "残り|残った|(ほか|他)(は|のは|の([0-9一二三四五六七八九]+(つ|件|個|本)|もの|やつ|事業))|もう(一|1|ひと)つは"
)
_ENTRY_OF = re.compile(
    "の(?:事業の?)?(?P<place>[0-9一二三四五六七八九]{1,2}(?:番目|つ目|個目|件目)|最後|最初)の?(?!年|課)"
)
_WHICH = re.compile("のは(一体)?(どれ|どちら|どっち)")
# Of a longer list an entry is named, not told by what it is like.
_MOST_SIDES = 12
_ITS_COST = re.compile(
    r"(番目|番め|つ目|件目)の(?:(事業|もの|やつ)の)?(推計)?(事業費|費用|金額|予算|コスト)(は|って|を|も|$)"
)


def among_shown(asked: Reference) -> Understanding | None:
    """そのうち…は, …だけ: some of the list that was shown."""
    shown = _list_in_sight(asked)
    if asked.read.divisions and turn_patterns()["claimed_alone"].search(asked.read.text):
        return None  # 〇〇は総務課だけですか is held against what is spoken of
    if not shown or (asked.read.projects and asked.read.names_whole) or asked.read.codes:
        return None
    told = len(shown) > 1 and not asked.read.operation and turn_patterns()["in_it_too"].search(asked.read.text)
    if "among" in asked.refers or (told and conditions(asked.read.filters)):
        if asked.read.field not in (None, "division", "content") and has_no_subject(asked.read, asked.refers):
            plain = not (asked.read.filters or asked.read.operation or asked.read.divisions)
            return asked.about(shown) if plain else narrowed(asked.read, shown, asked.catalogue)
        named = [name for name in asked.read.projects if name in shown]
        if len(named) == 1 and not (asked.read.operation or conditions(asked.read.filters)):
            return asked.about(named, filters=None)  # そのうち〇〇の内容は names it in short
        found = narrowed(asked.read, shown, asked.catalogue)
        return _detail_of_one(asked, found) or _those(found)
    if "narrowing" not in asked.refers or len(shown) < 2 or len(asked.read.text) > LONGEST_ELLIPSIS:
        return None
    if find_places(asked.read.text, len(shown)) or asked.read.divisions or asked.read.operation:
        return None
    which_of_them = _WHICH.search(asked.read.text)  # 会議を開くのはどれ asks for no sum
    read = asked.read.model_copy(update={"field": None}) if which_of_them else asked.read
    return narrowed(read, shown, asked.catalogue, only_if_some=True)


def _detail_of_one(asked: Reference, found: Understanding | None) -> Understanding | None:
    """研修のは何に基づく？: a detail of the one that its words single out of the list, not which one it is."""
    among = found.filters.among if found and found.filters and conditions(found.filters) == [] else None
    if not among or len(among) != 1 or asked.read.operation or not turn_patterns()["detail"].search(asked.read.text):
        return None
    return asked.about(among, field=asked.read.field or "content", filters=None)


def _those(found: Understanding | None) -> Understanding | None:
    """そのうちB課とのものは, A課が受け持つのは: which ones they are is asked for, not whose they are."""
    if not found or found.operation or not turn_patterns()["those"].search(found.text):
        return found
    own = found.field == "division" and (conditions(found.filters) or found.divisions)
    return found.model_copy(update={"operation": "list", "field": None}) if own else found


def _list_in_sight(asked: Reference) -> tuple[str, ...]:
    """What was shown last; さっきのうち means the list before, where a single project was asked about since."""
    picked = len(asked.state.shown) == 1 and asked.state.inherited  # 終わったほうは after one was picked from a list
    in_list = "among" in asked.refers or (picked and conditions(asked.read.filters))
    return last_list(asked.state) or asked.state.shown if in_list else asked.state.shown


def side_of_shown(asked: Reference) -> Understanding | None:
    """重点になっている方の目標は？: the one of the list that was shown which is as the question says."""
    read, shown = asked.read, asked.state.shown
    bare = turn_patterns()["side"].search(read.text) and not (read.divisions or read.codes or read.names_whole)
    if not bare or not 1 < len(shown) <= _MOST_SIDES or read.operation in OVER_SETS:
        return None
    if "other_one" in asked.refers and not conditions(read.filters):  # 検査じゃないほう
        return None
    return of_side(read, shown, asked.catalogue, read.field or asked.state.field)


def claimed_of_place(asked: Reference) -> Understanding | None:
    """3番目は総務課だけで所管している？: a division claimed for an entry of the list that was shown."""
    read, state = asked.read, asked.state
    named = read.divisions or read.unknown_divisions
    head = _PLACE_AS_TOPIC.match(read.text)
    shown = next((s.shown for s in (state, *reversed(state.before)) if len(s.shown) > 1), ())
    places = find_places(head["place"], len(shown)) if head and named else ()
    if len(places) != 1 or not head or not _CLAIMS.search(read.text[head.end() :]):
        return None
    only = "only" in asked.refers or "単独" in read.text
    premise = (read.premise or Premise()).model_copy(update={"divisions": read.divisions, "only": only})
    settled = {"operation": None, "filters": None, "counted": None, "divisions": (), "rank": 1, "texts": ()}
    return asked.about([shown[places[0]]], inherited=False, premise=premise, field="division", **settled)


def another_division_of(asked: Reference) -> Understanding | None:
    """2番目には、ほかの課も入ってる？, それはこの課だけ？: whether an entry shown, or the one told of, has more."""
    read, state, patterns = asked.read, asked.state, turn_patterns()
    beside, only = (patterns[name].search(read.text) for name in ("another_division", "only_that_division"))
    asks = beside or (only if state.divisions else None)
    if not asks or read.divisions or read.projects or read.codes or len(read.text) > LONGEST_ELLIPSIS:
        return None
    meant = _one_meant(asked, read.text[: asks.start()])
    if meant is None:
        return None
    several = Filters(several_divisions=True) if beside else None
    premise = Premise() if beside else Premise(divisions=state.divisions, only=True)
    settled = {"operation": None, "counted": None, "rank": 1, "texts": (), "attribute": None}
    return asked.about([meant], inherited=False, premise=premise, filters=several, field="division", **settled)


def _one_meant(asked: Reference, head: str) -> str | None:
    """The entry of the last list that the head of the question tells by its place, or the one spoken of."""
    state = asked.state
    shown = next((s.shown for s in (state, *reversed(state.before)) if len(s.shown) > 1), ())
    meant = [shown[at] for at in find_places(head, len(shown))] or list(state.focus)
    named = any(word in head for word in asked.read.subject_words)
    return meant[0] if len(meant) == 1 and not named else None


def which_they_are(asked: Reference) -> Understanding | None:
    """内訳は？, どれですか after a count: the same set as a list."""
    read, state = asked.read, asked.state
    named = read.projects or read.divisions or read.codes or read.filters
    if state.operation != "count" or not state.shown or named or not turn_patterns()["which_they_are"].match(read.text):
        return None
    again = {"operation": "list", "field": None, "texts": (), "premise": None, "counted": None, "attribute": None}
    if state.divisions and not state.filters:
        return asked.of_divisions(state.divisions, **again)
    filters = state.filters or Filters(among=state.shown)
    return without_topics(read).model_copy(update={**again, "filters": filters, "inherited": True})


def entry_of_division(asked: Reference) -> Understanding | None:
    """納税課の2つ目の内容は: an entry of the division's projects, as they are listed."""
    read = asked.read
    named = _ENTRY_OF.search(read.text) if len(read.divisions) == 1 and asked.state.is_under_way else None
    if not named or read.projects or read.codes or not read.text[: named.start()].endswith(read.divisions[0]):
        return None
    own = asked.catalogue.of_division(read.divisions[0])
    places = find_places(named["place"], len(own))
    settled = {"operation": None, "filters": None, "divisions": (), "counted": None, "rank": 1, "texts": ()}
    found = [own[at].id for at in places]
    return asked.about(found, field=read.field or "content", premise=None, **settled) if found else None


def same_theme(asked: Reference) -> Understanding | None:
    """同じまちにつながる事業はほかにある？: the projects whose note names the same as that of what was spoken of."""
    read, state = asked.read, asked.state
    meant = read.projects if read.names_whole else state.focus
    project = asked.catalogue.project(meant[0]) if len(meant) == 1 else None
    theme = re.search(r"「(.+?)」", project.note or "") if project and _SAME_THEME.search(read.text) else None
    if theme is None:
        return None
    spoken = meant if "others" in asked.refers else ()
    filters = Filters(themes=(theme[1],), excluding=spoken)
    named = {"filters": filters, "operation": "list", "field": None, "texts": (), "projects": (), "inherited": True}
    return without_topics(read).model_copy(update=named)


def by_place_in_list(asked: Reference) -> Understanding | None:
    """2番目の事業, 最後のは: entries of the list that was shown last."""
    read, state = asked.read, asked.state
    lists = [spoken.shown for spoken in (*state.before, state) if len(spoken.shown) > 1]
    lists = lists or ([state.shown] if state.shown and state.filters else [])  # a list may have one entry
    if _ITS_COST.search(read.text) and state.operation not in EXTREMES:  # 3番目の事業費は？ is no order by cost
        read = read.model_copy(update={"operation": None, "rank": 1})
    if not lists or read.divisions or read.texts or read.rank > 1:
        return None
    places = find_places(read.text, len(lists[-1]))
    asks = read.field or read.attribute or read.operation
    field, years = (read.field, read.years) if asks else (state.field, read.years or state.years)
    named = [lists[-1][at] for at in places]
    if not places:
        return None
    # 最初の2つの担当課 says of the list which are meant, and nothing of the projects themselves
    several = {"premise": None, "counted": None, "operation": None} if len(places) > 1 else {}
    if several or (read.filters and read.filters.cut):
        several["filters"] = None
    asks_of = {"field": field, "years": years, "operation": read.operation, "rank": 1, **several}
    return asked.about(named, **asks_of)


def without_these(asked: Reference) -> Understanding | None:
    """それ以外の重点事業, 残りは: a described set, or the list that was shown, without what was spoken of."""
    read, state = asked.read, asked.state
    if "others" not in asked.refers or "other_years" in asked.refers or not state.focus or read.divisions:
        return None
    bare = has_no_subject(read, asked.refers)
    points = asked.refers & {"it", "project"} and re.search(r"以外|のほか|の他", read.text)
    rest = bare and not read.filters and _REST.search(read.text)
    listed = list_beyond(state, state.focus) if rest else None
    if not listed and bare and re.search(r"もう(一|1|ひと)つ", read.text) and state.divisions:
        return asked.of_divisions(state.divisions, filters=Filters(excluding=state.focus), operation="list")
    if rest and not listed and conditions(state.filters) and state.focus == state.shown:  # 残りは after 重点は何件
        listed = tuple(p.id for p in _whole_of(asked) if p.id not in state.shown)
    if not (points or listed or (read.filters and bare)):
        return None
    filters = (read.filters or Filters(among=listed)).model_copy(update={"excluding": state.focus})
    asks = {"filters": filters, "operation": read.operation or "list", "inherited": True}
    return without_topics(read).model_copy(update=asks)


def _whole_of(asked: Reference) -> Sequence[Project]:
    """What the set in sight was chosen from: its divisions' projects, or all."""
    divisions = asked.state.filters.divisions if asked.state.filters else ()
    own = [project for name in divisions for project in asked.catalogue.of_division(name)]
    return own or asked.catalogue.projects


def nothing_else(asked: Reference) -> Understanding | None:
    """ほかの事業は？ and これで全部？ right after all projects of a division: that these are all, once more."""
    read, state = asked.read, asked.state
    own = {project.id for name in state.divisions for project in asked.catalogue.of_division(name)}
    if not state.shown or state.focus != state.shown or state.operation not in ("list", "count", None):
        return None
    named = read.divisions or read.projects or read.codes or conditions(read.filters) or read.subject_words
    if named or read.field or not turn_patterns()["nothing_else"].match(read.text):
        return None
    again = {"operation": "list", "filters": state.filters, "whole_told": True, "counted": None, "texts": ()}
    if state.filters and Filters(**dict(_conditions_of(state.filters))) == state.filters:
        return read.model_copy(update={**again, "inherited": True, "premise": None})
    whole = state.filters is None and set(state.shown) == own and not state.by_matter
    return asked.of_divisions(state.divisions, **again) if whole else None


def _conditions_of(filters: Filters) -> list[tuple[str, object]]:
    """What the filters state of the projects themselves, with how; and of which divisions they are."""
    return [(name, getattr(filters, name)) for name in (*conditions(filters), "divisions")]
