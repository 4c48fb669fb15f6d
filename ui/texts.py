"""The page's wording, read from ``ui/texts/<language>/`` once and checked against these records."""

from functools import cache
from importlib.resources import files
from typing import TypeVar, cast

import yaml

from corpus.records import Language, Record
from ui.feedback.texts import FeedbackTexts
from ui.privacy.texts import PrivacyTexts

Wording = TypeVar("Wording", bound=Record)


class HeaderTexts(Record):
    """The title block."""

    edition: str
    edition_without_period: str
    unavailable: str


class NoticeTexts(Record):
    """What everybody should know before asking; ``source`` names the editions that answers come from.

    ``private`` is for who types alone, and would say nothing to who is handed an answer.
    """

    label: str
    source: str
    source_without_period: str
    checked: str
    private: str

    @property
    def beside_edition(self) -> tuple[str, ...]:
        """What goes with an answer that is taken away, where the edition is named already."""
        return (self.source_without_period, self.checked)


class RoomTexts(Record):
    """The way from room to room; ``titles`` maps a room's name in addresses to what it is called, in their order."""

    label: str
    skip: str
    titles: dict[str, str]


class WishTexts(Record):
    """How the reader likes the page; the plural fields map what is kept to what it is called.

    ``in_english`` is what ``language`` means, for who can read no more than that; empty on the English page.
    ``speeches`` are the interface's languages and ``plain``, each in its own words; an empty key is the default.
    """

    label: str
    language: str
    in_english: str
    speeches: dict[str, str]
    more: str
    size: str
    sizes: dict[str, str]
    theme: str
    themes: dict[str, str]
    motion: str
    motions: dict[str, str]


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
    nearest: str
    clarify: str
    projects: str
    priority: str
    sources: str


class EverydayExample(Record):
    """A question as people ask it who do not know the plan; it fits where a project's contents have the word."""

    word: str
    question: str


class ExampleGroup(Record):
    """Example questions for one kind of reader; each may hold placeholders of ``ui.examples``.

    As many of ``everyday`` as fit, up to ``MOST_EVERYDAY``, take the place of the first questions.
    """

    label: str
    everyday: tuple[EverydayExample, ...] = ()
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
    shared: str


class AnnounceTexts(Record):
    """What a screen reader hears."""

    pending: str
    answer: str
    answer_without_sources: str
    source: str
    new_conversation: str


class HistoryTexts(Record):
    """Earlier conversations, as this browser keeps them; ``{count}`` and ``{question}`` are filled in there."""

    label: str
    hint: str
    delete: str
    delete_all: str
    deleted: str
    undo: str


class AskTexts(Record):
    """What one can do while an answer comes and after it, and the card of the division in charge."""

    stop: str
    stopped: str
    stopped_message: str
    again: str
    edit: str
    editing: str
    leave_editing: str
    unanswered: str
    resend: str
    away: str
    full: str
    in_charge: str
    show_screen: str
    to_top: str
    project_count: str
    card_page: str
    of_division: str
    also: str
    rest: str
    tip_touch: str
    tip_close: str
    history: HistoryTexts


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
    rooms: RoomTexts
    wishes: WishTexts
    composer: ComposerTexts
    conversation: ConversationTexts
    examples: ExampleTexts
    panel: PanelTexts
    feedback: FeedbackTexts
    privacy: PrivacyTexts
    announce: AnnounceTexts
    waiting: WaitingTexts
    failed: FailedTexts
    trouble: str
    ask: AskTexts


def load_texts(language: Language = "ja") -> Texts:
    """The wording of the frame and of the conversation, ``page.yaml``."""
    return read_texts(Texts, "page", language)


def read_texts(record: type[Wording], name: str, language: Language) -> Wording:
    """The wording of ``ui/texts/<language>/<name>.yaml``; a missing or unknown key is a ``ValidationError``."""
    return cast("Wording", _read(record, name, language))


@cache
def _read(record: type[Record], name: str, language: Language) -> Record:
    path = files("ui") / "texts" / language / f"{name}.yaml"
    return record.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
