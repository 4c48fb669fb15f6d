"""What happens when somebody asks, opens a source or starts again: from values to values, without Gradio."""

import logging
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

from corpus.catalogue import Catalogue
from corpus.errors import IndexNotLoaded, PlanAssistantError
from corpus.records import Answer, Citation, Piece, Question, Record
from ui.ask.conversation import Conversation
from ui.ask.growing import Coming, growing
from ui.ask.manner import Manner
from ui.ask.render import (
    SourceView,
    announcement,
    render_announcement,
    render_conversation,
    render_history,
    render_live,
    render_panel,
    render_trouble,
    render_waiting,
    source_view,
)
from ui.context import PageContext
from ui.faults import told
from ui.preferences import Preferences
from ui.shell.render import render_header
from ui.texts import Texts, load_texts

logger = logging.getLogger(__name__)

# A session that begins in the middle of a conversation is told its latest questions, so that "その予定は" still works.
QUESTIONS_RETOLD = 4


class View(Record):
    """What the page shows next; None leaves that part as it is.

    ``header``, ``conversation``, ``live`` (the question that is being answered), ``history`` (the place of earlier
    conversations), ``panel``, ``announcement`` and ``trouble`` (what stands beside the question box) are HTML;
    ``question`` is the box's text; ``memory`` is the conversation as JSON for the browser; ``waiting`` is True while
    no index can be served.
    """

    header: str | None = None
    conversation: str | None = None
    live: str | None = None
    history: str | None = None
    panel: str | None = None
    announcement: str | None = None
    trouble: str | None = None
    question: str | None = None
    memory: str | None = None
    waiting: bool | None = None

    @property
    def is_piece(self) -> bool:
        """Whether this is an answer on its way, with more to come."""
        return self.live not in (None, "") and self.announcement is None


