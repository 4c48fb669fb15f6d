"""How much a question says of its matter: words with several readings, more than its nouns, or nothing at all."""

from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import load_broad_choices, load_generic_words
from assistant.understand.words import words

_LONGEST_BARE = 30


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
