"""The chain from question to answer: understand → look up → compose → verify, as LangChain runnables."""

import logging
import time
from collections.abc import Generator, Iterator, Mapping
from dataclasses import replace

from langchain_core.runnables import Runnable, RunnableLambda

from assistant.compose.composer import Composer
from assistant.compose.draft import Draft
from assistant.compose.wording_book import WordingBook, load_wording
from assistant.conversation import ConversationState, ConversationStore
from assistant.generate.writer import Writer
from assistant.look_up.evidence import Evidence
from assistant.look_up.findings import Finding
from assistant.look_up.guess import Guesser
from assistant.look_up.look_up import LookUp
from assistant.privacy import masked_question
from assistant.turn import Turn, next_state
from assistant.understand.lexicon import Lexicon
from assistant.understand.plainer import asked_again
from assistant.understand.question import Understanding
from assistant.understand.subject import SubjectFinder
from assistant.understand.topic_model import TopicModel, load_topic_model
from assistant.understand.understander import Understander
from assistant.understand.vocabulary import TermIndex, read_yaml
from assistant.verify import Verifier
from corpus.catalogue import Catalogue
from corpus.errors import InvalidField
from corpus.records import Answer, Edition, GeneratedBy, Piece, Question
from vectorstore.index import Index

LONGEST_QUESTION = 1000
# A conversation that its client keeps is gone through anew for each question; from so far back nothing is meant.
MOST_EARLIER = 12

logger = logging.getLogger(__name__)


