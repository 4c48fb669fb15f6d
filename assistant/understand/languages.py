"""Which language a question is in, and what its words are called in Japanese."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from assistant.understand.foreign import ForeignNames, rewritten, unmarked
from assistant.understand.normalize import fold
from assistant.understand.romaji import RomajiNames, is_romaji
from assistant.understand.vocabulary import read_rows
from corpus.records import Language

_KANA = re.compile(r"[ぁ-ゖァ-ヺ]")
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_KATAKANA = re.compile(r"[ァ-ヺー]+")
_HANGUL = re.compile(r"[가-힣]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_HAN = re.compile(r"[一-鿿]")
# Words and turns of Chinese questions that no Japanese fragment in kanji alone has: 税, 費, 給, 的 and 在 are in both.
_CHINESE = re.compile(
    r"[们們这這吗嗎呢哪谁么麼您你啊咱吧怎辦啥點總處擔舉繳對單數價]|請(?:問|告|列|給|說|介|幫|教)|什麼|為[什何]|預算|負責|幾[個項件年課]"
    r"|一共|[由找問歸是]誰|誰(?:[負管在]|可以|能)|多少[錢个個件項年]|(?:[是有費费]|費用|金額|金额)多少|是(?![正非認])(?<![国社党]是)"
    r"|想(?:[要問知請请]|了解|申請)|我(?:[的想要需住在]|家的)|可以|[可能]否[申告用给給]|應該|需要[什申準帶去多我]"
    r"|如何(?:[去使取進才]|申請)|在何|告訴|告知我|列出|都有|還[有是要能]|的[負是內]|不[是會]|(?<![完終修満未校投議読])了(?![承解後])"
)
_FEWEST_ENGLISH = 2
# Kanji of present-day Japanese that its older character set lacks; any other such character is Chinese.
_LATER_KANJI = frozenset("剝頰塡噓嚙蟬摑瘦吞軀簞")
_ENGLISH = re.compile(
    r"\b(the|which|what|where|who|how|when|is|are|do|does|i|my|for|of|in|to|can|please|tell|list|show|many|much|division|department|project|projects|budget|cost|plan|city|tax|and)\b",
    re.IGNORECASE,
)
# A hyphen inside a word of romaji writes a long vowel; between two words of English it is a space (city-hall).
_LENGTHENED = re.compile(r"(?<=[a-z])-(?=[a-z])", re.IGNORECASE)
_JOINED = re.compile(r"(?<=[a-z]{3})-(?=[a-z]{3})", re.IGNORECASE)


def detect_language(text: str) -> Language:
    """The language of the folded question; Japanese where nothing says otherwise (romaji is Japanese too)."""
    whole, text = text, re.sub(r"[「『][^」』]*[」』]", "", text) or text
    # Katakana may be a name's alone (スマートシティ推進事業의 목표); hiragana is the grammar of Japanese.
    if _HANGUL.search(text) and len(_HANGUL.findall(text)) >= len(_HIRAGANA.findall(text)):
        return "ko"
    if not _HIRAGANA.search(text):
        text = _KATAKANA.sub("", text) if _speaks_otherwise(text) else text
    outside = re.sub(r"[（(][^）)]*[）)]", "", text)
    if _KANA.search(outside) or (_KANA.search(whole) and not _LATIN_WORD.search(text) and not _is_chinese(text)):
        return "ja"
    if is_romaji(text):  # zenkoku hana to midori
        return "ja"
    text = _LENGTHENED.sub("", text)  # mainanba-ka-do holds no do
    if len(_ENGLISH.findall(text)) >= 2 or (_ENGLISH.search(text) and not _HAN.search(text)):
        return "en"
    return "zh" if _is_chinese(text) and not _KANA.search(text) else "ja"


def _speaks_otherwise(text: str) -> bool:
    """Whether the text has several words of English, or a turn of Chinese."""
    return len(_ENGLISH.findall(text)) >= _FEWEST_ENGLISH or bool(_CHINESE.search(text))


def _is_chinese(text: str) -> bool:
    """Whether the text has a turn of Chinese, or a character that Japanese does not write."""
    return bool(_CHINESE.search(text)) or any(map(_is_foreign, _HAN.findall(text)))


def _is_foreign(char: str) -> bool:
    return char not in _LATER_KANJI and not char.encode("cp932", "ignore")


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

    def __init__(
        self, names: Iterable[str] = (), texts: Iterable[str] = (), places: Mapping[str, str] | None = None
    ) -> None:
        """``names`` are the plan's own, which are left alone wherever they stand; ``texts`` hold names of buildings.

        ``places`` are the parts of the city with their sounds.
        """
        known = sorted({fold(name) for name in names if name}, key=lambda name: (-len(name), name))
        self._kept = re.compile("|".join([*map(re.escape, known), r"「[^「」]*」|『[^『』]*』"]))
        self._foreign = ForeignNames(known)
        self._romaji = RomajiNames(texts, places or {})

    def to_japanese(self, text: str, language: Language) -> str:
        """The question with every known word replaced, longest first from the left; the unknown stays as it is."""
        marks: list[str] = []
        if language == "en":
            text = self._romaji.replaced(_JOINED.sub(" ", text), _english_words(), marks)
        text = rewritten(self._foreign.replaced(text, language, marks), language, marks)
        done: list[str] = []
        at = 0
        for kept in self._kept.finditer(text):
            done += [_translate(text[at : kept.start()], language), _quoted(kept[0], language)]
            at = kept.end()
        return fold(unmarked("".join([*done, _translate(text[at:], language)]), marks))


@cache
def _english_words() -> frozenset[str]:
    """Every word of the glossary's English."""
    return frozenset(word for spelling in _entries("en")[0] for word in re.findall(r"[a-z]+", spelling))


def _quoted(text: str, language: Language) -> str:
    """A name or a quotation, as it is but where it quotes words of the question's own language."""
    if text[0] not in "「『":
        return text
    inside = text[1:-1]
    own = inside.strip().lower() in _entries(language)[0] or not (_HAN.search(inside) or _KANA.search(inside))
    foreign = own or (language == "zh" and detect_language(inside) == "zh")
    return f"{text[0]}{_translate(inside, language)}{text[-1]}" if foreign else text


def _translate(text: str, language: Language) -> str:
    words, longest = _entries(language)
    tokens = _TOKEN.findall(text.lower())
    done: list[str] = []
    at = 0
    while at < len(tokens):
        size = next((n for n in range(longest, 0, -1) if "".join(tokens[at : at + n]) in words), 0)
        done.append(words["".join(tokens[at : at + size])] if size else tokens[at])
        at += size or 1
    return "".join(done)
