"""Choices of which the question itself decides for one, or wants all: nothing is to be asked back then."""

import re
from collections.abc import Sequence

from assistant.look_up.branches import Branches
from assistant.look_up.evidence import whole_text
from assistant.look_up.findings import About, Finding, Items, Unclear
from assistant.look_up.said import broad_words
from assistant.look_up.set_questions import SetFinder
from assistant.look_up.turns import of_stage
from assistant.understand.deeds import printed_for
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.words import words
from corpus.catalogue import Catalogue
from corpus.records import Choice, Project

_SHORTEST = 2
_RUN = re.compile("[一-龥々ァ-ヴー]{4,}")
_LISTED = ("division", "content", None)


class Decider:
    """Takes the one choice that alone prints what is said beside the word with several readings, or lists all."""

    def __init__(self, catalogue: Catalogue, sets: SetFinder, branches: Branches) -> None:
        self._catalogue = catalogue
        self._sets = sets
        self._branches = branches

    def decided(self, read: Understanding, finding: Unclear) -> Finding:
        """The choices; or the one that is meant, or all of them, where no choice is left to whoever asks."""
        if read.again or read.language != "ja":
            return finding
        if "listing" in read.cues and read.operation == "list" and read.field in _LISTED:
            return self._listed(read, finding)
        if "listing" in read.cues and read.field in ("schedule", "when"):
            return self._steps(read, finding) or finding
        return self._one(read, finding.choices) or finding

    def _listed(self, read: Understanding, unclear: Unclear) -> Finding:
        """All that the choices lead to, with the branch offices that print the word (税の担当課を一覧で)."""
        found = [project for choice in unclear.choices for project in self._projects(choice)]
        said = broad_words(read)
        found += [p for p in self._branches.projects if any(word in key(p.content) for word in said)]
        ids = {project.id for project in found}
        return self._sets.listed([p for p in self._catalogue.projects if p.id in ids]) if ids else unclear

    def _steps(self, read: Understanding, unclear: Unclear) -> Items | None:
        """The steps of the choices' schedules that come to the deed spoken of (建物の修理の予定を全部)."""
        ids = {project_id for choice in unclear.choices for project_id in choice.project_ids}
        projects = [project for project in self._catalogue.projects if project.id in ids]
        return of_stage(read.model_copy(update={"subject_words": ()}), projects)

    def _one(self, read: Understanding, choices: Sequence[Choice]) -> About | None:
        """The choice that alone prints each thing and deed that is said besides (耐震の工事, 道路を直す)."""
        telling = _telling(read)
        # A name in one word that one of them prints is meant as such (廃道路敷 is not any 道路).
        runs = [run for run in map(key, _RUN.findall(read.text)) if not any(word in run for word in broad_words(read))]
        telling += [(run,) for run in runs if any(self._prints(choice, [run]) for choice in choices)]
        left = [choice for choice in choices if all(self._prints(choice, ways) for ways in telling)]
        if not telling or len({choice.divisions for choice in left}) != 1:
            return None
        found = {project.id: project for choice in left for project in self._projects(choice)}
        projects = tuple(found.values())
        return About(projects=projects, field=read.field or "division", by_meaning=True) if projects else None

    def _prints(self, choice: Choice, ways: Sequence[str]) -> bool:
        text = key("、".join([*map(whole_text, self._projects(choice)), *choice.divisions]))
        return any(way in text for way in ways)

    def _projects(self, choice: Choice) -> list[Project]:
        return [project for project in map(self._catalogue.project, choice.project_ids) if project]


def _telling(read: Understanding) -> list[tuple[str, ...]]:
    """What the question says of the broad word's thing, each as keys of which one is to be printed.

    A noun is joined to the word (外壁の工事), or stands with it in the name that is all that is said; a deed is a verb.
    """
    broad, text = broad_words(read), key(read.text)
    nouns = [key(word) for word in read.subject_words if len(word) >= _SHORTEST]
    nouns = [noun for noun in nouns if not any(noun in word for word in broad)]
    joined = [noun for noun in nouns if any(f"{noun}{joint}{word}" in text for word in broad for joint in ("の", ""))]
    verbs = [word for word in words(read.text) if word.part_of_speech[0] == "動詞"]
    deeds = [printed for printed in (printed_for([verb]) for verb in verbs) if printed]
    return [*((noun,) for noun in joined), *deeds]
