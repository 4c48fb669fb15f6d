"""What a question in everyday words is about, by the topic model: the plan's projects, or matters of elsewhere."""

from collections.abc import Mapping
from functools import cached_property, lru_cache

from assistant.understand.topic_model import TopicModel
from assistant.understand.vocabulary import TermIndex, load_topics
from corpus.records import Record
from vectorstore.embeddings import Embedder

# Longer texts are not embedded whole: what is asked stands in the sentence that asks.
_LONGEST = 160
# A project that prints a less specific term of a topic than another does not share in it.
_SAME_TIER = 1e-6


class Guess(Record):
    """Each project's probability (0 to 1), and that of all topics which this plan does not print.

    A topic that leads to several projects counts in full for each, so the sum may exceed 1. ``counters`` is the
    probability of the everyday applications that branch offices take too.
    """

    projects: Mapping[str, float]
    elsewhere: float
    counters: float = 0.0


class Guesser:
    """Guesses from the embedding which of one catalogue's projects are meant."""

    def __init__(self, model: TopicModel, embedder: Embedder, terms: TermIndex) -> None:
        self._model = model
        self._embedder = embedder
        self._terms = terms
        self.guess = lru_cache(maxsize=256)(self._guess)

    def _guess(self, text: str) -> Guess:
        """What the text is about."""
        probabilities = self._model.probabilities(self._embedder.embed_question(text[:_LONGEST]))
        projects: dict[str, float] = {}
        elsewhere = 0.0
        for probability, ids in zip(probabilities.tolist(), self._projects, strict=True):
            elsewhere += 0.0 if ids else probability
            for project_id in ids:
                projects[project_id] = projects.get(project_id, 0.0) + probability
        counters = float(probabilities[self._at_counters].sum())
        return Guess(projects=projects, elsewhere=elsewhere, counters=counters)

    @cached_property
    def _at_counters(self) -> list[int]:
        """Where the topics stand in the model that branch offices take too."""
        taken = {topic.name for topic in load_topics() if topic.counter}
        return [at for at, name in enumerate(self._model.topics) if name in taken]

    @cached_property
    def _projects(self) -> tuple[tuple[str, ...], ...]:
        """For each topic of the model, the projects that print its most specific term."""
        terms = {topic.name: topic.terms for topic in load_topics()}
        return tuple(_best(self._terms.linked(terms.get(name, ()))) for name in self._model.topics)


def _best(weights: Mapping[str, float]) -> tuple[str, ...]:
    most = max(weights.values(), default=0.0)
    return tuple(project_id for project_id, weight in weights.items() if weight >= most - _SAME_TIER)
