"""What the page does when somebody asks, opens a source, or starts again; the assistant is scripted."""

import logging
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus.catalogue import Catalogue
from corpus.errors import IndexDamaged, IndexNotLoaded, PlanAssistantError
from corpus.records import Question
from ui.ask.conversation import Conversation
from ui.ask.handlers import Handlers, View
from ui.ask.manner import Manner


def _raise(error: PlanAssistantError) -> Callable[[], Catalogue]:
    def catalogue() -> Catalogue:
        raise error

    return catalogue


def _ask(handlers: Handlers, question: str, memory: str | None = None) -> tuple[View, View]:
    first, *_, last = handlers.ask(question, memory)
    return first, last


def _words(html: str | None) -> str:
    """What a reader sees, whatever marks hold its words together on a line."""
    return re.sub(r"<[^>]+>", "", html or "")


def test_the_question_is_shown_before_its_answer(handlers: Handlers) -> None:
    first, last = _ask(handlers, "図書館の担当は")
    assert "計画書を調べています" in (first.live or "")
    assert first.question == ""
    assert "中央図書館" in (last.conversation or "")
    assert "原文を見る" in (last.panel or "")
    assert last.announcement == "回答。図書館運営事業の所管課は、中央図書館です。　出典1件。"


def test_a_follow_up_is_asked_in_the_same_session(handlers: Handlers, asked: list[Question]) -> None:
    _, first = _ask(handlers, "図書館の担当は")
    _ask(handlers, "公園は", first.memory)
    assert [question.session_id for question in asked] == [None, "session-1"]


def test_an_error_of_ours_is_told_in_its_own_words_and_the_question_is_back_in_its_box(handlers: Handlers) -> None:
    _, last = _ask(handlers, "長すぎる質問")
    assert "質問は1文字以上1000文字以内で入力してください。" in (last.conversation or "")
    assert last.question == "長すぎる質問"


def test_an_unforeseen_error_is_logged_and_told_without_its_trace(
    handlers: Handlers, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        _, last = _ask(handlers, "壊れる質問")
    assert "処理中に問題が起きました" in (last.conversation or "")
    assert "RuntimeError" not in (last.conversation or "")
    assert "RuntimeError" in caplog.text


def test_a_blank_question_gets_a_hint_and_asks_nothing(handlers: Handlers, asked: list[Question]) -> None:
    (view,) = handlers.ask("　 \n", None)
    assert "質問を入力してから、送信してください。" in (view.trouble or "")
    assert view.conversation is None
    assert asked == []


def test_opening_a_citation_shows_its_page_with_the_quoted_characters_marked(handlers: Handlers) -> None:
    _, asked = _ask(handlers, "公園の担当は")
    view = handlers.open_source(0, 1, asked.memory)
    assert "公園の遊具を点検し、&lt;b&gt;安全&lt;/b&gt;に &amp;amp; 楽しく使えるよう\nにします。" in (view.panel or "")
    assert view.announcement == "2ページの原文を開きました。"


@pytest.mark.parametrize(("turn", "marker"), [(0, None), (0, 9), (5, 1)], ids=["no marker", "unknown", "no turn"])
def test_without_a_known_marker_the_panel_shows_no_source(handlers: Handlers, turn: int, marker: int | None) -> None:
    _, asked = _ask(handlers, "図書館の担当は")
    assert "<mark>" not in (handlers.open_source(turn, marker, asked.memory).panel or "")


def test_a_page_loaded_again_shows_the_conversation_and_the_unanswered_question(handlers: Handlers) -> None:
    _, asked = _ask(handlers, "図書館の担当は")
    view = handlers.start(asked.memory, "公園は")
    assert "中央図書館" in (view.conversation or "")
    assert view.question == "公園は"
    assert view.waiting is False


def test_a_new_conversation_is_empty_and_has_no_session(handlers: Handlers) -> None:
    view = handlers.start_again()
    assert "こんな質問ができます" in (view.conversation or "")
    assert Conversation.restore(view.memory) == Conversation()


def test_until_an_index_is_loaded_the_page_says_so_and_keeps_what_the_browser_held(handlers: Handlers) -> None:
    _, asked = _ask(handlers, "図書館の担当は")
    view = Handlers(replace(handlers.context, get_catalogue=_raise(IndexNotLoaded()))).start(asked.memory, "公園は")
    assert "準備をしています" in (view.conversation or "")
    assert (view.waiting, view.memory, view.question) == (True, asked.memory, "公園は")


def test_an_index_that_cannot_be_served_is_told_in_the_errors_own_words(handlers: Handlers) -> None:
    view = Handlers(replace(handlers.context, get_catalogue=_raise(IndexDamaged()))).start(None)
    assert "検索用の索引が壊れています" in (view.conversation or "")


def test_an_answer_in_pieces_begins_with_its_first_sentence_and_the_division_in_charge(handlers: Handlers) -> None:
    first, found, *pieces, last = handlers.ask("公園の担当は", None, Manner(in_pieces=True))
    assert "公園整備事業" in (found.panel or "")
    assert not first.is_piece
    assert all(piece.is_piece and piece.memory is None for piece in pieces)
    assert "所管課は、公園課と緑化推進課" in _words(pieces[0].live)
    assert 'class="in-charge"' in (pieces[0].live or "")
    assert "試す" not in (pieces[0].live or "")
    assert (last.live, last.is_piece) == ("", False)


def test_an_edited_question_takes_the_last_ones_place_in_a_session_that_does_not_know_it(
    handlers: Handlers, asked: list[Question]
) -> None:
    _, first = _ask(handlers, "図書館の担当は")
    _, second = _ask(handlers, "公園の担当は", first.memory)
    *_, last = handlers.ask("すべての事業は", second.memory, Manner(replaces=True))
    assert [turn.question for turn in Conversation.restore(last.memory).turns] == ["図書館の担当は", "すべての事業は"]
    assert [(q.text, q.session_id) for q in asked[2:]] == [("図書館の担当は", None), ("すべての事業は", "session-1")]


def test_a_question_that_was_stopped_stays_with_a_way_to_ask_it_again(handlers: Handlers) -> None:
    _, first = _ask(handlers, "図書館の担当は")
    view = handlers.stop("公園の担当は", first.memory, Manner())
    assert 'class="choice" data-again="公園の担当は"' in (view.conversation or "")
    assert view.announcement == "回答を中止しました。もう一度聞くことも、質問を直すこともできます。"
    assert [turn.stopped for turn in Conversation.restore(view.memory).turns] == [False, True]


def test_what_somebody_types_is_not_taken_away_by_a_question_that_was_pressed(handlers: Handlers) -> None:
    views = list(handlers.ask("長すぎる質問", None, Manner(typed=False)))
    assert [view.question for view in views] == [None, None]


def test_an_earlier_conversation_opens_without_its_old_session(handlers: Handlers) -> None:
    _, first = _ask(handlers, "図書館の担当は")
    view = handlers.open_conversation(first.memory or "")
    assert "中央図書館" in (view.conversation or "")
    assert Conversation.restore(view.memory).session_id is None
