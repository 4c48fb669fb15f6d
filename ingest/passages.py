"""Passages: the pieces of a plan that are retrieved and quoted, each within one page."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from corpus.records import Passage, Project
from ingest.layout import load_layout
from ingest.lines import Piece, join
from ingest.projects import Draft
from ingest.prose import Block

# The fields of a project that are worth finding by their meaning, in the order of the card.
_FIELDS = ("content", "goal", "note")


def passages_of_project(project: Project, draft: Draft) -> Iterator[Passage]:
    """A passage for the row's content and for each field of the card and each year of its schedule.

    The card's content has one of its own only where it is worded otherwise than the row's.
    """
    for name in [*_FIELDS, *(f"schedule:{year}" for year in project.schedule or {})]:
        of_card = _by_page(draft.card_content) if name == "content" and draft.card_differs else []
        for number, pieces in enumerate([*_by_page(draft.pieces.get(name, [])), *of_card], 1):
            yield Passage(
                id=f"{project.id}-{name}-{number}", document_id=project.document_id, section=project.section,
                title=project.name, text=_text(pieces), field=name, project_ids=(project.id,),
                page=pieces[0].page, start=pieces[0].start, end=pieces[-1].end,
            )  # fmt: skip


def passages_of_blocks(document_id: str, blocks: Iterable[Block]) -> Iterator[Passage]:
    """A passage for each block of prose, cut at page breaks."""
    for at, block in enumerate(blocks, 1):
        for number, pieces in enumerate(_by_page(block.pieces), 1):
            text = Block(block.kind, block.section, block.title, list(pieces), block.separator).text
            yield Passage(
                id=f"{document_id}-text-{at:02d}-{number}", document_id=document_id, section=block.section,
                title=block.title, text=text, field=block.kind,
                page=pieces[0].page, start=pieces[0].start, end=pieces[-1].end,
            )  # fmt: skip


def _text(pieces: Sequence[Piece]) -> str:
    """The pieces joined over their line breaks; an item of a schedule (its bullet is a piece) begins a new line."""
    text = ""
    for piece in pieces:
        is_bullet = load_layout().bullet.fullmatch(piece.text)
        text += f"\n{piece.text}" if is_bullet and text else piece.text
    return text if "\n" in text else join(pieces)


def _by_page(pieces: Sequence[Piece]) -> list[list[Piece]]:
    return [list(group) for _, group in groupby(pieces, key=lambda piece: piece.page)]
