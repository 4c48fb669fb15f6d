"""An answer as it grows on the page: whole sentences, in few steps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from corpus.records import Answer, Citation, Edition, Piece

MOST_STEPS = 8
# A sentence with the markers that belong to it, or a line of a list.
_SENTENCE = re.compile(r"[^。\n]*(?:。[」』）)]*|\n|$)(?:\s*\[\d+\])*\n?|[^。\n]+")


def growing(text: str) -> Iterator[str]:
    """The text's beginnings, each a sentence or some longer than the one before, without the whole text itself.

    The first is one sentence; a long list comes in ``MOST_STEPS`` all the same, so that nobody waits for it.
    """
    sentences = [found.group() for found in _SENTENCE.finditer(text) if found.group()]
    beginnings = list(accumulate(sentences))[:-1]
    step = -(-len(beginnings) // MOST_STEPS) or 1
    return (beginning.rstrip() for beginning in beginnings[::step])


@dataclass
class Coming:
    """What has come of an answer that a language model words: the records first, then sentence by sentence.

    The composer's words come all at once: they are shown by ``growing``, so that the reader sees them come too.
    """

    citations: tuple[Citation, ...] = ()
    text: str = ""
    texts: int = 0

    def add(self, piece: Piece) -> bool:
        """Take a piece; whether it is one of several, to be shown as it comes."""
        self.citations = self.citations if piece.found is None else piece.found
        self.text += piece.text or ""
        self.texts += piece.text is not None
        return self.texts > 1

    @property
    def is_at_once(self) -> bool:
        """Whether all words came as one."""
        return self.texts <= 1

    @property
    def answer(self) -> Answer:
        """What there is, as an answer without its end; a model words nothing but what is answered."""
        return Answer(
            answer_id="", session_id="", status="answered", answer=self.text, citations=self.citations,
            edition=Edition(title="", period=""), elapsed_ms=0,
        )  # fmt: skip
