"""職員 as HTML: the start, a question of the quiz, a round's end or a division's profile, as the address says."""

from collections.abc import Mapping, Sequence
from functools import partial
from urllib.parse import urlencode

from corpus.catalogue import Catalogue
from corpus.records import Language, Project
from ui.addresses import profile_address, sheet_address
from ui.context import PageContext
from ui.preferences import Preferences
from ui.staff.profile import profile_of
from ui.staff.quiz import Quiz, quiz_round
from ui.staff.texts import StaffTexts, staff_texts
from ui.templating import render

MAX_SEED_CHARACTERS = 40


def render_controls(context: PageContext, parameters: Mapping[str, str], preferences: Preferences) -> str:
    """The room's heading and the select of divisions."""
    texts = staff_texts(preferences.language)
    divisions = context.get_catalogue().divisions
    return render("staff", "controls.html", texts=texts, divisions=divisions, chosen=parameters.get("division", ""))


def render_result(context: PageContext, parameters: Mapping[str, str], preferences: Preferences) -> str:
    """``division``: its profile; ``seed`` (with ``set`` or ``only``, ``n``, ``choice``): the quiz; else the start."""
    catalogue, texts = context.get_catalogue(), staff_texts(preferences.language)
    if parameters.get("division"):
        return _render_profile(parameters["division"], catalogue, preferences.language)
    if parameters.get("seed"):
        return _render_quiz(parameters, catalogue, preferences.language)
    return render(
        "staff", "home.html", texts=texts, address=address,
        has_quiz=bool(quiz_round(catalogue, "")), has_priority=bool(quiz_round(catalogue, "", _priority(catalogue))),
    )  # fmt: skip


def address(**fields: object) -> str:
    """The room's address with these fields, those that are empty left out."""
    return "#staff?" + urlencode({name: value for name, value in fields.items() if value not in {"", None}})


def _render_profile(name: str, catalogue: Catalogue, language: Language) -> str:
    texts = staff_texts(language)
    profile = profile_of(name, catalogue)
    return render(
        "staff", "profile.html", texts=texts, profile=profile, name=name,
        project_address=partial(sheet_address, language=language), print_address=profile_address(name, language),
        printed=partial(_printed, texts, catalogue),
    )  # fmt: skip


def _render_quiz(parameters: Mapping[str, str], catalogue: Catalogue, language: Language) -> str:
    """A question, with ``choice`` its answer; after the last one the round's end."""
    texts = staff_texts(language)
    kept = {"set": parameters.get("set", ""), "only": parameters.get("only", "")}
    kept = {"seed": parameters["seed"][:MAX_SEED_CHARACTERS], **kept}
    questions = quiz_round(catalogue, kept["seed"], _only(kept, catalogue))
    number = _number(parameters.get("n"), len(questions) + 1) or 1
    values = {
        "texts": texts, "address": address, "go": partial(address, **kept),
        "set": kept["set"], "round": address(**kept), "number": number, "total": len(questions),
        "project_address": partial(sheet_address, language=language), "printed": partial(_printed, texts, catalogue),
    }  # fmt: skip
    if not questions:
        return render("staff", "nothing.html", **values)
    if number > len(questions):
        return render("staff", "end.html", questions=questions, **values)
    quiz = questions[number - 1]
    chosen = _number(parameters.get("choice"), len(quiz.choices))
    if chosen is None:
        return render("staff", "question.html", quiz=quiz, **values)
    own = quiz.choices[chosen - 1]
    return render("staff", "answer.html", quiz=quiz, own=own, page=_page(quiz), **values)


def _only(kept: Mapping[str, str], catalogue: Catalogue) -> Sequence[str] | None:
    if kept["only"]:
        return kept["only"].split(",")
    return _priority(catalogue) if kept["set"] == "priority" else None


def _priority(catalogue: Catalogue) -> Sequence[str]:
    return [project.id for project in catalogue.projects if project.priority]


def _number(text: str | None, most: int) -> int | None:
    """A number from 1 to ``most``, or None."""
    number = int(text) if text and text.isascii() and text.isdecimal() and len(text) < 4 else 0
    return number if 1 <= number <= most else None


def _page(quiz: Quiz) -> int:
    """Where the plan prints the division beside the project's name."""
    spans = quiz.project.sources.get("divisions", ())
    return spans[0].page if spans else quiz.project.page


def _printed(texts: StaffTexts, catalogue: Catalogue, project: Project, page: int) -> str:
    """Where the plan prints the project: the document's title and the page."""
    document = catalogue.document(project.document_id)
    return texts.printed.format(document=document.title if document else "", page=page)