@dataclass(frozen=True)
class Handlers:
    """The actions of one reader's page."""

    context: PageContext
    preferences: Preferences = field(default_factory=Preferences)

    @property
    def _texts(self) -> Texts:
        return load_texts(self.preferences.language)

    def start(self, memory: str | None, draft: str | None = None) -> View:
        """The page as it opens: this tab's conversation so far, or why nothing can be asked yet.

        ``draft`` is a question that was typed or sent before the page was loaded again, and has no answer yet.
        """
        try:
            catalogue = self.context.get_catalogue()
        except PlanAssistantError as error:
            return _not_ready(error, self.preferences).model_copy(update={"memory": memory, "question": draft or None})
        conversation = Conversation.restore(memory)
        return View(
            header=render_header(catalogue, self._texts, self.preferences),
            conversation=render_conversation(conversation, catalogue, self._texts),
            live="",
            history=render_history(self._texts),
            panel=render_panel(conversation, len(conversation.turns) - 1, self._texts),
            trouble=render_trouble(self._texts),
            question=draft or None,
            memory=conversation.store(),
            waiting=False,
        )

    def ask(self, question: str, memory: str | None, manner: Manner | None = None) -> Iterator[View]:
        """First the question as it waits, then its answer as it grows, then the answer as it stays.

        An error's message stands where the answer would; a typed question is then back in its box, so that nothing
        typed is lost.
        """
        texts, manner = self._texts, manner or Manner()
        question = question.strip()
        if not question:
            yield View(trouble=render_trouble(texts, texts.composer.blank))
            return
        earlier = _earlier(memory, manner)
        try:
            catalogue = self.context.get_catalogue()
        except PlanAssistantError as error:
            yield _not_ready(error, self.preferences)
            return
        yield View(
            conversation=render_conversation(earlier, catalogue, texts, asking=True),
            live=render_live(earlier.asking(question), texts),
            announcement=render_announcement(texts.announce.pending),
            trouble=render_trouble(texts),
            question="" if manner.typed else None,
        )
        completed = yield from self._answered(earlier, question, manner)
        yield self._completed(completed, catalogue, manner)

    def stop(self, question: str, memory: str | None, manner: Manner) -> View:
        """The question that was being answered, as one whose answer is not wanted any more."""
        stopped = _earlier(memory, manner).asking(question).failed(self._texts.ask.stopped_message, stopped=True)
        try:
            catalogue = self.context.get_catalogue()
        except PlanAssistantError as error:
            return _not_ready(error, self.preferences)
        return self._completed(stopped, catalogue, manner)

    def open_conversation(self, stored: str) -> View:
        """An earlier conversation from the browser's list; it goes on in a session of its own."""
        return self.start(Conversation.restore(stored).alone().store())

    def open_source(self, turn_index: int, marker: int | None, memory: str | None) -> View:
        """One answer's citations in the panel; with ``marker``, that citation's page with its characters marked."""
        conversation = Conversation.restore(memory)
        opened = conversation.citation(turn_index, marker) if marker is not None else None
        if opened is None:
            return View(panel=render_panel(conversation, turn_index, self._texts))
        message = self._texts.announce.source.format(page=opened.page)
        return View(
            panel=render_panel(conversation, turn_index, self._texts, opened, self._source(opened)),
            announcement=render_announcement(message),
        )

    def start_again(self) -> View:
        """An empty conversation in a new session."""
        view = self.start(None)
        return view.model_copy(
            update={"question": "", "announcement": render_announcement(self._texts.announce.new_conversation)}
        )

    def _records(self, conversation: Conversation) -> View:
        """What was found, beside the answer that a language model may take its time to word."""
        return View(panel=render_panel(conversation, len(conversation.turns) - 1, self._texts))

    def _completed(self, conversation: Conversation, catalogue: Catalogue, manner: Manner) -> View:
        turn = conversation.turns[-1]
        return View(
            conversation=render_conversation(conversation, catalogue, self._texts),
            live="",
            panel=render_panel(conversation, len(conversation.turns) - 1, self._texts),
            announcement=render_announcement(announcement(turn, self._texts)),
            question=turn.question if turn.error and manner.typed and not turn.stopped else None,
            memory=conversation.store(),
        )

    def _answered(self, earlier: Conversation, question: str, manner: Manner) -> Generator[View, None, Conversation]:
        """The conversation with its answer, shown as it comes where the reader wants that; or with what went wrong."""
        conversation = earlier.asking(question)
        try:
            coming = Coming()
            for piece in self._pieces(question, self._session(earlier)):
                if piece.answer:
                    conversation = conversation.answered(piece.answer)
                    beginnings = growing(piece.answer.answer) if manner.in_pieces and coming.is_at_once else ()
                    yield from (self._partly(conversation.cut_to(beginning)) for beginning in beginnings)
                elif coming.add(piece) and manner.in_pieces:
                    yield self._partly(conversation.answered(coming.answer))
                elif piece.found:
                    yield self._records(conversation.answered(coming.answer))
        except PlanAssistantError as error:
            return earlier.asking(question).failed(told(error, self.preferences.language))
        return conversation

    def _partly(self, conversation: Conversation) -> View:
        return View(live=render_live(conversation, self._texts))

    def _session(self, earlier: Conversation) -> str | None:
        """The conversation's session; a new one, told the latest questions, where it has turns but no session."""
        session_id = earlier.session_id
        if session_id is None:
            for turn in [turn for turn in earlier.turns if turn.answer][-QUESTIONS_RETOLD:]:
                session_id = self._answer(turn.question, session_id).session_id
        return session_id

    def _answer(self, question: str, session_id: str | None) -> Answer:
        return next(piece.answer for piece in self._pieces(question, session_id) if piece.answer)

    def _pieces(self, question: str, session_id: str | None) -> Iterator[Piece]:
        try:
            yield from self.context.get_assistant().stream(self._question(question, session_id))
        except PlanAssistantError:
            raise
        except Exception as error:
            # The page is a border: a citizen gets a sentence, the operator gets the trace.
            logger.exception("A question could not be answered")
            raise PlanAssistantError from error

    def _question(self, text: str, session_id: str | None) -> Question:
        # On the Japanese page the question's own language decides: who types English wants English.
        language = None if self.preferences.language == "ja" else self.preferences.language
        return Question(text=text, session_id=session_id, style=self.preferences.style, language=language)

    def _source(self, citation: Citation) -> SourceView | None:
        try:
            catalogue = self.context.get_catalogue()
        except PlanAssistantError:
            return None
        document = catalogue.document(citation.document_id)
        page = catalogue.page(citation.document_id, citation.page)
        if document is None or page is None:
            return None
        return source_view(page, len(document.pages), citation, catalogue.projects)


def _earlier(memory: str | None, manner: Manner) -> Conversation:
    """What was said before the question that is being asked."""
    conversation = Conversation.restore(memory)
    if manner.replaces:
        return conversation.without_last()
    return conversation.alone() if manner.alone else conversation


def _not_ready(error: PlanAssistantError, preferences: Preferences) -> View:
    """The page while the index is being built, or when it cannot be served at all."""
    texts = load_texts(preferences.language)
    if isinstance(error, IndexNotLoaded):
        waiting = render_waiting(texts.waiting.title, texts.waiting.message)
    else:
        waiting = render_waiting(texts.failed.title, told(error, preferences.language))
    return View(header=render_header(None, texts, preferences), conversation=waiting, waiting=True)
