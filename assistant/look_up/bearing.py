"""Which projects and divisions of one catalogue bear what is said: by their names, or by what is printed of them."""

from collections.abc import Collection, Iterable, Sequence

from assistant.look_up.choices import choice_of_division
from assistant.look_up.evidence import whole_text
from assistant.understand.normalize import key
from assistant.understand.vocabulary import stands_whole, without_compounds
from assistant.understand.words import words
from corpus.catalogue import Catalogue
from corpus.records import Choice, Project

# What is said, as alternatives of words (keys) that are printed together.
Said = Sequence[Sequence[str]]

_SEVERAL = 2
_SHORTEST = 2


class Bearing:
    """Finds what bears the words of a question; none of them may be cut out of another word."""

    def __init__(self, catalogue: Catalogue, branch_suffixes: tuple[str, ...]) -> None:
        self._catalogue = catalogue
        self._branch_suffixes = branch_suffixes
        # What stands only in a schedule is a step of another matter, unless the vocabulary leads there too.
        self._texts = [(p, key(p.name), without_compounds(key(f"{p.name}、{p.content}"))) for p in catalogue.projects]
        self._whole = [(project, key(whole_text(project))) for project in catalogue.projects]

    def named(self, said: Said) -> list[Project]:
        """The projects whose name holds one of the alternatives; one kanji may stand for its word (庁管: 庁舎管理)."""
        return [project for project, name, _ in self._texts if any(_is_name_of(name, together) for together in said)]

    def holding(self, said: Said) -> list[Project]:
        """The projects whose name or content holds one of the alternatives, those named by it first."""
        named = self.named(said)
        return [*named, *(p for p, _, text in self._texts if p not in named and _holds(text, said))]

    def printing(self, said: Sequence[str]) -> tuple[Project, ...]:
        """The projects of which anything that is printed holds all the words."""
        return tuple(project for project, text in self._whole if _holds(text, [said]))

    def holding_within(self, name: str) -> list[Project]:
        """The projects of which anything that is printed holds the name, be it cut out of a longer one."""
        return [project for project, text in self._whole if name in text]

    def called_within(self, name: str) -> bool:
        """Whether a division's name holds the name."""
        return any(name in key(division.name) for division in self._catalogue.divisions)

    def kinds_of(self, name: str) -> list[Project]:
        """The projects that print compounds of which the one kanji said is the head (渡船 and 漁船 for 船)."""
        if len(name) != 1 or not "一" <= name <= "龥":
            return []
        return [p for p, _, text in self._texts if any(word.surface.endswith(name) for word in words(text))]

    def called(self, name: str, known: Collection[str]) -> tuple[Choice, ...]:
        """The divisions that are called by the name, as choices, without those known already."""
        others = [d for d in self._catalogue.divisions if not d.name.endswith(self._branch_suffixes)]
        called = [d for d in others if len(name) >= _SHORTEST and stands_whole(name, key(d.name))]
        return tuple(choice_of_division(division) for division in called if division.name not in known)

    def without_branches(self, found: Iterable[Project]) -> list[Project]:
        """The projects without those of branch offices, which do in their place what another does for all."""
        return [project for project in found if not project.divisions[0].endswith(self._branch_suffixes)]


def owners(found: Iterable[Project | Choice]) -> set[str]:
    """The divisions of what was found."""
    return {name for one in found for name in one.divisions}


def differ(found: Iterable[Project | Choice]) -> bool:
    """Whether what was found is of several divisions."""
    return len({one.divisions for one in found}) >= _SEVERAL


def _is_name_of(name: str, said: Sequence[str]) -> bool:
    short = len(said) >= _SEVERAL and all(len(word) == 1 and word in name for word in said)
    return short or _holds(name, [said])


def _holds(text: str, said: Said) -> bool:
    return any(all(word and stands_whole(word, text) for word in together) for together in said if together)
