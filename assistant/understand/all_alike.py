"""Whether several have the same division: those named, or all that the talk told of (結局ぜんぶ同じ課？)."""

import re
from typing import Literal

from assistant.understand.question import Premise, Understanding
from assistant.understand.reference import Reference
from assistant.understand.spoken_sets import last_list

_FIELD = "(?:課|担当課?|所管課?|部署|窓口)"
_SAME = "(?:同じ|おなじ|一緒|いっしょ|同一|共通)"
_APART = "(?:別々?|ばらばら|バラバラ|違[うい]|ちが[うい]|違って|異な)"
_ALIKE = re.compile(
    f"(?:{_FIELD}(?:は|が|も)?(?:全部|ぜんぶ|すべて|全て|みんな|みな|どれも|とも)?(?:(?P<same>{_SAME})|(?P<apart>{_APART}))"
    f"|(?:(?P<same_of>{_SAME})|(?P<apart_of>{_APART}))(?:の|な)?{_FIELD})"
)
# Nothing but that is asked (同じ課の事業はいくつ asks for more).
_ENDS = re.compile(
    "(?:の?(?:担当|所管))?(?:に?な[るっ]て?|です|ます|なの|な|でしょう|でしょ|だ|って|で(?:いい|よい|合って)|い|る|て|った|ん|こと|という){0,5}"
    "(?:か|の|よね|ね|かな){0,3}[?？。]*$"
)
_ALL = re.compile("全部|ぜんぶ|すべて|全て|みんな|どれも|いずれも|[0-9二三四五]つとも|結局|全員")
_LONGEST = 24
_WHOLE = re.compile("全部|ぜんぶ|すべて|全て|とも")
_SEVERAL, _MOST = 2, 8


def asks_if_alike(text: str) -> Literal["same", "differ"] | None:
    """Whether it is asked that their divisions are the same, or that they differ."""
    found = _ALIKE.search(text)
    return (
        None
        if found is None or not _ENDS.match(text, found.end())
        else "same"
        if found["same"] or found["same_of"]
        else "differ"
    )


def all_spoken_of(asked: Reference) -> Understanding | None:
    """The question, asked of each project that an answer of the talk was about."""
    read, state = asked.read, asked.state
    if len(read.text) > _LONGEST or not _ALL.search(read.text) or asks_if_alike(read.text) is None:
        return None
    if read.projects or read.topics or read.subject_words or read.codes:
        return None
    told = [one.focus[0] for one in (*state.before, state) if len(one.focus) == 1 and not one.shown]
    projects = tuple(dict.fromkeys(told))
    if not _SEVERAL <= len(projects) <= _MOST:
        return None
    premise = Premise(comparison="same")
    return asked.about(
        projects, field="division", operation=None, divisions=(), filters=None, premise=premise, contrast=False
    )  # fmt: skip


def each_of_list(asked: Reference) -> Understanding | None:
    """それぞれの担当課も, 5つ全部の担当課: of all that were listed, though one of them was spoken of since."""
    read, state = asked.read, asked.state
    listed = last_list(state)
    so_many = read.counted is not None and read.counted.number == len(listed) and bool(_WHOLE.search(read.text))
    if len(state.focus) != 1 or state.focus[0] not in listed or not (read.each or so_many):
        return None
    named = read.projects or read.topics or read.divisions or read.codes or read.filters or read.subject_words
    if named or read.field is None or read.operation not in (None, "list"):
        return None
    return asked.about(listed, operation=None, counted=None, divisions=(), filters=None)
