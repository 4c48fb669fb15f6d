"""The closed vocabulary: each word that carries meaning comes from the sources, or is one of courtesy."""

import re

from assistant.generate.binding import general_words
from assistant.generate.licence import Licence
from assistant.generate.mentions import without
from assistant.generate.said import Fault, Sentence
from assistant.understand.words import Word, words

# What the question brought in may be what the sentence is about, never what it says of it.
_TOPIC = re.compile("は|の|について|に関|とは|なら|を|・|、")
_FIGURES = re.compile(r"[0-9.,]+")
_SHORTEST_PART = 2
# Suffixes that turn a word into its contrary or its limit (対象外, 利用不可).
_SHUTTING_OUT = {"外", "不可", "限り", "限定", "済み", "済"}


def closed(sentence: Sentence, licence: Licence) -> Fault | None:
    """Each content word stands in the ground, in the list of general words, or is the question's own topic."""
    text = without(sentence.bare, list(licence.mentions.find(sentence.bare)))
    ground, known = licence.ground(sentence.markers), licence.words(sentence.markers)
    for word in words(text):
        if not _means_something(word) or _FIGURES.fullmatch(word.surface):
            continue
        if {word.normal, word.surface} & (known | general_words()):
            continue
        in_ground = len(word.surface) >= _SHORTEST_PART and word.surface in ground
        if not in_ground and not _is_topic(word, text, sentence, licence):
            return Fault("word", f"「{word.surface}」は、資料にない言葉です。")
    return None


def _means_something(word: Word) -> bool:
    """Whether the word can change what is said: also an adverb, a prefix (未, 非) and a verb that goes with others."""
    kind = word.part_of_speech
    helping = kind[0] in {"動詞", "形容詞"} and kind[1] == "非自立可能"
    shuts_out = kind[0] == "接尾辞" and word.surface in _SHUTTING_OUT
    return word.is_content or helping or shuts_out or kind[0] in {"副詞", "接頭辞", "連体詞"}


def substance(sentence: Sentence, licence: Licence) -> Fault | None:
    """A sentence that says something of the plan carries a marker."""
    if sentence.markers or not licence.sources:
        return None
    others = [w for w in words(sentence.bare) if w.is_content and w.normal not in general_words()]
    if sentence.mentions or sentence.quotes or others:
        return Fault("marker", "文の終わりに、根拠となる出典の番号を [1] の形で付けてください。")
    return None


def _is_topic(word: Word, text: str, sentence: Sentence, licence: Licence) -> bool:
    """Whether the word is the question's, a noun that the sentence is about, in a sentence that names who or what."""
    if not word.is_noun or word.surface not in licence.asked or not sentence.of("project", "division"):
        return False
    return bool(_TOPIC.match(text, word.end)) or any(w.start == word.end and w.is_noun for w in words(text))
