"""The records that everything else speaks in: frozen, typed, importing nothing of ours.

One English name for each word of the plans: ``division`` 所管課, ``related_division`` 関連課, ``project`` 事業,
``priority`` 重点事業, ``goal`` 事業目標, ``content`` 事業内容, ``note`` 特記事項, ``schedule`` 事業工程,
``cost_million_yen`` 推計事業費 (百万円), ``account`` 会計, ``code`` 事業CD, ``edition`` 計画の版.
Offsets count characters of the whole document, ``start`` inclusive, ``end`` exclusive; pages count from 1.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Status = Literal["answered", "clarify", "not_found"]
Style = Literal["standard", "plain"]
Language = Literal["ja", "en", "zh", "ko"]


class Record(BaseModel):
    """Base of all records: immutable, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """A run of the document's characters ``start:end``, lying within one page."""

    page: int
    start: int
    end: int


class Page(Record):
    """A page's characters ``start:end`` of its document, and the text itself."""

    document_id: str
    page: int
    start: int
    end: int
    text: str


class Edition(Record):
    """Which plan an answer speaks of."""

    title: str
    period: str


class Document(Record):
    """One published plan: its whole text, unchanged, and what its manifest says of it.

    ``places`` names, for parts of the city, the branch office (a division) that serves them. ``readings`` tells how
    names sound, in hiragana, where a person has checked it; ``/`` sets words off in the name and in its reading alike.
    """

    id: str
    title: str
    publisher: str = ""
    period: str = ""
    description: str = ""
    contact: str = ""
    places: dict[str, str] = {}
    readings: dict[str, str] = {}
    checksum: str = ""
    text: str
    pages: tuple[Page, ...]


class Project(Record):
    """A project (事業) as the plan prints it; a priority project's table row and card are one record.

    ``sources`` says, field by field, where the plan prints it, table row before card.
    ``divisions_open`` is True where the plan adds 他 ("and others") to the divisions.
    ``schedule`` maps each fiscal year as printed to its items; ``cost_million_yen`` is for the whole period.
    """

    id: str
    name: str
    code: str | None = None
    divisions: tuple[str, ...]
    divisions_open: bool = False
    related_divisions: tuple[str, ...] = ()
    content: str
    priority: bool = False
    goal: str | None = None
    note: str | None = None
    schedule: dict[str, tuple[str, ...]] | None = None
    cost_million_yen: int | None = None
    account: str = "一般"
    document_id: str
    section: str
    page: int
    sources: dict[str, tuple[Span, ...]] = {}


class Passage(Record):
    """A piece of the plan that can be retrieved and quoted.

    ``field`` is the project's field it prints (``content``, ``goal``, ``schedule`` …), or for text outside the
    projects its kind (``principle``, ``sdgs_targets``, ``sdgs_direction``, ``total_cost``, ``cost_items``, ``text``).
    ``text`` is the source's ``start:end`` joined over its line breaks.
    """

    id: str
    document_id: str
    section: str
    title: str
    text: str
    field: str
    project_ids: tuple[str, ...] = ()
    page: int
    start: int
    end: int


class Citation(Record):
    """What an answer stands on; ``quote`` equals the source's ``start:end`` but for white space."""

    marker: int
    document_id: str
    document_title: str
    section: str
    page: int
    project_id: str | None = None
    project_name: str | None = None
    project_code: str | None = None
    divisions: tuple[str, ...] = ()
    quote: str
    start: int
    end: int


class Choice(Record):
    """One of the readings that a ``clarify`` answer offers, or a topic near; ``question`` asks for it."""

    label: str
    question: str
    divisions: tuple[str, ...] = ()
    project_ids: tuple[str, ...] = ()


class Question(Record):
    """What somebody asks, and in which conversation, style and language they want the answer.

    ``earlier`` are the conversation's questions before it, oldest first, from a client that keeps the conversation
    itself; what is kept under ``session_id`` is then not read.
    """

    text: str
    session_id: str | None = None
    earlier: tuple[str, ...] = ()
    style: Style = "standard"
    language: Language | None = None


class GeneratedBy(Record):
    """Who worded an answer: the composer alone, or a language model under its check.

    Counts are sentences of the model: ``verified`` were shown as written, ``repaired`` after a second try, and
    ``replaced`` not at all: the composer's words stand in their place.
    """

    source: Literal["composer", "model"] = "composer"
    model: str | None = None
    verified: int = 0
    repaired: int = 0
    replaced: int = 0


class Answer(Record):
    """The answer that every face shows; see the README for its fields.

    ``nearest`` are topics of the plan near to a question that it does not answer (``not_found``): no answer.
    """

    answer_id: str
    session_id: str
    status: Status
    answer: str
    citations: tuple[Citation, ...]
    projects: tuple[Project, ...] = ()
    suggestions: tuple[str, ...] = ()
    clarify: tuple[Choice, ...] | None = None
    nearest: tuple[Choice, ...] = ()
    edition: Edition
    elapsed_ms: float
    generated_by: GeneratedBy = GeneratedBy()


class Message(Record):
    """One message to a language model."""

    role: Literal["system", "user", "assistant"]
    content: str


class Piece(Record):
    """A part of an answer on its way: the citations that were found, words that passed their check, or the whole.

    Exactly one field is set. ``found`` comes first and ``answer`` last; the ``text`` pieces joined are its words.
    """

    found: tuple[Citation, ...] | None = None
    text: str | None = None
    answer: Answer | None = None
