"""Understanding over a fictional plan that a test module makes up."""

from collections.abc import Callable, Sequence

import pytest

from assistant.conversation import ConversationState
from assistant.understand.lexicon import Lexicon
from assistant.understand.question import Understanding
from assistant.understand.subject import SubjectFinder
from assistant.understand.understander import Understander
from assistant.understand.vocabulary import TermIndex
from corpus.catalogue import Catalogue
from corpus.records import Document, Project, Question

Ask = Callable[[str, ConversationState], Understanding]


@pytest.fixture(scope="session")
def ask_of() -> Callable[[Sequence[Project]], Ask]:
    """What a text is understood to ask of the island's plan with these projects, in a conversation."""

    def over(projects: Sequence[Project]) -> Ask:
        document = Document(id="d", title="島の計画", text="島の計画", pages=(), publisher="島野市")
        catalogue = Catalogue(documents=(document,), projects=tuple(projects), passages=())
        understander = Understander(catalogue, Lexicon(catalogue), SubjectFinder(catalogue, TermIndex(catalogue)))
        return lambda text, state: understander.understand(Question(text=text), state)

    return over
