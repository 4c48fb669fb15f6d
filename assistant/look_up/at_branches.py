"""Whether something is done at a branch office: the division carries it, the office's own row says what it takes."""

import re
from collections.abc import Sequence

from assistant.look_up.branches import Branches
from assistant.look_up.findings import About, Absent, Finding, OfSet
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import read_yaml
from corpus.catalogue import Catalogue
from corpus.records import Project

# A building is kept up, in a plan's words.
_UPKEEP = re.compile("(?:庁舎|建物|施設|センター)[^、。]{0,8}(?:維持|管理|修繕)")
_FIELDS = ("division", "content", "overview")


class AtBranches:
    """Answers alike, however it is asked, of what people do at a counter (深沢支所でもできる？, 支所で取れますか)."""

    def __init__(self, catalogue: Catalogue, branches: Branches) -> None:
        self._catalogue = catalogue
        self._branches = branches
        suffixes = "|".join(map(re.escape, branches.suffixes))
        # Where something is done, and not what is done with the office itself (支所の建物).
        self._at_any = re.compile(
            rf"(?:{suffixes})(?:で|に(?!つ)|へ|も|なら|だと|は[^、。]{{0,8}}(?:でき|取|受|もら|出))"
        )
        self._errands = tuple(map(key, read_yaml("meaning.yaml")["errand_words"]))

    def told(self, read: Understanding, finding: Finding) -> Finding:
        """The finding; of an errand at a branch office the division in charge, that office, and what is not said."""
        if not isinstance(finding, About | OfSet) or finding.contrast:
            return finding
        asked = self._asked_at(read)
        if self._keeps_its_own(read, finding, asked):
            return About(projects=tuple(asked), field="division", by_meaning=True)
        if asked and read.absent_topics and all(project in asked for project in finding.projects):
            return Absent(reason="unknown", nearest=tuple(asked))
        if not isinstance(finding, About) or finding.field not in _FIELDS:
            return finding
        main = [project for project in finding.projects if project not in self._branches.projects]
        main = main or self._in_charge(read)
        if asked and not main and finding.branches:
            return finding.model_copy(update={"projects": tuple(asked), "branches": (), "local": None})
        taken = any(self._is_errand(project) for project in main)
        if not asked or len(main) != 1 or not (finding.branches or taken):
            return finding
        return finding.model_copy(
            update={
                "projects": tuple(main), "branches": tuple(asked), "local": None, "correction": None,
                "at_branch": True, "by_meaning": finding.by_meaning or main[0] not in finding.projects,
            }
        )  # fmt: skip

    def _keeps_its_own(self, read: Understanding, finding: About | OfSet, asked: Sequence[Project]) -> bool:
        """Whether the upkeep of a branch office's building is asked for, which that office's own row has."""
        if not isinstance(finding, About) or not read.divisions or not asked or finding.field not in _FIELDS:
            return False
        others = [project for project in finding.projects if project not in asked]
        keep = all(_UPKEEP.search(project.content) for project in (*others, *asked))
        told = re.search("|".join(f"{re.escape(name)}の" for name in read.divisions), read.text)
        return bool(others) and keep and told is not None

    def _asked_at(self, read: Understanding) -> Sequence[Project]:
        """The branch offices that it is asked for: those named, the one of the place named, or all of them."""
        names = read.premise.divisions if read.premise and read.premise.divisions else read.divisions
        named = [project for name in names for project in self._catalogue.of_division(name)]
        if names:
            own = all(name.endswith(self._branches.suffixes) for name in names)  # which may share another's halls
            return [project for project in named if project in self._branches.projects] if own else ()
        local = self._branches.local(read)
        if local is not None:
            return [local] if local in self._branches.projects else ()
        return self._branches.projects if self._at_any.search(read.text) else ()

    def _in_charge(self, read: Understanding) -> list[Project]:
        """The other project with errands that the matter leads to most surely."""
        found = [(weight, self._catalogue.project(name)) for name, weight in read.linked.items()]
        others = [(w, one) for w, one in found if one and one not in self._branches.projects and self._is_errand(one)]
        best = max((weight for weight, _ in others), default=0.0)
        return [project for weight, project in others if weight == best]

    def _is_errand(self, project: Project) -> bool:
        """Whether what the project does is taken at counters (届出, 証明), by its row."""
        return any(word in key(project.content) for word in self._errands)
