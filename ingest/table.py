"""The flattened tables of projects (事業名, 所管課, 事業内容), put back together row by row.

The text was taken cell by cell. A cell of one line is followed by a space and the next cell on the same line; a cell
of several lines is followed by a line break. So a row begins in one of three ways:

* ``名 課 内容…``: three cells, of which the name and the division have one line;
* ``名 課`` and then further divisions: the division's cell has several lines;
* lines of a name, then ``課 内容…`` or lines of divisions: the name's cell has several lines.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from statistics import quantiles

from ingest.layout import Layout
from ingest.lines import Piece, join, width
from ingest.rows import NamedProject, Row

_LONGEST_NAME_LINE = 14.0
_MOST_NAME_LINES = 16
_SHORTEST_NAME = 4.0
_SENTENCE_ENDS = "。）)」』】"


class TableReader:
    """Reads the lines of one table (headers taken out) into rows; what precedes the first row stays ``unread``."""

    def __init__(self, layout: Layout, lines: Sequence[Piece], known_divisions: frozenset[str] = frozenset()) -> None:
        self._layout = layout
        self._lines = lines
        self._known = known_divisions
        self._full_width = _full_width(lines)
        # A name that goes on below fills the column, which is at least as wide as the longest one-line division.
        self._division_column = max([7.0, *(width(name) for name in known_divisions)])
        self.rows: list[Row] = []
        self.unread: list[Piece] = []

    def read(self) -> list[Row]:
        """All rows, in the order in which the plan prints them."""
        at: int = 0
        side: list[Piece] = []
        while at < len(self._lines):
            started = self._start_row(at) if self._may_start(at) else None
            if started is None:
                (self.rows[-1].content if self.rows else self.unread).append(self._lines[at])
                at += 1
                continue
            row, at = started
            side = row.labels or side  # a side heading stands beside every row down to the table's end
            row.labels = side
            self.rows.append(row)
        return self.rows

    def _may_start(self, at: int) -> bool:
        """Whether the row before can be complete: its last line ends a sentence or is not a full line."""
        if not self.rows or not self.rows[-1].content:
            return True
        last, line = self.rows[-1].content[-1], self._lines[at]
        if self._layout.code_line.match(line.text):
            return True
        return last.text[-1] in _SENTENCE_ENDS or width(last.text) < self._full_width - 1.5

    def _start_row(self, at: int) -> tuple[Row, int] | None:
        """The row that begins at the line, its content's first line included, and the line after it."""
        side = self._side_heading(self._short_lines(at))
        started = self._one_line_name(at + len(side)) or self._several_line_name(at + len(side))
        if started:
            started[0].labels = side
        return started

    def _one_line_name(self, at: int) -> tuple[Row, int] | None:
        words = self._lines[at].words(3) if at < len(self._lines) else []
        if len(words) < 2 or not self._is_name(words[0].text):
            return None
        row = Row([NamedProject((words[0],))], [])
        if len(words) == 3 and self._layout.are_divisions(words[1].text):
            row.add_divisions(self._layout, words[1])
            row.add_content(self._layout, words[2])
            return row, at + 1
        if len(words) == 2 and width(words[1].text) <= self._layout.division_width:
            return self._with_divisions(row, [words[1], *self._short_lines(at + 1)], at + 1, first=0)
        return None

    def _several_line_name(self, at: int) -> tuple[Row, int] | None:
        rest = self._short_lines(at)
        if not rest or self._is_remark(rest[0]):
            return None
        after = at + len(rest)
        anchor = self._lines[after].words(2) if after < len(self._lines) else []
        row = Row([], [])
        if len(anchor) == 2 and self._layout.are_divisions(anchor[0].text):
            row.add_divisions(self._layout, anchor[0])
            row.add_content(self._layout, anchor[1])
            row.projects = self._names(rest, len(row.divisions))
            return row, after + 1
        run = self._last_division_run(rest)
        if run is None:
            return None
        started = self._with_divisions(row, rest[run:], at + run, first=run)
        if started:
            row.projects = self._names(rest[:run], len(row.divisions))
        return started

    def _with_divisions(self, row: Row, lines: Sequence[Piece], at: int, first: int) -> tuple[Row, int] | None:
        """Take the divisions from the lines' beginning; ``at`` is where ``lines`` stand, less the row's own line."""
        pieces: list[Piece] = []
        used = 0
        for line in lines:
            if line.text in self._layout.others and row.divisions:
                row.others = line
            elif self._layout.are_divisions(join([*pieces, line])) and not self._continues(line, lines[used + 1 :]):
                row.add_divisions(self._layout, line, pieces)
                pieces = []
            elif not pieces and self._is_fragment(line, lines[used + 1 :]):
                pieces = [line]
            else:
                break
            used += 1
        if not row.divisions or pieces:
            return None
        return row, at + used - (0 if first else 1)

    def _is_fragment(self, line: Piece, after: Sequence[Piece]) -> bool:
        """Whether the line is a division's name cut off at the column's edge."""
        if not after or self._ends_a_name(line.text):
            return False
        whole = line.text + after[0].text
        fills = width(line.text) >= self._division_column - 1.0
        return self._layout.is_division(whole) and (fills or whole in self._known)

    def _continues(self, line: Piece, after: Sequence[Piece]) -> bool:
        """Whether a line that could be a division is, by what is known, only the first part of one."""
        return bool(after) and line.text not in self._known and line.text + after[0].text in self._known

    def _last_division_run(self, lines: Sequence[Piece]) -> int | None:
        """Where the last run of division lines begins; a name has to stand before it."""
        end = next((i for i in range(len(lines) - 1, 0, -1) if self._layout.are_divisions(lines[i].text)), None)
        if end is None:
            return None
        begin = end
        while begin > 1 and self._precedes_divisions(lines, begin):
            begin -= 1
        return begin

    def _precedes_divisions(self, lines: Sequence[Piece], begin: int) -> bool:
        """Whether the line before ``begin`` is a division too, or the cut-off first part of the one at ``begin``."""
        line = lines[begin - 1]
        if self._layout.are_divisions(line.text):
            return True
        before = lines[: begin - 1]
        opens = bool(before) and (self._layout.are_divisions(before[-1].text) or self._ends_a_name(join(before)))
        return opens and self._is_fragment(line, lines[begin:])

    def _names(self, lines: Sequence[Piece], divisions: int) -> list[NamedProject]:
        """The projects whose names stand in the lines: one, or one for each division or code."""
        by_code: list[NamedProject] = []
        for line in lines:
            match = self._layout.code_line.match(line.text)
            if match or not by_code:
                by_code.append(self._coded(line, match) if match else NamedProject(()))
            rest = line.part(match.end()) if match else line
            if rest.text:
                by_code[-1] = replace(by_code[-1], name=(*by_code[-1].name, rest))
        by_code = [project for project in by_code if project.name]
        if len(by_code) != 1 or divisions < 2:
            return by_code
        ended = self._split_at_endings(by_code[0].name)
        return [NamedProject(name) for name in ended] if len(ended) == divisions and not by_code[0].code else by_code

    def _coded(self, line: Piece, match: re.Match[str]) -> NamedProject:
        return NamedProject((), line.part(match.start("code"), match.end("code")), line.part(0, match.start("code")))

    def _split_at_endings(self, lines: Sequence[Piece]) -> list[tuple[Piece, ...]]:
        names: list[tuple[Piece, ...]] = [()]
        for line in lines:
            names[-1] = (*names[-1], line)
            if line.text.endswith(self._layout.sure_name_endings):
                names.append(())
        ended = [name for name in names if name]
        return ended if all(width(join(name)) >= _SHORTEST_NAME for name in ended) else [tuple(lines)]

    def _short_lines(self, at: int) -> list[Piece]:
        """The lines from there on that can be part of a name's or a division's cell."""
        candidates = self._lines[at : at + _MOST_NAME_LINES]
        return list(takewhile(self._is_short, candidates))

    def _is_short(self, line: Piece) -> bool:
        code = self._layout.code_line.match(line.text)
        fits = self._is_name(line.text) or self._layout.are_divisions(line.text)
        return bool(code) or (fits and len(line.words()) == 1)

    def _is_name(self, text: str) -> bool:
        return width(text) <= max(_LONGEST_NAME_LINE, self._layout.division_width) and not set(text) & set("。、，")

    def _is_remark(self, line: Piece) -> bool:
        """Whether the line is a bracketed remark that ends the content before it (（※～令和３年度）)."""
        bracketed = line.text[0] in "（(" and line.text[-1] in "）)"
        return bracketed and bool(self.rows) and bool(self.rows[-1].content)

    def _side_heading(self, lines: Sequence[Piece]) -> list[Piece]:
        """The lines of one character each at the beginning: a heading printed from top to bottom."""
        letters = list(takewhile(lambda line: len(line.text) == 1, lines))
        return letters if len(letters) >= 2 else []

    def _ends_a_name(self, text: str) -> bool:
        return text.endswith(self._layout.name_endings)


def _full_width(lines: Sequence[Piece]) -> float:
    """How wide a full line of the content column is: most of its lines are full."""
    widths = [width(line.text) for line in lines if len(line.words()) == 1 and width(line.text) > _LONGEST_NAME_LINE]
    return quantiles(widths, n=4)[1] if len(widths) > 1 else 24.0
