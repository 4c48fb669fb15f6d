"""How much a question says of its matter: words with several readings, more than its nouns, or nothing at all."""

from collections.abc import Sequence

from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import load_broad_choices, load_generic_words
from assistant.understand.words import words

_LONGEST_BARE = 30
# Nouns beside the word for a matter that tell nothing of it (用水路の件でお客様が).
_OF_ANY_MATTER = frozenset({"こと", "件", "話", "客", "お客", "方", "事業", "関係"})


def broad_words(read: Understanding) -> frozenset[str]:
    """The words in the question that have several readings (keys)."""
    text = key(read.text)
    return frozenset(word for choice in load_broad_choices() for word in choice.words if word in text)


def more_is_said(read: Understanding) -> bool:
    """Whether a verb or an adjective tells more of the matter than its nouns do."""
    nouns = "".join((*read.subject_words, *(broad_words(read) if read.broad else ())))
    found = [word for word in words(read.text) if word.is_content and not word.is_noun]
    said = [word for word in found if {word.normal, word.surface}.isdisjoint(load_generic_words())]
    return any(word.surface not in nouns for word in said)


def says_nothing(read: Understanding) -> bool:
    """Whether a short question has no matter at all, nor anything else that would tell what it is about."""
    matter = (
        read.subject_words, read.unknown_words, read.topics, read.projects, read.divisions, read.codes, read.filters,
        read.texts, read.sets, read.unknown_divisions, read.attribute, read.social, read.years, read.operation,
        read.place_divisions, read.other_place, read.absent_topics,
    )  # fmt: skip
    return not any(matter) and len(read.text) <= _LONGEST_BARE and not more_is_said(read)


def names_it_alone(read: Understanding) -> bool:
    """Whether a word of the vocabulary is the only noun (用水路なんですけど): too little for the model."""
    nouns = [word.surface for word in words(read.text) if word.is_noun and word.surface not in _OF_ANY_MATTER]
    return bool(read.linked) and not read.absent_topics and all(_stands_in(noun, read.topic_words) for noun in nouns)


def is_half_read(read: Understanding) -> bool:
    """Whether half of what a question in another language names has no Japanese word, and none leads to the plan.

    Where the project prints none of it either, it is only like something for want of the rest (職員 access intranet).
    """
    known = read.language == "ja" or read.linked or read.projects or read.place_divisions
    return not known and 2 * len(read.unknown_words) >= len(read.subject_words) > 0


def _stands_in(noun: str, said: Sequence[str]) -> bool:
    return any(key(noun) in word for word in said)
