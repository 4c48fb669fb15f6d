"""Where a question has several readings, or says too little: what is to be offered as choices."""

import re
from collections.abc import Iterable, Sequence

from assistant.look_up.choices import choice_of_division, choose
from assistant.look_up.divisions_called import DivisionsCalled
from assistant.look_up.evidence import whole_text
from assistant.look_up.findings import Unclear
from assistant.look_up.said import broad_words, more_is_said, says_nothing
from assistant.understand.choosing import POINTERS
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.normalize import key
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Understanding
from assistant.understand.set_patterns import set_patterns
from assistant.understand.vocabulary import load_generic_words, stands_whole, without_compounds
from assistant.understand.words import words
from corpus.catalogue import Catalogue
from corpus.records import Project

_MOST_WORDS = 3
_SEVERAL = 2
_MOST_CHOICES = 12
_MOST_DIVISIONS = 6
_LONGEST_BARE = 30
_SHORTEST_TELLING = 2
_WHICH_BRANCH = re.compile(r"(どの|どこの|どちらの)(支所|出張所|センター)")
# A bare word has hardly more than a particle beside it (家屋のほうです).
_MOST_BESIDE = 5
_OF_DIVISION = re.compile("課|部署|支所|室|局|窓口")
_NAME_ENDINGS = ("事業", "事務", "業務")


