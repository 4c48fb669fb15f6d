"""An answer as server-sent events."""

import json
import logging
import re
from collections.abc import AsyncIterator, Iterator

from sse_starlette import ServerSentEvent
from starlette.concurrency import iterate_in_threadpool

from assistant.api.errors import error_body
from assistant.api.views import BRIEF_PROJECTS
from assistant.ports import StreamingAssistant
from corpus.errors import PlanAssistantError
from corpus.records import Piece, Question

logger = logging.getLogger(__name__)

SEARCHING = {"status": "searching", "message": "計画書を調べています。"}
FOUND = {"status": "found", "message": "計画書の該当箇所が見つかりました。"}
# A marker such as [12] stays whole, so that a page can make it a link as it arrives.
TOKEN = re.compile(r"\[\d+\]|[^\[]{1,8}|\[")


async def answer_events(assistant: StreamingAssistant, question: Question) -> AsyncIterator[ServerSentEvent]:
    """``status`` …, ``token`` …, ``answer``; or ``status``, ``error``. The tokens joined are the answer's text.

    The second ``status`` has the citations, as soon as they are found: whatever a language model does after that.
    """
    yield _event("status", SEARCHING)
    try:
        async for piece in iterate_in_threadpool(assistant.stream(question)):
            for event in _events_of(piece):
                yield event
    except PlanAssistantError as error:
        yield _event("error", error_body(error))
    except Exception:
        # The response has begun: its status can no longer say 500, so the event does, and the log has the trace.
        logger.exception("the answer failed in mid-stream")
        yield _event("error", error_body(PlanAssistantError()))


def _events_of(piece: Piece) -> Iterator[ServerSentEvent]:
    if piece.found is not None:
        yield _event("status", {**FOUND, "citations": [citation.model_dump(mode="json") for citation in piece.found]})
    for token in tokens(piece.text or ""):
        yield _event("token", token)
    if piece.answer:
        yield _event("answer", piece.answer.model_dump(mode="json", exclude=BRIEF_PROJECTS))


def tokens(text: str) -> Iterator[str]:
    """The text in pieces of a few characters."""
    return (found.group() for found in TOKEN.finditer(text))


def _event(name: str, data: object) -> ServerSentEvent:
    return ServerSentEvent(json.dumps(data, ensure_ascii=False), event=name, sep="\n")
