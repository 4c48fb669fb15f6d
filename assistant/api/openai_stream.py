"""A completion as server-sent events: the citations at once, then the words, then ``[DONE]``."""

import json
import logging
from collections.abc import AsyncIterator, Iterator

from sse_starlette import ServerSentEvent
from starlette.concurrency import iterate_in_threadpool

from assistant.api.errors import OPENAI_PREFIX, error_body
from assistant.api.footnotes import footnotes, wording_of
from assistant.api.openai_requests import ChatRequest
from assistant.api.openai_views import ChunkMaker, note_of, usage_of
from assistant.api.stream import tokens
from assistant.ports import StreamingAssistant
from corpus.errors import PlanAssistantError
from corpus.records import Answer, Citation, Question

logger = logging.getLogger(__name__)

DONE = ServerSentEvent("[DONE]", sep="\n")


async def completion_events(
    assistant: StreamingAssistant, request: ChatRequest, question: Question
) -> AsyncIterator[ServerSentEvent]:
    """The chunks of the answer; a failure on the way is an ``error`` in their place, which OpenAI's clients raise."""
    try:
        async for event in iterate_in_threadpool(_events(assistant, request, question)):
            yield event
    except PlanAssistantError as error:
        yield _event(error_body(error, OPENAI_PREFIX))
    except Exception:
        logger.exception("the completion failed in mid-stream")
        yield _event(error_body(PlanAssistantError(), OPENAI_PREFIX))
    yield DONE


def _events(assistant: StreamingAssistant, request: ChatRequest, question: Question) -> Iterator[ServerSentEvent]:
    chunks, said = ChunkMaker(request), ""
    for piece in assistant.stream(question):
        if piece.found is not None:
            yield _event(chunks.delta(role="assistant", content="") | {"citations": _dumped(piece.found)})
        for token in tokens(piece.text or ""):
            yield _event(chunks.delta(content=token))
        said += piece.text or ""
        if piece.answer:
            rest = _rest(piece.answer, said, question)
            said += rest
            yield _event(chunks.delta(content=rest))
            note = note_of(piece.answer).model_dump(mode="json")
            yield _event(chunks.delta("stop") | {"citations": _dumped(piece.answer.citations), "plan_assistant": note})
    if request.wants_usage:
        yield _event(chunks.usage(usage_of(request, said)))


def _rest(answer: Answer, said: str, question: Question) -> str:
    """What follows the words: the sources; and before them the answer, should other words have been said."""
    wording = wording_of(question)
    again = "" if said == answer.answer else f"{wording.say('taken_back')}\n\n{answer.answer}"
    return "".join(f"\n\n{text}" for text in (again, footnotes(answer.citations, wording)) if text)


def _dumped(citations: tuple[Citation, ...]) -> list[object]:
    return [citation.model_dump(mode="json") for citation in citations]


def _event(data: object) -> ServerSentEvent:
    return ServerSentEvent(json.dumps(data, ensure_ascii=False), sep="\n")
