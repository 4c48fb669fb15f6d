"""Numbers as people write them in a sentence: 三億円, ひとつ, 二番目, １/２ → figures."""

import re

_DIGITS = {kanji: digit for digit, kanji in enumerate("〇一二三四五六七八九")}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_COUNTERS = "つ|件|個|番目|番め|位|課|事業|本|億|万|百万|千万|円|割|分の|倍|以上|年間|[かヵヶカ箇]所|[かヵヶカ箇]年"
# Behind figures a kanji is their unit: 100百万円.
_KANJI = re.compile(rf"(?<![0-9,.])[〇一二三四五六七八九十百千]+(?=(?:{_COUNTERS}))(?!千万|百万)")
_KANJI_MONEY = re.compile(r"(?<![0-9,.])[〇一二三四五六七八九十百千]+(?=(?:億|万|百万|千万)[^、。]{0,8}円|億)")
_DATE = re.compile("([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日")
# 6千7百万円: figures with the units of kanji.
_THOUSANDS = re.compile(r"(?<![0-9,.])([1-9])千([1-9])百(?=万)")
_NATIVE = {
    "ひとつ": "1つ", "ふたつ": "2つ", "みっつ": "3つ", "よっつ": "4つ", "いつつ": "5つ", "むっつ": "6つ",
    "ななつ": "7つ", "やっつ": "8つ", "ここのつ": "9つ",
}  # fmt: skip


def plain_numbers(text: str) -> str:
    """The text with counted things and dates in figures; names and everything else stay as they are."""
    text = _DATE.sub(lambda match: f"{value_of(match[1])}月{value_of(match[2])}日", text)
    for word, figures in _NATIVE.items():
        text = text.replace(word, figures)
    text = _THOUSANDS.sub(lambda match: str(int(match[1]) * 1000 + int(match[2] or 0) * 100), text)
    return _KANJI.sub(lambda match: str(value_of(match[0])), plain_sums(text))


def plain_sums(text: str) -> str:
    """The text with sums of money in figures (三億五千万円 → 3億5000万円), and all else as it is."""
    return _KANJI_MONEY.sub(lambda match: str(value_of(match[0])), text)


def value_of(kanji: str) -> int:
    """A number below ten thousand in kanji (三百十六 → 316, 二〇 → 20)."""
    if not set(kanji) & set(_SMALL):
        return int("".join(str(_DIGITS[char]) for char in kanji))
    total, digit = 0, 0
    for char in kanji:
        if char in _SMALL:
            total += (digit or 1) * _SMALL[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit
