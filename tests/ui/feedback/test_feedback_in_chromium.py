"""👍 and 👎 in a real browser: one press, thanks in place, reasons, changing one's mind, coming back."""

import threading
from collections.abc import Iterator
from typing import Literal, Protocol

import pytest
import uvicorn
from playwright.sync_api import Browser, Locator, Page, expect

from assistant import server
from assistant.api.app import create_app
from assistant.api.service import Service
from assistant.feedback import Feedback
from ui.context import PageContext
from ui.page import mount_page

pytestmark = pytest.mark.browser


class Running(Protocol):
    """The running page of ``conftest.py``; ``rated`` holds the ratings that it got."""

    url: str
    rated: list[Feedback]


class Reader:
    """A page with an answer; faults that the console tells fail the test that asks for them."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(url)
        expect(page.locator("#conversation .conversation")).to_be_visible(timeout=30_000)
        self.ask("図書館の担当はどこですか")

    def ask(self, question: str) -> None:
        """Type the question and press Enter; wait for its answer."""
        turns = self.page.locator("#conversation .feedback").count()
        box = self.page.locator("#question textarea")
        box.fill(question)
        box.press("Enter")
        expect(self.page.locator("#conversation .feedback")).to_have_count(turns + 1)

    def button(self, name: Literal["up", "down"]) -> Locator:
        """👍 or 👎 of the first answer."""
        return self.page.locator(f"#conversation [data-rate={name}]").first

    @property
    def told(self) -> Locator:
        """What the first answer's rating tells."""
        return self.page.locator("#conversation [data-told]").first


@pytest.fixture
def reader(chromium: Browser, running: Running) -> Iterator[Reader]:
    """Somebody on a phone who has just got an answer."""
    with chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP") as context:
        yield Reader(context.new_page(), running.url)


def test_one_press_rates_and_is_thanked_for_in_place_and_aloud(reader: Reader, running: Running) -> None:
    reader.page.evaluate("window.stays = true")
    reader.button("up").click()
    expect(reader.told).to_have_text("ありがとうございます。")
    expect(reader.page.locator("#feedback-status[role=status]")).to_have_text("ありがとうございます。")
    expect(reader.button("up")).to_have_attribute("aria-pressed", "true")
    expect(reader.button("up")).to_be_focused()
    assert running.rated == [Feedback(answer_id="answer-1", rating="up")]
    assert reader.page.evaluate("window.stays")
    assert reader.faults == []


def test_what_was_wrong_is_told_by_keyboard_alone(reader: Reader, running: Running) -> None:
    keyboard = reader.page.keyboard
    reader.button("down").focus()
    keyboard.press("Enter")
    expect(reader.told).to_contain_text("よろしければ、理由も")
    keyboard.press("Tab")
    keyboard.press("Space")
    keyboard.press("ArrowDown")
    expect(reader.page.get_by_label("内容が違う")).to_be_checked()
    keyboard.press("Tab")
    keyboard.type("課の名前が古いようです")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(reader.told).to_contain_text("いただいた理由は")
    expect(reader.page.get_by_role("button", name="理由を書く・直す")).to_be_focused()
    down = Feedback(answer_id="answer-1", rating="down")
    reasoned = down.model_copy(update={"reason": "内容が違う", "comment": "課の名前が古いようです"})
    assert running.rated == [down, reasoned]


def test_every_reason_can_be_given(reader: Reader) -> None:
    reader.button("down").click()
    reasons = reader.page.locator("[data-feedback-form] [name=reason]")
    values = reasons.evaluate_all("all => all.map((choice) => choice.value)")
    assert values == ["担当が違う", "内容が違う", "古い", "わかりにくい", "その他"]


def test_a_rating_survives_loading_again_and_can_be_changed(reader: Reader, running: Running) -> None:
    reader.button("down").click()
    reader.page.get_by_label("古い").check()
    reader.page.get_by_role("button", name="理由を送る").click()
    expect(reader.told).to_contain_text("いただいた理由は")
    reader.page.reload()
    expect(reader.button("down")).to_have_attribute("aria-pressed", "true", timeout=30_000)
    expect(reader.told).to_contain_text("その理由をいただきました")
    expect(reader.page.locator("#feedback-status")).to_have_count(0)
    reader.page.get_by_role("button", name="理由を書く・直す").click()
    expect(reader.page.get_by_label("古い")).to_be_checked()
    reader.button("up").click()
    expect(reader.button("down")).to_have_attribute("aria-pressed", "false")
    expect(reader.page.locator("[data-feedback-form]").first).to_be_hidden()
    assert running.rated[-1] == Feedback(answer_id="answer-1", rating="up")


def test_what_is_half_written_survives_the_next_answer(reader: Reader) -> None:
    reader.button("down").click()
    reader.page.get_by_label("わかりにくい").check()
    reader.page.locator("[data-feedback-form] textarea").first.fill("むずかしい")
    reader.ask("公園は")
    first = reader.page.locator("[data-feedback]").first
    expect(first.get_by_label("わかりにくい")).to_be_checked()
    expect(first.locator("textarea")).to_have_value("むずかしい")
    expect(reader.page.locator("[data-feedback] [aria-pressed=true]")).to_have_count(1)


def test_a_rating_that_could_not_be_sent_is_told_and_can_be_pressed_again(reader: Reader, running: Running) -> None:
    reader.page.route("**/api/feedback", lambda route: route.abort())
    reader.button("up").click()
    expect(reader.told).to_contain_text("もう一度押してください")
    expect(reader.button("up")).to_have_attribute("aria-pressed", "false")
    reader.page.unroute("**/api/feedback")
    reader.button("up").click()
    expect(reader.button("up")).to_have_attribute("aria-pressed", "true")
    assert len(running.rated) == 1


def test_an_answer_that_is_no_longer_kept_cannot_be_rated_and_that_is_said(reader: Reader) -> None:
    reader.page.route("**/api/feedback", lambda route: route.fulfill(status=404, body="{}"))
    reader.button("up").click()
    expect(reader.told).to_contain_text("保存の期間が過ぎた")


def test_a_rating_from_the_page_is_kept_with_the_conversation(chromium: Browser, service: Service) -> None:
    store = service.feedback
    context = PageContext(
        lambda: service.shelf.library().assistant, lambda: service.shelf.library().catalogue, store.rate
    )
    listener = server.open_port("127.0.0.1", 0)
    running = uvicorn.Server(uvicorn.Config(mount_page(create_app(service), context), log_level="warning"))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    with chromium.new_context(locale="ja-JP") as browser:
        reader = Reader(browser.new_page(), f"http://127.0.0.1:{listener.getsockname()[1]}")
        reader.ask("道路の補修はどの課？")
        reader.page.locator("#conversation [data-rate=down]").last.click()
        expect(reader.page.locator("#conversation [data-told]").last).to_contain_text("ありがとうございます")
    running.should_exit = True
    thread.join(timeout=10)
    (rated,) = store.rated()
    assert rated.answer.citations[0].project_name == "道路維持補修事業"
    assert [said.question for said in rated.conversation] == ["図書館の担当はどこですか", "道路の補修はどの課？"]
