"""Which division of the conversation a question means: その課, 両課, 前者の課, 転入届の課, 財政課のは？."""

import re
from dataclasses import replace

from assistant.understand.computing import OVER_SETS
from assistant.understand.ellipsis import LONGEST_ELLIPSIS, asks_something, is_elliptical, without_topics
from assistant.understand.filters import Filters
from assistant.understand.narrowing import narrowed
from assistant.understand.numbers import plain_numbers
from assistant.understand.ordinals import find_places
from assistant.understand.question import Premise, Understanding
from assistant.understand.reference import OFFERS, Reference
from assistant.understand.same_set import turn_patterns
from assistant.understand.spoken_sets import answers, conditions
from assistant.understand.two import EXTREMES
from assistant.understand.words import words

_BY_THE_SAME = re.compile(r"(同じ|その|(?<!ど)この)(課|部署|窓口|担当|ところ)(で|が|に|の)")
# そこの重点事業を, そこ、重点は持ってる: what the division has, not whether the project is so.
_OF_ITS = re.compile(
    "^(?:じゃあ?|では|で|、)?そこ(?:(?:に)?は|って|、)*の?[^。はが]{2,8}(?:[はを]|って)?(?:教え|知り|見せ|挙げ|持|抱|あ[るり]|$|[?？])"
)
# そこは何をやってるの, そこの仕事は: of a branch office, the whole of what it does.
_ITS_WORK = re.compile(
    "そこ(?:(?:で)?は|って|の(?:事業|仕事|業務))、?(?:$|[?？]|何を?(?:し|やっ)て|どんな)|そこの(?:事業|仕事|業務)[はを]"
)
_JOINED = re.compile(
    "との?(?:一緒|いっしょ|共同|合同|共管|組[んむ]|連携|連名|共に|ともに|両方)(?!(?:に|で)?(?:見|教|出|並|まとめ))"
)
_THE_NEXT = re.compile("^(?:じゃあ?|では|で|、)*(?:その)?次(?:に(?:多い|少ない)(?:の|課)?|点)?(?:は|って)")
_BARE_PLACE = re.compile(
    "^(?:じゃあ?|では|で|その|、)*(?P<number>[2-9])(?:番目?|位|番目に(?:多い|少ない)(?:の|課))(?:は|って)"
)
_SAME_KIND = re.compile(r"(の(は|もの|ほう|方|やつ)|だと|なら|では|だけ|のみ)[^。]{0,6}$")

# ほかにもありますか。全部見せて: what is spoken of is one of all.
_WITH_ALL = re.compile("含め|(?:ほか|他)にも[^。?？]*[。?？].*(?:全部|すべて|全て|一覧)")

_BY_SIZE = re.compile("(?:多|(?P<fewer>少な))(?:い|かった)(?:ほう|方)の?(?:課|部署|支所|ところ)?(?:の|が|は)")


def next_by_size(asked: Reference) -> Understanding | None:
    """二番目は？ after the division with the most projects (or the fewest): the next in that order."""
    read, state = asked.read, asked.state
    place, after = _BARE_PLACE.match(plain_numbers(read.text)), _THE_NEXT.match(read.text)
    if not (place or after) or state.operation not in EXTREMES or state.focus or not state.divisions:
        return None
    rank = int(place["number"]) if place else state.rank + 1
    told = f"事業の数が{rank}番目に{'少ない' if state.operation == 'smallest' else '多い'}課は"
    ranked = {"text": told, "operation": state.operation, "rank": rank, "inherited": True}
    return without_topics(read).model_copy(update={**ranked, "divisions": (), "field": "division", "filters": None})


def one_of_the_divisions(asked: Reference) -> Understanding | None:
    """財産のほうの課: of several divisions spoken of, the one whose name holds a word of the question."""
    divisions = asked.state.divisions
    if len(divisions) < 2 or asked.read.divisions:
        return None
    extreme = asked.read.operation in ("largest", "smallest")  # 一番事業が多い課 is no first one
    places = () if extreme else find_places(asked.read.text, len(divisions))
    counts = asked.read.operation == "count" and len(divisions) == len(asked.state.focus)  # 後者の事業は何件？
    if len(places) == 1 and ("division_by_place" in asked.refers or counts or not asked.state.focus):
        return _all_of(asked, (divisions[places[0]],), asked.state.focus, asked.read.filters)
    if "one_division" not in asked.refers:
        return None
    nouns = [word.surface for word in words(asked.read.text) if word.is_noun and len(word.surface) > 1]
    named = [name for name in asked.state.divisions if any(noun in name for noun in nouns)]
    return _all_of(asked, (named[0],), asked.state.focus, asked.read.filters) if len(named) == 1 else None


