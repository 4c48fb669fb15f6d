"""What a question says in the plan's own words (教員の研修, 監視員の配置): whoever prints that is meant.

A deed with its object, as one row alone prints it, leaves no doubt, whatever else the vocabulary knows by its words.
"""

from collections.abc import Iterator, Sequence

from assistant.look_up.choices import choose
from assistant.look_up.findings import About, Unclear
from assistant.understand.fields import find_field
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import load_generic_words
from assistant.understand.words import Word, words
from corpus.catalogue import Catalogue
from corpus.records import Project

_FEWEST_WORDS, _MOST_WORDS = 2, 20
_SHORTEST = 5
_MOST = 8
_DEED = "サ変可能"
# Whoever asks when, or for an amount, may mean a step of another project's schedule.
_FIELDS = ("division", "content", None)


class VerbatimFinder:
    """Finds the project of one catalogue that alone prints the phrase a question says."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._texts = [(project, _squeezed(f"{project.name}、{project.content}")) for project in catalogue.projects]

    def find(self, read: Understanding) -> About | Unclear | None:
        """The project that prints the longest phrase said, or those as choices; None where more is said than that."""
        claims = read.premise is not None and not read.premise.open
        named = read.projects or read.divisions or read.place_divisions or read.broad
        if named or claims or read.filters or read.operation or read.field not in _FIELDS:
            return None
        said = words(read.text)
        for phrase in _phrases(said):
            text = _squeezed(read.text[phrase[0].start : phrase[-1].end])
            found = [(project, printed) for project, printed in self._texts if text in printed]
            if found:
                return self._meant(read, found, [word for word in said if word not in phrase])
        return None

    def _meant(
        self, read: Understanding, found: Sequence[tuple[Project, str]], rest: Sequence[Word]
    ) -> About | Unclear | None:
        beside = [_squeezed(word.surface) for word in rest if word.is_noun and not _is_generic(word)]
        printing = tuple(project for project, printed in found if all(word in printed for word in beside))
        if not printing or len(printing) > _MOST:
            return None
        if len({project.divisions for project in printing}) > 1:
            return choose(printing, "division")
        return About(projects=printing, field=find_field(read.cues) or "division", by_meaning=True)


def _squeezed(text: str) -> str:
    """The text for comparing: 証明の発行 is printed as 証明発行 too."""
    return key(text).replace("の", "")


def _phrases(said: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Runs of words that name a deed with its object, longest first: nouns at either end, a particle between them."""
    for length in range(min(len(said), _MOST_WORDS), _FEWEST_WORDS, -1):
        for start in range(len(said) - length + 1):
            run = said[start : start + length]
            if run[0].is_noun and _DEED in run[-1].part_of_speech and _has_object(run):
                yield run


def _has_object(run: Sequence[Word]) -> bool:
    telling = [word for word in run if word.is_noun and not _is_generic(word)]
    long = run[-1].end - run[0].start >= _SHORTEST
    return long and len(telling) >= _FEWEST_WORDS and any(word.part_of_speech[0] == "助詞" for word in run)


def _is_generic(word: Word) -> bool:
    return not {word.normal, word.surface}.isdisjoint(load_generic_words())
