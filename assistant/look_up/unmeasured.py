"""Sizes and shares that a plan does not measure: the largest of several rows, a share of what it does not count."""

from assistant.look_up.findings import About, Absent, Finding, OfSet
from assistant.understand.question import Understanding

_SEVERAL = 2
_NEAREST = 3


def without_unmeasured(read: Understanding, finding: Finding) -> Finding:
    """The finding; or that the plan is silent, where nothing was computed of what is asked (一番大きい支所は)."""
    if isinstance(finding, About):
        several = finding.by_meaning and len(finding.projects) >= _SEVERAL and finding.field in ("division", "content")
        asked = read.operation in ("largest", "smallest") and several
        return Absent(reason="unknown", nearest=finding.projects[:_NEAREST]) if asked else finding
    whole = isinstance(finding, OfSet) and finding.operation == "share" and finding.filters.is_empty
    if whole and isinstance(finding, OfSet) and len(finding.projects) == len(finding.base):
        return Absent(reason="attribute", detail="お尋ねの割合", whole=True)
    return finding
