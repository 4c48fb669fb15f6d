"""The conversation's components and what each of their events does."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from corpus.errors import PlanAssistantError
from ui.ask.handlers import Handlers, View
from ui.ask.manner import Manner
from ui.context import PageContext
from ui.parts import html_part
from ui.preferences import Preferences
from ui.reading.aids import with_aids
from ui.texts import Texts, load_texts

MAX_QUESTION_CHARACTERS = 1000
WAITING_POLL_S = 3
# Between two pieces of an answer, so that the browser paints each: all of them together take a third of a second.
PIECE_S = 0.04
_UPDATE = gr.update()
_UNSEEN = {"show_progress": "hidden", "api_visibility": "private"}


@dataclass(frozen=True)
class ConversationParts:
    """The components of the room ``ask``; ``memory`` holds the conversation as the browser keeps it."""

    conversation: gr.HTML
    live: gr.HTML
    history: gr.HTML
    panel: gr.HTML
    announcer: gr.HTML
    trouble: gr.HTML
    question: gr.Textbox
    send: gr.Button
    memory: gr.Textbox
    timer: gr.Timer


def add_conversation(texts: Texts) -> ConversationParts:
    """The conversation, its question box and the panel beside it, within the page's ``gr.Blocks``."""
    with gr.Column(elem_id="page-grid", elem_classes="room"):
        # Not "ask": a fragment that names an element takes the focus away when Back leads to it.
        with gr.Column(elem_id="asking"):
            conversation = html_part("conversation", "ask/conversation.js")
            live = html_part("live", None)
            history = html_part("history", None)
            with gr.Row(elem_id="composer"):
                trouble = html_part("trouble", None)
                question = _question_box(texts)
                send = gr.Button(texts.composer.send, variant="primary", elem_id="send")
        panel = html_part("panel", None)
    announcer = gr.HTML(
        "",
        html_template='<div role="status" aria-live="polite">${value}</div>',
        elem_id="announcer",
        js_on_load=None,
    )
    memory = gr.Textbox(visible="hidden", elem_id="memory", show_label=False)
    timer = gr.Timer(WAITING_POLL_S, active=False)
    return ConversationParts(conversation, live, history, panel, announcer, trouble, question, send, memory, timer)


def wire_conversation(
    context: PageContext, blocks: gr.Blocks, header: gr.HTML, preferences: gr.Textbox, parts: ConversationParts
) -> None:
    """Connect the events of the page's opening and of the conversation with ``Handlers``."""
    conversation, question, memory = parts.conversation, parts.question, parts.memory
    actions = _Actions(context)
    outputs = [
        header, conversation, parts.live, parts.history, parts.panel, parts.announcer, parts.trouble, question, memory,
        parts.timer, parts.send,
    ]  # fmt: skip
    quiet = {**_UNSEEN, "outputs": outputs}
    kept = [memory, preferences]
    wished = blocks.load(
        lambda wishes: wishes, preferences, preferences, js="() => [window.planWishes.stored()]", **_UNSEEN
    )
    started = wished.then(actions.start, [*kept, question], js="() => window.planPage.recall()", **quiet)
    _then(started, "window.planRooms.start(); window.planAsk.started()")
    changed = header.prefer(_preferred, None, preferences, **_UNSEEN).then(actions.start, [*kept, question], **quiet)
    _then(changed, "window.planRooms.open(true); window.planAsk.started()")
    parts.timer.tick(actions.start, kept, **quiet)
    memory.change(None, memory, js="(stored) => window.planHistory.remember(stored)", api_visibility="private")
    gr.on([question.submit, parts.send.click], None, js="() => window.planAsk.submit()", api_visibility="private")
    asked = conversation.choose(actions.ask, kept, trigger_mode="once", **quiet)
    _then(asked, "window.planAsk.settled()")
    conversation.halt(None, cancels=asked, api_visibility="private")
    _then(conversation.stopped(actions.stop, kept, **quiet), "window.planAsk.settled()")
    _then(
        conversation.restart(actions.start_again, preferences, **quiet),
        "window.planPage.restart()",
    )
    _then(conversation.open(actions.open_conversation, preferences, **quiet), "window.planPage.settle()")
    _then(conversation.cite(actions.open_source, kept, **quiet), "window.planPage.reveal()")


