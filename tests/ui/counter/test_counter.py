"""窓口 as pure functions: what is asked, and which cards come of it."""

import html
from collections.abc import Mapping

import pytest

from assistant.ports import StreamingAssistant
from corpus.catalogue import Catalogue
from corpus.errors import PlanAssistantError
from corpus.records import Answer, Choice, Citation, Edition, Project, Question
from ui.context import PageContext
from ui.counter.cards import MOST_CARDS, cards_of
from ui.counter.room import MAX_LINE_CHARACTERS, render_controls, render_result
from ui.preferences import Preferences
from ui.rooms import parameters

EDITION = Edition(title="みほん市実施計画", period="令和5年度～令和7年度")


@pytest.fixture
def town(catalogue: Catalogue) -> Catalogue:
    """The small plan, with two branch offices and the places that they serve."""
    document = catalogue.documents[0].model_copy(
        update={"places": {"海辺": "海辺支所", "岬": "海辺支所", "山手": "山手支所"}, "contact": "代表電話 00-0000"}
    )
    branches = tuple(_project(f"mihon-{n}", f"{name}管理事務", name) for n, name in ((8, "海辺支所"), (9, "山手支所")))
    return catalogue.model_copy(update={"documents": (document,), "projects": (*catalogue.projects, *branches)})


def _project(project_id: str, name: str, *divisions: str, **more: object) -> Project:
    fields = {"id": project_id, "name": name, "divisions": divisions, "content": "届出を受け付けます。相談に応じます。"}
    return Project.model_validate({**fields, "document_id": "mihon", "section": "実施事業", "page": 1, **more})


def _cited(marker: int, project: Project, quote: str | None = None) -> Citation:
    return Citation(
        marker=marker, document_id="mihon", document_title=EDITION.title, section=project.section, page=project.page,
        project_id=project.id, project_name=project.name, project_code=project.code, divisions=project.divisions,
        quote=quote or project.content, start=0, end=1,
    )  # fmt: skip


def _answered(text: str, *citations: Citation, **more: object) -> Answer:
    fields = {"answer_id": "a", "session_id": "s", "status": "answered", "answer": text, "citations": citations}
    return Answer.model_validate({**fields, "edition": EDITION, "elapsed_ms": 1.0, **more})


class Answering(StreamingAssistant):
    """An assistant that always gives one answer, or fails, and keeps what it was asked."""

    def __init__(self, answer: Answer | Exception) -> None:
        self.answer = answer
        self.asked: list[Question] = []

    def ask(self, question: Question) -> Answer:
        """The one answer."""
        self.asked.append(question)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def _result(assistant: Answering, catalogue: Catalogue, parameters: Mapping[str, str]) -> str:
    context = PageContext(lambda: assistant, lambda: catalogue, lambda _: None)
    return render_result(context, parameters, Preferences())


def test_a_project_of_several_divisions_gives_a_card_for_each(catalogue: Catalogue) -> None:
    park = catalogue.projects[1]
    cards = cards_of(_answered("公園課と緑化推進課です。[1]", _cited(1, park)), catalogue).cards
    assert [(card.division, card.also) for card in cards] == [
        ("公園課", ("緑化推進課",)),
        ("緑化推進課", ("公園課",)),
    ]
    assert {(card.project, card.code) for card in cards} == {("公園整備事業", "1-2-3-4")}


def test_the_branch_office_that_the_answer_begins_with_stays_first_and_the_others_stand_beside(town: Catalogue) -> None:
    library, _, sea, hill = town.projects
    text = "海辺支所です。[1]\n中央図書館です。[2]\nまた、各支所も行います。[1][3]"
    found = cards_of(_answered(text, _cited(1, sea), _cited(2, library), _cited(3, hill)), town)
    assert [card.division for card in found.cards] == ["海辺支所", "中央図書館"]
    assert found.cards[0].places == ("海辺", "岬")
    assert [(row.divisions, row.places) for row in found.rows] == [(("山手支所",), ("山手",))]


def test_branch_offices_alone_are_cards_of_their_own(town: Catalogue) -> None:
    _, _, sea, hill = town.projects
    found = cards_of(_answered("2件です。\n1. 海辺[1]\n2. 山手[2]", _cited(1, sea), _cited(2, hill)), town)
    assert [card.division for card in found.cards] == ["海辺支所", "山手支所"]


