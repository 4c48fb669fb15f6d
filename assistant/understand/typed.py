"""What was typed, as it is read: without what is for machines or only tells who asks, spelled and folded."""

from typing import NamedTuple

from assistant.understand.asides import Asides
from assistant.understand.compounds import Compounds
from assistant.understand.kana import KanaReader
from assistant.understand.machine import for_a_reader
from assistant.understand.normalize import fold
from assistant.understand.sounding import SoundingNames
from assistant.understand.spelling import asking_right
from corpus.catalogue import Catalogue


class Typed(NamedTuple):
    """What was typed without asides, and with them, both folded."""

    asked: str
    whole: str


class TypedReader:
    """Makes of what was typed what is read, for the questions about one catalogue."""

    def __init__(self, catalogue: Catalogue, kana: KanaReader, sounding: SoundingNames) -> None:
        self._kana = kana
        self._divisions = tuple(division.name for division in catalogue.divisions)
        self._sounding = sounding
        self._compounds = Compounds(project.name for project in catalogue.projects)
        self._asides = Asides(title for one in catalogue.documents for title in (one.title, one.publisher))

    def read(self, typed: str, *, under_way: bool) -> Typed:
        """The question as it is read; ``under_way`` where something was asked before."""
        whole = for_a_reader(typed)
        asked = self._asides.without(whole, under_way=under_way)
        return Typed(self._folded(asked), self._folded(whole))

    def _folded(self, text: str) -> str:
        spelled = fold(self._kana.with_places(self._kana.spell(text)))
        return self._compounds.spell(self._sounding.spell(asking_right(spelled, self._divisions)))
