"""What a question names: projects, whole or in part, codes, and years that the plan does not cover."""

import re
from collections.abc import Sequence

from assistant.look_up.choices import choose
from assistant.look_up.claims import claim_on_projects
from assistant.look_up.codes import beside, in_part, in_range, no_such_code
from assistant.look_up.cost_questions import CostFinder
from assistant.look_up.findings import About, Absent, Finding, is_missing
from assistant.look_up.meaning import MeaningFinder
from assistant.look_up.neighbours import beside_in_plan
from assistant.look_up.schedule_questions import ScheduleQuestions
from assistant.look_up.set_questions import SetFinder
from assistant.look_up.sets import is_finished
from assistant.understand.codes import spans_codes
from assistant.understand.fields import fields_beside
from assistant.understand.filters import Filters, TextPart
from assistant.understand.question import Understanding
from assistant.understand.set_patterns import set_patterns
from assistant.understand.unstated import gives_way
from assistant.understand.years import as_asked
from corpus.catalogue import Catalogue
from corpus.records import Project

_FEW = 2
# Asked of so many codes that a list of their projects tells it.
_OF_EACH = (None, "code", "content")
# One of several that are named alike is asked for, not all (一般事務と書いてあります、どの事業でしょう).
_WHICH_ONE = re.compile("(?:どの(?:事業|事務)|どれ|どっち|どちら)(?:です|でしょう|だろ|だ|なの|のこと|か|[?？。]|$)")
_SITES = re.compile(
    "(?:対象|どの|どんな)の?(?:施設|建物|用地|土地|箇所|場所)|(?:施設|建物|用地|土地)(?:名|の名前)?[をはが]?(?:すべて|全て|全部|一覧|どれ)"
)
_DAY = re.compile(r"[0-9０-９]月[0-9０-９]{1,2}日")


