"""The cards of the priority projects (重点事業): labelled cells, and a schedule of three or so years."""

import re
from dataclasses import dataclass, field

from ingest.layout import Layout
from ingest.lines import Piece, join
from ingest.schedule import split_by_year

_COST_AT_END = re.compile(r"\s+(?=[0-9０-９][0-9０-９,，]*\s*百万円$)")


@dataclass(slots=True)
class Card:
    """One card: each labelled cell's pieces, the items of each year, and what the labels and bullets were."""

    code: Piece
    cells: dict[str, list[Piece]] = field(default_factory=dict)
    years: list[Piece] = field(default_factory=list)
    items: list[list[Piece]] = field(default_factory=list)
    bullets: list[Piece] = field(default_factory=list)
    cost: Piece | None = None
    labels: list[Piece] = field(default_factory=list)

    def text(self, cell: str) -> str | None:
        """A cell's text joined over its line breaks, or None where the card has no such cell."""
        return join(self.cells.get(cell, [])) or None

    @property
    def items_by_year(self) -> list[list[list[Piece]]]:
        """For each year its items, each the pieces it is printed in, its bullet first."""
        if not self.years:
            return []
        by_year = split_by_year([join(item) for item in self.items], len(self.years))
        rest = ([bullet, *item] for bullet, item in zip(self.bullets, self.items, strict=True))
        return [[next(rest) for _ in year] for year in by_year]


class CardReader:
    """Reads cards line by line: a line that begins with a label opens that cell, others continue the open one."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._open = ""
        self.cards: list[Card] = []

    def starts(self, line: Piece) -> bool:
        """Whether the line is a card's head (``事 業 C D … 事 業 名 …``)."""
        return bool(self._layout.card_head.match(line.text))

    def read(self, line: Piece) -> None:
        """Take one line, the head of a card first."""
        head = self._layout.card_head.match(line.text)
        if head:
            self._begin(line, head.start("code"), head.end("code"), head.start("name"))
            return
        label = next((name for name, pattern in self._layout.labels.items() if pattern.match(line.text)), "")
        if label:
            match = self._layout.labels[label].match(line.text)
            assert match is not None
            self.cards[-1].labels.append(line.part(0, match.end()))
            self._open = label
            line = line.part(match.end())
        if line.text:
            self._continue(line)

    def _begin(self, line: Piece, code_start: int, code_end: int, name_start: int) -> None:
        card = Card(line.part(code_start, code_end))
        card.labels = [line.part(0, code_start), line.part(code_end, name_start)]
        name = line.part(name_start)
        card.cells["name"] = [name] if name.text else []
        self.cards.append(card)
        self._open = "name"

    def _continue(self, line: Piece) -> None:
        card = self.cards[-1]
        cost = _COST_AT_END.search(line.text) if self._open == "schedule" and card.years else None
        if cost:
            card.cost = line.part(cost.end())
            line = line.part(0, cost.start())
        if self._layout.schedule_header.fullmatch(line.text):
            self._open = "schedule"
            card.years = [line.part(m.start(), m.end()) for m in self._layout.fiscal_year.finditer(line.text)]
            after = line.part(card.years[-1].end - line.start)
            card.labels.extend([after] if after.text else [])
        elif self._layout.cost.match(line.text) and self._open in ("schedule", "cost"):
            card.cost = line
        elif self._open == "schedule" and card.years:
            for part in self._at_bullets(line):
                self._schedule_line(card, part)
        else:
            card.cells.setdefault(self._open, []).append(line)

    def _at_bullets(self, line: Piece) -> list[Piece]:
        """The line cut before each further bullet of the kind that it begins with (``‣甲 ‣乙``)."""
        bullet = self._layout.bullet.match(line.text)
        starts = [m.start() for m in re.finditer(rf"(?<=\s){re.escape(line.text[0])}", line.text)] if bullet else []
        return [line.part(start, end) for start, end in zip([0, *starts], [*starts, None], strict=True)]

    def _schedule_line(self, card: Card, line: Piece) -> None:
        bullet = self._layout.bullet.match(line.text)
        if bullet:
            card.bullets.append(line.part(0, bullet.end()))
            card.items.append([line.part(bullet.end())])
        elif card.items:
            card.items[-1].append(line)
        else:
            card.cells.setdefault("schedule", []).append(line)
