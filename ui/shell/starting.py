"""What a browser is shown while the plan is being read: it asks again by itself, and needs no script."""

from functools import cache
from typing import get_args

from starlette.responses import HTMLResponse
from starlette.types import Receive, Scope, Send

from corpus.records import Language
from ui.templating import render
from ui.texts import load_texts

ASK_AGAIN_S = 3
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


async def starting_page(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with it in every language, as a service that is not there yet: nobody has chosen a language so far."""
    headers = {"Retry-After": str(ASK_AGAIN_S), "Content-Security-Policy": _POLICY, "Cache-Control": "no-store"}
    await HTMLResponse(_html(), status_code=503, headers=headers)(scope, receive, send)


@cache
def _html() -> str:
    spoken = {language: load_texts(language).waiting for language in get_args(Language)}
    return render("shell", "starting.html", spoken=spoken, ask_again_s=ASK_AGAIN_S)
