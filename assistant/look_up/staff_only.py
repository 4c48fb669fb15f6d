"""What a plan prints for the city's own staff alone, asked for as if it were for anybody (健康診断を受けたい)."""

import re

from assistant.look_up.evidence import whole_text
from assistant.look_up.findings import About, Absent, Correction, Finding
from assistant.understand.cues import match_cue
from assistant.understand.normalize import key
from assistant.understand.question import Understanding

_STAFF = re.compile("職員|庁内|行政事務")
# Where one thing that is printed ends and the next begins.
_PART = re.compile("。|並びに|とともに")
_OTHERS = re.compile("市民|住民|区民|町民|村民|利用者|児童|生徒|地域|団体|企業|事業者")
_SHORTEST = 2


def without_staff_only(read: Understanding, finding: Finding) -> Finding:
    """The finding; said first that it is for the staff, or that the plan has none for citizens where they are named."""
    if read.language != "ja" or not isinstance(finding, About) or finding.correction or len(finding.projects) != 1:
        return finding
    wish = match_cue("whom_for", "for_oneself", read.text)
    if wish is None or match_cue("whom_for", "for_staff", read.text):
        return finding
    parts = [*map(key, _PART.split(whole_text(finding.projects[0])))]
    said = [key(word) for word in (*read.topic_words, *read.subject_words) if len(word) >= _SHORTEST]
    thing = next((word for word in said if any(word in part for part in parts)), "")
    printed = [part for part in parts if thing and thing in part]
    if not printed or not all(_STAFF.search(part) and not _OTHERS.search(part) for part in printed):
        return finding
    if match_cue("whom_for", "for_citizens", read.text):
        return Absent(reason="claim", nearest=finding.projects)
    name = key(read.bare) if thing in key(read.bare) else thing
    silent = Correction(claimed=(name,), holds=False, of_division=False, silent="staff")
    return finding.model_copy(update={"correction": silent})
