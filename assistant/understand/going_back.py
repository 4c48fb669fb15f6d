"""A conversation that goes back to an earlier answer: by its matter (統計の話に戻るけど) or its place."""

import re
from collections.abc import Callable, Sequence

from assistant.conversation import ConversationState, Spoken
from assistant.understand.cues import find_cues
from assistant.understand.normalize import key
from assistant.understand.numbers import plain_numbers
from assistant.understand.ordinals import find_places
from assistant.understand.question import Understanding
from assistant.understand.same_set import turn_patterns
from assistant.understand.vocabulary import load_generic_words
from assistant.understand.words import words

# Words that point at what the conversation goes back to; where neither they nor a field do, its name tells it.
_POINTS = frozenset({"division", "project", "it", "place"})
# さっきの車の課 is the division of it: what stands behind the matter.
_ITS_DIVISION = re.compile("^の(?:担当|所管)?の?(?=課|部署|窓口|室|支所|事務局)")
_Read = Callable[[str], Understanding]


def back_at_matter(text: str, state: ConversationState, read: _Read) -> tuple[str, ConversationState]:
    """What the text asks, and the conversation as it stood at the answer that it goes back to.

    ``read`` says what a matter is by itself; one that was not spoken of leaves the text as it is.
    """
    if not state.is_under_way:
        return text, state
    for step in (_by_kind, _by_turn, _at_its_division, _recalled, _returned):
        found = step(text, state, read)
        if found is not None:
            return found
    return text, state


def _by_kind(text: str, state: ConversationState, read: _Read) -> tuple[str, ConversationState] | None:
    """最初の届は: the first matter of that kind."""
    named = turn_patterns()["back_by_kind"].search(text) if state.before else None
    meant = _first_of_kind(read(named["kind"]), named["kind"], state) if named else None
    return (f"それ{text[named.end() :]}", state.back_at(meant)) if named and meant else None


def _by_turn(text: str, state: ConversationState, _: _Read) -> tuple[str, ConversationState] | None:
    """2番目に聞いたのは, 三つ目の質問は: the matter by its place among those asked for, one question each."""
    matters = matters_by_turn(state)
    first = turn_patterns()["asked_first"].match(text)
    if first and len(matters) > 1:
        return _of_it(text[first.end() :]), state.back_at(matters[-2])
    explicit = turn_patterns()["asked_at"].match(text)
    named = explicit or (turn_patterns()["numbered"].match(text) if _are_numbered(state) else None)
    places = _places_labelled(named["place"], matters) if named and len(matters) > 1 else ()
    if named is None or len(places) != 1:
        return None
    rest = text[named.end() :]
    if not explicit and _ITS_DIVISION.match(rest) and len(state.divisions) > 1:
        return None  # 2つ目の課 is one of those just named
    return _of_it(rest), state.back_at(matters[places[0]])


def _places_labelled(place: str, matters: Sequence[Spoken]) -> tuple[int, ...]:
    """The place among the matters that were answered; one that called itself 三本目 has two before it, told or not."""
    labels = ((at, turn_patterns()["label"].match(plain_numbers(one.said))) for at, one in enumerate(matters))
    shift = next((int(label[1]) - 1 - at for at, label in labels if label), 0)
    places = find_places(place, len(matters) + shift)
    return tuple(at - shift for at in places if at >= shift)


def _of_it(rest: str) -> str:
    """What is asked of what the conversation goes back to, or of its division."""
    if find_cues("places", rest) & {"number", "first", "last"} and rest.startswith("の"):
        return rest[1:]  # さっきの職員課の3番目は
    asked = _ITS_DIVISION.sub("その", rest)
    return asked if asked != rest else f"それ{rest}"


def matters_by_turn(state: ConversationState) -> list[Spoken]:
    """The answers to the questions that named a matter of their own, in their order."""
    answers = [one for one in (*state.before, state) if one.focus and not one.inherited]
    return answers or [state]


