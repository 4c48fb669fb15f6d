"""The branch offices, which take everyday matters too: which serves the place named, and when one is named beside."""

import re
from collections.abc import Sequence

from assistant.look_up.evidence import Candidate, Evidence
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import read_yaml
from corpus.catalogue import Catalogue
from corpus.records import Project

SAME_LINK = 0.01
_SPEAKS = re.compile("窓口|支所|役所|手続|届|証明|近く|書類|行政センター")
_NEAR = re.compile("近く|近場|近い|最寄り?|もより|地元")


class Branches:
    """Knows the branch offices of one catalogue, by what their divisions are called."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence) -> None:
        self._catalogue = catalogue
        self._evidence = evidence
        self.suffixes: tuple[str, ...] = tuple(read_yaml("meaning.yaml")["branch_suffixes"])
        self.projects = tuple(p for p in catalogue.projects if p.divisions and p.divisions[0].endswith(self.suffixes))

    def local(self, read: Understanding) -> Project | None:
        """The project of the branch office that serves the place named."""
        named = [p for name in read.place_divisions for p in self._catalogue.of_division(name)]
        own = [project for project in named if project in self.projects]  # it may share another's halls
        return next(iter((*own, *named)), None)

    def spoken_of(self, read: Understanding) -> Project | None:
        """The branch office of the place named, where the question speaks of an errand at any counter."""
        return self.local(read) if _SPEAKS.search(read.text) else None

    def beside(self, read: Understanding, candidates: Sequence[Candidate], chosen: list[Project]) -> list[Project]:
        """The projects chosen, of branch offices the one that serves the place named (七里ガ浜から近い支所).

        With the division in charge before it, where the matter is both's, and with it behind, where one near is asked
        for and its record prints the matter too.
        """
        local = self.local(read)
        if local is None or local not in self.projects:
            return chosen
        if all(project in self.projects for project in chosen):
            return [*self._in_charge(candidates), local]
        prints = any(self._evidence.prints(local, key(word)) for word in (*read.topic_words, *read.subject_words))
        return [*chosen, local] if _NEAR.search(read.text) and prints and local not in chosen else chosen

    def _in_charge(self, candidates: Sequence[Candidate]) -> list[Project]:
        """The best of the other projects to which the vocabulary leads as surely as to any."""
        most = max(candidate.linked for candidate in candidates)
        linked = [c for c in candidates if c.linked >= most - SAME_LINK and c.linked]
        main = [candidate for candidate in linked if candidate.project not in self.projects]
        return [max(main, key=lambda candidate: candidate.score).project] if main else []
