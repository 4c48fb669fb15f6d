"""Questions that compute with the costs of projects or sets that they name: sums, shares, places in an order."""

import re
from collections.abc import Sequence

from assistant.look_up.findings import Absent, Finding, OfPair, OfSet
from assistant.look_up.sets import COST_OPERATIONS, compute, select, with_besides
from assistant.understand.cues import find_cues
from assistant.understand.filters import Filters
from assistant.understand.money import find_amounts
from assistant.understand.normalize import key
from assistant.understand.operands import is_of_number
from assistant.understand.question import Operation, Understanding
from assistant.understand.set_patterns import set_patterns
from corpus.catalogue import Catalogue
from corpus.records import Passage, Project

_TWO = 2
# What is taken off is taken off something (Aの費用からBを引く).
_TAKEN_FROM = re.compile("から.*(?:引|除|抜|マイナス|減ら)|費|額|予算|いくら")
_OF_TOTAL = re.compile("総額|総事業費|全体の?(推計)?(事業費|費用|金額|お金)")
# Compared by their costs, not divided.
_ORDERS: frozenset[Operation | None] = frozenset({"largest", "smallest", "ranking", "difference", "compare", "share"})
_PER_PROJECT = re.compile("(?:件|つ|事業|個)(?:あたり|当たり|につき)")  # a mean over projects, not over years
_PLAN = re.compile("計画")
_MULTIPLE = re.compile("何倍|倍数|倍率")
_WHOLE_TOTAL = re.compile(r"全体|総事業費|(3|三|３)(か|ヵ|ヶ|カ|ケ|箇)年|総額")


