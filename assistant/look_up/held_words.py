"""The words of a short question that tell of its matter, and whether a record holds them in whatever form."""

import itertools
import re
from collections.abc import Sequence

from assistant.look_up.evidence import holds_word
from assistant.understand.bare import tells_nothing
from assistant.understand.cues import match_cue
from assistant.understand.deeds import load_deeds
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import load_generic_words
from assistant.understand.words import Word, words

# Fields of which an item of a schedule tells.
OF_ITEMS = ("when", "schedule", "period")
_KANJI = re.compile("^[一-龥々]+")
_BUILDINGS = re.compile("施設|建物|建築物|庁舎|センター|会館|敷地|用地")


def words_told(alone: Understanding, *, also: bool) -> list[Word]:
    """The words that tell of the matter; where something is only added, a word of any errand does (相談も受ける？)."""
    found = words(alone.text)
    telling = [word for word in found if word.is_content and not _is_of_any_question(word)]
    telling = [word for word in telling if word.part_of_speech[0] != "形容詞"]
    pairs = itertools.pairwise(found)
    added = [word for word, behind in pairs if word.is_noun and len(word.surface) > 1 and behind.surface == "も"]
    return telling or (added if also else [])


def _is_of_any_question(word: Word) -> bool:
    return not {word.normal, word.surface}.isdisjoint(load_generic_words())


def is_held(word: Word, text: str, by_topic: Sequence[str], elsewhere: Sequence[str], *, wide: bool) -> bool:
    """Whether the word, another form of it or what plans print for it stands in the text (a key).

    What is ``wide`` holds it too where the thing is known to be the record's (維持管理 for 修理).
    """
    spelled = key(word.surface)
    if any(spelled in topic for topic in by_topic):
        return True
    if any(spelled in topic for topic in elsewhere):
        return False  # another's matter, by the vocabulary
    forms = {word.normal, word.surface}
    deeds = [deed for deed in load_deeds() if deed.said & forms]
    if any(term in text for deed in deeds for term in (*deed.printed, *(deed.wider if wide else ()))):
        return True
    if match_cue("schedules", "kind", word.surface):
        return _BUILDINGS.search(text) is not None
    if not word.is_noun:
        stem = _KANJI.match(word.normal)
        return stem is not None and stem[0] in text
    return spelled in text or holds_word(text, spelled)


def spans(topic: str, text: str) -> bool:
    """Whether the topic's word holds some word of the text."""
    return any(word.is_content and not tells_nothing(word) and key(word.surface) in topic for word in words(text))
