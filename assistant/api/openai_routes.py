"""The assistant as a model of OpenAI's API, for Open WebUI, the ``openai`` package and LangChain."""

from fastapi import APIRouter
from sse_starlette import EventSourceResponse
from starlette.concurrency import run_in_threadpool

from assistant.api.errors import UnknownModel
from assistant.api.footnotes import with_footnotes, wording_of
from assistant.api.openai_requests import MODELS, ChatRequest
from assistant.api.openai_stream import completion_events
from assistant.api.openai_views import Completion, Model, ModelList, completion_of
from assistant.api.requests import BoundedRoute
from assistant.api.service import Loaded
from assistant.api.views import error_responses

router = APIRouter(prefix="/v1", tags=["OpenAI互換"], route_class=BoundedRoute)


@router.post(
    "/chat/completions",
    summary="質問に答える（OpenAIのChat Completions）",
    response_model=Completion,
    responses=error_responses(400, 404, 413, 422, 429, 503),
)
async def complete(library: Loaded, request: ChatRequest) -> Completion | EventSourceResponse:
    """One answer, whole or with ``stream`` piece by piece; ``usage`` counts characters."""
    question = request.to_question()
    if request.stream:
        return EventSourceResponse(completion_events(library.assistant, request, question))
    answer = await run_in_threadpool(library.assistant.ask, question)
    return completion_of(request, answer, with_footnotes(answer, wording_of(question)))


@router.get("/models", summary="モデルの一覧")
def list_models() -> ModelList:
    """What a client can choose: the usual style, or やさしい日本語."""
    return ModelList(data=tuple(Model(id=name) for name in MODELS))


@router.get("/models/{model_id}", summary="モデルの詳細", responses=error_responses(404))
def read_model(model_id: str) -> Model:
    """One model."""
    if model_id not in MODELS:
        raise UnknownModel
    return Model(id=model_id)