def _are_numbered(state: ConversationState) -> bool:
    """Whether the questions count themselves (一つ目、…, まず…), or no list was shown that an entry may be of."""
    answers = (*state.before, state)
    counted = any(turn_patterns()["counts"].match(one.said) for one in answers)
    return counted or not any(len(one.shown) > 1 for one in answers)


def _recalled(text: str, state: ConversationState, read: _Read) -> tuple[str, ConversationState] | None:
    """さっきの車の件は, 転入の話だけど: an answer by a word of its question, or by what the word means."""
    patterns = turn_patterns()
    told = patterns["recalls"].match(text) or patterns["recalls_matter"].match(text)
    named = told or patterns["recalls_side"].match(text)
    if named is None or not _tells(named["matter"]):
        return None
    matter = read(named["matter"])
    if not told and (matter.linked or matter.projects or matter.divisions or matter.filters):
        return None  # 入札のほうは names its own matter, whatever was asked before
    spoken = _worded(named["matter"], state) or _earlier(_surely(matter), state)
    rest = text[named.end() :]
    if spoken is None or not rest.strip("、。?？"):
        return None
    if spoken is state and not patterns["recalls"].match(text) and _worded(named["matter"], state) is None:
        return None  # 差押えの話もそこ？ is another side of what is spoken of
    own = read(rest)
    # …の件、大船の支所でも？ needs the matter's own words
    asks_of_more = own.topics or own.place_divisions or own.projects
    return (text if asks_of_more else _of_it(rest)), state.back_at(spoken)


def _at_its_division(text: str, state: ConversationState, read: _Read) -> tuple[str, ConversationState] | None:
    """給与の課では研修もやる？: another matter, asked of the division of one that was spoken of."""
    named = turn_patterns()["at_division_of"].match(text)
    spoken = _earlier(read(named["matter"]), state) if named and _tells(named["matter"]) else None
    return (f"その課では{text[named.end() :]}", state.back_at(spoken)) if named and spoken else None


def _tells(matter: str) -> bool:
    """Whether the matter has a word that not any question may have."""
    said = [word for word in words(matter) if word.is_content]
    return any({word.normal, word.surface}.isdisjoint(load_generic_words()) for word in said)


def _worded(matter: str, state: ConversationState) -> Spoken | None:
    """The last answer to a question that has the words of the matter."""
    said = [key(word.surface) for word in words(matter) if word.is_content]
    answers = [one for one in (*state.before, state) if one.focus]
    told = (one for one in reversed(answers) if said and all(word in key(one.said) for word in said))
    return next(told, None)


def _returned(text: str, state: ConversationState, read: _Read) -> tuple[str, ConversationState] | None:
    """統計の話に戻りますが: what is asked of it, or the matter itself where nothing else is."""
    match = turn_patterns()["goes_back"].match(text)
    rest = text[match.end() :] if match else ""
    if not match or not rest:
        return None
    if not match["matter"] or match["matter"] == "話":
        return rest, state
    spoken = _earlier(read(match["matter"]), state)
    if spoken is None:
        return None
    own = read(rest)
    goes_on = find_cues("refers", rest) & _POINTS or (own.field and not (own.subject_words or own.topics))
    asked = f"その課、{rest}" if match["division"] else rest if goes_on else text
    return asked, state.back_at(spoken)


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


def _surely(matter: Understanding) -> Understanding:
    """The matter with what its words lead to most surely: 差押え is not what was said of 督促."""
    best = max(matter.linked.values(), default=0.0)
    return matter.model_copy(update={"linked": {name: w for name, w in matter.linked.items() if w == best}})


def _earlier(matter: Understanding, state: ConversationState) -> Spoken | None:
    """The last answer that was about the matter."""
    meant = _meant(matter)
    answers = (state, *reversed(state.before))
    of_divisions = (one for one in answers if matter.divisions and set(matter.divisions) <= set(one.divisions))
    return next((one for one in answers if meant & set(one.focus)), None) or next(of_divisions, None)
