"""The wording of ``sheets.yaml``."""

from importlib.resources import files
from typing import cast, get_args

from corpus.records import Language, Record
from ui.preferences import Preferences
from ui.texts import read_texts


class FrameTexts(Record):
    """What stands around every sheet."""

    title: str
    site: str
    home: str
    list: str
    navigation: str
    print: str
    printed_from: str
    notice: str
    contact: str
    edition: str
    edition_without_period: str


class ProjectSheetTexts(Record):
    """A project's sheet."""

    kind: str
    cost_note: str
    open_division: str
    unstated: str
    joiner: str
    source: str
    open_page: str
    ask: str
    question: str
    same_division: str


class DivisionSheetTexts(Record):
    """A division's profile."""

    kind: str
    count: str
    count_value: str
    priority_count: str
    cost: str
    cost_note: str
    cost_shared: str
    cost_none: str
    places: str
    projects: str
    schedule: str
    related: str
    carried_by: str
    together: str
    page_value: str
    ask: str
    question: str
    list: str


class PageSheetTexts(Record):
    """A page of the source."""

    kind: str
    title: str
    count: str
    marked: str
    unmarked: str
    to_mark: str
    mark_start: str
    mark_end: str
    previous: str
    next: str
    pages: str
    projects: str
    back: str


class ProblemTexts(Record):
    """What stands in a sheet's place."""

    not_found_title: str
    not_found_hints: tuple[str, ...]
    unavailable_title: str
    again: str


class SheetTexts(Record):
    """All of it; ``fields`` maps a project's field to what the plan calls it."""

    frame: FrameTexts
    fields: dict[str, str]
    project: ProjectSheetTexts
    division: DivisionSheetTexts
    page: PageSheetTexts
    priority: str
    code: str
    problems: ProblemTexts


def sheet_texts(language: Language) -> SheetTexts:
    """The wording in one language."""
    return read_texts(SheetTexts, "sheets", language)


def known_wish(wish: str) -> Preferences:
    """How an address asks to be spoken to (``Preferences.spoken``); Japanese where nobody wrote that language."""
    if wish in get_args(Language) and (files("ui") / "texts" / wish / "sheets.yaml").is_file():
        return Preferences(language=cast("Language", wish))
    return Preferences(style="plain" if wish == "plain" else "standard")
