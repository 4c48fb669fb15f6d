"""What a generated plan says, as frozen records: the truth that parser and answers are measured against."""

from corpus.records import Record
from evals.from_records.truth import ProjectsTruth


class Principle(Record):
    """One of the numbered principles: ``①`` with a title and either a text or branches, which begin with ``⑴``."""

    mark: str
    title: str
    text: str = ""
    branches: tuple[str, ...] = ()


class PlanTruth(ProjectsTruth):
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
    rows: tuple[tuple[int, ...], ...]

    @property
    def title(self) -> str:
        """A title for the plan's manifest."""
        return f"{self.city}実施計画（{self.section}）"


class FictionalPlan(Record):
    """A generated plan: the flattened text, its number of pages, and what the text says."""

    seed: int
    text: str
    pages: int
    truth: PlanTruth
