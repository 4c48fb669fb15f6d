"""What OpenAI's clients send. Fields that choose how a model samples are taken and ignored: nothing is sampled here."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.api.errors import UnknownModel
from assistant.api.requests import Text
from assistant.chain import LONGEST_QUESTION
from corpus.errors import InvalidField
from corpus.records import Language, Question, Style

# What a client can choose in its list of models, and the style that each answers in.
MODELS: dict[str, Style] = {"plan-assistant": "standard", "plan-assistant-plain": "plain"}
NO_QUESTION = "messagesの最後は、roleがuserの質問（1文字以上1000文字以内）にしてください。"


class TextPart(BaseModel):
    """A part of a message; pictures and sound are not understood, and refused rather than passed over."""

    model_config = ConfigDict(frozen=True)

    type: Literal["text"]
    text: Text


class ChatMessage(BaseModel):
    """One turn of the conversation that the client keeps."""

    model_config = ConfigDict(frozen=True)

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: Text | list[TextPart] | None = None

    @property
    def text(self) -> str:
        """The words of all parts."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content)
        return self.content or ""


class StreamOptions(BaseModel):
    """``include_usage`` asks for a last chunk that counts."""

    model_config = ConfigDict(frozen=True)

    include_usage: bool = False


class Metadata(BaseModel):
    """What ``/api/ask`` takes beside the question, in the field that OpenAI leaves to the caller."""

    model_config = ConfigDict(frozen=True)

    session_id: Annotated[Text, Field(max_length=200)] | None = None
    style: Style | None = None
    language: Language | None = None


class ChatRequest(BaseModel):
    """The conversation so far; its last message is the question."""

    model_config = ConfigDict(
        frozen=True,
        json_schema_extra={
            "examples": [
                {"model": "plan-assistant", "messages": [{"role": "user", "content": "空き家の相談はどの課ですか"}]}
            ]
        },
    )

    model: Text = Field(max_length=200, description="GET /v1/models にあるもの")
    messages: list[ChatMessage] = Field(min_length=1, max_length=10_000, description="会話。最後が質問")
    stream: bool | None = Field(None, description="trueなら、server-sent events で少しずつ")
    stream_options: StreamOptions | None = None
    n: Literal[1] | None = None
    metadata: Metadata | None = Field(None, description="session_id、style、language")

    @property
    def prompt_characters(self) -> int:
        """The characters of all messages."""
        return sum(len(message.text) for message in self.messages)

    @property
    def wants_usage(self) -> bool:
        """Whether a stream is to end with what it came to."""
        return bool(self.stream_options and self.stream_options.include_usage)

    def to_question(self) -> Question:
        """The last message, after the questions before it; raises ``UnknownModel`` and ``InvalidField``.

        The answers before it are not read: what was asked decides what is meant, and no client can put words into
        the plan's mouth. A ``session_id`` is the caller's word that we keep the conversation.
        """
        style = MODELS.get(self.model)
        if style is None:
            raise UnknownModel
        last, chosen = self.messages[-1], self.metadata or Metadata()
        if last.role != "user" or not _is_question(last.text):
            raise InvalidField(NO_QUESTION)
        before: dict[str, Any] = {"session_id": chosen.session_id} if chosen.session_id else {"earlier": self._earlier}
        return Question(text=last.text, style=chosen.style or style, language=chosen.language, **before)

    @property
    def _earlier(self) -> tuple[str, ...]:
        asked = (message.text for message in self.messages[:-1] if message.role == "user")
        return tuple(filter(_is_question, asked))


def _is_question(text: str) -> bool:
    return bool(text.strip()) and len(text) <= LONGEST_QUESTION
