"""Divisions that are called by less than their names: by their stem (会計のこと), or by their kind (センターの人)."""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from assistant.look_up.choices import choice_of_division
from assistant.look_up.findings import Unclear
from assistant.look_up.said import more_is_said, says_nothing
from assistant.understand.bare import is_of_errands
from assistant.understand.cues import find_cues
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.words import Word, words
from corpus.catalogue import Catalogue

_SHORTEST_KIND = 2
# What a division does, not what a matter is.
_DOES = re.compile("(する|な)ところ|仕事|役割|(なに|何)を?(やって|して)い?る|(なに|何)をする|どんなこと")


def _alone(found: Sequence[Word]) -> set[str]:
    """The nouns (keys) that are no part of a longer name (行政|運営); of an office's they may be (企画|担当)."""
    nouns = {key(word.surface) for word in found if word.is_noun}
    led = {key(one.surface) for one, behind in pairwise(found) if behind.is_noun and not is_of_errands(behind)}
    return nouns - led


class DivisionsCalled:
    """Finds the divisions of one catalogue that are called by a part of their names."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._names = [key(project.name) for project in catalogue.projects]

    def by_stem(self, read: Understanding) -> str | None:
        """The division whose name, but for its ending, is the only noun of a question that says nothing else."""
        if find_cues("refers", read.text) & {"project", "it", "place", "division"}:
            return None
        stems = self._stems
        if "content" in read.cues and not (read.names_whole or read.years) and _DOES.search(read.text):
            return stems.get(key("".join(read.subject_words)))
        nouns = _alone(words(read.text)) if says_nothing(read) else set()
        called = {name for stem, name in stems.items() if stem in nouns}
        begun = {name for name in stems.values() if any(key(name).startswith(noun) for noun in nouns if len(noun) > 1)}
        return next((found.pop() for found in (called, begun) if len(found) == 1), None)

    def called(self, read: Understanding) -> str | None:
        """The division whose name, but for its ending, is all that a question for one says of its matter."""
        asks = read.field == "division" and not (read.topics or read.operation or read.filters or more_is_said(read))
        return self._stems.get(key("".join(read.subject_words))) if asks else None

    @cached_property
    def _stems(self) -> dict[str, str]:
        """What the divisions are called but for the ending of their kind."""
        return {key(re.sub("(課|室|局)$", "", division.name)): division.name for division in self._catalogue.divisions}

    def of_kind(self, read: Understanding, said: Sequence[str]) -> Unclear | None:
        """The divisions of a kind that is all that is said, where no project is called by it (センターの人, 事務局)."""
        bare = key(read.text)
        kind = next((kind for kind in self._kinds if bare.startswith(kind) and all(word in kind for word in said)), "")
        if not kind or any(kind in name for name in self._names):
            return None
        return Unclear(choices=tuple(choice_of_division(d) for d in self._catalogue.divisions if d.name.endswith(kind)))

    @cached_property
    def _kinds(self) -> tuple[str, ...]:
        """What the names of several divisions end in, as whole words but for 課 alone; longer ones first."""
        ends = [key("".join(w.surface for w in words(d.name)[-n:])) for d in self._catalogue.divisions for n in (1, 2)]
        shared = {end for end in ends if len(end) >= _SHORTEST_KIND and ends.count(end) > 1}
        return tuple(sorted(shared, key=lambda end: (-len(end), end)))
