"""Several matters that a question counts or takes together (入札と検査と備品、三つとも; ①… ②… ③…): each by itself.

Where no number and no word like それぞれ says that there are several, see ``joined``.
"""

import re
from collections.abc import Sequence
from functools import reduce

from assistant.understand.numbers import plain_numbers

# That several things are asked about: their number, or a word that goes through them.
_NUMBER = re.compile(r"(?P<number>[2-6])(?:つ|件|点|人|名|種類|項目)(?!目)")
_ALL = re.compile(
    "両方|双方|それぞれ|各々|全部|ぜんぶ|すべて|全て|まとめて|どれも|いずれも"
    "|(?:同じ|違う|ちがう|別の?)(?:課|部署|窓口|ところ)|(?:課|窓口|部署)(?:は|が|も)?(?:同じ|違[いうっ]|ちが[いうっ]|別)"
)
# A row of things that are all told alike (研修も健診も).
_ALIKE = re.compile(r"[一-龥ァ-ヴー]も[^、。はが]{1,12}[一-龥ァ-ヴー]も")
_MARKED = re.compile(r"[①-⑳]|(?:^|[。、\s])[((]?[1-9][)).](?=[^0-9])")
_BETWEEN = re.compile(
    r"と、|も、|のと(?=[、。]|$)|[、。…/・?]|\.\.\.|および|及び|ならびに|とか"
    r"|(?<=[一-龥ァ-ヴーA-Za-z」』しりきけめ])(?:のと|と|や|も)(?=[一-龥ァ-ヴーA-Za-z「『])(?!思|言|聞|書|見|呼)"
)
_ENDS = re.compile("[。?]|、(?=担当|どこ|どの|どちら|何課|それぞれ|教え|窓口)")
_BEFORE = re.compile("^(?:まず|次に?|最後[には]?|あと|それと|それから|ついでに|1つ目は|2つ目は|3つ目は)、?")
_BEHIND = re.compile("(?:の(?:こと|件|話|ほう|方))?(?:って|[がをもはと])?$")
_SHORTEST = 2
_FEWEST, _MOST = 2, 6


def several_matters(text: str) -> tuple[tuple[str, ...], int]:
    """The parts of the folded text that may each be a matter, and how many it says there are (0: it does not say).

    None where the text does not take several things together.
    """
    marked = _marked(text)
    if marked:
        return marked, len(marked)
    number = _NUMBER.search(plain_numbers(text))
    if not (number or _ALL.search(text) or _ALIKE.search(text)):
        return (), 0
    parts = (_bare(part) for part in _BETWEEN.split(_ALL.sub(lambda match: f"。{match[0]}", text)))
    kept = tuple(part for part in parts if len(part) >= _SHORTEST and not _takes_together(part))
    return kept, int(number["number"]) if number else 0


def without_matters(text: str, parts: Sequence[str]) -> str:
    """What the text says besides the parts."""
    return reduce(lambda rest, part: rest.replace(part, "〇"), parts, text)


def _takes_together(part: str) -> bool:
    return bool(_ALL.search(part) or _NUMBER.search(plain_numbers(part)))


def _marked(text: str) -> tuple[str, ...]:
    """The entries of a list whose marks the text has (①…②…); the last ends with its sentence."""
    marks = list(_MARKED.finditer(text))
    if not _FEWEST <= len(marks) <= _MOST:
        return ()
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    entries = (text[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True))
    return tuple(_bare(_ENDS.split(entry, maxsplit=1)[0]) for entry in entries)


def _bare(part: str) -> str:
    return _BEHIND.sub("", _BEFORE.sub("", part.strip(" 、。")))
