"""What a question only tells of how it came about (書類は手元にあります。), apart from what it asks."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from assistant.understand.vocabulary import pattern_of, read_yaml

_LITTLE = 6
_SENTENCES = re.compile(r"[^。！？!?\n]*[。！？!?\n]*")


def told_in(text: str) -> tuple[tuple[int, int], ...]:
    """The places of the folded text's clauses that only tell; none of a text that is one clause."""
    clauses = [*_clauses(text)]
    if len(clauses) == 1:
        return ()
    asking = [asks_itself(text[start:end]) for start, end in clauses]
    told = []
    for at, (start, end) in enumerate(clauses):
        asked_besides = any(asking[:at] + asking[at + 1 :])
        if not asking[at] and _tells(text[start:end], asked_besides=asked_besides):
            told.append((start, end))
    return tuple(told)


def asks_itself(clause: str) -> bool:
    """Whether the clause asks or wishes for something, and does not only speak of a question."""
    rest = _pattern("spoken_of").sub("", _pattern("indefinite").sub("", clause))
    return _pattern("asks").search(rest) is not None


def is_within(place: tuple[int, int], told: Iterable[tuple[int, int]]) -> bool:
    """Whether the place lies wholly within one of those told."""
    return any(start <= place[0] and place[1] <= end for start, end in told)


def without_spoken_of(text: str) -> str:
    """The text without questions that are only spoken of, where anything else is said."""
    rest = _pattern("spoken_of").sub("", text)
    return rest if len(rest.strip(" 、。")) > _LITTLE else text


def last_asked(text: str) -> tuple[tuple[int, int], ...]:
    """The place of the sentence that asks at last; of the last sentence where none does."""
    sentences = [found.span() for found in _SENTENCES.finditer(text) if found[0].strip("。！!、 \n")]
    asking = [place for place in sentences if asks_itself(text[slice(*place)])]
    return tuple((asking or sentences)[-1:])


def only_tells(text: str) -> bool:
    """Whether the text asks nothing in any of its clauses, and each ends as one that tells."""
    clauses = [text[start:end] for start, end in _clauses(text)]
    return not any(map(asks_itself, clauses)) and all(_tells(clause, asked_besides=True) for clause in clauses)


def without_indefinite(text: str) -> str:
    """The text without words of an open number or person (何人も, いくつか), which ask for none."""
    return _pattern("indefinite").sub(lambda match: "＊" * len(match[0]), text)


def without_ends_told(text: str) -> str:
    """The text without the end of something that is only told (工事が終わった。検査はどこ), which is no project's."""
    told = [text[start:end] for start, end in told_in(text)]
    for clause in (clause for clause in told if not _pattern("of_projects").search(clause)):
        text = text.replace(clause, _pattern("ended").sub(lambda match: "＊" * len(match[0]), clause))
    return _pattern("ended_so").sub(lambda match: "＊" * len(match[0]), text)


def _tells(clause: str, *, asked_besides: bool) -> bool:
    """Whether the clause ends as what is told does, and was not only heard; what may ask, where something else does."""
    end = clause.rstrip("。！!、, ")
    if _pattern("hearsay").search(end):
        return False
    return any(_pattern(name).search(end) for name in ("tells", *(["may_tell"] if asked_besides else [])))


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """The places of the clauses, in order: sentences, cut where one clause leads to the next."""
    for sentence in _SENTENCES.finditer(text):
        start = sentence.start()
        for joint in _pattern("joints").finditer(text, sentence.start(), sentence.end()):
            if joint.end() < sentence.end():
                yield start, joint.end()
                start = joint.end()
        if start < sentence.end():
            yield start, sentence.end()


@cache
def _pattern(group: str) -> re.Pattern[str]:
    data = read_yaml("telling.yaml")
    lines = data[group]
    return pattern_of([lines] if isinstance(lines, str) else lines, data["shorthands"])
