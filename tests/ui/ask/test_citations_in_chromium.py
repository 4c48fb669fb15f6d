"""Markers and the card of the division in charge; and what only a scripted assistant shows, by the rules of WCAG."""

import json
import re
from collections.abc import Iterator
from typing import Literal, Protocol

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.ui.ask.talking import PatientAssistant, Talk

pytestmark = pytest.mark.browser

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}


class Running(Protocol):
    """The running page of the other ``conftest.py``."""

    url: str


@pytest.fixture
def touched(chromium: Browser, patient: PatientAssistant, running: Running) -> Iterator[Talk]:  # noqa: ARG001
    """The page under a finger."""
    with chromium.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, locale="ja-JP"
    ) as context:
        yield Talk(context.new_page(), running.url)


def _wait_until_it_stays(marker: Locator) -> None:
    """Until the page does not move any more under a pointer that is to rest on the marker."""
    marker.evaluate(
        """async (node) => {
            const pause = () => new Promise((resolve) => setTimeout(resolve, 150));
            const top = () => node.getBoundingClientRect().top;
            for (let before = null; before !== top(); await pause()) before = top();
        }"""
    )


def test_a_marker_says_what_it_stands_for_when_hovered_or_focused_until_escape(talk: Talk) -> None:
    talk.page.emulate_media(reduced_motion="reduce")  # the page must not move on under the pointer
    talk.ask("公園の担当は")
    marker, tip = talk.page.locator(".marker").first, talk.page.get_by_role("tooltip")
    expect(tip).to_have_count(0)
    expect(talk.page.locator("html[data-asking]")).to_have_count(0)
    _wait_until_it_stays(marker)
    marker.hover()
    for said in ("公園整備事業", "公園課、緑化推進課", "1-2-3-4", "2ページ"):
        expect(tip).to_contain_text(said)
    expect(marker).to_have_accessible_description(
        "公園整備事業 担当の課（所管課） 公園課、緑化推進課 事業CD 1-2-3-4　2ページ"
    )
    tip.hover()
    expect(tip).to_be_visible()
    talk.page.mouse.move(0, 0)
    expect(tip).to_have_count(0)
    marker.focus()
    expect(tip).to_be_in_viewport(ratio=1)
    talk.page.keyboard.press("Escape")
    expect(tip).to_have_count(0)
    expect(marker).to_be_focused()
    talk.page.keyboard.press("Enter")
    expect(talk.page.locator("#panel mark")).to_be_visible()


def test_a_finger_sees_the_citation_first_and_opens_the_source_with_its_second_tap(touched: Talk) -> None:
    touched.page.emulate_media(reduced_motion="reduce")
    touched.ask("公園の担当は")
    marker, tip = touched.page.locator(".marker").first, touched.page.get_by_role("tooltip")
    expect(touched.page.locator("html[data-asking]")).to_have_count(0)
    _wait_until_it_stays(marker)
    marker.tap()
    expect(tip).to_contain_text("公園課、緑化推進課")
    expect(touched.page.locator("#panel mark")).to_have_count(0)
    touched.page.get_by_role("button", name="この説明を閉じる").tap()
    expect(tip).to_have_count(0)
    expect(touched.page.locator("#panel mark")).to_have_count(0)
    marker.tap()
    line, popover = marker.bounding_box(), touched.page.locator(".tip:visible").bounding_box()
    assert line is not None
    assert popover is not None
    assert popover["y"] >= line["y"] + line["height"]
    tip.tap()
    expect(touched.page.locator("#panel mark")).to_be_visible()
    expect(tip).to_have_count(0)
    touched.page.get_by_role("button", name="回答に戻る").tap()
    expect(marker).to_be_focused()
    expect(tip).to_have_count(0)


def test_on_paper_every_answer_has_all_its_sources_and_nothing_to_press(talk: Talk) -> None:
    talk.ask("図書館の担当は")
    talk.ask("公園など六十件は")
    talk.page.emulate_media(media="print")
    talk.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    first, last = talk.page.locator("#turn-0"), talk.page.locator("#turn-1")
    expect(first.locator(".tip:visible")).to_have_text(re.compile(r"\[1\]\s*図書館運営事業\s*.*中央図書館\s*1ページ"))
    expect(first.locator(".tip-number")).to_be_visible()
    expect(last.locator(".tip:visible")).to_have_count(0)
    expect(talk.page.locator("#panel .citation:visible")).to_have_count(60)
    expect(last.locator(".body li:visible")).to_have_count(60)
    expect(talk.page.locator("#page-grid :is(button:not(.marker), summary):visible")).to_have_count(0)
    assert talk.page.locator(".answer h3:visible").all_inner_texts() == ["担当課\n中央図書館"]
    talk.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    talk.page.emulate_media(media="screen")
    expect(last.locator(".body li:visible")).to_have_count(10)


def test_the_division_in_charge_is_the_largest_thing_of_its_answer(talk: Talk) -> None:
    talk.ask("公園の担当は")
    card = talk.page.locator("#conversation .in-charge")
    expect(card).to_have_count(1)
    for said in ("担当課", "公園課", "緑化推進課", "公園整備事業", "1-2-3-4", "2ページ"):
        expect(card).to_contain_text(said)
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    largest = max(talk.page.locator("#conversation .answer *").evaluate_all(f"all => all.map({size})"))
    assert card.locator(".in-charge-name").first.evaluate(size) == largest
    expect(card.get_by_role("link", name="緑化推進課の事業を見る")).to_have_attribute(
        "href", "#find?division=%E7%B7%91%E5%8C%96%E6%8E%A8%E9%80%B2%E8%AA%B2"
    )
    card.get_by_role("button", name="2ページの原文を見る").click()
    expect(talk.page.locator("#panel mark")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_against_wcag_after_a_fault_and_sixty_rows_and_while_an_answer_is_on_its_way(
    chromium: Browser, patient: PatientAssistant, running: Running, scheme: Literal["light", "dark"]
) -> None:  # fmt: skip
    assert patient
    with chromium.new_context(
        viewport={"width": 390, "height": 844}, color_scheme=scheme, locale="ja-JP", reduced_motion="reduce"
    ) as context:
        talk = Talk(context.new_page(), running.url)
        talk.ask("宇宙旅行の予定は")
        talk.ask("長すぎる質問")
        talk.ask("公園など六十件は")
        talk.ask("公園" + "とても長い質問です。" * 60)
        talk.page.locator("#history summary").click()
        talk.page.get_by_role("button", name="質問を直す").click()
        talk.page.locator(".marker").last.hover()
        found = _violations(talk.page)
        talk.page.locator(".marker").last.click()
        expect(talk.page.locator("#panel [data-source] h2")).to_be_focused()
        talk.send("公園を待つ")
        expect(talk.page.locator("#live .answer-pending")).to_be_visible()
        found += _violations(talk.page)
        assert found == [], json.dumps(found, ensure_ascii=False, indent=1)
        assert talk.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        buttons = talk.page.locator("#page-grid :is(button:visible:not(.marker), summary:visible, a:visible)")
        sizes = buttons.evaluate_all("all => all.map(e => [e.textContent, e.getBoundingClientRect().height])")
        assert [entry for entry in sizes if entry[1] < 44] == []


def _violations(page: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(page, context="#page-grid", options=WCAG).response["violations"]
    return [(fault["id"], [node["html"][:120] for node in fault["nodes"]]) for fault in found]
