"""A sentence of the model, taken apart for its check, and what may be wrong with it."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from assistant.generate.mentions import Mention, Mentions, named, spoken
from assistant.verify import MARKER

FaultKind = Literal[
    "language", "marker", "name", "figure", "quotation", "binding", "superlative", "comparison", "polarity", "word",
    "repetition", "length", "wording", "incomplete", "tense", "plain",
]  # fmt: skip
_QUOTED = re.compile("[「『]([^「」『』]*)[」』]")


@dataclass(frozen=True)
class Fault:
    """Why a sentence is not shown; ``reason`` tells the model in Japanese."""

    kind: FaultKind
    reason: str


@dataclass(frozen=True)
class Sentence:
    """One sentence: as written, for comparing (``text``), and what it names."""

    written: str
    text: str
    markers: frozenset[int]
    mentions: tuple[Mention, ...]

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """What stands in 「」."""
        return tuple(_QUOTED.findall(self.text))

    @cached_property
    def bare(self) -> str:
        """The text without its quotations, whose words are the plan's."""
        return _QUOTED.sub("、", self.text)

    @cached_property
    def own_words(self) -> str:
        """The text without its quotations and names, neither of which may be made shorter."""
        words = self.bare
        for mention in self.mentions:
            words = words.replace(mention.text, "")
        return words

    @cached_property
    def names(self) -> frozenset[str]:
        """What the sentence names, sums and years by their value."""
        return frozenset(named(mention) for mention in self.mentions)

    def of(self, *kinds: str) -> tuple[Mention, ...]:
        """The mentions of some kinds, in the sentence's order."""
        return tuple(mention for mention in self.mentions if mention.kind in kinds)


def take_apart(written: str, mentions: Mentions) -> Sentence:
    """The sentence as its check needs it."""
    text = spoken(written)
    markers = frozenset(int(number) for number in MARKER.findall(written))
    return Sentence(written=written, text=text, markers=markers, mentions=tuple(mentions.find(text)))
