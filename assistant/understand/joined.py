"""Several matters in one line (引っ越しとパスポート): each is read by itself, so that none of them is dropped."""

import re
from collections.abc import Iterator, Sequence

from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import find_topics

_JOINT = re.compile(r"(?:とか|および|及び|[と、や,&/])(?:、|あと|それと|それから)?")
# What may stand between a matter's word and the joint.
_TAIL = re.compile(
    r"(?:届け?|票|証|写し)?(?:の?(?:手続き?|届け?出?|申請|登録|証明書?|こと|件|相談|窓口|担当|支払い?|納付))?$"
)
_COMPARES = re.compile("違い|違う|同じ|比べ|どちら|どっち|関係")
# 競争|入札
_HEAD = re.compile("[一-龥ァ-ヴー]{0,4}")
# Asked of a part that ends at a joint: the others have the question's own words behind them.
_ASKS = "の担当課はどこですか"


def joined_parts(text: str) -> tuple[str, ...]:
    """The parts of the folded text that stand side by side, a matter's word on either side of each joint; or none."""
    joints = [] if _COMPARES.search(text) else list(_joints(text))
    if not joints:
        return ()
    edges = [0, *(edge for joint in joints for edge in joint.span()), len(text)]
    parts = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return (*(part + _ASKS for part in parts[:-1]), parts[-1])


def are_apart(parts: Sequence[Understanding]) -> bool:
    """Whether every part is about something, no two of them about the same, and the plan knows of one at least."""
    leads = [_lead(part) for part in parts]
    said = all(lead or part.absent_topics or part.broad for lead, part in zip(leads, parts, strict=True))
    known = [project_id for lead in leads for project_id in lead]
    return said and bool(known) and len(known) == len(set(known))


def _joints(text: str) -> Iterator[re.Match[str]]:
    for joint in _JOINT.finditer(text):
        before, after = key(text[: joint.start()]), key(text[joint.end() :])
        left, right = find_topics(before), find_topics(after)
        ends = left and _TAIL.fullmatch(before[max(hit.end for hit in left) :])
        if ends and right and _HEAD.fullmatch(after[: right[0].start]):
            yield joint


def _lead(part: Understanding) -> set[str]:
    """The projects that the part leads to most surely; none where it is about something that the plan has not."""
    if part.absent_last or part.broad:
        return set()
    best = max(part.linked.values(), default=0.0)
    return {project_id for project_id, weight in part.linked.items() if weight == best}
