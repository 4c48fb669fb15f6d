"""How many of something, where the record that a question means prints a number of just that unit (何社 … １２社)."""

import re
from collections.abc import Iterator, Sequence

from assistant.look_up.evidence import holds_word
from assistant.look_up.findings import About, OfText
from assistant.look_up.prose import RUNNING_TEXT, sentences
from assistant.understand.normalize import fold, key
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import FieldName, Understanding
from corpus.catalogue import Catalogue
from corpus.records import Project

_ASKED = re.compile("(?:何|なん)(?:百|千|万|十)*(?P<unit>[一-龥ァ-ヶーか%]{1,6})")
# What is asked so for a day, a person or a row of the plan is no number of things.
_NO_UNIT = re.compile("[年月日時分番課曜歳者故度事]|ですか|か$")
_AIMED_AT = re.compile("目標|目指|めざ|ねらい|狙い")
_SENTENCE_END = re.compile("。")
# Units that are written in several ways.
_ALIKE = (("箇所", "か所", "カ所", "ヶ所"), ("%", "パーセント", "割"))
_PLACES = _ALIKE[0]


class PrintedNumbers:
    """Answers such questions from one catalogue, by the field that prints the number."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        prose = (one for one in catalogue.passages if not one.project_ids and one.field in RUNNING_TEXT)
        self._around = [(passage, said) for passage in prose for said in sentences(passage)]

    def find(self, read: Understanding) -> About | OfText | None:
        """The project with the field that prints it, or the sentence around the tables; None where nothing does."""
        units = list(_units(read.text))
        of_set = read.operation not in (None, "count", "share") or read.filters or read.sets
        if not units or of_set or not (read.attribute or read.field == "goal" or read.operation == "share"):
            return None
        project = self._meant(read)
        field = _field_of(project, units, read) if project else None
        if project and field:
            return About(projects=(project,), field=field, years=read.years)
        words = [key(word) for word in read.subject_words if word not in units]
        return None if read.projects or not words else self._of_words(read, words, units)

    def _meant(self, read: Understanding) -> Project | None:
        """The one project that is named, or to which the vocabulary leads most surely."""
        most = max(read.linked.values(), default=0.0)
        ids = read.projects or [one for one, weight in read.linked.items() if weight == most]
        return self._catalogue.project(ids[0]) if len(ids) == 1 else None

    def _of_words(self, read: Understanding, words: Sequence[str], units: Sequence[str]) -> About | OfText | None:
        """Of a question that names no project: the one sentence with such a number that has all that it names."""
        holding = [one for one in self._catalogue.projects if _holds_all(one, words, units)]
        fields = [(one, field) for one in holding if (field := _field_of(one, units, read))]
        around = (
            [] if fields else [one for one in self._around if _holds(key(one[1]), words) and _numbers(one[1], units)]
        )
        if len(fields) == 1:
            return About(projects=(fields[0][0],), field=fields[0][1], years=read.years)
        return OfText(passages=(around[0][0],), quotes=(around[0][1],), kind="sentence") if len(around) == 1 else None


def _field_of(project: Project, units: Sequence[str], read: Understanding) -> FieldName | None:
    """The field that prints a number of one of the units, of what is asked."""
    told = ((field, said, unit) for unit in units for field, said in _fields(project))
    return next((field for field, said, unit in told if _tells(said, field, unit, read, project)), None)


def _holds_all(project: Project, words: Sequence[str], units: Sequence[str]) -> bool:
    """Whether one sentence with such a number holds the words, but for those of the project's name."""
    name = key(project.name)
    numbered = [key(said) for _, said in _fields(project) if _numbers(said, units)]
    beyond = [word for word in words if word not in name]
    return any(_holds(said, beyond) and any(holds_word(said, word) for word in words) for said in numbered)


def _holds(said: str, words: Sequence[str]) -> bool:
    return all(holds_word(said, word) for word in words)


def _numbers(said: str, units: Sequence[str]) -> bool:
    return any(_has_number(said, unit) for unit in units)


def _units(text: str) -> Iterator[str]:
    """What may be the unit, of the characters that stand behind 何: the longest first (施設, then 施)."""
    for run in (match["unit"] for match in _ASKED.finditer(text)):
        yield from (run[:size] for size in range(len(run), 0, -1) if not _NO_UNIT.match(run))


def _fields(project: Project) -> Iterator[tuple[FieldName, str]]:
    """Each sentence of the goal and of the content, and each item of the schedule, with its field."""
    yield from (("goal", said) for said in _SENTENCE_END.split(project.goal or ""))
    for items in (project.schedule or {}).values():
        yield from (("schedule", item) for item in items)
    yield from (("content", said) for said in _SENTENCE_END.split(project.content))


def _tells(said: str, field: FieldName, unit: str, read: Understanding, project: Project) -> bool:
    """Whether it has a number of the unit, and is what is asked: the aim, a word of the question, or its places."""
    if not _has_number(said, unit):
        return False
    if field == "goal" and _AIMED_AT.search(read.text):
        return True
    if unit in _PLACES and all(key(word) in key(project.name) for word in read.subject_words):
        return True  # nothing but itself is said to be at so many places
    return any(len(word) > 1 and holds_word(key(said), key(word)) for word in read.subject_words)


def _has_number(said: str, unit: str) -> bool:
    """Whether the sentence prints a number of the unit."""
    units = "|".join(map(re.escape, next((alike for alike in _ALIKE if unit in alike), (unit,))))
    return bool(re.search(f"[0-9](?:百|千|万)*(?:{units})", plain_numbers(fold(said)).replace(" ", "")))
