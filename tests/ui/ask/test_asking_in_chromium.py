"""Asking in a real browser: an answer grows, can be stopped, asked again and edited; nothing that was asked is lost."""

from itertools import pairwise

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.ui.ask.talking import PatientAssistant, Restartable, Talk

pytestmark = pytest.mark.browser

# Every state of the live turn, and what the live region said, as long as the page is open.
RECORD = """() => { window.grown = []; window.said = [];
  const live = document.getElementById('live'), region = document.querySelector('#announcer [role=status]');
  const grow = () => { const body = live.querySelector('.body'); if (body) window.grown.push(body.textContent); };
  new MutationObserver(grow).observe(live, { childList: true, subtree: true });
  new MutationObserver(() => window.said.push(region.textContent))
    .observe(region, { childList: true, characterData: true, subtree: true }); }"""

# Somebody quicker than the page, which rests only a moment after the answer stands there.
PRESS_AT_ONCE = """() => new MutationObserver((_changes, observer) => {
  const button = document.querySelector('#conversation [data-restart]');
  if (button) { observer.disconnect(); button.click(); }
}).observe(document.getElementById('conversation'), { childList: true, subtree: true })"""


def _press(talk: Talk, name: str) -> None:
    talk.page.get_by_role("button", name=name, exact=True).click()


def test_the_question_stands_while_its_answer_is_awaited(talk: Talk, patient: PatientAssistant) -> None:
    talk.send("公園を待つ")
    expect(talk.page.locator("#live .question")).to_contain_text("公園を待つ")
    expect(talk.page.locator("#live .question")).to_be_in_viewport()
    expect(talk.page.locator("#live")).to_contain_text("計画書を調べています")
    patient.released.set()
    talk.settle()
    expect(talk.page.locator("#conversation .answer")).to_contain_text("公園課と緑化推進課")
    assert talk.faults == []


def test_an_answer_grows_by_sentences_and_is_announced_at_its_start_and_its_end_only(talk: Talk) -> None:
    talk.page.evaluate(RECORD)
    talk.ask("公園の担当は")
    grown = talk.page.evaluate("[...new Set(window.grown)]")
    assert grown[0].startswith("公園整備事業（事業CD 1-2-3-4）の所管課は、公園課と緑化推進課です。[1]")
    assert "試す" not in grown[0]
    assert all(later.startswith(earlier) for earlier, later in pairwise(grown))
    said = talk.page.evaluate("window.said")
    assert [said[0], len(said)] == ["調べています", 2]


def test_with_reduced_motion_an_answer_comes_all_at_once(talk: Talk) -> None:
    talk.page.emulate_media(reduced_motion="reduce")
    talk.page.evaluate(RECORD)
    talk.ask("公園の担当は")
    assert talk.page.evaluate("window.grown") == []


def test_a_stopped_answer_never_comes_and_can_be_asked_for_again(talk: Talk, patient: PatientAssistant) -> None:
    talk.send("公園を待つ")
    expect(talk.page.locator("#live .answer-pending")).to_be_visible()
    _press(talk, "中止")
    expect(talk.page.locator("#conversation .answer-stopped")).to_contain_text("回答を中止しました")
    patient.released.set()
    talk.settle()
    expect(talk.page.locator("#conversation .answer-answered")).to_have_count(0)
    _press(talk, "もう一度聞く")
    expect(talk.page.locator("#conversation .answer-answered")).to_contain_text("公園課と緑化推進課")
    assert talk.questions() == ["公園を待つ"]
    assert talk.faults == []


def test_a_new_conversation_that_is_wished_the_moment_the_answer_stands_there_begins(talk: Talk) -> None:
    talk.page.evaluate(PRESS_AT_ONCE)
    talk.send("図書館の担当は")
    expect(talk.page.locator("#conversation .examples")).to_have_count(0)
    expect(talk.page.locator("#conversation .examples")).to_be_visible()
    assert talk.questions() == []
    assert talk.faults == []