class CostFinder:
    """Computes with the costs that the plan prints; what has none never counts as zero."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def against(self, read: Understanding) -> OfPair | None:
        """Two sets against each other; none where costs are asked for and one of them has none."""
        if len(read.operands) != _TWO:
            return None
        over_cost = not is_of_number(read.text)
        operation: Operation = "sum" if over_cost else "count"
        chosen = [(one, select(self._catalogue, one)) for one in read.operands]
        sets = [compute(one, operation, projects, projects) for one, projects in chosen]
        if any(one.result is None for one in sets):
            return None
        larger, smaller = sorted(sets, key=lambda one: -(one.result or 0))
        difference = (larger.result or 0) - (smaller.result or 0)
        multiple = _MULTIPLE.search(read.text) is not None
        return OfPair(sets=(larger, smaller), over_cost=over_cost, difference=difference, multiple=multiple)

    def per_year(self, read: Understanding) -> OfSet | None:
        """What the costs of the projects, or of the set, come to in a year of the plan."""
        years = {year for project in self._catalogue.projects for year in project.schedule or {}}
        of_cost = read.field == "cost" or read.operation in ("sum", "average")
        asks = of_cost and "per_year" in find_cues("prose", read.text) and not read.years
        asks = asks and not _PER_PROJECT.search(read.text)
        named = [p for p in map(self._catalogue.project, read.projects) if p] if read.names_whole else []
        of_set = read.filters not in (None, Filters(with_cost=True)) and not read.projects
        if read.operation in _ORDERS or not (asks and years and (named or of_set)):
            return None
        filters = Filters(among=read.projects, named=True) if named else _with_divisions(read)
        costed = [p for p in named or select(self._catalogue, filters) if p.cost_million_yen is not None]
        return compute(filters, "sum", costed, costed).model_copy(update={"years": len(years)}) if costed else None

    def taken_from(self, read: Understanding) -> OfPair | None:
        """What is left of named projects' costs without others' (Aの事業費からBの分を引くと)."""
        out = read.filters.excluding if read.filters else ()
        described = read.filters and (
            read.filters != Filters(excluding=out, excluding_names=read.filters.excluding_names)
        )
        less = set_patterns()["less"].search(read.text)
        if not (out and read.projects and read.names_whole and less and _TAKEN_FROM.search(read.text)) or described:
            return None
        sides = tuple(Filters(among=one, named=True) for one in (read.projects, out))
        return self.against(read.model_copy(update={"operands": sides}))

    def rest_of_total(self, read: Understanding) -> OfSet | None:
        """What is left of the plan's total without the projects that the question takes from it."""
        passage = self._total()
        amount = _amount(passage) if passage else None
        of_total = _OF_TOTAL.search(read.text) or self._names_part(read.text)
        named = amount is not None and (amount in find_amounts(read.text) or of_total)
        stated = _taken_off(read)
        if self._is_of_set(read):
            return None
        if not named or not stated or not set_patterns()["less"].search(read.text):
            return None
        costed = tuple(p for p in select(self._catalogue, stated) if p.cost_million_yen is not None)
        if not costed:
            return None
        return OfSet(
            filters=stated, operation="rest",
            projects=costed, result=(amount or 0) - sum(p.cost_million_yen or 0 for p in costed), over_cost=True,
            total=amount, total_passage=passage,
        )  # fmt: skip

    def _is_of_set(self, read: Understanding) -> bool:
        """Whether it is a described set's sum that a project is taken off (重点事業の総額から〇〇を引く)."""
        stated = read.filters or Filters()
        described = stated.priority or stated.coded or stated.with_cost or (read.divisions and stated.excluding)
        return bool(stated.excluding and described) and not (_PLAN.search(read.text) or self._names_part(read.text))

    def over_named(self, read: Understanding) -> Finding | None:
        """Something computed over the projects that the question names."""
        projects = self._named(read)
        if not projects or read.inherited:
            return None
        if "place" in read.cues and len(projects) == 1:
            return self._place(read, projects[0])
        if read.operation not in COST_OPERATIONS:
            return None
        if read.operation == "share":
            return self.share(read, projects)
        if len(projects) < 2 or not (read.names_whole or not read.projects):
            return None
        operation: Operation = "compare" if read.operation in ("largest", "smallest") else read.operation
        if all(project.cost_million_yen is None for project in projects):
            return Absent(reason="field", field="cost", projects=tuple(projects))
        ids = tuple(project.id for project in projects)
        found = compute(Filters(among=ids, named=True), operation, projects, projects, read.rank)
        return with_besides(found, read.besides, projects) if operation in ("sum", "average") else found

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

    def share(self, read: Understanding, projects: Sequence[Project]) -> Finding:
        """The projects' cost as a share of the plan's total or of all costs that are printed."""
        costed = [p for p in projects if p.cost_million_yen is not None]
        if not costed:
            return Absent(reason="field", field="cost", projects=tuple(projects))
        printed = [p for p in self._catalogue.projects if p.cost_million_yen is not None]
        listed = read.filters.among if read.filters and read.projects else None
        if listed:  # それは今の一覧の何％: of the list that was shown
            printed = [p for p in printed if p.id in listed]
        total = None if listed else self._total()
        of_priority = "priority" in read.cues and read.projects
        asks_whole = self._names_whole(read.text) or len(costed) == len(printed)
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

    def _names_whole(self, text: str) -> bool:
        """Whether the text names the whole plan, or the part of it that the total is of."""
        return bool(_WHOLE_TOTAL.search(text)) or self._names_part(text)

    def _names_part(self, text: str) -> bool:
        parts = [re.sub(r"^[（(].+?[）)]\s*", "", p.text) for p in self._catalogue.passages if p.field == "part"]
        return any(key(part) in key(text) for part in parts)

    def _total(self) -> Passage | None:
        return next((p for p in self._catalogue.passages if p.field == "total_cost"), None)


def _with_divisions(read: Understanding) -> Filters:
    return (read.filters or Filters()).model_copy(update={"divisions": read.divisions})


def _taken_off(read: Understanding) -> Filters | None:
    """What the question takes off: the projects named, a division's, or a described set (重点事業の分を除くと)."""
    stated = read.filters or Filters()
    named = (*read.projects, *stated.excluding)
    if named:
        return Filters(among=named, named=True)
    divisions = read.divisions or stated.excluding_divisions
    if stated.priority is not None:
        return stated.model_copy(update={"priority": True, "divisions": divisions, "excluding_divisions": ()})
    if divisions:
        return Filters(divisions=divisions)
    return Filters(with_cost=True) if stated.with_cost is not None else None


def _amount(passage: Passage) -> int | None:
    """The amount in 百万円 that the passage of the total cost prints."""
    match = re.search(r"([0-9０-９][0-9０-９,，]*)\s*百万円", passage.text)
    return int(match[1].replace(",", "").replace("，", "")) if match else None
