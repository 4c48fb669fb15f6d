"""The text around the tables: principles, the SDGs table, the total cost, what the total includes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.layout import Layout
from ingest.lines import Piece, join, squeeze, width

_PRINCIPLE = re.compile(r"(?P<mark>[①-⑳])\s*(?P<title>.*)$")
_SUB_ITEM = re.compile(r"[⑴-⒇]\s*")
_PART = re.compile(r"[（(][0-9０-９]+[）)]\s*\S.{0,30}$")
_TARGETS = re.compile(r"\d{1,2}\.[0-9a-z]{1,2}(?:\s+\d{1,2}\.[0-9a-z]{1,2})*$")
_LONGEST_LABEL = 12.0
_SHORT_OF_FULL = 1.5


@dataclass(slots=True)
class Block:
    """A run of prose of one kind, with the section and title it stands under."""

    kind: str
    section: str
    title: str
    pieces: list[Piece] = field(default_factory=list)
    separator: str = ""

    @property
    def text(self) -> str:
        """The block's text joined over its line breaks."""
        if self.separator:
            return self.separator.join(piece.text for piece in self.pieces)
        has_title = len(self.pieces) > 1 and self.pieces[0].text == self.title
        return f"{self.title}\n{join(self.pieces[1:])}" if has_title else join(self.pieces)


class ProseReader:
    """Reads the lines outside tables and cards into blocks; repeated headings go to ``furniture``."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._section = ""
        self._title = ""
        self._kind = "text"
        self._full_width = 0.0
        self.blocks: list[Block] = []
        self.furniture: list[Piece] = []
        self.headings: list[str] = []
        self.part: str = ""

    def read(self, lines: Sequence[Piece]) -> None:
        """Take a run of lines that belong together (up to the next table or card)."""
        self._full_width = max((width(line.text) for line in lines), default=0.0)
        for line in lines:
            self._read_line(line)

    def _read_line(self, line: Piece) -> None:
        if self._layout.heading.match(line.text):
            self._begin_section(line)
        elif self._layout.remark.match(line.text):
            self._open("cost_items", self._section, line, separator=" ")
        elif squeeze(line.text) in self.headings:
            self.furniture.append(line)
        elif _PART.match(line.text):
            self.part = re.sub(r"^[（(][0-9０-９]+[）)]\s*", "", line.text)
            self._alone("part", line)
        elif self._layout.total_cost.match(line.text):
            self._alone("total_cost", line)
        elif "SDGs" in self._section and self._kind not in ("sdgs_direction",):
            self._sdgs_line(line)
        else:
            self._text_line(line)

    def _begin_section(self, line: Piece) -> None:
        match = self._layout.heading.match(line.text)
        self._section = line.text[match.end() if match else 0 :].strip()
        self.headings.append(squeeze(self._section))
        self._title, self._kind = self._section, "text"
        self.furniture.append(line)
        self.blocks.append(Block("text", self._section, self._section))

    def _open(self, kind: str, title: str, line: Piece, separator: str = "") -> None:
        self._kind = kind
        self.blocks.append(Block(kind, self._section, title, [line], separator))

    def _alone(self, kind: str, line: Piece) -> None:
        """A block of one line that interrupts the text around it without ending it."""
        self.blocks.insert(len(self.blocks) - 1, Block(kind, self._section, line.text, [line]))

    def _sdgs_line(self, line: Piece) -> None:
        if _TARGETS.match(line.text):
            if self._kind == "sdgs_targets":
                self.blocks[-1].pieces.append(line)
            else:
                self._open("sdgs_targets", self._section, line, separator=" ")
        elif width(line.text) <= _LONGEST_LABEL and not line.text.endswith("。"):
            self.furniture.append(line)
        else:
            self._open("sdgs_direction", self._section, line)

    def _text_line(self, line: Piece) -> None:
        principle = _PRINCIPLE.match(line.text)
        if principle:
            self._title = line.text
            self._open("principle", self._title, line)
        elif _SUB_ITEM.match(line.text) or not self.blocks or self._is_complete(self.blocks[-1]):
            self._open(self._kind, self._title, line)
        else:
            self.blocks[-1].pieces.append(line)

    def _is_complete(self, block: Block) -> bool:
        """Whether the block's last line ends its paragraph: a sentence that stops short of the full width."""
        if block.kind in ("part", "total_cost"):
            return True
        if block.kind == "cost_items" or not block.pieces:
            return False
        last = block.pieces[-1].text
        return last.endswith("。") and width(last) < self._full_width - _SHORT_OF_FULL
