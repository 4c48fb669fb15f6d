"""An answer's words as HTML: paragraphs, lists, and a button for each marker."""

import re
from itertools import groupby

from markupsafe import Markup, escape

from corpus.records import Answer, Citation
from ui.texts import Texts

LONG_LIST = 12
LINES_SHOWN_AT_ONCE = 10
_MARKER = re.compile(r"\[(\d+)\]")
_BULLET = re.compile(r"[・•‣-]\s*")
_NUMBER = re.compile(r"(\d{1,3})[.．]\s+")
_CODE = re.compile(r"(\d+(?:-\d+)+)")
_LAST_WORD = re.compile(r"(?:[0-9A-Za-z-]{1,16}|[一-鿿]?[ぁ-ん]{1,4}|.)[、。」』）)]{0,3}$")


def without_markers(text: str) -> str:
    """The words alone, as one would say them."""
    return _MARKER.sub("", text).strip()


def is_list_of_projects(answer: Answer) -> bool:
    """Whether the answer's own lines list all its projects, so that no other list has to."""
    lines = [line for line in answer.answer.splitlines() if _NUMBER.match(line.strip())]
    return len(lines) >= len(answer.projects) > 0


def answer_body(texts: Texts, answer: Answer, turn_index: int, *, offered: bool = False) -> Markup:
    """The answer's lines as paragraphs and lists, its markers as buttons that open their citation.

    With ``offered`` the choices of ``clarify`` stand below as buttons: the lines that only name them are left out.
    """
    citations = {citation.marker: citation for citation in answer.citations}
    lines = [_line(line.strip()) for line in answer.answer.splitlines() if line.strip()]
    labels = tuple(choice.label for choice in answer.clarify or ()) if offered else ()
    lines = [line for line in lines if not (line[1] and labels and line[2].startswith(labels))]
    return Markup().join(
        _block(tag, [(number, _with_markers(text, citations, turn_index, texts)) for _, number, text in block], texts)
        for tag, block in groupby(lines, key=lambda line: line[0])
    )


def _line(line: str) -> tuple[str, str, str]:
    """The tag of the block that the line belongs to, its number in an ordered list, and its words."""
    if bullet := _BULLET.match(line):
        return "ul", "", line[bullet.end() :]
    if number := _NUMBER.match(line):
        return "ol", number.group(1), line[number.end() :]
    return "p", "", line


def _block(tag: str, lines: list[tuple[str, Markup]], texts: Texts) -> Markup:
    if tag == "p":
        return Markup().join(Markup("<p>{}</p>").format(content) for _, content in lines)
    if len(lines) <= LONG_LIST:
        return _list(tag, lines)
    # A list of a whole plan is several screens long: its beginning, and the rest at one press.
    summary = texts.ask.rest.format(count=len(lines) - LINES_SHOWN_AT_ONCE)
    rest = _list(tag, lines[LINES_SHOWN_AT_ONCE:])
    folded = Markup('<details class="rest"><summary>{}</summary>{}</details>').format(summary, rest)
    return _list(tag, lines[:LINES_SHOWN_AT_ONCE]) + folded


def _list(tag: str, lines: list[tuple[str, Markup]]) -> Markup:
    item = Markup('<li value="{}">{}</li>') if tag == "ol" else Markup("<li>{1}</li>")
    items = Markup().join(item.format(number, content) for number, content in lines)
    return Markup("<ol>{}</ol>" if tag == "ol" else "<ul>{}</ul>").format(items)


def _with_markers(line: str, citations: dict[int, Citation], turn_index: int, texts: Texts) -> Markup:
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


def _marker_button(citation: Citation, turn_index: int, texts: Texts) -> Markup:
    name = citation.project_name or citation.section
    return Markup(
        '<button type="button" class="marker" data-turn="{turn}" data-marker="{marker}" aria-label="{label}"'
        ' aria-describedby="tip-{turn}-{marker}">[{marker}]</button>'
    ).format(
        turn=turn_index,
        marker=citation.marker,
        label=texts.conversation.marker.format(marker=citation.marker, name=name),
    )
