"""The page's wording, read from ``ui/texts.yaml`` once and checked against these records."""

from functools import cache
from importlib.resources import files

import yaml

from corpus.records import Record


class HeaderTexts(Record):
    """The title block."""

    edition: str
    edition_without_period: str
    unavailable: str


class NoticeTexts(Record):
    """What everybody should know before asking."""

    label: str
    lines: tuple[str, ...]


class ComposerTexts(Record):
    """The question box and its buttons."""

    label: str
    placeholder: str
    send: str
    blank: str


class ConversationTexts(Record):
    """The conversation; ``status`` maps an answer's status, or ``error``, to its label."""

    label: str
    you: str
    pending: str
    retry: str
    restart: str
    status: dict[str, str]
    marker: str
    suggestions: str
    clarify: str
    projects: str
    priority: str
    sources: str


class ExampleGroup(Record):
    """Example questions for one kind of reader; each may hold placeholders of ``ui.examples``."""

    label: str
    questions: tuple[str, ...]


class ExampleTexts(Record):
    """The example questions of an empty conversation; ``familiar_words`` choose the projects they name."""

    label: str
    familiar_words: tuple[str, ...]
    groups: tuple[ExampleGroup, ...]


class PanelTexts(Record):
    """The panel with the cited passages and the source page."""

    label: str
    empty: str
    citations: str
    more: str
    open: str
    opened: str
    back: str
    source: str
    page: str
    page_count: str
    code: str
    divisions: str
    document: str
    mark_start: str
    mark_end: str
    missing: str
    hint: str


class AnnounceTexts(Record):
    """What a screen reader hears."""

    pending: str
    answer: str
    answer_without_sources: str
    source: str
    new_conversation: str


class WaitingTexts(Record):
    """What the page says while the index is being built."""

    title: str
    message: str


class FailedTexts(Record):
    """What the page says when the index cannot be served."""

    title: str


class Texts(Record):
    """All wording of the page."""

    page_title: str
    page_description: str
    header: HeaderTexts
    notice: NoticeTexts
    composer: ComposerTexts
    conversation: ConversationTexts
    examples: ExampleTexts
    panel: PanelTexts
    announce: AnnounceTexts
    waiting: WaitingTexts
    failed: FailedTexts
    trouble: str


@cache
def load_texts() -> Texts:
    """The wording of ``ui/texts.yaml``; a missing or unknown key is a ``ValidationError``."""
    return Texts.model_validate(yaml.safe_load((files("ui") / "texts.yaml").read_text(encoding="utf-8")))
