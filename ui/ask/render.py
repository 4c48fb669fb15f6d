"""From records to HTML: pure functions, every value escaped by the templates beside."""

import re
from functools import partial
from itertools import groupby

from markupsafe import Markup, escape

from corpus.catalogue import Catalogue
from corpus.records import Answer, Citation, Page, Record
from ui.ask.conversation import Conversation, Turn
from ui.ask.examples import example_questions
from ui.templating import render
from ui.texts import ConversationTexts, Texts

CITATIONS_SHOWN_AT_ONCE = 4
_MARKER = re.compile(r"\[(\d+)\]")
_BULLET = re.compile(r"[・•‣-]\s*")
_NUMBER = re.compile(r"(\d{1,3})[.．]\s+")
_CODE = re.compile(r"(\d+(?:-\d+)+)")
_LAST_WORD = re.compile(r"(?:[0-9A-Za-z-]{1,16}|[ぁ-ん]{1,4}|.)[、。」』）)]{0,3}$")
_BLANK_LINES = re.compile(r"\n(?:[ \t\u3000\f]*\n)+")


class SourceView(Record):
    """A source page in three pieces: before the quoted characters, the quoted characters, after them."""

    page: int
    pages: int
    before: str
    quoted: str
    after: str


def render_waiting(title: str, message: str) -> str:
    """What stands in the conversation's place while no index is loaded."""
    return render("ask", "waiting.html", title=title, message=message)


def render_conversation(conversation: Conversation, catalogue: Catalogue, texts: Texts) -> str:
    """All turns, oldest first; example questions where there are none yet."""
    groups = () if conversation.turns else example_questions(texts.examples, catalogue)
    return render(
        "ask", "conversation.html",
        turns=conversation.turns, groups=groups, texts=texts, answer_body=partial(_answer_body, texts.conversation),
    )  # fmt: skip


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
        return f"{texts.conversation.status['error']}。{turn.error or ''}"
    pattern = texts.announce.answer if turn.answer.citations else texts.announce.answer_without_sources
    return pattern.format(
        status=texts.conversation.status[turn.answer.status],
        answer=_MARKER.sub("", turn.answer.answer).strip(),
        count=len(turn.answer.citations),
    )


def source_view(page: Page, pages: int, citation: Citation) -> SourceView | None:
    """The page cut at the citation's offsets; None where they do not lie within the page."""
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
    )


def _without_blank_lines(text: str) -> str:
    # Text extracted from a PDF often has a blank line between any two lines; shown so, a page is twice as long.
    return _BLANK_LINES.sub("\n", text)


def _answer_body(texts: ConversationTexts, answer: Answer, turn_index: int) -> Markup:
    """The answer's lines as paragraphs and lists, its markers as buttons that open their citation."""
    citations = {citation.marker: citation for citation in answer.citations}
    lines = [_line(line.strip()) for line in answer.answer.splitlines() if line.strip()]
    return Markup().join(
        _block(tag, [(number, _with_markers(text, citations, turn_index, texts)) for _, number, text in block])
        for tag, block in groupby(lines, key=lambda line: line[0])
    )


def _line(line: str) -> tuple[str, str, str]:
    """The tag of the block that the line belongs to, its number in an ordered list, and its words."""
    if bullet := _BULLET.match(line):
        return "ul", "", line[bullet.end() :]
    if number := _NUMBER.match(line):
        return "ol", number.group(1), line[number.end() :]
    return "p", "", line


def _block(tag: str, lines: list[tuple[str, Markup]]) -> Markup:
    if tag == "p":
        return Markup().join(Markup("<p>{}</p>").format(content) for _, content in lines)
    item = Markup('<li value="{}">{}</li>') if tag == "ol" else Markup("<li>{1}</li>")
    items = Markup().join(item.format(number, content) for number, content in lines)
    return Markup("<ol>{}</ol>" if tag == "ol" else "<ul>{}</ul>").format(items)


def _with_markers(line: str, citations: dict[int, Citation], turn_index: int, texts: ConversationTexts) -> Markup:
    """The line escaped; each ``[n]`` that has a citation becomes a button, any other stays as written."""
    pieces, position = [], 0
    for match in _MARKER.finditer(line):
        citation = citations.get(int(match.group(1)))
        if citation is None:
            continue
        # The last word and the marker stay on one line: a number alone on the next line says nothing.
        last_word = _LAST_WORD.search(line, position, match.start())
        bound = last_word.start() if last_word else match.start()
        kept = (_words(line[bound : match.start()]), _marker_button(citation, turn_index, texts))
        pieces += [_words(line[position:bound]), Markup('<span class="kept">{}{}</span>').format(*kept)]
        position = match.end()
    return Markup().join([*pieces, _words(line[position:])])


def _words(text: str) -> Markup:
    """The text escaped; a code such as ``0-2-1-3`` is not broken over two lines."""
    pieces = _CODE.split(text)
    kept = Markup('<span class="kept">{}</span>')
    return Markup().join(kept.format(piece) if index % 2 else escape(piece) for index, piece in enumerate(pieces))


def _marker_button(citation: Citation, turn_index: int, texts: ConversationTexts) -> Markup:
    name = citation.project_name or citation.section
    return Markup(
        '<button type="button" class="marker" data-turn="{turn}" data-marker="{marker}" aria-label="{label}">'
        "[{marker}]</button>"
    ).format(
        turn=turn_index,
        marker=citation.marker,
        label=texts.marker.format(marker=citation.marker, name=name),
    )
