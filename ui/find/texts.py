"""The wording of ``find.yaml``."""

from corpus.records import Language, Record
from ui.texts import read_texts


class FormTexts(Record):
    """The fields to search and filter by."""

    label: str
    search: str
    search_hint: str
    placeholder: str
    submit: str
    division: str
    all_divisions: str
    division_count: str
    code: str
    any_code: str
    with_code: str
    without_code: str
    sort: str
    priority: str


class ResultTexts(Record):
    """What stands around the projects that were found, and in their place where there are none."""

    all: str
    some: str
    near: str
    chosen: str
    chosen_division: str
    chosen_q: str
    chosen_priority: str
    chosen_with_code: str
    chosen_without_code: str
    clear_one: str
    clear: str
    caption: str
    sort_by: str
    projects: str
    priority_count: str
    about: str
    about_division: str
    none_title: str
    none_hints: tuple[str, ...]
    none_ask: str


class DownloadTexts(Record):
    """The lists to take away; ``columns`` maps a field to its heading, ``schedule`` is that of a year's items."""

    label: str
    csv: str
    xlsx: str
    file_name: str
    sheet_name: str
    yes: str
    joiner: str
    columns: dict[str, str]
    schedule: str


class FindTexts(Record):
    """All of it; ``orders`` maps a value of ``sort`` to its name, ``columns`` a column of the table to its heading."""

    title: str
    form: FormTexts
    orders: dict[str, str]
    views_label: str
    views: dict[str, str]
    result: ResultTexts
    columns: dict[str, str]
    priority: str
    code: str
    page: str
    open_division: str
    no_value: str
    downloads: DownloadTexts


def find_texts(language: Language) -> FindTexts:
    """The wording in one language."""
    return read_texts(FindTexts, "find", language)
