"""Which language a question is in, and what its words are called in Japanese."""

import re
from functools import cache

from assistant.understand.normalize import fold
from assistant.understand.vocabulary import read_rows
from corpus.records import Language

_KANA = re.compile(r"[ぁ-ゖァ-ヺ]")
_HANGUL = re.compile(r"[가-힣]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_HAN = re.compile(r"[一-鿿]")
# Characters and words that stand in Chinese questions and hardly ever in Japanese ones.
_CHINESE = re.compile(
    r"[吗呢哪谁么们这请问费预税务办证个为什几该您你咱在是的了吧啊麼們這請問費哪預辦證個為嗎誰應該給對說話還]"
)
_ENGLISH = re.compile(
    r"\b(the|which|what|where|who|how|when|is|are|do|does|i|my|for|of|in|to|can|please|tell|list|show|many|much|division|department|project|projects|budget|cost|plan|city|tax)\b",
    re.IGNORECASE,
)


def detect_language(text: str) -> Language:
    """The language of the folded question; Japanese where nothing says otherwise (romaji is Japanese too)."""
    whole, text = text, re.sub(r"[「『][^」』]*[」』]", "", text) or text
    if _HANGUL.search(text) and len(_HANGUL.findall(text)) >= len(_KANA.findall(text)):
        return "ko"
    outside = re.sub(r"[（(][^）)]*[）)]", "", text)
    if _KANA.search(outside) or (_KANA.search(whole) and not _LATIN_WORD.search(text) and not _CHINESE.search(text)):
        return "ja"
    if len(_ENGLISH.findall(text)) >= 2 or (_ENGLISH.search(text) and not _HAN.search(text)):
        return "en"
    if _HAN.search(text) and len(_CHINESE.findall(text)) >= 1 and not _KANA.search(text):
        return "zh"
    return "ja"


_TOKEN = re.compile(r"[a-z0-9][a-z0-9'\-]*|\s+|.", re.DOTALL)


@cache
def _entries(language: Language) -> tuple[dict[str, str], int]:
    """Every foreign spelling with its Japanese word, and how many tokens the longest has."""
    words: dict[str, str] = {}
    for row in read_rows("glossary.csv"):
        for spelling in row[language].split("|"):
            if spelling.strip():
                words.setdefault(spelling.strip().lower(), row["ja"])
    return words, max((len(_TOKEN.findall(word)) for word in words), default=0)


class Glossary:
    """Puts the words of a foreign question into Japanese, word by word, so that the same rules understand it."""

    def to_japanese(self, text: str, language: Language) -> str:
        """The question with every known word replaced, longest first from the left; the unknown stays as it is."""
        words, longest = _entries(language)
        tokens = _TOKEN.findall(text.lower())
        done: list[str] = []
        at = 0
        while at < len(tokens):
            size = next((n for n in range(longest, 0, -1) if "".join(tokens[at : at + n]) in words), 0)
            done.append(words["".join(tokens[at : at + size])] if size else tokens[at])
            at += size or 1
        return fold("".join(done))
