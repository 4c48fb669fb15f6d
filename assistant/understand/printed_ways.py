"""The ways in which plans print one administrative term: other names for it, other spellings, joined by の or not.

``data/printed_ways.csv`` has the names that laws and cities use for the same service; it names no city's project.
"""

import csv
from functools import cache
from importlib import resources

# Words that officials spell in several ways; one of each is used for comparing.
_SPELLINGS = (("子ども", "こども"), ("子供", "こども"), ("障がい", "障害"), ("障碍", "障害"))
# What is done with a thing, as plans write it behind the thing's name: each end may be written as the others.
_ENDS = (
    ("運営", ("の運営", "管理運営", "の管理運営", "の管理及び運営", "の管理、運営")),
    ("管理", ("の管理", "維持管理", "の維持管理")),
    *((end, (f"の{end}",)) for end in ("振興", "推進", "対策", "支援", "整備", "保全", "助成", "保護")),
)
# 市の運営 is no name of a service: the thing has so many characters at least.
_SHORTEST_THING = 3


def spelled(text: str) -> str:
    """The key with each word that has several spellings in one of them."""
    for other, one in _SPELLINGS:
        text = text.replace(other, one)
    return text


def respelled(word: str) -> tuple[str, ...]:
    """The word in each of its spellings, as it is first."""
    found = [word]
    for group in (("子ども", "子供", "こども"), ("障がい", "障害")):
        held = next((one for one in group if one in word), None)
        found += [word.replace(held, other) for other in group if held and other != held]
    return tuple(dict.fromkeys(found))


@cache
def ways_of(term: str) -> tuple[str, ...]:
    """The term and what is printed for the same thing, in one spelling."""
    named = (term, *_names().get(term, ()))
    return tuple(dict.fromkeys(spelled(way) for name in named for way in (name, *_joined(name))))


def _joined(term: str) -> tuple[str, ...]:
    """図書館運営 as 図書館の運営 and 図書館の管理運営."""
    for end, others in _ENDS:
        thing = term.removesuffix(end)
        if thing != term and len(thing) >= _SHORTEST_THING and not thing.endswith(("の", "管理", "維持")):
            return tuple(thing + other for other in others)
    return ()


@cache
def _names() -> dict[str, tuple[str, ...]]:
    text = resources.files("assistant.understand").joinpath("data", "printed_ways.csv").read_text(encoding="utf-8-sig")
    return {row["term"]: tuple(row["also"].split("、")) for row in csv.DictReader(text.splitlines())}
