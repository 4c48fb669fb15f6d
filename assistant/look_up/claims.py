"""Whether what a question takes for granted agrees with the plan: divisions, codes, amounts, counts, years."""

import re
from collections.abc import Sequence

from assistant.look_up.findings import Correction, ScheduleItem
from assistant.look_up.sets import admits
from assistant.understand.question import Filters, Understanding
from corpus.records import Project

# What a question names besides what it states of a project.
_NO_NAMES = {
    "among": None, "divisions": (), "excluding": (), "excluding_names": (), "excluding_divisions": (),
    "related_division": None, "part": None,
}  # fmt: skip
_ASKS_OPENLY = re.compile("何|なに|どこ|どの|いつ|いくら|誰|だれ|どう|どんな|どれ|教えて|知りたい|は$")


def claim_on_projects(read: Understanding, projects: Sequence[Project]) -> Correction | None:
    """The claim that the question makes about the projects it names, if it makes one."""
    return (
        _claimed_code(read, projects)
        or _claimed_cost(read, projects)
        or _claimed_set(read, projects)
        or claim_on_divisions(read, projects)
    )  # fmt: skip


def claim_on_divisions(read: Understanding, projects: Sequence[Project]) -> Correction | None:
    """Divisions that the question names as if they were responsible."""
    claimed = read.divisions or read.unknown_divisions or (read.premise.divisions if read.premise else ())
    if not claimed or read.inherited:
        return None
    asks_otherwise = read.field not in ("division", "content", None) or read.operation is not None
    if read.premise is None and asks_otherwise:
        return None
    true = {name for project in projects for name in project.divisions}
    if read.field == "related":
        true = {name for project in projects for name in project.related_divisions}
        return Correction(claimed=tuple(claimed), holds=set(claimed) <= true, of_division=False)
    negated = read.premise is not None and read.premise.negated
    partly = read.premise is not None and read.premise.only and set(claimed) < true
    agrees = set(claimed) <= true
    return Correction(
        claimed=tuple(claimed),
        holds=(agrees != negated) and not partly,
        negated=negated,
        partly=partly,
        known=not read.unknown_divisions,
    )


def claim_on_years(
    read: Understanding, items: Sequence[ScheduleItem], all_items: Sequence[ScheduleItem]
) -> Correction | None:
    """A year that the question names for something, where it asks whether that is right."""
    if read.premise is None or not read.years:
        return None
    true = {item.year for item in (items or all_items)}
    return Correction(claimed=read.years, holds=bool(set(read.years) & true), of_division=False)


def claim_on_count(read: Understanding, count: int) -> Correction | None:
    """A number of things that the question names, where it asks whether that is right."""
    claimed = read.premise.count if read.premise else None
    bounded = read.filters is not None and (read.filters.cost_from or read.filters.cost_over)
    if claimed is None or bounded:
        return None
    return Correction(claimed=(f"{claimed}件",), holds=claimed == count, of_division=False)


def _claimed_code(read: Understanding, projects: Sequence[Project]) -> Correction | None:
    if not read.codes or len(projects) != 1 or read.premise is None:
        return None
    return Correction(claimed=read.codes, holds=projects[0].code in read.codes, of_division=False)


def _claimed_set(read: Understanding, projects: Sequence[Project]) -> Correction | None:
    """Whether the one project belongs to a set that the question describes (重点事業のひとつですよね)."""
    stated = stated_of_set(read)
    if stated.is_empty or len(projects) != 1 or _ASKS_OPENLY.search(read.text):
        return None
    return Correction(claimed=(), holds=admits(stated, projects[0]), of_division=False, filters=stated)


def stated_of_set(read: Understanding) -> Filters:
    """What the question states of a set, without the names in it."""
    return read.filters.model_copy(update=_NO_NAMES) if read.filters else Filters()


def _claimed_cost(read: Understanding, projects: Sequence[Project]) -> Correction | None:
    amounts = read.premise.amounts if read.premise else ()
    if not amounts or len(projects) != 1 or projects[0].cost_million_yen is None:
        return None
    shown = tuple(f"{amount:,}百万円" for amount in amounts)
    return Correction(claimed=shown, holds=projects[0].cost_million_yen in amounts, of_division=False)
