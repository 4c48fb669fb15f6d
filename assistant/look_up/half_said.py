"""Names of which a part slipped one's mind (電子なんとかシステム, 市民なんとか課): what prints them or is called so."""

import re
from collections.abc import Sequence

from assistant.look_up.choices import choice_of_division, choose
from assistant.look_up.evidence import whole_text
from assistant.look_up.findings import About, Finding, Unclear
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import load_generic_words
from corpus.catalogue import Catalogue, Division

_SLIPPED = re.compile(
    r"(?P<head>[一-龥ァ-ヴーA-Za-z]{0,10})(?:なんとか|何とか|なんとやら|なんちゃら|何ちゃら|なんたら|何たら|ほにゃらら|うんたら|〇+|○+|◯+|(?<=[一-龥])[~〜]+)"
    r"(?:か)?(?P<tail>課|室|局|支所|[一-龥ァ-ヴー]{2,10})"
)
_LONGEST_GAP = 8
_KINDS = ("課", "室", "局", "支所", "事務局", "センター", "出張所")


class HalfSaid:
    """Finds what a half remembered name may be, in one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._whole = [(project, key(whole_text(project))) for project in catalogue.projects]

    def division(self, read: Understanding) -> tuple[Division, ...]:
        """The divisions whose names have the ends that are remembered; the gap may be nothing (市民課)."""
        match = _SLIPPED.search(read.text)
        if not match or not match["head"] or match["tail"] not in _KINDS or read.divisions:
            return ()
        head, tail = key(match["head"]), key(match["tail"])
        return tuple(d for d in self._catalogue.divisions if _has_ends(key(d.name), head, tail))

    def choice(self, divisions: Sequence[Division]) -> Unclear:
        """The divisions as choices."""
        return Unclear(choices=tuple(map(choice_of_division, divisions)))

    def project(self, read: Understanding) -> Finding | None:
        """The one division's projects that print the name, or each that does as a choice."""
        if read.filters and read.filters.part and read.filters.part.field in ("name", "division"):
            return None
        match = _SLIPPED.search(read.text)
        if not match or (not match["head"] and {match["tail"]} & load_generic_words()):
            return None
        head, tail = (re.escape(key(match[part])) for part in ("head", "tail"))
        name = re.compile(f"{head}[^、。・]{{1,{_LONGEST_GAP}}}{tail}")
        found = tuple(project for project, text in self._whole if name.search(text))
        if len({project.divisions for project in found}) > 1:
            return choose(found, read.field)
        return About(projects=found, field=read.field or "division", by_meaning=True) if found else None


def _has_ends(name: str, head: str, tail: str) -> bool:
    return len(name) >= len(head) + len(tail) and name.startswith(head) and name.endswith(tail)
