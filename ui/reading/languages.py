"""Which language a piece of text is in, for the screen reader to pronounce it."""

import re
from html import escape

from corpus.records import Language

_KANA = re.compile("[ぁ-ゖァ-ヺ]")
_HANGUL = re.compile("[가-힣]")
_HAN = re.compile("[一-龥々]")
# Japanese words within another script: kana and kanji, with the digits and marks between them.
_JAPANESE_RUN = re.compile("[ぁ-ゖァ-ヺ一-龥々「『（・ー][ぁ-ゖァ-ヺ一-龥々「」『』（）・ー、。〜～0-9]*")


def language_of(text: str) -> Language:
    """The language most of a text's words are in: 「」 quotations of the plan do not make a text Japanese."""
    own = re.sub("「[^」]*」", "", text)
    if _HANGUL.search(own):
        return "ko"
    if len(re.findall("[A-Za-z]{2,}", own)) > len(_KANA.findall(own)):
        return "en"
    if _KANA.search(own) or not _HAN.search(own):
        return "ja"
    return "zh" if re.search("[的是没这们请问项计划]", own) else "ja"


def mark_japanese(text: str) -> str:
    """Text of an English or Korean page as HTML, its Japanese words marked with their language."""
    pieces, position = [], 0
    for match in _JAPANESE_RUN.finditer(text):
        pieces += [escape(text[position : match.start()], quote=False), _japanese(match.group())]
        position = match.end()
    return "".join([*pieces, escape(text[position:], quote=False)])


def _japanese(words: str) -> str:
    return f'<span lang="ja">{escape(words, quote=False)}</span>'
