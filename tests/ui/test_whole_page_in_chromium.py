"""The whole page over the shipped plan in a real browser: every room, before and after an answer, by eye and by key.

One way leads through all states of all rooms at each size; at each state the reader's system changes to the other
theme and back, so that both are tried without a second way.
"""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from corpus.catalogue import Catalogue
from tests.ui.spacing import LOST, SPACED
from tests.ui.visiting import LONG_S, SCHEMES, STILL, WIDE, Visit, sheets_of, stations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
READERS = {"phone": (390, 844), "tablet": (820, 1180), "desk": (1440, 900)}
KINDS_OF_LINKS = {"documents", "projects", "divisions", "projects.csv", "projects.xlsx", "charts"}
DARK_ON_WHITE = """() => [...document.querySelectorAll('h1, h2, h3, h4, p, li, a, dt, dd, th, td, blockquote, label')]
  .filter((part) => part.checkVisibility() && !part.closest('.visually-hidden') && part.getClientRects().length
    && [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
  .filter((part) => Math.max(...getComputedStyle(part).color.match(/[\\d.]+/g).slice(0, 3).map(Number)) > 160)
  .map((part) => part.outerHTML.slice(0, 100))"""
FOCUS = """() => { const part = document.activeElement, box = part.getBoundingClientRect();
  const marked = (each) => each && (getComputedStyle(each).outlineStyle !== 'none'
    && parseFloat(getComputedStyle(each).outlineWidth) >= 2 || getComputedStyle(each).boxShadow !== 'none');
  return { name: (part.getAttribute('aria-label') || part.innerText || part.id || '').trim().split('\\n')[0],
    id: part.id || part.className, tag: part.tagName, seen: marked(part) || marked(part.parentElement),
    inView: box.bottom > 0 && box.top < innerHeight && box.width > 0 }; }"""


@pytest.fixture
def desk(chromium: Browser, real_page: str) -> Iterator[Visit]:
    """The page at the desk, opened."""
    with chromium.new_context(viewport={"width": 1440, "height": 900}, locale="ja-JP") as context:
        visit = Visit(context.new_page(), real_page)
        visit.open()
        yield visit
        assert visit.faults == []


@pytest.mark.parametrize("reader", READERS)
def test_every_state_of_every_room_and_the_sheets_keep_to_wcag_in_both_themes_fit_and_ask_no_other_host(
    reader: str, chromium: Browser, real_page: str, plan_catalogue: Catalogue
) -> None:
    width, height = READERS[reader]
    with chromium.new_context(
        viewport={"width": width, "height": height}, locale="ja-JP", has_touch=width < 1000
    ) as context:
        visit = Visit(context.new_page(), real_page)
        visit.open()
        wrong: dict[str, list[str]] = {}
        for station, arrive in _everywhere(visit, plan_catalogue).items():
            arrive()
            for scheme in SCHEMES:
                visit.see_by(scheme)
                wrong[f"{station}, {scheme}"] = visit.wrong(finger=reader == "phone")
        assert {station: found for station, found in wrong.items() if found} == {}
        assert visit.faults == []


def _everywhere(visit: Visit, catalogue: Catalogue) -> dict[str, Callable[[], object]]:
    """Every state of the page, then the sheets of a priority project."""
    project = next(each for each in catalogue.projects if each.priority)
    sheets: dict[str, Callable[[], object]] = {
        f"sheet, {name}": partial(visit.page.goto, visit.address + sheet) for name, sheet in sheets_of(project).items()
    }
    return {**stations(visit, catalogue.divisions[0].name), **sheets}


@pytest.mark.parametrize(
    "screen", [{"width": 720, "height": 450}, {"width": 320, "height": 256}], ids=["200 % of 1440", "400 % of 1280"]
)
def test_enlarged_the_page_never_scrolls_sideways(
    screen: ViewportSize, chromium: Browser, real_page: str, plan_catalogue: Catalogue
) -> None:
    # A browser that zooms to 200 % gives the page half as many pixels of its own to lay it out in.
    with chromium.new_context(viewport=screen, locale="ja-JP") as context:
        visit = Visit(context.new_page(), real_page)
        visit.open()
        wide = []
        for station, arrive in stations(visit, plan_catalogue.divisions[0].name).items():
            arrive()
            wide += [station] if visit.page.evaluate(WIDE) else []
        assert wide == []


def test_spaced_as_readers_may_space_it_no_text_is_cut_off_or_lies_over_another(
    chromium: Browser, real_page: str, plan_catalogue: Catalogue
) -> None:
    # The test's own style is none that a sheet's policy allows.
    with chromium.new_context(locale="ja-JP", bypass_csp=True) as context:
        visit = Visit(context.new_page(), real_page)
        visit.open()
        lost: dict[str, list[str]] = {}
        for station, arrive in _everywhere(visit, plan_catalogue).items():
            arrive()
            style = visit.page.add_style_tag(content=SPACED)
            for reader in ("phone", "desk"):
                width, height = READERS[reader]
                visit.page.set_viewport_size({"width": width, "height": height})
                visit.page.evaluate(STILL)
                wide = ["wider than the screen"] if visit.page.evaluate(WIDE) else []
                lost[f"{station}, {reader}"] = wide + visit.page.evaluate(LOST)
            style.evaluate("(style) => style.remove()")
        assert {station: found for station, found in lost.items() if found} == {}


