"""Whether several are the same in one thing: はい or いいえ first, of just what is asked (担当は同じ？, 同じ事業？)."""

import re

from assistant.look_up.evidence import holds_word, whole_text
from assistant.look_up.findings import About, Correction, Finding, Items, projects_of
from assistant.understand.all_alike import asks_if_alike
from assistant.understand.normalize import key
from assistant.understand.premise import asks_openly
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue

_SEVERAL = 2
_ONE_PROJECT = re.compile(
    "と(?:は|も)?(?P<how>同じ|おなじ|一緒の?|いっしょの?|別の?|違う|ちがう)(?:事業|事務|プロジェクト)"
    "(?:です|なの|な|でしょう|だ|の|か|よね|ね|でいい)*[?？。]*$"
)
_APART = ("別", "違", "ち")


def with_sameness(read: Understanding, finding: Finding, catalogue: Catalogue) -> Finding:
    """The finding, with whether those asked about have the same division, or are one project."""
    if read.language != "ja" or asks_openly(read.text) or not isinstance(finding, About | Items):
        return finding
    one = _ONE_PROJECT.search(read.text)
    if one is not None:
        return _one_project(read, finding, one["how"].startswith(_APART), catalogue)
    asked = asks_if_alike(read.text)
    if asked is None or not isinstance(finding, About) or len(finding.projects) < _SEVERAL:
        return finding
    if finding.correction is not None or finding.silent_on or finding.unclear_on or finding.contrast:
        return finding
    alike = len({frozenset(project.divisions) for project in finding.projects}) == 1
    shared = finding.projects[0].divisions if alike else None
    return finding.model_copy(update={"correction": _verdict(alike, asked), "shared": shared, "field": "division"})


def _one_project(read: Understanding, finding: About | Items, apart: bool, catalogue: Catalogue) -> Finding:
    """Whether the thing named is of the one project at hand (扇湖山荘と同じ事業？)."""
    left = read.at_hand.projects if read.at_hand else ()
    own = catalogue.project(left[0]) if len(left) == 1 else None
    found = projects_of(finding)
    if own is None or len(found) != 1 or not read.subject_words:
        return finding
    printed = key(whole_text(found[0]))
    if not all(holds_word(printed, key(word)) for word in read.subject_words):
        return finding
    both = found if own == found[0] else (own, *found)
    verdict = _verdict(len(both) == 1, "differ" if apart else "same")
    return About(projects=both, field="content", correction=verdict)


def _verdict(alike: bool, asked: str) -> Correction:
    holds = alike == (asked == "same")
    return Correction(claimed=(), holds=holds, of_division=False, verdict="same" if asked == "same" else "differ")
