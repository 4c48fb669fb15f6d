"""Asking and rating."""

from fastapi import APIRouter
from sse_starlette import EventSourceResponse

from assistant.api.examples import ANSWER, shown
from assistant.api.requests import AskRequest, BoundedRoute, FeedbackRequest
from assistant.api.service import CurrentService, Loaded
from assistant.api.stream import answer_events
from assistant.api.views import BRIEF_PROJECTS, FeedbackView, error_responses
from corpus.records import Answer

router = APIRouter(
    prefix="/api", tags=["質問"], route_class=BoundedRoute, responses=error_responses(400, 413, 422, 429, 503)
)

STREAM_EXAMPLE = (
    'event: status\ndata: {"status": "searching", "message": "計画書を調べています。"}\n\n'
    'event: token\ndata: "公共施設再編事業"\n\nevent: answer\ndata: {"answer_id": "…"}\n\n'
)


@router.post("/ask", summary="質問に答える", response_model_exclude=BRIEF_PROJECTS, responses=shown(ANSWER))
def ask(library: Loaded, request: AskRequest) -> Answer:
    """One answer with its citations."""
    return library.assistant.ask(request.to_question())


@router.post(
    "/ask/stream",
    summary="質問に少しずつ答える（server-sent events）",
    response_class=EventSourceResponse,
    responses={200: {"content": {"text/event-stream": {"example": STREAM_EXAMPLE}}}},
)
async def ask_stream(library: Loaded, request: AskRequest) -> EventSourceResponse:
    """``status``, then the answer's text as ``token`` events, then ``answer``; a failure on the way is ``error``."""
    return EventSourceResponse(answer_events(library.assistant, request.to_question()))


@router.post("/feedback", summary="回答を評価する", responses=error_responses(404))
def give_feedback(service: CurrentService, request: FeedbackRequest) -> FeedbackView:
    """Keep a rating of an answer given of late; rating it again replaces the first rating."""
    service.feedback.rate(request.to_feedback())
    service.metrics.feedback.labels(request.rating).inc()
    return FeedbackView(answer_id=request.answer_id, rating=request.rating)
