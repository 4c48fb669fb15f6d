"""The HTML that the page shows: everything escaped, every marker with its citation, the quote marked in its page."""

import re
from collections.abc import Callable

import pytest

from corpus.catalogue import Catalogue
from corpus.records import Answer, Citation, Edition, Page, Span
from ui.ask.conversation import Conversation
from ui.ask.render import announcement, render_conversation, render_panel, source_view
from ui.preferences import Preferences
from ui.shell.render import render_header
from ui.texts import load_texts

TEXTS = load_texts()
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">&amp;"\'${alert(3)}{{value}}'


def _citation(marker: int, text: str = "市道の補修") -> Citation:
    return Citation(
        marker=marker, document_id="d", document_title=text, section=text, page=1, project_id="p", project_name=text,
        project_code="1-2-3-4", divisions=(text,), quote=text, start=10, end=15,
    )  # fmt: skip


@pytest.fixture
def conversation_with() -> Callable[..., Conversation]:
    def make(text: str, question: str = "質問", **fields: object) -> Conversation:
        edition = Edition(title="計画", period="")
        answer = Answer.model_validate(
            {"answer_id": "a", "session_id": "s", "status": "answered", "answer": text, "citations": (),
             "edition": edition, "elapsed_ms": 1.0, **fields}
        )  # fmt: skip
        return Conversation().asking(question).answered(answer)

    return make


def _tags(html: str) -> set[str]:
    return set(re.findall(r"<([a-z][a-z0-9]*)", html))


def test_html_in_questions_answers_choices_and_suggestions_is_shown_as_text(
    conversation_with: Callable[..., Conversation], catalogue: Catalogue
) -> None:
    conversation = conversation_with(
        f"{HOSTILE}\n・{HOSTILE}", HOSTILE,
        suggestions=(HOSTILE,), clarify=({"label": HOSTILE, "question": HOSTILE, "divisions": (HOSTILE,)},),
    )  # fmt: skip
    html = render_conversation(conversation, catalogue, TEXTS)
    assert not _tags(html) & {"script", "img"}
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 10
    assert 'data-ask="&lt;script&gt;' in html


def test_choices_are_named_once_as_buttons_and_as_lines_when_the_conversation_has_gone_on(
    conversation_with: Callable[..., Conversation], catalogue: Catalogue
) -> None:
    choices = tuple({"label": name, "question": f"{name}の課は", "divisions": ()} for name in ("市民税", "資産税"))
    told = "どれでしょうか。\n1. 市民税（市民税課）\n2. 資産税\n3. ほか"
    conversation = conversation_with(told, status="clarify", clarify=choices)
    last = render_conversation(conversation, catalogue, TEXTS)
    assert re.findall(r"<li[^>]*>([^<]+)</li>", last) == ["ほか"]
    assert last.count('class="choice"') == 2
    (turn,) = conversation.turns
    assert turn.answer is not None
    earlier = render_conversation(conversation.asking("市民税").answered(turn.answer), catalogue, TEXTS)
    assert earlier.count("市民税（市民税課）</li>") == 1


def test_html_in_citations_and_source_is_shown_as_text(conversation_with: Callable[..., Conversation]) -> None:
    cited = _citation(1, HOSTILE)
    page = Page(document_id="d", page=1, start=0, end=15 + len(HOSTILE), text="0123456789あいうえお" + HOSTILE)
    conversation = conversation_with("答え[1][2]", citations=(cited, _citation(2, HOSTILE)))
    html = render_panel(conversation, 0, TEXTS, cited, source_view(page, 1, cited))
    assert not _tags(html) & {"script", "img"}
    assert "あいうえお" in html


def test_each_marker_with_a_citation_becomes_a_button_and_any_other_stays_text(
    conversation_with: Callable[..., Conversation], catalogue: Catalogue
) -> None:
    html = render_conversation(
        conversation_with("一つ目です。[1]二つ目です。[2]参考[9]", citations=(_citation(1), _citation(2))),
        catalogue,
        TEXTS,
    )
    assert re.findall(r'class="marker" data-turn="(\d+)" data-marker="(\d+)"', html) == [("0", "1"), ("0", "2")]
    assert 'aria-label="出典1を開く：市道の補修"' in html
    assert "参考[9]" in html


def test_numbered_lines_become_one_list_with_their_numbers(
    conversation_with: Callable[..., Conversation], catalogue: Catalogue
) -> None:
    html = render_conversation(conversation_with("全2件です。\n1. 点検\n2. 更新[9]"), catalogue, TEXTS)
    assert '<p>全2件です。</p><ol><li value="1">点検</li><li value="2">更新[9]</li></ol>' in html


def test_a_code_and_a_marker_are_not_torn_from_their_words(
    conversation_with: Callable[..., Conversation], catalogue: Catalogue
) -> None:
    conversation = conversation_with("道路事業（事業CD 0-2-1-3）[1]", citations=(_citation(1),))
    html = render_conversation(conversation, catalogue, TEXTS)
    assert re.search(r'CD <span class="kept"><span class="kept">0-2-1-3</span>）<button', html)


def test_lines_that_begin_with_a_dot_become_one_list(
    conversation_with: Callable[..., Conversation], catalogue: Catalogue
) -> None:
    html = render_conversation(conversation_with("次のとおりです。\n・点検\n・更新\n以上です。"), catalogue, TEXTS)
    assert "<p>次のとおりです。</p><ul><li>点検</li><li>更新</li></ul><p>以上です。</p>" in html


