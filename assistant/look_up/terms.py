"""Words whose meaning is asked: headings of the plan, and words that it prints without ever saying what they mean."""

import re
from collections.abc import Iterator

from assistant.look_up.findings import (
    Absent,
    Correction,
    Finding,
    Items,
    OfTerm,
    OfText,
    ScheduleItem,
    TermRow,
    is_missing,
)
from assistant.understand.normalize import key
from assistant.understand.question import FieldName, Understanding
from assistant.understand.terms import TermAsked, find_term
from corpus.catalogue import Catalogue
from corpus.records import Project

# A goal or a target of the SDGs by its number, and what is asked of it.
_NUMBERED = re.compile(r"(?:ゴール|目標)?[0-9]{1,2}(?:\.[0-9a-z]{1,2})?(?![0-9年つ個件])")
_ASKS_OF_IT = re.compile(
    "何(?:です|の|を|$|[?？で])|なん(?:です|の|$)|内容|意味|どんな|どういう|なぜ|理由|どうして|とは|説明"
)
# What an abbreviation is short for.
_SHORT_FOR = re.compile("(?P<term>[A-Za-z]{2,8})(?:って|とは|は|というのは)?、?(?:何|なん)の略")
# Under these headings the plan prints the like for several projects.
_SHOWN: tuple[FieldName, ...] = ("note", "related", "code")


class TermFinder:
    """Says that a word is not explained, with where the plan uses it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._around = key("".join(p.title + p.text for p in catalogue.passages if not p.project_ids))
        rows = ((p.name, p.content, p.goal or "", *p.divisions, *p.related_divisions) for p in catalogue.projects)
        self._told = key("".join(part for row in rows for part in row))

    def find(self, read: Understanding) -> Finding | None:
        """What there is under the heading asked for, or the steps that hold a word which nothing else prints."""
        asked = find_term(read.text) if read.language == "ja" else None
        if asked is None or (read.inherited and not asked.meaning):
            return None
        return self._of_heading(asked, asked.field) if asked.field else self._in_steps(asked)

    def _of_heading(self, asked: TermAsked, field: FieldName) -> Finding | None:
        having = [p for p in self._catalogue.projects if not (is_missing(p, field) or (field == "code" and not p.code))]
        rows: dict[str, list[Project]] = {}
        for project in having if field in _SHOWN else ():
            for value in _values(project, field):
                rows.setdefault(value, []).append(project)
        if not rows:
            return Absent(reason="attribute", detail=f"「{asked.term}」という言葉の説明") if asked.meaning else None
        found = tuple(TermRow(value=value, projects=tuple(projects)) for value, projects in rows.items())
        return OfTerm(term=asked.term, field=field, rows=found, unexplained=asked.meaning)

    def _in_steps(self, asked: TermAsked) -> Items | None:
        """The steps of schedules that alone hold the word (レベル2とは何ですか)."""
        word = key(asked.term)
        if not asked.meaning or word in self._told or word in self._around:
            return None
        steps = tuple(step for step in self._steps() if word in key(step.item))
        return Items(items=steps, correction=_unexplained(asked.term)) if steps else None

    def _steps(self) -> Iterator[ScheduleItem]:
        for project in self._catalogue.projects:
            for year, items in (project.schedule or {}).items():
                yield from (ScheduleItem(project=project, year=year, item=item) for item in items)


def with_targets_unexplained(read: Understanding, finding: Finding) -> Finding:
    """The finding; where the meaning of the SDGs or of a target is asked, said first that they are only named."""
    short = _SHORT_FOR.search(read.text)
    if isinstance(finding, OfText) and finding.kind == "sentence" and short and finding.correction is None:
        spelled = any(f"{short['term']}（" in quote or f"（{short['term']}）" in quote for quote in finding.quotes)
        return finding if spelled else finding.model_copy(update={"correction": _unexplained(short["term"])})
    if not isinstance(finding, OfText) or finding.kind != "sdgs_targets" or finding.correction is not None:
        return finding
    number, asked = _NUMBERED.search(read.text), find_term(read.text)
    if number and _ASKS_OF_IT.search(read.text):
        return finding.model_copy(update={"correction": _unexplained(number[0])})
    return finding.model_copy(update={"correction": _unexplained(asked.term)}) if asked and asked.meaning else finding


def _values(project: Project, field: FieldName) -> tuple[str, ...]:
    if field == "related":
        return project.related_divisions
    return (project.note or "",) if field == "note" else (project.code or "",)


def _unexplained(term: str) -> Correction:
    return Correction(claimed=(term,), holds=False, of_division=False, silent="meaning")
