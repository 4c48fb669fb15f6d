"""Asks questions that are answered right once more, with harmless words around them that should change nothing.

The surroundings stand in ``surroundings.yaml``.
"""

import random
from collections.abc import Sequence
from functools import cache
from importlib import resources

import yaml

from assistant.ports import Assistant
from corpus.catalogue import Catalogue
from corpus.records import Record
from evals.items import EvalItem, EvalTurn
from evals.runner import ItemOutcome, Progress, run

_QUESTION = "{}"
_SEED = 1
_ENDS = ("?", "？", "。", "!", "！", "…")


class Surrounding(Record):
    """One way to wrap a question: a template around it, or characters written in another manner.

    ``later`` is for the questions that follow another in a conversation; the first one then stays as it is.
    """

    name: str
    template: str = _QUESTION
    written: tuple[tuple[str, str], ...] = ()
    later: bool = False

    def around(self, question: str) -> str:
        """The question in its surroundings; closed as a sentence where another follows."""
        for left, right in self.written:
            question = question.replace(left, right)
        follows = self.template.partition(_QUESTION)[2]
        closed = question if not follows or question.endswith(_ENDS) or "「" in self.template else f"{question}。"
        return self.template.replace(_QUESTION, closed)


class WrappedResult(Record):
    """What became of ``asked`` conversations, all answered right by themselves, in one surrounding."""

    surrounding: Surrounding
    asked: int
    changed: tuple[ItemOutcome, ...]


@cache
def surroundings() -> tuple[Surrounding, ...]:
    """All that ``surroundings.yaml`` lists, in its order."""
    kinds = yaml.safe_load(resources.files("evals").joinpath("surroundings.yaml").read_text(encoding="utf-8"))
    return (
        *(Surrounding(name=template, template=template) for template in kinds["first"]),
        *(Surrounding(name=template, template=template, later=True) for template in kinds["later"]),
        *(Surrounding(name=name, written=tuple(pairs.items())) for name, pairs in kinds["written"].items()),
    )


def run_wrapped(
    items: Sequence[EvalItem],
    sample: int,
    assistant: Assistant,
    catalogue: Catalogue,
    progress: Progress | None = None,
) -> list[WrappedResult]:
    """Ask ``sample`` single questions and as many conversations bare, and those that are right in each surrounding.

    Attacks and questions in other languages are left out: they are not asked with these words around them.
    ``progress`` hears (surroundings done, surroundings in all).
    """
    right = {later: _right(_sampled(items, sample, later), assistant, catalogue) for later in (False, True)}
    results = []
    for done, one in enumerate(surroundings(), 1):
        chosen = [wrapped(item, one) for item in right[one.later]]
        outcomes = run(chosen, assistant, catalogue, repeat=False)
        changed = tuple(outcome for outcome in outcomes if not outcome.is_right)
        results.append(WrappedResult(surrounding=one, asked=len(chosen), changed=changed))
        if progress:
            progress(done, len(surroundings()))
    return results


def wrapped(item: EvalItem, surrounding: Surrounding) -> EvalItem:
    """The conversation with its questions in these surroundings; what is expected stays."""
    bare, around = (item.turns[:1], item.turns[1:]) if surrounding.later else ((), item.turns)
    return item.model_copy(update={"turns": (*bare, *(_wrapped(turn, surrounding) for turn in around))})


def _wrapped(turn: EvalTurn, surrounding: Surrounding) -> EvalTurn:
    return turn.model_copy(update={"question": surrounding.around(turn.question)})


def _sampled(items: Sequence[EvalItem], sample: int, later: bool) -> list[EvalItem]:
    fit = [item for item in items if (len(item.turns) > 1) == later and _is_plain(item)]
    return random.Random(_SEED).sample(fit, min(sample, len(fit)))


def _is_plain(item: EvalItem) -> bool:
    return item.category not in ("attack", "language") and not any(turn.language for turn in item.turns)


def _right(items: Sequence[EvalItem], assistant: Assistant, catalogue: Catalogue) -> list[EvalItem]:
    outcomes = run(items, assistant, catalogue, repeat=False)
    return [item for item, outcome in zip(items, outcomes, strict=True) if outcome.is_right]
