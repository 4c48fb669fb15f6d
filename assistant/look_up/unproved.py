"""Claims that the plan can neither confirm nor deny: what was found is about the matter, but does not say so."""

from collections.abc import Sequence

from assistant.look_up.evidence import holds_word, whole_text
from assistant.look_up.findings import About, Absent, Finding, OfSet, OfText
from assistant.understand.closed_claim import (
    amounts_in,
    find_closed_claim,
    nouns_of,
    speaks_of_plan,
    verbs_of,
)
from assistant.understand.normalize import key
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Understanding
from corpus.records import Project

_NEAREST = 3
# A field that is asked for is shown as it is printed; 番号 alone may be the matter's own word (個人番号).
_PRINTED = ("related", "goal", "note", "cost", "schedule", "account", "page")


def without_unproved(read: Understanding, finding: Finding) -> Finding:
    """The finding; or that the plan does not say whether it is so, what was found being a near topic only."""
    if read.language != "ja" or not isinstance(finding, About | OfSet | OfText):
        return finding
    if finding.correction is not None and not finding.correction.of_division:
        return finding
    if isinstance(finding, About) and finding.field in _PRINTED:
        return finding
    claim = find_closed_claim(read.text)
    if not claim or not _goes_beyond(claim, read, finding):
        return finding
    return Absent(reason="claim", nearest=_projects(finding)[:_NEAREST])


def _goes_beyond(claim: str, read: Understanding, finding: About | OfSet | OfText) -> bool:
    """Whether the claim has an amount that was not found printed, or half of the nouns that it says of its matter."""
    printed = "".join(map(whole_text, _projects(finding))) + _passages(finding)
    amounts = key(plain_numbers(printed))
    if any(amount not in amounts for amount in amounts_in(claim)):
        return True
    if finding.correction is not None or isinstance(finding, OfText) or speaks_of_plan(claim, read):
        return False
    told = nouns_of(claim, read)
    if told:
        return 2 * sum(not holds_word(key(printed), word) for word in told) >= len(told)
    verbs = verbs_of(claim, read)
    return bool(verbs) and not any(holds_word(key(printed), word) for word in verbs)


def _projects(finding: About | OfSet | OfText) -> Sequence[Project]:
    return () if isinstance(finding, OfText) else finding.projects


def _passages(finding: About | OfSet | OfText) -> str:
    passages = finding.passages if isinstance(finding, OfText) else ()
    return "".join(passage.title + passage.text for passage in passages)
