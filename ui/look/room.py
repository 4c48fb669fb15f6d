"""図で見る as HTML: three pictures, each with its sentence, its table, and its data to take away."""

from collections.abc import Mapping
from functools import partial

from assistant.compose.wording_book import load_wording
from corpus.catalogue import Catalogue
from corpus.records import Language, Project
from ui.addresses import sheet_address
from ui.context import PageContext
from ui.look.carried import MAX_BARS, Carried, carried
from ui.look.costs import cost_of, costed, percent, plan_shares
from ui.look.drawing import draw
from ui.look.layout import Bar
from ui.look.selection import Selection, plan_years
from ui.look.timeline import timelines
from ui.look.wording import LookTexts, load_look_texts
from ui.preferences import Preferences
from ui.templating import render


def render_controls(context: PageContext, parameters: Mapping[str, str], preferences: Preferences) -> str:
    """The heading, the ways to the three pictures, and the form that narrows them."""
    catalogue = context.get_catalogue()
    return render(
        "look", "controls.html",
        texts=load_look_texts(preferences.language), selection=Selection.of(catalogue, parameters),
        divisions=catalogue.divisions, years=plan_years(catalogue),
    )  # fmt: skip


def render_result(context: PageContext, parameters: Mapping[str, str], preferences: Preferences) -> str:
    """The three pictures of what the address selects; a part that the plan does not print says so."""
    catalogue = context.get_catalogue()
    selection = Selection.of(catalogue, parameters)
    projects = selection.projects(catalogue)
    texts, language = load_look_texts(preferences.language), preferences.language
    return render(
        "look", "result.html",
        texts=texts, selection=selection, projects=projects, project_address=partial(sheet_address, language=language),
        **_cost_values(catalogue, projects, texts, language),
        timelines=timelines(catalogue, projects),
        unscheduled=sum(not project.schedule for project in projects),
        **_division_values(catalogue, selection, texts),
    )  # fmt: skip


def _cost_values(
    catalogue: Catalogue, projects: tuple[Project, ...], texts: LookTexts, language: Language
) -> dict[str, object]:
    shown, amount = costed(projects), load_wording(language, "standard").amount
    bars = tuple(_cost_bar(project, amount(cost_of(project)), texts, language) for project in shown)
    return {
        "costed": shown,
        "cost_of": cost_of,
        "amount": amount,
        "percent": percent,
        "shares": plan_shares(catalogue, projects),
        "cost_drawing": draw(bars) if bars else None,
    }


def _cost_bar(project: Project, figure: str, texts: LookTexts, language: Language) -> Bar:
    cost = cost_of(project)
    return Bar(
        label=project.name,
        figure=figure,
        parts=(cost, 0) if project.priority else (0, cost),
        link=sheet_address(project, language),
        says=texts.costs.bar.format(name=project.name, figure=figure),
    )


def _division_values(catalogue: Catalogue, selection: Selection, texts: LookTexts) -> dict[str, object]:
    shown = carried(catalogue, selection.division)
    bars = tuple(_division_bar(each, selection, texts) for each in shown[:MAX_BARS])
    # One bar tells nothing; one division's projects are listed by name.
    return {"carried": shown, "division_drawing": draw(bars) if len(bars) > 1 else None, "max_bars": MAX_BARS}


def _division_bar(each: Carried, selection: Selection, texts: LookTexts) -> Bar:
    words = texts.divisions.figure_priority if each.priority else texts.divisions.figure
    figure = words.format(count=each.count, priority=each.priority)
    marked = texts.divisions.priority_project
    names = [marked.format(name=p.name) if p.priority else p.name for p in each.projects]
    return Bar(
        label=each.division,
        figure=figure,
        parts=(each.priority, each.count - each.priority),
        link=selection.address(division=each.division),
        says=texts.divisions.bar.format(name=each.division, figure=figure, names=texts.comma.join(names)),
        details=(*(name + texts.comma for name in names[:-1]), names[-1]),
    )
