"""Questions about sets of projects and about the divisions themselves."""

import re
from collections.abc import Sequence

from assistant.look_up.claims import claim_on_count
from assistant.look_up.findings import About, Absent, Finding, OfDivisions, OfSet
from assistant.look_up.sets import compute, select
from assistant.look_up.texts import TextFinder
from assistant.understand.question import Filters, Operation, Understanding
from corpus.catalogue import Catalogue, Division
from corpus.records import Passage, Project

_COST_OPERATIONS: frozenset[Operation] = frozenset(
    {"sum", "average", "largest", "smallest", "ranking", "difference", "compare", "share"}
)
_SIZED = re.compile(
    r"([0-9]+)\s*(?:件|つ|個|事業)(以上|以下)?(?:の事業)?[^。、0-9]{0,14}(?:課|部署|所管課)(?:は|を|が|って|どこ|$)"
)
_BOUNDS = frozenset({"cost_from", "cost_over", "cost_to", "cost_under"})
_OF_DIVISIONS = re.compile(r"(課|部署|支所|所管).{0,12}(多|少)|(多|少).{0,16}(課|部署|所管)")
_CLASS_OF_DIVISIONS = re.compile(r"(支所|出張所|センター|事務局)(?!管理|長)")
_WHOLE_TOTAL = re.compile(r"全体|総事業費|(3|三|３)(か|ヵ|ヶ|カ|ケ|箇)年|行財政運営|総額")


