"""A published text as pages and lines, each knowing where it stands in the source."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.records import Page, Span

_DASHES = re.compile(r"[-‐‑‒–—―−－ー─ｰ﹣]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the source's characters within one line; ``text`` is exactly ``source[start:end]``."""

    page: int
    start: int
    end: int
    text: str

    def part(self, start: int, end: int | None = None) -> "Piece":
        """The piece's characters ``start:end``, without the white space around them."""
        text = self.text[start:end]
        lead = len(text) - len(text.lstrip())
        begin = self.start + start + lead
        return Piece(self.page, begin, begin + len(text.strip()), text.strip())

    def words(self, most: int = -1) -> list["Piece"]:
        """The piece split at white space, into ``most`` words at most (the last keeps the rest)."""
        found: list[Piece] = []
        for match in re.finditer(r"\S+", self.text):
            if len(found) == most - 1:
                return [*found, self.part(match.start())]
            found.append(self.part(match.start(), match.end()))
        return found


def squeeze(text: str) -> str:
    """The text without any white space."""
    return re.sub(r"\s+", "", text)


def width(text: str) -> float:
    """How wide the text is printed, in full-width characters (a half-width one counts 0.5)."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)


def fold_code(text: str) -> str:
    """A project's code in the one form used in every output (``０－２－１－３`` → ``0-2-1-3``)."""
    return _DASHES.sub("-", unicodedata.normalize("NFKC", squeeze(_DASHES.sub("-", text))))


def join(pieces: Iterable[Piece]) -> str:
    """The pieces' text joined over their line breaks; a space is put only between two Latin words."""
    text = ""
    for piece in pieces:
        gap = " " if re.search(r"[0-9A-Za-z]$", text) and re.match(r"[A-Za-z]", piece.text) else ""
        text += gap + piece.text
    return text


def spans(pieces: Iterable[Piece]) -> tuple[Span, ...]:
    """Where the pieces stand: one span for each page, from its first piece to its last."""
    found: list[Span] = []
    for piece in pieces:
        if found and found[-1].page == piece.page:
            found[-1] = Span(page=piece.page, start=found[-1].start, end=piece.end)
        else:
            found.append(Span(page=piece.page, start=piece.start, end=piece.end))
    return tuple(found)


def split_pages(document_id: str, text: str) -> tuple[Page, ...]:
    """The document's pages, which together hold every character.

    A page begins with a form feed, or, in a text without any, with a line that starts with one space. A form feed at
    the very end closes the last page.
    """
    pattern = r"\f" if "\f" in text else r"(?:(?<=[\n\r])|\A) (?=\S)"
    starts = sorted({0, *(match.start() for match in re.finditer(pattern, text))})
    if len(starts) > 1 and not text[: starts[1]].strip():
        starts.pop(1)
    if len(starts) > 1 and not text[starts[-1] :].strip():
        starts.pop()
    ends = [*starts[1:], len(text)]
    return tuple(
        Page(document_id=document_id, page=number, start=start, end=end, text=text[start:end])
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    )


def lines(pages: Iterable[Page]) -> Iterator[Piece]:
    """The printed lines of the pages, without blank ones and without the white space around each."""
    for page in pages:
        for match in re.finditer(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+", page.text):
            line = Piece(page.page, page.start + match.start(), page.start + match.end(), match[0]).part(0)
            if line.text:
                yield line
