"""The Gradio page at ``/``: components and wiring only; what they show is made in ``ui.ask`` and the other rooms."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import gradio as gr
from fastapi import FastAPI

from corpus.errors import PlanAssistantError
from ui.ask.handlers import Handlers, View
from ui.context import PageContext
from ui.mount import keep_to_the_page
from ui.preferences import Preferences
from ui.privacy.rules import rules_script
from ui.rooms import ROOMS, Room, parameters
from ui.shell.render import render_fault
from ui.texts import Texts, load_texts

MAX_QUESTION_CHARACTERS = 1000
MAX_WAITING_QUESTIONS = 64
ANSWERS_AT_ONCE = 4
WAITING_POLL_S = 3
SYSTEM_FONTS = (
    "system-ui",
    "Hiragino Sans",
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Yu Gothic UI",
    "Meiryo",
    "sans-serif",
)
# Each room may bring a style.css and a script.js of its own, in its folder.
SHARED_STYLES = ("style.css", "feedback/style.css", "privacy/style.css")
SHARED_SCRIPTS = ("page.js", "privacy/script.js", "router.js", "feedback/script.js")
_ONE_ROOM = 'html:not([data-room="{name}"]) #room-{name} {{ display: none !important; }}'
_UPDATE = gr.update()


def mount_page(app: FastAPI, context: PageContext) -> FastAPI:
    """Serve the page at ``/`` of ``app`` and return ``app``; call it after the app's own routes are added.

    The context's parts may raise ``IndexNotLoaded`` (or another ``PlanAssistantError``); the page then says so and
    looks again every few seconds. Paths that are not the page's own stay the app's, with its own errors.
    """
    texts = load_texts()
    gr.mount_gradio_app(
        app,
        build_page(context, texts),
        path="/",
        theme=_theme(),
        head=_head(texts),
        favicon_path=str(files("ui") / "favicon.png"),
        footer_links=[],
        run_history=False,
        show_error=False,
        max_file_size=0,
    )
    keep_to_the_page(app)
    return app


def build_page(context: PageContext, texts: Texts) -> gr.Blocks:
    """The page's components and what each event does."""
    with gr.Blocks(title=texts.page_title, analytics_enabled=False, fill_width=True) as blocks:
        blocks.queue(max_size=MAX_WAITING_QUESTIONS, default_concurrency_limit=ANSWERS_AT_ONCE, api_open=False)
        header = _html("page-top", "shell/script.js")
        preferences = gr.Textbox(visible="hidden", elem_id="preferences", show_label=False)
        with gr.Column(elem_id="page-grid", elem_classes="room"):
            with gr.Column(elem_id="ask"):
                conversation = _html("conversation", "ask/conversation.js")
                with gr.Row(elem_id="composer"):
                    trouble = _html("trouble", None)
                    question = _question_box(texts)
                    send = gr.Button(texts.composer.send, variant="primary", elem_id="send")
            panel = _html("panel", "ask/conversation.js")
        for room in ROOMS:
            _add_room(room, context, preferences)
        announcer = gr.HTML(
            "",
            html_template='<div role="status" aria-live="polite">${value}</div>',
            elem_id="announcer",
            js_on_load=None,
        )
        memory = gr.Textbox(visible="hidden", elem_id="memory", show_label=False)
        timer = gr.Timer(WAITING_POLL_S, active=False)
        outputs = [header, conversation, panel, announcer, trouble, question, memory, timer]
        _wire(context, blocks, outputs, preferences, send)
    return blocks


def _add_room(room: Room, context: PageContext, preferences: gr.Textbox) -> None:
    """One room: what it shows follows its address, which ``ui/router.js`` sends with the event ``show``."""
    with gr.Column(elem_id=f"room-{room.name}", elem_classes="room"):
        controls = _html(f"{room.name}-controls", "room.js")
        result = _html(f"{room.name}-result", None)

    def show(wishes: str | None, event: gr.EventData) -> tuple[Any, Any]:
        query, reader = parameters(str(getattr(event, "query", "") or "")), Preferences.restore(wishes)
        try:
            shown = room.result(context, query, reader)
            return (room.controls(context, query, reader) if getattr(event, "fresh", True) else _UPDATE), shown
        except PlanAssistantError as error:
            return _UPDATE, render_fault(error.user_message, load_texts(reader.language))

    controls.show(
        show, preferences, [controls, result],
        show_progress="hidden", api_visibility="private", trigger_mode="always_last",
    ).then(None, js=f"() => window.planRooms.shown('{room.name}')", api_visibility="private")  # fmt: skip


def _wire(
    context: PageContext, blocks: gr.Blocks, outputs: list[Any], preferences: gr.Textbox, send: gr.Button
) -> None:
    header, conversation, panel, _, _, question, memory, timer = outputs

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

    unseen = {"show_progress": "hidden", "api_visibility": "private"}
    quiet = {**unseen, "outputs": outputs}
    kept = [memory, preferences]
    wished = blocks.load(lambda wishes: wishes, preferences, preferences, js="() => window.planPage.wishes()", **unseen)
    started = wished.then(start, [*kept, question], js="() => window.planPage.recall()", **quiet)
    started.then(None, js="() => window.planRooms.open()", api_visibility="private")
    changed = header.prefer(prefer, None, preferences, **unseen).then(start, [*kept, question], **quiet)
    changed.then(None, js="() => window.planRooms.open(true)", api_visibility="private")
    timer.tick(start, kept, **quiet)
    memory.change(None, memory, js="(stored) => window.planPage.remember(stored)", api_visibility="private")
    told = "(text, ...rest) => { window.planPage.asked(text); return [text, ...rest]; }"
    gr.on([question.submit, send.click], ask_typed, [question, *kept], js=told, trigger_mode="once", **quiet).then(
        None, js="() => window.planPage.settle()", api_visibility="private"
    )
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


def _html(elem_id: str, script: str | None) -> gr.HTML:
    # ${value} is the one safe template: Gradio would run {{value}} as part of a JavaScript template string.
    return gr.HTML(
        "",
        html_template="${value}",
        elem_id=elem_id,
        js_on_load=_read(script) if script else None,
        apply_default_css=False,
    )


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


def _theme() -> gr.themes.Base:
    # Plain names are fonts that the reader's machine has; a gr.themes.GoogleFont would be fetched from elsewhere.
    return gr.themes.Base(
        primary_hue="cyan", neutral_hue="slate", text_size="lg", font=SYSTEM_FONTS, font_mono=("monospace",)
    )


def _head(texts: Texts) -> str:
    rooms = ("shell", "ask", *(room.name for room in ROOMS))
    styles = [_read(name) for name in (*SHARED_STYLES, *(f"{room}/style.css" for room in rooms)) if _exists(name)]
    styles += [
        f'html:not([data-room="{room.name}"]) #room-{room.name} {{ display: none !important; }}' for room in ROOMS
    ]
    scripts = "\n".join((rules_script(), *(_read(name) for name in SHARED_SCRIPTS)))
    return (
        f'<meta name="description" content="{texts.page_description}">'
        f"<style>{chr(10).join(styles)}</style><script>{scripts}</script>"
    )


def _read(name: str) -> str:
    return (files("ui") / name).read_text(encoding="utf-8")


def _exists(name: str) -> bool:
    return (files("ui") / name).is_file()
