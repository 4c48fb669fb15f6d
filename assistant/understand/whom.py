"""Whether a question wants somebody to turn to (計算した課と話したい, 誰に言えばいい), whatever else it tells of."""

import re
from functools import cache

from assistant.understand.cues import find_cues
from assistant.understand.sentence import points_back
from assistant.understand.telling import last_asked, told_in, without_spoken_of
from assistant.understand.vocabulary import read_yaml

_SHORTHAND = re.compile("〈([^〈〉]+)〉")
# What only tells how it came to the errand, where somebody to turn to is asked for: its amounts and times.
_OF_SETTING = frozenset(
    {"cost", "when", "schedule", "period", "page", "code", "account", "count", "largest", "smallest", "difference",
     "compare", "share", "average", "sum", "place", "related", "note", "ranking"}
)  # fmt: skip

# What a division sees to as well as what a plan prints of a project.
_HANDLED = frozenset({"goal", "schedule", "cost", "content"})


def asks_whom(text: str) -> bool:
    """Whether the folded text ends in the wish to speak to somebody, or in the question to whom one is to."""
    return _whom(text) is not None


def asks_who_handles(text: str) -> bool:
    """Whether what the folded text asks at last is who handles a matter, whatever it told before."""
    return asks_whom(text) or any(_pattern("handles").search(text[start:end]) for start, end in last_asked(text))


def sentence_of_whom(text: str) -> str:
    """The last sentence that asks who handles a matter, behind what is told, unless it points back at that."""
    asked = "".join(text[start:end] for start, end in last_asked(text)).strip()
    is_part = len(asked) < len(text.strip()) and not points_back(asked)
    return asked if is_part and told_in(text) and _pattern("handles").search(asked) else ""


def without_setting(cues: frozenset[str], text: str) -> frozenset[str]:
    """The cues of a question for somebody to turn to: the division alone, unless a question of its own goes before."""
    wish = _whom(text)
    if wish is None:
        return cues - _OF_SETTING if cues & _OF_SETTING and _is_errand_for_whom(text) else cues
    asks_besides = _pattern("asks_besides").search(text[: wish.start()])
    return (cues if asks_besides else cues - _OF_SETTING) | {"division"}


def _is_errand_for_whom(text: str) -> bool:
    """Whether somebody has something to find out, and asks behind it only who handles it (調べたいので、担当課は)."""
    errand = _pattern("errand").search(text)
    rest = text[errand.end() :] if errand else ""
    return asks_who_handles(rest) and not find_cues("asks", rest) & _OF_SETTING


def without_handled(cues: frozenset[str], text: str) -> frozenset[str]:
    """The cues without a field that is only what somebody sees to (目標を決めている課はどこ): who does is asked."""
    if not (cues & _HANDLED and _pattern("handled").search(text) and asks_who_handles(text)):
        return cues
    return (cues - _HANDLED) | {"division"}


def not_spoken_of(cues: frozenset[str], text: str) -> frozenset[str]:
    """The cues without amounts and times of questions that are only spoken of (いくらかかるか心配です)."""
    rest = without_spoken_of(text) if cues & _OF_SETTING else text
    return cues if rest == text else cues - (_OF_SETTING - find_cues("asks", rest))


def without_wish(text: str) -> str:
    """The text without the words of the wish itself, which are no matter (決めている課に|意見を言いたい)."""
    wish = _whom(text)
    return text if wish is None else text[: wish.start()] + " " * len(wish[0]) + text[wish.end() :]


def _whom(text: str) -> re.Match[str] | None:
    found = _pattern("whom").finditer(text)
    return next((wish for wish in found if not _pattern("goes_on").match(text, wish.end())), None)


@cache
def _pattern(group: str) -> re.Pattern[str]:
    data = read_yaml("whom.yaml")
    whole = "|".join(f"(?:{line})" for line in data[group])
    while _SHORTHAND.search(whole):
        whole = _SHORTHAND.sub(lambda match: data["shorthands"][match[1]], whole)
    return re.compile(whole)
