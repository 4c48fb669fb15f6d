"""The Gradio page at ``/``: components and wiring only; what they show is made in ``ui.handlers``."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

import gradio as gr
from fastapi import FastAPI

from assistant.ports import Assistant
from corpus.catalogue import Catalogue
from ui.handlers import Handlers, View
from ui.mount import keep_to_the_page
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
LIVE_REGION = '<div role="status" aria-live="polite">${value}</div>'
_UPDATE = gr.update()


def mount_page(app: FastAPI, get_assistant: Callable[[], Assistant], get_catalogue: Callable[[], Catalogue]) -> FastAPI:
    """Serve the chat page at ``/`` of ``app`` and return ``app``; call it after the app's own routes are added.

    Both callables may raise ``IndexNotLoaded`` (or another ``PlanAssistantError``); the page then says so and looks
    again every few seconds. Paths that are not the page's own stay the app's, with its own errors.
    """
    texts = load_texts()
    blocks = build_page(Handlers(get_assistant, get_catalogue), texts)
    gr.mount_gradio_app(
        app,
        blocks,
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


def build_page(handlers: Handlers, texts: Texts) -> gr.Blocks:
    """The page's components and what each event does."""
    with gr.Blocks(title=texts.page_title, analytics_enabled=False, fill_width=True) as blocks:
        blocks.queue(max_size=MAX_WAITING_QUESTIONS, default_concurrency_limit=ANSWERS_AT_ONCE, api_open=False)
        header = _html("page-top", None)
        with gr.Column(elem_id="page-grid"):
            with gr.Column(elem_id="ask"):
                conversation = _html("conversation", _script("conversation.js"))
                with gr.Row(elem_id="composer"):
                    trouble = _html("trouble", None)
                    question = _question_box(texts)
                    send = gr.Button(texts.composer.send, variant="primary", elem_id="send")
            panel = _html("panel", _script("conversation.js"))
        announcer = gr.HTML(
            "",
            html_template='<div role="status" aria-live="polite">${value}</div>',
            elem_id="announcer",
            js_on_load=None,
        )
        memory = gr.Textbox(visible="hidden", elem_id="memory", show_label=False)
        timer = gr.Timer(WAITING_POLL_S, active=False)
        outputs = [header, conversation, panel, announcer, trouble, question, memory, timer]
        _wire(handlers, blocks, outputs, send)
    return blocks


def _wire(handlers: Handlers, blocks: gr.Blocks, outputs: list[Any], send: gr.Button) -> None:
    _, conversation, panel, _, _, question, memory, timer = outputs

    def start(stored: str | None, draft: str | None = None) -> tuple[Any, ...]:
        return _updates(handlers.start(stored, draft))

    def ask_typed(text: str | None, stored: str | None) -> Iterator[tuple[Any, ...]]:
        yield from map(_updates, handlers.ask(text or "", stored))

    def ask_chosen(stored: str | None, event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        chosen = str(getattr(event, "question", "") or "")[:MAX_QUESTION_CHARACTERS]
        yield from map(_updates, handlers.ask(chosen, stored))

    def open_source(stored: str | None, event: gr.EventData) -> tuple[Any, ...]:
        return _updates(handlers.open_source(_number(event, "turn") or 0, _number(event, "marker"), stored))

    quiet = {"show_progress": "hidden", "api_visibility": "private", "outputs": outputs}
    blocks.load(start, [memory, question], js="() => window.planPage.recall()", **quiet)
    timer.tick(start, memory, **quiet)
    memory.change(None, memory, js="(stored) => window.planPage.remember(stored)", api_visibility="private")
    told = "(text, stored) => { window.planPage.asked(text); return [text, stored]; }"
    gr.on([question.submit, send.click], ask_typed, [question, memory], js=told, trigger_mode="once", **quiet).then(
        None, js="() => window.planPage.settle()", api_visibility="private"
    )
    conversation.restart(lambda: _updates(handlers.start_again()), **quiet).then(
        None, js="() => window.planPage.restart()", api_visibility="private"
    )
    conversation.choose(ask_chosen, memory, trigger_mode="once", **quiet).then(
        None, js="() => window.planPage.settle()", api_visibility="private"
    )
    for part in (conversation, panel):
        part.cite(open_source, memory, **quiet).then(
            None, js="() => window.planPage.reveal()", api_visibility="private"
        )


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
    return gr.HTML("", html_template="${value}", elem_id=elem_id, js_on_load=script, apply_default_css=False)


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
    return (
        f'<meta name="description" content="{texts.page_description}">'
        f"<style>{_script('style.css')}</style><script>{_script('page.js')}</script>"
    )


def _script(name: str) -> str:
    return (files("ui") / name).read_text(encoding="utf-8")
