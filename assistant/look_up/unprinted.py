"""Things asked for that the record found does not print: what was found is about the matter, but not about them."""

import re

from assistant.look_up.evidence import holds_word, whole_text
from assistant.look_up.findings import About, Absent, Finding, Items, OfSet, OfText, passages_of, projects_of
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.thing_asked import ThingAsked, find_thing_asked
from assistant.understand.words import words
from corpus.records import Project

# A body's own name: as a rule it ends so, with something before it.
_BODY = re.compile("[一-龥ァ-ヴー]{3,}(?:連合会|協会|協議会|機構|連盟|財団|法人|会社|組合|大学|銀行|公社)")
# What else may name the things of a kind: a row in brackets behind the noun, or one before it (A、B等の|機関).
_ROW = "{noun}[^。（]{{0,20}}。?（[^）]*、|(?:等|など|といった)の?{noun}"
_NAMED = "[一-龥ァ-ヴーA-Za-z]{{2,}}{noun}"
_SHORTEST = 2
_Found = About | Items | OfSet | OfText
# Of the text around the tables only what it may name is looked for there.
_OF_TEXT = ("made_up", "town")


def without_unprinted(read: Understanding, finding: Finding) -> Finding:
    """The finding; or that the plan does not state the thing asked for, where the record found does not print it."""
    if read.language != "ja" or not isinstance(finding, _Found) or finding.correction is not None:
        return finding
    thing = find_thing_asked(read.text)
    if thing is None or (isinstance(finding, OfText) and thing.how not in _OF_TEXT) or _prints(thing, read, finding):
        return finding
    return Absent(reason="attribute", detail=_told(thing), projects=_meant(finding))


def _prints(thing: ThingAsked, read: Understanding, finding: _Found) -> bool:
    """Whether what was found has the thing: by its own name, in a row, or, for any other, as a word."""
    projects = projects_of(finding)
    printed = "".join((*map(_text_of, projects), *(passage.text for passage in passages_of(finding))))
    if thing.of_it and thing.noun and key(f"{thing.noun}{thing.of_it}") in key(printed):
        return True
    if thing.how in ("people", "made_up"):
        return False
    if thing.how in ("list", "number", "value") and isinstance(finding, OfSet):
        return True  # a set is a list, is counted, and was chosen by what is said of it
    if thing.how == "list":
        return False
    if thing.how in ("rule", "number"):
        return re.search(f"[0-9０-９一二三四五六七八九十]{thing.noun}", printed) is not None
    if thing.how == "body":
        return _BODY.search(printed) is not None
    if thing.how == "town":
        return any(word.is_place for word in words(printed))
    if thing.how == "place":
        return any(_names_place(line, thing, read) for project in projects for line in _lines(project))
    if thing.how == "all":
        return _names(printed, thing.noun)
    return _is_the_matter(thing, read) or _holds(printed, thing.noun)


def _lines(project: Project) -> list[str]:
    """What the project's record prints, line by line; its schedule by its items."""
    items = [item for items in (project.schedule or {}).values() for item in items]
    return [project.content, project.note or "", *items]


def _names_place(line: str, thing: ThingAsked, read: Understanding) -> bool:
    """Whether the line names a place, and holds another word of the question, where there is any."""
    others = [key(word) for word in read.subject_words if word not in thing.noun]
    told = not others or any(holds_word(key(line), word) for word in others)
    return told and any(word.is_proper for word in words(line))


def _is_the_matter(thing: ThingAsked, read: Understanding) -> bool:
    """Whether the thing is a citizen's word for the matter itself (原付の税金は)."""
    said = "".join(map(key, read.topic_words))
    return key(thing.noun) in said or key(_last(thing.noun)) in said


def _names(printed: str, noun: str) -> bool:
    """Whether things of the kind are named there."""
    spelled = re.escape(noun)
    return re.search(f"{_ROW}|{_NAMED}".format(noun=spelled), printed) is not None


def _holds(printed: str, noun: str) -> bool:
    """Whether the noun, or what it ends in, is printed; of 製品名 the 製品."""
    text, thing = key(printed), noun.removesuffix("名") or noun
    last = _last(thing)
    return holds_word(text, key(thing)) or (len(last) >= _SHORTEST and holds_word(text, key(last)))


def _last(noun: str) -> str:
    return words(noun)[-1].surface


def _text_of(project: Project) -> str:
    return whole_text(project) + "".join((*project.divisions, *project.related_divisions))


def _told(thing: ThingAsked) -> str:
    """What is said to be missing: the noun, or what is asked of it."""
    if thing.how in ("rule", "number"):
        return f"{thing.noun}の番号"
    named = thing.how in ("body", "town", "place", "people")
    of_it = thing.of_it or ("名前" if named else "")
    return "の".join(filter(None, (thing.noun, of_it)))


def _meant(finding: _Found) -> tuple[Project, ...]:
    """The projects to stay with: none of a set, which the thing is not told of."""
    return () if isinstance(finding, OfSet) else projects_of(finding)
