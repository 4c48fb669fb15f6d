"""Names of which a question cannot tell the right one (カンサかケンサか、会計？総務？): each of them by itself.

Who heard a name on the telephone writes down how it sounded. The plan's own words are known by their sound, so that
each of the names is read as the plan writes it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from assistant.understand.normalize import kana_key, key
from assistant.understand.words import Word, reading, words
from corpus.catalogue import Catalogue

_NAME = r"[一-龥ァ-ヴー々]{2,10}(?:の[一-龥ァ-ヴー々]{1,6})?"
# Two or three names of which one is right: 予算だか決算だか, 住民税なのか原付の税なのか, 会計?総務?
_EITHER = (
    re.compile(rf"(?P<a>{_NAME})(?:なの|だ)?か、?(?P<b>{_NAME})(?:なの|だ)?か(?!ら)"),
    re.compile(rf"(?:^|[。、?])(?P<a>{_NAME})\?(?P<b>{_NAME})\?"),
)
_BEGINS = re.compile(rf"{_NAME}\?{_NAME}\?")
_HEARD = re.compile(r"[ァ-ヴー]{3,}|(?<=[「『])[ぁ-ゖー]{3,}(?=[」』])")
_USUAL = re.compile("[一-龥ぁ-ゖ]")
_SHORTEST_SOUND = 3
_MOST_WORDS = 3
_SEVERAL, _MOST = 2, 4


class Alternatives:
    """Finds the names between which a question about one catalogue wavers."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._printed = key("".join(f"{p.name}{p.content}" for p in catalogue.projects))

    def find(self, text: str) -> tuple[str, ...]:
        """The names in the folded text, as the plan writes them; empty where it does not waver."""
        heard = self._heard(text)
        if len(heard) >= _SEVERAL:
            return self._whole_name(heard) or heard[:_MOST]
        match = next((match for pattern in _EITHER if (match := pattern.search(text))), None)
        return (match["a"], match["b"]) if match else ()

    def begins(self, text: str) -> bool:
        """Whether the folded text begins with names between which it wavers."""
        return bool(_BEGINS.match(text))

    def _heard(self, text: str) -> tuple[str, ...]:
        """The plan's words whose sounds the text has in katakana or in quotes, where the plan does not write them so.

        None where the whole text is in katakana, but no question among others: its words are no names that were heard.
        """
        if not _USUAL.search(text) and "?" not in text:
            return ()
        sounds = [match[0] for match in _HEARD.finditer(text) if key(match[0]) not in self._printed]
        return tuple(dict.fromkeys(self._sounds[s] for sound in sounds if (s := kana_key(sound)) in self._sounds))

    def _whole_name(self, heard: Sequence[str]) -> tuple[str, ...]:
        """The division whose name is made of the two names (総務課 behind 都市整備)."""
        both = {heard[0] + heard[1], heard[1] + heard[0]}
        return tuple(division.name for division in self._catalogue.divisions if division.name in both)

    @cached_property
    def _sounds(self) -> dict[str, str]:
        """What the plan's words sound like: its divisions and their stems first, then names, then all else."""
        found: dict[str, str] = {}
        divisions = [division.name for division in self._catalogue.divisions]
        stems = [name[:-1] for name in divisions if name.endswith(("課", "室"))]
        names = [run for project in self._catalogue.projects for run in _runs(project.name)]
        content = [run for project in self._catalogue.projects for run in _runs(project.content)]
        for written in (*divisions, *stems, *(run for name in divisions for run in _runs(name)), *names, *content):
            if len(reading(written)) >= _SHORTEST_SOUND:
                found.setdefault(kana_key(reading(written)), written)
        return found


def _runs(text: str) -> Iterator[str]:
    """The nouns of the text and their compounds, shorter ones first."""
    found = words(text)
    for size in range(1, _MOST_WORDS + 1):
        for at in range(len(found) - size + 1):
            row = found[at : at + size]
            if all(map(_is_part, row)) and row[0].is_content:
                yield "".join(word.surface for word in row)


def _is_part(word: Word) -> bool:
    return word.part_of_speech[0] in ("名詞", "接尾辞") and word.surface.strip("、。") != ""
