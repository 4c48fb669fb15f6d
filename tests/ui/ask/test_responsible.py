"""Which divisions of an answer get a card."""

from collections.abc import Callable

import pytest

from corpus.catalogue import Catalogue
from corpus.records import Answer, Citation, Edition
from ui.ask.conversation import Conversation
from ui.ask.render import render_conversation
from ui.ask.responsible import responsibility
from ui.texts import load_texts


def _cited(marker: int, *divisions: str, project: str = "道路事業", page: int = 1) -> Citation:
    return Citation(
        marker=marker, document_id="d", document_title="計画", section="事業", page=page, project_id=project,
        project_name=project, divisions=divisions, quote="引用", start=0, end=2,
    )  # fmt: skip


def _answer(text: str, *citations: Citation, **fields: object) -> Answer:
    values = {"answer_id": "a", "session_id": "s", "status": "answered", "elapsed_ms": 1.0} | fields
    return Answer.model_validate(
        {**values, "answer": text, "citations": citations, "edition": Edition(title="計画", period="")}
    )


def test_the_card_has_the_citation_that_names_the_division() -> None:
    schedule, table = _cited(1, "公園課", page=7), _cited(2, "公園課", page=4)
    found = responsibility(_answer("予定は「点検」です。[1]\n所管課は、公園課です。[2]", schedule, table))
    assert [(card.divisions, [c.page for c in card.citations]) for card in found.cards] == [(("公園課",), [4])]


def test_divisions_of_one_project_share_a_card_and_a_project_is_named_once() -> None:
    park = _cited(1, "公園課", "緑化推進課")
    found = responsibility(_answer("公園課と緑化推進課です。[1]\n公園課が点検します。[1]", park))
    assert [(card.divisions, len(card.citations)) for card in found.cards] == [(("公園課", "緑化推進課"), 1)]


def test_of_many_divisions_the_first_has_the_card_and_the_others_a_line_each() -> None:
    branches = [_cited(n, f"第{n}支所", project=f"支所{n}") for n in range(2, 6)]
    text = "市民課です。[1]\n第2支所、第3支所、第4支所、第5支所も受け付けます。[2][3][4][5]"
    found = responsibility(_answer(text, _cited(1, "市民課", project="戸籍"), *branches))
    assert [card.divisions for card in found.cards] == [("市民課",)]
    assert [other.divisions[0] for other in found.others] == ["第2支所", "第3支所", "第4支所", "第5支所"]


def test_of_several_projects_with_a_line_each_none_gets_the_card_of_all() -> None:
    citations = [_cited(n, f"課{n}", project=f"事業{n}") for n in range(1, 6)]
    text = "\n".join(f"事業{n}の予定は、次のとおりです。\n事業{n}の所管課は、課{n}です。[{n}]" for n in range(1, 6))
    found = responsibility(_answer(text, *citations))
    assert (found.cards, found.others) == ((), ())


def test_two_matters_get_a_card_each_and_the_branch_offices_stand_beside() -> None:
    branches = [_cited(n, f"第{n}支所", project=f"支所{n}") for n in (2, 3)]
    text = "市民課です。[1]\n第2支所、第3支所も受け付けます。[2][3]\n資産税課です。[4]"
    found = responsibility(_answer(text, _cited(1, "市民課"), *branches, _cited(4, "資産税課", project="税")))
    assert [card.divisions[0] for card in found.cards] == ["市民課", "資産税課"]
    assert [other.divisions[0] for other in found.others] == ["第2支所", "第3支所"]


def test_a_list_of_one_divisions_projects_has_one_card_with_their_number(catalogue: Catalogue) -> None:
    citations = [_cited(n, "公園課", project=f"事業{n}") for n in range(1, 6)]
    lines = "\n".join(f"{n}. 事業{n}（公園課）[{n}]" for n in range(1, 6))
    answer = _answer(lines, *citations, projects=catalogue.projects)
    (card,) = responsibility(answer).cards
    assert (card.named, len(card.citations)) == ((), 5)
    html = render_conversation(Conversation().asking("公園課の事業は").answered(answer), catalogue, load_texts())
    assert "5事業を担当しています" in html


@pytest.mark.parametrize("status", ["not_found", "clarify"])
def test_what_is_no_answer_has_no_card(status: str) -> None:
    assert responsibility(_answer("公園課ではありません。[1]", _cited(1, "公園課"), status=status)).cards == ()


def test_an_answer_that_names_no_division_has_no_card() -> None:
    assert responsibility(_answer("遊具を点検します。[1]", _cited(1, "公園課"))).cards == ()


@pytest.fixture
def listing(catalogue: Catalogue) -> Callable[[int], str]:
    def make(rows: int) -> str:
        citations = [_cited(n, f"課{n}", project=f"事業{n}") for n in range(1, rows + 1)]
        lines = "\n".join(f"{n}. 事業{n}（課{n}）[{n}]" for n in range(1, rows + 1))
        answer = _answer(lines, *citations, projects=catalogue.projects)
        return render_conversation(Conversation().asking("すべて").answered(answer), catalogue, load_texts())

    return make


def test_a_list_of_many_divisions_has_no_cards_and_is_folded_after_its_beginning(listing: Callable[[int], str]) -> None:
    html = listing(60)
    assert 'class="in-charge"' not in html
    shown, folded = html.split('<details class="rest">')
    assert (shown.count("<li value="), folded.count("<li value=")) == (10, 50)
    assert "残りの50件を見る" in folded


def test_a_list_that_fits_a_screen_is_not_folded_and_not_repeated(listing: Callable[[int], str]) -> None:
    html = listing(12)
    assert "<details" not in html
    assert html.count("<li value=") == 12
