"""Names of which a part slipped one's mind or was not heard (電子なんとかシステム, ナントカ総務課, 財…なんとか事務)."""

import re
from typing import NamedTuple

_DOTS = r"[.…・\s]*"
_GAP = (
    "(?:なんとか|ナントカ|何とか|なんとやら|なんちゃら|ナンチャラ|何ちゃら|なんたら|ナンタラ|何たら|ほにゃらら|ホニャララ|うんたら"
    "|〇+|○+|◯+|(?<=[一-龥])[~〜]+)か?"
)
# A single character ends a name only where no other follows (なんとか会、).
_SLIPPED = re.compile(
    rf"(?P<head>[一-龥ァ-ヴーA-Za-z]{{0,10}}){_DOTS}(?:{_GAP}{_DOTS}(?:と(?:か)?いう|っていう)?|(?:(?:で|から)(?:始|はじ)まる|が頭の))"
    "(?P<tail>[一-龥ァ-ヴー]{2,10}|[課室局会費税](?![一-龥ァ-ヴー]))"
)


class Slipped(NamedTuple):
    """The ends of a name that are remembered."""

    head: str
    tail: str


def find_slipped(text: str) -> Slipped | None:
    """The first name in the text that has a gap; None where none has."""
    match = _SLIPPED.search(text)
    return Slipped(match["head"], match["tail"]) if match else None
