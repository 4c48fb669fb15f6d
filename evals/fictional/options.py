"""What can vary between generated plans. What a caller does not set is drawn from the seed."""

from random import Random
from typing import Any, Literal, TypedDict

from pydantic import Field, model_validator

from corpus.records import Record


class PlanOptions(TypedDict, total=False):
    """The settings that a caller may fix; ``Parameters`` says what each means."""

    form_feed: bool
    row_over_page: bool
    principle_over_page: bool
    lines_per_page: int
    code_prefix: tuple[int, ...]
    first_code: int
    table_code_label: Literal["事業CD:", "事業CD："]
    card_code: Literal["wide", "narrow"]
    first_year: int
    year_count: Literal[3, 4]
    wide_years: bool
    project_count: int
    priority_count: int
    groups: tuple[int, ...]
    special_rows: int
    open_rows: int
    period_remarks: int
    long_divisions: int
    missing_labels: bool
    single_item_columns: bool


class Parameters(Record):
    """All settings of one plan, each of them decided.

    ``form_feed``: pages end with a form feed; otherwise each page begins with a space.
    ``row_over_page``, ``principle_over_page``: a row's content, a principle's text runs over the end of a page.
    ``code_prefix`` (1, 3) and ``first_code`` 2 make the codes 1-3-2, 1-3-3 …; ``card_code`` is how cards print them.
    ``first_year`` counts in Reiwa; ``wide_years``: 令和１０年度 rather than 令和10年度.
    ``groups``: sizes of the rows that hold several projects and as many divisions.
    ``special_rows``: rows beside a vertical 特別会計; ``open_rows``: rows whose divisions end with 他.
    ``period_remarks``: contents that end with a remark such as （※～令和９年度）.
    ``long_divisions``: how many divisions have names too long for their cell.
    ``missing_labels``: some cards lack 事業目標 or 特記事項.
    ``single_item_columns``: one card has one item a year; an item of one line is followed by the next year's.
    """

    form_feed: bool
    row_over_page: bool
    principle_over_page: bool
    lines_per_page: int = Field(ge=12)
    code_prefix: tuple[int, ...] = Field(min_length=1)
    first_code: int = Field(ge=1)
    table_code_label: str
    card_code: Literal["wide", "narrow"]
    first_year: int = Field(ge=2)
    year_count: Literal[3, 4]
    wide_years: bool
    project_count: int = Field(ge=1, le=100)
    priority_count: int = Field(ge=0, le=20)
    groups: tuple[int, ...]
    special_rows: int = Field(ge=0, le=5)
    open_rows: int = Field(ge=0)
    period_remarks: int = Field(ge=0)
    long_divisions: int = Field(ge=0, le=8)
    missing_labels: bool
    single_item_columns: bool

    @property
    def plain_rows(self) -> int:
        """How many rows hold one project of the general account."""
        return self.project_count - sum(self.groups) - self.special_rows

    @model_validator(mode="after")
    def _rows_suffice(self) -> "Parameters":
        if self.plain_rows < max(1, self.priority_count):
            raise ValueError("project_count leaves too few plain rows for the groups, special rows and priorities")
        return self


def draw_parameters(random: Random, options: PlanOptions) -> Parameters:
    """Draw what ``options`` leaves open; raises ``ValueError`` for options out of range or at odds."""
    shape = _draw_shape(random)
    counts = _draw_counts(random, int(options.get("project_count") or random.randint(10, 90)))
    return Parameters.model_validate({**shape, **counts, **options})


def _draw_shape(random: Random) -> dict[str, Any]:
    depth = random.choice((3, 3, 4, 4, 4, 5))
    return {
        "form_feed": random.random() < 0.4,
        "row_over_page": random.random() < 0.4,
        "principle_over_page": random.random() < 0.3,
        "lines_per_page": random.randint(38, 54),
        "code_prefix": tuple(random.randint(0 if i == 0 else 1, 6) for i in range(depth - 1)),
        "first_code": random.choice((1, 1, 1, random.randint(2, 12))),
        "table_code_label": random.choice(("事業CD:", "事業CD:", "事業CD：")),
        "card_code": random.choice(("wide", "wide", "wide", "narrow")),
        "first_year": random.randint(2, 12),
        "year_count": random.choice((3, 3, 3, 4)),
        "wide_years": random.random() < 0.3,
        "missing_labels": random.random() < 0.4,
        "single_item_columns": random.random() < 0.2,
    }


def _draw_counts(random: Random, project_count: int) -> dict[str, Any]:
    room = max(0, project_count // 10)
    return {
        "project_count": project_count,
        "priority_count": min(random.randint(2, 9), max(0, project_count // 3)),
        "groups": tuple(random.randint(2, 4) for _ in range(min(room, random.randint(0, 2)))),
        "special_rows": min(room, random.randint(0, 1)),
        "open_rows": min(room, random.randint(0, 2)),
        "period_remarks": min(room, random.randint(0, 3)),
        "long_divisions": min(room, random.choice((0, 0, 1, 2))),
    }
