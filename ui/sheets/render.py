"""The sheets as whole HTML documents, every value escaped; no script is needed to read one."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from assistant.compose.wording_book import load_wording
from corpus.catalogue import Catalogue
from corpus.records import Document, Language, Page, Project
from ui.preferences import Preferences
from ui.sheets.profile import Profile
from ui.sheets.source import pages_of, pieces_of
from ui.sheets.texts import SheetTexts, sheet_texts
from ui.templating import render

# What a project may lack; the others every project has.
_MAY_LACK = ("code", "related_divisions", "goal", "note", "schedule", "cost_million_yen")


@dataclass(frozen=True)
class Frame:
    """What every sheet is told: its own address as it is printed on it, and how the reader wants it spoken."""

    address: str
    preferences: Preferences

    @property
    def language(self) -> Language:
        """The language of its wording."""
        return self.preferences.language

    @property
    def texts(self) -> SheetTexts:
        """The wording."""
        return sheet_texts(self.language)

    def amount(self, million_yen: int) -> str:
        """A sum in 百万円, and as one says it."""
        return load_wording(self.language, "standard").amount(million_yen)

    def project(self, project: Project) -> str:
        """The address of a project's sheet."""
        return f"/projects/{quote(project.id, safe='')}{self._query()}"

    def division(self, name: str) -> str:
        """The address of a division's profile."""
        return f"/divisions/{quote(name, safe='')}{self._query()}"

    def page(self, document_id: str, page: int, project: Project | None = None) -> str:
        """The address of a page of the source, with a project's characters marked."""
        marked = {"project": project.id} if project else {}
        return f"/documents/{quote(document_id, safe='')}/pages/{page}{self._query(**marked)}"

    def ask(self, question: str) -> str:
        """Where the conversation opens with the question in its box."""
        return f"/#ask?{urlencode({'question': question})}"

    def find(self, **fields: str) -> str:
        """Where the list of projects opens, filtered."""
        return f"/#find?{urlencode(fields)}" if fields else "/#find"

    def edition(self, document: Document) -> str:
        """The plan's title and period."""
        texts = self.texts.frame
        pattern = texts.edition if document.period else texts.edition_without_period
        return pattern.format(title=document.title, period=document.period)

    def _query(self, **fields: str) -> str:
        spoken = self.preferences.spoken
        told = fields | ({"language": spoken} if spoken != "ja" else {})
        return f"?{urlencode(told)}" if told else ""


def render_project(frame: Frame, catalogue: Catalogue, project: Project) -> str:
    """Everything that the plan says of one project."""
    missing = [frame.texts.fields[field] for field in _MAY_LACK if getattr(project, field) in (None, (), {})]
    document = catalogue.document(project.document_id)
    return _render(
        "project.html", frame, project.name, documents=[document] if document else [],
        project=project, pages=pages_of(project), missing=missing,
    )  # fmt: skip


def render_division(frame: Frame, profile: Profile) -> str:
    """Everything that the plan says of one division."""
    return _render("division.html", frame, profile.name, documents=profile.documents, profile=profile)


def render_page(frame: Frame, catalogue: Catalogue, page: Page, project: Project | None) -> str:
    """A page of the source; with ``project``, its own characters marked."""
    document = catalogue.document(page.document_id)
    printed = [p for p in catalogue.projects if p.document_id == page.document_id and page.page in pages_of(p)]
    pieces = pieces_of(page, project)
    return _render(
        "page.html", frame, frame.texts.page.title.format(page=page.page), documents=[document] if document else [],
        page=page, pages=len(document.pages) if document else page.page, project=project, printed=printed,
        pieces=pieces, has_marks=any(piece.marked for piece in pieces),
    )  # fmt: skip


def render_problem(frame: Frame, title: str, hints: Iterable[str], again: str = "") -> str:
    """What stands in a sheet's place; ``again`` is an address to try once more."""
    return _render("problem.html", frame, title, documents=[], hints=list(hints), again=again)


def _render(template: str, frame: Frame, title: str, **values: object) -> str:
    return render("sheets", template, frame=frame, texts=frame.texts, title=title, **values)
