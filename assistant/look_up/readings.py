"""What one name or one deed may mean in a plan, where a question tells nothing else of its matter.

All that may be meant is collected in one place: what the vocabulary leads to, the projects that print it, and the
divisions that are called by it. One division's is the answer, and other rules find it; of several one is asked back.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.look_up.bearing import Bearing, Said, differ, owners
from assistant.look_up.choices import choose
from assistant.look_up.evidence import whole_text
from assistant.look_up.findings import Unclear
from assistant.understand.normalize import key
from assistant.understand.precedence import is_of_other_bodies
from assistant.understand.question import Understanding
from assistant.understand.words import words
from corpus.catalogue import Catalogue
from corpus.records import Project

_MOST = 12
_PLAIN_LINK = 0.6
_SHORTEST = 2
_NAME_ENDINGS = ("事業", "事務", "業務")


class Readings:
    """Collects the readings of a name or a deed in one catalogue."""

    def __init__(self, catalogue: Catalogue, bearing: Bearing) -> None:
        self._catalogue = catalogue
        self._bearing = bearing
        self._stems = {stem_of(name) for p in catalogue.projects for name in (p.name, *p.divisions)}

    def find(self, read: Understanding) -> Unclear | None:
        """The readings as choices, where several divisions have one; None where one is meant or none is known."""
        said = read.bare or read.printed_as
        if not said or read.field not in ("division", "content", None) or self._is_known_whole(read):
            return None
        bearing = self._meant(read)
        if _is_named_alone(read, bearing):
            return None
        more = [project for project in bearing if not owners(read.broad) & {*project.divisions}]
        called = self._bearing.called(key(read.bare), owners([*read.broad, *more]))
        choices = (*read.broad, *choose(more, "division").choices, *called)
        return Unclear(choices=choices) if differ(choices) and len(choices) <= _MOST else None

    def is_printed(self, read: Understanding) -> bool:
        """Whether all that is said is printed in one word (保険給付, whatever else 給付 names)."""
        return bool(self._bearing.holding([(key(read.bare),)])) and sum(w.is_noun for w in words(read.bare)) > 1

    def printed_whole(self, read: Understanding) -> tuple[Project, ...]:
        """The one division's projects that alone print the compound said (マンホールトイレ, whatever マンホール is).

        Not where a longer name, another's or a division's, has it too (評価審査), or its words stand apart elsewhere.
        """
        name = key(read.bare)
        compound = "の" not in name and sum(word.is_noun for word in words(name)) > 1
        known = read.broad or is_of_other_bodies(read.absent_topics) or self._is_known_whole(read)
        if (
            not compound
            or known
            or read.field not in ("division", "content", None)
            or self._bearing.called_within(name)
        ):
            return ()
        found = self._bearing.holding([(name,)])
        others = [*self._bearing.holding_within(name), *self._bearing.holding(_nouns_apart(read))]
        return tuple(found) if found and not differ([*found, *others]) else ()

    def _is_known_whole(self, read: Understanding) -> bool:
        """Whether a project or division is called just so, or the vocabulary knows a longer word for it."""
        longer = any(key(read.bare) in word and word != key(read.bare) for word in read.topic_words if read.bare)
        return longer or _joined(read.bare) in self._stems

    def _meant(self, read: Understanding) -> list[Project]:
        """The projects that bear what is said, those named by it first, and what the vocabulary leads to beside."""
        found = self._borne(read)
        if not found:
            return []
        known = {p.id for p in found}
        most = max((read.linked.get(one, 0.0) for one in known), default=0.0)
        beside = [p for p in self._linked(read) if p.id not in known and _has_its_own(p, key(read.bare))]
        # What one alone prints is its own, before those that the vocabulary leads to no more surely.
        if not differ(found) or len(found) + len(beside) > _MOST:
            beside = [p for p in beside if read.linked[p.id] > most or key(read.bare) in key(whole_text(p))]
        return self._bearing.without_branches([*found, *beside])

    def _borne(self, read: Understanding) -> list[Project]:
        """The projects that print what is said in the plainest way that any does.

        Where several do, also those that print its nouns apart (維持修繕と総合管理 for 維持管理).
        """
        apart = self._bearing.holding(_nouns_apart(read))
        for said in _ways_of_saying(read):
            found = self._bearing.holding(said)
            if differ(found):
                return [*found, *(project for project in apart if project not in found)]
            if not found and read.topic_words and read.linked:  # the vocabulary knows what the plan prints for it
                return apart if any(project.id in read.linked for project in apart) else []
            if found:
                return found
        return self._bearing.kinds_of(key(read.bare))

    def _linked(self, read: Understanding) -> list[Project]:
        """What the vocabulary leads to by one word; by two (固定資産、評価審査委員会) one may lead elsewhere."""
        alone = len(read.topic_words) == 1
        return [p for p in self._catalogue.projects if alone and read.linked.get(p.id, 0.0) >= _PLAIN_LINK]


def stem_of(name: str) -> str:
    """A name (as a key) without the ending of its kind."""
    endings = (*_NAME_ENDINGS, "課", "室", "局")
    return key(next((name.removesuffix(end) for end in endings if name.endswith(end)), name))


def _is_named_alone(read: Understanding, bearing: Sequence[Project]) -> bool:
    """Whether the name of one project alone holds what is said, at its start or where the vocabulary leads there.

    That is about it, whoever prints the word too; unless the vocabulary leads elsewhere more surely.
    """
    name = _joined(read.bare)
    named = [project for project in bearing if name in key(project.name)]
    if not name or len(named) != 1:
        return False
    link = read.linked.get(named[0].id, 0.0)
    leads = link >= max(read.linked.values(), default=0.0)
    return leads and (key(named[0].name).startswith(name) or link >= _PLAIN_LINK)


def _ways_of_saying(read: Understanding) -> Iterator[Said]:
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
