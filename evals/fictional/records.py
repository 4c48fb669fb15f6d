"""What a generated plan says, as frozen records: the truth that parser and answers are measured against."""

from corpus.records import Record


class ProjectTruth(Record):
    """A project as ``corpus.records.Project`` has it, without ids and places in the text.

    Whatever the text prints, ``code`` is written ``1-3-2`` and a year ``令和8年度``, half-width.
    """

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


class Principle(Record):
    """One of the numbered principles: ``①`` with a title and either a text or branches, which begin with ``⑴``."""

    mark: str
    title: str
    text: str = ""
    branches: tuple[str, ...] = ()


class PlanTruth(Record):
    """Everything a generated plan says. ``rows`` groups the projects' indices by the table row that prints them."""

    city: str
    section_number: str
    section: str
    period: str
    years: tuple[str, ...]
    intro: tuple[str, ...]
    principles: tuple[Principle, ...]
    sdgs_targets: tuple[str, ...]
    sdgs_direction: str
    total_cost_million_yen: int
    cost_items: tuple[str, ...]
    projects: tuple[ProjectTruth, ...]
    rows: tuple[tuple[int, ...], ...]

    @property
    def title(self) -> str:
        """A title for the plan's manifest."""
        return f"{self.city}実施計画（{self.section}）"

    @property
    def divisions(self) -> tuple[str, ...]:
        """The responsible divisions, in the order in which the plan first names them."""
        return tuple(dict.fromkeys(name for project in self.projects for name in project.divisions))

    @property
    def priorities(self) -> tuple[ProjectTruth, ...]:
        """The priority projects, in plan order."""
        return tuple(project for project in self.projects if project.priority)


class FictionalPlan(Record):
    """A generated plan: the flattened text, its number of pages, and what the text says."""

    seed: int
    text: str
    pages: int
    truth: PlanTruth
