"""Names in the schedule of the project spoken of: 東町会館の工事は？ asks for its item, not for what is in 東町."""

import re
from dataclasses import replace
from functools import reduce

from assistant.understand.ellipsis import BARE
from assistant.understand.fields import find_field
from assistant.understand.kana_words import in_kana
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.reference import Reference
from corpus.records import Project

_BESIDE_THAT = re.compile(
    "年度?(?:と(?:の|は|で(?:は)?)?(?:どう|どこが|何が|なにが)?(?:違|ちが|比べ|差|同じ|変わ)|から(?:は|の)?(?:変わ|変化|違))"
)
_SHORTEST = 3
_SHORTEST_ALONE = 2
_BEFORE_A_NAME = "旧新元"


def item_of_it(asked: Reference) -> Understanding | None:
    """The question, asked of the one project spoken of, where it begins an item of that project's schedule."""
    read, state = asked.read, asked.state
    project = asked.catalogue.project(state.focus[0]) if len(state.focus) == 1 else None
    if project is None or read.divisions or (read.projects and read.names_whole) or read.codes:
        return None
    # 今泉は？ while the schedule is spoken of: two characters are enough where nothing else is said.
    bare = state.field in ("schedule", "when", None) and BARE.search(read.text) and len(read.subject_words) == 1
    alone = (bare and state.years) or (state.items and (bare or read.place_divisions))
    shortest = _SHORTEST_ALONE if alone else _SHORTEST
    name = _named_item(key(read.text), project, shortest)
    if not name and state.items:
        read = _by_sound(read)
        name = _named_item(key(read.text), project, shortest)
    if not name or _of_another(read, project, name) or _of_content(read, project, name):
        return None
    # A bare name (…は？) asks when it is its turn, whatever was asked before; what is done to it stands there too.
    asked_for = find_field(read.cues)
    field = "when" if asked_for in (None, "content") else asked_for
    about = replace(asked, read=read).about(state.focus, field=field, operation=None, filters=None)
    return about.model_copy(update={"counter": False, "place_divisions": (), "other_place": None})


def year_beside(asked: Reference) -> Understanding | None:
    """令和5年度との違いは？ after one project's year: both years of it."""
    read, state = asked.read, asked.state
    told = _BESIDE_THAT.search(read.text) and len(read.years) == 1 and len(state.years) == 1
    named = read.projects or read.divisions or read.codes or read.filters or read.linked
    if not told or named or len(state.focus) != 1 or read.years == state.years:
        return None
    return asked.about(
        state.focus, field="schedule", years=(*read.years, *state.years), operation=None, inherited=False
    )


def _by_sound(read: Understanding) -> Understanding:
    """The question with its places in kana, as an item may spell them (たまなわ交流センター)."""
    places = {word: in_kana(word) for word in read.subject_words} if read.place_divisions else {}
    text = reduce(lambda said, one: said.replace(*one), places.items(), read.text)
    return read.model_copy(update={"text": text, "subject_words": tuple(places.values()) or read.subject_words})


def _named_item(text: str, project: Project, shortest: int) -> str:
    """The longest beginning of an item that the text holds, if it says more than the project's own name."""
    items = {key(item) for items in (project.schedule or {}).values() for item in items}
    starts = {item.lstrip(_BEFORE_A_NAME) for item in items}
    held = [item[:end] for item in starts for end in range(shortest, len(item) + 1) if item[:end] in text]
    longest = max(held, key=lambda name: (len(name), name), default="")
    return "" if longest in key(project.name) else longest


def _of_content(read: Understanding, project: Project, name: str) -> bool:
    """Whether the last noun stands in the content and in no item that begins so (公共建築物の|耐震化は)."""
    last = key(read.subject_words[-1]) if read.subject_words else ""
    items = [key(item) for items in (project.schedule or {}).values() for item in items]
    return bool(last) and last in key(project.content) and not any(name in item and last in item for item in items)


def _of_another(read: Understanding, project: Project, name: str) -> bool:
    """Whether the question names a matter of another project besides (東町会館で転入届は出せる？)."""
    best = max(read.linked.values(), default=0.0)
    elsewhere = bool(read.topics) and read.linked.get(project.id, 0.0) < best
    return elsewhere and not all(key(word) in name for word in read.topic_words)
