"""Bars drawn by Vega-Lite on the server: SVG whose text stays text, in the page's own font and colours.

The one module that knows the charting library. A drawing is a function of its bars alone, so it is made once for a
catalogue and selection and then kept.
"""

import re
from functools import lru_cache
from typing import Any

import vl_convert
from markupsafe import Markup, escape

from ui.look.layout import SHAPES, Bar, Letters, Plot, Shape, place

DRAWINGS_KEPT = 256
_EM = 16  # units of the drawing in one em
_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
# Vega takes relative links for links to its own site; ours are made absolute and back again.
_ELSEWHERE = "https://page.invalid/"
_LINK = re.compile(f'xlink:href="{re.escape(_ELSEWHERE)}(#?)')
_SIZE = re.compile(r'<svg [^>]*?(viewBox="[^"]*")>')
# Vega measures every text, which takes 4 ms for one in Japanese and a tenth of that for a number: it is given numbers.
_NUMBER = re.compile(r">(\d+)</text>")
# Vega's names for its groups are English; a bar is announced by its own label alone.
_NOISE = re.compile(r' (?:role="graphics-object"|aria-roledescription="[^"]*")')
_PRIORITY, _OTHER, _GROUND = "var(--accent)", "var(--edge)", "var(--surface)"
_LINKED, _INK, _SOFT = "var(--accent)", "var(--ink)", "var(--soft-ink)"


def draw(bars: tuple[Bar, ...]) -> Markup:
    """The bars in every shape, one below the other; ``style.css`` shows the one that fits."""
    return Markup().join(_draw(bars, shape) for shape in SHAPES)


def warm_up() -> None:
    """Start the library before anybody waits: its first drawing stops every other thread for most of a second."""
    draw((Bar(label="0", figure="0", parts=(1, 0), link="/", says="0"),))


@lru_cache(maxsize=DRAWINGS_KEPT)
def _draw(bars: tuple[Bar, ...], shape: Shape) -> Markup:
    plot = place(bars, shape)
    texts = [each.text for layer in _letter_layers(plot) for each in layer]
    drawn = vl_convert.vegalite_to_svg(_specification(plot), allowed_base_urls=[])
    drawn = _NUMBER.sub(lambda number: f">{escape(texts[int(number[1])])}</text>", drawn)
    drawn = _NOISE.sub("", drawn).replace('role="graphics-symbol"', 'role="img"')
    drawn = _LINK.sub(lambda link: f'href="{link[1] or "/"}', drawn)
    frame = rf'<svg class="bars bars-{shape.name}" style="--em: {plot.width:g}" \1>'
    # Vega escapes the addresses and labels that come from the data.
    return Markup(_SIZE.sub(frame, drawn, count=1))


def _specification(plot: Plot) -> dict[str, Any]:
    """The bars' parts, the names, figures and details, and over each row its link."""
    wide, high = round(plot.width * _EM), round(plot.height * _EM)
    names, figures, details = _letter_layers(plot)
    small = {"color": _SOFT, "fontSize": _EM * plot.small}
    down = {"domain": [0, plot.height], "range": [0, high], "nice": False}
    return {
        "$schema": _SCHEMA,
        "width": wide,
        "height": high,
        "padding": 0,
        "autosize": "none",
        "background": None,
        "view": {"stroke": None},
        "config": {"font": "sans-serif", "text": {"baseline": "middle", "align": "left", "aria": False}},
        "resolve": {"scale": {"x": "independent"}},
        "encoding": {"y": {**_number("top"), "scale": down}, "y2": {"field": "bottom"}},
        "layer": [
            _bars(plot),
            _letters("names", plot, names, 0, {"color": _LINKED}),
            _letters("figures", plot, figures, len(names), {"color": _INK}),
            _letters("details", plot, details, len(names) + len(figures), small),
            _links(plot, wide),
        ],
    }  # fmt: skip


def _layer(name: str, rows: list[dict[str, Any]], mark: dict[str, Any], encoding: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "data": {"values": rows}, "mark": mark, "encoding": encoding}


def _number(field: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "axis": None}


def _color(field: str) -> dict[str, Any]:
    return {"field": field, "type": "nominal", "scale": None}


def _bars(plot: Plot) -> dict[str, Any]:
    drawn = []
    for row in plot.rows:
        priority, _ = row.bar.parts
        ends = ((0, priority, _PRIORITY), (priority, row.bar.value, _OTHER))
        # A line in the ground's colour parts what lies side by side; alone it would only make a small bar smaller.
        common = {"top": row.bar_top, "bottom": row.bar_bottom, "edge": _GROUND if all(row.bar.parts) else None}
        drawn += [{**common, "start": start, "end": end, "color": color} for start, end, color in ends if end > start]
    along = {"domain": [0, plot.greatest], "range": [round(plot.left * _EM), round(plot.right * _EM)], "nice": False}
    x = {"x": {**_number("start"), "scale": along}, "x2": {"field": "end"}}
    mark = {"type": "rect", "aria": False, "strokeWidth": 2}
    return _layer("parts", drawn, mark, {**x, "fill": _color("color"), "stroke": _color("edge")})


def _letter_layers(plot: Plot) -> tuple[list[Letters], list[Letters], list[Letters]]:
    """Names, figures and details, in the order in which they are numbered."""
    return (
        [each for row in plot.rows for each in row.names],
        [each for row in plot.rows for each in row.figures],
        [each for row in plot.rows for each in row.details],
    )


def _letters(name: str, plot: Plot, letters: list[Letters], first: int, look: dict[str, Any]) -> dict[str, Any]:
    """A layer of text whose words are their numbers, counted from ``first``."""
    rows = [{"top": each.y, "x": each.x, "number": str(number)} for number, each in enumerate(letters, first)]
    along = {"domain": [0, plot.width], "range": [0, round(plot.width * _EM)], "nice": False}
    mark = {"type": "text", "fontSize": _EM, **look}
    return _layer(name, rows, mark, {"x": {**_number("x"), "scale": along}, "text": {"field": "number"}})


def _links(plot: Plot, wide: int) -> dict[str, Any]:
    encoding = {
        "x": {"value": 0}, "x2": {"value": wide}, "href": {"field": "href"}, "description": {"field": "says"},
    }  # fmt: skip
    return _layer("rows", _rows(plot), {"type": "rect", "opacity": 0}, encoding)


def _rows(plot: Plot) -> list[dict[str, Any]]:
    return [
        {"top": row.top, "bottom": row.bottom, "href": _absolute(row.bar.link), "says": row.bar.says}
        for row in plot.rows
    ]  # fmt: skip


def _absolute(link: str) -> str:
    return _ELSEWHERE + link.removeprefix("/")
