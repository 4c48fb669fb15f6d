"""Questions about sets of projects and about the divisions themselves."""

import re
from collections.abc import Sequence

from assistant.look_up.findings import About, Absent, Finding, OfDivisions, OfSet, OfSets
from assistant.look_up.sets import compute, select
from assistant.understand.normalize import key
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Filters, Operation, PartName, TextPart, Understanding
from assistant.understand.sets import set_patterns
from corpus.catalogue import Catalogue, Division
from corpus.records import Passage, Project

_COST_OPERATIONS: frozenset[Operation] = frozenset(
    {"sum", "average", "largest", "smallest", "ranking", "difference", "compare", "share"}
)
_BOUNDS = frozenset({"cost_from", "cost_over", "cost_to", "cost_under"})
_COMPARISONS = {"以上": int.__ge__, "以下": int.__le__, "より多": int.__gt__, "を超え": int.__gt__, "未満": int.__lt__}
# Said of the one project that the question is about (もう終わった？), not of a set.
_OF_ONE = (Filters(several_divisions=True), Filters(finished=True))
_PROJECTS = re.compile(r"事業|事務(?!局)|取組|取り組み")
# 職員に関する事業: what a set is about, said in so many words.
_CONCERNING = re.compile(
    r"([一-龥ァ-ヴーA-Za-z]{1,12})(?:に関(?:する|係する|わる|連する)|に係る|関係の|関連の|についての)(?:事業|事務(?!局)|取組)"
)
_PARTS: tuple[PartName, ...] = ("name", "content")
_WHOLE_TOTAL = re.compile(r"全体|総事業費|(3|三|３)(か|ヵ|ヶ|カ|ケ|箇)年|行財政運営|総額")


