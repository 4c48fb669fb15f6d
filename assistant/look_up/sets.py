"""Sets of projects: filtered, counted, summed, compared; always over the whole catalogue, never over a top-k."""

from collections.abc import Sequence

from assistant.look_up.findings import OfSet
from assistant.understand.normalize import key
from assistant.understand.question import Filters, Operation
from corpus.catalogue import Catalogue
from corpus.records import Project

_OVER_COST: frozenset[Operation] = frozenset(
    {"sum", "average", "largest", "smallest", "ranking", "difference", "compare"}
)


def select(catalogue: Catalogue, filters: Filters) -> tuple[Project, ...]:
    """Every project that all the filters admit, in plan order."""
    among = set(filters.among) if filters.among is not None else None
    return tuple(
        project
        for project in catalogue.projects
        if (among is None or project.id in among) and project.id not in filters.excluding and _admits(filters, project)
    )


def _admits(filters: Filters, project: Project) -> bool:
    checks = (
        _has_divisions(filters, project),
        filters.priority is None or project.priority == filters.priority,
        filters.coded is None or (project.code is not None) == filters.coded,
        filters.several_divisions is None or (len(project.divisions) > 1) == filters.several_divisions,
        filters.account is None or project.account == filters.account,
        not filters.themes or any(key(theme) in key(project.note or "") for theme in filters.themes),
        filters.related_division is None or filters.related_division in project.related_divisions,
        not filters.finished or is_finished(project),
        filters.with_cost is None or (project.cost_million_yen is not None) == filters.with_cost,
        not filters.with_related or bool(project.related_divisions),
        _within_bounds(filters, project.cost_million_yen),
        filters.name_part is None or key(filters.name_part) in key(project.name),
    )
    return all(checks)


def _has_divisions(filters: Filters, project: Project) -> bool:
    named = set(filters.divisions)
    return (
        named <= set(project.divisions) if filters.all_divisions else not named or bool(named & set(project.divisions))
    )


def _within_bounds(filters: Filters, cost: int | None) -> bool:
    """Whether the cost lies within the bounds; a project without a printed cost lies within none."""
    bounds = (filters.cost_from, filters.cost_over, filters.cost_to, filters.cost_under)
    if all(bound is None for bound in bounds):
        return True
    return cost is not None and (
        (filters.cost_from is None or cost >= filters.cost_from)
        and (filters.cost_over is None or cost > filters.cost_over)
        and (filters.cost_to is None or cost <= filters.cost_to)
        and (filters.cost_under is None or cost < filters.cost_under)
    )


def is_finished(project: Project) -> bool:
    """Whether the plan marks the project as finished (（※～令和３年度）)."""
    return "※～" in project.content or "※~" in project.content


def compute(
    filters: Filters, operation: Operation, projects: Sequence[Project], base: Sequence[Project], rank: int = 1
) -> OfSet:
    """Do the operation over the set; costs that the plan does not print never count as zero."""
    costed = tuple(project for project in projects if project.cost_million_yen is not None)
    without = tuple(project for project in projects if project.cost_million_yen is None)
    costs = [project.cost_million_yen or 0 for project in costed]
    over_cost = operation in _OVER_COST
    result: float | None = None
    chosen: Sequence[Project] = projects
    if operation == "count":
        result = len(projects)
    elif operation == "share":
        result = len(projects) / len(base) if base else None
    elif over_cost and costs:
        result, chosen = _over_costs(operation, costed, rank)
    return OfSet(
        filters=filters, operation=operation, projects=tuple(chosen), base=tuple(base or projects), result=result,
        without_cost=without if over_cost else (), over_cost=over_cost and bool(costs), rank=rank,
    )  # fmt: skip


def _over_costs(operation: Operation, costed: tuple[Project, ...], rank: int) -> tuple[float, Sequence[Project]]:
    costs = [project.cost_million_yen or 0 for project in costed]
    by_cost = sorted(costed, key=lambda project: -(project.cost_million_yen or 0))
    if operation == "sum":
        return sum(costs), costed
    if operation == "average":
        return sum(costs) / len(costs), costed
    if operation in ("largest", "smallest"):
        ordered = sorted(set(costs), reverse=operation == "largest")
        nth = ordered[min(rank, len(ordered)) - 1]
        return nth, [p for p in costed if p.cost_million_yen == nth]
    return max(costs) - min(costs), by_cost
