"""From records to HTML: pure functions, every value escaped by the templates beside."""

import re
from collections.abc import Sequence
from functools import partial

from markupsafe import escape

from corpus.catalogue import Catalogue
from corpus.records import Citation, Page, Project, Record
from ui.ask.body import answer_body, is_list_of_projects, without_markers
from ui.ask.conversation import Conversation, Turn
from ui.ask.examples import example_questions
from ui.ask.responsible import responsibility
from ui.templating import render
from ui.texts import Texts

CITATIONS_SHOWN_AT_ONCE = 4
_BLANK_LINES = re.compile(r"\n(?:[ \t\u3000\f]*\n)+")


class SourceView(Record):
    """A source page in three pieces: before the quoted characters, the quoted characters, after them.

    ``shared_by`` are the projects that the quoted cell of the plan's table is printed for, where they are several.
    """

    page: int
    pages: int
    before: str
    quoted: str
    after: str
    shared_by: tuple[str, ...] = ()


def render_waiting(title: str, message: str) -> str:
    """What stands in the conversation's place while no index is loaded."""
    return render("ask", "waiting.html", title=title, message=message)


def render_conversation(conversation: Conversation, catalogue: Catalogue, texts: Texts, asking: bool = False) -> str:
    """All turns, oldest first; example questions where there are none yet.

    ``asking`` is True while one more question is being answered: then no turn is the last one.
    """
    groups = () if conversation.turns or asking else example_questions(texts.examples, catalogue)
    return render(
        "ask", "conversation.html", turns=conversation.turns, groups=groups, asking=asking, **_of_turns(texts)
    )


def render_live(conversation: Conversation, texts: Texts) -> str:
    """The last turn alone, while its answer is awaited or on its way."""
    turn = conversation.turns[-1]
    return render("ask", "live.html", turn=turn, turn_index=len(conversation.turns) - 1, **_of_turns(texts))


def _of_turns(texts: Texts) -> dict[str, object]:
    return {
        "texts": texts,
        "answer_body": partial(answer_body, texts),
        "responsibility": responsibility,
        "is_list_of_projects": is_list_of_projects,
    }


def render_history(texts: Texts) -> str:
    """The place where the browser lists the conversations that it keeps."""
    return render("ask", "history.html", texts=texts.ask.history)


def render_panel(
    conversation: Conversation,
    turn_index: int,
    texts: Texts,
    opened: Citation | None = None,
    source: SourceView | None = None,
) -> str:
    """One answer's citations; with ``opened``, its source page above them (``source`` None: cannot be shown)."""
    return render(
        "ask",
        "panel.html",
        texts=texts,
        citations=conversation.citations(turn_index),
        turn_index=turn_index,
        opened=opened,
        source=source,
        shown_at_once=CITATIONS_SHOWN_AT_ONCE,
    )


def render_trouble(texts: Texts, hint: str = "") -> str:
    """What keeps the question from being sent, and the place where the browser says that the connection is lost."""
    return render("ask", "trouble.html", hint=hint, texts=texts)


def render_announcement(message: str) -> str:
    """A message for the live region."""
    return str(escape(message))


def announcement(turn: Turn, texts: Texts) -> str:
    """What a screen reader says once when a turn is complete."""
    if turn.answer is None:
        told = turn.error or ""
        failed = texts.announce.answer_without_sources.format(status=texts.conversation.status["error"], answer=told)
        return told if turn.stopped else failed
    pattern = texts.announce.answer if turn.answer.citations else texts.announce.answer_without_sources
    return pattern.format(
        status=texts.conversation.status[turn.answer.status],
        answer=without_markers(turn.answer.answer),
        count=len(turn.answer.citations),
    )


def source_view(page: Page, pages: int, citation: Citation, projects: Sequence[Project] = ()) -> SourceView | None:
    """The page cut at the citation's offsets; None where they do not lie within the page.

    ``projects`` are the document's: of those whose cell is cited, several may share it.
    """
    start, end = citation.start - page.start, citation.end - page.start
    if not 0 <= start < end <= len(page.text):
        return None
    before, quoted, after = page.text[:start], page.text[start:end], page.text[end:]
    return SourceView(
        page=page.page,
        pages=pages,
        before=_without_blank_lines(before).lstrip(),
        quoted=_without_blank_lines(quoted),
        after=_without_blank_lines(after).rstrip(),
        shared_by=_shared_by(citation, projects),
    )


def _shared_by(citation: Citation, projects: Sequence[Project]) -> tuple[str, ...]:
    cell = (citation.start, citation.end)
    sharing = tuple(
        project.name
        for project in projects
        if project.document_id == citation.document_id
        and any((span.start, span.end) == cell for span in project.sources.get("content", ()))
    )
    return sharing if len(sharing) > 1 else ()


def _without_blank_lines(text: str) -> str:
    # Text extracted from a PDF often has a blank line between any two lines; shown so, a page is twice as long.
    return _BLANK_LINES.sub("\n", text)