class SetFinder:
    """Answers from the whole catalogue: complete lists, counts, sums, comparisons."""

    def __init__(self, catalogue: Catalogue, texts: TextFinder) -> None:
        self._catalogue = catalogue
        self._texts = texts

    def over_named(self, read: Understanding) -> Finding | None:
        """Something computed over the projects that the question names."""
        projects = [p for p in map(self._catalogue.project, read.projects) if p]
        if not projects or read.operation not in _COST_OPERATIONS or read.inherited:
            return None
        if read.operation == "share":
            return self._share_of_cost(read, projects)
        if len(projects) < 2 or not read.names_whole:
            return None
        operation: Operation = "compare" if read.operation in ("largest", "smallest") else read.operation
        if all(project.cost_million_yen is None for project in projects):
            return Absent(reason="field", field="cost", projects=tuple(projects))
        return compute(Filters(among=read.projects), operation, projects, projects)

    def divisions_themselves(self, read: Understanding) -> Finding | None:
        """The divisions, counted, listed, or by how many projects they carry."""
        if read.projects or read.linked or read.divisions:
            return None
        about_cost = read.field == "cost"
        if read.operation in ("largest", "smallest", "ranking") and not about_cost and _OF_DIVISIONS.search(read.text):
            return self._by_size(read.operation)
        sized = _SIZED.search(read.text)
        if sized:
            return self._of_size(int(sized[1]), sized[2])
        if "all_divisions" not in read.sets:
            return None
        return self._divisions(self._catalogue.divisions, "count" if read.operation == "count" else "list")

    def of_projects(self, read: Understanding) -> Finding | None:
        """A set that the question describes: by priority, code, account, theme, cost, number of divisions."""
        if read.projects and read.names_whole:
            return None
        filters = self._with_divisions(read)
        if read.projects and filters.name_part is None:
            filters = filters.model_copy(update={"among": read.projects})
        if read.linked and read.filters and read.filters == Filters(several_divisions=True):
            return None
        described = read.filters is not None or filters != Filters(divisions=read.divisions)
        whole = "all_projects" in read.sets and read.operation is not None and not read.divisions
        over_costs = read.operation in _COST_OPERATIONS and not read.linked and read.field in ("cost", None, "content")
        if not (described or whole or (over_costs and not read.unknown_words)):
            return None
        if read.linked and not described and not whole:
            return None
        return self._answer(read, filters)

    def of_divisions(self, read: Understanding) -> Finding | None:
        """What one division, or several, carry."""
        if not read.divisions or read.projects:
            return None
        return self._answer(read, self._with_divisions(read))

    def _answer(self, read: Understanding, filters: Filters) -> Finding:
        projects = select(self._catalogue, filters)
        if not projects:
            return Absent(reason="empty_set", detail="")
        if (
            read.years
            and read.field in ("schedule", "when", "content", "overview", None)
            and read.operation in (None, "list")
        ):
            scheduled = tuple(p for p in projects if p.schedule)
            if scheduled:
                return About(projects=scheduled, field="schedule", years=read.years)
        operation = self._operation(read)
        if operation in _COST_OPERATIONS - {"share"} and all(p.cost_million_yen is None for p in projects):
            return Absent(reason="field", field="cost", projects=projects, divisions=filters.divisions)
        if operation == "share" and read.field == "cost":
            return self._share_of_cost(read, projects)
        base = select(self._catalogue, Filters()) if operation == "share" else projects
        found = compute(filters, operation, projects, base, read.rank)
        describes = bool(filters.divisions) and read.field == "content" and operation == "list"
        return found.model_copy(update={"with_content": describes, "correction": claim_on_count(read, len(projects))})

    def _operation(self, read: Understanding) -> Operation:
        if read.rank > 1:
            return "smallest" if "smallest" in read.cues else "largest"
        asks_cost = read.field == "cost" or "事業費" in read.text
        if read.operation == "count" and asks_cost and re.search(r"いくら|合計", read.text):
            return "sum"
        if read.operation is None or read.operation == "list":
            has_bound = bool(_BOUNDS & (read.filters or Filters()).model_fields_set)
            return (
                "sum"
                if asks_cost and not has_bound and re.search(r"いくら|事業費は|予算は|金額は", read.text)
                else "list"
            )
        return read.operation

    def _with_divisions(self, read: Understanding) -> Filters:
        """The filters with the divisions named, or with a whole class of them (支所)."""
        filters = read.filters or Filters()
        if read.divisions:
            together = read.together and len(read.divisions) > 1
            return filters.model_copy(update={"divisions": read.divisions, "all_divisions": together})
        kind = _CLASS_OF_DIVISIONS.search(read.text)
        wants_all = read.operation in ("count", "list", "sum")
        if not kind or not wants_all:
            return filters
        named = tuple(d.name for d in self._catalogue.divisions if d.name.endswith(kind[1]))
        return filters.model_copy(update={"divisions": named}) if named else filters

    def _share_of_cost(self, read: Understanding, projects: Sequence[Project]) -> Finding:
        """The projects' cost as a share of the plan's total or of all costs that are printed."""
        costed = [p for p in projects if p.cost_million_yen is not None]
        if not costed:
            return Absent(reason="field", field="cost", projects=tuple(projects))
        printed = [p for p in self._catalogue.projects if p.cost_million_yen is not None]
        total = self._total()
        of_priority = "priority" in read.cues and read.projects
        asks_whole = _WHOLE_TOTAL.search(read.text) or len(costed) == len(printed)
        whole = _amount(total) if total and asks_whole and not of_priority else None
        of_all = whole or sum(p.cost_million_yen or 0 for p in printed)
        share = sum(p.cost_million_yen or 0 for p in costed) / of_all
        filters = Filters(among=read.projects) if read.projects else read.filters or Filters()
        return OfSet(
            filters=filters, operation="share", projects=tuple(costed),
            base=tuple(printed), result=share, over_cost=True, total=of_all, total_passage=total if whole else None,
        )  # fmt: skip

    def _total(self) -> Passage | None:
        return next((p for p in self._catalogue.passages if p.field == "total_cost"), None)

    def _of_size(self, count: int, bound: str | None) -> Finding:
        """The divisions that carry just so many projects, or at least or at most so many."""
        compare = {"以上": int.__ge__, "以下": int.__le__, None: int.__eq__}[bound]
        found = [division for division in self._catalogue.divisions if compare(division.project_count, count)]
        return self._divisions(found, "share") if found else Absent(reason="empty_set")

    def _by_size(self, operation: Operation) -> OfDivisions:
        sizes = [division.project_count for division in self._catalogue.divisions]
        extreme = min(sizes) if operation == "smallest" else max(sizes)
        if operation == "ranking":
            ordered = sorted(self._catalogue.divisions, key=lambda division: -division.project_count)
            return self._divisions(ordered, operation)
        return self._divisions([d for d in self._catalogue.divisions if d.project_count == extreme], operation)

    def _divisions(self, divisions: Sequence[Division], operation: Operation) -> OfDivisions:
        first = [self._catalogue.of_division(division.name)[0] for division in divisions]
        return OfDivisions(divisions=tuple(divisions), operation=operation, representatives=tuple(first))


def _amount(passage: Passage) -> int | None:
    """The amount in 百万円 that the passage of the total cost prints."""
    match = re.search(r"([0-9０-９][0-9０-９,，]*)\s*百万円", passage.text)
    return int(match[1].replace(",", "").replace("，", "")) if match else None
