"""What clients send: typed, with bounds, and read so that no body can bring a route down."""

import unicodedata
from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import HTTPException, Request, Response
from fastapi.routing import APIRoute
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from assistant.feedback import Feedback, Rating
from corpus.records import Language, Question, Style

INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}


def _without_null(text: str) -> str:
    if "\0" in text:
        raise PydanticCustomError("null_character", "null characters cannot be stored or searched")
    return text


def _with_something_to_read(text: str) -> str:
    if all(unicodedata.category(character) in INVISIBLE for character in text):
        raise PydanticCustomError("blank", "nothing but white space")
    return text


Text = Annotated[str, AfterValidator(_without_null)]


class AskRequest(BaseModel):
    """A question, and how the answer is wanted."""

    model_config = ConfigDict(
        frozen=True,
        json_schema_extra={
            "examples": [
                {"question": "マイナンバーカードはどこで受け取れますか"},
                {"question": "事業CD０－２－１－３の所管課は？", "style": "plain", "language": "ja"},
            ]
        },
    )

    question: Annotated[Text, AfterValidator(_with_something_to_read)] = Field(
        min_length=1, max_length=1000, description="質問（1～1000文字）"
    )
    session_id: Text | None = Field(None, max_length=200, description="続きの質問なら、前の回答の session_id")
    style: Style = Field("standard", description="plain は、やさしい日本語")
    language: Language | None = Field(None, description="無ければ、質問と同じ言語で答える")

    def to_question(self) -> Question:
        """The question as the assistant takes it; an empty ``session_id`` begins a new conversation."""
        return Question(
            text=self.question, session_id=self.session_id or None, style=self.style, language=self.language
        )


class FeedbackRequest(BaseModel):
    """A rating of an answer that this service gave."""

    model_config = ConfigDict(
        frozen=True,
        json_schema_extra={"examples": [{"answer_id": "…", "rating": "down", "reason": "担当が違う"}]},
    )

    answer_id: Text = Field(min_length=1, max_length=200, description="受け取った回答の answer_id")
    rating: Rating = Field(description="up は役に立った、down は役に立たなかった")
    reason: Text | None = Field(None, max_length=100, description="理由")
    comment: Text | None = Field(None, max_length=2000, description="自由記述")

    def to_feedback(self) -> Feedback:
        """The rating as the store takes it."""
        return Feedback.model_validate(self.model_dump())


class _BoundedRequest(Request):
    """A request whose JSON may be nested deeper than Python can follow."""

    async def json(self) -> Any:  # noqa: ANN401 - any JSON value
        try:
            return await super().json()
        except RecursionError as error:
            raise HTTPException(422) from error


class BoundedRoute(APIRoute):
    """A route that answers bottomless JSON with 422, where FastAPI takes it for broken JSON."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's own handler, given a request that bounds its JSON."""
        handle = super().get_route_handler()

        async def handle_bounded(request: Request) -> Response:
            return await handle(_BoundedRequest(request.scope, request.receive))

        return handle_bounded
