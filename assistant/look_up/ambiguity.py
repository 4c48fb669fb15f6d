"""Where a question says too little, or points at nothing: what is to be offered as choices."""

import re

from assistant.look_up.choices import choice_of_division, choose
from assistant.look_up.few_words import FewWords
from assistant.look_up.findings import Unclear
from assistant.look_up.said import broad_words, says_nothing
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Understanding
from assistant.understand.set_patterns import set_patterns
from assistant.understand.vocabulary import load_generic_words
from corpus.catalogue import Catalogue

_MOST_DIVISIONS = 6
_LONGEST_BARE = 30
_WHICH_BRANCH = re.compile(r"(どの|どこの|どちらの)(支所|出張所|センター)")
_OF_DIVISION = re.compile("課|部署|支所|室|局|窓口")


class Ambiguity:
    """Finds the readings of a question that one catalogue leaves open."""

    def __init__(self, catalogue: Catalogue, few_words: FewWords, branch_suffixes: tuple[str, ...]) -> None:
        self._catalogue = catalogue
        self._branch_suffixes = branch_suffixes
        self._few_words = few_words

    def which_branch(self, read: Understanding) -> Unclear | None:
        """Each branch office is a choice where 「どの支所ですか」 comes without a place."""
        named = [project for name in read.divisions for project in self._catalogue.of_division(name)]
        linked = named or [project for project in map(self._catalogue.project, read.linked) if project]
        branches = [p for p in linked if p.divisions[0].endswith(self._branch_suffixes)]
        if len(branches) < 2 or len(branches) < len(linked) or read.place_divisions or read.operation:
            return None
        ordered = sorted(branches, key=lambda project: project.id)
        return choose(ordered, "division", by_division=True) if _WHICH_BRANCH.search(read.text) else None

    def nothing_said(self, read: Understanding) -> Unclear | None:
        """A question without any matter at the start of a conversation (この事業はどこの課, 窓口はどこ？)."""
        pointing = find_cues("refers", read.text) & {"project", "it"} and read.field not in (None, "division")
        bare = read.model_copy(update={"years": ()}) if pointing else read  # それの令和6年度の予定は
        sized = set_patterns()["sized"].search(plain_numbers(read.text))  # 5件以上の事業を受け持つ課は
        if not says_nothing(bare) or read.counted or read.inherited or sized:
            return None
        named = self._few_words.several(read)
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

    def _largest_divisions(self) -> Unclear | None:
        largest = sorted(self._catalogue.divisions, key=lambda division: -division.project_count)[:_MOST_DIVISIONS]
        choices = tuple(map(choice_of_division, largest))
        return Unclear(choices=choices) if len(choices) > 1 else None


def _speaks_of_business(read: Understanding) -> bool:
    """Whether the question has a word of dealing with the city at all (手続き, 申請, 相談)."""
    return bool(broad_words(read))
