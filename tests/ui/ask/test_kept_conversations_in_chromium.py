"""Conversations kept in the browser: listed by their first question, opened, deleted, never mixed between tabs."""

from typing import Protocol

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.ui.ask.talking import PatientAssistant, Talk

pytestmark = pytest.mark.browser


class Running(Protocol):
    """The running page of the other ``conftest.py``."""

    url: str


def _listed(talk: Talk) -> list[str]:
    return talk.page.locator("#history [data-question]").all_text_contents()


def _open_list(talk: Talk) -> None:
    talk.page.locator("#history summary").click()


def _begin_anew(talk: Talk) -> None:
    talk.page.get_by_role("button", name="新しい会話").click()
    expect(talk.page.locator(".examples")).to_be_visible()


def test_an_earlier_conversation_is_listed_by_its_first_question_and_goes_on_when_opened(
    talk: Talk, patient: PatientAssistant
) -> None:
    talk.ask("図書館の担当は")
    talk.ask("公園の担当は")
    _begin_anew(talk)
    talk.ask("宇宙旅行の予定は")
    expect(talk.page.locator("#history summary")).to_have_text("これまでの会話（2件）")
    _open_list(talk)
    assert _listed(talk) == ["宇宙旅行の予定は", "図書館の担当は"]
    talk.page.get_by_role("button", name="図書館の担当は", exact=False).first.click()
    expect(talk.page.locator("#conversation .turn")).to_have_count(2)
    talk.ask("図書館は")
    assert talk.questions() == ["図書館の担当は", "公園の担当は", "図書館は"]
    # In a session of its own, told what was said: the server may have forgotten the old one.
    told = [(question.text, question.session_id is None) for question in patient.asked[3:]]
    assert told == [("図書館の担当は", True), ("公園の担当は", False), ("図書館は", False)]
    expect(talk.page.locator("#history summary")).to_have_text("これまでの会話（2件）")
    assert talk.faults == []


def test_a_conversation_that_is_opened_again_begins_where_it_ended_and_leads_back_to_the_top(talk: Talk) -> None:
    for number in range(3):
        talk.ask(f"図書館の担当は（{number}）")
    talk.page.reload()
    expect(talk.page.locator("#conversation .turn")).to_have_count(3, timeout=30_000)
    expect(talk.page.locator("#conversation .turn").last).to_be_in_viewport(ratio=0.5)
    expect(talk.page.locator("#page-top h1")).not_to_be_in_viewport()
    talk.page.get_by_role("button", name="画面の上へ").click()
    expect(talk.page.locator("#page-top h1")).to_be_focused()
    expect(talk.page.locator("#page-top h1")).to_be_in_viewport()


def test_a_deleted_conversation_can_be_had_back_once(talk: Talk) -> None:
    talk.ask("図書館の担当は")
    _begin_anew(talk)
    talk.ask("公園の担当は")
    _open_list(talk)
    talk.page.get_by_role("button", name="「図書館の担当は」の会話を消す").click()
    assert _listed(talk) == ["公園の担当は"]
    expect(talk.page.get_by_role("button", name="元に戻す")).to_be_focused()
    talk.page.get_by_role("button", name="元に戻す").click()
    assert _listed(talk) == ["公園の担当は", "図書館の担当は"]
    talk.page.get_by_role("button", name="すべて消す").click()
    assert _listed(talk) == []


def test_what_was_asked_is_there_on_the_next_visit_and_html_in_it_is_only_shown(
    talk: Talk, context: BrowserContext, running: Running
) -> None:
    talk.ask("図書館 <img src=x onerror=alert(1)> の担当は")
    talk.page.close()
    later = Talk(context.new_page(), running.url)
    expect(later.page.locator(".examples")).to_be_visible()
    _open_list(later)
    assert _listed(later) == ["図書館 <img src=x onerror=alert(1)> の担当は"]
    assert later.page.locator("#history img").count() == 0
    later.page.locator("#history [data-open]").click()
    expect(later.page.locator("#conversation .answer")).to_contain_text("中央図書館")


def test_two_tabs_that_go_on_with_one_conversation_keep_both(
    talk: Talk, context: BrowserContext, running: Running, patient: PatientAssistant
) -> None:
    talk.ask("図書館の担当は")
    other = Talk(context.new_page(), running.url)
    _open_list(other)
    other.page.locator("#history [data-open]").click()
    expect(other.page.locator("#conversation .turn")).to_have_count(1)
    other.ask("公園の担当は")
    talk.ask("宇宙旅行の予定は")
    assert talk.questions() == ["図書館の担当は", "宇宙旅行の予定は"]
    assert other.questions() == ["図書館の担当は", "公園の担当は"]
    kept = talk.page.evaluate(
        """Object.keys(localStorage).filter((key) => key.startsWith('plan-assistant.history.'))
        .map((key) => JSON.parse(JSON.parse(localStorage[key]).stored).turns.map((turn) => turn.question)).sort()"""
    )
    assert kept == [["図書館の担当は", "公園の担当は"], ["図書館の担当は", "宇宙旅行の予定は"]]
    assert patient.asked[-1].session_id is not None
    assert patient.asked[-2].session_id is None


def test_some_dozens_are_kept_and_the_oldest_make_room(talk: Talk) -> None:
    talk.page.evaluate(
        """for (let n = 1; n <= 40; n += 1) localStorage.setItem('plan-assistant.history.old' + n, JSON.stringify(
        { stamp: 's', saved: n, question: '質問' + n, stored: '{"turns":[{"question":"質問' + n + '"}]}' }))"""
    )
    talk.ask("図書館の担当は")
    listed = _listed(talk)
    assert [listed[0], listed[1], len(listed)] == ["図書館の担当は", "質問40", 30]
