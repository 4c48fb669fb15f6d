"""The conversation's components and what each of their events does."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from ui.ask.handlers import Handlers, View
from ui.context import PageContext
from ui.parts import html_part
from ui.preferences import Preferences
from ui.texts import Texts

MAX_QUESTION_CHARACTERS = 1000
WAITING_POLL_S = 3
_UPDATE = gr.update()
_UNSEEN = {"show_progress": "hidden", "api_visibility": "private"}


@dataclass(frozen=True)
class ConversationParts:
    """The components of the room ``ask``; ``memory`` holds the conversation as the browser keeps it."""

    conversation: gr.HTML
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
        with gr.Column(elem_id="ask"):
            conversation = html_part("conversation", "ask/conversation.js")
            with gr.Row(elem_id="composer"):
                trouble = html_part("trouble", None)
                question = _question_box(texts)
                send = gr.Button(texts.composer.send, variant="primary", elem_id="send")
        panel = html_part("panel", "ask/conversation.js")
    announcer = gr.HTML(
        "",
        html_template='<div role="status" aria-live="polite">${value}</div>',
        elem_id="announcer",
        js_on_load=None,
    )
    memory = gr.Textbox(visible="hidden", elem_id="memory", show_label=False)
    timer = gr.Timer(WAITING_POLL_S, active=False)
    return ConversationParts(conversation, panel, announcer, trouble, question, send, memory, timer)


def wire_conversation(
    context: PageContext, blocks: gr.Blocks, header: gr.HTML, preferences: gr.Textbox, parts: ConversationParts
) -> None:
    """Connect the events of the page's opening and of the conversation with ``Handlers``."""
    conversation, panel, question, memory = parts.conversation, parts.panel, parts.question, parts.memory

    def handlers(wishes: str | None) -> Handlers:
        return Handlers(context, Preferences.restore(wishes))

    def start(stored: str | None, wishes: str | None, draft: str | None = None) -> tuple[Any, ...]:
        return _updates(handlers(wishes).start(stored, draft))

    def prefer(event: gr.EventData) -> str:
        return Preferences.restore(str(getattr(event, "wishes", "") or "")).model_dump_json()

    def ask_typed(text: str | None, stored: str | None, wishes: str | None) -> Iterator[tuple[Any, ...]]:
        yield from map(_updates, handlers(wishes).ask(text or "", stored))

    def ask_chosen(stored: str | None, wishes: str | None, event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        chosen = str(getattr(event, "question", "") or "")[:MAX_QUESTION_CHARACTERS]
        yield from map(_updates, handlers(wishes).ask(chosen, stored))

    def open_source(stored: str | None, wishes: str | None, event: gr.EventData) -> tuple[Any, ...]:
        return _updates(handlers(wishes).open_source(_number(event, "turn") or 0, _number(event, "marker"), stored))

    outputs = [header, conversation, panel, parts.announcer, parts.trouble, question, memory, parts.timer]
    quiet = {**_UNSEEN, "outputs": outputs}
    kept = [memory, preferences]
    wished = blocks.load(
        lambda wishes: wishes, preferences, preferences, js="() => window.planPage.wishes()", **_UNSEEN
    )
    started = wished.then(start, [*kept, question], js="() => window.planPage.recall()", **quiet)
    started.then(None, js="() => window.planRooms.open()", api_visibility="private")
    changed = header.prefer(prefer, None, preferences, **_UNSEEN).then(start, [*kept, question], **quiet)
    changed.then(None, js="() => window.planRooms.open(true)", api_visibility="private")
    parts.timer.tick(start, kept, **quiet)
    memory.change(None, memory, js="(stored) => window.planPage.remember(stored)", api_visibility="private")
    told = "(text, ...rest) => { window.planPage.asked(text); return [text, ...rest]; }"
    gr.on(
        [question.submit, parts.send.click], ask_typed, [question, *kept], js=told, trigger_mode="once", **quiet
    ).then(None, js="() => window.planPage.settle()", api_visibility="private")
    conversation.restart(lambda wishes: _updates(handlers(wishes).start_again()), preferences, **quiet).then(
        None, js="() => window.planPage.restart()", api_visibility="private"
    )
    conversation.choose(ask_chosen, kept, trigger_mode="once", **quiet).then(
        None, js="() => window.planPage.settle()", api_visibility="private"
    )
    for part in (conversation, panel):
        part.cite(open_source, kept, **quiet).then(None, js="() => window.planPage.reveal()", api_visibility="private")


def _updates(view: View) -> tuple[Any, ...]:
    """The view in the order of the page's outputs; what is None stays."""
    values = (view.header, view.conversation, view.panel, view.announcement, view.trouble, view.question, view.memory)
    timer = _UPDATE if view.waiting is None else gr.Timer(active=view.waiting)
    return (*(_UPDATE if value is None else value for value in values), timer)


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
