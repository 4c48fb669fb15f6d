"""A conversation that goes back to a matter spoken of earlier (統計の話に戻るけど、…, 話を戻すと、…)."""

from collections.abc import Callable

from assistant.conversation import ConversationState, Spoken
from assistant.understand.cues import find_cues
from assistant.understand.question import Understanding
from assistant.understand.same_set import turn_patterns

# Words that point at what the conversation goes back to; where neither they nor a field do, its name tells it.
_POINTS = frozenset({"division", "project", "it", "place"})


def back_at_matter(
    text: str, state: ConversationState, read: Callable[[str], Understanding]
) -> tuple[str, ConversationState]:
    """What the text asks, and the conversation as it stood at the matter that it goes back to.

    ``read`` says what a matter is by itself; one that was not spoken of leaves the text as it is.
    """
    named = turn_patterns()["back_by_kind"].search(text) if state.before else None
    if named:
        meant = _first_of_kind(read(named["kind"]), named["kind"], state)
        return (text, state) if meant is None else (f"それ{text[named.end() :]}", state.back_at(meant))
    match = turn_patterns()["goes_back"].match(text)
    rest = text[match.end() :] if match else ""
    if not match or not rest or not state.is_under_way:
        return text, state
    if not match["matter"] or match["matter"] == "話":
        return rest, state
    spoken = _earlier(read(match["matter"]), state)
    if spoken is None:
        return text, state
    own = read(rest)
    goes_on = find_cues("refers", rest) & _POINTS or (own.field and not (own.subject_words or own.topics))
    asked = f"その課、{rest}" if match["division"] else rest if goes_on else text
    return asked, state if spoken is state else state.back_at(spoken)


def _first_of_kind(matter: Understanding, kind: str, state: ConversationState) -> Spoken | None:
    """The first answer to a question that has the word for it (届), or else that was about such a matter."""
    answers = [one for one in (*state.before, state) if one.focus]
    worded = (one for one in answers if kind in one.asked)
    meant = _meant(matter)
    return next(worded, None) or next((one for one in answers if meant & set(one.focus)), None)


def _meant(matter: Understanding) -> set[str]:
    """The projects that the matter may be about."""
    offered = {project_id for choice in matter.broad for project_id in choice.project_ids}
    return {*matter.projects, *matter.linked, *offered}


def _earlier(matter: Understanding, state: ConversationState) -> Spoken | None:
    """The last answer that was about the matter."""
    meant = _meant(matter)
    answers = (state, *reversed(state.before))
    of_divisions = (one for one in answers if matter.divisions and set(matter.divisions) <= set(one.divisions))
    return next((one for one in answers if meant & set(one.focus)), None) or next(of_divisions, None)