def test_what_is_no_sentence_comes_with_the_plan_s_sentence_that_says_what_it_is() -> None:
    project = _project("mihon-5", "住宅事業", "住宅課", code="1-1-1-1")
    catalogue = Catalogue(documents=(), projects=(project,), passages=())
    answer = _answered(
        "推計事業費は、92百万円です。[2]\nCDは[1]", _cited(1, project, "1-1-1-1"), _cited(2, project, "92 百万円")
    )
    (card,) = cards_of(answer, catalogue).cards
    assert [quote.sentence for quote in card.quotes] == ["92 百万円", "届出を受け付けます。"]
    assert card.quotes[1].rest == "相談に応じます。"
    assert card.lead == "推計事業費は、92百万円です。"


def test_a_line_that_only_repeats_the_plan_is_not_said_twice(catalogue: Catalogue) -> None:
    library = catalogue.projects[0]
    (card,) = cards_of(_answered(f"1. 図書館：「{library.content}」[1]", _cited(1, library)), catalogue).cards
    assert card.lead == ""


def test_more_than_fits_on_a_desk_becomes_a_list_to_choose_from() -> None:
    projects = tuple(_project(f"p-{n}", f"事業{n}", f"課{n}") for n in range(MOST_CARDS + 1))
    catalogue = Catalogue(documents=(), projects=projects, passages=())
    lines = "\n".join(["全5件です。", *(f"{n}. 事業{n}：{n}百万円[{n}]" for n in range(1, 6))])
    found = cards_of(_answered(lines, *(_cited(n, p) for n, p in enumerate(projects, 1))), catalogue)
    assert found.cards == ()
    assert found.headline == "全5件です。"
    assert [row.lead for row in found.rows][:2] == ["事業1：1百万円", "事業2：2百万円"]


def test_a_choice_is_made_for_the_matter_that_was_asked_about_and_is_no_matter_of_its_own(town: Catalogue) -> None:
    library, _, sea, hill = town.projects
    citations = (_cited(1, library), _cited(2, sea), _cited(3, hill))
    answer = _answered("中央図書館です。[1]\n海辺支所、山手支所も行います。[2][3]", *citations)
    asked = html.unescape(_result(Answering(answer), town, {"q": "引っ越し"}))
    address = asked.split("data-counter-choice", 1)[0].rsplit('href="#counter?', 1)[1].split('"')[0]
    chosen = parameters(address)
    assert chosen == {"q": "海辺支所管理事務の担当課はどこですか", "matter": "引っ越し（海辺支所）"}
    assistant = Answering(_answered("海辺支所です。[1]", _cited(1, sea)))
    shown = html.unescape(_result(assistant, town, chosen))
    assert [question.text for question in assistant.asked] == ["海辺支所管理事務の担当課はどこですか"]
    assert shown.count("ご用件：引っ越し（海辺支所）") == 2
    assert "受け持つ地域：海辺、岬" in _text_of(shown)


def test_the_branch_offices_go_onto_the_paper_and_into_the_text_and_no_word_to_who_types(town: Catalogue) -> None:
    library, _, sea, hill = town.projects
    citations = (_cited(1, library), _cited(2, sea), _cited(3, hill))
    answer = _answered("中央図書館です。[1]\n海辺支所、山手支所も行います。[2][3]", *citations)
    shown = html.unescape(_result(Answering(answer), town, {"q": "引っ越し"}))
    card = shown.split("</article>")[0]
    assert "<li>海辺支所　1ページ　受け持つ地域：海辺、岬</li>" in card
    assert "支所についても、計画書に書かれています：海辺支所、山手支所" in _text_of(shown)
    assert "書かないでください" not in card


def _text_of(shown: str) -> str:
    return shown.split("data-counter-text", 1)[1].split(">", 1)[1].split("</textarea>", maxsplit=1)[0]


def test_a_list_of_several_projects_is_headed_by_none_of_them_and_each_row_says_its_own() -> None:
    projects = tuple(_project(f"p-{n}", f"事業{n}", "道路課") for n in range(1, MOST_CARDS + 2))
    catalogue = Catalogue(documents=(), projects=projects, passages=())
    lines = "\n".join(f"事業{n}の予定は、次のとおりです。\n令和6年度：「点検」[{n}]" for n in range(1, MOST_CARDS + 2))
    shown = _result(
        Answering(_answered(lines, *(_cited(n, p) for n, p in enumerate(projects, 1)))), catalogue, {"q": "予定"}
    )
    assert "事業1の予定は、次のとおりです。" not in shown
    assert "5件の事業について書かれています" in shown
    rows = shown.split("data-counter-choice")[1:]
    assert [f"事業{n}" in row for n, row in enumerate(rows, 1)] == [True] * 5


