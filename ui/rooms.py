"""The rooms beside the conversation (課から探す …): each is a pure function of its address and the reader's wishes.

A room's address is the page's fragment, ``#find?division=市民課``: it can be linked, and Back leads to the one before.
``ui/page.js`` sends it here, and shows what comes back.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from ui.context import PageContext
from ui.counter import room as counter
from ui.find import room as find
from ui.look import room as look
from ui.preferences import Preferences
from ui.staff import room as staff

Parameters = Mapping[str, str]
MAX_ADDRESS_CHARACTERS = 2000
MAX_PARAMETERS = 20


@dataclass(frozen=True)
class Room:
    """One room: ``controls`` stay while ``result`` follows the address; both return HTML, every value escaped.

    Both raise the errors of ``PageContext``'s parts; a parameter that is not known is ignored.
    """

    name: str
    controls: Callable[[PageContext, Parameters, Preferences], str]
    result: Callable[[PageContext, Parameters, Preferences], str]


ROOMS = (
    Room("find", find.render_controls, find.render_result),
    Room("look", look.render_controls, look.render_result),
    Room("counter", counter.render_controls, counter.render_result),
    Room("staff", staff.render_controls, staff.render_result),
)


def parameters(query: str) -> Parameters:
    """The fields of an address' query; the last one counts where a name comes twice."""
    pairs = parse_qsl(query[:MAX_ADDRESS_CHARACTERS], keep_blank_values=True, errors="replace")
    return dict(pairs[:MAX_PARAMETERS])
