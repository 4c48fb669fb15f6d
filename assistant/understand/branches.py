"""What a question takes over about branch offices: そこで取れますか, 大船でも？, 支所では？, 本庁なら？."""

import re

from assistant.conversation import BRANCH_SUFFIXES
from assistant.understand.cues import match_cue
from assistant.understand.ellipsis import BARE, LONGEST_ELLIPSIS, is_elliptical, says_an_action
from assistant.understand.filters import Filters
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.reference import OFFERS, Reference
from assistant.understand.same_set import turn_patterns

_HEAD = re.compile("^(?:じゃあ?|では|それなら|なら|あと)、?")
_TWO = 2
_WHAT_THEY_DO = re.compile(
    "何(?:が|を)(?:でき|して|し[まて]|や[っる])|(?:どんな|どういう)(?:仕事|業務|こと)|の(?:仕事|業務)(?:は|を|って|だけ|[?？]|$)"
)


def at_that_branch(asked: Reference) -> Understanding | None:
    """そこ is the branch office spoken of, where an everyday application is asked for."""
    if "place" not in asked.refers or not asked.state.field_of_branches or not asked.read.counter:
        return None
    return asked.read.model_copy(update={"place_divisions": asked.state.divisions[:1]})


def at_place(asked: Reference) -> Understanding | None:
    """A place alone (大船でも？, 玉縄は？): its branch office, for what was spoken of before."""
    read, state = asked.read, asked.state
    if not read.place_divisions or read.divisions or not state.divisions or len(read.text) > LONGEST_ELLIPSIS:
        return None
    if read.projects or read.codes or not _speaks_of_branches_alone(asked):
        return None
    if _is_of_something_printed(asked) and not (state.field_of_branches and _is_listed_place(asked)):
        return None
    if _WHAT_THEY_DO.search(read.text):
        return asked.of_divisions(read.place_divisions, field="content", operation="list", filters=None)
    if state.field_of_branches:
        return asked.of_divisions(read.place_divisions, field=read.field or state.field)
    if not state.counter and not OFFERS.search(read.text) and turn_patterns()["is_place"].search(read.text):
        return None  # 深沢ですか, of where something is built
    return asked.about(state.focus, field=state.field if read.field else "division", counter=True)


def _is_listed_place(asked: Reference) -> bool:
    """Whether nothing but a part of the city is named, as the document lists it (上三ツ瀬は？)."""
    said = key(_HEAD.sub("", BARE.sub("", asked.read.text)))
    return any(said == key(place) for document in asked.catalogue.documents for place in document.places)


def _is_of_something_printed(asked: Reference) -> bool:
    """Whether the place only tells where something is that a schedule prints (梶原四丁目の用地の活用)."""
    places = key("".join(asked.read.place_divisions))
    said = [key(word) for word in asked.read.subject_words]
    said = [word for word in said if word not in places] if len(said) > _TWO else said  # 玉縄の交流センター
    items = (item for p in asked.catalogue.projects for items in (p.schedule or {}).values() for item in items)
    return len(said) > 1 and any(all(word in key(item) for word in said) for item in items)


def _speaks_of_branches_alone(asked: Reference) -> bool:
    """Whether the question names no matter but the branch offices themselves (深沢の支所でも大丈夫？)."""
    found = [project for project in map(asked.catalogue.project, asked.read.linked) if project]
    named = {name for project in found for name in project.divisions}
    return not asked.read.topics or (bool(named) and all(name.endswith(BRANCH_SUFFIXES) for name in named))


def at_the_branches(asked: Reference) -> Understanding | None:
    """支所でももらえる？: whether the branch offices take what was spoken of."""
    read, state = asked.read, asked.state
    if not state.focus or not read.linked or read.place_divisions or read.projects or read.divisions:
        return None
    if read.field not in (None, "division") or read.operation:
        return None
    # A single 〇〇センター that something leads to is no branch office, unless they are named (支所でも).
    if len(read.linked) == 1 and not any(kind in read.text for kind in BRANCH_SUFFIXES):
        return None
    offers = state.counter or OFFERS.search(read.text)
    if not (offers and _speaks_of_branches_alone(asked)) or state.field_of_branches:
        return None
    return asked.about(state.focus, field="division", counter=state.counter)


def list_of_the_branches(asked: Reference) -> Understanding | None:
    """支所のは？ after the list of a division's projects: the list of those of the branch offices."""
    read, state = asked.read, asked.state
    own = {project.id for name in state.divisions for project in asked.catalogue.of_division(name)}
    listed = state.divisions and not state.by_matter and set(state.shown) == own
    asks_besides = read.divisions or read.projects or read.place_divisions or read.attribute
    if (
        not listed
        or asks_besides
        or read.field not in (None, state.field)
        or read.operation not in (None, "list", "count")
        or not read.linked
    ):
        return None
    short = len(read.text) <= LONGEST_ELLIPSIS and is_elliptical(read, asked.refers)
    if not short or not _speaks_of_branches_alone(asked) or says_an_action(read):
        return None
    found = [project for project in map(asked.catalogue.project, read.linked) if project]
    others = state.divisions if "others" in asked.refers else ()
    ordered = (name for project in sorted(found, key=lambda one: one.id) for name in project.divisions)
    names = dict.fromkeys(name for name in ordered if name not in others)
    operation = read.operation or state.operation or "list"
    return asked.of_divisions(tuple(names), operation=operation, filters=state.filters and _plain(state.filters))


def _plain(filters: Filters) -> Filters | None:
    """What the former set was filtered by, but for its divisions."""
    kept = filters.model_copy(update={"divisions": ()})
    return None if kept.is_empty else kept


def at_the_main_office(asked: Reference) -> Understanding | None:
    """本庁だと何課？ after a branch office: the division of what was spoken of."""
    read, state = asked.read, asked.state
    match = match_cue("refers", "main_office", read.text)
    if not match or not state.focus or read.projects or read.divisions or len(read.text) > LONGEST_ELLIPSIS:
        return None
    if any(word not in match[0] for word in read.subject_words):
        return None
    return asked.about(state.focus, field="division")


def at_the_other_branches(asked: Reference) -> Understanding | None:
    """ほかの支所にも同じ事業がある？: the projects of all divisions of that kind but for the one spoken of."""
    read, state = asked.read, asked.state
    named = turn_patterns()["others_of_kind"].search(read.text)
    if not named or read.divisions or read.codes or not state.divisions:
        return None
    of_kind = [division.name for division in asked.catalogue.divisions if division.name.endswith(named["kind"])]
    others = [name for name in of_kind if name not in state.divisions]
    if not others or not set(of_kind) & set(state.divisions):
        return None
    plain = {"operation": "list" if read.operation is None else read.operation, "filters": None, "subject_words": ()}
    return asked.of_divisions(others, **plain, field=None, texts=(), counted=None, attribute=None)
