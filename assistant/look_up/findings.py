"""What was found for a question: facts decided, not yet worded."""

from typing import Literal

from assistant.understand.filters import Filters
from assistant.understand.question import FieldName, Operation
from corpus.catalogue import Division
from corpus.records import Choice, Passage, Project, Record

AbsentReason = Literal[
    "unknown", "attribute", "other_place", "year", "code", "division", "field", "empty_set", "social", "cost", "claim"
]


# Fields that only some projects have, with the record's name for them.
OPTIONAL_FIELDS: dict[FieldName, str] = {
    "goal": "goal", "note": "note", "related": "related_divisions", "schedule": "schedule", "when": "schedule",
    "cost": "cost_million_yen",
}  # fmt: skip


def is_missing(project: Project, field: FieldName) -> bool:
    """Whether the plan prints no such field for the project."""
    # a cost of 0 would be printed
    return field in OPTIONAL_FIELDS and getattr(project, OPTIONAL_FIELDS[field]) in (None, (), {})


class Correction(Record):
    """What the question took for granted, and whether the plan agrees.

    ``claimed`` are divisions, or (``of_division`` False) a code, an amount, a count or a year as it is to be shown;
    ``negated`` where the question denies them, ``partly`` where they are right but not all,
    ``only`` where it takes them for all of a set,
    ``known`` False where the plan has no such division; ``filters`` where it says which set the project belongs to;
    ``true`` is what stands in the plan instead of, or besides, what is claimed; ``silent`` where the plan neither says
    nor denies the deed that is claimed, or does not explain the word; ``verdict`` where a deed is printed, or worked
    towards, or done by the city without its being said that people may do it, or several are the same or differ.
    """

    claimed: tuple[str, ...]
    holds: bool
    of_division: bool = True
    negated: bool = False
    partly: bool = False
    known: bool = True
    only: bool = False
    silent: Literal["deed", "meaning", "staff", "part", "whether", "verdict"] | None = None
    verdict: Literal["printed", "towards", "possible", "same", "differ"] | None = None
    filters: Filters | None = None
    true: tuple[str, ...] = ()


class ScheduleItem(Record):
    """One item of a project's schedule in one year."""

    project: Project
    year: str
    item: str


class About(Record):
    """What the plan says of one project or a few, with regard to one field.

    Of several matters asked for at once ``silent_on`` are the words of those that the plan does not have, and
    ``unclear_on`` of those that have several readings, the ``choices``. ``shared`` are the divisions that all of them
    have, where that is asked for; ``contrast`` where they are set beside each other, ``undivided``
    where it is asked which of a project's divisions does what, ``at_branch`` whether a branch office takes it.
    ``items`` are those of the schedule that print what is asked for, where the project's row does not.
    """

    projects: tuple[Project, ...]
    field: FieldName
    shared: tuple[str, ...] | None = None
    years: tuple[str, ...] = ()
    correction: Correction | None = None
    branches: tuple[Project, ...] = ()
    local: Project | None = None
    by_meaning: bool = False
    missing_codes: tuple[str, ...] = ()
    beside: tuple[FieldName, ...] = ()
    silent_on: tuple[str, ...] = ()
    unclear_on: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    contrast: bool = False
    undivided: bool = False
    at_branch: bool = False
    items: "tuple[ScheduleItem, ...]" = ()


class Items(Record):
    """Schedule items that answer which year something happens in; ``things`` are what is counted of them.

    ``lacking`` are the years asked for in which nothing of the kind stands.
    """

    items: tuple[ScheduleItem, ...]
    things: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    correction: Correction | None = None


class OfSet(Record):
    """A set of projects, complete, and what was computed over it.

    ``values`` are the numbers that went in (百万円 or counts), ``result`` what came out, ``years`` how many of them it
    is to be divided by; ``besides`` is what else was computed over the same set; ``whole_told`` where it was asked
    whether there is more than was told before; ``contrast`` where what several do is set beside each other;
    ``number_alone`` where nothing but their number is wanted; ``silent_on`` what the plan does not have beside it;
    ``left_open`` what might belong to it too, as the plan names one division and 他.
    """

    filters: Filters
    operation: Operation
    projects: tuple[Project, ...]
    base: tuple[Project, ...] = ()
    result: float | None = None
    without_cost: tuple[Project, ...] = ()
    over_cost: bool = False
    total: int | None = None
    total_passage: Passage | None = None
    with_content: bool = False
    with_cost: bool = False
    with_related: bool = False
    correction: Correction | None = None
    rank: int = 1
    years: int = 0
    besides: "tuple[OfSet, ...]" = ()
    whole_told: bool = False
    contrast: bool = False
    number_alone: bool = False
    silent_on: tuple[str, ...] = ()
    left_open: tuple[Project, ...] = ()


