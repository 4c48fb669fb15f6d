"""The eval questions asked twice: with the configured model in the loop, and without; what reaches the reader."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.ports import Assistant
from corpus.catalogue import Catalogue
from corpus.records import Answer, Question
from evals.generation.audit import Audit
from evals.items import EvalItem
from evals.runner import ItemOutcome, Progress, run


@dataclass(frozen=True)
class Pair:
    """One question's answer as the model worded it, and as the composer did; ``unverified`` names it cannot know."""

    question: str
    worded: Answer
    composed: Answer
    unverified: tuple[str, ...]

    @property
    def decided_alike(self) -> bool:
        """Whether both decide the same: status, citations, list and choices."""
        return _decided(self.worded) == _decided(self.composed)


@dataclass(frozen=True)
class Trial:
    """All questions of a split: how right they were with the model and without, and every pair of answers."""

    with_model: tuple[ItemOutcome, ...]
    without: tuple[ItemOutcome, ...]
    pairs: tuple[Pair, ...]

    @property
    def worse(self) -> tuple[str, ...]:
        """The conversations that were right without the model and wrong with it."""
        right = {outcome.item_id for outcome in self.without if outcome.is_right}
        return tuple(o.item_id for o in self.with_model if o.item_id in right and not o.is_right)


def try_model(items: Sequence[EvalItem], both: "Both", catalogue: Catalogue, progress: Progress | None = None) -> Trial:
    """Ask every item both ways, in conversations of their own."""
    without = run(items, both.composed, catalogue, repeat=False)
    with_model = run(items, both, catalogue, progress, repeat=False)
    return Trial(with_model=tuple(with_model), without=tuple(without), pairs=tuple(both.pairs))


@dataclass
class Both(Assistant):
    """Answers as ``worded`` does, and keeps what ``composed`` says to the same."""

    worded: Assistant
    composed: Assistant
    audit: Audit
    pairs: list[Pair] = field(default_factory=list)
    _sessions: dict[str, str] = field(default_factory=dict)

    def ask(self, question: Question) -> Answer:
        """As the port says."""
        worded = self.worded.ask(question)
        session_id = self._sessions.get(question.session_id or "")
        composed = self.composed.ask(question.model_copy(update={"session_id": session_id}))
        self._sessions[worded.session_id] = composed.session_id
        unverified = tuple(self.audit.unverified(worded, composed))
        self.pairs.append(Pair(question.text, worded, composed, unverified))
        return worded


def _decided(answer: Answer) -> tuple[object, ...]:
    return answer.status, answer.citations, answer.projects, answer.clarify
