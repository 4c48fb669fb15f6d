"""What happens when somebody asks, opens a source or starts again: from values to values, without Gradio."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.ports import Assistant
from corpus.catalogue import Catalogue
from corpus.errors import IndexNotLoaded, PlanAssistantError
from corpus.records import Answer, Citation, Question, Record
from ui.conversation import Conversation
from ui.render import (
    SourceView,
    announcement,
    render_announcement,
    render_conversation,
    render_header,
    render_panel,
    render_trouble,
    render_waiting,
    source_view,
)
from ui.texts import load_texts

logger = logging.getLogger(__name__)


class View(Record):
    """What the page shows next; None leaves that part as it is.

    ``header``, ``conversation``, ``panel``, ``announcement`` and ``trouble`` (what stands beside the question box)
    are HTML; ``question`` is the box's text; ``memory`` is the conversation as JSON for the browser; ``waiting`` is
    True while no index can be served.
    """

    header: str | None = None
    conversation: str | None = None
    panel: str | None = None
    announcement: str | None = None
    trouble: str | None = None
    question: str | None = None
    memory: str | None = None
    waiting: bool | None = None


@dataclass(frozen=True)
class Handlers:
    """The page's actions; both callables raise ``IndexNotLoaded`` until an index is served."""

    get_assistant: Callable[[], Assistant]
    get_catalogue: Callable[[], Catalogue]

    def start(self, memory: str | None, draft: str | None = None) -> View:
        """The page as it opens: this tab's conversation so far, or why nothing can be asked yet.

        ``draft`` is a question that was typed or sent before the page was loaded again, and has no answer yet.
        """
        try:
            catalogue = self.get_catalogue()
        except PlanAssistantError as error:
            return _not_ready(error).model_copy(update={"memory": memory, "question": draft or None})
        conversation = Conversation.restore(memory)
        return View(
            header=render_header(catalogue),
            conversation=render_conversation(conversation, catalogue),
            panel=render_panel(conversation, len(conversation.turns) - 1),
            trouble=render_trouble(),
            question=draft or None,
            memory=conversation.store(),
            waiting=False,
        )

    def ask(self, question: str, memory: str | None) -> Iterator[View]:
        """First the question as it waits, then its answer; an error's message stands where the answer would.

        After an error the question is back in its box, so that nothing typed is lost.
        """
        texts = load_texts()
        question = question.strip()
        if not question:
            yield View(trouble=render_trouble(texts.composer.blank))
            return
        conversation = Conversation.restore(memory).asking(question)
        try:
            catalogue = self.get_catalogue()
        except PlanAssistantError as error:
            yield _not_ready(error)
            return
        yield View(
            conversation=render_conversation(conversation, catalogue),
            announcement=render_announcement(texts.announce.pending),
            trouble=render_trouble(),
            question="",
        )
        yield self._completed(conversation, catalogue)

    def open_source(self, turn_index: int, marker: int | None, memory: str | None) -> View:
        """One answer's citations in the panel; with ``marker``, that citation's page with its characters marked."""
        conversation = Conversation.restore(memory)
        opened = conversation.citation(turn_index, marker) if marker is not None else None
        if opened is None:
            return View(panel=render_panel(conversation, turn_index))
        message = load_texts().announce.source.format(page=opened.page)
        return View(
            panel=render_panel(conversation, turn_index, opened, self._source(opened)),
            announcement=render_announcement(message),
        )

    def start_again(self) -> View:
        """An empty conversation in a new session."""
        view = self.start(None)
        return view.model_copy(
            update={"question": "", "announcement": render_announcement(load_texts().announce.new_conversation)}
        )

    def _completed(self, conversation: Conversation, catalogue: Catalogue) -> View:
        question = conversation.turns[-1].question
        try:
            conversation = conversation.answered(self._answer(question, conversation.session_id))
        except PlanAssistantError as error:
            conversation = conversation.failed(error.user_message)
        return View(
            conversation=render_conversation(conversation, catalogue),
            panel=render_panel(conversation, len(conversation.turns) - 1),
            announcement=render_announcement(announcement(conversation.turns[-1])),
            question=question if conversation.turns[-1].error else None,
            memory=conversation.store(),
        )

    def _answer(self, question: str, session_id: str | None) -> Answer:
        try:
            return self.get_assistant().ask(Question(text=question, session_id=session_id))
        except PlanAssistantError:
            raise
        except Exception as error:
            # The page is a border: a citizen gets a sentence, the operator gets the trace.
            logger.exception("A question could not be answered")
            raise PlanAssistantError from error

    def _source(self, citation: Citation) -> SourceView | None:
        try:
            catalogue = self.get_catalogue()
        except PlanAssistantError:
            return None
        document = catalogue.document(citation.document_id)
        page = catalogue.page(citation.document_id, citation.page)
        return source_view(page, len(document.pages), citation) if document and page else None


def _not_ready(error: PlanAssistantError) -> View:
    """The page while the index is being built, or when it cannot be served at all."""
    texts = load_texts()
    if isinstance(error, IndexNotLoaded):
        waiting = render_waiting(texts.waiting.title, texts.waiting.message)
    else:
        waiting = render_waiting(texts.failed.title, error.user_message)
    return View(header=render_header(None), conversation=waiting, waiting=True)
