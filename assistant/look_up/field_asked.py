"""Which field of what a question means is asked for, as far as the plan prints it."""

import re
from collections.abc import Sequence

from assistant.look_up.findings import is_missing
from assistant.look_up.sets import is_finished
from assistant.understand.cues import match_cue
from assistant.understand.fields import asked_by_noun, asks_amount, fields_beside
from assistant.understand.question import FieldName, Understanding
from corpus.records import Project

# Fields of cards that a question may ask for without naming the project.
OF_CARDS: tuple[FieldName, ...] = ("goal", "note", "related")
_TIME = re.compile("[0-9０-９]月[0-9０-９]{1,2}日|[0-9０-９元]+年度?")
_ACCOUNT = re.compile(r"(何|どの|どちらの|一般|特別|企業)会計|会計(の?(区分|種類|別)|は|って|$)|(事業|事務)の会計")


def asked_field(read: Understanding, projects: tuple[Project, ...]) -> FieldName | None:
    """The field asked for, if the plan prints it for what is meant; the division otherwise.

    None for a cost, and for the time of something that has neither a schedule nor a date.
    """
    printed = all(project.schedule for project in projects)
    if read.field == "when" and "division" not in read.cues and not any(map(_has_time, projects)):
        return None
    if read.field in ("schedule", "when") or read.years:
        return "schedule" if printed else "division"
    if read.field == "cost" and asks_amount(read.text) and "division" not in read.cues:
        return "cost" if all(project.cost_million_yen is not None for project in projects) else None
    by_noun = asked_by_noun(read.field, read.text)
    if by_noun and read.field and not any(is_missing(project, read.field) for project in projects):
        return read.field
    if read.field in OF_CARDS and "division" not in read.cues:
        return None if any(is_missing(project, read.field) for project in projects) else read.field
    if read.field == "account" and not _ACCOUNT.search(read.text):
        return "division"  # 町内会の会計 is no account of the budget
    if read.field == "period" and "division" in read.cues and match_cue("asked", "period", read.text) is None:
        return "division"  # 工事が終わったら検査する課は
    return read.field if read.field in ("code", "account", "page", "content", "period") else "division"


def _has_time(project: Project) -> bool:
    return (
        bool(project.schedule)
        or is_finished(project)
        or _TIME.search(f"{project.content}{project.note or ''}") is not None
    )


def asked_beside(read: Understanding, field: FieldName, projects: Sequence[Project]) -> tuple[FieldName, ...]:
    """What is asked for beside the field, where the plan prints it (どの課で、費用はいくら, 何会計で、何を買うのか)."""
    both = field == "division" and {"division", "cost"} <= read.cues and asks_amount(read.text)
    asked: tuple[FieldName, ...] = ("cost",) if both else fields_beside(read.cues, field)
    return tuple(name for name in asked if not any(is_missing(project, name) for project in projects))
