"""課から探す as HTML."""

from collections.abc import Mapping

from corpus.records import Record
from ui.context import PageContext
from ui.preferences import Preferences
from ui.templating import render
from ui.texts import read_texts


class FindTexts(Record):
    """The wording of ``find.yaml``."""

    title: str
    projects: str
    code: str
    page: str
    priority: str


def render_controls(context: PageContext, parameters: Mapping[str, str], preferences: Preferences) -> str:  # noqa: ARG001 - every room is asked alike
    """The room's heading."""
    return render("find", "controls.html", texts=read_texts(FindTexts, "find", preferences.language))


def render_result(context: PageContext, parameters: Mapping[str, str], preferences: Preferences) -> str:  # noqa: ARG001 - every room is asked alike
    """Every division with its projects, in plan order."""
    catalogue = context.get_catalogue()
    divisions = [(division, catalogue.of_division(division.name)) for division in catalogue.divisions]
    return render("find", "result.html", divisions=divisions, texts=read_texts(FindTexts, "find", preferences.language))
