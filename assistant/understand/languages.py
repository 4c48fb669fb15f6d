"""Which language a question is in, and what its words are called in Japanese."""

import re
from functools import cache

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


@cache
def _entries(language: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = [(row[language], row["ja"]) for row in read_rows("glossary.csv") if row[language]]
    words = [(word.strip().lower(), japanese) for cell, japanese in rows for word in cell.split("|") if word.strip()]
    longest_first = sorted(words, key=lambda entry: (-len(entry[0]), entry[0]))
    edge = r"\b" if language == "en" else ""
    return tuple((re.compile(edge + re.escape(word) + edge), japanese) for word, japanese in longest_first)


class Glossary:
    """Puts the words of a foreign question into Japanese, word by word, so that the same rules understand it."""

    def to_japanese(self, text: str, language: Language) -> str:
        """The question with every known word replaced; what is unknown stays as it is."""
        text = text.lower()
        kept: list[str] = []
        for pattern, japanese in _entries(language):
            text = pattern.sub(lambda _match, word=japanese: _keep(kept, word), text)  # type: ignore[misc]
        return re.sub(r"[\ue000-\uf8ff]", lambda match: kept[ord(match[0]) - 0xE000], text).strip()


def _keep(kept: list[str], word: str) -> str:
    """A private character that stands for the word, so that no later entry touches it."""
    kept.append(word)
    return chr(0xE000 + len(kept) - 1)
