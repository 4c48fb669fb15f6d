"""Where the bars of a picture and their letters stand, in em of the page's text; nothing here draws."""

from corpus.records import Record
from ui.look.lettering import flow, lines, width

_LINE = 1.5
_SMALL = 0.85  # the size of what stands below a bar
_SMALL_LINE = 1.3
_BOLD = 1.12  # figures are set in bold, which is wider
_GAP = 0.6
_FINGER = 2.75  # a row is at least so high: 44 px at 16 px a letter
_LABEL_WIDTH = 16.0
_BAR_BELOW = 0.95
_BAR_BESIDE = 1.5
_ROOM = 0.6  # between a bar or a name and what stands beside it


class Bar(Record):
    """One bar: its name, its figure in words, and its parts in the chart's unit: (priority, other).

    ``details`` stand below it, one after the other in small letters. ``link`` is an address of this site, beginning
    with ``/`` or ``#``; ``says`` is the bar for a screen reader.
    """

    label: str
    figure: str
    parts: tuple[int, int]
    link: str
    says: str
    details: tuple[str, ...] = ()

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
    """One line of text that begins at ``x``, its middle at ``y``."""

    x: float
    y: float
    text: str


class Placed(Record):
    """A bar's row from ``top`` to ``bottom``, its bar within, and where its letters stand."""

    bar: Bar
    top: float
    bottom: float
    bar_top: float
    bar_bottom: float
    names: tuple[Letters, ...]
    figures: tuple[Letters, ...]
    details: tuple[Letters, ...]


class Plot(Record):
    """All rows of a picture of ``width`` by ``height`` em; its bars lie between ``left`` and ``right``.

    ``greatest`` is the value of a bar that reaches from the one to the other; ``small`` the size of the details, in em.
    """

    width: float
    height: float
    left: float
    right: float
    greatest: int
    small: float = _SMALL
    rows: tuple[Placed, ...]


def place(bars: tuple[Bar, ...], shape: Shape) -> Plot:
    """The bars from top to bottom, as the shape has them."""
    label = min(_LABEL_WIDTH, max((width(bar.label) for bar in bars), default=0.0)) + _ROOM
    figure = max((width(bar.figure) * _BOLD for bar in bars), default=0.0) + _ROOM
    # Beside figures that need most of the room no bar could be told from another: then names stand above.
    beside = shape.beside and shape.width - label - figure >= shape.width / 4
    left, right = (label, shape.width - figure) if beside else (0.0, shape.width)
    plot = Plot(
        width=shape.width, height=0.0, left=left, right=right,
        greatest=max((bar.value for bar in bars), default=0) or 1, rows=(),
    )  # fmt: skip
    rows: list[Placed] = []
    for bar in bars:
        top = rows[-1].bottom if rows else 0.0
        rows.append(_beside(bar, top, plot) if beside else _above(bar, top, plot))
    return plot.model_copy(update={"rows": tuple(rows), "height": rows[-1].bottom if rows else 0.0})


def _beside(bar: Bar, top: float, plot: Plot) -> Placed:
    """Name, bar and figure in one line, details below the bar."""
    names, details = lines(bar.label, plot.left - _ROOM), _details(bar, plot.width - plot.left)
    needed = max(len(names) * _LINE, _BAR_BESIDE + len(details) * _SMALL_LINE) + _GAP
    start = top + max(_GAP / 2, (_FINGER - needed + _GAP) / 2)
    middle = start + _BAR_BESIDE / 2
    end = plot.left + (plot.right - plot.left) * bar.value / plot.greatest
    return Placed(
        bar=bar, top=top, bottom=top + max(_FINGER, needed),
        bar_top=start, bar_bottom=start + _BAR_BESIDE,
        names=_stack(names, 0.0, middle), figures=_stack((bar.figure,), end + _ROOM, middle),
        details=_stack(details, plot.left, start + _BAR_BESIDE + _SMALL_LINE / 2, _SMALL_LINE),
    )  # fmt: skip


def _above(bar: Bar, top: float, plot: Plot) -> Placed:
    """Name and figure in one line where they fit, else in two, the bar below them, then the details."""
    names, details = lines(bar.label, plot.width), _details(bar, plot.width)
    after = width(names[-1]) + _ROOM if names else 0.0
    fits = after + width(bar.figure) * _BOLD <= plot.width
    figures = (bar.figure,) if fits else lines(bar.figure, plot.width / _BOLD)
    first = top + (_GAP + _LINE) / 2
    below = first + (len(names) - 1) * _LINE
    begin = below if fits else below + _LINE
    bar_top = begin + (len(figures) - 0.5) * _LINE
    bar_bottom = bar_top + _BAR_BELOW
    end = bar_bottom + (len(details) * _SMALL_LINE + _GAP / 2 if details else 0.0) + _GAP / 2
    return Placed(
        bar=bar, top=top, bottom=max(end, top + _FINGER), bar_top=bar_top, bar_bottom=bar_bottom,
        names=_stack(names, 0.0, first), figures=_stack(figures, after if fits else 0.0, begin),
        details=_stack(details, 0.0, bar_bottom + _GAP / 4 + _SMALL_LINE / 2, _SMALL_LINE),
    )  # fmt: skip


def _details(bar: Bar, most: float) -> tuple[str, ...]:
    return flow(bar.details, most / _SMALL)


def _stack(texts: tuple[str, ...], x: float, first: float, step: float = _LINE) -> tuple[Letters, ...]:
    return tuple(Letters(x=x, y=first + index * step, text=text) for index, text in enumerate(texts))