def _all_of(
    asked: Reference, divisions: tuple[str, ...], spoken: tuple[str, ...], filters: Filters | None
) -> Understanding:
    """The divisions' projects as they are asked for; without those spoken of, where the others are."""
    read = asked.read
    if "others" in asked.refers and spoken and not _WITH_ALL.search(read.text):
        filters = _without(filters, spoken)
        nothing = {"projects": (), "names_whole": False, "texts": (), "attribute": None, "counted": None}
        asked = replace(asked, read=read.model_copy(update={**nothing, "field": None, "subject_words": ()}))
    return asked.of_divisions(divisions, operation=read.operation or "list", filters=filters)


def _without(filters: Filters | None, spoken: tuple[str, ...]) -> Filters:
    """The filters without what was spoken of; その課のほかの事業 leaves out no kind of division."""
    others = {"excluding": spoken, "excluding_divisions": (), "excluding_kinds": ()}
    return (filters or Filters()).model_copy(update=others)


def division_of_matter(asked: Reference) -> Understanding | None:
    """転入届の課の事業を全部, さっきの車の課はほかに何を？: the division of a matter that the question itself names."""
    read = asked.read
    found = turn_patterns()["division_of"].search(read.text)
    named = found if "division_by_place" not in asked.refers else None
    plain = not read.filters or read.filters == Filters(part=read.filters.part)
    same = "と同じ" in named[0] if named else False  # 〇〇事務と同じ課の事業
    asks = read.operation in ("list", "count") or "others" in asked.refers or same
    if not named or not asks or read.divisions or not plain:
        return None
    best = max(read.linked.values(), default=0.0)
    linked = tuple(name for name, weight in read.linked.items() if weight == best)
    spoken = _spoken_of(asked, (*read.projects, *linked))
    ids = spoken or (read.projects if read.names_whole else () if read.projects else linked)
    found = [project for project in map(asked.catalogue.project, ids) if project]
    if len({project.divisions for project in found}) != 1:
        return None
    unnamed = {"projects": (), "names_whole": False, "subject_words": ()}
    asked = replace(asked, read=read.model_copy(update=unnamed))
    return _all_of(asked, found[0].divisions, tuple(project.id for project in found), None)


def _spoken_of(asked: Reference, meant: tuple[str, ...]) -> tuple[str, ...]:
    """What the last answer was about that the question may mean: by its name, or by a reading of its words."""
    may_be = {*meant, *(project_id for choice in asked.read.broad for project_id in choice.project_ids)}
    told = answers(asked.state)
    said = [word for word in asked.read.subject_words if len(word) > 1]
    names = [(one.focus, "、".join(p.name for p in map(asked.catalogue.project, one.focus) if p)) for one in told]
    by_id = (focus for focus, _ in names if may_be & set(focus))
    by_word = (focus for focus, name in names if any(word in name for word in said))
    return next(by_id, None) or next(by_word, ())


def matters_of_that_division(asked: Reference) -> Understanding | None:
    """その課、ほかにどんな税を扱う？: those of the division's projects that the broad word may mean."""
    read, divisions = asked.read, asked.state.divisions
    if "division" not in asked.refers or not divisions or read.divisions or read.names_whole or not read.linked:
        return None
    if read.operation not in ("list", "count"):
        return None
    own = [project.id for name in divisions for project in asked.catalogue.of_division(name)]
    meant = [name for name in own if name in read.linked]
    spoken = asked.state.focus if "others" in asked.refers else ()
    filters = (read.filters or Filters()).model_copy(update={"among": tuple(meant), "excluding": spoken})
    return asked.of_divisions(divisions, filters=filters) if set(meant) - set(spoken) else None


