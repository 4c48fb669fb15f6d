"""窓口 as HTML: its address' ``q`` is asked, each time as somebody else's matter."""

import logging
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from corpus.catalogue import Catalogue
from corpus.errors import PlanAssistantError
from corpus.records import Answer, Question
from ui.context import PageContext
from ui.counter.cards import Card, Row, cards_of
from ui.counter.texts import CounterTexts, counter_texts
from ui.preferences import Preferences
from ui.sheets.render import Frame
from ui.templating import render
from ui.texts import Texts, load_texts

logger = logging.getLogger(__name__)

# A character takes up to nine in an address, and an address is read no further than ``rooms.MAX_ADDRESS_CHARACTERS``.
MAX_LINE_CHARACTERS = 200
# Beside a question of ours, which is short.
MAX_MATTER_CHARACTERS = 80


def render_controls(context: PageContext, parameters: Mapping[str, str], preferences: Preferences) -> str:  # noqa: ARG001 - every room is asked alike
    """The line to type in, its keys, and the place of the recent questions, which the browser alone keeps."""
    texts = counter_texts(preferences.language)
    matter = _matter(parameters)
    return render("counter", "controls.html", texts=texts, matter=matter, max_characters=MAX_LINE_CHARACTERS)


def render_result(context: PageContext, parameters: Mapping[str, str], preferences: Preferences) -> str:
    """The cards of the answer to ``q``, the choices where it is asked back, or plainly that the plan does not say.

    Where something was chosen, ``q`` is what the choice asks, and ``matter`` what the visitor came for.

    Raises the errors of the context's parts; any other fault of theirs is logged and raised as one of ours.
    """
    line = _line(parameters)
    texts = counter_texts(preferences.language)
    if not line:
        return render("counter", "welcome.html", texts=texts)
    catalogue = context.get_catalogue()
    branch = _branch_of(line, catalogue)
    answer = _ask(context, branch or line, preferences)
    return _render_answer(answer, catalogue, _Asked(line, _matter(parameters), branch or ""), preferences)


def _line(parameters: Mapping[str, str]) -> str:
    return " ".join(parameters.get("q", "").split())[:MAX_LINE_CHARACTERS]


def _matter(parameters: Mapping[str, str]) -> str:
    """What the visitor came for, as it is written down for them."""
    return " ".join(parameters.get("matter", "").split())[:MAX_MATTER_CHARACTERS] or _line(parameters)


@dataclass(frozen=True)
class _Asked:
    """What is asked, for which matter, and the branch office where the line is a place's name (else empty)."""

    line: str
    matter: str
    branch: str


def _branch_of(line: str, catalogue: Catalogue) -> str | None:
    """The branch office of the place whose name the line is, and nothing else."""
    folded = _folded(line)
    named = (item for document in catalogue.documents for item in document.places.items())
    return next((branch for place, branch in named if _folded(place) == folded), None)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip(" 、。？?！!")


def _ask(context: PageContext, text: str, preferences: Preferences) -> Answer:
    # On the Japanese page the question's own language decides: who types English wants English.
    language = None if preferences.language == "ja" else preferences.language
    try:
        return context.get_assistant().ask(Question(text=text, style=preferences.style, language=language))
    except PlanAssistantError:
        raise
    except Exception as error:
        logger.exception("A question at the counter could not be answered")
        raise PlanAssistantError from error


def _render_answer(answer: Answer, catalogue: Catalogue, asked: _Asked, preferences: Preferences) -> str:
    texts, page_texts = counter_texts(preferences.language), load_texts(preferences.language)
    place = asked.line if asked.branch else ""
    values = {"texts": texts, "matter": asked.matter, "place": place, "branch": asked.branch}
    if answer.status == "clarify":
        return render("counter", "clarify.html", answer=answer, headline=_first_line(answer), **values)
    if answer.status == "not_found":
        contacts = [d.contact for d in catalogue.documents if d.contact and d.contact not in answer.answer]
        return render("counter", "not_found.html", answer=answer, contacts=contacts, **values)
    return render(
        "counter", "cards.html", found=cards_of(answer, catalogue), notice=page_texts.notice.beside_edition,
        edition=partial(_edition, texts), copied=partial(_copied, texts, page_texts, asked.matter),
        opened=partial(_opened, catalogue, Frame("", preferences)), **values,
    )  # fmt: skip


def _first_line(answer: Answer) -> str:
    return next((line.strip() for line in answer.answer.splitlines() if line.strip()), "")


def _edition(texts: CounterTexts, card: Card) -> str:
    pattern = texts.edition if card.period else texts.edition_without_period
    return pattern.format(title=card.document_title, period=card.period)


def _opened(catalogue: Catalogue, frame: Frame, card: Card, page: int) -> str:
    """The address of the source's page, with the project's characters marked."""
    return frame.page(card.document_id, page, catalogue.project(card.project_id) if card.project_id else None)


def _copied(texts: CounterTexts, page_texts: Texts, matter: str, card: Card, rows: Sequence[Row]) -> str:
    """The card as lines of text, for a mail or a note."""
    heads = [(texts.question, matter), (texts.division, _divisions(texts, card)), (texts.project, card.project or "")]
    facts = [*heads, (texts.code, card.code or ""), (texts.lead, card.lead)]
    facts += [
        (texts.quote, texts.quoted.format(quote=quote.sentence + quote.rest, page=quote.page)) for quote in card.quotes
    ]
    beside = "、".join(name for row in rows for name in row.divisions)
    facts += [(texts.branches, beside)]
    lines = [texts.labelled.format(label=label, value=value) for label, value in facts if value]
    if card.places:
        lines.insert(2, texts.places.format(places="、".join(card.places)))
    return "\n".join((*lines, _edition(texts, card), *page_texts.notice.beside_edition))


def _divisions(texts: CounterTexts, card: Card) -> str:
    if card.division is None:
        return ""
    return card.division + (texts.and_others if card.and_others else "")
