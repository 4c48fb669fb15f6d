"""Projects named one after the other in short (契約と検査と統計の担当課): each word there is a whole name's head.

A word that would be too short for a name elsewhere is plain in such a row, if every member of the row is known.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from assistant.understand.lexicon import Mention
from assistant.understand.normalize import key
from corpus.catalogue import Catalogue

_ENDING = re.compile(r"等?(?:推進|促進)?(?:事業|事務|業務)$")
_KIND = re.compile(r"(?:事業|事務|業務)$")
_GOES_ON = re.compile(r"等?の?(?:事業|事務|業務|仕事|手続き?|こと|話|件|ほう|方)?")
_JOIN = re.compile("と|や|(?<=ほう)も(?=.+ほう)|及び|および|それから|あと")
_STOPS = re.compile(r"[、。,・/?!]")
# What may stand behind the row: nothing that goes on with the last name (契約の検査).
_BEHIND = re.compile(
    r"$|[はがをにでっ]|とも|(?<=ほう)も(?!.+ほう)|の?(?:それぞれ|各|両|[0-9一二三四五六七八九]|担当|所管|課|部署|窓口|連絡|電話|問|会計|コード|ページ)"
)
_SHORTEST = 2
_SEVERAL = 2


def enumerated(
    text: str, mentions: Sequence[Mention], matters: Iterable[tuple[str, tuple[str, ...]]], catalogue: Catalogue
) -> list[Mention]:
    """The mentions with the projects of a row of short names; the mentions alone where there is no such row."""
    folded, stops = key(text), _stops(text)
    heads = _heads(catalogue)
    named = {**{key(word): ids[0] for word, ids in matters if len(ids) == 1}, **heads}
    for start in (0, *sorted(stops)):
        row = _row(folded, start, stops, named)
        in_heads = any(folded[one.start : one.end].startswith(head) for one in row for head in heads)
        if len({one.names for one in row}) >= _SEVERAL and in_heads:
            free = [m for m in mentions if all(m.end <= one.start or m.start >= one.end for one in row)]
            return sorted([*free, *row], key=lambda mention: mention.start)
    return list(mentions)


def _row(folded: str, start: int, stops: Iterable[int], named: Mapping[str, str]) -> list[Mention]:
    """The members of the row that begins there, all of them known; none where the row has another member."""
    row: list[Mention] = []
    at = start
    while True:
        name = max((n for n in named if folded.startswith(n, at)), key=len, default="")
        if not name:
            return []
        rest = _GOES_ON.match(folded, at + len(name))
        ends = [at + len(name), *([rest.end()] if rest else [])]
        row.append(Mention("project", (named[name],), at, ends[0]))
        join = next((m for end in reversed(ends) if (m := _JOIN.match(folded, end))), None)
        if join and not _BEHIND.match(folded, join.start()):
            at = join.end()
            continue
        if any(_BEHIND.match(folded, end) for end in ends):
            return row
        stop = next((end for end in ends if end in stops), None)
        if stop is None:
            return []
        if not any(folded.startswith(n, stop) for n in named):
            return row
        at = stop


def _heads(catalogue: Catalogue) -> dict[str, str]:
    """What the names of the projects begin with, each the name of one project alone."""
    found: dict[str, set[str]] = {}
    for project in catalogue.projects:
        for name in (project.name, project.name.replace("等", "")):
            for spelled in (name, _KIND.sub("", name), _ENDING.sub("", name)):
                found.setdefault(key(spelled), set()).add(project.id)
    return {head: ids.pop() for head, ids in found.items() if len(ids) == 1 and len(head) >= _SHORTEST}


def _stops(text: str) -> set[int]:
    """Where in the key of the text a comma, a dot or a sign ends a part."""
    length, found = 0, set()
    for part in _STOPS.split(text)[:-1]:
        length += len(key(part))
        found.add(length)
    return found
