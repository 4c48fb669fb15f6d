"""Talk about the answers and about the plan itself: in plainer words, what can be asked, what plan this is."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    "wish", ["むずかしいです。もう少しやさしく言ってください", "やさしい日本語で説明して", "よくわからないんですが"]
)
def test_the_answer_before_is_given_in_plain_japanese_where_that_is_wished(talk: Talk, wish: str) -> None:
    first, plain, then = talk("文書管理事務はどの課の担当ですか", wish, "その課のほかの事業は")
    assert plain.status == "answered"
    assert plain.citations == first.citations
    assert "この仕事をする課は" in plain.answer
    assert plain.answer != first.answer
    assert "統計事務" in then.answer


def test_with_nothing_said_before_it_is_asked_what_to_put_more_simply(talk: Talk) -> None:
    assert "やさしく言いかえましょうか" in talk("もっと簡単にお願いします")[-1].answer


@pytest.mark.parametrize("question", ["この計画って何が書いてあるんですか", "これは何の計画ですか"])
def test_what_the_plan_is_at_all_is_told_by_its_title_and_period(talk: Talk, question: str) -> None:
    answer = talk(question)[-1].answer
    assert "鎌倉市実施計画" in answer
    assert "令和5年度～令和7年度" in answer


@pytest.mark.parametrize("question", ["じゃあ何なら聞けますか", "それでは何がわかるの"])
def test_what_can_be_asked_is_told_however_it_is_put(talk: Talk, question: str) -> None:
    assert "お答えします" in talk(question)[-1].answer


@pytest.mark.parametrize(
    ("question", "division"),
    [
        ("住民税を払いたいんですけど", "納税課"),
        ("固定資産税を納める窓口", "納税課"),
        ("固定資産税を払うのは誰ですか", "資産税課"),
    ],
)
def test_whoever_wants_to_pay_a_tax_is_sent_where_it_is_collected(talk: Talk, question: str, division: str) -> None:
    assert talk(question)[-1].citations[0].divisions == (division,)


def test_a_number_that_is_no_code_asks_for_none(talk: Talk) -> None:
    answer = talk("個人番号カードの受取り")[-1]
    assert answer.citations[0].divisions == ("市民課",)
    assert "事業CD" not in answer.answer


def test_the_divisions_of_a_set_are_counted(talk: Talk) -> None:
    assert "5課" in talk("重点事業を受け持つ課は全部で何課ですか")[-1].answer


def test_principles_are_counted_and_not_the_items_of_schedules(talk: Talk) -> None:
    first, second = talk("推進に向けた考え方は何項目ですか", "3番目は？")
    assert "5つ" in first.answer
    assert "③" in second.answer


def test_many_projects_without_what_is_asked_are_counted_not_named(talk: Talk) -> None:
    assert "43件の事業の推計事業費" in talk("重点事業ではない事業の推計事業費は")[-1].answer


def test_a_complaint_about_a_matter_is_the_matters_own(talk: Talk) -> None:
    answer = talk("側溝の詰まりの苦情は市民課でよかったでしょうか")[-1].answer
    assert answer.startswith("いいえ、市民課ではなく、作業センターです。")


def test_where_somebody_lives_picks_the_office_that_serves_the_place(talk: Talk) -> None:
    assert talk("支所に行きたいのですが", "岩瀬に住んでいます")[-1].citations[0].divisions == ("大船支所",)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("計画は全部で657億円と聞きましたが本当ですか", "はい"),
        ("計画は全体で600億円と聞きましたが本当ですか", "いいえ"),
        ("税金の相談は納税課ですよね", "はい、納税課"),
        ("税金の相談は財政課ですよね", "いいえ、財政課ではなく"),
    ],
)
def test_what_is_held_out_is_right_or_wrong_as_the_plan_has_it(talk: Talk, question: str, begins: str) -> None:
    assert talk(question)[-1].answer.startswith(begins)


def test_a_leak_of_numbers_is_no_matter_of_the_card(talk: Talk) -> None:
    assert talk("マイナンバーの情報がもれないか心配です")[-1].citations[0].divisions == ("デジタル戦略課",)


def test_a_centre_that_a_schedule_prints_is_no_unknown_division(talk: Talk) -> None:
    assert "お尋ねの課は" not in talk("玉縄の交流センターも直しますか")[-1].answer


def test_the_things_that_something_is_done_to_are_told_one_by_one(talk: Talk) -> None:
    answer = talk("外壁を直す施設はどれですか")[-1].answer
    assert all(
        name in answer for name in ("台在宅福祉サービスセンター", "今泉さわやかセンター", "たまなわ交流センター")
    )
    assert "旧諸戸邸" not in answer
    assert "今泉さわやかセンター" not in talk("どの建物を新しく建てますか")[-1].answer


@pytest.mark.parametrize(
    ("claim", "begins"),
    [
        ("所管は財政課ですね", "いいえ、財政課ではなく、公的不動産活用課です。"),
        ("公的不動産活用課？", "はい、公的不動産活用課"),
        ("公的不動産活用課だけ？", "はい、公的不動産活用課"),
        ("何課？", "車両管理事務の所管課は、公的不動産活用課です。"),
    ],
)
def test_a_division_held_out_for_what_was_spoken_of_gets_yes_or_no(talk: Talk, claim: str, begins: str) -> None:
    assert talk("公用車の手配はどの課ですか", claim)[-1].answer.startswith(begins)


def test_a_division_named_after_a_list_is_asked_what_it_carries(talk: Talk) -> None:
    assert "会計事務" in talk("財政課の事業は", "会計課？")[-1].answer
