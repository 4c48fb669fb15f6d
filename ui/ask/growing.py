"""An answer as it grows on the page: whole sentences, in few steps."""

import re
from collections.abc import Iterator
from itertools import accumulate

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
