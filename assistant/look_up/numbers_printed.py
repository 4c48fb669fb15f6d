"""How many of something, where the record that a question means prints a number of just that unit (何社 … １２社)."""

import re
from collections.abc import Iterator

from assistant.look_up.evidence import holds_word
from assistant.look_up.findings import About
from assistant.understand.normalize import fold, key
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import FieldName, Understanding
from corpus.catalogue import Catalogue
from corpus.records import Project

_UNITS = (
    "社|人|名|校|園|件|回|戸|棟|台|基|箇所|か所|カ所|ヶ所|施設|団体|地区|路線|世帯|頭|本|冊|席|室|ヘクタール|トン|キロ"
    "|メートル|%|パーセント|割|年(?=[^、。?？度]{0,3}[経過たっ])"
)
_ASKED = re.compile(f"(?:何|なん)(?:百|千|万|十)*(?P<unit>{_UNITS})")
_AIMED_AT = re.compile("目標|目指|めざ|ねらい|狙い")
# The question is for a number, whatever field it names.
_OF_FACTS = ("goal", "schedule", "when")
_SENTENCE_END = re.compile("。")
_PLACES = ("箇所", "か所", "カ所", "ヶ所")


class PrintedNumbers:
    """Answers such questions from one catalogue, by the field that prints the number."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def find(self, read: Understanding) -> About | None:
        """The project with the field that prints it; None where the number is of something else."""
        asked = _ASKED.search(read.text)
        if asked is None or read.operation or read.sets or not (read.attribute or read.field in _OF_FACTS):
            return None
        project = self._meant(read)
        field = (
            _field_of(project, asked["unit"], read) if project and (read.attribute or read.field == "goal") else None
        )
        if project is None or field is None:
            return self._said_in_full(asked["unit"], read)
        return About(projects=(project,), field=field, years=read.years)

    def _said_in_full(self, unit: str, read: Understanding) -> About | None:
        """The one project of which a single sentence has such a number, and all else that the question names."""
        if read.projects:
            return None
        owners = "".join(map(key, read.divisions))
        said = [key(word) for word in read.subject_words if len(word) > 1 and key(word) not in owners]
        found = [
            (project, field)
            for project in self._catalogue.projects
            for field, text in _fields(project)
            if len(said) > 1 and _has_number(text, unit) and all(holds_word(key(text), word) for word in said)
        ]
        if len({project.id for project, _ in found}) != 1:
            return None
        return About(projects=(found[0][0],), field=found[0][1], years=read.years)

    def _meant(self, read: Understanding) -> Project | None:
        """The one project that is named, or to which the vocabulary leads most surely."""
        most = max(read.linked.values(), default=0.0)
        ids = read.projects or [one for one, weight in read.linked.items() if weight == most]
        return self._catalogue.project(ids[0]) if len(ids) == 1 else None


def _fields(project: Project) -> Iterator[tuple[FieldName, str]]:
    """Each sentence of the goal and of the content, and each item of the schedule, with its field."""
    yield from (("goal", said) for said in _SENTENCE_END.split(project.goal or ""))
    for items in (project.schedule or {}).values():
        yield from (("schedule", item) for item in items)
    yield from (("content", said) for said in _SENTENCE_END.split(project.content))


def _field_of(project: Project, unit: str, read: Understanding) -> FieldName | None:
    """The first of its fields that tells so many of what is asked."""
    return next((field for field, said in _fields(project) if _tells(said, field, unit, read, project)), None)


def _has_number(said: str, unit: str) -> bool:
    units = "|".join(_PLACES if unit in _PLACES else (re.escape(unit),))
    number = f"(?<!令和)(?<!平成)(?<!昭和)(?<![0-9])[0-9]+(?:百|千|万)*(?:{units})(?!度)"
    return re.search(number, plain_numbers(fold(said)).replace(" ", "")) is not None


def _tells(said: str, field: FieldName, unit: str, read: Understanding, project: Project) -> bool:
    """Whether it has a number of the unit, and is what is asked: the aim, a word of the question, or its places."""
    if not _has_number(said, unit):
        return False
    if field == "goal" and _AIMED_AT.search(read.text):
        return True
    if unit in _PLACES and all(key(word) in key(project.name) for word in read.subject_words):
        return True  # nothing but itself is said to be at so many places
    return any(len(word) > 1 and holds_word(key(said), key(word)) for word in read.subject_words)