class SetFinder:
    """Answers from the whole catalogue: complete lists, counts, sums, comparisons."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def over_named(self, read: Understanding) -> Finding | None:
        """Something computed over the projects that the question names."""
        projects = self._named(read)
        if not projects or read.inherited:
            return None
        if "place" in read.cues and len(projects) == 1:
            return self._place(read, projects[0])
        if read.operation not in _COST_OPERATIONS:
            return None
        if read.operation == "share":
            return self._share_of_cost(read, projects)
        if len(projects) < 2 or not (read.names_whole or not read.projects):
            return None
        operation: Operation = "compare" if read.operation in ("largest", "smallest") else read.operation
        if all(project.cost_million_yen is None for project in projects):
            return Absent(reason="field", field="cost", projects=tuple(projects))
        ids = tuple(project.id for project in projects)
        return compute(Filters(among=ids, named=True), operation, projects, projects, read.rank)

    def _place(self, read: Understanding, project: Project) -> Finding:
        """Where a project stands among others by its cost, from the largest or from the smallest."""
        if project.cost_million_yen is None:
            return Absent(reason="field", field="cost", projects=(project,))
        stated = (read.filters or Filters()).model_copy(update={"among": None})
        others = [p for p in select(self._catalogue, stated) if p.cost_million_yen is not None]
        from_smallest = set_patterns()["from_smallest"].search(read.text)
        before = [
            other for other in others
            if (other.cost_million_yen or 0) != project.cost_million_yen
            and ((other.cost_million_yen or 0) < project.cost_million_yen) == bool(from_smallest)
        ]  # fmt: skip
        return OfSet(
            filters=stated, operation="place_up" if from_smallest else "place", projects=(project,),
            base=tuple(others), result=project.cost_million_yen, over_cost=True, rank=len(before) + 1,
        )  # fmt: skip

    def _named(self, read: Understanding) -> list[Project]:
        """The projects that the question names, or those of the matters that it names (公用車と庁舎)."""
        of_cost = "cost" in read.cues or re.search("お金|金額|予算", read.text)
        matters = [ids[0] for ids in read.matters if len(ids) == 1] if of_cost and not read.filters else []
        ids = read.projects or (tuple(dict.fromkeys(matters)) if len(set(matters)) > 1 else ())
        return [project for project in map(self._catalogue.project, ids) if project]

    def divisions_themselves(self, read: Understanding) -> Finding | None:
        """The divisions, counted, listed, or by how many projects they carry."""
        if read.projects or read.codes:
            return None
        patterns, plain = set_patterns(), plain_numbers(read.text)
        if len(read.divisions) > 1 and read.operation != "list" and self._asks_number(read):
            return self._divisions(self._largest_first(read.divisions), "ranking")
        if read.divisions or (read.linked and not patterns["classes"].search(plain)):
            return None
        by_size = read.operation in ("largest", "smallest", "ranking") and patterns["by_size"].search(plain)
        if by_size and read.field != "cost":
            return self.by_size(read.operation or "ranking")
        sized = patterns["sized"].search(plain)
        if sized:
            return self._of_size(int(sized[1]), sized[2])
        return self._class(read) or self._all_divisions(read)

    def _all_divisions(self, read: Understanding) -> Finding | None:
        if "all_divisions" not in read.sets or read.linked:
            return None
        part = read.filters.part if read.filters else None
        named = [d for d in self._catalogue.divisions if part is None or key(part.word) in key(d.name)]
        if part:
            return self._divisions(named, "share") if named else Absent(reason="empty_set")
        return self._divisions(named, "count" if read.operation == "count" else "list")

    def _class(self, read: Understanding) -> Finding | None:
        """The divisions of one kind (支所), where the question is about them and not about their projects."""
        kind = set_patterns()["classes"].search(read.text)
        counted = read.counted or re.search("名の(つ|付)|という名前", read.text)
        wanted = (read.operation in ("count", "list") or counted) and not re.search(
            "事業|事務(?!局)|仕事|業務", read.text
        )
        if kind is None or not wanted or read.unknown_words:
            return None
        named = [d for d in self._catalogue.divisions if d.name.endswith(kind[1])]
        return self._divisions(named, "share") if named else None

    def _asks_number(self, read: Understanding) -> bool:
        """Whether it is the number of projects that divisions are compared by."""
        asks = read.operation in ("count", "compare", "largest", "smallest", "difference", "ranking", None)
        by_number = set_patterns()["number_of"].search(plain_numbers(read.text))
        compares = re.search("より|多|少な|同じ|おなじ|おんなじ|差|違", read.text)
        several = read.each or compares or read.operation != "count"
        return bool(asks and by_number and several and read.field != "cost")

    def _largest_first(self, names: Sequence[str]) -> list[Division]:
        found = [division for division in self._catalogue.divisions if division.name in names]
        return sorted(found, key=lambda division: -division.project_count)

    def of_projects(self, read: Understanding) -> Finding | None:
        """A set that the question describes: by priority, code, account, theme, cost, number of divisions."""
        if read.projects and read.names_whole:
            return None
        filters = self._with_divisions(read)
        if read.projects and filters.part is None:
            filters = filters.model_copy(update={"among": read.projects})
        if len(read.linked) > 0 and read.filters in _OF_ONE:
            return None
        if filters.is_empty:
            filters = self._of_word(read) or filters
        described = read.filters is not None or filters != Filters(divisions=read.divisions)
        whole = "all_projects" in read.sets and read.operation is not None and not read.divisions and not read.linked
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
        of_part = read.years if filters.part and filters.part.field == "schedule" else ()
        projects = select(self._catalogue, filters, of_part)
        if not projects and filters.all_divisions:
            # 両課の事業 is what either has, where they share none.
            filters = filters.model_copy(update={"all_divisions": False})
            projects = select(self._catalogue, filters, of_part)
        if not projects:
            return Absent(reason="empty_set", detail="")
        if len(filters.accounts) > 1:
            return self._by_account(filters)
        if (
            read.years
            and not (filters.part or filters.with_schedule or filters.unchanged)
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
        describes = bool(filters.divisions) and operation == "list" and (read.field == "content" or len(projects) == 1)
        return found.model_copy(update={"with_content": describes})

    def _operation(self, read: Understanding) -> Operation:
        if read.operation == "compare" and read.filters and read.filters.is_bounded:
            return "list"
        if read.rank > 1 and read.operation != "difference":
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

    def _by_account(self, filters: Filters) -> OfSets:
        """A set for each of the accounts that the question names."""
        each = [filters.model_copy(update={"accounts": (account,)}) for account in filters.accounts]
        found = [(one, select(self._catalogue, one)) for one in each]
        return OfSets(sets=tuple(compute(one, "count", projects, projects) for one, projects in found))

    def _of_word(self, read: Understanding) -> Filters | None:
        """The projects that print the one matter asked for (選挙の事業を全部), first by their names."""
        spoken = _CONCERNING.search(read.text)
        words = [spoken[1]] if spoken else list(read.topic_words or read.subject_words)
        if read.operation not in ("list", "count") or len(words) != 1 or not _PROJECTS.search(read.text):
            return None
        parts = [TextPart(field=field, word=words[0]) for field in _PARTS]
        found = (Filters(part=part) for part in parts if select(self._catalogue, Filters(part=part)))
        return next(found, None)

    def _with_divisions(self, read: Understanding) -> Filters:
        """The filters with the divisions named, or with a whole class of them (支所)."""
        filters = read.filters or Filters()
        if read.divisions:
            together = read.together and len(read.divisions) > 1
            return filters.model_copy(update={"divisions": read.divisions, "all_divisions": together})
        kind = set_patterns()["classes"].search(read.text)
        wants_all = read.operation in ("count", "list", "sum")
        if not kind or not wants_all or filters.with_related or filters.related_division:
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
        if of_priority:
            printed = [p for p in printed if p.priority]
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
        compare = _COMPARISONS.get(bound or "", int.__eq__)
        found = [division for division in self._catalogue.divisions if compare(division.project_count, count)]
        return self._divisions(found, "share") if found else Absent(reason="empty_set")

    def by_size(self, operation: Operation) -> OfDivisions:
        """The divisions with the most or the fewest projects, or all in that order."""
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
