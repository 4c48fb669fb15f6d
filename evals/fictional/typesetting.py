"""How the cells of a table become lines of text: widths, wrapping, and what is put on one line.

The rules were read off the plan of Kamakura City as its owner supplied it. Widths count full-width characters.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

# Names that hold a ・ are squeezed by half a character in their cell.
NAME_WIDTH = 8.5
SIDE_NAME_WIDTH = 6.5
DIVISION_WIDTH = 11.0
CONTENT_WIDTHS = (23.0, 24.0)
CARD_WIDTH = 37.0
DIRECTION_WIDTH = 32.0
TEXT_WIDTH = 42.0

NOT_AT_START = "、。，．）」』】・？！％々"
NOT_AT_END = "（「『【"
# Half-width runs stay whole, and so do they with the neighbours that a space ties to them ("AI や RPA な").
UNIT = re.compile(r"(?:[!-~]+|[^ !-~])(?: +(?:[!-~]+|[^ !-~]))*")


class Line(NamedTuple):
    """A line of a page; ``close`` where no blank line stands before it."""

    text: str
    close: bool = False


def width(text: str) -> float:
    """The text's width in full-width characters; half-width ones count half."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def wrap(text: str, limit: float) -> list[str]:
    """Break the text into lines no wider than ``limit``; a mark that may not begin a line takes its neighbour along."""
    squeezed = 0.5 if limit == NAME_WIDTH else 0.0
    lines: list[list[str]] = [[]]
    for unit in UNIT.findall(text):
        line = "".join(lines[-1]) + unit
        if lines[-1] and width(line) - squeezed * line.count("・") > limit:
            lines.append(_carried(lines[-1], unit))
        lines[-1].append(unit)
    return ["".join(line) for line in lines]


def flow(cells: Sequence[Sequence[str]]) -> list[str]:
    """The lines of the cells of a row: a cell of one line is followed by a space and the next cell's first line."""
    lines: list[str] = []
    joined = False
    for cell in cells:
        first, *rest = cell
        lines[-1:] = [f"{lines[-1]} {first}"] if joined else [*lines[-1:], first]
        lines += rest
        joined = not rest
    return lines


def labelled(label: Sequence[str], value: Sequence[str]) -> list[Line]:
    """A label and its value. A label of one line shares the line of a value of one line.

    Labels are centred vertically, so that a value of two lines follows with no blank line, a longer one after one.
    """
    if len(label) == len(value) == 1:
        return [Line(f"{label[0]} {value[0]}")]
    first, *rest = value
    return [*lines_of(label), Line(first, close=len(value) <= 2), *lines_of(rest)]


def lines_of(texts: Sequence[str]) -> list[Line]:
    """Ordinary lines, a blank one before each."""
    return [Line(text) for text in texts]


def _carried(line: list[str], unit: str) -> list[str]:
    """Take from the line's end what has to stand before ``unit`` on the next line."""
    carried: list[str] = []
    while len(line) > 1 and ((carried or [unit])[0][0] in NOT_AT_START or line[-1][-1] in NOT_AT_END):
        carried.insert(0, line.pop())
    return carried
