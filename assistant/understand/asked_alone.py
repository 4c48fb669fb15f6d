"""Turns of few words: the fields wanted (課とお金だけ), a place in the list (④の内容は), or the same once more."""

import re
from functools import cache

from assistant.conversation import ConversationState
from assistant.understand.same_set import turn_patterns
from assistant.understand.spoken_sets import last_list
from assistant.understand.vocabulary import read_yaml

_CIRCLED = re.compile("^[①-⑳](?=の|は|を|って|が)")
_THAT_PLACE = re.compile("^[そこ]の(?=[0-9一二三四五六七八九]{1,2}(?:番目|つ目|個目|件目))")


def place_in_list(text: str, state: ConversationState) -> str:
    """①の内容は and その4番目は, after a list, as places in it."""
    if not last_list(state):
        return text
    return _CIRCLED.sub(lambda match: f"{ord(match[0]) - ord('①') + 1}番目", _THAT_PLACE.sub("", text))


def fields_alone(text: str, state: ConversationState) -> str:
    """課だけ教えて, 課とお金は as 担当課は, 担当課と事業費は, where a project was spoken of.

    The nouns make up the whole turn, so that a short one (課, お金), which elsewhere is part of a matter, is a field.
    """
    match = _fields().fullmatch(text) if state.focus else None
    if not match:
        return text
    nouns = read_yaml("fields_alone.yaml")["nouns"]
    asked = re.findall("|".join(sorted(nouns, key=len, reverse=True)), match["nouns"])
    return f"{'と'.join(dict.fromkeys(nouns[noun] for noun in asked))}は"


def once_more(text: str, state: ConversationState) -> tuple[str, ConversationState]:
    """もう一度お願いします: the last question, in the conversation as it stood before it."""
    if not state.asked or not turn_patterns()["once_more"].match(text):
        return text, state
    *earlier, last = state.before or (ConversationState(),)
    return state.asked, ConversationState(**{**dict(last), "before": tuple(earlier)})


@cache
def _fields() -> re.Pattern[str]:
    spelled = read_yaml("fields_alone.yaml")
    noun = "|".join(sorted(spelled["nouns"], key=len, reverse=True))
    return re.compile(
        f"(?:{spelled['before']}){{0,3}}(?P<nouns>(?:{noun})(?:{spelled['between']}(?:{noun})){{0,3}}){spelled['behind']}"
    )
