"""Cuts a document's lines into regions: tables, cards, the prose around them, and page furniture."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ingest.layout import Layout
from ingest.lines import Piece, squeeze

_PAGE_NUMBER = re.compile(r"[-－―‐–—\s]*[0-9０-９]{1,4}[-－―‐–—\s]*(?:ページ|頁)?$")

Mode = Literal["table", "card", "prose"]


@dataclass(slots=True)
class Regions:
    """The lines of a document by what they belong to; ``prose`` keeps its runs apart."""

    tables: list[list[Piece]] = field(default_factory=list)
    table_sections: list[str] = field(default_factory=list)
    cards: list[Piece] = field(default_factory=list)
    card_section: str = ""
    prose: list[list[Piece]] = field(default_factory=list)
    table_headers: list[Piece] = field(default_factory=list)
    running: list[Piece] = field(default_factory=list)
    section: str = ""


def cut_regions(layout: Layout, lines: Sequence[Piece]) -> Regions:
    """Every line of the document in exactly one of the regions."""
    regions = Regions()
    mode: Mode = "prose"
    page_edges = set(_page_edges(lines))
    headings: set[str] = set()
    for line in lines:
        if line in page_edges and _PAGE_NUMBER.match(line.text):
            regions.running.append(line)
            continue
        if mode != "prose" and squeeze(line.text) in headings:
            regions.running.append(line)
            continue
        if layout.table_header.match(line.text):
            regions.table_headers.append(line)
            _open_table(regions, mode)
            mode = "table"
            continue
        mode = _mode_of(layout, line, mode, regions)
        if layout.heading.match(line.text):
            regions.section = layout.heading.sub("", line.text, count=1)
            headings.add(squeeze(regions.section))
        _put(regions, mode, line)
    return regions


def _page_edges(lines: Sequence[Piece]) -> Iterator[Piece]:
    """The first and last line of each page."""
    for before, line in zip([None, *lines], [*lines, None], strict=True):
        if before is None or line is None or before.page != line.page:
            yield from (piece for piece in (before, line) if piece)


def _open_table(regions: Regions, mode: Mode) -> None:
    """A header within a table is a repeated one; elsewhere a new table begins."""
    if mode != "table":
        regions.tables.append([])
        regions.table_sections.append(regions.section)


def _mode_of(layout: Layout, line: Piece, mode: Mode, regions: Regions) -> Mode:
    if layout.card_head.match(line.text):
        return "card"
    if layout.heading.match(line.text):
        return "prose"
    ends_table = layout.remark.match(line.text) or layout.total_cost.match(line.text)
    if mode == "table" and ends_table:
        return "prose"
    after_card = mode == "card" and layout.cost.match(regions.cards[-1].text)
    if after_card and not any(label.match(line.text) for label in layout.labels.values()):
        return "prose"
    return mode


def _put(regions: Regions, mode: Mode, line: Piece) -> None:
    if mode == "table":
        regions.tables[-1].append(line)
    elif mode == "card":
        regions.cards.append(line)
        regions.card_section = regions.section
    else:
        starts = not regions.prose or regions.prose[-1][-1].end > line.start or _apart(regions, line)
        if starts:
            regions.prose.append([])
        regions.prose[-1].append(line)


def _apart(regions: Regions, line: Piece) -> bool:
    """Whether a table or a card stands between the line and the prose before it."""
    last = regions.prose[-1][-1].start
    others = [*regions.cards[-1:], *(table[-1] for table in regions.tables if table)]
    return any(last < other.start < line.start for other in others)
