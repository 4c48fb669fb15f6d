"""Large text in a real browser: every word of every room grows with it, and nothing hides what is being read."""

from collections.abc import Iterator
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.visiting import Visit

pytestmark = pytest.mark.browser
# The share by which each piece of text grows: 140 % is asked for. A drawing is scaled as a whole.
SMALL_STILL = """() => {
  const parts = [...document.querySelectorAll('body *')]
    .filter((part) => !part.closest('svg, script, style, option, #announcer')
    && part.checkVisibility() && (part.matches('input, select, textarea')
    || [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())));
  const sizes = () => parts.map((part) => parseFloat(getComputedStyle(part).fontSize));
  const root = document.documentElement;
  root.dataset.motion = 'calm'; // a size on its way is neither
  root.dataset.size = '';
  const before = sizes();
  root.dataset.size = 'largest';
  const after = sizes();
  return parts.filter((_, index) => after[index] < before[index] * 1.35)
    .map((part) => `${getComputedStyle(part).fontSize} ${part.outerHTML.slice(0, 90)}`);
}"""
ROOMS = {
    "#find": "#find-result .divisions",
    "#find?view=table": "table.projects",
    "#look": "#look-result .look-part",
    "#counter?q=図書館": ".counter-card",
    "#counter?q=どの": ".counter-choices",
    "#counter?q=宇宙": ".counter-not-found",
    "#staff": ".staff-starts",
    "#staff?seed=5&n=1": ".quiz-project",
    "#staff?division=公園課": ".profile",
}


class Running(Protocol):
    """The running page of ``conftest.py``."""

    url: str


COVERED = """() => [...document.querySelectorAll('select[data-wish]')].filter((select) => {
  const style = getComputedStyle(select);
  const arrow = parseFloat(style.backgroundSize) + parseFloat(style.fontSize) * .5;
  return select.checkVisibility() && parseFloat(style.paddingRight) < arrow;
}).map((select) => select.dataset.wish)"""
BOX = "() => document.getElementById('send').getBoundingClientRect().bottom - window.innerHeight"


@pytest.fixture(params=[(390, 844), (1440, 900)], ids=["phone", "desk"])
def visit(request: pytest.FixtureRequest, chromium: Browser, running: Running) -> Iterator[Visit]:
    """The page, opened."""
    width, height = request.param
    with chromium.new_context(viewport={"width": width, "height": height}, locale="ja-JP") as context:
        visit = Visit(context.new_page(), running.url)
        visit.open()
        yield visit
        assert visit.faults == []


def _small(page: Page) -> list[str]:
    small: list[str] = page.evaluate(SMALL_STILL)
    return small


def test_every_word_of_every_room_grows_with_the_size_that_is_chosen(visit: Visit) -> None:
    expect(visit.page.locator(".examples")).to_be_visible(timeout=30_000)
    small = {"#ask": _small(visit.page)}
    visit.ask("図書館の担当は")
    visit.open_source()
    visit.find_fault()
    visit.page.locator("[data-edit]").click()
    small["#ask, answered"] = _small(visit.page)
    visit.be_warned()
    small["#ask, warned"] = _small(visit.page)
    for address, sign in ROOMS.items():
        visit.go(address, sign)
        small[address] = _small(visit.page)
    assert {room: found for room, found in small.items() if found} == {}


def test_below_a_header_as_tall_as_the_screen_the_question_box_is_in_sight_and_no_arrow_lies_over_a_word(
    visit: Visit,
) -> None:
    page = visit.page
    expect(page.locator(".examples")).to_be_visible(timeout=30_000)
    page.locator("select[data-wish=speech]").select_option("plain")
    expect(page.locator("#page-top ruby").first).to_be_visible()
    page.locator(".more-wishes summary").click()
    page.locator("select[data-wish=size]").select_option("largest")
    assert page.evaluate(COVERED) == []
    assert page.evaluate(BOX) <= 0
    page.set_viewport_size({"width": 390, "height": 700})
    assert page.evaluate(BOX) <= 0
