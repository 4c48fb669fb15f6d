"""What a question only tells: how an errand came (〜という電話です), and what is set aside (番号はいいので)."""

import re
from functools import cache

from assistant.understand.cues import find_cues, match_cue
from assistant.understand.vocabulary import read_yaml

_SHORTHAND = re.compile("〈([^〈〉]+)〉")
_WORDS = re.compile(r"[^\W\d_]{2}")


def without_told(text: str) -> str:
    """The text without the words that only tell how the errand came, and without what is set aside."""
    return _without("told", without_set_aside(text))


def without_set_aside(text: str) -> str:
    """The text without what it says not to be asked, unless that is to be left out of a list or is all that is said."""
    rest = _without("set_aside", text)
    return text if "listing" in find_cues("asks", rest) or "others" in find_cues("refers", rest) else rest


def only_asked(cues: frozenset[str], text: str) -> frozenset[str]:
    """The cues without fields whose noun stands in the text but is not what it asks for (番号札を取って待つ人)."""
    named = cues & {"code", "page"} if "division" in cues else cues & {"page"}
    return cues - {field for field in named if match_cue("asked", field, text) is None}


def _without(group: str, text: str) -> str:
    rest = _pattern(group).sub("", text)
    return rest if _WORDS.search(rest) else text


@cache
def _pattern(group: str) -> re.Pattern[str]:
    data = read_yaml("errands.yaml")
    lines = [_SHORTHAND.sub(lambda match: data["shorthands"][match[1]], line) for line in data[group]]
    return re.compile("|".join(f"(?:{line})" for line in lines), re.IGNORECASE)
