"""Sets of projects: filtered, counted, summed, compared; always over the whole catalogue, never over a top-k."""

import re
from collections.abc import Sequence
from unicodedata import normalize

from assistant.look_up.findings import Finding, OfSet
from assistant.understand.filters import Cut, Filters, PartName, TextPart
from assistant.understand.normalize import key
from assistant.understand.question import Operation
from assistant.understand.years import find_years
from corpus.catalogue import Catalogue
from corpus.records import Project

_BETWEEN_WORDS = re.compile("[ぁ-ん]+")
_UP_TO = re.compile("年度?(?:末)?(?:まで|以前|より前|までに|以降?前)")
# The characters of each script.
_SCRIPTS = {"カタカナ": "[ァ-ヴ]", "ひらがな": "[ぁ-ん]", "漢字": "[一-龥々]", "数字": "[0-9]", "英字": "[A-Za-z]"}
COST_OPERATIONS: frozenset[Operation] = frozenset(
    {"sum", "average", "largest", "smallest", "ranking", "difference", "compare", "share"}
)


def select(catalogue: Catalogue, filters: Filters, years: Sequence[str] = ()) -> tuple[Project, ...]:
    """Every project that all the filters admit, in plan order; ``years`` narrow what is looked for in schedules."""
    among = set(filters.among) if filters.among is not None else None
    chosen = (p for p in catalogue.projects if (among is None or p.id in among) and p.id not in filters.excluding)
    admitted = [project for project in chosen if _admits(filters, project, years)]
    out = [project for less in filters.less if less.cut for project in _cut(admitted, less.cut)]
    left = [project for project in admitted if project not in out]
    return tuple(_cut(left, filters.cut) if filters.cut else left)


def _cut(projects: Sequence[Project], cut: Cut) -> Sequence[Project]:
    """The projects at the places that are meant: those of an order by costs in that order, others in plan order."""
    if cut.by == "cost":
        costed = [project for project in projects if project.cost_million_yen is not None]
        sign = 1 if cut.from_end else -1
        return sorted(costed, key=lambda project: sign * (project.cost_million_yen or 0))[cut.first - 1 : cut.last]
    ordered = sorted(_coded(projects), key=code_order) if cut.by == "code" else list(projects)
    meant = (ordered[::-1] if cut.from_end else ordered)[cut.first - 1 : cut.last]
    meant = [*ordered[: cut.last], *ordered[-cut.last :]] if cut.both_ends else meant
    return [project for project in ordered if project in meant]


def _coded(projects: Sequence[Project]) -> list[Project]:
    return [project for project in projects if project.code]


def code_order(project: Project) -> list[int]:
    """Where the project stands in the order of codes, part by part (0-2-1-10 behind 0-2-1-9)."""
    return [int(part) for part in re.findall("[0-9]+", project.code or "")]


def admits(filters: Filters, project: Project) -> bool:
    """Whether one project fits the filters."""
    return _admits(filters, project, ())


def _admits(filters: Filters, project: Project, years: Sequence[str]) -> bool:
    checks = (
        _has_divisions(filters, project),
        filters.priority is None or project.priority == filters.priority,
        filters.coded is None or (project.code is not None) == filters.coded,
        filters.several_divisions is None or (len(project.divisions) > 1) == filters.several_divisions,
        not filters.division_numbers or len(project.divisions) in filters.division_numbers,
        not filters.accounts or project.account in filters.accounts,
        not filters.themes or any(key(theme) in key(project.note or "") for theme in filters.themes),
        filters.related_division is None or filters.related_division in project.related_divisions,
        filters.finished is None or is_finished(project) == filters.finished,
        filters.with_cost is None or (project.cost_million_yen is not None) == filters.with_cost,
        filters.with_related is None or bool(project.related_divisions) == filters.with_related,
        filters.with_schedule is None or _is_scheduled(project, years) == filters.with_schedule,
        filters.with_note is None or bool(project.note) == filters.with_note,
        filters.with_goal is None or bool(project.goal) == filters.with_goal,
        not filters.unchanged or _is_unchanged(project),
        not set(filters.excluding_divisions) & set(project.divisions),
        within_bounds(filters, project.cost_million_yen),
        not filters.pages or bool(set(filters.pages) & _pages(project)),
        filters.part is None or has_part(project, filters.part, years),
        not any(_admits(less, project, years) for less in filters.less if not less.cut),
    )
    return all(checks)


def _has_divisions(filters: Filters, project: Project) -> bool:
    named = set(filters.divisions)
    return (
        named <= set(project.divisions) if filters.all_divisions else not named or bool(named & set(project.divisions))
    )


def within_bounds(filters: Filters, cost: int | None) -> bool:
    """Whether the cost lies within the bounds; a project without a printed cost lies within none."""
    if not filters.is_bounded:
        return True
    return cost is not None and (
        (filters.cost_from is None or cost >= filters.cost_from)
        and (filters.cost_over is None or cost > filters.cost_over)
        and (filters.cost_to is None or cost <= filters.cost_to)
        and (filters.cost_under is None or cost < filters.cost_under)
    )


def _is_scheduled(project: Project, years: Sequence[str]) -> bool:
    """Whether the plan prints what is done in one of the years; in any, where none is named."""
    return any(items for year, items in (project.schedule or {}).items() if not years or year in years)


