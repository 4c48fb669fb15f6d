"""Questions that set what two or more do beside each other: 違いは？, 分担, 比べて, 同じことをやってる？."""

import re
from collections.abc import Mapping
from functools import cache

from assistant.conversation import ConversationState
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.reference import Reference
from assistant.understand.vocabulary import read_yaml
from corpus.catalogue import Catalogue

_MOST = 4
_SHORTEST_PLACE = 2


def is_contrast(text: str) -> bool:
    """Whether the folded text asks how what is named differs, of no money, number, year or field."""
    return bool(_pattern("asks").search(text)) and not _pattern("not_of").search(text)


def asks_which_of_its(text: str) -> bool:
    """Whether it is asked which of a project's divisions does what (分担は？, どっちの課？, 主な課は？)."""
    return bool(_pattern("which_of_its").search(text))


def asks_which_is(text: str) -> bool:
    """Whether one of two is to be told by what it is like (どっちが楽)."""
    return bool(_pattern("which_is").search(text))


def not_by_cost(read: Understanding, state: ConversationState) -> Understanding:
    """The question without a comparison of costs, where nothing tells of a size, a number or money (どっちがやるの).

    Where costs were spoken of, it compares them, and sets nothing else beside each other.
    """
    if state.field == "cost" or (state.operation or "list") not in ("list", "count"):
        return read.model_copy(update={"contrast": False})
    if read.operation != "compare" or _pattern("of_size").search(read.text):
        return read
    return read.model_copy(update={"operation": None, "operands": ()})


def divisions_contrasted(read: Understanding, catalogue: Catalogue) -> tuple[str, ...]:
    """The divisions that the question names, a branch office by its place alone too (玉縄と大船は同じ？)."""
    text = key(read.text)
    placed = [division.name for division in catalogue.divisions if _is_placed(division.name, text)]
    return tuple(dict.fromkeys((*read.divisions, *placed)))


def beside_another(asked: Reference) -> Understanding | None:
    """会計課との違いは？ after another division, 検査事務とは？ after a project; どう違うの？ after two of them."""
    read, state = asked.read, asked.state
    if not read.contrast or read.codes or read.filters:
        return None
    plain = {"operation": None, "field": None, "attribute": None, "place_divisions": (), "inherited": False}
    named = divisions_contrasted(read, asked.catalogue)
    if not named and len(read.projects) == 1 and len(state.focus) == 1 and read.projects != state.focus:
        return asked.about((*state.focus, *read.projects), **plain)
    one_more = bool(named) and not read.projects and bool(state.divisions) and not set(named) & set(state.divisions)
    if one_more and len(named) == 1 and len(state.divisions) < _MOST:
        return asked.of_divisions((*state.divisions, *named), **plain)
    if named or read.projects or read.subject_words or read.linked:
        return None
    return _of_those_spoken_of(asked, plain)


def _of_those_spoken_of(asked: Reference, plain: Mapping[str, object]) -> Understanding | None:
    """The two or more that were told together, or one after the other."""
    state = asked.state
    if 1 < len(state.divisions) <= _MOST:
        return asked.of_divisions(state.divisions, **plain)
    if 1 < len(state.focus) <= _MOST:
        return asked.about(state.focus, **plain)
    earlier = [spoken for spoken in state.before if len(spoken.divisions) == 1 and spoken.focus != state.focus]
    if not earlier or len(state.divisions) != 1:
        return None
    if len(state.focus) == len(earlier[-1].focus) == 1:
        return asked.about((*earlier[-1].focus, *state.focus), **plain)
    divisions = tuple(dict.fromkeys((*earlier[-1].divisions, *state.divisions)))
    return asked.of_divisions(divisions, **plain) if len(divisions) > 1 else None


def _is_placed(name: str, text: str) -> bool:
    """Whether the text (a key) names the place of the branch office."""
    ending = next((suffix for suffix in read_yaml("meaning.yaml")["branch_suffixes"] if name.endswith(suffix)), "")
    place = key(name.removesuffix(ending)) if ending else ""
    return len(place) >= _SHORTEST_PLACE and place in text


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A pattern of ``contrast.yaml``; of several one will do."""
    entry = read_yaml("contrast.yaml")[name]
    return re.compile(entry if isinstance(entry, str) else "|".join(entry))
