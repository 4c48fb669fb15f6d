"""What one name or one deed may mean in a plan, where a question tells nothing else of its matter.

All that may be meant is collected in one place: what the vocabulary leads to, the projects that print it, and the
divisions that are called by it. One division's is the answer, and other rules find it; of several one is asked back.
"""

from collections.abc import Iterable, Iterator, Sequence

from assistant.look_up.choices import choice_of_division, choose
from assistant.look_up.evidence import whole_text
from assistant.look_up.findings import Unclear
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import load_generic_words, stands_whole, without_compounds
from assistant.understand.words import words
from corpus.catalogue import Catalogue
from corpus.records import Choice, Project

_MOST = 12
_PLAIN_LINK = 0.6
_SHORTEST = 2
_SEVERAL = 2
_NAME_ENDINGS = ("事業", "事務", "業務")


class Readings:
    """Collects the readings of a name or a deed in one catalogue."""

    def __init__(self, catalogue: Catalogue, branch_suffixes: tuple[str, ...]) -> None:
        self._catalogue = catalogue
        self._branch_suffixes = branch_suffixes
        self._stems = {_stem(name) for p in catalogue.projects for name in (p.name, *p.divisions)}
        self._texts = [(p, key(p.name), without_compounds(key(whole_text(p)))) for p in catalogue.projects]

    def find(self, read: Understanding) -> Unclear | None:
        """The readings as choices, where several divisions have one; None where one is meant or none is known."""
        if not (read.bare or read.printed_as) or key(read.bare) in self._stems:
            return None
        printing = self._printing(read)
        offered = {name for choice in read.broad for name in choice.divisions}
        more = [project for project in printing if not offered & {*project.divisions}]
        choices = (*read.broad, *choose(more, "division").choices, *self._called(read, {*offered, *_owners(more)}))
        return Unclear(choices=choices) if self._are_several(choices) else None

    def _printing(self, read: Understanding) -> list[Project]:
        """The projects that print what is said, those named by it first, and what the vocabulary leads to beside."""
        for said in _ways_of_saying(read):
            named = [p for p, name, _ in self._texts if _holds(name, said)]
            printed = [p for p, _, text in self._texts if p not in named and _holds(text, said)]
            if named or printed:
                known = {p.id for p in (*named, *printed)}
                linked = [p for p in self._catalogue.projects if read.linked.get(p.id, 0.0) >= _PLAIN_LINK]
                return self._without_branches([*named, *printed, *(p for p in linked if p.id not in known)])
        return []

    def _without_branches(self, found: list[Project]) -> list[Project]:
        """The projects without those of branch offices, which do in their place what another does for all."""
        others = [project for project in found if not project.divisions[0].endswith(self._branch_suffixes)]
        return others or found

    def _called(self, read: Understanding, known: set[str]) -> tuple[Choice, ...]:
        """The divisions that are called by the name, where none of their projects is among the readings."""
        name = key(read.bare)
        called = (d for d in self._catalogue.divisions if len(name) >= _SHORTEST and stands_whole(name, key(d.name)))
        return tuple(choice_of_division(division) for division in called if division.name not in known)

    def _are_several(self, choices: Sequence[Choice]) -> bool:
        return len({choice.divisions for choice in choices}) >= _SEVERAL and len(choices) <= _MOST


def _owners(projects: Iterable[Project]) -> set[str]:
    return {name for project in projects for name in project.divisions}


def _ways_of_saying(read: Understanding) -> Iterator[tuple[tuple[str, ...], ...]]:
    """What a record has to print, as alternatives of words that it prints together; the plainest way first.

    Where nothing prints both nouns of 使用料の支払い, it is a matter of the first.
    """
    yield (*((term,) for term in read.printed_as), (key(read.bare),))
    for name in (read.bare, read.bare.split("の")[0]):
        nouns = tuple(key(w.surface) for w in words(name) if w.is_noun and w.normal not in load_generic_words())
        yield ((key(name),), nouns)


def _holds(text: str, said: Sequence[Sequence[str]]) -> bool:
    """Whether the text has all words of one of the alternatives, none of them cut out of another word."""
    return any(all(word and stands_whole(word, text) for word in together) for together in said if together)


def _stem(name: str) -> str:
    endings = (*_NAME_ENDINGS, "課", "室", "局")
    return key(next((name.removesuffix(end) for end in endings if name.endswith(end)), name))