class OfSets(Record):
    """Several sets side by side, each complete (一般会計と特別会計、それぞれ何件); ``contrast`` as for one set."""

    sets: tuple[OfSet, ...]
    contrast: bool = False


class OfSteps(Record):
    """How many schedule items each project has in the years; ``operation`` is sum, largest or smallest.

    ``by_year`` where each year's number is told besides. ``of`` are the divisions that are counted instead.
    """

    projects: tuple[Project, ...]
    years: tuple[str, ...]
    counts: tuple[int, ...]
    operation: Operation
    by_year: bool = False
    of: Literal["steps", "related", "division"] = "steps"


class OfPair(Record):
    """Two sets against each other, by their costs (百万円) or by their numbers of projects; larger first.

    ``multiple`` where it is told how many times the smaller the larger is.
    """

    sets: tuple[OfSet, OfSet]
    over_cost: bool
    difference: float
    multiple: bool = False
    correction: Correction | None = None


class OfDivisions(Record):
    """The divisions themselves: all of them, or those with the most or fewest projects, or with the ``rank``th most.

    ``kind`` is what all of them are called (支所), ``with_content`` whether what they do is told, the same of all;
    ``number_alone`` where they were shown and only their number is wanted.
    """

    divisions: tuple[Division, ...]
    operation: Operation
    representatives: tuple[Project, ...]
    rank: int = 1
    correction: Correction | None = None
    number_alone: bool = False
    kind: str = ""
    with_content: bool = False


class OfText(Record):
    """Passages outside the projects.

    ``quotes`` are, for each of them, the words that answer (the whole passage where there are none);
    ``items`` those of a list that the question names, ``denied`` where it denies them or they are not in the list.
    """

    passages: tuple[Passage, ...]
    kind: str
    quotes: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    denied: bool = False
    correction: Correction | None = None


class TermRow(Record):
    """One thing that the plan prints under a heading, with the projects that it prints it for."""

    value: str
    projects: tuple[Project, ...]


class OfTerm(Record):
    """What there is under a heading of the plan's; ``unexplained`` where it was asked what the heading means."""

    term: str
    field: FieldName
    rows: tuple[TermRow, ...]
    unexplained: bool


class Unclear(Record):
    """More than one reading, each a choice."""

    choices: tuple[Choice, ...]


class Absent(Record):
    """The plan does not say; ``nearest`` are topics to be offered as clearly not the answer.

    ``branches`` are the branch offices whose place is asked for: which parts of the city they serve may be known.
    ``whole`` where ``detail`` says by itself whose it is that is missing; ``no_errand`` where no division
    helps with it, so that none is named beside a near topic. ``around`` is what the text around the tables does
    say of the matter. ``asked_openly`` where a claim is missing that was asked for as a fact (対象の施設は).
    """

    reason: AbsentReason
    detail: str = ""
    projects: tuple[Project, ...] = ()
    field: FieldName | None = None
    divisions: tuple[str, ...] = ()
    nearest: tuple[Project, ...] = ()
    branches: tuple[str, ...] = ()
    whole: bool = False
    no_errand: bool = False
    around: OfText | None = None
    asked_openly: bool = False


class Claim(Record):
    """One of several claims, as it was ``said``, with what is found for it by itself."""

    said: str
    finding: About | Items | OfSet | OfSteps | OfDivisions | OfText | OfPair | OfSets | Unclear | Absent


class OfClaims(Record):
    """Several claims of one question, each judged by itself."""

    claims: tuple[Claim, ...]


Finding = (
    OfClaims | About | Items | OfSet | OfSets | OfSteps | OfPair | OfDivisions | OfText | OfTerm | Unclear | Absent
)


def projects_of(finding: About | Items | OfSet | OfText) -> tuple[Project, ...]:
    """The projects that were found, each once."""
    if isinstance(finding, Items):
        return tuple({item.project.id: item.project for item in finding.items}.values())
    return () if isinstance(finding, OfText) else finding.projects


def passages_of(finding: About | Items | OfSet | OfText) -> tuple[Passage, ...]:
    """The passages around the tables that were found."""
    return finding.passages if isinstance(finding, OfText) else ()