class PlanAssistant:
    """Answers questions about the plans of one index."""

    def __init__(
        self,
        index: Index,
        conversations: ConversationStore,
        topics: TopicModel | None = None,
        ranking: Mapping[str, float] | None = None,
        writer: Writer | None = None,
    ) -> None:
        """``ranking`` weighs the signals otherwise than ``meaning.yaml`` does, to measure what each of them adds.

        With a ``writer`` a language model words the answers; what they say is decided before it is asked.
        """
        self._catalogue = index.catalogue
        self._conversations = conversations
        self._edition = edition_of(index.catalogue)
        lexicon = Lexicon(index.catalogue)
        terms = TermIndex(index.catalogue)
        subjects = SubjectFinder(index.catalogue, terms)
        guesser = Guesser(topics or load_topic_model(index.embedder), index.embedder, terms)
        weights = ranking or read_yaml("meaning.yaml")["ranking"]
        self.evidence = Evidence(index.catalogue, index.retriever, guesser, weights)
        self._understander = Understander(index.catalogue, lexicon, subjects)
        self._look_up = LookUp(index.catalogue, self.evidence)
        self._composer = Composer(index.catalogue, self._edition)
        self._verifier = Verifier(index.catalogue)
        self._writer = writer
        self.chain: Runnable[Turn, Turn] = (
            RunnableLambda(self._understand).with_config(run_name="understand")
            | RunnableLambda(self._find).with_config(run_name="look_up")
            | RunnableLambda(self._compose).with_config(run_name="compose")
            | RunnableLambda(self._verify).with_config(run_name="verify")
        )

    def ask(self, question: Question) -> Answer:
        """Answer one question in its conversation; raises ``InvalidField`` for a question out of range."""
        return next(piece.answer for piece in self.stream(question) if piece.answer)

    def stream(self, question: Question) -> Iterator[Piece]:
        """The same answer as it comes: what was found at once, then its words, then the whole."""
        started = time.perf_counter()
        question = _checked(question)
        session_id = question.session_id or _new_id()
        turn = self.chain.invoke(Turn(question, state=self._state_before(question, session_id)))
        assert turn.draft is not None
        yield Piece(found=tuple(turn.draft.citations))
        draft, generated_by = yield from self._words(turn, turn.draft)
        self._conversations.save(session_id, next_state(turn))
        elapsed_ms = (time.perf_counter() - started) * 1000
        yield Piece(answer=self._answer(draft, session_id, elapsed_ms, generated_by))

    def _state_before(self, question: Question, session_id: str) -> ConversationState:
        """What the session remembers; or what the earlier questions leave behind, whoever else asked the same."""
        if not question.earlier:
            return self._conversations.load(session_id)
        state = ConversationState()
        for text in question.earlier[-MOST_EARLIER:]:
            asked = question.model_copy(update={"text": text, "earlier": ()})
            state = next_state(self.chain.invoke(Turn(asked, state=state)))
        return state

    def _words(self, turn: Turn, draft: Draft) -> Generator[Piece, None, tuple[Draft, GeneratedBy]]:
        """The answer's words: the model's where there is one and it may, else the composer's."""
        if self._writer is None or draft.status != "answered" or turn.read.language != "ja":
            yield Piece(text=draft.text)
            return draft, GeneratedBy()
        writing = self._writer.write(draft, turn.question.text, turn.read.style)
        for text in writing:
            yield Piece(text=text)
        faults = self._verifier.faults(writing.draft, turn.question.text)
        if faults:
            logger.error("a worded answer failed its check: %s", "; ".join(faults))
            return draft, GeneratedBy()
        return writing.draft, writing.generated_by

    def explain(self, question: Question) -> tuple[Understanding, Finding]:
        """What the question is understood to ask and what was found, for people who want to know why."""
        question = _checked(question)
        state = self._conversations.load(question.session_id) if question.session_id else ConversationState()
        turn = self._find(self._understand(Turn(question, state=state)))
        return turn.read, turn.finding

    def _understand(self, turn: Turn) -> Turn:
        question, state = asked_again(turn.question, turn.state)
        return replace(turn, question=question, state=state, read=self._understander.understand(question, state))

    def _find(self, turn: Turn) -> Turn:
        return replace(turn, finding=self._look_up.find(turn.read))

    def _compose(self, turn: Turn) -> Turn:
        return replace(turn, draft=self._composer.compose(turn.read, turn.finding))

    def _verify(self, turn: Turn) -> Turn:
        """Let the draft pass, or fall back to what the records say by themselves; a fault is a bug, and is logged."""
        assert turn.draft is not None
        faults = self._verifier.faults(turn.draft, turn.question.text)
        if not faults:
            return turn
        logger.error("an answer failed its check: %s", "; ".join(faults))
        safe = self._bare(turn)
        if safe.lines and not self._verifier.faults(safe, turn.question.text):
            return replace(turn, draft=safe)
        return replace(turn, draft=self._refusal(turn))

    def _bare(self, turn: Turn) -> Draft:
        """The projects that a faulty answer spoke of, with their divisions; nothing where it was no answer."""
        faulty, wording = turn.draft, _wording_for(turn)
        assert faulty is not None
        safe = Draft(self._catalogue, projects=faulty.projects, focus=faulty.focus, shown=faulty.shown)
        safe.divisions = faulty.divisions
        named = dict.fromkeys((*faulty.focus, *faulty.shown)) if faulty.status == "answered" else ()
        for project in (p for p in map(self._catalogue.project, named) if p):
            divisions = wording.join(project.divisions)
            divisions = wording.say("others", divisions=divisions) if project.divisions_open else divisions
            said = wording.say("division", name=project.name, divisions=divisions)
            safe.lines.append(said + safe.cite_project(project))
        return safe

    def _refusal(self, turn: Turn) -> Draft:
        """That the plan says nothing of it: the fixed sentences alone."""
        wording = _wording_for(turn)
        lines = [wording.say("absent_unknown"), *self._composer.covers(wording)]
        return Draft(self._catalogue, status="not_found", lines=lines)

    def _answer(self, draft: Draft, session_id: str, elapsed_ms: float, generated_by: GeneratedBy) -> Answer:
        return Answer(
            answer_id=_new_id(), session_id=session_id, status=draft.status, answer=draft.text,
            citations=tuple(draft.citations), projects=draft.projects, suggestions=tuple(draft.suggestions),
            clarify=draft.choices, nearest=draft.nearest, edition=self._edition, elapsed_ms=round(elapsed_ms, 1),
            generated_by=generated_by,
        )  # fmt: skip


def build_assistant(
    index: Index, conversations: ConversationStore, topics: TopicModel | None = None, writer: Writer | None = None
) -> PlanAssistant:
    """The assistant over a loaded index; ``topics`` is loaded (or learnt, for another embedder) where none is given."""
    return PlanAssistant(index, conversations, topics, writer=writer)


def edition_of(catalogue: Catalogue) -> Edition:
    """The edition that answers speak of: every document's title, and the period of the first that has one."""
    titles = "・".join(document.title for document in catalogue.documents)
    period = next((document.period for document in catalogue.documents if document.period), "")
    return Edition(title=titles, period=period)


def _checked(question: Question) -> Question:
    """The question without personal data: from here on it is echoed, logged and remembered."""
    if not question.text.strip() or len(question.text) > LONGEST_QUESTION:
        raise InvalidField
    return masked_question(question)


def _wording_for(turn: Turn) -> WordingBook:
    """The sentences of the question's language; only Japanese has styles."""
    read = turn.read
    return load_wording(read.language, read.style if read.language == "ja" else "standard")


def _new_id() -> str:
    import uuid

    return uuid.uuid4().hex


__all__ = ["LONGEST_QUESTION", "PlanAssistant", "Turn", "build_assistant", "edition_of"]
