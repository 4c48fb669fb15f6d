"""What a question was understood to ask: a typed value that can be printed and tested by itself."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from assistant.understand.filters import Filters
from corpus.records import Choice, Language, Record, Style

FieldName = Literal[
    "division",
    "content",
    "goal",
    "note",
    "related",
    "schedule",
    "when",
    "cost",
    "code",
    "account",
    "page",
    "period",
    "made",
    "included",
    "overview",
]
Operation = Literal[
    "list",
    "count",
    "sum",
    "average",
    "largest",
    "smallest",
    "ranking",
    "difference",
    "compare",
    "share",
    "place",
    "place_up",
    "rest",
]

Comparison = Literal["less", "more", "same"]


class Count(Record):
    """A number of things as a question names it (6つ)."""

    number: int
    unit: str = "件"


class Premise(Record):
    """What the question takes for granted: divisions, amounts in 百万円, years, how one compares with another.

    ``negated`` stands for 〜ではないですよね, ``only`` for 〜だけですよね of the divisions, ``only_project`` and
    ``only_year`` for the same of projects and years; ``until`` and ``since`` make a year the last or the first.
    ``than`` are the names that something is compared with, ``quoted`` the words in quotation marks; ``subject`` is
    the division whose projects it is about where another one is named as carrying them; ``open`` where the question
    asks for a fact besides.
    """

    divisions: tuple[str, ...] = ()
    subject: str | None = None
    amounts: tuple[int, ...] = ()
    roughly: bool = False
    negated: bool = False
    open: bool = False
    only: bool = False
    only_project: bool = False
    only_year: bool = False
    until: bool = False
    since: bool = False
    than: tuple[str, ...] = ()
    comparison: Comparison | None = None
    quoted: tuple[str, ...] = ()
    bound: Filters | None = None


class Ratio(Record):
    """How a ``part`` is said to stand to a ``whole`` (None: the plan's): as a share, or a ``multiple``, of it.

    The true one is to lie from ``least`` to ``most``. The part is empty where it is what was spoken of.
    """

    part: Filters
    whole: Filters | None
    least: float
    most: float
    multiple: bool = False


class AtHand(Record):
    """What the last answer left at hand: the ``projects`` that it was about or named as near, what it quoted.

    ``items`` are those that it showed of a schedule, ``passages`` the ids of the text around the tables; ``branches``
    are the projects of the branch offices that were named; ``near`` where a refusal only named it as near; ``thing``
    is what the question before called it.
    """

    projects: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    kind: str = ""
    field: FieldName | None = None
    branches: tuple[str, ...] = ()
    near: bool = False
    thing: str = ""


class Understanding(Record):
    """What is asked (``cues``), about which entities, with which filters, in which style.

    ``projects`` and ``divisions`` are ids and names found in the question; ``inherited`` says that they come from
    the conversation. ``counter`` is True for an everyday application that branch offices take too, where it leads to
    one of ``counter_projects``. ``counted`` is a number that it
    gives for a whole set. ``matters`` are the projects that each of its topics leads to. ``subject_words`` are
    its nouns that are not words of courtesy or of asking; ``unknown_words`` those of them that neither the plan nor
    the vocabulary knows. ``apart`` is the question by itself, where its verbs may turn to a matter of their own
    (払えないときは？); ``offered`` are the projects of the choices that it may mean one of, and ``apart`` is then the
    question that they were offered for with the answer behind it; ``again`` are the choices that the answer leaves
    open. ``before`` is the question asked before, where this one only points at a side of it (直すほうなんです).
    ``parts`` are the matters that stand side by side in it, each read by itself (引っ越しとパスポート); ``several``
    those that it counts or goes through, ``either`` the names of which it cannot tell the right one; ``pairs`` the
    claims that it wants confirmed together, each of a matter and its value (転入届はA課、住民税はB課ですよね).
    ``silent_on`` are facts that are asked for besides and that no plan states; ``besides`` what else is to be done
    with the set (何件で、合計は); ``whole_told`` that all of it was told already, ``number_alone`` that its rows were
    shown and only their number is wanted (いくつある？). ``contrast``: what
    is named is set beside each other (何が違う). ``spoken`` are the few projects that the answer before was about.
    ``bare`` is the name that is all it
    tells of its matter, ``printed_as`` what plans print for that, or for the deed that is all it tells (直してほしい).
    ``at_hand`` is what the last answer spoke of, for a question whose own words lead nowhere; a short one is then read
    ``alone`` too, whatever it took over, and ``of_thing``, with the thing spoken of before it (市役所の|建て替え);
    ``also`` where it asks whether that is the same one's matter too (修理も？).
    """

    text: str
    language: Language = "ja"
    style: Style = "standard"
    cues: frozenset[str] = frozenset()
    field: FieldName | None = None
    operation: Operation | None = None
    besides: tuple[Operation, ...] = ()
    projects: tuple[str, ...] = ()
    divisions: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    years_outside: tuple[str, ...] = ()
    year_step: int | None = None
    every_year: bool = False
    together: bool = False
    whole_told: bool = False
    number_alone: bool = False
    each: bool = False
    rank: int = 1
    filters: Filters | None = None
    operands: tuple[Filters, ...] = ()
    within: tuple[Filters, ...] = ()
    ratio: Ratio | None = None
    premise: Premise | None = None
    counted: Count | None = None
    topics: tuple[str, ...] = ()
    attribute: str | None = None
    texts: tuple[str, ...] = ()
    sets: frozenset[str] = frozenset()
    unknown_divisions: tuple[str, ...] = ()
    names_whole: bool = False
    counter: bool = False
    counter_projects: tuple[str, ...] = ()
    absent_topics: tuple[str, ...] = ()
    absent_last: bool = False
    absent_ends: bool = False
    place_divisions: tuple[str, ...] = ()
    other_place: str | None = None
    social: str | None = None
    choice: int | None = None
    topic_words: tuple[str, ...] = ()
    matters: tuple[tuple[str, ...], ...] = ()
    linked: Mapping[str, float] = Field(default_factory=dict)
    broad: tuple[Choice, ...] = ()
    subject_words: tuple[str, ...] = ()
    unknown_words: tuple[str, ...] = ()
    inherited: bool = False
    apart: "Understanding | None" = None
    before: "Understanding | None" = None
    offered: tuple[str, ...] = ()
    again: tuple[Choice, ...] = ()
    parts: "tuple[Understanding, ...]" = ()
    several: "tuple[Understanding, ...]" = ()
    either: "tuple[Understanding, ...]" = ()
    pairs: "tuple[Understanding, ...]" = ()
    silent_on: tuple[str, ...] = ()
    contrast: bool = False
    spoken: tuple[str, ...] = ()
    bare: str = ""
    printed_as: tuple[str, ...] = ()
    at_hand: AtHand | None = None
    alone: "Understanding | None" = None
    of_thing: "Understanding | None" = None
    also: bool = False
