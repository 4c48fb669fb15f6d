"""The wording of ``look.yaml``; {braces} are filled in by ``ui/look/room.py`` and the templates."""

from typing import Literal

from corpus.records import Language, Record
from ui.texts import read_texts

Column = Literal[
    "code", "project", "division", "divisions", "project_count", "priority", "year", "item", "cost", "document", "page",
]  # fmt: skip


class ControlTexts(Record):
    """The form above the pictures, and the ways to each of them."""

    label: str
    division: str
    all_divisions: str
    year: str
    no_year: str
    jump: str


class CostTexts(Record):
    """The bars of the costs; ``title`` where only priority projects have one, else ``title_mixed``."""

    jump: str
    title: str
    title_mixed: str
    seen: str
    seen_one: str
    share: str
    share_label: str
    note_title: str
    note: str
    missing: str
    missing_of: str
    chart: str
    bar: str


class ScheduleTexts(Record):
    """What happens in which year; ``through`` is said where something goes on through all years."""

    jump: str
    title: str
    seen: str
    through: str
    in_year: str
    highlight: str
    no_highlight: str
    span: str
    without: str
    missing: str
    missing_of: str


class DivisionTexts(Record):
    """Which division carries what."""

    jump: str
    title: str
    seen: str
    most: str
    priority: str
    shared: str
    only_first: str
    one: str
    missing: str
    chart: str
    figure: str
    figure_priority: str
    priority_project: str
    bar: str


class DownloadTexts(Record):
    """The files: ``columns`` are their headings, ``affirmative`` and ``negative`` fill a column that asks whether."""

    columns: dict[Column, str]
    affirmative: str
    negative: str


class LookTexts(Record):
    """All wording of 図で見る."""

    title: str
    lead: str
    controls: ControlTexts
    shown_all: str
    shown_division: str
    back_to_all: str
    table: str
    download: str
    comma: str
    priority: str
    others: str
    page: str
    code: str
    costs: CostTexts
    schedule: ScheduleTexts
    divisions: DivisionTexts
    file: DownloadTexts


def load_look_texts(language: Language = "ja") -> LookTexts:
    """The room's wording in that language."""
    return read_texts(LookTexts, "look", language)
