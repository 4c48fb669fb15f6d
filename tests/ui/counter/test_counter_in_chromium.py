"""窓口 in a real browser: by keyboard alone, on paper, in the clipboard."""

import re
from collections.abc import Iterator
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from corpus.records import Question

pytestmark = pytest.mark.browser


class Running(Protocol):
    """The running page of ``conftest.py``."""

    url: str


@pytest.fixture
def desk(chromium: Browser) -> Iterator[BrowserContext]:
    """A clerk's screen."""
    with chromium.new_context(viewport={"width": 1440, "height": 900}, locale="ja-JP") as context:
        yield context


@pytest.fixture
def counter(desk: BrowserContext, running: Running) -> Iterator[Page]:
    """The counter, opened and untouched; nothing may go wrong on its console or ask another host."""
    page, faults = desk.new_page(), []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith((running.url, "data:")) else faults.append(asked.url))
    _open(page, running.url)
    yield page
    assert faults == []


def _open(page: Page, url: str) -> None:
    page.goto(url + "/#counter")
    expect(page.locator("#counter-line")).to_be_focused(timeout=30_000)


def _ask(page: Page, line: str) -> None:
    page.locator("#counter-line").fill(line)
    page.keyboard.press("Enter")
    expect(page.locator("#counter-result .counter-question")).to_contain_text(line)
    expect(page.locator("#counter-result[data-waiting]")).to_have_count(0)


def test_a_clerk_serves_one_person_after_another_by_keyboard_alone(counter: Page, asked: list[Question]) -> None:
    _ask(counter, "図書館の係")
    expect(counter.locator(".counter-division")).to_have_text("中央図書館")
    expect(counter.locator(".counter-card h3")).to_be_focused()
    counter.keyboard.press("Escape")
    expect(counter.locator("#counter-line")).to_be_focused()
    expect(counter.locator("#counter-line")).to_have_value("")
    expect(counter.locator(".counter-card")).to_have_count(0)
    _ask(counter, "どの係")
    expect(counter.locator("#counter-result h3")).to_be_focused()
    counter.keyboard.press("ArrowDown")
    expect(counter.locator("[data-counter-choice]").first).to_be_focused()
    counter.keyboard.press("2")
    expect(counter.locator(".counter-division")).to_have_text(["公園課", "緑化推進課"])
    expect(counter.locator("#counter-line")).to_have_value("どの係（公園整備事業）")
    counter.go_back()
    expect(counter.locator("[data-counter-choice]")).to_have_count(2)
    assert {question.session_id for question in asked} == {None}


def test_letters_after_an_answer_begin_the_next_line_and_neither_print_nor_copy(counter: Page) -> None:
    _ask(counter, "図書館の係")
    counter.evaluate("() => { window.print = () => { window.printed = true; }; }")
    counter.keyboard.type("passport")
    expect(counter.locator("#counter-line")).to_have_value("passport")
    assert counter.evaluate("window.printed") is None
    expect(counter.locator(".counter-status")).to_be_empty()


def test_escape_closes_the_list_of_wishes_before_it_is_for_the_next_person(counter: Page) -> None:
    _ask(counter, "図書館の係")
    counter.locator(".more-wishes summary").click()
    counter.keyboard.press("Escape")
    expect(counter.locator(".more-wishes[open]")).to_have_count(0)
    expect(counter.locator(".more-wishes summary")).to_be_focused()
    expect(counter.locator(".counter-card")).to_be_visible()
    counter.locator(".more-wishes summary").click()
    counter.locator(".counter-question").click()
    expect(counter.locator(".more-wishes[open]")).to_have_count(0)


def test_typing_alone_asks_nothing_and_an_empty_line_is_told(counter: Page, asked: list[Question]) -> None:
    counter.locator("#counter-line").press_sequentially("2-1-p-c")
    expect(counter.locator("#counter-line")).to_have_value("2-1-p-c")
    counter.keyboard.press("Escape")
    counter.keyboard.press("Enter")
    expect(counter.get_by_role("status").filter(has_text="ご用件を入力してから")).to_be_visible()
    assert asked == []


def test_a_line_half_typed_survives_another_language_and_the_answer_before_it(counter: Page) -> None:
    _ask(counter, "図書館の係")
    counter.locator("#counter-line").fill("道路")
    counter.locator("select[data-wish=speech]").select_option("en")
    expect(counter.locator("#counter-result .counter-question")).to_contain_text("Request")
    expect(counter.locator("#counter-line")).to_have_value("道路")
    expect(counter.locator("#counter-line")).to_be_focused()


def test_one_card_alone_is_printed_on_one_sheet(counter: Page) -> None:
    _ask(counter, "公園の係")
    counter.evaluate("() => { window.print = () => window.dispatchEvent(new Event('beforeprint')); }")
    counter.locator("[data-counter-print]").nth(1).click()
    counter.emulate_media(media="print", color_scheme="dark")
    shown = counter.locator("#counter-result").inner_text()
    for expected in (
        "公園の係",
        "緑化推進課",
        "1-2-3-4",
        "2ページ",
        "みほん市実施計画（令和5年度～令和7年度）",
        "まちがうことがあります",
    ):
        assert expected in shown
    assert re.search(r"日付 \d{4}年\d{1,2}月\d{1,2}日", shown)
    expect(counter.locator(".counter-card").first).to_be_hidden()
    expect(counter.locator("#page-top")).to_be_hidden()
    expect(counter.locator("#counter-line")).to_be_hidden()
    ground = "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]"
    assert counter.locator(".counter-card").nth(1).evaluate(ground) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    sheets = counter.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) == 1


def test_the_card_s_text_goes_into_the_clipboard_and_that_is_said(counter: Page, desk: BrowserContext) -> None:
    desk.grant_permissions(["clipboard-read", "clipboard-write"])
    _ask(counter, "図書館の係")
    counter.keyboard.press("Control+c")
    expect(counter.get_by_role("status").filter(has_text="コピーしました")).to_be_visible()
    assert "担当課：中央図書館" in counter.evaluate("navigator.clipboard.readText()")


def test_without_the_permission_the_text_is_selected_for_the_reader_s_own_copying(counter: Page) -> None:
    _ask(counter, "図書館の係")
    counter.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('denied')); }")
    counter.get_by_role("button", name="コピー").click()
    expect(counter.get_by_role("status").filter(has_text="文を選びました")).to_be_visible()
    assert "担当課：中央図書館" in counter.evaluate(
        "document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"
    )


def test_what_was_asked_lately_stays_in_the_tab_until_it_is_forgotten(counter: Page, desk: BrowserContext) -> None:
    _ask(counter, "図書館の係")
    _ask(counter, "公園の係")
    recent = counter.locator("[data-counter-recent] a")
    expect(recent).to_have_text(["公園の係", "図書館の係"])
    recent.last.click()
    expect(counter.locator(".counter-division")).to_have_text(["中央図書館"])
    other = desk.new_page()
    _open(other, counter.url.split("/#")[0])
    expect(other.locator("[data-counter-recent] a")).to_have_count(0)
    counter.get_by_role("button", name="履歴を消す").click()
    expect(recent).to_have_count(0)


def test_a_lost_connection_is_told_and_enter_asks_again(desk: BrowserContext, running: Running) -> None:
    page = desk.new_page()
    _open(page, running.url)
    page.route("**/gradio_api/**", lambda route: route.abort())
    page.locator("#counter-line").fill("図書館の係")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="通信がとぎれ")).to_be_visible()
    page.unroute("**/gradio_api/**")
    page.locator("#counter-line").press("Enter")
    expect(page.locator(".counter-division")).to_have_text("中央図書館")