class NamedFinder:
    """Finds what the plan says of the projects that a question names."""

    def __init__(
        self, catalogue: Catalogue, schedules: ScheduleQuestions, costs: CostFinder, sets: SetFinder,
        meaning: MeaningFinder,
    ) -> None:  # fmt: skip
        self._catalogue = catalogue
        self._schedules = schedules
        self._costs = costs
        self._sets = sets
        self._meaning = meaning

    def by_code(self, read: Understanding) -> Finding | None:
        """What has the codes that are named, or that nothing has."""
        whole = any(self._catalogue.with_code(code) for code in read.codes)
        of_part = read.filters is not None and read.filters.part is not None and read.filters.part.field == "code"
        if of_part and whole:  # 末尾が3の事業（0-2-1-3）
            return self.by_code(read.model_copy(update={"filters": None}))
        if not read.codes or of_part or gives_way(read.attribute or "") == "nothing":
            return None
        if read.projects and read.names_whole:
            return self.by_name(read.model_copy(update={"field": read.field or "code"}))
        ranged = in_range(self._catalogue, read)
        if ranged:
            filters = Filters(among=tuple(project.id for project in ranged), named=True)
            return self._sets.of_projects(read.model_copy(update={"filters": filters, "codes": (), "counted": None}))
        neighbours = beside(self._catalogue, read)
        if isinstance(neighbours, Absent):
            return neighbours
        found = [*neighbours] or [project for code in read.codes for project in self._catalogue.with_code(code)]
        missing = [code for code in read.codes if not self._catalogue.with_code(code)]
        meant = [project for code in missing for project in in_part(self._catalogue, code)]
        if len(meant) > _FEW and not found:
            part = TextPart(field="code", word=missing[0], place="start")
            return self._sets.of_projects(read.model_copy(update={"filters": Filters(part=part), "operation": "list"}))
        found += meant
        if not found:
            return no_such_code(self._catalogue, missing)
        if read.operation in ("sum", "difference", "compare", "largest", "smallest", "average"):
            ids = tuple(project.id for project in found)
            return self._costs.over_named(read.model_copy(update={"projects": ids, "names_whole": True}))
        many = len(found) > _FEW and read.field in _OF_EACH
        if not missing and (many or (len(found) > 1 and spans_codes(read.text))):
            return self._sets.listed(found, with_cost=read.field == "cost")
        named = read.model_copy(update={"projects": tuple(p.id for p in found), "names_whole": True})
        finding = self.by_name(named)
        return _with_codes(finding, missing, neighbours) if isinstance(finding, About) else finding

    def by_name(self, read: Understanding) -> Finding | None:
        """What is asked of the projects that are named, or which of them is meant."""
        projects = self._projects(read.projects)
        if not projects:
            return None
        beside_it = beside_in_plan(self._catalogue, read)
        if beside_it:
            return self._sets.listed(beside_it)
        one_of_them = read.operation == "list" and not read.filters and _WHICH_ONE.search(read.text)
        of_set = (read.operation and not one_of_them) or (read.filters and read.filters.part)
        if not read.names_whole and len(projects) > 1 and of_set:
            return None
        if not read.names_whole and len({p.divisions for p in projects}) > 1:
            return choose(projects, read.field)
        items = self._schedules.of_projects(read, projects)
        return items or self._about(read, projects)

    def outside_the_years(self, read: Understanding) -> Finding | None:
        """That the plan does not cover a year that the question names."""
        finished = read.filters is not None and read.filters.finished
        since = read.premise is not None and read.premise.since
        over = any(is_finished(p) for p in self._projects((*read.projects, *read.linked))) and not since
        if not read.years_outside or read.years or self._claimed_span(read) or finished or over:
            return None
        projects = self._projects(read.projects)
        asks_time = read.field in ("schedule", "when", "cost", "content", "period", None)
        if projects and not asks_time:
            return None
        if any(year in project.name for year in read.years_outside for project in self._catalogue.projects):
            return None
        years = "、".join(as_asked(year, read.text) for year in read.years_outside)
        return Absent(reason="year", detail=years, projects=projects)

    def _about(self, read: Understanding, projects: tuple[Project, ...]) -> Finding:
        field = "schedule" if read.years and read.field in (None, "content", "when", "period") else read.field
        field = "schedule" if field == "when" or (field is None and _asks_sites(read, projects)) else field
        field = "page" if field is None and read.premise and read.filters and read.filters.pages else field
        finished = [project for project in projects if is_finished(project)]
        if field in ("period", "schedule") and finished:
            field = "period"
        if field == "schedule" and not read.years and _dated(projects):
            field = "content"
        if field == "goal" and "目標" not in read.text and all(is_missing(project, "goal") for project in projects):
            field = "content"  # what something is for is said in its content too; only a 目標 is a card's
        asked = [name for name in (field, *fields_beside(read.cues, field)) if name]
        printed = [name for name in asked if not all(is_missing(project, name) for project in projects)]
        if asked and not printed:
            return Absent(reason="field", field=asked[0], projects=projects)
        field = printed[0] if printed else None
        branches = self._meaning.branches.projects if read.counter else ()
        correction = claim_on_projects(read, (*projects, *branches))
        return About(
            projects=projects, field=field or "overview", years=read.years, correction=correction,
            beside=tuple(name for name in asked if name != field),
            local=self._meaning.branches.local(read) if read.counter else None,
            branches=tuple(p for p in branches if p not in projects), shared=_shared(read, projects),
        )  # fmt: skip

    def _claimed_span(self, read: Understanding) -> bool:
        """Whether the question names a year outside the plan as the first or the last of something in it."""
        spans = read.premise is not None and not read.premise.open and (read.premise.until or read.premise.since)
        return bool(spans and any(project.schedule for project in self._projects(read.projects)))

    def _projects(self, ids: Sequence[str]) -> tuple[Project, ...]:
        found = [self._catalogue.project(project_id) for project_id in ids]
        return tuple(project for project in found if project)


def _with_codes(finding: About, missing: Sequence[str], neighbours: Sequence[Project]) -> About:
    """The finding with the codes that the plan lacks, and with the code of a project that only its place named."""
    unsaid = bool(neighbours) and finding.field not in ("code", "overview")
    beside = (*finding.beside, *(("code",) if unsaid and "code" not in finding.beside else ()))
    return finding.model_copy(update={"missing_codes": tuple(missing), "beside": beside})


def _asks_sites(read: Understanding, projects: Sequence[Project]) -> bool:
    """Whether all the sites of a project are asked for, which only a schedule names one by one."""
    return bool(_SITES.search(read.text)) and any(project.schedule for project in projects)


def _dated(projects: Sequence[Project]) -> bool:
    """Whether the plan prints no schedule for them, but a day in what it says of them (１月１日現在)."""
    return all(not project.schedule and _DAY.search(project.content) for project in projects)


def _shared(read: Understanding, projects: Sequence[Project]) -> tuple[str, ...] | None:
    """The divisions that all of several projects have, where the question asks for those or whether there is one."""
    if len(projects) < _FEW or not set_patterns()["same_division"].search(read.text):
        return None
    return tuple(name for name in projects[0].divisions if all(name in one.divisions for one in projects))
