"""Divisions as people speak of them: half remembered, by one word, as said to carry something, or not of the plan."""

import re
from difflib import get_close_matches

from assistant.look_up.divisions_called import DivisionsCalled
from assistant.look_up.findings import Absent, Finding
from assistant.look_up.half_said import HalfSaid
from assistant.look_up.meaning import MeaningFinder
from assistant.look_up.set_questions import SetFinder
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue

_NEAREST = 3
_IS_SAID = "(?:です(?!か)|だ|であ|と(?:だけ)?[言い答書])"


class DivisionsSaid:
    """Finds what is asked of divisions that are not named as the plan prints them."""

    def __init__(self, catalogue: Catalogue, sets: SetFinder, meaning: MeaningFinder) -> None:
        self._catalogue = catalogue
        self._sets = sets
        self._meaning = meaning
        self._half_named = HalfSaid(catalogue)
        self._called = DivisionsCalled(catalogue)

    def half_said(self, read: Understanding) -> Finding | None:
        """What a half remembered name may be: a division, or what projects print; each as a choice where several."""
        divisions = self._half_named.division(read)
        if len(divisions) > 1:
            return self._half_named.choice(divisions)
        if divisions:
            return self._sets.of_divisions(read.model_copy(update={"divisions": (divisions[0].name,)}))
        return self._half_named.project(read)

    def by_stem(self, read: Understanding) -> Finding | None:
        """The division that is called by the one word said (法制のことを知りたい), though that asks for a field too."""
        if self._half_named.division(read):
            return self.half_said(read)
        name = self._called.by_stem(read)
        if name is None:
            return None
        return self._sets.of_divisions(Understanding(text=read.text, field="content", divisions=(name,)))

    def called(self, read: Understanding) -> Finding | None:
        """The division that is called by all that is said, where nothing else is (企画の件)."""
        name = None if read.inherited else self._called.called(read)
        return (
            self._sets.of_divisions(Understanding(text=read.text, field="content", divisions=(name,))) if name else None
        )

    def claimed(self, read: Understanding) -> Finding | None:
        """Whether a matter is the division's that the same question names."""
        matter = read.linked or (read.premise and not read.premise.open and read.subject_words)
        told = read.premise is not None and not read.premise.open
        if told and read.divisions and not any(name in read.text for name in read.divisions):
            return self._meaning.find(read) or self._meaning.absent(read)  # …もそこ？ asks for no list of that division
        if self._is_said_to_carry(read):
            return self._meaning.find(read) or self._meaning.absent(read)
        if read.counted or not (read.divisions or read.unknown_divisions) or not matter or read.operation:
            return None
        return self._meaning.find(read)

    def _is_said_to_carry(self, read: Understanding) -> bool:
        """Whether a division is said to carry something that the plan does not have (「ごみの収集は〇〇課です」)."""
        if read.linked or read.projects or not (read.absent_topics or read.unknown_words):
            return False
        return any(re.search(rf"[はがをも]、?{re.escape(name)}{_IS_SAID}", read.text) for name in read.divisions)

    def unknown(self, read: Understanding) -> Finding | None:
        """That the plan has no division of the name, and which are called nearly so."""
        if not read.unknown_divisions or read.linked:
            return None
        name = read.unknown_divisions[0]
        names = [division.name for division in self._catalogue.divisions]
        return Absent(
            reason="division", detail=name, divisions=tuple(get_close_matches(name, names, n=_NEAREST, cutoff=0.5))
        )
