"""Folds the many ways of typing the same thing: widths, dashes, spaces, emoji, variant characters."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import accumulate

import jaconv

_DASH = "-‐‑‒–—―−－ー─ｰ﹣_"
_CODE_SEPARATOR = rf"\s*[{_DASH}./・の]\s*"
# 令和5・6・7年度 is no code.
_CODE = re.compile(rf"(?<![0-9.和成RHrh])[0-9]{{1,3}}(?:{_CODE_SEPARATOR}[0-9]{{1,3}}){{2,}}(?![0-9年])")
_KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_KANJI_CODE = re.compile(rf"(?:ゼロ|[〇零一二三四五六七八九])(?:[{_DASH}・の][〇零一二三四五六七八九]){{2,}}")
# A code that is read out: ゼロの、ニの、イチの、イチ.
_SPOKEN = {
    "ゼロ": 0, "レイ": 0, "マル": 0, "イチ": 1, "ニー": 2, "ニ": 2, "サン": 3, "ヨン": 4, "シ": 4, "ゴ": 5, "ゴー": 5,
    "ロク": 6, "ナナ": 7, "シチ": 7, "ハチ": 8, "キュウ": 9, "キュー": 9,
}  # fmt: skip
_SPOKEN_FIGURE = "|".join(sorted(_SPOKEN, key=len, reverse=True))
_SPOKEN_BETWEEN = rf"(?:の[、,]?|ハイフン|はいふん|[{_DASH}、,・])\s*"
_BEHIND_CODE = r"(?=[の、。・「」)\sでとがはをにだって番]|$)"
_SPOKEN_CODE = re.compile(
    rf"(?<![ァ-ヿー])(?:{_SPOKEN_FIGURE}|[0-9])(?:{_SPOKEN_BETWEEN}(?:{_SPOKEN_FIGURE}|[0-9])){{2,}}{_BEHIND_CODE}"
)
# In hiragana such words are others too (に, さん, ご), so that only a longer row of them is a code.
_HIRAGANA_FIGURE = str(jaconv.kata2hira(_SPOKEN_FIGURE))
_HIRAGANA_CODE = re.compile(rf"(?:{_HIRAGANA_FIGURE})(?:{_SPOKEN_BETWEEN}(?:{_HIRAGANA_FIGURE})){{3,}}{_BEHIND_CODE}")
# A ruled line between figures is a dash; elsewhere it is an ornament.
_RULED = re.compile(r"(?<=[0-9〇零一二三四五六七八九])\s*[─━]\s*(?=[0-9〇零一二三四五六七八九])")
# Characters that people and the plan write in two ways; one of each is used for comparing.
_VARIANTS = str.maketrans(
    {"附": "付", "靱": "靭", "ヶ": "ケ", "ゖ": "ケ", "ヵ": "カ", "證": "証", "廳": "庁", "區": "区", "稅": "税"}
)
_SMALL_VOWELS = str.maketrans("ぁぃぅぇぉ", "あいうえお")
_BEFORE_U = frozenset("おこそとのほもよろごぞどぼぽょうくすつぬふむゆるぐずづぶぷゅ")
_BEFORE_I = frozenset("えけせてねへめれげぜでべぺ")
_CJK = r"ぁ-ヿ々〇一-鿿ー"
_KANJI = re.compile(r"[一-龥]")
# Circles stand for what is left open in a name (○○管理事務).
_CIRCLES = re.compile("[○◯]{2,}")
_TAG = re.compile(r"<[^<>]{0,200}>")
# Numbers of the plan's principles and their parts stay as they are printed.
_KEPT = frozenset(map(chr, [*range(0x2460, 0x2488)]))
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}


def fold(text: str) -> str:
    """The question in one form: NFKC, codes as ``0-2-1-3``, no emoji, no spaces between Japanese words."""
    text = re.sub(r"(?<=[^\s。、！？!?])[ \t]*[\r\n]+", "。", text.strip())
    text = "".join(" " if c.isspace() else "" if unicodedata.category(c) in _INVISIBLE else c for c in text)
    text = "".join(c if c in _KEPT else unicodedata.normalize("NFKC", c) for c in _compose(text))
    text = _CIRCLES.sub("〇〇", _RULED.sub("-", text))
    text = "".join(" " if unicodedata.category(c) in ("So", "Sk") or c == "\ufe0f" else c for c in text)
    text = _KANJI_CODE.sub(lambda match: match[0].replace("ゼロ", "0").translate(_KANJI_DIGITS), text)
    text = _SPOKEN_CODE.sub(lambda match: _in_figures(match[0]), text)
    text = _HIRAGANA_CODE.sub(lambda match: _in_figures(str(jaconv.hira2kata(match[0]))), text)
    text = _CODE.sub(lambda match: re.sub(_CODE_SEPARATOR, "-", match[0]), text)
    text = _TAG.sub(" ", text)
    # Spaces between kana alone are all that tells the words apart.
    if _KANJI.search(text):
        text = re.sub(rf"(?<=[{_CJK}、。])\s+(?=[{_CJK}])", "", text)
    return re.sub(r"\s+", " ", text).strip()


def _in_figures(spoken: str) -> str:
    """A code that is read out, in figures; what is written in figures alone stays as it is."""
    figures = re.findall(f"{_SPOKEN_FIGURE}|[0-9]", spoken.replace("ハイフン", ""))
    plain = all(figure.isdecimal() for figure in figures)
    return spoken if plain else "-".join(str(_SPOKEN.get(figure, figure)) for figure in figures)


def _compose(text: str) -> list[str]:
    """The text's characters, a half-width kana and its voicing mark as one."""
    return re.findall(r"[\uff66-\uff9d][\uff9e\uff9f]|.", text, re.DOTALL)


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """The text for comparing names: folded, lower case, without punctuation, variants as one character."""
    folded = unicodedata.normalize("NFKC", text).lower().translate(_VARIANTS)
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LN" or c == "ー")