class Ambiguity:
    """Finds the readings of a question that one catalogue leaves open."""

    def __init__(self, catalogue: Catalogue, branch_suffixes: tuple[str, ...]) -> None:
        self._catalogue = catalogue
        self._branch_suffixes = branch_suffixes
        self._called = DivisionsCalled(catalogue)
        self._whole = [(project, key(whole_text(project))) for project in catalogue.projects]
        self._texts = [(p, key(p.name), without_compounds(key(p.content))) for p in catalogue.projects]

    def which_branch(self, read: Understanding) -> Unclear | None:
        """Each branch office is a choice where 「どの支所ですか」 comes without a place."""
        named = [project for name in read.divisions for project in self._catalogue.of_division(name)]
        linked = named or [project for project in map(self._catalogue.project, read.linked) if project]
        branches = [p for p in linked if p.divisions[0].endswith(self._branch_suffixes)]
        if len(branches) < 2 or len(branches) < len(linked) or read.place_divisions or read.operation:
            return None
        ordered = sorted(branches, key=lambda project: project.id)
        return choose(ordered, "division", by_division=True) if _WHICH_BRANCH.search(read.text) else None

    def too_broad(self, read: Understanding) -> Unclear | None:
        """A word with several readings, where nothing in the question decides between them."""
        divisions = {choice.divisions for choice in read.broad}
        # In another language a word that was not translated (landlord) only tells how the matter came up.
        unknown = [word for word in read.unknown_words if read.language == "ja" or not word.isascii()]
        if len(read.broad) < 2 or len(divisions) < 2 or unknown or read.place_divisions:
            return None
        return Unclear(choices=read.broad)

    def named_beside(self, read: Understanding) -> Project | None:
        """The one project that is named by the one word beside a broad one, as a whole word (建物の設計)."""
        broad = "、".join(broad_words(read))
        beside = [key(word) for word in read.subject_words if key(word) not in broad]
        if len(beside) != 1 or len(beside[0]) < _SHORTEST_TELLING:
            return None
        named = [project for project, name, _ in self._texts if stands_whole(beside[0], name)]
        return named[0] if len(named) == 1 else None

    def bare_words(self, read: Understanding) -> Unclear | None:
        """A word or two that projects of several divisions print, where the vocabulary makes none of them plain."""
        unknown = set(read.unknown_words) - (frozenset() if read.broad else POINTERS)
        if read.operation or unknown or read.filters or read.place_divisions or more_is_said(read):
            return None
        said = [key(word) for word in read.subject_words if word not in POINTERS] or self._carrying(read)
        kind = self._called.of_kind(read, said)
        if kind or not 1 <= len(said) <= _MOST_WORDS:
            return kind
        named = [p for p, name, _ in self._texts if all(word in name for word in said)]
        if any(_stem(p.name) == "".join(said) for p in named):
            return None
        if _divisions(named) > 1 and _topics_within(read, said):
            return choose(named[:_MOST_CHOICES], read.field)
        printed = [p for p, name, content in self._texts if all(word in name + content for word in said)]
        owners = {name for project in printed for name in project.divisions}
        called = [d for d in self._catalogue.divisions if all(w in key(d.name) for w in said) and d.name not in owners]
        if read.topics or _divisions(printed) + len(called) < 2 or len(printed) > _MOST_CHOICES:
            return None
        found = choose([*named, *(p for p in printed if p not in named)], read.field)
        return Unclear(choices=(*found.choices, *map(choice_of_division, called)))

    def printed(self, read: Understanding) -> tuple[Project, ...]:
        """The projects of one division that alone print the word or two which are all that is said."""
        said = [key(word) for word in read.subject_words]
        unknown = read.absent_topics and len(said) < _SEVERAL  # two nouns that stand together are known by the plan
        more = read.operation or read.filters or read.place_divisions or unknown or read.divisions
        beside = len(read.text.removeprefix("では、")) - len("".join(said))
        asks = read.field == "division" or (read.field is None and beside <= _MOST_BESIDE)
        if more or not asks or more_is_said(read) or not 1 <= len(said) <= _MOST_WORDS:
            return ()
        found = tuple(project for project, text in self._whole if all(stands_whole(word, text) for word in said))
        return found if _divisions(found) == 1 else ()

    def nothing_said(self, read: Understanding) -> Unclear | None:
        """A question without any matter at the start of a conversation (この事業はどこの課, 窓口はどこ？)."""
        pointing = find_cues("refers", read.text) & {"project", "it"} and read.field not in (None, "division")
        bare = read.model_copy(update={"years": ()}) if pointing else read  # それの令和6年度の予定は
        sized = set_patterns()["sized"].search(plain_numbers(read.text))  # 5件以上の事業を受け持つ課は
        if not says_nothing(bare) or read.counted or read.inherited or sized:
            return None
        named = self.bare_words(read)
        if named or read.broad:
            return named or (Unclear(choices=read.broad) if len(read.broad) > 1 else None)
        points = find_cues("refers", read.text) & {"project", "it", "place", "then"} or find_cues("places", read.text)
        asks_of_one = read.field not in (None, "division", "content")
        if asks_of_one or (points and (read.field or len(read.text) <= _LONGEST_BARE // 2)):
            return self._some_projects(read)
        return self._largest_divisions() if read.field or _speaks_of_business(read) else None

    def points_at_nothing(self, read: Understanding) -> Unclear | None:
        """What is asked of その課 or さっきの事業 where nothing was spoken of before that it could be."""
        match = match_cue("refers", "back", read.text)
        topics = set(read.topic_words) - load_generic_words()  # 予算 only asks for a field
        named = (read.projects, read.divisions, read.codes, topics, read.unknown_divisions, read.place_divisions)
        words_beside = [word for word in read.subject_words if not match or word not in match[0]]
        if (
            not match
            or (read.year_step is not None and (read.years or read.years_outside))
            or read.inherited
            or read.attribute
            or any(named)
            or words_beside
            or read.texts
            or read.choice is not None
        ):
            return None
        return self._largest_divisions() if _OF_DIVISION.search(match[0]) else self._some_projects(read)

    def _some_projects(self, read: Understanding) -> Unclear:
        cards = [project for project in self._catalogue.projects if project.priority]
        return choose((cards if len(cards) > 1 else list(self._catalogue.projects))[:_MOST_DIVISIONS], read.field)

    def _carrying(self, read: Understanding) -> list[str]:
        """The words of asking that are all the question says, where projects are named by them (計画, 職員)."""
        if read.field not in ("division", None) or read.sets or read.texts or len(read.text) > _LONGEST_BARE:
            return []
        nouns = {key(word.surface) for word in words(read.text) if word.is_noun and len(word.surface) > 1}
        named = {word for word in nouns if any(word in _stem(p.name) for p, _, _ in self._texts)}
        pointing = find_cues("refers", read.text) & {"project", "it", "place", "division"}
        return [] if pointing or len(named) != 1 else sorted(named)

    def _largest_divisions(self) -> Unclear | None:
        largest = sorted(self._catalogue.divisions, key=lambda division: -division.project_count)[:_MOST_DIVISIONS]
        choices = tuple(map(choice_of_division, largest))
        return Unclear(choices=choices) if len(choices) > 1 else None


def _divisions(projects: Iterable[Project]) -> int:
    return len({project.divisions for project in projects})


def _stem(name: str) -> str:
    return key(next((name.removesuffix(end) for end in _NAME_ENDINGS if name.endswith(end)), name))


def _topics_within(read: Understanding, said: Sequence[str]) -> bool:
    """Whether the vocabulary knows no more of the question than these words themselves (放課 and 後 in 放課後)."""
    return all(_is_one_of(word, said) for word in read.topic_words)


def _is_one_of(word: str, said: Sequence[str]) -> bool:
    tail = next((word.removeprefix(one) for one in said if word.startswith(one)), word)
    return word in said or (len(tail) == 1 and tail in load_generic_words())


def names_several(read: Understanding, unclear: Unclear) -> bool:
    """Whether the question names by itself what sets several of the choices apart (管理の話と建て替えの話)."""
    said = [{key(w.surface) for w in words(choice.label) if len(w.surface) > 1} for choice in unclear.choices]
    named = []
    for at, own in enumerate(said):
        apart = own - {word for other in (*said[:at], *said[at + 1 :]) for word in other}
        named.append(any(word in key(read.text) for word in apart))
    return sum(named) > 1


def _speaks_of_business(read: Understanding) -> bool:
    """Whether the question has a word of dealing with the city at all (手続き, 申請, 相談)."""
    return bool(broad_words(read))
