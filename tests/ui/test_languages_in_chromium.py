"""Another language of the page in a real browser: chosen in the header, at once, with nothing lost."""

from collections.abc import Iterator
from typing import Protocol

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from corpus.records import Question

pytestmark = pytest.mark.browser
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}


class Running(Protocol):
    """The running page of ``conftest.py``."""

    url: str


@pytest.fixture
def page(chromium: Browser, running: Running) -> Iterator[Page]:
    """The page on a phone, with one question answered."""
    with chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP") as context:
        page = context.new_page()
        page.goto(running.url)
        expect(page.locator(".examples")).to_be_visible(timeout=30_000)
        page.locator("#question textarea").fill("図書館の担当は")
        page.locator("#question textarea").press("Enter")
        expect(page.locator(".answer-answered:not(.answer-pending)")).to_be_visible()
        yield page


def _choose(page: Page, speech: str) -> None:
    page.locator("select[data-wish=speech]").select_option(speech)


def test_english_is_chosen_at_once_keeps_what_is_there_and_survives_a_reload(page: Page, asked: list[Question]) -> None:
    page.locator("#question textarea").fill("公園の担当は")
    _choose(page, "en")
    _expect_english(page)
    page.goto(page.url.split("#")[0] + "#counter")
    page.reload()
    expect(page.locator("#room-counter .room-title")).to_have_text("Counter", timeout=30_000)
    page.goto(page.url.split("#")[0])
    _expect_english(page)
    page.locator("#question textarea").press("Enter")
    expect(page.locator(".turn")).to_have_count(2)
    assert [question.language for question in asked] == [None, "en"]


def _expect_english(page: Page) -> None:
    expect(page).to_have_title("City plan assistant", timeout=30_000)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("City plan assistant")
    expect(page.locator("nav.rooms a")).to_have_text(["Ask", "By division", "Charts", "Counter", "Staff"])
    box = page.get_by_label("Question (up to 1,000 characters)")
    expect(box).to_have_attribute("placeholder", "Type your question")
    expect(box).to_have_value("公園の担当は")
    expect(page.locator(".turn .question")).to_contain_text("図書館の担当は")
    expect(page.locator(".answer-answered .status")).to_have_text("Answer")


def test_the_english_page_has_no_barrier_and_marks_japanese_as_japanese(page: Page) -> None:
    _choose(page, "en")
    expect(page.locator(".answer-answered .status")).to_have_text("Answer")
    expect(page.locator(".in-charge-name [lang=ja]")).to_have_text("中央図書館")
    for room in ("ask", "find", "look", "counter", "staff"):
        page.locator(f'nav.rooms a[data-room="{room}"]').click()
        shown = page.locator("#page-grid" if room == "ask" else f"#room-{room} .room-title")
        expect(shown).to_be_visible()
        expect(shown).not_to_be_empty()
        assert Axe().run(page, options=RULES).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_plain_japanese_comes_with_furigana(page: Page) -> None:
    _choose(page, "plain")
    expect(page.locator(".answer .body ruby").first).to_contain_text("図書館")
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    expect(page).to_have_title("実施計画アシスタント")
