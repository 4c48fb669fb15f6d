"""Asks every item of the eval set through the assistant's port, one question at a time, and judges the answers."""

import time
from collections.abc import Callable, Sequence

from assistant.ports import Assistant
from corpus.catalogue import Catalogue
from corpus.errors import PlanAssistantError
from corpus.records import Answer, Question, Record, Status
from evals.items import EvalItem, EvalTurn, Split
from evals.judge import Verdict, judge

Progress = Callable[[int, int], None]


class TurnOutcome(Record):
    """One answer: what was expected, what came, and its faults; ``status`` is None where no answer came.

    ``expected`` is None for a turn that is asked for the conversation's sake and not judged. ``elapsed_ms`` is what
    the client waited, the API included.
    """

    item_id: str
    category: str
    split: Split
    turn: int
    question: str
    expected: Status | None
    status: Status | None
    verdict: Verdict
    elapsed_ms: float


class ItemOutcome(Record):
    """One conversation: right if each of its judged answers is.

    ``repeated_alike`` says whether the first question, asked again in a new conversation, got the same text byte for
    byte; None where it was not asked again.
    """

    item_id: str
    category: str
    split: Split
    turns: tuple[TurnOutcome, ...]
    repeated_alike: bool | None = None

    @property
    def is_right(self) -> bool:
        """Whether no answer has a fault."""
        return all(turn.verdict.is_right for turn in self.turns)


def run(
    items: Sequence[EvalItem],
    assistant: Assistant,
    catalogue: Catalogue,
    progress: Progress | None = None,
    repeat: bool = True,
) -> list[ItemOutcome]:
    """Ask all items, each in a conversation of its own; ``progress`` hears (items done, items in all).

    With ``repeat``, each first question is asked once more. An error of the assistant's is a fault of that answer.
    """
    outcomes = []
    for done, item in enumerate(items, 1):
        outcomes.append(_converse(item, assistant, catalogue, repeat))
        if progress:
            progress(done, len(items))
    return outcomes


def _converse(item: EvalItem, assistant: Assistant, catalogue: Catalogue, repeat: bool) -> ItemOutcome:
    session_id, turns, texts = None, [], []
    for number, turn in enumerate(item.turns, 1):
        answer, error, elapsed_ms = _ask(assistant, turn, session_id)
        session_id = answer.session_id if answer else session_id
        texts.append(answer.answer if answer else error)
        verdict = _verdict(answer, error, turn, catalogue)
        turns.append(
            TurnOutcome(
                item_id=item.id, category=item.category, split=item.split, turn=number, question=turn.question,
                expected=turn.expect.status if turn.expect else None, status=answer.status if answer else None,
                verdict=verdict, elapsed_ms=elapsed_ms,
            )
        )  # fmt: skip
    alike = _repeats(assistant, item.turns[0], texts[0]) if repeat else None
    return ItemOutcome(
        item_id=item.id, category=item.category, split=item.split, turns=tuple(turns), repeated_alike=alike
    )


def _ask(assistant: Assistant, turn: EvalTurn, session_id: str | None) -> tuple[Answer | None, str, float]:
    """The answer or the error's message, and the milliseconds it took."""
    question = Question(text=turn.question, session_id=session_id, style=turn.style, language=turn.language)
    started = time.perf_counter()
    try:
        answer, error = assistant.ask(question), ""
    except PlanAssistantError as failure:
        answer, error = None, failure.user_message
    return answer, error, (time.perf_counter() - started) * 1000


def _verdict(answer: Answer | None, error: str, turn: EvalTurn, catalogue: Catalogue) -> Verdict:
    if answer is None:
        return Verdict(faults=(f"error {error}",))
    if turn.expect is None:
        return Verdict(faults=())
    return judge(answer, turn.expect, catalogue)


def _repeats(assistant: Assistant, turn: EvalTurn, text: str) -> bool:
    answer, error, _ = _ask(assistant, turn, None)
    return (answer.answer if answer else error).encode() == text.encode()
