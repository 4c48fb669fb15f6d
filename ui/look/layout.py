"""Where the bars of a picture and their letters stand, in em of the page's text; nothing here draws."""

from corpus.records import Record
from ui.look.lettering import lines, width

_LINE = 1.5
_GAP = 0.5
_FINGER = 2.75  # a row is at least so high: 44 px at 16 px a letter
_LABEL_WIDTH = 16.0
_BAR_BELOW = 0.95
_BAR_BESIDE = 1.5
_ROOM = 0.6  # between a bar and what stands beside it


class Bar(Record):
    """One bar: its name, its figure in words, and its parts in the chart's unit: (priority, other).

    ``link`` is an address of this site, beginning with ``/`` or ``#``; ``says`` is the bar for a screen reader.
    """

    label: str
    figure: str
    parts: tuple[int, int]
    link: str
    says: str

    @property
    def value(self) -> int:
        """The whole bar."""
        return sum(self.parts)


class Shape(Record):
    """How wide a picture is drawn, in em, and whether names stand beside the bars or above them."""

    name: str
    width: float
    beside: bool = False


# A phone with large letters, a phone, a tablet or desk; style.css shows the one that fits the room there is.
SHAPES = (
    Shape(name="narrow", width=13.5),
    Shape(name="middle", width=19.0),
    Shape(name="wide", width=43.0, beside=True),
)


class Letters(Record):
    """One line of a name, its middle at ``y``."""

    x: float
    y: float
    text: str


class Placed(Record):
    """A bar's row from ``top`` to ``bottom``, its bar within, and where its name's lines and its figure stand.

    The figure begins at the bar's end (``figure_follows``), or at the left edge.
    """

    bar: Bar
    top: float
    bottom: float
    bar_top: float
    bar_bottom: float
    names: tuple[Letters, ...]
    figures: tuple[Letters, ...]


class Plot(Record):
    """All rows of a picture of ``width`` by ``height`` em, whose bars lie between ``left`` and ``right``."""

    width: float
    height: float
    left: float
    right: float
    figure_follows: bool
    rows: tuple[Placed, ...]


def place(bars: tuple[Bar, ...], shape: Shape) -> Plot:
    """The bars from top to bottom, as the shape has them."""
    label = min(_LABEL_WIDTH, max((width(bar.label) for bar in bars), default=0.0)) + _ROOM
    figure = max((width(bar.figure) for bar in bars), default=0.0) + _ROOM
    # Beside figures that need most of the room no bar could be told from another: then names stand above.
    beside = shape.beside and shape.width - label - figure >= shape.width / 4
    rows: list[Placed] = []
    for bar in bars:
        top = rows[-1].bottom if rows else 0.0
        rows.append(_beside(bar, top, label) if beside else _above(bar, top, shape.width))
    left, right = (label, shape.width - figure) if beside else (0.0, shape.width)
    height = rows[-1].bottom if rows else 0.0
    return Plot(
        width=shape.width, height=height, left=left, right=right, figure_follows=beside, rows=tuple(rows)
    )  # fmt: skip


def _beside(bar: Bar, top: float, label: float) -> Placed:
    names = lines(bar.label, label - _ROOM)
    height = max(_FINGER, len(names) * _LINE + _GAP)
    middle = top + height / 2
    first = middle - (len(names) - 1) * _LINE / 2
    return Placed(
        bar=bar, top=top, bottom=top + height,
        bar_top=middle - _BAR_BESIDE / 2, bar_bottom=middle + _BAR_BESIDE / 2,
        names=_stack(names, first), figures=_stack((bar.figure,), middle),
    )  # fmt: skip


def _above(bar: Bar, top: float, most: float) -> Placed:
    names, figures = lines(bar.label, most), lines(bar.figure, most)
    first = top + _GAP / 2 + _LINE / 2
    bar_top = top + _GAP / 2 + (len(names) + len(figures)) * _LINE + 0.1
    return Placed(
        bar=bar, top=top, bottom=bar_top + _BAR_BELOW + _GAP,
        bar_top=bar_top, bar_bottom=bar_top + _BAR_BELOW,
        names=_stack(names, first), figures=_stack(figures, first + len(names) * _LINE),
    )  # fmt: skip


def _stack(texts: tuple[str, ...], first: float) -> tuple[Letters, ...]:
    return tuple(Letters(x=0.0, y=first + index * _LINE, text=text) for index, text in enumerate(texts))
