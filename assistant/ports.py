"""The one-method ports between the rooms of the house; the real parts are built in ``assistant/cli.py`` alone."""

from collections.abc import Mapping
from typing import Protocol

from corpus.records import Answer, Question


class Assistant(Protocol):
    """What the API, the page and the evals know of the assistant."""

    def ask(self, question: Question) -> Answer:
        """Answer one question; raises ``InvalidField`` for a question out of range."""
        ...


class Retriever(Protocol):
    """What the look-up knows of the index."""

    def project_similarity(self, question: str) -> Mapping[str, float]:
        """For each project id the greatest cosine similarity (-1 to 1) of its passages to the question."""
        ...
