"""The few words that are all a question says: what bears all of them, of one division or of several."""

from collections.abc import Collection, Sequence

from assistant.look_up.bearing import Bearing, differ, owners
from assistant.look_up.branches import SAME_LINK
from assistant.look_up.choices import choose
from assistant.look_up.divisions_called import DivisionsCalled
from assistant.look_up.evidence import Candidate
from assistant.look_up.findings import Unclear
from assistant.look_up.readings import stem_of
from assistant.look_up.said import more_is_said
from assistant.understand.choosing import POINTERS
from assistant.understand.cues import find_cues
from assistant.understand.normalize import key
from assistant.understand.precedence import is_of_other_bodies
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import load_generic_words
from assistant.understand.words import words
from corpus.catalogue import Catalogue
from corpus.records import Project

_LONGEST_BARE = 30
_MOST_WORDS = 3
_MOST_CHOICES = 12
_MOST_ALIKE = 8
# A bare word has hardly more than a particle beside it (家屋のほうです).
_MOST_BESIDE = 5
# A word with several readings leads to each of them by less (税金).
_PLAIN_LINK = 0.6
_CALLED = 1.0
_TELLS_ALONE = 3


class FewWords:
    """Finds what bears the nouns of a question in one catalogue."""

    def __init__(self, catalogue: Catalogue, bearing: Bearing) -> None:
        self._bearing = bearing
        self._called = DivisionsCalled(catalogue)
        self._stems = [stem_of(project.name) for project in catalogue.projects]

    def several(self, read: Understanding) -> Unclear | None:
        """The projects of several divisions that bear the words, where the vocabulary makes none of them plain."""
        unknown = set(read.unknown_words) - (frozenset() if read.broad else POINTERS)
        if read.operation or unknown or read.filters or read.place_divisions or more_is_said(read):
            return None
        said = _said(read) or self._carrying(read)
        kind = self._called.of_kind(read, said)
        if kind or not 1 <= len(said) <= _MOST_WORDS:
            return kind
        named = self._bearing.named([said])
        if any(stem_of(project.name) == "".join(said) for project in named):
            return None
        if differ(named) and _topics_within(read, said):
            return choose(named[:_MOST_CHOICES], read.field)
        found = choose(self._bearing.holding([said]), read.field).choices
        choices = (*found, *self._bearing.called("".join(said), owners(found)))
        return Unclear(choices=choices) if not read.topics and differ(choices) and len(found) <= _MOST_CHOICES else None

    def named(self, read: Understanding) -> list[Project]:
        """The projects whose names hold all the words, where it gives no whole name (センターの運転の事業)."""
        is_bare = read.projects and not (read.names_whole or read.inherited or read.operation or read.place_divisions)
        if not is_bare or not _said(read) or read.field not in ("division", "content", None):
            return []
        named = self._bearing.named([_said(read)])
        text = key(read.text).replace("の", "")
        return [] if len(named) > 1 and any(stem_of(project.name) in text for project in named) else named

    def alone(self, read: Understanding) -> tuple[Project, ...]:
        """The projects of one division that alone print all the words, where a division is asked for or nothing is."""
        said = [key(word) for word in read.subject_words]
        # Beside the name of another's matter (所得税) something is to stand that the plan prints with it.
        beyond = read.linked or any(not any(word in topic for topic in read.topic_words) for word in said)
        # A plan that prints a long word (スズメバチ) has its matter; 苦情 may be of anything.
        told = not is_of_other_bodies(read.absent_topics) and all(len(word) >= _TELLS_ALONE for word in said)
        unknown = read.absent_topics and not (beyond or told)
        more = read.operation or read.filters or read.place_divisions or unknown or read.divisions
        beside = len(read.text.removeprefix("では、")) - len("".join(said))
        asks = read.field == "division" or (read.field is None and beside <= _MOST_BESIDE)
        if more or not asks or more_is_said(read) or not 1 <= len(said) <= _MOST_WORDS:
            return ()
        found = self._bearing.printing(said)
        return () if differ(found) else found

    def led_alike(
        self, read: Understanding, ranked: Sequence[Candidate], sure: float, branches: Collection[Project]
    ) -> Unclear | None:
        """The projects as choices to which one word of the vocabulary leads (税の証明), or that print all the words.

        Not where the one project is called by it (検査), nor where the topic model is ``sure`` or a verb tells more;
        branch offices are one.
        """
        claims = read.divisions or read.unknown_divisions or read.projects or read.place_divisions
        if claims or read.each or read.parts or read.field not in ("division", None) or len(read.topic_words) > 1:
            return None
        if not read.linked and (read.broad or more_is_said(read) or max(one.guess for one in ranked) >= sure):
            return None
        printing = self._bearing.printing(_said(read)) if _said(read) else ()
        alike = _alike(ranked) if read.linked else [one for one in ranked if one.project in printing]
        found = [one.project for one in alike if one.name >= _CALLED] or [one.project for one in alike]
        offered = self._of_most([*found, *(project for project in printing if project not in found)], read)
        apart = ([project for project in some if project not in branches] for some in (found, offered))
        if ranked[0] not in alike or not all(map(differ, apart)):
            return None
        return choose(offered[:_MOST_ALIKE], read.field)

    def _of_most(self, found: list[Project], read: Understanding) -> list[Project]:
        """Of the projects those that print the most of the words: one that only one prints decides for it."""
        printed = [sum(project in self._bearing.printing([word]) for word in _said(read)) for project in found]
        return [project for project, number in zip(found, printed, strict=True) if number == max(printed)]

    def _carrying(self, read: Understanding) -> list[str]:
        """The words of asking that are all the question says, where projects are named by them (計画, 職員)."""
        if read.field not in ("division", None) or read.sets or read.texts or len(read.text) > _LONGEST_BARE:
            return []
        nouns = {key(word.surface) for word in words(read.text) if word.is_noun and len(word.surface) > 1}
        named = {word for word in nouns if any(word in name for name in self._stems)}
        pointing = find_cues("refers", read.text) & {"project", "it", "place", "division"}
        return [] if pointing or len(named) != 1 else sorted(named)


def _said(read: Understanding) -> list[str]:
    return [key(word) for word in read.subject_words if word not in POINTERS]


def _alike(ranked: Sequence[Candidate]) -> list[Candidate]:
    """The candidates to which the vocabulary leads as surely as to the best."""
    least = max(ranked[0].linked - SAME_LINK, _PLAIN_LINK)
    return [one for one in ranked if one.linked >= least]


def _topics_within(read: Understanding, said: Sequence[str]) -> bool:
    """Whether the vocabulary knows no more of the question than these words themselves (放課 and 後 in 放課後)."""
    return all(_is_one_of(word, said) for word in read.topic_words)


def _is_one_of(word: str, said: Sequence[str]) -> bool:
    tail = next((word.removeprefix(one) for one in said if word.startswith(one)), word)
    return word in said or (len(tail) == 1 and tail in load_generic_words())
