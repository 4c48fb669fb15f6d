"""職員 in a real browser: a round by keyboard, a score that counts once, a division chosen from the list."""

from collections.abc import Iterator
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page, expect

from corpus.catalogue import Catalogue
from ui.staff.quiz import quiz_round

pytestmark = pytest.mark.browser
SEED = "5"


class Running(Protocol):
    """The running page of ``conftest.py``."""

    url: str


@pytest.fixture
def staff(chromium: Browser, running: Running) -> Iterator[Page]:
    """A desk whose browser keeps no score yet; nothing may go wrong on its console."""
    with chromium.new_context(viewport={"width": 1440, "height": 900}, locale="ja-JP") as context:
        page, faults = context.new_page(), []
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(running.url + "/#staff")
        expect(page.get_by_role("heading", name="クイズで覚える")).to_be_visible(timeout=30_000)
        yield page
        assert faults == []


def _go(page: Page, address: str) -> None:
    page.evaluate("(address) => { location.hash = address; }", address)


def _key(catalogue: Catalogue, number: int, right: bool) -> str:
    """The number key of a right, or a wrong, choice of the round's question."""
    quiz = quiz_round(catalogue, SEED)[number - 1]
    return str(next(at for at, name in enumerate(quiz.choices, 1) if (name in quiz.right) == right))


def test_a_round_by_keyboard_says_right_and_wrong_and_ends_with_what_to_learn(
    staff: Page, catalogue: Catalogue
) -> None:
    said = staff.locator("[data-staff-status]")
    _go(staff, f"#staff?seed={SEED}&n=1")
    expect(staff.locator(".quiz-project h3")).to_be_focused()
    staff.keyboard.press(_key(catalogue, 1, right=True))
    expect(staff.locator(".quiz-verdict")).to_be_focused()
    expect(said).to_contain_text("正解です")
    expect(said).to_contain_text("この回：1問中 1問正解　いま 1問つづけて正解")
    staff.keyboard.press("Enter")
    expect(staff.locator(".quiz-project h3")).to_be_focused()
    staff.keyboard.press("ArrowDown")
    expect(staff.locator("[data-staff-choice]").first).to_be_focused()
    staff.keyboard.press(_key(catalogue, 2, right=False))
    expect(said).to_contain_text("ちがいます")
    staff.keyboard.press("Enter")
    expect(staff.locator("[data-staff-result]")).to_have_text("2問中 1問正解でした。")
    expect(staff.locator(".quiz-review li").first.get_by_role("img", name="正解です")).to_be_visible()
    staff.get_by_role("link", name="前にまちがえた事業だけ（1件）").click()
    missed = quiz_round(catalogue, SEED)[1].project
    expect(staff.locator(".quiz-name")).to_have_text(missed.name)
    assert f"only={missed.id}" in staff.url


def test_a_question_counts_once_however_often_it_is_answered(staff: Page, catalogue: Catalogue) -> None:
    for right in (False, True):
        _go(staff, f"#staff?seed={SEED}&n=1&choice={_key(catalogue, 1, right=right)}")
        expect(staff.locator(".quiz-verdict strong")).to_have_text("正解です" if right else "ちがいます")
    expect(staff.locator("[data-staff-score]")).to_have_text("この回：1問中 0問正解　いま 0問つづけて正解")
    staff.reload()
    expect(staff.locator("[data-staff-score]")).to_have_text(
        "この回：1問中 0問正解　いま 0問つづけて正解", timeout=30_000
    )
    _go(staff, "#staff")
    expect(staff.locator("[data-staff-record]")).to_contain_text("これまで：1問中 0問正解")
    staff.get_by_role("button", name="記録を消す").click()
    expect(staff.locator("[data-staff-record]")).to_be_hidden()


def test_a_new_round_has_a_seed_of_its_own(staff: Page) -> None:
    staff.get_by_role("link", name="重点事業だけ").click()
    expect(staff.locator(".quiz-name")).to_have_text("公園整備事業")
    assert "set=priority" in staff.url
    assert "seed=" in staff.url


def test_who_looks_through_the_divisions_stays_in_the_list_until_they_open_one(staff: Page) -> None:
    choice = staff.get_by_label("課のページを見る")
    choice.focus()
    choice.select_option("公園課")
    expect(staff.locator(".profile h3")).to_have_text("公園課")
    expect(choice).to_be_focused()
    expect(staff.locator("[data-staff-status]")).to_contain_text("公園課 担当する事業：1件")
    staff.get_by_role("button", name="見る", exact=True).click()
    expect(staff.locator(".profile h3")).to_be_focused()
    staff.get_by_role("link", name="職員").click()
    expect(choice).to_have_value("")
