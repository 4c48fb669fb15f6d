"""Words that lead to projects of several divisions alike, where nothing else in the question sets them apart."""

from collections.abc import Collection, Sequence

from assistant.look_up.choices import choose
from assistant.look_up.evidence import Candidate, Evidence
from assistant.look_up.findings import Unclear
from assistant.look_up.said import more_is_said
from assistant.understand.choosing import POINTERS
from assistant.understand.question import Understanding
from corpus.records import Project

# A word with several readings leads to each of them by less (税金).
_PLAIN_LINK = 0.6
_SAME_LINK = 0.01
_CALLED = 1.0
_MOST = 8


def shared(
    read: Understanding, ranked: Sequence[Candidate], evidence: Evidence, sure: float, branches: Collection[Project]
) -> Unclear | None:
    """The projects as choices: one word of the vocabulary leads to them (税の証明), or they print all that is said.

    Not where the one project is called by it (検査), nor where the topic model is ``sure`` or a verb tells more; branch
    offices are one.
    """
    claims = read.divisions or read.unknown_divisions or read.projects or read.place_divisions
    if claims or read.each or read.parts or read.field not in ("division", None) or len(read.topic_words) > 1:
        return None
    if not read.linked and (read.broad or more_is_said(read) or max(one.guess for one in ranked) >= sure):
        return None
    said = [word for word in read.subject_words if word not in POINTERS]
    printed = [one.project for one in ranked if evidence.says_whole(one.project, said)]
    alike = _alike(ranked) if read.linked else [one for one in ranked if one.project in printed]
    found = [one.project for one in alike if one.name >= _CALLED] or [one.project for one in alike]
    apart = {project.divisions for project in found if project not in branches}
    if ranked[0].project not in found or len(apart) < 2:
        return None
    return choose([*found, *(project for project in printed if project not in found)][:_MOST], read.field)


def _alike(ranked: Sequence[Candidate]) -> list[Candidate]:
    """The candidates to which the vocabulary leads as surely as to the best."""
    least = max(ranked[0].linked - _SAME_LINK, _PLAIN_LINK)
    return [one for one in ranked if one.linked >= least]
