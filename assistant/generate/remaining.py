"""Which of the composer's lines a model has not said in full, and which therefore follow as they are."""

from collections.abc import Sequence

from assistant.generate.licence import Licence, Line
from assistant.generate.said import Sentence


def remaining_lines(licence: Licence, accepted: Sequence[Sentence]) -> list[str]:
    """The lines to show after the accepted sentences, in the composer's order.

    Lists with the line that leads them in, and everything computed, always follow: they are complete and exact.
    """
    lines = licence.lines
    if not accepted:
        return [line.written for line in lines]
    return [line.written for at, line in enumerate(lines) if _stays(lines, at, licence) or not _said(line, accepted)]


def _stays(lines: Sequence[Line], at: int, licence: Licence) -> bool:
    line = lines[at]
    leads = at + 1 < len(lines) and lines[at + 1].is_row
    computes = any(word and word in line.text for word in licence.computed)
    return line.is_row or leads or computes or not line.markers


def _said(line: Line, accepted: Sequence[Sentence]) -> bool:
    """Whether one sentence cites all that the line cites, names all that it names and quotes all that it quotes."""
    return any(
        line.markers <= sentence.markers
        and line.names <= sentence.names
        and all(quote in sentence.text for quote in line.quotes)
        for sentence in accepted
    )