def test_escape_stops_an_answer(talk: Talk) -> None:
    talk.send("公園を待つ")
    expect(talk.page.locator("#live .answer-pending")).to_be_visible()
    talk.page.keyboard.press("Escape")
    expect(talk.page.locator("#conversation .answer-stopped")).to_be_visible()


def test_an_edited_question_replaces_the_last_turn_and_keeps_what_was_said_before(
    talk: Talk, patient: PatientAssistant
) -> None:
    talk.ask("図書館の担当は")
    talk.ask("公園の担当は")
    _press(talk, "質問を直す")
    expect(talk.page.locator("#question textarea")).to_have_value("公園の担当は")
    expect(talk.page.locator("#question textarea")).to_be_focused()
    expect(talk.page.locator(".note-editing")).to_be_visible()
    talk.send("どの事業ですか")
    expect(talk.page.locator("#conversation .answer-clarify")).to_be_visible()
    talk.settle()
    assert talk.questions() == ["図書館の担当は", "どの事業ですか"]
    expect(talk.page.locator(".note-editing")).to_be_hidden()
    # The new session is told what was said before, and knows nothing of what was replaced.
    told = [(question.text, question.session_id) for question in patient.asked[2:]]
    assert told == [("図書館の担当は", None), ("どの事業ですか", "session-1")]


def test_editing_can_be_left_and_then_the_next_question_replaces_nothing(talk: Talk) -> None:
    talk.ask("図書館の担当は")
    _press(talk, "質問を直す")
    _press(talk, "直すのをやめる")
    expect(talk.page.locator("#question textarea")).to_have_value("")
    talk.ask("公園の担当は")
    assert talk.questions() == ["図書館の担当は", "公園の担当は"]


def test_what_is_typed_stays_when_a_suggestion_is_pressed(talk: Talk) -> None:
    talk.ask("公園の担当は")
    talk.page.locator("#question textarea").fill("書きかけ")
    _press(talk, "公園整備事業の令和6年度の予定は？")
    expect(talk.page.locator("#conversation .turn")).to_have_count(2)
    expect(talk.page.locator("#question textarea")).to_have_value("書きかけ")


def test_a_question_sent_while_an_answer_comes_is_asked_after_it(talk: Talk, patient: PatientAssistant) -> None:
    talk.send("公園を待つ")
    expect(talk.page.locator("#live .answer-pending")).to_be_visible()
    talk.send("図書館の担当は")
    patient.released.set()
    expect(talk.page.locator("#conversation .turn")).to_have_count(2)
    assert talk.questions() == ["公園を待つ", "図書館の担当は"]


def test_a_server_that_dies_in_mid_answer_loses_nothing_and_one_press_goes_on(
    context: BrowserContext, restartable: Restartable, patient: PatientAssistant
) -> None:
    talk = Talk(context.new_page(), restartable.url)
    talk.ask("図書館の担当は")
    talk.send("公園を待つ")
    expect(talk.page.locator("#live .answer-pending")).to_be_visible()
    restartable.stop()
    expect(talk.page.locator("#trouble [data-lost]")).to_contain_text("通信がとぎれ", timeout=15_000)
    expect(talk.page.locator("#live .question")).to_contain_text("公園を待つ")
    _press(talk, "もう一度送る")
    expect(talk.page.locator("#trouble [data-away]")).to_contain_text("まだつながりません")
    patient.released.set()
    restartable.start()
    # Gradio loads the page again by itself once the server is there; a press before that does the same.
    expect(talk.page.locator("#conversation .turn")).to_have_count(1, timeout=30_000)
    expect(talk.page.locator(".note-unanswered")).to_be_visible(timeout=30_000)
    _press(talk, "もう一度送る")
    expect(talk.page.locator("#conversation .turn")).to_have_count(2, timeout=30_000)
    talk.settle()
    assert talk.questions() == ["図書館の担当は", "公園を待つ"]
    assert [question.session_id for question in patient.asked] == [None, "session-1", "session-1"]
    expect(talk.page.locator("#question textarea")).to_have_value("")