def test_words_about_no_project_are_a_card_without_a_division(catalogue: Catalogue) -> None:
    citation = _cited(1, catalogue.projects[0], "令和５年度").model_copy(
        update={"project_id": None, "project_name": None, "divisions": ()}
    )
    (card,) = cards_of(_answered("期間は3か年です。[1]", citation), catalogue).cards
    assert (card.division, card.project, card.lead) == (None, None, "期間は3か年です。")


def test_a_place_alone_asks_for_its_branch_office(town: Catalogue) -> None:
    assistant = Answering(_answered("1件です。[1]", _cited(1, town.projects[2])))
    shown = _result(assistant, town, {"q": " 岬 "})
    assert [question.text for question in assistant.asked] == ["海辺支所"]
    assert "「岬」を受け持つのは、海辺支所です。" in shown


def test_each_line_is_somebody_else_s_matter_and_an_empty_one_asks_nothing(town: Catalogue) -> None:
    assistant = Answering(_answered("1件です。[1]", _cited(1, town.projects[0])))
    for line in ("図書館", "公園", "  "):
        _result(assistant, town, {"q": line})
    assert [(question.text, question.session_id) for question in assistant.asked] == [("図書館", None), ("公園", None)]


def test_a_card_can_be_taken_away_as_text_with_its_page_edition_and_notice(catalogue: Catalogue) -> None:
    assistant = Answering(_answered("中央図書館です。[1]", _cited(1, catalogue.projects[0])))
    shown = html.unescape(_result(assistant, catalogue, {"q": "本を借りたい"}))
    text = _text_of(shown)
    assert text.splitlines()[:3] == ["ご用件：本を借りたい", "担当課：中央図書館", "事業：図書館運営事業"]
    assert "「図書館の資料を整え、読書に親しむ機会をつくります。」（1ページ）" in text
    assert "みほん市実施計画（令和5年度～令和7年度）\n計画書に書かれていることだけ" in text


def test_a_card_opens_the_page_that_it_quotes_with_the_project_marked(catalogue: Catalogue) -> None:
    library = catalogue.projects[0]
    shown = _result(Answering(_answered("中央図書館です。[1]", _cited(1, library))), catalogue, {"q": "本"})
    assert f'href="/documents/mihon/pages/1?project={library.id}" target="_blank"' in shown


def test_topics_near_what_the_plan_does_not_say_are_offered_as_no_answer(town: Catalogue) -> None:
    near = Choice(label="図書館運営事業", question="図書館運営事業の内容は？", divisions=("中央図書館",))
    answer = _answered("書かれていません。", status="not_found", nearest=(near,), suggestions=("所管課の一覧は？",))
    shown = _result(Answering(answer), town, {"q": "本屋"})
    assert "近いことがら（お尋ねの答えではありません）" in shown
    assert shown.count("data-counter-choice") == 1
    assert "data-counter-card" not in shown


def test_what_the_plan_does_not_say_is_said_with_what_that_means_and_whom_to_reach(town: Catalogue) -> None:
    answer = _answered("書かれていません。", status="not_found", suggestions=("所管課の一覧は？",))
    shown = _result(Answering(answer), town, {"q": "宇宙旅行"})
    assert "計画書に書かれていません" in shown
    assert "市がそのことを行っていない、という意味ではありません" in shown
    assert "所管課の一覧は？" in shown
    assert "代表電話 00-0000" in shown
    assert "data-counter-card" not in shown


def test_html_in_the_line_and_in_the_plan_is_shown_and_never_run(catalogue: Catalogue) -> None:
    line = '<img src=x onerror=alert(1)>"{{x}}'
    shown = _result(Answering(_answered("公園課です。[1]", _cited(1, catalogue.projects[1]))), catalogue, {"q": line})
    context = PageContext(lambda: Answering(PlanAssistantError()), lambda: catalogue, lambda _: None)
    controls = render_controls(context, {"q": line}, Preferences())
    assert "<img" not in shown + controls
    assert "<b>" not in shown
    assert "&lt;b&gt;安全" in shown


def test_a_fault_of_the_assistant_is_told_as_one_of_ours(catalogue: Catalogue) -> None:
    with pytest.raises(PlanAssistantError):
        _result(Answering(RuntimeError("内部の事情")), catalogue, {"q": "図書館"})


def test_a_line_fits_into_an_address() -> None:
    assert MAX_LINE_CHARACTERS * 9 + len("q=") <= 2000
