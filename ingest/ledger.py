"""Who owns which characters of the source: the proof that nothing was lost."""

from collections import Counter
from collections.abc import Iterable

from corpus.records import Record, Span
from ingest.lines import Piece, squeeze


class Coverage(Record):
    """How many of the source's characters (white space apart) have an owner, and which runs have none."""

    characters: int
    owned: int
    by_owner: dict[str, int]
    lost: tuple[Span, ...]

    @property
    def share(self) -> float:
        """The owned share, 0 to 1."""
        return self.owned / self.characters if self.characters else 1.0


class Ledger:
    """Notes an owner (``field:goal``, ``passage:principle``, ``furniture:table_header``) for each character."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._owner: list[str | None] = [None] * len(text)

    def claim(self, owner: str, pieces: Iterable[Piece]) -> None:
        """Give the pieces' characters to the owner; a character keeps its first owner."""
        for piece in pieces:
            for at in range(piece.start, piece.end):
                self._owner[at] = self._owner[at] or owner

    def lost(self, lines: Iterable[Piece]) -> list[Piece]:
        """The lines of which no character has an owner yet, and the ownerless ends of the others."""
        found = []
        for line in lines:
            free = [at for at in range(line.start, line.end) if not self._owner[at] and not self._text[at].isspace()]
            if free:
                found.append(line.part(free[0] - line.start, free[-1] + 1 - line.start))
        return found

    def coverage(self, lines: Iterable[Piece]) -> Coverage:
        """The count, over every character of the source that is not white space."""
        owners = [self._owner[at] for at, char in enumerate(self._text) if not char.isspace()]
        by_owner = Counter(owner for owner in owners if owner)
        lost = tuple(Span(page=piece.page, start=piece.start, end=piece.end) for piece in self.lost(lines))
        return Coverage(
            characters=len(squeeze(self._text)),
            owned=by_owner.total(),
            by_owner=dict(sorted(by_owner.items())),
            lost=lost,
        )
