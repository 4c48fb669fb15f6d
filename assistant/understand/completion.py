"""Puts what was said before into the words of a question that leaves it out (それは何の略？ → SIBは何の略？)."""

import re

from assistant.conversation import ConversationState
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.ellipsis import BARE, LONGEST_ELLIPSIS
from assistant.understand.vocabulary import load_generic_words
from assistant.understand.words import words

_INSTEAD = re.compile(r"^(?P<not_this>[^。?？]{1,24}?)(?:じゃなくて?|ではなくて?|でなくて?)[、,]?(?P<this>.{2,})$")
_PLAN_LIKE = re.compile(r"計画|プラン|方針|戦略|指針|理論|[A-Za-z]{3,}")
_SIDE = re.compile(r"の(?:ほう|方)の(?!課|部署|室|支所|センター|事務局)")
_POINTER = re.compile(r"^(?:それ|これ|[そこ]の[一-龥ァ-ヴー]{2,6})(?:は|って|の|が|を)?[、,]?")
_TOPIC_MARKER = re.compile(r"について|とは|って(?!いう)|は(?!じめ)")
_LONGEST_SUBJECT = 40


def in_full(text: str, state: ConversationState) -> str:
    """The text with what the conversation makes plain: without what it takes back, with what it goes on about."""
    text = _SIDE.sub("の", instead(text, state))
    full = of_the_text(former_or_latter(text, state), state)
    return completed(text, state) if full == text else full


def instead(text: str, state: ConversationState) -> str:
    """The text without what it takes back (契約事務じゃなくて検査事務 → では、検査事務)."""
    match = _INSTEAD.match(text)
    if not match or not state.is_under_way or re.search(r"[はがも]", match["not_this"]):
        return text
    return f"では、{match['this']}"


def completed(text: str, state: ConversationState) -> str:
    """The text with what was asked of something outside the projects (いつ策定？), where it names only another."""
    match = BARE.search(text)
    if not state.predicate or not match or len(text) > LONGEST_ELLIPSIS or not _PLAN_LIKE.search(text):
        return text
    named = re.sub(r"^(じゃあ|じゃ|では|あと|それなら)[、,]?", "", text[: match.start()])
    return f"{named}は{state.predicate}" if named else text


def predicate(text: str) -> str:
    """What a question asks of its subject: what stands behind its topic marker (…は｜いつ策定？)."""
    match = re.search(r"(?:は|って|とは)[、,]?(?P<asked>[^はって、]{2,16})$", text)
    return match["asked"] if match else ""


def subject(text: str) -> str:
    """What a question is about: what stands before its last topic marker."""
    markers = list(_TOPIC_MARKER.finditer(text))
    named = text[: markers[-1].start()] if markers else ""
    return named if 1 < len(named) <= _LONGEST_SUBJECT else ""


def former_or_latter(text: str, state: ConversationState) -> str:
    """The text with 前者 and 後者 as the two things outside the projects that were spoken of last."""
    former = state.before[-1].subject if state.before else ""
    if not (former and state.subject):
        return text
    return text.replace("前者", former).replace("後者", state.subject)


def of_the_text(text: str, state: ConversationState) -> str:
    """何の略？ and どの考え方に出てくる？ go on about what the text around the tables was asked for."""
    rest = _POINTER.sub("", text)
    if not state.subject or len(text) > LONGEST_ELLIPSIS or "speaks" not in find_cues("prose", rest):
        return text
    nouns = [word for word in words(rest) if word.is_noun]
    asks = all(
        {w.normal, w.surface} & load_generic_words() or match_cue("prose", "asking_nouns", w.surface) for w in nouns
    )
    return f"{state.subject}は{rest}" if asks else text
