"""An answer as server-sent events."""

import json
import logging
import re
from collections.abc import AsyncIterator, Iterator

from sse_starlette import ServerSentEvent
from starlette.concurrency import run_in_threadpool

from assistant.api.errors import error_body
from assistant.api.views import BRIEF_PROJECTS
from assistant.ports import Assistant
from corpus.errors import PlanAssistantError
from corpus.records import Question

logger = logging.getLogger(__name__)

SEARCHING = {"status": "searching", "message": "計画書を調べています。"}
# A marker such as [12] stays whole, so that a page can make it a link as it arrives.
TOKEN = re.compile(r"\[\d+\]|[^\[]{1,8}|\[")


async def answer_events(assistant: Assistant, question: Question) -> AsyncIterator[ServerSentEvent]:
    """``status``, ``token`` …, ``answer``; or ``status``, ``error``. The tokens joined are the answer's text."""
    yield _event("status", SEARCHING)
    try:
        answer = await run_in_threadpool(assistant.ask, question)
    except PlanAssistantError as error:
        yield _event("error", error_body(error))
        return
    except Exception:
        # The response has begun: its status can no longer say 500, so the event does, and the log has the trace.
        logger.exception("the answer failed in mid-stream")
        yield _event("error", error_body(PlanAssistantError()))
        return
    for token in tokens(answer.answer):
        yield _event("token", token)
    yield _event("answer", answer.model_dump(mode="json", exclude=BRIEF_PROJECTS))


def tokens(text: str) -> Iterator[str]:
    """The text in pieces of a few characters."""
    return (found.group() for found in TOKEN.finditer(text))


def _event(name: str, data: object) -> ServerSentEvent:
    return ServerSentEvent(json.dumps(data, ensure_ascii=False), event=name, sep="\n")
