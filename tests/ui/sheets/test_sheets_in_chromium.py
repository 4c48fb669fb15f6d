"""The shipped plan's sheets on paper, on a phone and for those who cannot see them."""

import re
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

from assistant import server
from corpus.catalogue import Catalogue
from corpus.errors import IndexNotLoaded
from tests.ui.visiting import SCHEMES, Visit
from ui.context import PageContext
from ui.sheets.routes import add_sheets

pytestmark = pytest.mark.browser
DARK = "rgb(17, 22, 28)"


@pytest.fixture(scope="module")
def address(plan_catalogue: Catalogue) -> Iterator[str]:
    """The sheets of the shipped plan, on a free loopback port."""

    def no_assistant() -> None:
        raise IndexNotLoaded

    app = FastAPI()
    app.get("/favicon.ico")(lambda: None)
    add_sheets(app, PageContext(no_assistant, lambda: plan_catalogue, lambda _: None))  # type: ignore[arg-type]
    listener = server.open_port("127.0.0.1", 0)
    running = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    running.should_exit = True
    thread.join(timeout=10)


def _paths(catalogue: Catalogue) -> list[str]:
    """The sheets with the most on them."""
    longest = max(catalogue.projects, key=lambda project: len(project.content))
    fullest = max(catalogue.divisions, key=lambda division: division.project_count)
    chosen = [project for project in catalogue.projects if project.priority or project == longest]
    costly = next(division for division in catalogue.divisions if division.name in chosen[0].divisions)
    return [
        *(f"/projects/{project.id}" for project in chosen),
        *(
            f"/documents/{page.document_id}/pages/{page.page}"
            for document in catalogue.documents
            for page in document.pages
        ),
        *(f"/divisions/{name}" for name in {fullest.name, costly.name, *chosen[-1].divisions}),
    ]


def test_a_project_a_division_and_each_page_of_the_plan_print_on_one_sheet_of_a4(
    chromium: Browser, address: str, plan_catalogue: Catalogue
) -> None:
    with chromium.new_context(locale="ja-JP") as context:
        page = context.new_page()
        counts = {}
        for path in _paths(plan_catalogue):
            page.goto(address + path)
            counts[path] = len(re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True)))
    assert {path: count for path, count in counts.items() if count != 1} == {}


def test_a_sheet_looks_and_speaks_as_the_reader_chose_on_the_page_and_changes_with_another_tab(
    chromium: Browser, address: str, plan_catalogue: Catalogue
) -> None:
    path = f"{address}/projects/{plan_catalogue.projects[0].id}"
    with chromium.new_context(color_scheme="light", locale="ja-JP") as context:
        page, other = context.new_page(), context.new_page()
        for tab in (page, other):
            tab.goto(path)
        _wish(page, theme="dark", size="largest", language="en", style="standard")
        expect(other.locator("body")).to_have_css("background-color", DARK)
        page.reload()
        expect(page.locator("html[lang=en]")).to_have_css("font-size", "22.4px")
        expect(page.locator("body")).to_have_css("background-color", DARK)
        page.emulate_media(media="print")
        expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
        page.goto(path + "?language=ko")
        expect(page.locator("html")).to_have_attribute("lang", "ko")
        _wish(page, theme="light", language="ja", style="plain")
        page.emulate_media(media="screen", color_scheme="dark")
        page.goto(path + "?x=1#top")
        expect(page.locator("h1 ruby").first).to_be_visible()
        expect(page.locator("body")).to_have_css("background-color", "rgb(245, 247, 249)")
        expect(page).to_have_url(path + "?x=1&language=plain#top")


def _wish(page: Page, **wishes: str) -> None:
    page.evaluate("(wishes) => localStorage.setItem('plan-assistant.wishes', JSON.stringify(wishes))", wishes)


def test_the_sheet_of_what_is_not_there_fits_a_phone_and_keeps_to_wcag(chromium: Browser, address: str) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP") as context:
        visit = Visit(context.new_page(), address)
        visit.page.goto(address + "/projects/none")
        for scheme in SCHEMES:
            visit.see_by(scheme)
            assert visit.wrong(finger=True) == []


def test_a_sheet_can_be_read_without_a_script_and_printed_with_one(
    chromium: Browser, address: str, plan_catalogue: Catalogue
) -> None:
    path = f"{address}/projects/{plan_catalogue.projects[0].id}"
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(path)
        assert page.locator("h1").inner_text() == plan_catalogue.projects[0].name
        assert not page.locator("[data-print]").is_visible()
    with chromium.new_context() as context:
        page = context.new_page()
        page.add_init_script("window.print = () => { window.printed = true; }")
        page.goto(path)
        page.locator("[data-print]").click()
        assert page.evaluate("window.printed")
