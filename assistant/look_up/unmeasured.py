"""Sizes and shares that a plan does not measure: the largest of several rows, a share of what it does not count."""

import re

from assistant.look_up.findings import About, Absent, Finding, OfSet
from assistant.understand.closed_claim import closed_question
from assistant.understand.question import Understanding

_SEVERAL = 2
# How large a part is asked for.
_SHARE = re.compile("何(?:割|%|パーセント|分の)")
# A size of things in the city, which no plan compares.
_OF_THINGS = re.compile("(?:一番|いちばん|最も|もっとも)(?:広|狭|長|短|古|新し|有名|近|遠)")
_SIZE = re.compile("(?:一番|いちばん|最も|もっとも)(?:大き|小さ|広|狭|高い|低い|長|短|古|新し|多|少な|有名|近|遠)")
_NEAREST = 3


def without_unmeasured(read: Understanding, finding: Finding) -> Finding:
    """The finding; or that the plan is silent, where nothing was computed of what is asked (一番大きい支所は)."""
    if isinstance(finding, About):
        several = len(finding.projects) >= _SEVERAL or _SIZE.search(read.text)
        by_meaning = finding.by_meaning and finding.field in ("division", "content")
        asked = read.operation in ("largest", "smallest") and by_meaning and several
        return Absent(reason="unknown", nearest=finding.projects[:_NEAREST]) if asked else finding
    extreme = isinstance(finding, OfSet) and finding.over_cost and finding.operation in ("largest", "smallest")
    if extreme and _OF_THINGS.search(read.text):
        return Absent(reason="unknown")
    whole = isinstance(finding, OfSet) and finding.operation == "share" and finding.filters.is_empty
    if (
        whole
        and (_SHARE.search(read.text) or closed_question(read.text))
        and isinstance(finding, OfSet)
        and len(finding.projects) == len(finding.base)
    ):
        return Absent(reason="unknown")
    return finding
