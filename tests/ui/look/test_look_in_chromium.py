"""図で見る in a real browser: what only a browser shows."""

import threading
from collections.abc import Iterator

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

from corpus.catalogue import Catalogue
from corpus.errors import IndexNotLoaded
from ui.context import PageContext
from ui.page import mount_page

pytestmark = pytest.mark.browser
SIZES = {"phone": (390, 844), "tablet": (820, 1180), "desk": (1440, 900)}
DRAWN = """() => [...document.querySelectorAll('#look-result svg.bars')].filter((drawing) => drawing.checkVisibility())
  .map((drawing) => drawing.getAttribute('class').split('-')[1])"""
SMALL = """() => [...document.querySelectorAll('#room-look :is(button, select, summary, svg a path, a:not(svg a))')]
  .filter((part) => part.checkVisibility()).map((part) => [part.outerHTML.slice(0, 90), part.getBoundingClientRect()])
  .filter(([, box]) => box.height < 44 || box.width < 44).map(([html]) => html)"""
CUT = """() => [...document.querySelectorAll('#look-result svg.bars')].filter((drawing) => drawing.checkVisibility())
  .flatMap((drawing) => [...drawing.querySelectorAll('text')].filter((text) =>
    text.getBoundingClientRect().right > drawing.getBoundingClientRect().right + 1)).map((text) => text.textContent)"""


@pytest.fixture(scope="module")
def address(drawn_plan: Catalogue) -> Iterator[str]:
    """The page over the hand-made plan, on a free loopback port."""

    def nothing(*_: object) -> None:
        raise IndexNotLoaded

    app = mount_page(FastAPI(), PageContext(nothing, lambda: drawn_plan, nothing))  # type: ignore[arg-type]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(timeout=0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


def _open(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("#look-result .look-part")).to_have_count(3, timeout=30_000)


@pytest.mark.parametrize("size", SIZES)
def test_the_pictures_fit_at_each_size_and_nothing_in_them_is_small_or_cut(
    size: str, chromium: Browser, address: str
) -> None:
    width, height = SIZES[size]
    with chromium.new_context(viewport={"width": width, "height": height}, locale="ja-JP") as context:
        page = context.new_page()
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        _open(page, address + "/#look?year=令和6年度")
        for details in page.locator("#room-look summary").all():
            details.click()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert page.evaluate(SMALL) == []
        assert page.evaluate(CUT) == []
        assert page.evaluate(DRAWN) == ["middle" if size == "phone" else "wide"] * 2
        assert faults == []


def test_larger_letters_get_the_picture_drawn_for_less_room(chromium: Browser, address: str) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP") as context:
        page = context.new_page()
        _open(page, address + "/#look")
        page.add_style_tag(content="html { font-size: 140% !important; }")
        page.wait_for_function(f"({DRAWN})().join() === 'narrow,narrow'")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_bar_pressed_by_keyboard_narrows_and_back_leads_back(chromium: Browser, address: str) -> None:
    with chromium.new_context(viewport={"width": 1440, "height": 900}, locale="ja-JP") as context:
        page = context.new_page()
        _open(page, address + "/#look")
        bar = page.locator('[data-part="divisions"] .bars-wide a').nth(2)
        bar.focus()
        page.keyboard.press("Enter")
        expect(page.locator("[data-look-summary]")).to_contain_text("庁舎課の1事業")
        expect(page.locator("#look-controls select[name=division]")).to_have_value("庁舎課")
        expect(page.locator("[data-look-status]")).to_have_text("庁舎課の1事業を図にしています。")
        expect(page.locator("#look-controls .room-title")).to_be_focused()
        page.go_back()
        expect(page.locator("[data-look-summary]")).to_contain_text("計画の4事業")
        expect(page.locator("#look-controls select[name=division]")).to_have_value("")


def test_a_chosen_year_is_coloured_by_the_form_and_by_its_heading(chromium: Browser, address: str) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP") as context:
        page = context.new_page()
        _open(page, address + "/#look")
        page.get_by_label("目立たせる年度（色がつきます）").select_option("令和6年度")
        expect(page.locator(".timeline-spans .chosen")).to_have_count(3)
        page.locator(".timeline-years a", has_text="令和7年度").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".timeline-spans .chosen")).to_have_count(2)
        expect(page.locator(".timeline-years a.chosen")).to_be_focused()


def test_what_is_chosen_while_the_pictures_are_being_drawn_stays_chosen(chromium: Browser, address: str) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP") as context:
        page = context.new_page()
        _open(page, address + "/#look")
        page.get_by_label("目立たせる年度（色がつきます）").select_option("令和6年度")
        page.evaluate("window.planRooms.shown('look')")  # an earlier drawing is done just then
        expect(page.locator(".timeline-spans .chosen")).to_have_count(3)
        expect(page.get_by_label("目立たせる年度（色がつきます）")).to_have_value("令和6年度")


def test_a_way_at_the_top_leads_to_its_picture(chromium: Browser, address: str) -> None:
    with chromium.new_context(
        viewport={"width": 390, "height": 844}, locale="ja-JP", reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        _open(page, address + "/#look")
        page.get_by_role("button", name="担当").click()
        expect(page.locator("#look-divisions-title")).to_be_focused()
        expect(page.locator("#look-divisions-title")).to_be_in_viewport()


def test_what_is_printed_from_the_dark_theme_can_be_read_on_paper(chromium: Browser, address: str) -> None:
    with chromium.new_context(viewport={"width": 820, "height": 1180}, locale="ja-JP", color_scheme="dark") as context:
        page = context.new_page()
        _open(page, address + "/#look")
        page.emulate_media(media="print")
        shown = page.locator(".bars-wide .figures_marks text").first
        assert shown.evaluate("(text) => getComputedStyle(text).fill") == "rgb(23, 33, 43)"
        expect(page.locator(".timeline-text").first).to_have_css("color", "rgb(23, 33, 43)")
