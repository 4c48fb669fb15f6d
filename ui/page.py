"""The Gradio page at ``/``: components and wiring only; what they show is made in ``ui.ask`` and the other rooms."""

from importlib.resources import files
from typing import Any

import gradio as gr
from fastapi import FastAPI

from corpus.errors import PlanAssistantError
from ui.ask.wiring import add_conversation, wire_conversation
from ui.context import PageContext
from ui.faults import told
from ui.find.routes import add_downloads
from ui.look.routes import add_look_routes
from ui.mount import keep_to_the_page
from ui.parts import has_file, html_part, read_file
from ui.preferences import Preferences
from ui.privacy.rules import rules_script
from ui.reading.aids import with_aids
from ui.rooms import ROOMS, Room, parameters
from ui.sheets.routes import add_sheets
from ui.shell.render import render_fault
from ui.texts import Texts, load_texts

MAX_WAITING_QUESTIONS = 64
ANSWERS_AT_ONCE = 4
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
SHARED_SCRIPTS = ("wishes.js", "page.js", "privacy/script.js", "router.js", "feedback/script.js")
ASK_SCRIPTS = ("ask/keep.js", "ask/history.js", "ask/source.js", "ask/tips.js", "ask/print.js", "ask/asking.js")
_ONE_ROOM = 'html:not([data-room="{name}"]) #room-{name} {{ display: none !important; }}'
_UPDATE = gr.update()


def mount_page(app: FastAPI, context: PageContext) -> FastAPI:
    """Serve the page at ``/`` of ``app`` and return ``app``; call it after the app's own routes are added.

    The context's parts may raise ``IndexNotLoaded`` (or another ``PlanAssistantError``); the page then says so and
    looks again every few seconds. Paths that are not the page's own stay the app's, with its own errors.
    """
    texts = load_texts()
    add_downloads(app, context)
    add_sheets(app, context)
    add_look_routes(app, context)
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
        header = html_part("page-top", "shell/script.js")
        preferences = gr.Textbox(visible="hidden", elem_id="preferences", show_label=False)
        conversation = add_conversation(texts)
        for room in ROOMS:
            _add_room(room, context, preferences)
        wire_conversation(context, blocks, header, preferences, conversation)
    return blocks


def _add_room(room: Room, context: PageContext, preferences: gr.Textbox) -> None:
    """One room: what it shows follows its address, which ``ui/router.js`` sends with the event ``show``."""
    with gr.Column(elem_id=f"room-{room.name}", elem_classes="room"):
        controls = html_part(f"{room.name}-controls", "room.js")
        result = html_part(f"{room.name}-result", None)

    def show(wishes: str | None, event: gr.EventData) -> tuple[Any, Any]:
        query, reader = parameters(str(getattr(event, "query", "") or "")), Preferences.restore(wishes)
        try:
            catalogue = context.get_catalogue()
            shown = with_aids(room.result(context, query, reader), reader, catalogue)
            fresh = getattr(event, "fresh", True)
            return with_aids(room.controls(context, query, reader), reader, catalogue) if fresh else _UPDATE, shown
        except PlanAssistantError as error:
            return _UPDATE, render_fault(told(error, reader.language), load_texts(reader.language))

    controls.show(
        show, preferences, [controls, result],
        show_progress="hidden", api_visibility="private", trigger_mode="multiple",
    ).then(None, js=f"() => window.planRooms.shown('{room.name}')", api_visibility="private")  # fmt: skip


def _theme() -> gr.themes.Base:
    # Plain names are fonts that the reader's machine has; a gr.themes.GoogleFont would be fetched from elsewhere.
    return gr.themes.Base(
        primary_hue="cyan", neutral_hue="slate", text_size="lg", font=SYSTEM_FONTS, font_mono=("monospace",)
    )


def _head(texts: Texts) -> str:
    rooms = ("shell", "ask", *(room.name for room in ROOMS))
    styles = [read_file(name) for name in (*SHARED_STYLES, *(f"{room}/style.css" for room in rooms)) if has_file(name)]
    styles += [_ONE_ROOM.format(name=room.name) for room in ROOMS]
    of_rooms = [name for room in ROOMS if has_file(name := f"{room.name}/script.js")]
    files_read = (read_file(name) for name in (*SHARED_SCRIPTS, *ASK_SCRIPTS, *of_rooms))
    scripts = "\n".join((rules_script(), *files_read))
    return (
        f'<meta name="description" content="{texts.page_description}">'
        f"<style>{chr(10).join(styles)}</style><script>{scripts}</script>"
    )