def without_spans(text: str, spans: Collection[tuple[int, int]]) -> str:
    """The text without what stands at the spans of its key."""
    kept, at = [], 0
    for char in text if spans else "":
        size = len(key(char))
        kept.append("" if size and any(start <= at < end for start, end in spans) else char)
        at += size
    return "".join(kept) if spans else text


def kana_key(text: str) -> str:
    """The key with katakana as hiragana and long vowels short, for comparing readings (とうほん = トーホン)."""
    kana = _hiragana(text)
    return "".join(kana[at] for at in _sounded(kana))


def kana_keys(parts: Iterable[str]) -> tuple[str, list[int]]:
    """The kana key of the parts as one text, and where in it each of them ends."""
    pieces = [_hiragana(part) for part in parts]
    kana = "".join(pieces)
    kept = _sounded(kana)
    return "".join(kana[at] for at in kept), [bisect_left(kept, end) for end in accumulate(map(len, pieces))]


def spelled_kana(text: str, start: int, end: int) -> str:
    """What the text has at ``start:end`` of its kana key, in hiragana, long vowels as they were typed."""
    kana = _hiragana(text)
    places = [*_sounded(kana), len(kana)]
    return kana[places[start] : places[end]]


def _hiragana(text: str) -> str:
    return str(jaconv.kata2hira(key(text))).translate(_SMALL_VOWELS)


def _sounded(kana: str) -> list[int]:
    """Where the characters stand that do not only make a vowel long."""
    kept, before = [], ""
    for at, char in enumerate(kana):
        long = char == "ー" or (char == "う" and before in _BEFORE_U) or (char == "い" and before in _BEFORE_I)
        if not (long and before):
            kept.append(at)
        before = before if char == "ー" else char
    return kept


def romaji_to_kana(text: str) -> str:
    """Latin letters read as romaji (``koseki`` → こせき)."""
    return str(jaconv.alphabet2kana(text.lower()))
