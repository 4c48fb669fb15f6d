"""The rooms beside the conversation: each has an address, Back leads to the one before, a wish is kept."""

from typing import Protocol

import pytest
from playwright.sync_api import Browser, Route, expect

pytestmark = pytest.mark.browser


class Running(Protocol):
    """The running page of ``conftest.py``."""

    url: str


def test_a_room_opens_by_its_link_by_its_address_and_by_going_back(chromium: Browser, running: Running) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP") as context:
        page = context.new_page()
        page.goto(running.url)
        expect(page.locator("#page-grid")).to_be_visible(timeout=30_000)
        page.get_by_role("link", name="課から探す").click()
        expect(page.locator("#find-result")).to_contain_text("中央図書館")
        expect(page.locator("#page-grid")).to_be_hidden()
        expect(page.get_by_role("link", name="課から探す")).to_have_attribute("aria-current", "page")
        page.go_back()
        expect(page.locator("#page-grid")).to_be_visible()
        page.goto(running.url + "/#find")
        page.reload()
        expect(page.locator("#find-result")).to_contain_text("緑化推進課", timeout=30_000)


def test_an_unknown_address_opens_the_conversation(chromium: Browser, running: Running) -> None:
    with chromium.new_context(locale="ja-JP") as context:
        page = context.new_page()
        page.goto(running.url + "/#nowhere?x=1")
        expect(page.locator("#question textarea")).to_be_visible(timeout=30_000)


def test_an_address_that_changes_while_the_server_still_draws_the_one_before_is_drawn_in_the_end(
    chromium: Browser, running: Running
) -> None:
    with chromium.new_context(locale="ja-JP") as context:
        page = context.new_page()
        page.goto(running.url + "/#find")
        expect(page.locator("#find-result")).to_contain_text("全2件", timeout=30_000)
        held: list[Route] = []
        page.route("**/gradio_api/queue/join*", lambda route: route.continue_() if held else held.append(route))
        with page.expect_request("**/gradio_api/queue/join*"):
            page.evaluate("location.hash = '#find?q=公園'")
        page.evaluate("location.hash = '#find?q=図書館'")
        page.wait_for_function("document.querySelector('html').dataset.room === 'find'")
        held[0].continue_()
        expect(page.locator("table.projects tbody tr")).to_have_count(1)
        expect(page.locator("#find-result")).to_contain_text("図書館運営事業")
