"""What the page's components are made of: HTML parts and the files beside them."""

from importlib.resources import files

import gradio as gr


def html_part(elem_id: str, script: str | None) -> gr.HTML:
    """An empty part that shows the HTML it is given; ``script`` (a file of ``ui/``) runs once it is there."""
    # ${value} is the one safe template: Gradio would run {{value}} as part of a JavaScript template string.
    return gr.HTML(
        "",
        html_template="${value}",
        elem_id=elem_id,
        js_on_load=read_file(script) if script else None,
        apply_default_css=False,
    )


def read_file(name: str) -> str:
    """The text of a file of ``ui/``."""
    return (files("ui") / name).read_text(encoding="utf-8")


def has_file(name: str) -> bool:
    """Whether ``ui/`` has that file."""
    return (files("ui") / name).is_file()
