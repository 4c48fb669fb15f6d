"""Bars drawn by Vega-Lite on the server: SVG whose text stays text, in the page's own font and colours.

The one module that knows the charting library. A drawing is a function of its bars alone, so it is made once for a
catalogue and selection and then kept.
"""

import re
from functools import lru_cache
from typing import Any

import vl_convert
from markupsafe import Markup

from ui.look.layout import SHAPES, Bar, Plot, Shape, place

DRAWINGS_KEPT = 256
_EM = 16  # units of the drawing in one em
_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
# Vega takes relative links for links to its own site; ours are made absolute and back again.
_ELSEWHERE = "https://page.invalid/"
_LINK = re.compile(f'xlink:href="{re.escape(_ELSEWHERE)}(#?)')
_SIZE = re.compile(r'<svg [^>]*?(viewBox="[^"]*")>')
# Vega's names for its groups are English; a bar is announced by its own label alone.
_NOISE = re.compile(r' (?:role="graphics-object"|aria-roledescription="[^"]*")')
_PRIORITY, _OTHER, _GROUND = "var(--accent)", "var(--edge)", "var(--surface)"


def draw(bars: tuple[Bar, ...]) -> Markup:
    """The bars in every shape, one below the other; ``style.css`` shows the one that fits."""
    return Markup().join(_draw(bars, shape) for shape in SHAPES)


def warm_up() -> None:
    """Start the library before anybody waits: its first drawing stops every other thread for most of a second."""
    draw((Bar(label="0", figure="0", parts=(1, 0), link="/", says="0"),))


@lru_cache(maxsize=DRAWINGS_KEPT)
def _draw(bars: tuple[Bar, ...], shape: Shape) -> Markup:
    plot = place(bars, shape)
    drawn = vl_convert.vegalite_to_svg(_specification(plot), allowed_base_urls=[])
    drawn = _NOISE.sub("", drawn).replace('role="graphics-symbol"', 'role="img"')
    drawn = _LINK.sub(lambda link: f'href="{link[1] or "/"}', drawn)
    frame = rf'<svg class="bars bars-{shape.name}" style="--em: {plot.width:g}" \1>'
    # Vega escapes what comes from the data.
    return Markup(_SIZE.sub(frame, drawn, count=1))


def _specification(plot: Plot) -> dict[str, Any]:
    """Four layers: the bars' parts, the names, the figures, and over each row its link."""
    greatest = max((row.bar.value for row in plot.rows), default=0) or 1
    along = {"domain": [0, greatest], "range": [round(plot.left * _EM), round(plot.right * _EM)], "nice": False}
    down = {"domain": [0, plot.height], "range": [0, round(plot.height * _EM)], "nice": False}
    return {
        "$schema": _SCHEMA,
        "width": plot.width * _EM,
        "height": round(plot.height * _EM),
        "padding": 0,
        "autosize": "none",
        "background": None,
        "view": {"stroke": None},
        "config": {"font": "inherit", "text": {"baseline": "middle", "align": "left", "aria": False}},
        "encoding": {"y": {**_number("top"), "scale": down}, "y2": {"field": "bottom"}},
        "layer": [
            _layer("parts", _parts(plot), {"type": "rect", "aria": False, "strokeWidth": 2}, {
                "x": {**_number("start"), "scale": along},
                "x2": {"field": "end"}, "fill": {"field": "color", "type": "nominal", "scale": None},
                "stroke": {"field": "edge", "type": "nominal", "scale": None},
            }),
            _layer("names", _names(plot), _text("var(--accent)"), {
                "x": {"value": 0}, "text": {"field": "text"},
            }),
            _layer("figures", _figures(plot), _text("var(--ink)", dx=_EM * 0.4 if plot.figure_follows else 0), {
                "x": {**_number("at"), "scale": along}, "text": {"field": "text"},
            }),
            _layer("rows", _rows(plot), {"type": "rect", "opacity": 0}, {
                "x": {"value": 0}, "x2": {"value": plot.width * _EM},
                "href": {"field": "href"}, "description": {"field": "says"},
            }),
        ],
    }  # fmt: skip


def _layer(name: str, rows: list[dict[str, Any]], mark: dict[str, Any], encoding: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "data": {"values": rows}, "mark": mark, "encoding": encoding}


def _number(field: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "axis": None}


def _text(color: str, dx: float = 0) -> dict[str, Any]:
    return {"type": "text", "fontSize": _EM, "color": color, "dx": dx}


def _parts(plot: Plot) -> list[dict[str, Any]]:
    drawn = []
    for row in plot.rows:
        priority, _ = row.bar.parts
        ends = ((0, priority, _PRIORITY), (priority, row.bar.value, _OTHER))
        # A line in the ground's colour parts what lies side by side; alone it would only make a small bar smaller.
        common = {"top": row.bar_top, "bottom": row.bar_bottom, "edge": _GROUND if all(row.bar.parts) else None}
        drawn += [{**common, "start": start, "end": end, "color": color} for start, end, color in ends if end > start]
    return drawn


def _names(plot: Plot) -> list[dict[str, Any]]:
    return [{"top": letters.y, "text": letters.text} for row in plot.rows for letters in row.names]


def _figures(plot: Plot) -> list[dict[str, Any]]:
    return [
        {"top": letters.y, "text": letters.text, "at": row.bar.value if plot.figure_follows else 0}
        for row in plot.rows
        for letters in row.figures
    ]  # fmt: skip


def _rows(plot: Plot) -> list[dict[str, Any]]:
    return [
        {
            "top": row.top,
            "bottom": row.bottom,
            "href": _ELSEWHERE + row.bar.link.removeprefix("/"),
            "says": row.bar.says,
        }
        for row in plot.rows
    ]