def _then(event: gr.events.Dependency, script: str) -> None:
    """What the browser does once the event's outcome is shown."""
    event.then(None, js=f"() => {{ {script}; }}", api_visibility="private")


class _Actions:
    """What the page's events do, with the reader's wishes put on what they show."""

    def __init__(self, context: PageContext) -> None:
        self._context = context

    def start(self, stored: str | None, wishes: str | None, draft: str | None = None) -> tuple[Any, ...]:
        return self._shown(self._handlers(wishes).start(stored, draft), wishes)

    def ask(self, stored: str | None, wishes: str | None, event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        for view in self._handlers(wishes).ask(_question(event), stored, _manner(event)):
            yield self._shown(view, wishes)
            if view.is_piece:
                time.sleep(PIECE_S)

    def stop(self, stored: str | None, wishes: str | None, event: gr.EventData) -> tuple[Any, ...]:
        return self._shown(self._handlers(wishes).stop(_question(event), stored, _manner(event)), wishes)

    def start_again(self, wishes: str | None) -> tuple[Any, ...]:
        return self._shown(self._handlers(wishes).start_again(), wishes)

    def open_source(self, stored: str | None, wishes: str | None, event: gr.EventData) -> tuple[Any, ...]:
        turn, marker = _number(event, "turn") or 0, _number(event, "marker")
        return self._shown(self._handlers(wishes).open_source(turn, marker, stored), wishes)

    def open_conversation(self, wishes: str | None, event: gr.EventData) -> tuple[Any, ...]:
        return self._shown(self._handlers(wishes).open_conversation(_text(event, "stored")), wishes)

    def _handlers(self, wishes: str | None) -> Handlers:
        return Handlers(self._context, Preferences.restore(wishes))

    def _shown(self, view: View, wishes: str | None) -> tuple[Any, ...]:
        return _updates(*_aided(view, self._context, Preferences.restore(wishes)))


def _preferred(event: gr.EventData) -> str:
    return Preferences.restore(_text(event, "wishes")).model_dump_json()


def _aided(view: View, context: PageContext, reader: Preferences) -> tuple[View, Texts]:
    """The view with what helps this reader to read it, and the wording of the question box."""
    try:
        catalogue = context.get_catalogue()
    except PlanAssistantError:
        catalogue = None
    parts = {name: getattr(view, name) for name in ("header", "conversation", "live", "history", "panel", "trouble")}
    aided = {name: with_aids(html, reader, catalogue) for name, html in parts.items() if html}
    return view.model_copy(update=aided), load_texts(reader.language)


def _updates(view: View, texts: Texts) -> tuple[Any, ...]:
    """The view in the order of the page's outputs; what is None stays."""
    values = (view.header, view.conversation, view.live, view.history, view.panel, view.announcement, view.trouble)
    kept = (view.memory,)
    timer = _UPDATE if view.waiting is None else gr.Timer(active=view.waiting)
    # The box and its button speak the page's language as soon as the page does.
    worded = view.header is not None
    named = {"label": texts.composer.label, "placeholder": texts.composer.placeholder} if worded else {}
    typed = {} if view.question is None else {"value": view.question}
    send = gr.update(value=texts.composer.send) if worded else _UPDATE
    plain = [_UPDATE if value is None else value for value in (*values, *kept)]
    return (*plain[:-1], gr.update(**named, **typed), plain[-1], timer, send)


def _text(event: gr.EventData, name: str) -> str:
    return str(getattr(event, name, None) or "")


def _question(event: gr.EventData) -> str:
    return _text(event, "question")[:MAX_QUESTION_CHARACTERS]


def _manner(event: gr.EventData) -> Manner:
    """Whatever a browser may send: only a plain yes is one."""
    return Manner(**{name: getattr(event, name, None) is True for name in Manner.model_fields})


def _number(event: gr.EventData, name: str) -> int | None:
    value = getattr(event, name, None)
    return value if isinstance(value, int) else None


def _question_box(texts: Texts) -> gr.Textbox:
    return gr.Textbox(
        label=texts.composer.label,
        placeholder=texts.composer.placeholder,
        lines=1,
        max_lines=6,
        max_length=MAX_QUESTION_CHARACTERS,
        elem_id="question",
        scale=1,
        container=True,
    )
