"""What each ranking signal adds: the citizen's questions, asked with one signal switched off at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from langchain_core.runnables import RunnableLambda, RunnableSequence

from assistant.chain import PlanAssistant, Turn
from assistant.conversation import ConversationStore
from assistant.understand.vocabulary import read_yaml
from corpus.records import Record
from evals.items import EvalItem
from evals.runner import Progress, run
from evals.summary import Share, accuracy
from vectorstore.index import Index

CATEGORY = "citizen"
VOCABULARY = "linked"  # the signal that comes from the vocabulary, which also decides what is ranked at all


class Ablated(Record):
    """The accuracy with one signal switched off; with all of them where ``without`` is None."""

    without: str | None
    accuracy: Share


def ablate(items: Sequence[EvalItem], index: Index, progress: Progress | None = None) -> list[Ablated]:
    """Accuracy over the citizen's questions with all signals, then without each.

    A weight is set to 0 in the ranking; without the vocabulary, what it links is taken from the understanding too.
    The abstention model keeps its inputs.
    """
    asked = [item for item in items if item.category == CATEGORY]
    assistants = list(_assistants(index))
    measured = []
    for done, (without, assistant) in enumerate(assistants, 1):
        outcomes = run(asked, assistant, index.catalogue, repeat=False)
        measured.append(Ablated(without=without, accuracy=accuracy(outcomes)))
        if progress:
            progress(done, len(assistants))
    return measured


def _assistants(index: Index) -> Iterator[tuple[str | None, PlanAssistant]]:
    weights: Mapping[str, float] = read_yaml("meaning.yaml")["ranking"]
    yield None, PlanAssistant(index, ConversationStore(":memory:"))
    for signal in weights:
        assistant = PlanAssistant(index, ConversationStore(":memory:"), ranking={**weights, signal: 0.0})
        yield signal, _without_vocabulary(assistant) if signal == VOCABULARY else assistant


def _without_vocabulary(assistant: PlanAssistant) -> PlanAssistant:
    """The same assistant with a step after its understanding that forgets what the vocabulary linked."""
    chain = assistant.chain
    assert isinstance(chain, RunnableSequence)
    understand, *others = chain.steps
    assistant.chain = RunnableSequence(understand, RunnableLambda(_forget_links), *others)
    return assistant


def _forget_links(turn: Turn) -> Turn:
    return replace(turn, read=turn.read.model_copy(update={"linked": {}}))
