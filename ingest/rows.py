"""The rows of a plan's table: the projects that one row names, their divisions and the content."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.layout import SEPARATORS, Layout
from ingest.lines import Piece, join


@dataclass(frozen=True, slots=True)
class NamedProject:
    """One project of a row: its name's pieces and, where one is printed before the name, its code."""

    name: tuple[Piece, ...]
    code: Piece | None = None
    code_label: Piece | None = None


@dataclass(slots=True)
class Row:
    """One row of the table; ``divisions_of`` says which divisions belong to which of the row's projects."""

    projects: list[NamedProject]
    divisions: list[tuple[Piece, ...]]
    others: Piece | None = None
    content: list[Piece] = field(default_factory=list)
    labels: list[Piece] = field(default_factory=list)
    separators: list[Piece] = field(default_factory=list)

    @property
    def account(self) -> str | None:
        """The side heading that the row stands beside (特別会計)."""
        return join(self.labels) or None

    @property
    def code_labels(self) -> list[Piece]:
        """The labels (事業CD:) printed before the codes."""
        return [project.code_label for project in self.projects if project.code_label]

    @property
    def is_paired(self) -> bool:
        """Whether each project of the row has the division beside it, and that one alone."""
        return len(self.projects) == len(self.divisions) > 1

    def divisions_of(self, index: int) -> list[tuple[Piece, ...]]:
        """The divisions of the row's project number ``index``."""
        return [self.divisions[index]] if self.is_paired else self.divisions

    def add_divisions(self, layout: Layout, cell: Piece, before: Sequence[Piece] = ()) -> None:
        """Take the divisions of a cell's line, a 他 behind them too; ``before`` is the first one's cut-off part."""
        lead = join(before)
        names = layout.split_divisions(lead + cell.text)
        at = -len(lead)
        for name in names:
            start = (lead + cell.text).index(name, at + len(lead)) - len(lead)
            self._add_mark(layout, cell.part(max(0, at), max(0, start)))
            at = start + len(name)
            self.divisions.append((*(before if start < 0 else ()), cell.part(max(0, start), at)))
        self._add_mark(layout, cell.part(max(0, at)))

    def add_content(self, layout: Layout, content: Piece) -> None:
        """Take the content's first line; a 他 before it belongs to the divisions."""
        words = content.words(2)
        if len(words) == 2 and words[0].text in layout.others:
            self.others, content = words
        self.content = [content]

    def _add_mark(self, layout: Layout, mark: Piece) -> None:
        """Note what stands between two divisions or behind the last one: 、 and 他."""
        others = mark.part(len(mark.text) - len(mark.text.lstrip(SEPARATORS)))
        if others.text in layout.others:
            self.others, mark = others, mark.part(0, others.start - mark.start)
        self.separators.extend([mark] if mark.text else [])