@pytest.mark.parametrize(
    ("status", "label"),
    [("answered", "回答"), ("clarify", "確認させてください"), ("not_found", "計画書に書かれていません")],
    ids=["answered", "clarify", "not_found"],
)
def test_a_status_is_told_in_words_and_by_a_class(
    conversation_with: Callable[..., Conversation], catalogue: Catalogue, status: str, label: str
) -> None:
    html = render_conversation(conversation_with("本文", status=status), catalogue, TEXTS)
    assert f'class="answer answer-{status}"' in html
    assert f'<p class="status">{label}</p>' in html


def test_the_complete_set_of_projects_is_listed_with_divisions_and_pages(
    conversation_with: Callable[..., Conversation], catalogue: Catalogue
) -> None:
    html = render_conversation(conversation_with("2件です。", projects=catalogue.projects), catalogue, TEXTS)
    assert "事業の一覧（2件）" in html
    assert "<span>公園課、緑化推進課</span><span>事業CD 1-2-3-4</span><span>2ページ</span>" in html
    assert html.count("重点</span>") == 1


def test_only_the_last_turn_offers_suggestions(
    conversation_with: Callable[..., Conversation], catalogue: Catalogue
) -> None:
    conversation = conversation_with("本文", suggestions=("続きの質問",))
    assert "続きの質問" in render_conversation(conversation, catalogue, TEXTS)
    assert "続きの質問" not in render_conversation(conversation.asking("次"), catalogue, TEXTS)


def test_a_failed_question_can_be_sent_again(catalogue: Catalogue) -> None:
    html = render_conversation(Conversation().asking('道路"は').failed("後でお試しください。"), catalogue, TEXTS)
    assert "後でお試しください。" in html
    assert 'class="choice" data-again="道路&#34;は"' in html


def test_an_empty_conversation_shows_questions_built_from_the_catalogue(catalogue: Catalogue) -> None:
    html = render_conversation(Conversation(), catalogue, TEXTS)
    assert 'data-ask="公園整備事業はどの課が担当していますか"' in html
    assert 'data-ask="公園整備事業の令和6年度の予定を教えてください"' in html


def test_the_source_is_cut_at_the_quoted_characters_of_the_whole_document() -> None:
    page = Page(document_id="d", page=3, start=100, end=113, text=" 前の行\n\n市道\n\nの補修後")
    citation = _citation(1).model_copy(update={"page": 3, "start": 106, "end": 113})
    view = source_view(page, 8, citation)
    assert view is not None
    assert (view.before, view.quoted, view.after) == ("前の行\n", "市道\nの補修", "後")


def test_a_cell_that_several_projects_share_says_so(
    catalogue: Catalogue, conversation_with: Callable[..., Conversation]
) -> None:
    cited = _citation(1).model_copy(update={"document_id": "mihon", "start": 10, "end": 15})
    cell = {"content": (Span(page=1, start=10, end=15),)}
    sharing = [project.model_copy(update={"sources": cell}) for project in catalogue.projects[:2]]
    page = Page(document_id="mihon", page=1, start=0, end=20, text="0123456789市道の補修そのあと。")
    shown = [source_view(page, 1, cited, projects) for projects in (sharing, sharing[:1])]
    conversation = conversation_with("答え[1]", citations=(cited,))
    names = "、".join(project.name for project in sharing)
    told = [f"次の事業に共通の欄です：{names}" in render_panel(conversation, 0, TEXTS, cited, view) for view in shown]
    assert told == [True, False]


@pytest.mark.parametrize(
    ("start", "end"), [(99, 105), (110, 120), (105, 105)], ids=["before the page", "beyond it", "empty"]
)
def test_offsets_outside_the_page_mark_nothing(start: int, end: int) -> None:
    page = Page(document_id="d", page=1, start=100, end=110, text="あ" * 10)
    assert source_view(page, 1, _citation(1).model_copy(update={"start": start, "end": end})) is None


def test_an_opened_citation_shows_its_page_and_the_mark(conversation_with: Callable[..., Conversation]) -> None:
    cited = _citation(1)
    page = Page(document_id="d", page=1, start=0, end=20, text="0123456789市道の補修そのあと。")
    html = render_panel(conversation_with("答え[1]", citations=(cited,)), 0, TEXTS, cited, source_view(page, 8, cited))
    mark = re.search(r"<mark>(.*?)</mark>", html)
    assert mark is not None
    assert re.sub("<span.*?</span>", "", mark.group(1)) == "市道の補修"
    assert "1 / 8ページ" in html


def test_a_page_that_cannot_be_shown_leaves_the_quote(conversation_with: Callable[..., Conversation]) -> None:
    html = render_panel(conversation_with("答え[1]", citations=(_citation(1),)), 0, TEXTS, _citation(1), None)
    assert "このページを開けませんでした。" in html
    assert "<blockquote>市道の補修</blockquote>" in html


def test_many_citations_are_folded_but_all_there(conversation_with: Callable[..., Conversation]) -> None:
    cited = tuple(_citation(number) for number in range(1, 49))
    html = render_panel(conversation_with("答え", citations=cited), 0, TEXTS)
    assert html.count('class="open-source"') == 48
    assert "ほかの出典（44件）" in html


def test_the_header_names_every_edition_that_is_served(catalogue: Catalogue) -> None:
    assert "みほん市実施計画（令和5年度～令和7年度）" in render_header(catalogue, TEXTS, Preferences())
    assert "計画書を読み込んでいます" in render_header(None, TEXTS, Preferences())


def test_the_announcement_has_the_status_and_the_answer_without_markers(
    conversation_with: Callable[..., Conversation],
) -> None:
    turn = conversation_with("市民課です。[1]", citations=(_citation(1),)).turns[-1]
    assert announcement(turn, TEXTS) == "回答。市民課です。　出典1件。"
