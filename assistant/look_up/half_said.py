"""Names of which a part slipped one's mind (電子なんとかシステム, 市民なんとか課): what prints them or is called so."""

import re
from collections.abc import Sequence

from assistant.look_up.choices import choice_of_division, choose
from assistant.look_up.evidence import whole_text
from assistant.look_up.findings import About, Finding, Unclear
from assistant.understand.cues import find_cues
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.slipped import Slipped, find_slipped
from assistant.understand.vocabulary import load_generic_words
from corpus.catalogue import Catalogue, Division
from corpus.records import Project

_LONGEST_GAP = 8
_KIND = re.compile("(?:課|室|事務局|局|支所|センター|出張所)$")


class HalfSaid:
    """Finds what a half remembered name may be, in one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._whole = [(project, key(whole_text(project))) for project in catalogue.projects]

    def division(self, read: Understanding) -> tuple[Division, ...]:
        """The divisions whose names have the ends that are remembered; the gap may be nothing (市民課)."""
        ends = find_slipped(read.text)
        kind = _KIND.search(ends.tail) if ends else None
        if ends is None or kind is None or not (ends.head or kind.start()):
            return ()
        if not all(name.endswith(ends.tail) for name in read.divisions):  # ナントカ総務課 reads as 総務課
            return ()
        return tuple(d for d in self._catalogue.divisions if _has_ends(d.name, ends))

    def choice(self, divisions: Sequence[Division]) -> Unclear:
        """The divisions as choices."""
        return Unclear(choices=tuple(map(choice_of_division, divisions)))

    def project(self, read: Understanding) -> Finding | None:
        """The one division's projects that are called so or print the name, or each that does as a choice."""
        part = read.filters.part if read.filters else None
        known = read.operation or "half_known" not in find_cues("choosing", read.text)
        if part and part.field in ("name", "division") and known:
            return None  # 〇〇管理事務という事業の一覧
        ends = find_slipped(read.text)
        if ends is None or (not ends.head and {ends.tail} & load_generic_words()):
            return None
        found = self._called(ends) or (() if _is_a_place_beside(read, ends) else self._printing(ends))
        if len({project.divisions for project in found}) > 1:
            return choose(found, read.field)
        return About(projects=found, field=read.field or "division", by_meaning=True) if found else None

    def _called(self, ends: Slipped) -> tuple[Project, ...]:
        return tuple(project for project in self._catalogue.projects if _has_ends(project.name, ends))

    def _printing(self, ends: Slipped) -> tuple[Project, ...]:
        head, tail = (re.escape(key(end)) for end in ends)
        name = re.compile(f"{head}[^、。・]{{0,{_LONGEST_GAP}}}{tail}")
        return tuple(project for project, text in self._whole if name.search(text))


def _has_ends(name: str, ends: Slipped) -> bool:
    head, tail, whole = key(ends.head), key(ends.tail), key(name)
    return len(whole) >= len(head) + len(tail) and whole.startswith(head) and whole.endswith(tail)


def _is_a_place_beside(read: Understanding, ends: Slipped) -> bool:
    """Whether only the kind of a place is left of its name, beside a matter (なんとかセンターの外壁を直す工事)."""
    matter = [word for word in read.subject_words if word not in ends.tail and word not in read.unknown_words]
    return bool(matter) and not ends.head and _KIND.search(ends.tail) is not None
