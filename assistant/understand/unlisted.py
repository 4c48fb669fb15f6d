"""Words that look like a division's name but are none of the plan's (ごみ対策課)."""

import re
from collections.abc import Collection, Sequence
from functools import reduce

from assistant.understand.cues import find_cues
from assistant.understand.lexicon import Mention
from assistant.understand.normalize import key
from assistant.understand.premise import asks_openly

_DIVISION_LIKE = re.compile(r"[一-龥ァ-ヴー々]{2,12}(?:課|支所|出張所|事務局|センター)(?![税長題程外徴])")
_NO_DIVISION = re.compile(
    r"(何|どの|その|この|担当|所管|関連|関係|各|全|他|複数|別|主管|管轄|当該|両|同|責任|数|以上|つ)の?(課|室|支所|センター|事務局)$"
)


def unlisted_divisions(text: str, mentions: Sequence[Mention], names: Collection[str]) -> tuple[str, ...]:
    """Such words of the text; ``names`` are the plan's divisions, its related ones too."""
    known = [key(name) for name in names]
    spelled = [key(text)[mention.start : mention.end] for mention in mentions]
    found = [match[0] for match in _DIVISION_LIKE.finditer(text) if not _NO_DIVISION.search(match[0])]
    return tuple(
        dict.fromkeys(
            name
            for name in found
            if not any(other in key(name) for other in known) and not any(key(name) in other for other in spelled)
        )
    )


def without_unlisted(text: str, mentions: Sequence[Mention], names: Collection[str]) -> str:
    """The text with 〇〇 for each unlisted division that is claimed to have something: its name is no matter."""
    if "premise" not in find_cues("asks", text) or asks_openly(text):
        return text
    named = [name for name in unlisted_divisions(text, mentions, names) if name.endswith("課")]
    return reduce(lambda rest, name: rest.replace(name, "〇" * len(name)), named, text)