def claimed_of_that_division(asked: Reference) -> Understanding | None:
    """車の購入も同じ課でいい？: whether another matter is the same division's."""
    read, divisions = asked.read, asked.state.divisions
    if not _BY_THE_SAME.search(read.text) or len(divisions) != 1 or read.divisions or not read.subject_words:
        return None
    if read.operation or not (OFFERS.search(read.text) or "claim" in asked.refers):
        return None
    return read.model_copy(update={"divisions": divisions, "premise": Premise(divisions=divisions)})


def that_division(asked: Reference) -> Understanding | None:
    """その課, 担当課の事業, and そこ where a list is asked for."""
    read, state = asked.read, asked.state
    two = _two_divisions(asked)
    if two and "others" not in asked.refers and not read.divisions:
        return asked.of_divisions(two)
    described = conditions(read.filters) and _OF_ITS.search(read.text)
    at_branch = asked.state.field_of_branches and _ITS_WORK.search(read.text)
    asks = read.operation in ("list", "count") or described or at_branch
    there = asked.refers & {"place", "project", "it"} == {"place"} and asks
    if not (asked.refers & {"division", "first_division"} or there) or not state.divisions or read.divisions:
        return None
    spoken = _of_the_list(asked)
    own = [project for name in spoken for project in asked.catalogue.of_division(name)]
    places = find_places(read.text, len(own)) if re.search(r"目の(事業|事務|仕事|業務)", read.text) else ()
    if places and len(spoken) == 1:
        return asked.about([own[at].id for at in places], filters=None)
    if read.filters and read.filters.several_divisions and "others" in asked.refers:
        return None  # ほかにも二つの課が並ぶ事業: those two are not meant
    pair = "two_divisions" in asked.refers  # 二つの課 are those spoken of, not what describes the projects
    filters = read.filters.model_copy(update={"several_divisions": None}) if pair and read.filters else read.filters
    if "others" in asked.refers and state.focus and not _WITH_ALL.search(read.text):
        filters = _without(filters, state.focus)
        # もうひとつ is no number that is claimed, and 〜でやっている asks for no opening hours.
        read = read.model_copy(update={"attribute": None, "counted": None, "operation": read.operation or "list"})
        asked = replace(asked, read=read)
    return asked.of_divisions(spoken, filters=filters, together=read.together and not pair)


def _of_the_list(asked: Reference) -> tuple[str, ...]:
    """The divisions spoken of; of those of an entry just picked the one whose list it was picked from."""
    divisions = asked.state.divisions
    listed = (one.named for one in answers(asked.state) if len(one.named) == 1 and len(one.shown) > 1)
    of_list = next(listed, ())
    picked = asked.state.inherited and asked.state.field != "division"  # その課 after whose it is are all those told
    return of_list if picked and of_list and set(of_list) < set(divisions) else divisions


def _two_divisions(asked: Reference) -> tuple[str, ...]:
    """両課, 二つの事務局: the division spoken of and the one before it."""
    own = asked.state.divisions
    earlier = [spoken.divisions for spoken in asked.state.before if spoken.divisions != own and spoken.divisions]
    if "two_divisions" not in asked.refers or len(own) != 1 or not earlier:
        return ()
    named = tuple(dict.fromkeys((*earlier[-1], *own)))
    return named if len(named) == 2 else ()


def together_with_another(asked: Reference) -> Understanding | None:
    """B課と一緒にやる事業は？ after A課: what both of them carry."""
    read, state = asked.read, asked.state
    one_each = len(read.divisions) == len(state.divisions) == 1 and read.divisions != state.divisions
    joins = one_each and _JOINED.match(read.text[read.text.find(read.divisions[0]) + len(read.divisions[0]) :])
    another = turn_patterns()["other_division"].search(read.text)  # 相方の課が総務課と一緒にやっているものは
    if not joins or another or read.projects or read.operation not in (None, "list", "count"):
        return None
    both = (*state.divisions, *read.divisions)
    asked = replace(asked, read=read.model_copy(update={"subject_words": (), "sets": frozenset(), "texts": ()}))
    operation = read.operation or "list"
    return asked.of_divisions(both, operation=operation, together=True, filters=None, counted=None, field=None)


