"""A page of the source, cut where a project's own characters begin and end."""

import re

from corpus.records import Page, Project, Record

_BLANK_LINES = re.compile(r"\n\s*\n+")


class Piece(Record):
    """A run of the page's text, marked where it is the project's own."""

    text: str
    marked: bool


def pages_of(project: Project) -> tuple[int, ...]:
    """The pages on which the plan prints something of the project, in order."""
    return tuple(sorted({project.page, *(span.page for spans in project.sources.values() for span in spans)}))


def pieces_of(page: Page, project: Project | None) -> tuple[Piece, ...]:
    """The page's text in pieces, its blank lines left out: a text taken from a PDF has one between any two lines."""
    pieces, at = [], 0
    for start, end in _marks(page, project):
        pieces += [(page.text[at:start], False), (page.text[start:end], True)]
        at = end
    pieces.append((page.text[at:].rstrip(), False))
    pieces[0] = (pieces[0][0].lstrip(), pieces[0][1])
    return tuple(Piece(text=_BLANK_LINES.sub("\n", text), marked=marked) for text, marked in pieces if text)


def _marks(page: Page, project: Project | None) -> list[tuple[int, int]]:
    """The runs of the page's characters to mark; those with nothing but white space between them are one."""
    if project is None or project.document_id != page.document_id:
        return []
    spans = [span for spans in project.sources.values() for span in spans]
    within = [(max(span.start, page.start) - page.start, min(span.end, page.end) - page.start) for span in spans]
    runs: list[tuple[int, int]] = []
    for start, end in sorted(run for run in within if run[0] < run[1]):
        if runs and not page.text[runs[-1][1] : start].strip():
            runs[-1] = (runs[-1][0], max(runs[-1][1], end))
        else:
            runs.append((start, end))
    return runs
