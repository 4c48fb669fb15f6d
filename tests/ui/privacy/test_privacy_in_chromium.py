"""Personal data in a real browser: warned about before it is sent, never in the address, found as by the server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from assistant.feedback import Feedback
from assistant.privacy import find_personal_data, mask_personal_data
from corpus.records import Question

pytestmark = pytest.mark.browser
SIZES = {"phone": (390, 844), "tablet": (820, 1180), "desk": (1440, 900)}
CASES: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parents[2] / "data" / "personal-data.yaml").read_text(encoding="utf-8")
)
PHONE = "図書館の担当は。電話は０９０ー１２３４ー５６７８"
MASKED = "図書館の担当は。電話は＊＊＊ー＊＊＊＊ー＊＊＊＊"
# A form of a room as the rooms have them, put into the page.
ROOM_FORM = """() => document.querySelector('#room-find').insertAdjacentHTML('beforeend',
  '<form data-room-form="find" id="test-form"><input name="q" type="search"><button>go</button></form>')"""


class Running(Protocol):
    """The running page of ``conftest.py``; ``rated`` holds the ratings that it got."""

    url: str
    rated: list[Feedback]


@pytest.fixture
def page(chromium: Browser, running: Running) -> Iterator[Page]:
    """The open page on a phone, which notes in ``window.sent`` what it sends."""
    with chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP") as context:
        page = context.new_page()
        _open(page, running.url)
        yield page


def _open(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.locator("#conversation .conversation")).to_be_visible(timeout=30_000)


def _type(page: Page, text: str) -> None:
    box = page.locator("#question textarea")
    box.fill(text)
    box.press("Enter")


def _choose(page: Page, name: str) -> None:
    page.locator("#privacy").get_by_role("button", name=name).click()
    expect(page.locator("#privacy")).to_be_hidden()


def test_the_browser_finds_what_the_server_finds(page: Page) -> None:
    texts = [
        before + text + after
        for texts in CASES.values()
        for text in texts
        for before, after in (("", ""), ("は", "で"))
    ]
    texts.append("a@b.jp 🏛 090-1234-5678 4111 1111 1111 1111、1234 5678 9018　１２３４５６７８９０１８")
    found = page.evaluate(
        "texts => texts.map((text) => [window.planPrivacy.mask(text), "
        "window.planPrivacy.find(text).map(({ kind, start, end }) => [kind, start, end]).sort()])",
        texts,
    )
    expected = [
        [mask_personal_data(text), sorted([d.kind, d.start, d.end] for d in find_personal_data(text))] for text in texts
    ]
    assert found == expected


def test_a_number_is_warned_about_and_erased_at_one_press(page: Page, asked: list[Question]) -> None:
    _type(page, PHONE)
    dialog = page.get_by_role("dialog", name="個人情報が入っていませんか")
    expect(dialog.get_by_text("電話番号")).to_be_visible()
    expect(dialog.get_by_text("マイナンバー（個人番号）")).to_be_hidden()
    expect(dialog.get_by_role("button", name="消して送る")).to_be_focused()
    assert asked == []
    page.keyboard.press("Enter")
    expect(page.locator("#conversation .question")).to_contain_text(MASKED)
    expect(page.locator(".answer-answered")).to_contain_text("中央図書館")
    assert [question.text for question in asked] == [MASKED]


def test_the_button_to_send_warns_too_and_one_can_go_back_to_writing(page: Page, asked: list[Question]) -> None:
    page.locator("#question textarea").fill(PHONE)
    page.locator("#send").click()
    _choose(page, "書き直す")
    box = page.locator("#question textarea")
    expect(box).to_be_focused()
    expect(box).to_have_value(PHONE)
    assert box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)") == "０９０ー１２３４ー５６７８"
    page.locator("#send").click()
    page.keyboard.press("Escape")
    expect(page.locator("#privacy")).to_be_hidden()
    expect(box).to_be_focused()
    assert asked == []


def test_what_is_sent_as_it_is_is_asked_and_not_kept(page: Page, asked: list[Question]) -> None:
    _type(page, PHONE)
    _choose(page, "このまま送る")
    expect(page.locator(".answer-answered")).to_contain_text("中央図書館")
    expect(page.locator("#conversation .question")).to_contain_text(MASKED)
    assert len(asked) == 1


def test_a_my_number_leaves_the_browser_in_no_case(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    _type(page, "1234-5678-9018です。図書館は")
    expect(page.locator("#privacy")).to_contain_text("いつも消してから送ります")
    expect(page.locator("#privacy").get_by_role("button", name="このまま送る")).to_be_hidden()
    _choose(page, "消して送る")
    expect(page.locator(".answer-answered")).to_have_count(1)
    _type(page, "1234-5678-9018と090-1234-5678です。図書館は")
    _choose(page, "このまま送る")
    expect(page.locator(".answer-answered")).to_have_count(2)
    assert any("090-1234-5678" in body for body in sent)
    assert not any("9018" in body for body in sent)


def test_codes_and_years_are_sent_without_a_word(page: Page, asked: list[Question]) -> None:
    _type(page, "事業CD 0-2-1-3 の図書館、令和5年度に1,357百万円、〒248-8686")
    expect(page.locator(".answer-answered")).to_be_visible()
    assert len(asked) == 1


def test_the_address_never_holds_it(page: Page, running: Running) -> None:
    page.goto(running.url + "/#find")
    expect(page.locator("#find-result")).to_contain_text("中央図書館", timeout=30_000)
    page.evaluate(ROOM_FORM)
    field = page.locator("#test-form input")
    field.press_sequentially("taro@example.com")
    page.wait_for_function("location.hash.includes('q=')")
    assert "example" not in page.url
    field.fill("090-1234-5678")
    field.press("Enter")
    expect(page.locator("#privacy").get_by_role("button", name="このまま送る")).to_be_hidden()
    _choose(page, "消して送る")
    expect(field).to_have_value("＊＊＊-＊＊＊＊-＊＊＊＊")
    page.wait_for_function("decodeURIComponent(location.hash) === '#find?q=＊＊＊-＊＊＊＊-＊＊＊＊'")
    assert page.evaluate("history.length") > 1
    field.fill("図書館")
    field.press("Enter")
    page.wait_for_function("decodeURIComponent(location.hash) === '#find?q=図書館'")


def test_the_line_at_the_counter_is_checked_before_it_gets_into_the_address(page: Page, running: Running) -> None:
    page.goto(running.url + "/#counter")
    line = page.locator("#counter-line")
    expect(line).to_be_focused(timeout=30_000)
    line.fill("図書館は。電話は0312345678")
    line.press("Enter")
    expect(page.locator("#privacy").get_by_role("button", name="このまま送る")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator("#privacy")).to_be_hidden()
    expect(line).to_have_value("図書館は。電話は0312345678")
    assert "0312345678" not in page.url
    line.press("Enter")
    _choose(page, "消して送る")
    page.wait_for_function("decodeURIComponent(location.hash) === '#counter?q=図書館は。電話は' + '＊'.repeat(10)")
    expect(page.locator("#counter-result")).to_contain_text("中央図書館")


def test_a_comment_is_checked_too(page: Page, running: Running) -> None:
    _type(page, "図書館は")
    page.locator("[data-rate=down]").click()
    page.locator("[data-feedback-form] textarea").fill("taro@example.com に連絡を")
    page.get_by_role("button", name="理由を送る").click()
    _choose(page, "消して送る")
    expect(page.locator("[data-told]")).to_contain_text("いただいた理由は")
    assert running.rated[-1].comment == "＊＊＊＊@＊＊＊＊＊＊＊.＊＊＊ に連絡を"


@pytest.mark.parametrize("size", SIZES)
def test_the_warning_fits_the_screen(chromium: Browser, running: Running, size: str) -> None:
    width, height = SIZES[size]
    with chromium.new_context(viewport={"width": width, "height": height}, locale="ja-JP") as context:
        page = context.new_page()
        _open(page, running.url)
        _type(page, "1234-5678-9018と090-1234-5678です。" + "とても長い質問" * 100)
        expect(page.locator("#privacy")).to_be_visible()
        outside = """all => all.filter((e) => { const box = e.getBoundingClientRect();
            return box.height < 44 || box.left < 0 || box.right > innerWidth; }).length"""
        assert page.locator("#privacy button").evaluate_all(outside) == 0
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
