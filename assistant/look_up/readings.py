"""What one name or one deed may mean in a plan, where a question tells nothing else of its matter.

All that may be meant is collected in one place: what the vocabulary leads to, the projects that print it, and the
divisions that are called by it. One division's is the answer, and other rules find it; of several one is asked back.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.look_up.choices import choice_of_division, choose
from assistant.look_up.evidence import whole_text
from assistant.look_up.findings import Unclear
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import stands_whole, without_compounds
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
        # What stands only in a schedule is a step of another matter, unless the vocabulary leads there too.
        self._texts = [(p, key(p.name), without_compounds(key(f"{p.name}、{p.content}"))) for p in catalogue.projects]

    def find(self, read: Understanding) -> Unclear | None:
        """The readings as choices, where several divisions have one; None where one is meant or none is known."""
        said = read.bare or read.printed_as
        if not said or read.field not in ("division", "content", None) or self._is_known_whole(read):
            return None
        printing = self._printing(read)
        if self._is_named_alone(read, printing):
            return None
        offered = {name for choice in read.broad for name in choice.divisions}
        more = [project for project in printing if not offered & {*project.divisions}]
        choices = (*read.broad, *choose(more, "division").choices, *self._called(read, {*offered, *_owners(more)}))
        return Unclear(choices=choices) if self._are_several(choices) else None

    def _is_known_whole(self, read: Understanding) -> bool:
        """Whether a project or division is called just so, or the vocabulary knows a longer word for it."""
        longer = any(key(read.bare) in word and word != key(read.bare) for word in read.topic_words if read.bare)
        return longer or _joined(read.bare) in self._stems

    def _is_named_alone(self, read: Understanding, printing: Sequence[Project]) -> bool:
        """Whether the name of one project alone holds what is said, at its start or where the vocabulary leads there.

        That is about it, whoever prints the word too; unless the vocabulary leads elsewhere more surely.
        """
        name = _joined(read.bare)
        named = [project for project in printing if name in key(project.name)]
        if not name or len(named) != 1:
            return False
        link = read.linked.get(named[0].id, 0.0)
        if link < max(read.linked.values(), default=0.0):
            return False
        return key(named[0].name).startswith(name) or link >= _PLAIN_LINK

    def _printing(self, read: Understanding) -> list[Project]:
        """The projects that print what is said, those named by it first, and what the vocabulary leads to beside."""
        found = self._bearing(read)
        if not found:
            return []
        known = {p.id for p in found}
        most = max((read.linked.get(one, 0.0) for one in known), default=0.0)
        beside = [p for p in self._linked(read) if p.id not in known and _has_its_own(p, key(read.bare))]
        # What one alone prints is its own, before those that the vocabulary leads to no more surely.
        if not _differ(found) or len(found) + len(beside) > _MOST:
            beside = [p for p in beside if read.linked[p.id] > most or key(read.bare) in key(whole_text(p))]
        return self._without_branches([*found, *beside])

    def _bearing(self, read: Understanding) -> list[Project]:
        """The projects that print what is said in the plainest way that any does.

        Where several do, also those that print its nouns apart (維持修繕と総合管理 for 維持管理).
        """
        apart = self._holding(_nouns_apart(read))
        for said in _ways_of_saying(read):
            found = self._holding(said)
            if _differ(found):
                return [*found, *(project for project in apart if project not in found)]
            if not found and read.topic_words and read.linked:  # the vocabulary knows what the plan prints for it
                return apart if any(project.id in read.linked for project in apart) else []
            if found:
                return found
        return self._kinds_of(key(read.bare))

    def _kinds_of(self, name: str) -> list[Project]:
        """The projects that print compounds of which the one kanji said is the head (渡船 and 漁船 for 船)."""
        if len(name) != 1 or not "一" <= name <= "龥":
            return []
        return [p for p, _, text in self._texts if any(word.surface.endswith(name) for word in words(text))]

    def _holding(self, said: Sequence[Sequence[str]]) -> list[Project]:
        """The projects whose name or content holds one of the alternatives, those named by it first."""
        named = [p for p, name, _ in self._texts if _holds(name, said)]
        return [*named, *(p for p, _, text in self._texts if p not in named and _holds(text, said))]

    def _linked(self, read: Understanding) -> list[Project]:
        """What the vocabulary leads to by one word; by two (固定資産、評価審査委員会) one may lead elsewhere."""
        alone = len(read.topic_words) == 1
        return [p for p in self._catalogue.projects if alone and read.linked.get(p.id, 0.0) >= _PLAIN_LINK]

    def _without_branches(self, found: list[Project]) -> list[Project]:
        """The projects without those of branch offices, which do in their place what another does for all."""
        return [project for project in found if not project.divisions[0].endswith(self._branch_suffixes)]

    def _called(self, read: Understanding, known: set[str]) -> tuple[Choice, ...]:
        """The divisions that are called by the name, where none of their projects is among the readings."""
        name = key(read.bare)
        others = [d for d in self._catalogue.divisions if not d.name.endswith(self._branch_suffixes)]
        called = [d for d in others if len(name) >= _SHORTEST and stands_whole(name, key(d.name))]
        return tuple(choice_of_division(division) for division in called if division.name not in known)

    def _are_several(self, choices: Sequence[Choice]) -> bool:
        return len({choice.divisions for choice in choices}) >= _SEVERAL and len(choices) <= _MOST


def _differ(found: Sequence[Project]) -> bool:
    """Whether the projects are of several divisions."""
    return len({project.divisions for project in found}) >= _SEVERAL


def _owners(projects: Iterable[Project]) -> set[str]:
    return {name for project in projects for name in project.divisions}


def _ways_of_saying(read: Understanding) -> Iterator[tuple[tuple[str, ...], ...]]:
    """What a record has to print, as alternatives of words that it prints together; the plainest way first.

    Where nothing prints both nouns of 使用料の支払い, it is a matter of the first.
    """
    yield (*((term,) for term in read.printed_as), (key(read.bare),), (_joined(read.bare),))
    yield (_nouns(read),)
    yield ((key(read.bare.split("の")[0]),),)


def _nouns(read: Understanding) -> tuple[str, ...]:
    return tuple(key(word.surface) for word in words(read.bare) if word.is_noun)


def _nouns_apart(read: Understanding) -> tuple[tuple[str, ...], ...]:
    """The nouns of what is said as words of their own; none where some of it is but an ending (耐震|化, 給付|金)."""
    nouns = _nouns(read)
    are_all = "".join(nouns) == _joined(read.bare) and all(len(noun) >= _SHORTEST for noun in nouns)
    return (nouns,) if nouns and are_all else ()


def _joined(name: str) -> str:
    """The name as a plan prints it in one word (職員の研修 → 職員研修)."""
    return key(name).replace("の", "")


def _has_its_own(project: Project, name: str) -> bool:
    """Whether a step of the project is not just about what is said, but about another (跡地利用基本計画)."""
    text = key(whole_text(project))
    return name not in text or re.search(f"[一-龥ァ-ヴー]{re.escape(name)}", text) is not None


def _holds(text: str, said: Sequence[Sequence[str]]) -> bool:
    """Whether the text has all words of one of the alternatives, none of them cut out of another word."""
    return any(all(word and stands_whole(word, text) for word in together) for together in said if together)


def _stem(name: str) -> str:
    endings = (*_NAME_ENDINGS, "課", "室", "局")
    return key(next((name.removesuffix(end) for end in endings if name.endswith(end)), name))
