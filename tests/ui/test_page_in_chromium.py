"""The page in a real browser: asked by keyboard and by button, on a phone and at the desk."""

import json
from collections.abc import Iterator
from typing import Literal, Protocol

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from corpus.records import Question

pytestmark = pytest.mark.browser
Scheme = Literal["light", "dark"]
SIZES = {"phone": (390, 844), "desk": (1440, 900)}


class Running(Protocol):
    """The running page of ``conftest.py``; ``ready`` False makes its index one that is not loaded yet."""

    url: str
    ready: bool


class Watched:
    """A page, the other hosts it asked, and what its console and its dialogs said."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.elsewhere: list[str] = []
        self.faults: list[str] = []
        page.on("request", lambda request: None if request.url.startswith((url, "data:")) else self._note(request.url))
        page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("dialog", self._refuse)
        page.goto(url)
        expect(page.locator("#conversation .conversation")).to_be_visible(timeout=30_000)

    def _refuse(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _note(self, url: str) -> None:
        self.elsewhere.append(url)

    def ask(self, question: str) -> None:
        """Type the question and press Enter; wait for its answer."""
        turns = self.page.locator(".turn").count()
        box = self.page.locator("#question textarea")
        box.fill(question)
        box.press("Enter")
        expect(self.page.locator(".turn")).to_have_count(turns + 1)
        expect(self.page.locator(".answer-pending")).to_have_count(0)
        expect(self.page.locator("html[data-asking]")).to_have_count(0)


@pytest.fixture(params=SIZES, ids=list(SIZES))
def watched(request: pytest.FixtureRequest, chromium: Browser, running: Running) -> Iterator[Watched]:
    """The page on a phone and at the desk."""
    width, height = SIZES[request.param]
    with chromium.new_context(viewport={"width": width, "height": height}, locale="ja-JP") as context:
        yield Watched(context.new_page(), running.url)


@pytest.fixture
def phone(chromium: Browser, running: Running) -> Iterator[Watched]:
    """The page on a phone, for what does not depend on the size."""
    with chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP") as context:
        yield Watched(context.new_page(), running.url)


def test_a_typed_question_gets_a_cited_answer_whose_source_opens_with_the_quote_marked(watched: Watched) -> None:
    watched.ask("図書館の担当はどこですか")
    page = watched.page
    expect(page.locator(".answer-answered .body")).to_contain_text("図書館運営事業の所管課は、中央図書館です。")
    expect(page.locator("#panel .citation")).to_contain_text("中央図書館")
    page.locator(".marker").click()
    mark = page.locator("#panel mark")
    expect(mark).to_contain_text("図書館の資料を整え、読書に")
    expect(mark).to_be_in_viewport()
    expect(page.locator("#panel [data-source] h2")).to_be_focused()
    page.locator("[data-back]").click()
    expect(page.locator(".marker")).to_be_focused()
    assert (watched.elsewhere, watched.faults) == ([], [])


def test_nothing_is_wider_than_the_screen(watched: Watched) -> None:
    watched.ask("公園" + "とても長い質問" * 60)
    watched.page.locator(".marker").first.click()
    expect(watched.page.locator("#panel mark")).to_be_visible()
    assert watched.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_targets_are_large_enough_for_a_finger(watched: Watched) -> None:
    watched.ask("公園の担当は")
    buttons = watched.page.locator("button:visible:not(.marker), summary:visible, textarea:visible")
    sizes = buttons.evaluate_all("all => all.map(e => [e.textContent, e.getBoundingClientRect().height])")
    assert [entry for entry in sizes if entry[1] < 44] == []
    # A marker stands within a line of text: what counts is the area around it that takes the tap.
    tapped = watched.page.locator(".marker").first.evaluate(
        """marker => { marker.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = marker.getBoundingClientRect(), y = box.y + box.height / 2;
        return [-21, 21].every(by => document.elementFromPoint(box.x + box.width / 2, y + by) === marker); }"""
    )
    assert tapped


def test_html_in_an_answer_is_shown_and_never_run(watched: Watched) -> None:
    watched.ask("公園 <img src=x onerror=alert(4)> ${alert(5)} {{value}}")
    page = watched.page
    expect(page.locator(".question")).to_contain_text("<img src=x onerror=alert(4)> ${alert(5)} {{value}}")
    expect(page.locator(".answer .body")).to_contain_text("<script>alert(1)</script>")
    expect(page.locator(".answer .body")).to_contain_text("${alert(2)} {{value}} [9]")
    page.locator(".marker").first.click()
    expect(page.locator("#panel mark")).to_contain_text("<b>安全</b>に &amp; 楽しく")
    assert page.locator("#conversation img, #conversation script, #panel b").count() == 0
    assert (watched.elsewhere, watched.faults) == ([], [])


def test_an_example_and_a_suggestion_ask_at_one_press(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("button", name="公園整備事業はどの課が担当していますか").click()
    expect(page.locator(".answer-answered")).to_be_visible()
    watched.ask("もう一度、公園の担当は")
    page.get_by_role("button", name="公園整備事業の令和6年度の予定は？").click()
    expect(page.locator(".turn")).to_have_count(3)
    expect(page.locator(".turn .question").last).to_be_focused()


def test_a_choice_of_a_question_asked_back_asks_it(phone: Watched) -> None:
    phone.ask("どの事業ですか")
    phone.page.locator(".answer-clarify .choice", has_text="公園整備事業").click()
    expect(phone.page.locator(".answer-answered .body")).to_contain_text("公園課と緑化推進課")


def test_what_the_plan_does_not_say_looks_different(phone: Watched) -> None:
    phone.ask("図書館の担当は")
    phone.ask("宇宙旅行の予定は")
    ground = "e => getComputedStyle(e).backgroundColor"
    assert phone.page.locator(".answer-not_found").evaluate(ground) != phone.page.locator(".answer-answered").evaluate(
        ground
    )
    expect(phone.page.locator(".answer-not_found .status")).to_have_text("計画書に書かれていません")


def test_a_failure_is_told_and_the_question_is_back_in_its_box(phone: Watched) -> None:
    phone.ask("長すぎる質問")
    expect(phone.page.locator(".answer-error")).to_contain_text("質問は1文字以上1000文字以内で入力してください。")
    expect(phone.page.locator("#question textarea")).to_have_value("長すぎる質問")


def test_enter_that_confirms_a_conversion_does_not_send(phone: Watched, asked: list[Question]) -> None:
    box = phone.page.locator("#question textarea")
    box.fill("としょかん")
    box.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    phone.ask("図書館の担当は")
    assert [question.text for question in asked] == ["図書館の担当は"]


def test_a_question_is_no_longer_than_the_contract_allows(phone: Watched) -> None:
    assert phone.page.locator("#question textarea").get_attribute("maxlength") == "1000"


def test_the_answer_is_announced_once(phone: Watched) -> None:
    page = phone.page
    page.evaluate(
        """() => { window.said = []; const region = document.querySelector('#announcer [role=status]');
        new MutationObserver(() => window.said.push(region.textContent)).observe(
            region, { childList: true, characterData: true, subtree: true }); }"""
    )
    phone.ask("図書館の担当は")
    expected = ["調べています", "回答。図書館運営事業の所管課は、中央図書館です。　出典1件。"]
    page.wait_for_function("window.said.length >= 2")
    assert page.evaluate("window.said") == expected


def test_a_conversation_survives_loading_again_and_belongs_to_its_tab(
    phone: Watched, running: Running, asked: list[Question]
) -> None:
    phone.ask("図書館の担当は")
    phone.page.locator("#question textarea").press_sequentially("書きかけ")
    phone.page.reload()
    expect(phone.page.locator(".answer-answered")).to_contain_text("中央図書館", timeout=30_000)
    expect(phone.page.locator("#question textarea")).to_have_value("書きかけ")
    phone.ask("公園は")
    other = Watched(phone.page.context.new_page(), running.url)
    expect(other.page.locator(".turn")).to_have_count(0)
    other.ask("公園は")
    assert [question.session_id for question in asked] == [None, "session-1", None]


def test_a_new_conversation_forgets_the_old_one(phone: Watched, asked: list[Question]) -> None:
    phone.ask("図書館の担当は")
    phone.page.get_by_role("button", name="新しい会話").click()
    expect(phone.page.locator(".examples")).to_be_visible()
    expect(phone.page.locator("#question textarea")).to_be_focused()
    phone.ask("公園は")
    assert [question.session_id for question in asked] == [None, None]


def test_a_page_opened_before_the_index_is_loaded_becomes_usable_by_itself(chromium: Browser, running: Running) -> None:
    running.ready = False
    with chromium.new_context(locale="ja-JP") as context:
        page = context.new_page()
        page.goto(running.url)
        expect(page.locator("#conversation")).to_contain_text("準備をしています", timeout=30_000)
        running.ready = True
        expect(page.locator(".examples")).to_be_visible(timeout=15_000)
        expect(page.locator(".edition")).to_contain_text("みほん市実施計画")


def test_a_lost_connection_is_told_and_the_question_stays(phone: Watched) -> None:
    phone.ask("図書館の担当は")
    phone.page.route("**/gradio_api/**", lambda route: route.abort())
    box = phone.page.locator("#question textarea")
    box.fill("公園の担当は")
    box.press("Enter")
    expect(phone.page.locator("#trouble [data-message]")).to_contain_text("通信がとぎれ")
    assert "公園の担当は" in (box.input_value(), phone.page.evaluate("sessionStorage['plan-assistant.draft']"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast_in_both_themes(chromium: Browser, running: Running, scheme: Scheme) -> None:
    with chromium.new_context(color_scheme=scheme, locale="ja-JP") as context:
        watched = Watched(context.new_page(), running.url)
        watched.ask("宇宙旅行")
        watched.ask("長すぎる")
        watched.ask("公園の担当は")
        watched.page.locator(".marker").first.click()
        expect(watched.page.locator("#panel mark")).to_be_visible()
        weak = [entry for entry in watched.page.evaluate(CONTRASTS) if entry[1] < 4.5]
        assert weak == [], json.dumps(weak, ensure_ascii=False)


# [text, contrast by WCAG 2.1] for each element of ours that has text of its own, over the nearest opaque ground.
CONTRASTS = """() => {
  const rgba = (color) => color.match(/[\\d.]+/g).map(Number);
  const linear = (v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => [r, g, b].map((v) => linear(v / 255))
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ground = (e) => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor);
    if (c.length === 3 || c[3] === 1) return c; } return [255, 255, 255]; };
  return [...document.querySelectorAll('#page-top *, #page-grid *')]
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()) && e.getClientRects().length)
    .map((e) => { const [a, b] = [light(rgba(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
      return [e.textContent.trim().slice(0, 20), (a + .05) / (b + .05)]; });
}"""
