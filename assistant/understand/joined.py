"""Several things in one line (引っ越しとパスポート): each is read by itself, so that none of them is dropped."""

import re
from collections.abc import Iterator, Sequence

from assistant.understand.cues import find_cues
from assistant.understand.lexicon import Mention
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.telling import only_tells
from assistant.understand.unstated import find_unstated
from assistant.understand.vocabulary import find_topics

_ADDS = "(?:あと|それと|それから|ついでに)(?:は|、)?"
_PLAIN = re.compile("とか|および|及び|[と、や,&/]")
# Such a joint leaves no doubt that something else follows, whatever words stand before it.
_EXPLICIT = re.compile(rf"(?:と、|、|[?？。]|(?<=[いすたて])){_ADDS}|と、")
_JOINT = re.compile(rf"{_EXPLICIT.pattern}|{_PLAIN.pattern}")
# What may stand between a matter's word and the joint.
_TAIL = re.compile(
    r"(?:届け?|票|証|写し)?(?:の[^はがをにで]{1,6}?)?(?:を?(?:扱う|扱っている|担当する|所管する|受け付ける|やっている))?"
    r"(?:の?(?:課|係|部署|窓口|ところ|こと|件))?[がをも]?(?:ほしい|欲しい|したい|ください|下さい|知りたい|教えて)?(?:です|ます)?"
)
# 競争|入札; behind an explicit joint also 下の子の|保育園.
_HEAD, _LONG_HEAD = re.compile("[一-龥ァ-ヴー]{0,4}"), re.compile("[^はがを]{0,10}")
_COMPARES = re.compile("違い|違う|同じ|比べ|どちら|どっち|関係")
# Asked of a part that ends at a joint: the others have the question's own words behind them.
_ASKS = "の担当課はどこですか"
# Times are asked of services too (受付の日時と期限); the plan's are of its projects alone.
_COUNTER = re.compile("課の?(?:窓口|カウンター|受付)[、。]*$")
_OF_TIME = {"schedule", "when", "premise"}
_BEFORE_FACT = re.compile(rf"(?:と|や|、|および|及び|[?？。])(?:{_ADDS})?[^、。?？とや]{{0,6}}$")
_AFTER_FACT = re.compile("^(?:と|や|および|及び)、?")


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


def without_fact(text: str, mentions: Sequence[Mention]) -> tuple[str, str]:
    """The text without a fact that no plan states and that fact's name, where it asks for something else besides.

    課の事業と電話番号 asks for the projects besides; the name is empty where nothing else is asked.
    """
    fact, phrase = find_unstated(text, mentions, besides=True)
    at = text.find(phrase) if fact and phrase else -1
    if fact is None or at < 0 or fact.gives_way == "nothing":
        return text, ""
    before, after = text[:at], text[at + len(phrase) :]
    joint, follows = _BEFORE_FACT.search(before), _AFTER_FACT.match(after)
    rest = before[: joint.start()] if joint else before + after[follows.end() :] if follows else ""
    asks_else = rest and not only_tells(rest) and find_cues("asks", rest) - _OF_TIME and not find_unstated(rest, [])[0]
    return (rest, fact.name) if asks_else and not _is_counter(rest, mentions) else (text, "")


def _is_counter(rest: str, mentions: Sequence[Mention]) -> bool:
    """Whether only the counter of a division is named (〇〇課の窓口、土曜も): nothing is asked of that."""
    named = any(mention.kind == "division" for mention in mentions)
    return named and _COUNTER.search(rest) is not None


def _joints(text: str) -> Iterator[re.Match[str]]:
    for joint in _JOINT.finditer(text):
        before, after = key(text[: joint.start()]), key(text[joint.end() :])
        left, right = find_topics(before), find_topics(after)
        head = _LONG_HEAD if _EXPLICIT.fullmatch(joint[0]) else _HEAD
        ends = left and _TAIL.fullmatch(before[max(hit.end for hit in left) :])
        if ends and right and head.fullmatch(after[: right[0].start]):
            yield joint


def _lead(part: Understanding) -> set[str]:
    """The projects that the part leads to most surely; none where it is about something that the plan has not."""
    if part.absent_last or part.broad:
        return set()
    best = max(part.linked.values(), default=0.0)
    return {project_id for project_id, weight in part.linked.items() if weight == best}
