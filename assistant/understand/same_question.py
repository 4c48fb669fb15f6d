"""The former question once more, of another thing or of another year (本庁舎は after …は全体の何％)."""

import re

from assistant.conversation import ConversationState
from assistant.understand.at_hand import thing_of
from assistant.understand.cues import find_cues
from assistant.understand.ellipsis import BARE, LONGEST_ELLIPSIS
from assistant.understand.stages import find_stage
from assistant.understand.vocabulary import load_generic_words
from assistant.understand.words import words

_OF_NAMES = frozenset({"名詞", "接頭辞", "接尾辞", "形状詞"})
_YEAR = re.compile("(?:令和|平成)?(?:[0-9]{1,4}|元)年度?")
_YEAR_ALONE = re.compile(
    f"^(?:じゃあ?|では|あと|それと|、)*(?P<year>{_YEAR.pattern})(?:は|だと|なら|のほうは|も)?(?:どう)?(?:です)?か?[?？。]*$"
)
_OPENING = re.compile("^(?:じゃあ?|では|それなら|なら|あと|、)+")


def is_a_name(named: str) -> bool:
    """Whether nothing but a thing is named (本庁舎), no field of what was spoken of (目標)."""
    said = words(named)
    telling = any(word.is_noun and not {word.normal, word.surface} & load_generic_words() for word in said)
    return telling and all(word.part_of_speech[0] in _OF_NAMES for word in said) and not find_cues("asks", named)


def in_another_year(text: str, state: ConversationState) -> tuple[str, ConversationState]:
    """令和6年度は？ after 令和7年度にどんな工事が…: the former question of another year, with all that it asks."""
    years = list(_YEAR.finditer(state.asked)) if find_stage(state.asked) and not state.inherited else []
    match = _YEAR_ALONE.match(text)
    if not match or len(years) != 1 or state.field != "schedule":
        return text, state
    return f"{state.asked[: years[0].start()]}{match['year']}{state.asked[years[0].end() :]}", ConversationState()


def of_another(text: str, state: ConversationState) -> tuple[str, ConversationState]:
    """本庁舎は after …は全体の何％, 政策研究事業は after …は重点？: the former question of another thing."""
    bare, thing = BARE.search(text), thing_of(state.asked)
    kept = (state.operation == "share" or state.claimed) and not state.inherited and len(state.focus) == 1
    if not (kept and bare and thing) or len(text) > LONGEST_ELLIPSIS or find_cues("refers", text) - {"then"}:
        return text, state
    named = _OPENING.sub("", text[: bare.start()])
    if not is_a_name(named) or named == thing:
        return text, state
    return state.asked.replace(thing, named, 1), ConversationState()
