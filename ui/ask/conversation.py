"""One tab's conversation, as the browser keeps it between two questions."""

from typing import Annotated

from pydantic import Field, ValidationError

from assistant.privacy import mask_personal_data
from corpus.records import Answer, Citation, Project, Record

# The browser sends the conversation with each question, so that no server has to remember it: it has to stay small.
MAX_TURNS = 30
MAX_STORED_CHARACTERS = 200_000  # several lists of a whole plan; as UTF-8 still below the limit of a body


class Turn(Record):
    """A question and what came of it: an answer, an error's message, or neither while it is being answered.

    ``stopped`` is True where the reader did not want to wait for the answer; ``error`` then says so.
    """

    question: str
    answer: Answer | None = None
    error: str | None = None
    stopped: bool = False


class Conversation(Record):
    """The turns, oldest first, and the session in which follow-up questions are understood."""

    session_id: Annotated[str | None, Field(max_length=200)] = None
    turns: tuple[Turn, ...] = ()

    @classmethod
    def restore(cls, stored: str | None) -> "Conversation":
        """What ``store`` wrote; an empty conversation where the browser kept nothing that can be read."""
        if not stored:
            return cls()
        try:
            return cls.model_validate_json(stored)
        except ValidationError:
            return cls()

    def store(self) -> str:
        """The conversation as JSON for the browser, without the oldest turns where it would be too large."""
        stored = self.model_dump_json(exclude_defaults=True)
        if len(stored) <= MAX_STORED_CHARACTERS or len(self.turns) <= 1:
            return stored
        return self.model_copy(update={"turns": self.turns[1:]}).store()

    def asking(self, question: str) -> "Conversation":
        """The same conversation with one more question that waits for its answer; personal data in it is masked."""
        question = mask_personal_data(question)  # what follows is shown, and kept by the browser
        return self.model_copy(update={"turns": (*self.turns, Turn(question=question))[-MAX_TURNS:]})

    def answered(self, answer: Answer) -> "Conversation":
        """The last question with its answer; later questions belong to the answer's session."""
        turn = Turn(question=self.turns[-1].question, answer=_for_the_browser(answer))
        return Conversation(session_id=answer.session_id, turns=(*self.turns[:-1], turn))

    def cut_to(self, beginning: str) -> "Conversation":
        """The conversation with only that much of its last answer."""
        *earlier, last = self.turns
        answer = last.answer.model_copy(update={"answer": beginning}) if last.answer else None
        return self.model_copy(update={"turns": (*earlier, last.model_copy(update={"answer": answer}))})

    def alone(self) -> "Conversation":
        """The same turns in no session: the next question begins a new one."""
        return self.model_copy(update={"session_id": None})

    def without_last(self) -> "Conversation":
        """The conversation as if its last question had not been asked; its session knows it, so it has none."""
        return Conversation(turns=self.turns[:-1])

    def failed(self, message: str, stopped: bool = False) -> "Conversation":
        """The last question with the message that says why it has no answer."""
        turn = Turn(question=self.turns[-1].question, error=message, stopped=stopped)
        return self.model_copy(update={"turns": (*self.turns[:-1], turn)})

    def citation(self, turn_index: int, marker: int) -> Citation | None:
        """The citation with that marker in that turn's answer, or None."""
        return next((c for c in self.citations(turn_index) if c.marker == marker), None)

    def citations(self, turn_index: int) -> tuple[Citation, ...]:
        """The citations of that turn's answer; none where there is no such turn or answer."""
        if not 0 <= turn_index < len(self.turns):
            return ()
        answer = self.turns[turn_index].answer
        return answer.citations if answer else ()


def _for_the_browser(answer: Answer) -> Answer:
    # A list answer may carry every project of the plan: keep what the page shows, not where each field stands.
    return answer.model_copy(update={"projects": tuple(_for_a_list(project) for project in answer.projects)})


def _for_a_list(project: Project) -> Project:
    return project.model_copy(update={"content": "", "goal": None, "note": None, "schedule": None, "sources": {}})
