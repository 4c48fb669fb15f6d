"""A reader of a sheet gets a sheet where there is nothing to show, not the API's JSON."""

from collections.abc import Callable

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from assistant.api.errors import status_of
from corpus.catalogue import Catalogue
from corpus.errors import NotFound, PlanAssistantError
from ui.faults import told
from ui.reading.aids import with_aids
from ui.sheets.render import Frame, render_problem
from ui.sheets.texts import known_wish

# Nothing but this host's own style and script; a sheet holds no inline script, no inline style and no form.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
    )
)
# What stands on a sheet changes when the plan is ingested anew.
HEADERS = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}


def frame_of(request: Request) -> Frame:
    """The frame of the sheet that the request asks for."""
    wish = known_wish(request.query_params.get("language", ""))
    # The path as people read it: a division's name percent-encoded on paper helps nobody.
    return Frame(address=f"{str(request.base_url).rstrip('/')}{request.scope['path']}", preferences=wish)


def sheet(frame: Frame, html: str, catalogue: Catalogue | None = None, status: int = 200) -> Response:
    """A sheet as the response; in やさしい日本語 with furigana, the catalogue's names read as people have checked."""
    # What is Japanese on a sheet in another language is marked by the templates.
    plain = frame.preferences.style == "plain"
    return HTMLResponse(with_aids(html, frame.preferences, catalogue) if plain else html, status, HEADERS)


def or_a_sheet(request: Request, make: Callable[[], Response]) -> Response:
    """What ``make`` gives; for an error of ours a sheet that says what to do, with the error's status."""
    try:
        return make()
    except PlanAssistantError as error:
        frame = frame_of(request)
        return sheet(frame, _problem(frame, error, str(request.url)), status=status_of(error))


def _problem(frame: Frame, error: PlanAssistantError, address: str) -> str:
    texts = frame.texts.problems
    if isinstance(error, NotFound):
        return render_problem(frame, texts.not_found_title, texts.not_found_hints)
    return render_problem(frame, texts.unavailable_title, [told(error, frame.language)], again=address)