def test_by_keyboard_the_way_leads_from_the_skip_link_over_the_rooms_to_the_question_box(desk: Visit) -> None:
    way = _tab(desk.page, "TEXTAREA")
    assert [step["name"] for step in way if not (step["seen"] and step["inView"])] == []
    names = [step["name"] for step in way]
    assert names[0] == "本文へ進む"
    rooms = names.index("質問する")
    assert names[rooms : rooms + 5] == ["質問する", "課から探す", "図で見る", "窓口", "職員"]
    assert rooms < names.index(desk.page.locator(".choice").first.inner_text()) < len(names) - 1


def test_by_keyboard_a_question_is_asked_its_source_opened_and_the_answer_found_again(desk: Visit) -> None:
    page = desk.page
    _tab(page, "TEXTAREA")
    page.keyboard.insert_text("実印の登録をしたいのですが、窓口はどの課ですか")
    page.keyboard.press("Enter")
    expect(page.locator(".turn .marker").first).to_be_visible(timeout=LONG_S)
    expect(page.locator(".answer-pending")).to_have_count(0, timeout=LONG_S)
    page.locator(".turn .question").focus()
    step = _tab(page, "marker")[-1]
    assert step["seen"]
    assert step["inView"]
    page.keyboard.press("Enter")
    expect(page.locator("#panel [data-source] h2")).to_be_focused(timeout=LONG_S)
    back = _tab(page, "back")
    assert [each["name"] for each in back if not each["seen"]] == []
    page.keyboard.press("Enter")
    expect(page.locator(".marker").first).to_be_focused()


@pytest.mark.parametrize(
    ("room", "first"),
    [("課から探す", "find"), ("図で見る", "look"), ("窓口", "counter"), ("職員", "staff")],
    ids=["find", "look", "counter", "staff"],
)
def test_by_keyboard_a_room_opens_and_the_skip_link_leads_to_its_heading(desk: Visit, room: str, first: str) -> None:
    page = desk.page
    link = page.locator(f".rooms a[data-room={first}]")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#room-{first} .room-title")).to_be_visible(timeout=LONG_S)
    expect(page.locator(f"#room-{first} .room-title")).to_have_text(room)
    if first == "counter":
        expect(page.locator("#counter-line")).to_be_focused()  # by itself, a moment after the room is shown
    page.locator(".skip-link").focus()
    expect(page.locator(".skip-link")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator(f"#room-{first} .room-title")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("(id) => document.activeElement.closest(id) !== null", f"#room-{first}")
    assert page.evaluate(FOCUS)["seen"]


def _tab(page: Page, until: str) -> list[dict[str, str]]:
    """Press Tab until the focus is on that tag or class; what had the focus on the way, the last one too."""
    way: list[dict[str, str]] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        way.append(page.evaluate(FOCUS))
        if until in (way[-1]["tag"], *way[-1]["id"].split()):
            return way
    raise AssertionError([step["name"] for step in way])


def test_each_kind_of_link_leads_to_a_sheet_that_exists(desk: Visit, plan_catalogue: Catalogue) -> None:
    leading: dict[str, set[str]] = {}
    for station, arrive in stations(desk, plan_catalogue.divisions[0].name).items():
        arrive()
        found = desk.page.eval_on_selector_all(
            ":is(#page-grid, .room) a[href^='/']",
            "all => all.map((each) => each.getAttribute('href'))",
        )
        leading[station] = set(found)
    for station in ("find", "find, table", "look", "staff, answer", "staff, division"):
        assert leading[station], station
    addresses = sorted(set.union(*leading.values()))
    assert {address.split("/")[1].split("?")[0] for address in addresses} == KINDS_OF_LINKS
    answers = {address: desk.page.request.get(desk.address + address).status for address in addresses}
    assert {address: status for address, status in answers.items() if status != 200} == {}


def test_a_division_s_card_leads_to_its_projects(desk: Visit) -> None:
    desk.ask()
    desk.page.locator(".in-charge-links a").first.click()
    expect(desk.page.locator("#find-result")).to_contain_text("戸籍・住基一般事務", timeout=LONG_S)
    expect(desk.page.locator("#find-division")).to_have_value("市民課")


@pytest.mark.parametrize("room", ["ask", "find", "look", "staff"])
def test_what_is_printed_from_the_dark_theme_is_dark_on_white(
    room: str, chromium: Browser, real_page: str, plan_catalogue: Catalogue
) -> None:
    with chromium.new_context(viewport={"width": 820, "height": 1180}, locale="ja-JP", color_scheme="dark") as context:
        visit = Visit(context.new_page(), real_page)
        visit.open()
        if room == "ask":
            visit.ask()
        else:
            stations(visit, plan_catalogue.divisions[0].name)[{"staff": "staff, division"}.get(room, room)]()
        visit.page.emulate_media(media="print")
        assert visit.page.evaluate(DARK_ON_WHITE) == []
        expect(visit.page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
