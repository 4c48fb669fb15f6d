"""What a question carries for machines: instructions in markup, which are no part of it, and program code."""

import re
from functools import cache

from assistant.understand.sentence import asks, without_commands
from assistant.understand.vocabulary import read_yaml

# The fact of unstated.yaml that program code is a request for.
PROGRAMS = "文章・プログラムの作成や計算"

_FLAGS = re.IGNORECASE | re.DOTALL
# <name …>…</name>, [name]…[/name], {name}…{/name}, <<NAME>>…<</NAME>>
_BLOCK = re.compile(
    r"(?P<open>[<\[{【]{1,2})(?P<name>[^\W\d][\w-]{0,20})\b[^<>\[\]{}【】]{0,60}[>\]}】]{1,2}"
    r"(?P<said>.{0,600}?)[<\[{【]{1,2}\s*/\s*(?P=name)\s*[>\]}】]{1,2}",
    _FLAGS,
)
_WORD = re.compile(r"[^\W\d_]{2}")
# What may be a project's code is a name as well (0-2-1-1'; DROP …).
_CODED = re.compile(r"(?<![\d-])\d{1,2}(?:-\d{1,2}){2,}(?![\d-])")
_VALUE = re.compile(r"(?P<quote>['\"`])(?P<value>[^'\"`\n]{2,60})(?P=quote)")
_JAPANESE = re.compile(r"[一-龥ァ-ヴーぁ-ん]{2,}")
# What code stands in for reads as a break between words.
_BREAK = " "


def for_a_reader(text: str) -> str:
    """The question as it was typed, without instructions, in markup or told, and code, where the rest still asks."""
    text = without_commands(text)
    rest = _pattern("blocks", _FLAGS).sub(_BREAK, _BLOCK.sub(_without_orders, text))
    rest = _pattern("lines", re.IGNORECASE | re.MULTILINE).sub(_BREAK, rest)
    rest = rest if asks(rest) else text
    spoken = _pattern("code", re.MULTILINE).sub(_BREAK, rest)
    return spoken if asks(spoken) or _CODED.search(spoken) else rest


def is_code_alone(text: str) -> bool:
    """Whether the question is program code, and nothing beside it asks or names anything."""
    rest = _pattern("code", re.MULTILINE).sub(_BREAK, text)
    return rest != text and not (asks(rest) or _WORD.search(rest) or _CODED.search(rest))


def asked_in_code(text: str) -> str:
    """What a statement that only reads asks for (SELECT 担当課 … '統計事務'): its values, with the columns it names.

    Empty where it would change anything, or names nothing that a reader could be told of.
    """
    if _pattern("changes", re.IGNORECASE).search(text):
        return ""
    read = _pattern("reads", re.IGNORECASE).search(text)
    values = [match["value"].strip("%* ") for match in _VALUE.finditer(text)] if read else []
    named = [value for value in values if _JAPANESE.search(value) or _CODED.search(value)]
    columns = _JAPANESE.findall(read["columns"]) if read else []
    return "の".join(["と".join(named), *columns[:1]]) if named else ""


def _without_orders(block: re.Match[str]) -> str:
    """Nothing for a block of orders; any other one (<b>…</b>) stays."""
    role = _pattern("roles", _FLAGS).fullmatch(block["name"])
    return _BREAK if role or _pattern("commands", _FLAGS).search(block["said"].strip()) else block[0]


@cache
def _pattern(group: str, flags: int) -> re.Pattern[str]:
    found = read_yaml("machine.yaml")[group]
    return re.compile("|".join(found) if isinstance(found, list) else found, flags)
