"""What an answer to an asking back takes other than one choice: several of them, all, all but one, or none yet."""

import re
from collections.abc import Callable, Sequence

from assistant.understand.bare import names_nothing
from assistant.understand.cues import find_cues
from assistant.understand.normalize import key
from assistant.understand.numbers import plain_numbers
from assistant.understand.ordinals import find_places
from assistant.understand.question import Understanding
from corpus.records import Choice

# The place of the one choice that a text picks.
Pick = Callable[[str], int | None]

_LONGEST_ANSWER = 60
_JOINS = re.compile(r"(?:、|と|や|及び|および|それに|それから|あと|そして|プラス|か(?=[^ぁ-ん]|$)|も(?:そう)?)+")
# Numbers alone, side by side: 1と3, 1番、2番.
_NUMBER = r"(?:その|no\.?)?(?P<{0}>[0-9])(?:番目?|つ目|個目)?"
_NUMBERS = re.compile(
    rf"^[^0-9]{{0,6}}{_NUMBER.format('first')}(?:と|、|,|・|や|\s|及び|それと|あと|も)+"
    rf"{_NUMBER.format('second')}(?:(?:と|、|,|・|や|\s|も)+{_NUMBER.format('third')})?(?![0-9年月日円%])"
)
_NOT_THAT = re.compile(
    r"^(?P<not_this>[^。?？]{1,20}?)(?:(?:じゃ|では|で)な(?:い|くて)(?=ほう|方|やつ|もの|です|$)|(?:以外|のほか|の他)(?=の?(?:ほう|方|やつ|もの|です|で|は|$)))"
    r"の?(?:ほう|方|やつ|もの)?(?:です|だ|で|は|を|お願い(?:します)?)*[。!！?？]*$"
)
_FEWEST = 2


def several_of(text: str, choices: Sequence[Choice], alone: Understanding, pick: Pick) -> tuple[int, ...]:
    """The places of the choices that the text takes together; of one or none where it takes no several."""
    cues = find_cues("choosing", text)
    asks_else = alone.operation not in (None, "list", "largest") or alone.filters or alone.codes or alone.sets
    if not choices or len(text) > _LONGEST_ANSWER or "none" in cues or asks_else:
        return ()
    if _NOT_THAT.match(text):
        return _but_one(text, len(choices), pick)
    for found in (_by_numbers(text, len(choices)), _by_names(text, choices, pick)):
        if len(found) >= _FEWEST:
            return found
    named = alone.topics or alone.projects or alone.divisions or set(alone.unknown_words)
    return tuple(range(len(choices))) if "all" in cues and not named else ()


def cannot_tell(text: str) -> bool:
    """Whether the text says that it cannot tell which of the choices it is (税か貸付けか分からない), and not all."""
    said = find_cues("choosing", text)
    return "unsure" in said and "all" not in said


def leaves_out(text: str) -> bool:
    """Whether the text only says which choice is not meant (税金じゃないほう)."""
    return bool(_NOT_THAT.match(text))


def leaves_open(text: str, alone: Understanding) -> bool:
    """Whether the text picks nothing and names nothing: it cannot tell, or only speaks of the errand (折り返します)."""
    asks = alone.cues - {"division", "premise", "content"} or alone.operation or alone.filters or alone.attribute
    named = alone.projects or alone.divisions or alone.codes or alone.texts or alone.sets or alone.years
    said = find_cues("choosing", text)
    if asks or named or alone.topics or alone.social or "none" in said or len(text) > _LONGEST_ANSWER:
        return False
    return ("unsure" in said and names_nothing(text)) or (not find_cues("refers", text) and names_nothing(text))


def _by_numbers(text: str, count: int) -> tuple[int, ...]:
    match = _NUMBERS.match(plain_numbers(text))
    if match is None:
        return find_places(text, count)
    places = [int(number) - 1 for number in match.groups() if number]
    return tuple(dict.fromkeys(places)) if all(0 <= place < count for place in places) else ()


def _but_one(text: str, count: int, pick: Pick) -> tuple[int, ...]:
    match = _NOT_THAT.match(text)
    if match is None:
        return ()
    one = pick(match["not_this"])
    left_out = _by_numbers(match["not_this"], count) or (() if one is None else (one,))
    return tuple(place for place in range(count) if left_out and place not in left_out)


def _by_names(text: str, choices: Sequence[Choice], pick: Pick) -> tuple[int, ...]:
    """The choices that the parts of the text pick one by one; none where it says one label as it stands."""
    if any(key(choice.label) in key(text) for choice in choices):
        return tuple(at for at, choice in enumerate(choices) if key(choice.label) in key(text))
    parts = [part for part in _JOINS.split(text) if len(part) > 1]
    picked = [place for place in map(pick, parts) if place is not None] if len(parts) >= _FEWEST else []
    return tuple(dict.fromkeys(picked))
