"""The next one, or the one before: in the order just asked for, in the list that was shown, or by code."""

import re

from assistant.understand.ellipsis import LONGEST_ELLIPSIS, asks_something, has_no_subject
from assistant.understand.filters import Filters
from assistant.understand.ordinals import find_places
from assistant.understand.question import Understanding
from assistant.understand.reference import Reference

_BY_CODE = re.compile(r"番号|コード|CD|ナンバー", re.IGNORECASE)
_EXTREMES = ("largest", "smallest")


def next_in_order(asked: Reference) -> Understanding | None:
    """2番目は？ and 次は？ after 一番高いのは？: the second, the next in the same order."""
    read, state = asked.read, asked.state
    if state.operation not in _EXTREMES or read.operation or read.filters or read.divisions or read.field:
        return None
    places = find_places(read.text, len(state.shown))
    follows = "next_entry" in asked.refers and has_no_subject(read, asked.refers)
    if len(places) != 1 and not follows:
        return None
    rank = places[0] + 1 if len(places) == 1 else state.rank + 1
    again = {"operation": state.operation, "rank": rank, "inherited": True, "field": state.field}
    return read.model_copy(update={**again, "filters": Filters(among=state.shown)})


def beside(asked: Reference) -> Understanding | None:
    """次の番号は？, 文書管理の次は？: the neighbour of one project by code, or in the list that was shown."""
    read, state = asked.read, asked.state
    step = 1 if "next_entry" in asked.refers else -1 if "previous_entry" in asked.refers else 0
    named = read.projects if read.names_whole else tuple(read.linked) if len(read.linked) == 1 else read.projects
    if not step or len(read.text) > LONGEST_ELLIPSIS or state.years or state.operation in _EXTREMES or read.divisions:
        return None
    if not named and not (has_no_subject(read, asked.refers) or set(read.subject_words) == {"やつ"}):
        return None
    own = named or state.focus
    order = _order(asked)
    if len(own) != 1 or own[0] not in order:
        return None
    at = order.index(own[0]) + step
    field = read.field if asks_something(read) else state.field
    return asked.about([order[at]], field=field, filters=None, operation=None) if 0 <= at < len(order) else None


def _order(asked: Reference) -> tuple[str, ...]:
    """The codes' order where a code is asked for; else that of the list that was shown last."""
    if _BY_CODE.search(asked.read.text) or asked.state.field == "code":
        coded = [project for project in asked.catalogue.projects if project.code]
        return tuple(project.id for project in sorted(coded, key=lambda project: project.code or ""))
    lists = [spoken.shown for spoken in (*asked.state.before, asked.state) if len(spoken.shown) > 1]
    return lists[-1] if lists else ()
