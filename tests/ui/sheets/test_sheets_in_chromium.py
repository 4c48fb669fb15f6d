"""The shipped plan's sheets on paper, on a phone and for those who cannot see them."""

import re
import threading
from collections.abc import Iterator
from typing import Literal

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Browser

from assistant import server
from corpus.catalogue import Catalogue
from corpus.errors import IndexNotLoaded
from ui.context import PageContext
from ui.sheets.routes import add_sheets

pytestmark = pytest.mark.browser
Scheme = Literal["light", "dark"]
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}


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
        *(f"/divisions/{name}" for name in {fullest.name, costly.name, *chosen[-1].divisions}),
    ]


def test_a_project_and_a_division_print_on_one_sheet_of_a4(
    chromium: Browser, address: str, plan_catalogue: Catalogue
) -> None:
    with chromium.new_context(locale="ja-JP") as context:
        page = context.new_page()
        counts = {}
        for path in _paths(plan_catalogue):
            page.goto(address + path)
            counts[path] = len(re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True)))
    assert {path: count for path, count in counts.items() if count != 1} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_sheet_fits_a_phone_and_keeps_to_wcag(
    chromium: Browser, address: str, plan_catalogue: Catalogue, scheme: Scheme
) -> None:
    project = next(project for project in plan_catalogue.projects if project.priority)
    paths = [
        f"/projects/{project.id}",
        f"/divisions/{project.divisions[0]}",
        f"/documents/{project.document_id}/pages/{project.page}?project={project.id}",
        "/projects/none",
    ]
    with chromium.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme, locale="ja-JP") as context:
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        for path in paths:
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
            heights = page.locator("a:visible, button:visible").evaluate_all(
                "all => all.map(e => [e.textContent, e.getBoundingClientRect().height]).filter(e => e[1] < 44)"
            )
            violations = Axe().run(page, options=WCAG).response["violations"]
            assert (heights, [fault["id"] for fault in violations], faults) == ([], [], []), path


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
