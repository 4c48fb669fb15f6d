"""The former question once more: of another thing, year or kind, or by a full name (本庁舎は after …は全体の何％)."""

import re

from assistant.conversation import ConversationState
from assistant.understand.at_hand import thing_of
from assistant.understand.cues import find_cues
from assistant.understand.ellipsis import BARE, LONGEST_ELLIPSIS
from assistant.understand.same_set import turn_patterns
from assistant.understand.stages import find_stages
from assistant.understand.vocabulary import load_generic_words
from assistant.understand.words import words

_OF_NAMES = frozenset({"名詞", "接頭辞", "接尾辞", "形状詞"})
_YEAR = re.compile(r"(?:令和|平成|r)\s*(?:[0-9]{1,2}|元)年度?|(?<![0-9])20[0-9]{2}年度?", re.IGNORECASE)
_YEAR_ALONE = re.compile(
    rf"^(?:じゃあ?|では|で|それなら|、)*(?P<year>{_YEAR.pattern})(?:のほう|の方)?(?:は|だと|なら|では)(?:どう)?(?:です)?か?[?？。]*$",
    re.IGNORECASE,
)
_THINGS = re.compile("(?:もの|予定|工程|こと|取組|の)(?=は|を|が|って|[?？。]|$)")
_HEAD_NOUN = re.compile("^(?:じゃあ?|では|で|その|この|、)*(?P<noun>[一-龥ァ-ヴーA-Za-z0-9]{2,})(?=は|って|の|を|が)")
_OPENING = re.compile("^(?:じゃあ?|では|それなら|なら|あと|、)+")


def is_a_name(named: str) -> bool:
    """Whether nothing but a thing is named (本庁舎), no field of what was spoken of (目標)."""
    said = words(named)
    telling = any(word.is_noun and not {word.normal, word.surface} & load_generic_words() for word in said)
    return telling and all(word.part_of_speech[0] in _OF_NAMES for word in said) and not find_cues("asks", named)


def in_another_year(text: str, state: ConversationState) -> tuple[str, ConversationState]:
    """令和6年度は？ after 令和7年度にどんな工事が: the former question with this year in the place of its own."""
    bare, former = _YEAR_ALONE.match(text), list(_YEAR.finditer(state.asked))
    alone = state.focus and not (state.inherited or state.operation or state.shown)
    if not bare or len(former) != 1 or not alone or not find_stages(state.asked):
        return text, state
    return f"{state.asked[: former[0].start()]}{bare['year']}{state.asked[former[0].end() :]}", ConversationState()


def of_another_kind(text: str, state: ConversationState) -> tuple[str, ConversationState]:
    """工事だけ after 令和6年度から始まるものは: the former question, of that kind of deed alone."""
    told = turn_patterns()["one_kind"].match(text)
    former = _THINGS.search(state.asked) if told and find_stages(told["kind"]) else None
    alone = state.focus and state.field == "schedule" and not (state.inherited or state.shown)
    if not told or not former or not alone:
        return text, state
    return f"{state.asked[: former.start()]}{told['kind']}{state.asked[former.end() :]}", ConversationState()


def named_fully(text: str, state: ConversationState) -> str:
    """スマートシティ構想のことです after 構想はいつ策定する: the former question, of what it is called in full."""
    named, former = turn_patterns()["named_fully"].match(text), _HEAD_NOUN.match(state.asked)
    if not named or not former or not named["name"].endswith(former["noun"]) or named["name"] == former["noun"]:
        return text
    return f"{named['name']}{state.asked[former.end('noun') :]}"


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
