"""Places in a list that was shown or offered: 2番目, ③, 最後の, 下から2つ目, 真ん中, 1番目と3番目."""

import re
from unicodedata import normalize

from assistant.understand.cues import find_cues, iterate_cue, match_cue
from assistant.understand.cuts import count_from_end
from assistant.understand.numbers import plain_numbers

_NUMERALS = {name: n for n, name in enumerate("一二三四五六七八九十", 1)} | {
    "ひと": 1, "ふた": 2, "みっ": 3, "よっ": 4, "いつ": 5, "むっ": 6, "なな": 7, "やっ": 8,
}  # fmt: skip


_FIGURES = re.compile("[0-9]{1,2}")
# 2と3の内容: nothing but numbers of the list, at the head.
_IN_A_ROW = re.compile("^(?:じゃあ?|では|あと|、)?[0-9]{1,2}(?:[と、,・][0-9]{1,2})+(?=の|を|は|って)")
_NUMBERED = re.compile(r"(?:no\.?|ナンバー|№|#) ?([0-9]{1,2})(?=の|を|は|って|$)", re.IGNORECASE)

# 1番目と最後の, 最初と最後の
_AND = re.compile(
    "(?:番目|つ目|個目|最初|はじめ|先頭|上)の?(?:もの|事業|やつ)?(?:と|、|・|及び|および)、?(?:一番)?(?:最後|末尾|下|ラスト)"
)


def find_places(text: str, count: int) -> tuple[int, ...]:
    """The places (from 0) in a list of ``count`` entries that the text names; none where it names no such place."""
    if count < 1:
        return ()
    text = _NUMBERED.sub(r"\1番目", _IN_A_ROW.sub(lambda match: _FIGURES.sub(r"\g<0>番目", match[0]), text))
    several = count_from_end(plain_numbers(text))
    if several:
        first = count - several[0] if several[1] else 0
        return tuple(range(max(first, 0), count if several[1] else min(several[0], count)))
    found = find_cues("places", text)
    numbered = [_number(match) for match in iterate_cue("places", "number", text)]
    if {"first", "last"} <= found and _AND.search(text):
        return _inside([*(n - 1 for n in numbered), 0, count - 1], count)
    if numbered and "last" in found and _AND.search(text):
        return _inside([*(n - 1 for n in numbered), count - 1], count)
    if numbered:
        return _inside([count - n if "from_below" in found else n - 1 for n in numbered], count)
    if "middle" in found:
        return tuple(dict.fromkeys(((count - 1) // 2, count // 2)))
    if "first" in found:
        return (0,)
    return (count - 1,) if "last" in found else ()


def find_bare_number(text: str, count: int) -> int | None:
    """The place that a number alone names as the answer to an offer (2, ２で, ②, 二, その3); None for none."""
    folded = normalize("NFKC", text)
    match = match_cue("places", "alone", folded)
    inside = _inside([_number(match) - 1], count) if match else ()
    return inside[0] if inside else None


def _number(match: re.Match[str]) -> int:
    figures = match["figures"]
    return int(figures) if figures.isdecimal() else _NUMERALS.get(figures, 0)


def _inside(places: list[int], count: int) -> tuple[int, ...]:
    return tuple(place for place in dict.fromkeys(places) if 0 <= place < count)
