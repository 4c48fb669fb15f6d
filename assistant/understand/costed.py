"""Projects named in part, where a question computes with costs (本庁舎の分を除いた重点事業の合計) or asks for codes.

Only few projects print a cost or a code, so a word that would be too short for a name elsewhere is plain here; so is
one that stands in one breath with a name (新庁舎と設計事務).
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from assistant.understand.cues import find_cues
from assistant.understand.enumerated import enumerated
from assistant.understand.lexicon import Mention, clause_ends
from assistant.understand.normalize import key
from assistant.understand.set_patterns import set_patterns
from corpus.catalogue import Catalogue

_COMPUTES = frozenset({"sum", "average", "largest", "smallest", "ranking", "difference", "compare", "share", "place"})
# What a project's name ends with besides its matter.
_ENDING = re.compile(r"等?(?:推進|整備|管理|運営|実施|促進|支援|対策)*(?:事業|事務|業務)$")
# What only few projects print.
Printed = Literal["cost_million_yen", "code", "goal", "note"]
_KIND = re.compile("(?:事業|事務|業務)$")
_JOINT = re.compile("と|や|及び|および|それと|あと|")
# Behind the beginning of a name that stands for the whole.
_ENDS_THERE = re.compile("の?(?:事業|事務|業務)|と|や|の(?:[0-9一二三四五]つ|担当|所管|課)|$")
_SHORTEST = 2
_JOINED = re.compile(r"等?(?:の?[一-龥]{2,4}){0,2}(?:と|や|及び|および|それと|あと)")
_WORD_GOES_ON = re.compile(r"(?!(?:推計)?事業費|費用?|分)[一-龥ァ-ヴー]")
_NAME_GOES_ON = re.compile(
    r"等?(?:の?(?:推進|整備|管理|運営|実施|促進|支援|対策|建設|新築|建て替え|建替え))*(?:事業(?!費)|事務|業務)?(?:費用?(?!用))?"
)


def with_parts(
    text: str, mentions: Sequence[Mention], matters: Sequence[tuple[str, tuple[str, ...]]], catalogue: Catalogue
) -> Sequence[Mention]:
    """The mentions with the projects that are named in part, where few projects can be meant."""
    cues = find_cues("asks", text)
    if computes_costs(cues, text):
        return named_in_part(text, mentions, matters, catalogue)
    card: tuple[Printed, ...] = ("code", "goal", "note")
    for field in card:
        found = named_in_part(text, mentions, matters, catalogue, field) if field in cues else []
        # 目標 may be any matter's; of two it is a card's
        if (field == "code" and found) or len(found) > max(len(mentions), 1):
            return found
    row = enumerated(text, mentions, matters, catalogue) if "count" not in cues else mentions
    return row if row != mentions else named_beside(text, mentions, matters, catalogue)


def named_in_part(
    text: str,
    mentions: Sequence[Mention],
    matters: Iterable[tuple[str, tuple[str, ...]]],
    catalogue: Catalogue,
    field: Printed = "cost_million_yen",
) -> list[Mention]:
    """The mentions with those of projects with a cost (a code, a goal) that the text names by a part.

    ``matters`` are (word, project ids).
    """
    folded, stops = key(text), set(clause_ends(text))
    names = {p.id: p.name for p in catalogue.projects if getattr(p, field)}
    words = [(key(word), ids[0]) for word, ids in matters if len(ids) == 1 and ids[0] in names]
    words += _heads(names)
    found = list(mentions)
    for word, project_id in sorted(words, key=lambda entry: -len(entry[0])):
        at = folded.find(word)
        if at < 0 or (at not in stops and _WORD_GOES_ON.match(folded[max(at - 1, 0) : at])):
            continue
        rest = _NAME_GOES_ON.match(folded, at + len(word))
        end = rest.end() if rest else at + len(word)
        free = all(end <= other.start or at >= other.end for other in found)
        if free and (end in stops or not _WORD_GOES_ON.match(folded, end)):
            found.append(Mention("project", (project_id,), at, end))
    return sorted(found, key=lambda mention: mention.start)


def named_beside(
    text: str, mentions: Sequence[Mention], matters: Iterable[tuple[str, tuple[str, ...]]], catalogue: Catalogue
) -> list[Mention]:
    """The mentions with the one project of a matter, or of what its name begins with, joined to a named project.

    新庁舎の整備と設計事務; 固定資産税賦課事務と徴収、三つとも.
    """
    folded, found = key(text), list(mentions)
    named = [mention for mention in mentions if mention.kind == "project" and mention.full]
    for word, ids in matters:
        at = folded.find(key(word))
        end = at + len(key(word))
        gaps = [folded[end : one.start] if at < one.start else folded[one.end : at] for one in named]
        if at >= 0 and len(ids) == 1 and any(map(_JOINED.fullmatch, gaps)):
            found.append(Mention("project", ids, at, end))
    return sorted([*found, *_by_heads(text, found, catalogue)], key=lambda mention: mention.start)


def _by_heads(text: str, mentions: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """The projects that stand beside others by what their names begin with."""
    named = [mention for mention in mentions if mention.kind == "project" and len(mention.names) == 1]
    folded, stops = key(text), set(clause_ends(text))
    found: list[Mention] = []
    for project in catalogue.projects if named else ():
        head = key(_KIND.sub("", project.name))
        at, end = folded.find(head), folded.find(head) + len(head)
        taken = any(at < one.end and one.start < end for one in mentions)
        ends = end in stops or _ENDS_THERE.match(folded, end)
        if at < 0 or taken or len(head) < _SHORTEST or not ends:
            continue
        gaps = [folded[end : one.start] if at < one.start else folded[one.end : at] for one in named]
        if any(map(_JOINT.fullmatch, gaps)):
            found.append(Mention("project", (project.id,), at, end))
    return found


def computes_costs(cues: frozenset[str], text: str) -> bool:
    """Whether the question asks for a cost or computes with costs."""
    of_costs = {"cost", "priority"} & cues or set_patterns()["of_money"].search(text)
    adds_up = "sum" in cues and "count" not in cues
    return "cost" in cues or adds_up or bool(_COMPUTES & cues and of_costs)


def _heads(names: dict[str, str]) -> list[tuple[str, str]]:
    """What the names begin with, where no other costed project's name holds it."""
    heads = [(key(_ENDING.sub("", name)), project_id) for project_id, name in names.items()]
    return [
        (head, own)
        for head, own in heads
        if len(head) >= _SHORTEST and not any(head in key(name) for other, name in names.items() if other != own)
    ]
