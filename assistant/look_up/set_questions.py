"""Questions about sets of projects: listed, counted, computed with."""

import re
from collections.abc import Sequence

from assistant.look_up.cost_questions import CostFinder
from assistant.look_up.divisions_meant import DivisionsMeant, asks_what_they_do
from assistant.look_up.empty_sets import none_of
from assistant.look_up.findings import About, Absent, Finding, OfSets
from assistant.look_up.set_words import WordSets
from assistant.look_up.sets import COST_OPERATIONS, compute, ended_in, select, with_besides
from assistant.understand.filters import Filters
from assistant.understand.question import Operation, Understanding
from assistant.understand.set_patterns import set_patterns
from corpus.catalogue import Catalogue
from corpus.records import Project

_BOUNDS = frozenset({"cost_from", "cost_over", "cost_to", "cost_under"})
# Said of the one project that the question is about (もう終わった？), not of a set.
_OF_ONE = (Filters(several_divisions=True), Filters(finished=True), Filters(finished=False))
_FLAGS = (
    "priority", "coded", "several_divisions", "finished", "with_cost", "with_related", "with_schedule", "with_note",
    "with_goal",
)  # fmt: skip
# Said of the order that a cut is of, not of what it comes to.
_OF_CUT: tuple[Operation | None, ...] = (None, "list", "largest", "smallest", "ranking", "compare")
_OF_YEARS = ("schedule", "when", "content", "overview", None)
# What the projects are is asked, not only which (所管する事業の内容をまとめて); of so many it is told one by one.
_CONTENT = re.compile("(?:事業|事務|仕事|業務|取組)の?(?:内容|概要|中身)")
_MOST_TOLD = 10
_SPAN = {"年間"}  # 3年間で一番お金を使う事業は
_WHAT_COST = re.compile("(?:費|費用|金額|予算|お金)(?:は|って)?(?:いくら)?(?:です)?か?[?？。]*$|いくら")
_OF_MONEY = re.compile("総額|合計|費|金額|予算|円")


