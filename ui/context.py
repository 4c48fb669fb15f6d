"""What the page is given by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass

from assistant.feedback import Feedback
from assistant.ports import StreamingAssistant
from corpus.catalogue import Catalogue


@dataclass(frozen=True)
class PageContext:
    """The parts behind the page; the first two raise ``IndexNotLoaded`` (or another of ours) until an index is served.

    ``rate`` keeps a reader's rating and raises ``NotFound`` for an answer that is no longer kept.
    """

    get_assistant: Callable[[], StreamingAssistant]
    get_catalogue: Callable[[], Catalogue]
    rate: Callable[[Feedback], None]