def shared_by_them(asked: Reference) -> Understanding | None:
    """その2つで重なっている事業は？ after two divisions: what both of them carry."""
    read, divisions = asked.read, _listed_last(asked)
    own = {p.id for name in asked.state.divisions for p in asked.catalogue.of_division(name)}
    told = turn_patterns()["shared_by_them"].search(read.text)
    of_divisions = len(divisions) > 1 and (not asked.state.focus or set(asked.state.focus) == own)
    if not told or not of_divisions or read.divisions or read.projects:
        return None
    operation = read.operation or "list"
    asked = replace(asked, read=read.model_copy(update={"subject_words": (), "sets": frozenset(), "texts": ()}))
    return asked.of_divisions(divisions, operation=operation, together=True, filters=None, counted=None, field=None)


def _listed_last(asked: Reference) -> tuple[str, ...]:
    """The divisions spoken of; of one after the other, whose projects were listed, both."""
    now, former = asked.state, (asked.state.before or (asked.state,))[-1]
    single = len(now.divisions) == len(former.divisions) == 1 and former.divisions != now.divisions
    listed = all(len(one.named) == 1 and one.shown for one in (now, former))
    return (*former.divisions, *now.divisions) if single and listed else now.divisions


def others_of_the_divisions(asked: Reference) -> Understanding | None:
    """納税課以外の2課は？: of several divisions whose projects were listed those that are not left out, so many."""
    read = asked.read
    told = turn_patterns()["other_divisions"].search(plain_numbers(read.text))
    out = read.filters.excluding_divisions if read.filters else ()
    if not told or not out or read.divisions or read.projects:
        return None
    lists = (one.divisions for one in answers(asked.state) if set(out) < set(one.divisions))
    left = next((found for found in (_but(one, out) for one in lists) if len(found) == int(told["number"])), ())
    operation = read.operation if read.operation in ("list", "count") else "list"
    return asked.of_divisions(left, operation=operation, filters=None, together=False, counted=None) if left else None


def _but(names: tuple[str, ...], out: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in out)


def larger_of_compared(asked: Reference) -> Understanding | None:
    """多いほうの課の事業は？ after several divisions: the one that carries the most projects (or the fewest)."""
    read, divisions = asked.read, asked.state.divisions
    told = _BY_SIZE.search(read.text)
    if not told or len(divisions) < 2 or read.divisions or read.projects:
        return None
    order = min if told["fewer"] else max
    one = order(divisions, key=lambda name: len(asked.catalogue.of_division(name)))
    return asked.of_divisions((one,), operation=None, sets=frozenset(), rank=1)


def rest_of_division(asked: Reference) -> Understanding | None:
    """企画課のほかの事業は？ after one of its projects: the others of that division, not those of all others."""
    read, state = asked.read, asked.state
    out = read.filters.excluding_divisions if read.filters else ()
    if len(out) != 1 or out[0] not in state.divisions or not re.search(r"の(ほか|他|残り)の", read.text):
        return None
    filters = Filters(excluding=state.focus)
    return asked.of_divisions(out, filters=filters, operation=read.operation or "list")


def some_of_division(asked: Reference) -> Understanding | None:
    """秘書課の表彰関係のは？: of one division's projects those that the words fit, as a list."""
    read = asked.read
    named = read.projects or read.codes or read.filters or read.operation or read.field not in (None, "content")
    if "narrowing" not in asked.refers or len(read.divisions) != 1 or named or not asked.state.is_under_way:
        return None
    if len(read.text) > LONGEST_ELLIPSIS or turn_patterns()["claimed_alone"].search(read.text):
        return None
    own = [project.id for project in asked.catalogue.of_division(read.divisions[0])]
    found = narrowed(read, own, asked.catalogue, only_if_some=True)
    if found is None or found.filters is None:
        return None
    of_division = found.filters.model_copy(update={"out_of": 0})  # its projects were not shown
    return found.model_copy(update={"operation": "list", "premise": None, "filters": of_division})


def same_of_division(asked: Reference) -> Understanding | None:
    """財政課のは？ after a set: the same filters and the same operation for another division."""
    read, state = asked.read, asked.state
    if not read.divisions or asks_something(read) or read.filters or not is_elliptical(read, asked.refers):
        return None
    kept = state.filters if state.filters and _SAME_KIND.search(read.text) else None
    operation = state.operation if state.operation in OVER_SETS else None
    return read.model_copy(update={"filters": kept, "operation": operation}) if kept or operation else None
