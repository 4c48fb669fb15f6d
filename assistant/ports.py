"""The one-method ports between the rooms of the house; the real parts are built in ``assistant/cli.py`` alone."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from corpus.records import Answer, Message, Piece, Question


class Assistant(Protocol):
    """What the API, the page and the evals know of the assistant."""

    def ask(self, question: Question) -> Answer:
        """Answer one question; raises ``InvalidField`` for a question out of range."""
        ...


class StreamingAssistant(Assistant, Protocol):
    """An assistant that can also say its answer as it comes; what is served is one."""

    def stream(self, question: Question) -> Iterator[Piece]:
        """The same answer piece by piece; who has it at once inherits this."""
        answer = self.ask(question)
        yield Piece(found=answer.citations)
        yield Piece(text=answer.answer)
        yield Piece(answer=answer)


class ChatModel(Protocol):
    """A language model that somebody has configured."""

    @property
    def name(self) -> str:
        """The model's name, for people."""
        ...

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """The reply piece by piece; raises ``ModelTrouble`` where there is none, or no more of it."""
        ...
