"""課から探す in a real browser: by keyboard and by finger."""

from collections.abc import Iterator
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


class Running(Protocol):
    """The running page of ``conftest.py``."""

    url: str


@pytest.fixture
def desk(chromium: Browser, running: Running) -> Iterator[Page]:
    """The room at the desk."""
    with chromium.new_context(viewport={"width": 1440, "height": 900}, locale="ja-JP") as context:
        page = context.new_page()
        page.goto(running.url + "/#find")
        expect(page.locator("#find-result")).to_contain_text("全2件", timeout=30_000)
        yield page


def test_typing_narrows_the_list_says_how_many_and_stays_in_its_box(desk: Page) -> None:
    box = desk.locator("#find-q")
    box.press_sequentially("としょかん")
    expect(desk.locator("#find-result")).to_contain_text("全2件のうち1件")
    expect(desk.locator("table.projects tbody tr")).to_have_count(1)
    expect(desk.locator("[data-find-status]")).to_have_text("全2件のうち1件")
    expect(box).to_be_focused()
    expect(box).to_have_value("としょかん")


def test_sorting_by_a_heading_keeps_the_focus_and_back_undoes_it(desk: Page) -> None:
    desk.get_by_role("link", name="一覧表で見る").click()
    heading = desk.locator("thead th.column-name")
    heading.locator("a").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator('th.column-name[aria-sort="ascending"]')).to_be_visible()
    expect(heading.locator("a")).to_be_focused()
    expect(desk.locator("#find-sort")).to_have_value("name")
    desk.go_back()
    expect(desk.locator('th.column-name[aria-sort="none"]')).to_be_visible()
    expect(desk.locator("#find-sort")).to_have_value("")


def test_a_division_opens_its_projects_and_the_form_says_so(desk: Page) -> None:
    desk.get_by_role("link", name="公園課", exact=True).click()
    expect(desk.locator("table.projects tbody tr")).to_have_count(1)
    expect(desk.locator("#find-division")).to_have_value("公園課")
    desk.locator("input[name=priority]").check()
    expect(desk).to_have_url(desk.url.split("#")[0] + "#find?division=%E5%85%AC%E5%9C%92%E8%AA%B2&priority=1")
    with desk.expect_download() as download:
        desk.get_by_role("link", name="Excelで保存").click()
    assert download.value.suggested_filename == "事業一覧.xlsx"
    desk.get_by_role("link", name="条件をすべて外す").click()
    expect(desk.locator("input[name=priority]")).not_to_be_checked()


def test_what_is_ticked_stands_in_the_address_at_once(desk: Page) -> None:
    """A room that was just drawn sets its form by the address: a tick that came later was set back."""
    told = desk.evaluate("() => { document.querySelector('input[name=priority]').click(); return location.hash; }")
    assert told == "#find?priority=1"


def test_a_row_leads_to_its_sheet_and_the_sheet_to_the_question_in_its_box(desk: Page) -> None:
    desk.get_by_role("link", name="公園整備事業").first.click()
    expect(desk.locator("h1")).to_have_text("公園整備事業")
    desk.get_by_role("link", name="この事業について質問する").click()
    box = desk.locator("#question textarea")
    expect(box).to_have_value("公園整備事業について教えてください", timeout=30_000)
    expect(desk).to_have_url(desk.url.split("#")[0] + "#ask")


def test_nothing_found_leads_to_the_conversation_with_the_word_in_its_box(desk: Page) -> None:
    desk.locator("#find-q").fill("宇宙旅行")
    desk.locator("#find-q").press("Enter")
    desk.get_by_role("link", name="この言葉で質問する").click()
    expect(desk.locator("#question textarea")).to_have_value("宇宙旅行")
    expect(desk.locator("#question textarea")).to_be_focused()
    desk.go_back()
    expect(desk.locator("#find-result")).to_contain_text("条件に合う事業がありません")


def test_on_a_phone_each_row_is_a_card_that_is_still_heard_as_a_row(chromium: Browser, running: Running) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP") as context:
        page = context.new_page()
        page.goto(running.url + "/#find?view=table")
        row = page.get_by_role("row").filter(has_text="公園整備事業")
        expect(row).to_be_visible(timeout=30_000)
        box = row.bounding_box()
        assert box is not None
        assert box["height"] > 120
        expect(row.get_by_role("cell")).to_have_count(3)