def test_a_page_loaded_again_in_mid_answer_offers_to_ask_again(talk: Talk, patient: PatientAssistant) -> None:
    talk.send("公園を待つ")
    expect(talk.page.locator("#live .answer-pending")).to_be_visible()
    talk.page.reload()
    talk.wait_until_open()
    expect(talk.page.locator("#question textarea")).to_have_value("公園を待つ")
    patient.released.set()
    _press(talk, "もう一度送る")
    expect(talk.page.locator("#conversation .answer-answered")).to_contain_text("公園課と緑化推進課")
    assert talk.questions() == ["公園を待つ"]


def test_a_browser_without_network_says_so_and_asks_again_at_one_press(talk: Talk) -> None:
    talk.ask("図書館の担当は")
    talk.page.context.set_offline(True)
    talk.send("公園の担当は")
    expect(talk.page.locator("#trouble [data-lost]")).to_contain_text("通信がとぎれ")
    talk.page.context.set_offline(False)
    expect(talk.page.locator(".note-unanswered")).to_be_visible()
    _press(talk, "もう一度送る")
    expect(talk.page.locator("#conversation .turn")).to_have_count(2, timeout=30_000)
    assert talk.questions() == ["図書館の担当は", "公園の担当は"]


def test_back_leads_from_a_room_and_from_another_page_to_the_conversation_as_it_was(talk: Talk) -> None:
    talk.ask("図書館の担当は")
    talk.page.locator("#question textarea").press_sequentially("書きかけ")
    talk.page.get_by_role("link", name="課から探す").click()
    expect(talk.page.locator("#page-grid")).to_be_hidden()
    talk.page.go_back()
    expect(talk.page.locator("#conversation .answer")).to_contain_text("中央図書館")
    talk.page.goto("about:blank")
    talk.page.go_back()
    expect(talk.page.locator("#conversation .answer")).to_contain_text("中央図書館", timeout=30_000)
    expect(talk.page.locator("#question textarea")).to_have_value("書きかけ")


def test_back_leads_from_an_opened_source_to_its_marker(talk: Talk) -> None:
    talk.ask("図書館の担当は")
    talk.page.locator(".marker").click()
    expect(talk.page.locator("#panel [data-source] h2")).to_be_focused()
    talk.page.go_back()
    expect(talk.page.locator(".marker")).to_be_focused()
    talk.page.go_forward()
    expect(talk.page.locator("#panel [data-source] h2")).to_be_focused()


def test_a_question_of_a_thousand_characters_is_asked_whole_and_a_longer_one_is_told(
    talk: Talk, patient: PatientAssistant
) -> None:
    question = "公園について" + "とても長い質問です。" * 99 + "おわり！"
    talk.page.locator("#question textarea").press_sequentially("あ")
    talk.page.locator("#question textarea").fill(question)
    expect(talk.page.locator("#trouble [data-full]")).to_contain_text("1000文字まで")
    talk.ask(question)
    assert [len(question), patient.asked[-1].text] == [1000, question]
    expect(talk.page.locator("#conversation .in-charge")).to_be_in_viewport()
    assert talk.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_an_answer_of_sixty_rows_is_folded_whole_and_survives_loading_again(talk: Talk) -> None:
    talk.ask("公園など六十件は")
    rows = talk.page.locator("#conversation .body li")
    expect(rows).to_have_count(60)
    assert rows.evaluate_all("all => all.filter(row => row.checkVisibility()).length") == 10
    expect(talk.page.locator(".in-charge")).to_have_count(0)
    talk.page.get_by_text("残りの50件を見る").click()
    expect(rows.last).to_be_visible()
    talk.page.reload()
    talk.wait_until_open()
    expect(rows).to_have_count(60, timeout=30_000)
    talk.page.get_by_text("残りの50件を見る").click()
    rows.last.locator(".marker").click()
    expect(talk.page.locator("#panel .source-project")).to_contain_text("第60事業")
    assert talk.faults == []
