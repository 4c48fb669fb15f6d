"""The frame as HTML."""

from corpus.catalogue import Catalogue
from corpus.records import Document
from ui.preferences import Preferences
from ui.templating import render
from ui.texts import HeaderTexts, Texts


def render_header(catalogue: Catalogue | None, texts: Texts, preferences: Preferences) -> str:
    """The title, the editions that are served, how the reader likes the page, the notice and the rooms."""
    editions = _editions(catalogue.documents, texts.header) if catalogue else ()
    periods = "・".join(dict.fromkeys(d.period for d in catalogue.documents if d.period)) if catalogue else ""
    return render("shell", "header.html", editions=editions, periods=periods, texts=texts, spoken=preferences.spoken)


def _editions(documents: tuple[Document, ...], texts: HeaderTexts) -> tuple[str, ...]:
    return tuple(
        (texts.edition if document.period else texts.edition_without_period).format(
            title=document.title, period=document.period
        )
        for document in documents
    )


def render_fault(message: str, texts: Texts) -> str:
    """What stands in a room's place when it cannot be shown."""
    return render("shell", "fault.html", message=message, texts=texts)
