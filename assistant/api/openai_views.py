"""What OpenAI's clients are answered: their shapes, with the citations beside them."""

import time
import uuid
from typing import Any, Literal

from assistant.api.openai_requests import ChatRequest
from corpus.records import Answer, Choice, Citation, Edition, GeneratedBy, Record, Status


class Usage(Record):
    """One character counts as one token, blanks and footnotes included: the same rule whoever worded the answer."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int
    unit: Literal["characters"] = "characters"


class AnswerNote(Record):
    """The rest of what ``/api/ask`` would have answered; ``session_id`` goes on in either face."""

    answer_id: str
    session_id: str
    status: Status
    project_ids: tuple[str, ...]
    suggestions: tuple[str, ...]
    clarify: tuple[Choice, ...] | None
    edition: Edition
    generated_by: GeneratedBy


class CompletionMessage(Record):
    """The answer's text with its sources as a list at the end."""

    role: Literal["assistant"] = "assistant"
    content: str
    refusal: None = None


class CompletionChoice(Record):
    """The one answer."""

    index: int = 0
    message: CompletionMessage
    logprobs: None = None
    finish_reason: Literal["stop"] = "stop"


class Completion(Record):
    """``citations`` and ``plan_assistant`` are ours; the rest is OpenAI's ``chat.completion``."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int
    model: str
    choices: tuple[CompletionChoice, ...]
    usage: Usage
    citations: tuple[Citation, ...]
    plan_assistant: AnswerNote


class Model(Record):
    """An entry in a client's list of models; no time of making is known, hence 0."""

    id: str
    object: Literal["model"] = "model"
    created: int = 0
    owned_by: str = "plan-assistant"


class ModelList(Record):
    """Every model."""

    object: Literal["list"] = "list"
    data: tuple[Model, ...]


def completion_of(request: ChatRequest, answer: Answer, content: str) -> Completion:
    """The answer as one completion."""
    return Completion(
        **_head(request),
        choices=(CompletionChoice(message=CompletionMessage(content=content)),),
        usage=usage_of(request, content),
        citations=answer.citations,
        plan_assistant=note_of(answer),
    )


def usage_of(request: ChatRequest, content: str) -> Usage:
    """What the messages and the answer's text come to."""
    asked, said = request.prompt_characters, len(content)
    return Usage(prompt_tokens=asked, completion_tokens=said, total_tokens=asked + said)


def note_of(answer: Answer) -> AnswerNote:
    """The answer without its text, its citations and the records of its projects."""
    kept = {name: getattr(answer, name) for name in AnswerNote.model_fields if name != "project_ids"}
    return AnswerNote(**kept, project_ids=tuple(project.id for project in answer.projects))


class ChunkMaker:
    """Makes the chunks of one streamed completion: they share their id and their time."""

    def __init__(self, request: ChatRequest) -> None:
        """For the answer to ``request``."""
        self._head = _head(request) | {"object": "chat.completion.chunk"}

    def delta(self, finish_reason: str | None = None, /, **delta: str) -> dict[str, Any]:
        """A chunk with a part of the message."""
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish_reason}
        return {**self._head, "choices": [choice]}

    def usage(self, usage: Usage) -> dict[str, Any]:
        """The chunk that counts; it has no choice."""
        return {**self._head, "choices": [], "usage": usage.model_dump()}


def _head(request: ChatRequest) -> dict[str, Any]:
    return {"id": f"chatcmpl-{uuid.uuid4().hex}", "created": int(time.time()), "model": request.model}