class SetFinder:
    """Answers from the whole catalogue: complete lists, counts, sums, comparisons."""

    def __init__(self, catalogue: Catalogue, costs: CostFinder) -> None:
        self._catalogue = catalogue
        self._costs = costs
        self._words = WordSets(catalogue)
        self._meant = DivisionsMeant(catalogue)

    def of_matters(self, read: Understanding) -> Finding | None:
        """The projects of each of several matters that are named one after the other."""
        if read.inherited:
            return None
        one = self._words.of_one_matter(read)
        return self._answer(read, one) if one else self._words.of_words(read)

    def of_projects(self, read: Understanding) -> Finding | None:
        """A set that the question describes: by priority, code, account, theme, cost, number of divisions."""
        if read.projects and read.names_whole:
            return None
        filters = self._meant.filters(read)
        if read.projects and filters.part is None:
            filters = filters.model_copy(update={"among": read.projects})
        if (
            len(read.linked) > 0
            and read.filters
            and read.filters.model_copy(update={"division_numbers": ()}) in _OF_ONE
        ):
            return None
        if filters.is_empty and read.field == "related" and (read.operation or read.sets):
            filters = Filters(with_related=True)  # 関連課は全部で何課
        if filters.is_empty and read.field == "code" and read.operation in ("list", "count") and not read.linked:
            filters = Filters(coded=True)  # 事業CDの一覧
        if filters == Filters(cut=filters.cut):
            of_word = self._words.of_word(read)
            filters = of_word.model_copy(update={"cut": filters.cut}) if of_word else filters
        described = read.filters is not None or filters != Filters(divisions=read.divisions)
        # 旧諸戸邸の設計は全部で何年かかる asks of no whole set
        of_matter = read.field in ("schedule", "when") and bool(read.subject_words)
        whole = "all_projects" in read.sets and read.operation is not None and not (read.divisions or read.linked)
        whole = whole and not of_matter
        over_costs = read.operation in COST_OPERATIONS and not read.linked and read.field in ("cost", None, "content")
        if not (described or whole or (over_costs and set(read.unknown_words) <= _SPAN)):
            return None
        if read.linked and not described and not whole:
            return None
        return self._answer(read, filters)

    def listed(self, projects: Sequence[Project], *, with_cost: bool = False) -> Finding:
        """The projects that the question named one by one, as a list; with what they cost where that is asked."""
        filters = Filters(among=tuple(project.id for project in projects), named=True)
        return compute(filters, "list", projects, projects).model_copy(update={"with_cost": with_cost})

    def of_divisions(self, read: Understanding) -> Finding | None:
        """What one division, or several, carry."""
        if not read.divisions or read.projects:
            return None
        return self._answer(read, self._meant.filters(read))

    def _answer(self, read: Understanding, filters: Filters) -> Finding:
        if set(filters.among or ()) == {project.id for project in self._catalogue.projects}:
            filters = filters.model_copy(update={"among": None, "out_of": 0})  # the list that was shown was all
        filters, projects = self._chosen(read, filters)
        if not projects:
            return self._none(read, filters)
        return (
            self._complement(read, filters)
            or self._row_by_row(read, filters, projects)
            or self._over_costs(read, filters, projects)
            or self._computed(read, filters, projects)
        )

    def _chosen(self, read: Understanding, filters: Filters) -> tuple[Filters, Sequence[Project]]:
        """The set described; 両課の事業 is what either has, where they share none."""
        of_schedule = (filters.part and filters.part.field == "schedule") or filters.with_schedule is not None
        years = read.years if of_schedule else ()
        chosen = select(self._catalogue, filters, years)
        projects = ended_in(chosen, read.text) if filters.finished else chosen
        if projects or not filters.all_divisions or set_patterns()["shared_by_all"].search(read.text):
            return filters, projects
        of_either = filters.model_copy(update={"all_divisions": False})
        return of_either, select(self._catalogue, of_either, years)

    def _row_by_row(self, read: Understanding, filters: Filters, projects: Sequence[Project]) -> Finding | None:
        """What each of the set's rows prints, where the question asks for that: codes, accounts, what is planned."""
        if len(filters.accounts) > 1:
            return self._by_account(filters)
        if read.operation not in (None, "list"):
            return None
        if read.field == "code" and filters == Filters(divisions=filters.divisions):
            return self._codes_of(filters, projects)
        of_years = read.years and not (filters.part or filters.with_schedule or filters.unchanged)
        scheduled = tuple(project for project in projects if project.schedule)
        if not of_years or read.field not in _OF_YEARS or not scheduled:
            return None
        return About(projects=scheduled, field="schedule", years=read.years)

    def _over_costs(self, read: Understanding, filters: Filters, projects: Sequence[Project]) -> Finding | None:
        """A share of the costs, or that none of the set has a cost to compute with."""
        operation = self._operation(read)
        if operation == "share":
            return self._costs.share(read, projects) if read.field == "cost" or _OF_MONEY.search(read.text) else None
        told = filters.with_cost is not None or filters.is_bounded  # 事業費のない事業は
        asks = operation in COST_OPERATIONS or (read.field == "cost" and not told and _WHAT_COST.search(read.text))
        if asks and all(project.cost_million_yen is None for project in projects):
            return Absent(reason="field", field="cost", projects=tuple(projects), divisions=filters.divisions)
        return None

    def _computed(self, read: Understanding, filters: Filters, projects: Sequence[Project]) -> Finding:
        """The set as a list, or what the operation makes of it, with the fields that the question wants beside it."""
        operation = self._operation(read)
        base = select(self._catalogue, Filters()) if operation == "share" else projects
        found = with_besides(compute(filters, operation, projects, base, read.rank), read.besides, projects)
        is_one = len(projects) == 1 and (filters.divisions or {"content", "content_beside"} & read.cues)
        few = len(projects) <= _MOST_TOLD and bool(_CONTENT.search(read.text))
        told = bool(is_one or few or (filters.divisions and asks_what_they_do(read)))
        of_costs = filters.is_bounded or filters.with_cost is True or (filters.cut and filters.cut.by == "cost")
        return found.model_copy(
            update={
                "with_content": operation in ("list", "count") and told,
                "whole_told": read.whole_told,
                "number_alone": read.number_alone or bool(set_patterns()["number_alone"].search(read.text)),
                "with_related": bool(filters.with_related) and read.field == "related",
                "with_cost": read.field == "cost" or bool(of_costs),
            }
        )

    def _complement(self, read: Understanding, filters: Filters) -> OfSets | None:
        """A set and what it leaves, where the question asks for both (重点は何件で、そうでないのは何件)."""
        stated = [name for name in _FLAGS if getattr(filters, name) is not None]
        if len(stated) != 1 or read.inherited or not _asks_both(read):
            return None
        other = filters.model_copy(update={stated[0]: not getattr(filters, stated[0])})
        chosen = [(one, select(self._catalogue, one)) for one in (filters, other)]
        if not all(projects for _, projects in chosen) or read.operation != "count":
            return None
        return OfSets(sets=tuple(compute(one, "count", projects, projects) for one, projects in chosen))

    def _codes_of(self, filters: Filters, projects: Sequence[Project]) -> Finding:
        """The codes of divisions' projects: of those that have one, or that none has."""
        coded = tuple(project for project in projects if project.code)
        if not coded:
            return About(projects=tuple(projects), field="code")
        return compute(filters.model_copy(update={"coded": True}), "list", coded, coded)

    def _none(self, read: Understanding, filters: Filters) -> Finding:
        """That nothing fits: as a count of none where what is printed proves it."""
        found = none_of(self._catalogue, filters, read.operation)
        if found is not None:
            return found
        shared = filters == Filters(divisions=filters.divisions, all_divisions=True)
        return Absent(reason="empty_set", divisions=filters.divisions if shared else ())

    def _operation(self, read: Understanding) -> Operation:
        if read.filters and read.filters.cut and read.operation in _OF_CUT:
            return "list"
        if read.operation in ("compare", "average") and read.filters and read.filters.is_bounded:
            return "count" if "count" in read.cues else "list"
        if read.rank > 1 and read.operation != "difference":
            return "smallest" if "smallest" in (*read.cues, read.operation) else "largest"
        asks_cost = read.field == "cost" or "事業費" in read.text
        if read.operation == "count" and asks_cost and re.search(r"いくら|合計", read.text):
            return "sum"
        if read.operation is None or read.operation == "list":
            has_bound = bool(_BOUNDS & (read.filters or Filters()).model_fields_set)
            return (
                "sum"
                if asks_cost and not has_bound and re.search(r"いくら|事業費は|予算は|金額は|引[いく]", read.text)
                else "list"
            )
        return read.operation

    def within(self, read: Understanding) -> OfSets | None:
        """A set and the part of it that the question counts beside it."""
        found = [(one, select(self._catalogue, one)) for one in read.within]
        if not found or not all(projects for _, projects in found):
            return None
        return OfSets(sets=tuple(compute(one, "count", projects, projects) for one, projects in found))

    def _by_account(self, filters: Filters) -> OfSets:
        """A set for each of the accounts that the question names."""
        each = [filters.model_copy(update={"accounts": (account,)}) for account in filters.accounts]
        found = [(one, select(self._catalogue, one)) for one in each]
        return OfSets(sets=tuple(compute(one, "count", projects, projects) for one, projects in found))


def _asks_both(read: Understanding) -> bool:
    """Whether the question asks for those that have something and for those that do not."""
    patterns = set_patterns()
    several = patterns["several_divisions"]
    shared = read.each and all(several[name].search(read.text) for name in ("yes", "no"))
    ended = all(patterns[name].search(read.text) for name in ("finished", "unfinished"))
    return bool(shared or ended or any(patterns[name].search(read.text) for name in ("complement", "having_and_not")))
