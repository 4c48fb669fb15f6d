"""What is computed over what was spoken of: its share of the whole, the larger or smaller of the list."""

import re

from assistant.understand.ellipsis import LONGEST_ELLIPSIS, has_no_subject
from assistant.understand.lists import by_number
from assistant.understand.question import Filters, Understanding
from assistant.understand.reference import Reference

OVER_SETS = {"sum", "average", "largest", "smallest", "ranking", "count"}
_COUNTED = ("list", "count")
_OF_MONEY = re.compile(r"費|額|円|予算|お金|コスト")
_EXTREME = re.compile(
    r"^(?:じゃあ?|では|で|なら|逆に|反対に|そのうち|その中で|中で)?[、,]?(?:一番|いちばん|最も)?(?:事業費(?:が|の))?"
    r"(?:(?P<largest>高|大き|多)|(?P<smallest>安|小さ|少な|低))い(?:の|ほう|方)(?:は|って)(?:どれ|何|どの事業)?(?:です)?か?[?？。]*$"
)


def share(asked: Reference) -> Understanding | None:
    """全体の何％？: what was spoken of as a share, of the costs where it was costs, else of the number of projects."""
    read, state = asked.read, asked.state
    if read.operation != "share" or read.projects or read.divisions or not state.focus:
        return None
    if not has_no_subject(read, asked.refers):
        return None
    if state.operation in _COUNTED and not asked.refers & {"it", "among"} and not _OF_MONEY.search(read.text):
        counted = {"divisions": state.divisions if not state.filters else (), "filters": state.filters}
        return read.model_copy(update={**counted, "inherited": True})
    costed = [p for p in map(asked.catalogue.project, state.focus) if p and p.cost_million_yen is not None]
    return asked.about(state.focus, inherited=False, field="cost", filters=None) if costed else None


def place(asked: Reference) -> Understanding | None:
    """重点事業の中では何番目？: where what was spoken of stands by its cost."""
    read, state = asked.read, asked.state
    if "place" not in read.cues or read.projects or read.divisions or len(state.focus) != 1:
        return None
    named = {"projects": state.focus, "names_whole": True}
    return read.model_copy(update=named) if has_no_subject(read, asked.refers) else None


def extreme(asked: Reference) -> Understanding | None:
    """高いのは？ of a list that was shown, without a word like 一番."""
    found = _EXTREME.search(asked.read.text)
    if not found or by_number(asked) or len(asked.state.shown) < 2 or len(asked.read.text) > LONGEST_ELLIPSIS:
        return None
    operation = "largest" if found["largest"] else "smallest"
    filters = Filters(among=asked.state.shown)
    return asked.read.model_copy(update={"operation": operation, "filters": filters, "inherited": True})
