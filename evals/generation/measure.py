"""The check of worded answers, measured on sentences written for it: false ones to catch, good ones to let pass.

``adversarial.jsonl`` and ``good.jsonl`` hold a sentence that a model might write for a question, and why it is there:
what is wrong with it, or which liberty it takes. ``*_blind.jsonl`` were written when the rules were done.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import Literal

from assistant.chain import PlanAssistant, Turn
from assistant.compose.draft import Draft
from assistant.generate.check import Check
from assistant.generate.licence import Licence
from assistant.generate.mentions import Mentions
from assistant.generate.sentences import sentences
from corpus.catalogue import Catalogue
from corpus.records import Question, Record

Expected = Literal["caught", "passed"]
SETS: dict[str, Expected] = {
    "adversarial": "caught", "adversarial_blind": "caught", "adversarial_second": "caught",
    "good": "passed", "good_blind": "passed", "good_second": "passed",
}  # fmt: skip


class Attempt(Record):
    """A sentence that a model might write as its answer to the question."""

    question: str
    sentence: str
    why: str


@dataclass(frozen=True)
class Outcome:
    """What became of an attempt: the fault found with each of its sentences, None where it passed."""

    attempt: Attempt
    expected: Expected
    faults: tuple[str | None, ...]

    @property
    def right(self) -> bool:
        """Whether no sentence of a false attempt passed, or every sentence of a good one."""
        return all(self.faults) if self.expected == "caught" else not any(self.faults)


@dataclass(frozen=True)
class Measured:
    """One set of attempts and what became of them."""

    name: str
    outcomes: tuple[Outcome, ...]

    @property
    def expected(self) -> Expected:
        """What should become of each attempt."""
        return SETS[self.name]

    @cached_property
    def by_why(self) -> dict[str, tuple[int, int]]:
        """For each fault or liberty: how many came out right, of how many."""
        found: dict[str, tuple[int, int]] = {}
        for outcome in self.outcomes:
            right, total = found.get(outcome.attempt.why, (0, 0))
            found[outcome.attempt.why] = (right + outcome.right, total + 1)
        return dict(sorted(found.items()))

    @property
    def right(self) -> int:
        """How many came out right: caught, or let pass."""
        return sum(outcome.right for outcome in self.outcomes)

    @property
    def misses(self) -> tuple[Outcome, ...]:
        """What came out wrong."""
        return tuple(outcome for outcome in self.outcomes if not outcome.right)


def load_attempts(name: str) -> list[Attempt]:
    """The attempts of one set."""
    text = resources.files("evals.generation").joinpath(f"{name}.jsonl").read_text(encoding="utf-8")
    return [Attempt.model_validate_json(line) for line in text.splitlines() if line]


def measure(assistant: PlanAssistant, catalogue: Catalogue, names: Sequence[str] = tuple(SETS)) -> list[Measured]:
    """Check every attempt of the sets against what the assistant decides on its question."""
    licences = _Licences(assistant, catalogue)
    return [
        Measured(name, tuple(_tried(attempt, SETS[name], licences) for attempt in load_attempts(name)))
        for name in names
    ]


class _Licences:
    """What may be said on each question, decided once."""

    def __init__(self, assistant: PlanAssistant, catalogue: Catalogue) -> None:
        self._assistant = assistant
        self._catalogue = catalogue
        self._mentions = Mentions(catalogue)
        self._drafts: dict[str, Draft] = {}

    def of(self, question: str) -> Licence:
        """The licence of a question that opens a conversation."""
        if question not in self._drafts:
            draft = self._assistant.chain.invoke(Turn(Question(text=question))).draft
            assert draft is not None
            assert draft.status == "answered", question
            self._drafts[question] = draft
        return Licence(self._drafts[question], self._catalogue, self._mentions, question)


def _tried(attempt: Attempt, expected: Expected, licences: _Licences) -> Outcome:
    check = Check(licences.of(attempt.question))
    faults = [check.fault(sentence) for sentence in sentences(attempt.sentence)]
    return Outcome(attempt, expected, tuple(f"{fault.kind}: {fault.reason}" if fault else None for fault in faults))
