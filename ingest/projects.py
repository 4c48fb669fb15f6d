"""Rows and cards become projects: a priority project's row and card are one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from corpus.records import Project, Span
from ingest.cards import Card
from ingest.layout import Layout
from ingest.lines import Piece, fold_code, join, spans, squeeze
from ingest.rows import NamedProject, Row

GENERAL_ACCOUNT = "一般"


@dataclass(slots=True)
class Draft:
    """A project in the making: its fields, and the pieces that each field was read from."""

    name: str
    section: str
    page: int
    code: str | None = None
    divisions: list[str] = field(default_factory=list)
    divisions_open: bool = False
    related_divisions: list[str] = field(default_factory=list)
    content: str = ""
    goal: str | None = None
    note: str | None = None
    schedule: dict[str, tuple[str, ...]] | None = None
    cost_million_yen: int | None = None
    account: str = GENERAL_ACCOUNT
    priority: bool = False
    pieces: dict[str, list[Piece]] = field(default_factory=dict)
    card_content: list[Piece] = field(default_factory=list)

    @property
    def card_differs(self) -> bool:
        """Whether the card words the content otherwise than the row does."""
        return bool(self.card_content) and squeeze(join(self.card_content)) != squeeze(self.content)

    def note_pieces(self, name: str, pieces: Iterable[Piece]) -> None:
        """Remember where a field stands, after what is already known of it."""
        self.pieces.setdefault(name, []).extend(pieces)

    def finish(self, document_id: str, number: int) -> Project:
        """The frozen project, with its number in plan order as its id."""
        printed = {**self.pieces, "content": [*self.pieces.get("content", []), *self.card_content]}
        sources: dict[str, tuple[Span, ...]] = {
            name: tuple(span for run in _runs(pieces) for span in spans(run))
            for name, pieces in printed.items()
            if pieces
        }
        return Project(
            id=f"{document_id}-{number:02d}", name=self.name, code=self.code, divisions=tuple(self.divisions),
            divisions_open=self.divisions_open, related_divisions=tuple(self.related_divisions), content=self.content,
            priority=self.priority, goal=self.goal, note=self.note, schedule=self.schedule,
            cost_million_yen=self.cost_million_yen, account=self.account, document_id=document_id,
            section=self.section, page=self.page, sources=sources,
        )  # fmt: skip


def _runs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces cut where the source has something else between them (a row's and a card's wording)."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        near = runs and runs[-1][-1].page == piece.page and 0 <= piece.start - runs[-1][-1].end <= 4
        if not near:
            runs.append([])
        runs[-1].append(piece)
    return runs


def drafts_of(row: Row, section: str) -> list[Draft]:
    """The projects of one table row; those that share a row share its content."""
    return [_draft(row, index, project, section) for index, project in enumerate(row.projects)]


def _draft(row: Row, index: int, project: NamedProject, section: str) -> Draft:
    draft = Draft(name=join(project.name), section=section, page=project.name[0].page)
    draft.note_pieces("name", project.name)
    if project.code:
        draft.code = fold_code(project.code.text)
        draft.note_pieces("code", [project.code])
    divisions = row.divisions_of(index)
    draft.divisions = [join(pieces) for pieces in divisions]
    draft.divisions_open = row.others is not None
    draft.note_pieces("divisions", [piece for pieces in divisions for piece in pieces])
    draft.content = join(row.content)
    draft.note_pieces("content", row.content)
    draft.account = row.account or GENERAL_ACCOUNT
    draft.note_pieces("account", row.labels)
    draft.note_pieces("divisions_open", [row.others] if row.others else [])
    return draft


def merge_card(drafts: list[Draft], card: Card, layout: Layout, section: str) -> str | None:
    """Add the card to its row's draft (or a new one); returns a warning where the two disagree."""
    code, name = fold_code(card.code.text), card.text("name") or ""
    draft = next((d for d in drafts if d.code == code and not d.priority), None) or next(
        (d for d in drafts if not d.code and squeeze(d.name) == squeeze(name)), None
    )
    if draft is None:
        draft = Draft(name=name, section=section, page=card.code.page)
        drafts.append(draft)
    draft.code, draft.priority = code, True
    draft.note_pieces("code", [card.code])
    for cell in ("name", "divisions", "related_divisions", "goal", "note"):
        draft.note_pieces(cell, card.cells.get(cell, []))
    _add_content(draft, card.cells.get("content", []))
    draft.goal, draft.note = card.text("goal"), card.text("note")
    draft.related_divisions = layout.split_divisions(card.text("related_divisions") or "")
    _add_schedule(draft, card)
    return _settle(draft, card, layout)


def _add_content(draft: Draft, pieces: list[Piece]) -> None:
    """The row's wording is the project's; the card's is kept beside it, and taken where there is no row."""
    if draft.content:
        draft.card_content = pieces
    else:
        draft.content = join(pieces)
        draft.note_pieces("content", pieces)


def _add_schedule(draft: Draft, card: Card) -> None:
    if card.years:
        by_year = zip(card.years, card.items_by_year, strict=True)
        named = {normalize("NFKC", squeeze(year.text)): items for year, items in by_year}
        draft.schedule = {year: tuple(join(item[1:]) for item in items) for year, items in named.items()}
        for year, items in named.items():
            draft.note_pieces(f"schedule:{year}", [piece for item in items for piece in item])
    if card.cost:
        digits = normalize("NFKC", card.cost.text).replace(",", "").removesuffix("百万円").strip()
        draft.cost_million_yen = int(digits) if digits.isdigit() else None
        draft.note_pieces("cost_million_yen", [card.cost])


def _settle(draft: Draft, card: Card, layout: Layout) -> str | None:
    """Take the card's divisions where the row has none; say so where the two differ."""
    cell = card.text("divisions") or ""
    of_card = layout.split_divisions(cell)
    if not draft.divisions:
        draft.divisions, draft.divisions_open = of_card, layout.says_others(cell)
    if squeeze(card.text("name") or "") != squeeze(draft.name):
        return f"{draft.code}: 表の事業名「{draft.name}」とカードの事業名「{card.text('name')}」が違います。"
    if of_card and set(of_card) != set(draft.divisions):
        both = f"{'、'.join(draft.divisions)}／{'、'.join(of_card)}"
        return f"{draft.name}: 表の所管課とカードの所管課が違います（{both}）。"
    if draft.card_differs:
        return f"{draft.name}: 表の事業内容とカードの事業内容が違います。"
    return None