def _pages(project: Project) -> set[int]:
    """The pages on which the plan prints something of the project."""
    return {span.page for spans in project.sources.values() for span in spans}


def has_part(project: Project, part: TextPart, years: Sequence[str] = ()) -> bool:
    """Whether the word stands in the part of the project's row."""
    if part.also:
        return all(has_part(project, one, years) for one in (part.model_copy(update={"also": ()}), *part.also))
    if part.lacking:
        return not has_part(project, part.model_copy(update={"lacking": False}), years)
    if part.field == "code":
        return _has_code(project, part)
    if part.script:
        return _is_written(project.name, part)
    return stands_in(_texts(project, part.field, years), part)


def stands_in(printed: Sequence[str], part: TextPart) -> bool:
    """Whether the word stands in one of the texts, where it is to stand there."""
    texts = [key(text) for text in printed]
    if part.loosely:
        texts = [sentence for text in texts for sentence in text.split("。")]
        return any(all(one in text for one in _told(word)) for text in texts for word in part.words)
    words = tuple(map(key, part.words))
    if part.place == "start":
        return any(text.startswith(words) for text in texts)
    if part.place == "end":
        return any(text.endswith(words) for text in texts)
    return any(word in text for text in texts for word in words)


def _is_written(name: str, part: TextPart) -> bool:
    """Whether the name begins or ends with a character of the script, or holds one."""
    text = normalize("NFKC", name)
    of_script = _SCRIPTS[part.word]
    one = {"start": text[:1], "end": text[-1:]}.get(part.place, text)
    return bool(re.search(of_script, one))


def _told(phrase: str) -> list[str]:
    """The words that tell of what a part is to print (証明の発行 → 証明, 発行)."""
    return [key(word) for word in _BETWEEN_WORDS.split(phrase) if word]


def _has_code(project: Project, part: TextPart) -> bool:
    """Whether the project's code begins or ends with one of the parts."""
    return project.code is not None and any(_code_has(project.code, word, part) for word in part.words)


def _code_has(code: str, word: str, part: TextPart) -> bool:
    """Whether the code begins or ends with the word; one figure alone is a whole part of a code."""
    word = word.strip("-")
    if len(word) > 1 and "-" not in word:
        figures = code.replace("-", "")
        return figures.endswith(word) if part.place == "end" else figures.startswith(word)
    return f"-{code}-".endswith(f"-{word}-") if part.place == "end" else f"-{code}-".startswith(f"-{word}-")


def _texts(project: Project, field: PartName, years: Sequence[str]) -> list[str]:
    items = [item for year, each in (project.schedule or {}).items() if not years or year in years for item in each]
    by_field: dict[PartName, list[str]] = {
        "name": [project.name], "content": [project.content], "note": [project.note or ""],
        "goal": [project.goal or ""], "schedule": items, "division": list(project.divisions),
    }  # fmt: skip
    return by_field[field] if field in by_field else [text for texts in by_field.values() for text in texts]


def _is_unchanged(project: Project) -> bool:
    """Whether the schedule has the same items in every year."""
    years = list((project.schedule or {}).values())
    return len(years) > 1 and all(items == years[0] for items in years)


def is_finished(project: Project) -> bool:
    """Whether the plan marks the project as finished (（※～令和３年度）)."""
    return "※～" in project.content or "※~" in project.content


def ended_in(projects: Sequence[Project], text: str) -> tuple[Project, ...]:
    """Those finished projects that ended in the years that the text names, or up to the last of them (〜年度まで)."""
    years = find_years(text)
    if not years:
        return tuple(projects)
    ends = {p.id: max(find_years(p.content[p.content.find("※") :]), default=0) for p in projects}
    if _UP_TO.search(text):
        return tuple(p for p in projects if ends[p.id] <= max(years))
    return tuple(p for p in projects if ends[p.id] in years)


def compute(
    filters: Filters, operation: Operation, projects: Sequence[Project], base: Sequence[Project], rank: int = 1
) -> OfSet:
    """Do the operation over the set; costs that the plan does not print never count as zero."""
    costed = tuple(project for project in projects if project.cost_million_yen is not None)
    without = tuple(project for project in projects if project.cost_million_yen is None)
    costs = [project.cost_million_yen or 0 for project in costed]
    over_cost = operation in COST_OPERATIONS - {"share"}
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


def with_left_open(found: Finding, catalogue: Catalogue) -> Finding:
    """A set by how many divisions carry each, with those of one division 他, which may be either, told beside it."""
    if not isinstance(found, OfSet) or found.filters.several_divisions is None or found.over_cost:
        return found
    alike = select(catalogue, found.filters.model_copy(update={"several_divisions": None}))
    return found.model_copy(update={"left_open": tuple(project for project in alike if project.divisions_open)})


def with_besides(found: OfSet, besides: Sequence[Operation], projects: Sequence[Project]) -> OfSet:
    """The finding with what else is asked of the same projects, where that comes to something."""
    if found.operation not in (*COST_OPERATIONS, "count") or not projects:
        return found
    others = (compute(found.filters, one, projects, projects) for one in besides if one != found.operation)
    return found.model_copy(update={"besides": tuple(one for one in others if one.result is not None)})


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
    if rank > 1:  # the first against the nth
        by_cost = [by_cost[0], by_cost[min(rank, len(by_cost)) - 1]]
    return (by_cost[0].cost_million_yen or 0) - (by_cost[-1].cost_million_yen or 0), by_cost
