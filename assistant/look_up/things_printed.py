"""Whether what is printed of projects has a thing that is asked for: by its own name, in a row, or as a word."""

import re
from collections.abc import Sequence

from assistant.look_up.evidence import holds_word, whole_text
from assistant.understand.normalize import key
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Understanding
from assistant.understand.thing_asked import ThingAsked, kinds_of
from assistant.understand.words import words
from corpus.records import Passage, Project

# A body's own name: as a rule it ends so, with something before it.
_BODY = re.compile("[一-龥ァ-ヴー]{3,}(?:連合会|協会|協議会|機構|連盟|財団|法人|会社|組合|大学|銀行|公社)")
# What else may name the things of a kind: a row in brackets behind the noun, or one before it (A、B等の|機関).
_ROW = "{noun}[「『]|{noun}[^。（]{{0,20}}。?（[^）]*、|(?:等|など|といった)の?{noun}"
_NAMED = "[一-龥ァ-ヴーA-Za-z]{{2,}}{noun}"
# Words of a row, and what joins them.
_JOINTS = re.compile("、|及び|並びに|又は|または|・")
_IN_A_ROW = re.compile("[一-龥ァ-ヴー]{2,}(?:、[一-龥ァ-ヴー]{2,})+")
_CITIES = tuple("市町村区県")  # the city itself is no place in it
_SHORTEST = 2


def is_printed(
    thing: ThingAsked, read: Understanding, projects: Sequence[Project], passages: Sequence[Passage]
) -> bool:
    """Whether the records and the passages have it."""
    printed = "".join((*map(_text_of, projects), *(passage.text for passage in passages)))
    if thing.of_it and thing.noun and key(f"{thing.noun}{thing.of_it}") in key(printed):
        return True
    if thing.how == "people":  # a 係 may be a division of the plan's
        return any(name.endswith(thing.noun) for project in projects for name in project.divisions)
    if thing.how == "place":
        return any(_names_place(line, thing, read) for project in projects for line in _lines(project))
    return _has(thing, read, printed)


def _has(thing: ThingAsked, read: Understanding, printed: str) -> bool:
    """Whether the text names the thing; a list, and how something is made up, are never in it."""
    if thing.how in ("rule", "number"):
        return re.search(f"[0-9０-９一二三四五六七八九十]{thing.noun}", printed) is not None
    if thing.how == "body":
        return _BODY.search(printed) is not None
    if thing.how == "town":
        return any(word.is_place for word in words(printed))
    if thing.how == "row":
        return _lists(printed, int(plain_numbers(f"{thing.of_it}つ")[:-1])) or _holds(printed, thing.noun)
    if thing.how == "all":
        nouns = "|".join(map(re.escape, (thing.noun, *kinds_of(thing.noun))))
        return re.search(f"{_ROW}|{_NAMED}".format(noun=f"(?:{nouns})"), printed) is not None
    return thing.how == "value" and (_is_the_matter(thing, read) or _holds(printed, thing.noun))


def _lists(printed: str, number: int) -> bool:
    """Whether a sentence has a row of so many (A、B及びCの三つ)."""
    rows = _IN_A_ROW.findall(_JOINTS.sub("、", printed))
    return any(row.count("、") + 1 == number for row in rows)


def _is_the_matter(thing: ThingAsked, read: Understanding) -> bool:
    """Whether the thing is a citizen's word for the matter itself (原付の税金は)."""
    said, last = "".join(map(key, read.topic_words)), key(_last(thing.noun))
    return key(thing.noun) in said or (len(last) >= _SHORTEST and last in said)


def _holds(printed: str, noun: str) -> bool:
    """Whether the noun, or what it ends in, is printed; of 製品名 the 製品."""
    text, thing = key(printed), noun.removesuffix("名") or noun
    last = _last(thing)
    if len(last) < _SHORTEST:
        return key(thing) in text  # 日程|表 is not the 日程
    return holds_word(text, key(thing)) or holds_word(text, key(last))


def _names_place(line: str, thing: ThingAsked, read: Understanding) -> bool:
    """Whether the line names a place, and holds another word of the question, where there is any."""
    others = [key(word) for word in read.subject_words if word not in thing.noun]
    told = not others or any(holds_word(key(line), word) for word in others)
    named = (word for word in words(line) if word.is_proper)
    return told and any(line[word.end : word.end + 1] not in _CITIES for word in named)


def _lines(project: Project) -> list[str]:
    """What the project's record prints, line by line; its schedule by its items."""
    items = [item for items in (project.schedule or {}).values() for item in items]
    return [project.content, project.note or "", *items]


def _text_of(project: Project) -> str:
    return whole_text(project) + "".join((*project.divisions, *project.related_divisions))


def _last(noun: str) -> str:
    return words(noun)[-1].surface
