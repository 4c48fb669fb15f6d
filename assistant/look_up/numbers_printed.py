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
    "社|人|名|校|園|件|回|戸|棟|台|箇所|か所|カ所|ヶ所|施設|団体|地区|路線|世帯|頭|本|冊|席|室|ヘクタール|トン|キロ"
    "|%|パーセント|割"
)
_ASKED = re.compile(f"(?:何|なん)(?:百|千|万|十)*(?P<unit>{_UNITS})")
_AIMED_AT = re.compile("目標|目指|めざ|ねらい|狙い")
_SENTENCE_END = re.compile("。")
_PLACES = ("箇所", "か所", "カ所", "ヶ所")


class PrintedNumbers:
    """Answers such questions from one catalogue, by the field that prints the number."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def find(self, read: Understanding) -> About | None:
        """The project with the field that prints it; None where the number is of something else."""
        asked = _ASKED.search(read.text)
        project = self._meant(read) if asked and not (read.operation or read.sets) else None
        if asked is None or project is None or not (read.attribute or read.field == "goal"):
            return None
        field = next(
            (field for field, said in _fields(project) if _tells(said, field, asked["unit"], read, project)), None
        )
        return About(projects=(project,), field=field, years=read.years) if field else None

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


def _tells(said: str, field: FieldName, unit: str, read: Understanding, project: Project) -> bool:
    """Whether it has a number of the unit, and is what is asked: the aim, a word of the question, or its places."""
    units = "|".join(_PLACES if unit in _PLACES else (re.escape(unit),))
    if not re.search(f"[0-9](?:百|千|万)*(?:{units})", plain_numbers(fold(said)).replace(" ", "")):
        return False
    if field == "goal" and _AIMED_AT.search(read.text):
        return True
    if unit in _PLACES and all(key(word) in key(project.name) for word in read.subject_words):
        return True  # nothing but itself is said to be at so many places
    return any(len(word) > 1 and holds_word(key(said), key(word)) for word in read.subject_words)
