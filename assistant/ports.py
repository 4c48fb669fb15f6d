"""The one-method ports between the rooms of the house; the real parts are built in ``assistant/cli.py`` alone."""

from typing import Protocol

from corpus.records import Answer, Question


class Assistant(Protocol):
    """What the API, the page and the evals know of the assistant."""

    def ask(self, question: Question) -> Answer:
        """Answer one question; raises ``InvalidField`` for a question out of range."""
        ...
