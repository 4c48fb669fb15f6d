"""What is said around the tables of a tiny invented plan, asked for in people's own words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from assistant.conversation import ConversationState
from assistant.look_up.findings import OfText

if TYPE_CHECKING:
    from assistant.compose.draft import Draft
    from assistant.look_up.findings import Finding

    Tell = Callable[..., tuple[Finding, Draft]]


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        pytest.param(
            "市の借金についての方針は？", "市債の残高を毎年度減らします", "財政調整基金", id="a word of policy"
        ),
        pytest.param("貯金はどれだけ保つと書いてありますか", "標準財政規模の一割", "市債", id="the other sentence"),
        pytest.param("在宅勤務は進める方針ですか", "テレワーク）を広げます", "育児休業", id="working from home"),
        pytest.param("使っていない土地を売るつもりはある？", "未利用地の売却", "キャッシュレス", id="land for sale"),
        pytest.param(
            "手数料をスマホで払えるようにする考えは書いてある？", "キャッシュレス化", "未利用地", id="unstated fee"
        ),
    ],
)
def test_only_the_sentence_that_answers_is_quoted(tell: "Tell", question: str, said: str, not_said: str) -> None:
    _, draft = tell(question)
    assert draft.status == "answered"
    assert said in draft.text
    assert not_said not in draft.text
    assert [said in citation.quote for citation in draft.citations] == [True]


def test_what_a_term_stands_for_is_told_by_the_sentence_that_has_it_in_brackets(tell: "Tell") -> None:
    assert "職場の外で働く形（テレワーク）" in tell("テレワークとは何ですか")[1].text


def test_a_sentence_of_a_principle_stands_under_its_title(tell: "Tell") -> None:
    assert "「② 働き続けられる職場」" in tell("男の人の育休について書いてありますか")[1].text


def test_which_division_does_something_is_not_answered_from_text_that_names_none(tell: "Tell") -> None:
    assert not isinstance(tell("テレワークを進めている部署はどこですか")[0], OfText)


@pytest.mark.parametrize("question", ["予防接種の方針は書いてありますか", "商店街の考え方は？", "手数料はいくらですか"])
def test_what_no_sentence_says_is_not_in_the_plan(tell: "Tell", question: str) -> None:
    assert tell(question)[1].status == "not_found"


def test_what_a_project_prints_is_not_answered_from_the_text_around_it(tell: "Tell") -> None:
    finding, _ = tell("水路の台帳を電子化しているのはどの課ですか")
    assert not isinstance(finding, OfText)


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("考え方を全部教えてください", ["①", "②", "③"]),
        ("考え方の2番目は？", ["②"]),
        ("③には何が書いてありますか", ["③"]),
        ("市政経営の考え方の見出しを全部並べて", ["①", "②", "③"]),
        ("市政経営のための3項目のタイトルは", ["①", "②", "③"]),
        ("最後の考え方には何とありますか", ["③"]),
        ("働き続けられる職場とはどういうことですか", ["②"]),
    ],
    ids=["all", "by number", "by mark", "all headings", "as many headings", "last", "by title"],
)
def test_principles_are_told_as_they_are_asked_for(tell: "Tell", question: str, titles: list[str]) -> None:
    text = tell(question)[1].text
    assert [mark for mark in "①②③" if mark in text] == titles


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("総額に職員の人件費は入っていますか", "はい、「職員給与費」"),
        ("借金の返済は市政経営の経費に含まれる？", "はい、「元金償還金」"),
        ("予備費は市政経営に含まれないんですよね", "いいえ、「予備費」も含まれる"),
        ("議員の報酬は市政経営の費用に含まれますか", "いいえ、お尋ねのもの"),
        ("市政経営には、ほかにどんな経費が含まれますか", "計画には、実施事業のほかに"),
    ],
    ids=["everyday word", "debt", "denied", "not in the list", "the list"],
)
def test_what_the_total_includes_is_answered_for_the_item_asked(tell: "Tell", question: str, begins: str) -> None:
    _, draft = tell(question)
    assert draft.text.startswith(begins)
    assert "含まれる経費は、4種類です" in draft.text


def test_another_item_may_follow_in_the_conversation(tell: "Tell") -> None:
    assert tell("支払利子は？", ConversationState(field="included"))[1].text.startswith("はい、「支払利子」")


def test_the_total_in_a_year_is_said_to_be_computed(tell: "Tell") -> None:
    text = tell("市政経営全体の事業費は1年あたりいくら？")[1].text
    assert "20,002百万円（200億200万円）" in text
    assert "5,000.5百万円（50億50万円）" in text
    assert "計算した値" in text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("橋りょう修繕計画はいつ策定されましたか", "平成30年（2018年）12月策定"),
        ("学校再編計画の策定年月は？", "令和2年2月策定"),
        ("修繕計画は令和2年に作られたんですよね", "いいえ、令和2年ではありません"),
        ("学校再編計画って令和2年だっけ", "はい、そのとおりです"),
        ("2018年にできた計画は何という名前ですか", "霧之原市橋りょう修繕計画"),
    ],
)
def test_the_date_of_a_plan_is_the_one_printed_behind_its_name(tell: "Tell", question: str, said: str) -> None:
    assert said in tell(question)[1].text


@pytest.mark.parametrize(
    "question", ["耐震化計画はいつ策定された？", "霧之原市観光計画の策定時期は", "この計画はいつ作られた？"]
)
def test_a_plan_without_a_printed_date_has_none(tell: "Tell", question: str) -> None:
    _, draft = tell(question)
    assert draft.status == "not_found"
    assert "策定時期は、この計画には書かれていません" in draft.text


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("この計画は何年度から何年度まで？", "この計画の期間は、令和8年度から令和11年度まで（4か年）です"),
        ("計画期間は何年間ですか", "この計画の期間は"),
        ("この計画は令和7年度からですよね", "いいえ、令和7年度からではありません"),
        ("この計画は令和8年度から令和11年度までですか", "はい、そのとおりです"),
        ("この計画は5か年計画ですか", "いいえ、5か年ではありません"),
    ],
)
def test_the_plan_s_own_period_is_told_where_its_years_are_printed(tell: "Tell", question: str, begins: str) -> None:
    _, draft = tell(question)
    assert draft.text.startswith(begins)
    assert [citation.quote for citation in draft.citations] == ["令和８年度 令和９年度 令和10年度 令和11年度"]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        pytest.param("育児休業はどの項目で扱われていますか", "② 働き続けられる職場", id="which of the headings"),
        pytest.param("財政調整基金のくだりは柱の何番目にありますか", "① むだのない財政", id="which number"),
    ],
)
def test_the_heading_that_holds_a_matter_is_said(tell: "Tell", question: str, title: str) -> None:
    _, draft = tell(question)
    assert f"「{title}」" in draft.text


@pytest.mark.parametrize(
    "question",
    ["考え方は何本立てか、題も添えて挙げてください", "考え方の見出しを上から順番どおりに"],
)
def test_words_of_asking_are_no_matter_of_the_headings(tell: "Tell", question: str) -> None:
    _, draft = tell(question)
    assert all(title in draft.text for title in ("① むだのない財政", "② 働き続けられる職場", "③ 施設の長寿命化"))


def test_two_headings_are_named_by_their_numbers(tell: "Tell") -> None:
    _, draft = tell("考え方の1つ目と3つ目の題は")
    assert "「① むだのない財政」" in draft.text
    assert "「③ 施設の長寿命化」" in draft.text
    assert "働き続けられる職場" not in draft.text


def test_a_quoted_phrase_of_the_text_alone_is_found_there(tell: "Tell") -> None:
    assert "新たな財源を確保します" in tell("新たな財源という文言はどのあたりにありますか")[1].text
