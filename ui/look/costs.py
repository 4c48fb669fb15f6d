"""What the plan's projects cost, and the part that this is of what the plan says it costs as a whole."""

import re

from corpus.catalogue import Catalogue
from corpus.records import Passage, Project, Record

_AMOUNT = re.compile(r"([0-9０-９][0-9０-９,，]*)\s*百万円")


class PlanShare(Record):
    """The costs shown of one document against the total that it prints, both in 百万円; ``share`` in percent.

    ``note`` is what the document says about its total, if anything.
    """

    title: str
    cost: int
    total: int
    note: Passage | None

    @property
    def share(self) -> float:
        """Percent, to one decimal."""
        return percent(self.cost, self.total)


def costed(projects: tuple[Project, ...]) -> tuple[Project, ...]:
    """The projects whose cost the plan prints, the dearest first, those alike in plan order."""
    return tuple(sorted((p for p in projects if p.cost_million_yen is not None), key=lambda p: -cost_of(p)))


def cost_of(project: Project) -> int:
    """The project's cost in 百万円."""
    return project.cost_million_yen or 0


def percent(part: int, whole: int) -> float:
    """The part in percent of the whole, to one decimal; 0 of nothing."""
    return round(100 * part / whole, 1) if whole else 0.0


def plan_shares(catalogue: Catalogue, projects: tuple[Project, ...]) -> tuple[PlanShare, ...]:
    """For each document that prints one total, the share of it that its projects among ``projects`` make up."""
    shares = []
    for document in catalogue.documents:
        cost = sum(cost_of(project) for project in projects if project.document_id == document.id)
        total = _total(catalogue, document.id)
        # A total below the costs shown is the total of something else.
        if cost and total and cost <= total:
            note = next((p for p in catalogue.passages if _is(p, document.id, "cost_items")), None)
            shares.append(PlanShare(title=document.title, cost=cost, total=total, note=note))
    return tuple(shares)


def _total(catalogue: Catalogue, document_id: str) -> int | None:
    printed = [p.text for p in catalogue.passages if _is(p, document_id, "total_cost")]
    amounts = [_AMOUNT.search(text) for text in printed]
    # Several totals are those of several parts of the document: none of them is the whole.
    if len(amounts) != 1 or amounts[0] is None:
        return None
    return int(amounts[0][1].replace(",", "").replace("，", ""))


def _is(passage: Passage, document_id: str, field: str) -> bool:
    return passage.document_id == document_id and passage.field == field
