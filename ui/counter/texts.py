"""The wording of ``counter.yaml``."""

from corpus.records import Language, Record
from ui.texts import read_texts


class KeyTexts(Record):
    """One key and what it does."""

    key: str
    does: str


class CounterTexts(Record):
    """Everything 窓口 shows or says; ``{braces}`` are filled in by the templates."""

    title: str
    label: str
    placeholder: str
    send: str
    clear: str
    keys_label: str
    keys: tuple[KeyTexts, ...]
    recent: str
    forget: str
    blank: str
    busy: str
    trouble: str
    welcome: tuple[str, ...]
    question: str
    division: str
    and_others: str
    also: str
    project: str
    code: str
    lead: str
    quote: str
    page: str
    source: str
    places: str
    place: str
    print_card: str
    copy_card: str
    labelled: str
    quoted: str
    copied: str
    selected: str
    edition: str
    edition_without_period: str
    date: str
    clarify: str
    rows: str
    chosen: str
    branches: str
    several: str
    row_question: str
    not_found: str
    not_meant: str
    nearest: str
    contact: str
    suggestions: str


def counter_texts(language: Language) -> CounterTexts:
    """The room's wording in that language."""
    return read_texts(CounterTexts, "counter", language)
