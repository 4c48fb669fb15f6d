"""課から探す as HTML: the fields to search by, and the divisions or the table of projects that fit."""

from collections.abc import Mapping
from urllib.parse import urlencode

from corpus.catalogue import Catalogue
from corpus.records import Project
from ui.addresses import profile_address, sheet_address
from ui.context import PageContext
from ui.find.texts import FindTexts, find_texts
from ui.find.wanted import SORTS, Selection, Wanted, select, sorting_key
from ui.preferences import Preferences
from ui.reading.furigana import furigana_for
from ui.templating import render


def render_controls(context: PageContext, parameters: Mapping[str, str], preferences: Preferences) -> str:
    """The heading and the form, filled in as the address says."""
    catalogue, texts = context.get_catalogue(), find_texts(preferences.language)
    hear = furigana_for(catalogue.documents).heard
    by_reading = sorted(catalogue.divisions, key=lambda division: sorting_key(division.name, hear))
    offered = _columns(catalogue)
    orders = {order: name for order, name in texts.orders.items() if not order or order.removeprefix("-") in offered}
    example = catalogue.projects[0].name if catalogue.projects else ""
    return render(
        "find", "controls.html",
        texts=texts, wanted=Wanted.read(parameters), divisions=by_reading, orders=orders, example=example,
        has_codes="code" in offered, has_priority=any(project.priority for project in catalogue.projects),
    )  # fmt: skip


def render_result(context: PageContext, parameters: Mapping[str, str], preferences: Preferences) -> str:
    """What fits the address: how many, what was chosen, the divisions or the table, and the lists to take away."""
    catalogue, texts = context.get_catalogue(), find_texts(preferences.language)
    wanted = Wanted.read(parameters)
    selection = select(catalogue, wanted)
    return render(
        "find", "result.html",
        texts=texts, wanted=wanted, selection=selection, count=_count(catalogue, selection, wanted, texts),
        chosen=_chosen(wanted, texts), columns=_columns(catalogue), groups=_groups(catalogue, selection, wanted),
        titles={d.id: d.title for d in catalogue.documents} if len(catalogue.documents) > 1 else {},
        sort_link=lambda column: _sort_link(wanted, column), sheet=sheet_address, profile=profile_address,
        ask=ask_address(wanted.q), language=preferences.language,
    )  # fmt: skip


def ask_address(question: str) -> str:
    """Where the conversation opens with the question in its box."""
    return f"#ask?{urlencode({'question': question})}"


def _columns(catalogue: Catalogue) -> tuple[str, ...]:
    """The table's columns; a plan without codes or without costs has no such column."""
    missing = set()
    if not any(project.code for project in catalogue.projects):
        missing.add("code")
    if not any(project.cost_million_yen is not None for project in catalogue.projects):
        missing.add("cost")
    return tuple(column for column in ("name", *SORTS[2:]) if column not in missing)


def _count(catalogue: Catalogue, selection: Selection, wanted: Wanted, texts: FindTexts) -> str:
    count, total = len(selection.projects), len(catalogue.projects)
    return (texts.result.some if wanted.is_filtered else texts.result.all).format(count=count, total=total)


def _chosen(wanted: Wanted, texts: FindTexts) -> list[tuple[str, str]]:
    """Each filter in words, and the address without it."""
    code = texts.result.chosen_with_code if wanted.code == "1" else texts.result.chosen_without_code
    words = {
        "division": texts.result.chosen_division.format(value=wanted.division),
        "q": texts.result.chosen_q.format(value=wanted.q),
        "priority": texts.result.chosen_priority,
        "code": code,
    }
    return [(word, _address(wanted.query(**{name: ""}))) for name, word in words.items() if getattr(wanted, name)]


def _groups(catalogue: Catalogue, selection: Selection, wanted: Wanted) -> list[tuple[str, list[Project]]]:
    """Each division that carries one of the projects, with those that it carries; in plan order."""
    names = [division.name for division in catalogue.divisions if wanted.division in ("", division.name)]
    carried = [(name, [project for project in selection.projects if name in project.divisions]) for name in names]
    return [(name, projects) for name, projects in carried if projects]


def _sort_link(wanted: Wanted, column: str) -> tuple[str, str]:
    """A column's ``aria-sort``, and the address that sorts by it, or the other way round where it is sorted already."""
    if wanted.order != column:
        return "none", _address(wanted.query(sort=column, view="table"))
    if wanted.is_downward:
        return "descending", _address(wanted.query(sort=column, view="table"))
    return "ascending", _address(wanted.query(sort=f"-{column}", view="table"))


def _address(query: str) -> str:
    return f"#find?{query}" if query else "#find"
