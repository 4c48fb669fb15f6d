"""Small pieces of Markdown: tables, shares and figures as the reports write them."""

import math
from collections.abc import Iterable, Sequence

from evals.summary import Share


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table as lines, figures to the right of the first column; one line that says so where there is no row."""
    body = [_row(row) for row in rows]
    if not body:
        return ["Nothing to show."]
    return [_row(header), "|".join(["", " --- ", *[" ---: "] * (len(header) - 1), ""]), *body]


def percent(value: float) -> str:
    """A share from 0 to 1 as a percentage with one decimal; a dash for nan."""
    return "–" if math.isnan(value) else f"{value * 100:.1f} %"


def shown(share: Share) -> str:
    """``97.5 % (94.1–99.0)``: the share and its interval; a dash where there was nothing to count."""
    if not share.total:
        return "–"
    return f"{percent(share.interval.share)} ({share.interval.low * 100:.1f}–{share.interval.high * 100:.1f})"


def counted(share: Share) -> str:
    """``3/84``; a dash where there was nothing to count."""
    return f"{share.right}/{share.total}" if share.total else "–"


def shown_and_counted(share: Share) -> str:
    """``97.5 % (94.1–99.0), 117/120``; a dash where there was nothing to count."""
    return f"{shown(share)}, {counted(share)}" if share.total else "–"


def _row(cells: Sequence[str]) -> str:
    return "|".join(["", *(f" {_escape(cell)} " for cell in cells), ""])


def _escape(cell: str) -> str:
    return cell.replace("|", "\\|").replace("\n", " ")
