"""The parts of the assistant over the shipped plan, made once: understanding needs no model, the whole chain does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from assistant.conversation import ConversationState, ConversationStore
from assistant.understand.lexicon import Lexicon
from assistant.understand.question import Understanding
from assistant.understand.subject import SubjectFinder
from assistant.understand.understander import Understander
from assistant.understand.vocabulary import TermIndex
from corpus.catalogue import Catalogue
from corpus.records import Answer, Project, Question

if TYPE_CHECKING:
    from assistant.chain import PlanAssistant
    from vectorstore.index import Index

Read = Callable[..., Understanding]
Talk = Callable[..., list[Answer]]


@pytest.fixture(scope="session")
def lexicon(plan_catalogue: Catalogue) -> Lexicon:
    """The shipped plan's names."""
    return Lexicon(plan_catalogue)


@pytest.fixture(scope="session")
def read(plan_catalogue: Catalogue, lexicon: Lexicon) -> Read:
    """What a text is understood to ask of the shipped plan, after what the conversation spoke of."""
    understander = Understander(plan_catalogue, lexicon, SubjectFinder(plan_catalogue, TermIndex(plan_catalogue)))

    def understand(text: str, state: ConversationState | None = None) -> Understanding:
        return understander.understand(Question(text=text), state or ConversationState())

    return understand


@pytest.fixture(scope="session")
def named(plan_catalogue: Catalogue) -> dict[str, Project]:
    """The shipped plan's projects by name."""
    return {project.name: project for project in plan_catalogue.projects}


@pytest.fixture(scope="session")
def assistant(plan_index: "Index") -> "PlanAssistant":
    """The real assistant over the shipped plan, with conversations in memory."""
    from assistant.chain import build_assistant

    return build_assistant(plan_index, ConversationStore(":memory:"))


@pytest.fixture(scope="session")
def talk(assistant: "PlanAssistant") -> Talk:
    """The answers to some questions, asked one after another in a new conversation."""

    def ask(*questions: str) -> list[Answer]:
        session: str | None = None
        answers: list[Answer] = []
        for text in questions:
            answers.append(assistant.ask(Question(text=text, session_id=session)))
            session = answers[-1].session_id
        return answers

    return ask
