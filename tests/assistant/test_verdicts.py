"""A yes or a no is asked of something that the city does, or was heard to do: the verdict is said first."""

from collections.abc import Callable

import pytest

from assistant.understand.whether import find_written
from corpus.records import Answer

Talk = Callable[..., list[Answer]]
_YES, _NO = "はい、計画に書かれています。", "いいえ、計画に書かれています。"


@pytest.mark.parametrize(
    "question",
    [
        "旧諸戸邸は直すらしいね",
        "庁舎の耐震化はやってるの？",
        "公共施設は統合されるって",
        "市役所を建て替えるって本当？",
    ],
)
def test_a_deed_that_is_printed_is_said_to_be_so(talk: Talk, question: str) -> None:
    assert talk(question)[-1].answer.startswith(_YES)


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        ("梶原四丁目用地は貸すの？", "貸す"),
        ("扇湖山荘を取り壊すって聞いた", "取り壊す"),
    ],
)
def test_a_deed_that_the_schedule_of_the_thing_lacks_is_said_to_be_unwritten(
    talk: Talk, question: str, deed: str
) -> None:
    assert f"「{deed}」とは、この計画に書かれていません" in talk(question)[-1].answer.split("\n")[0]


@pytest.mark.parametrize("question", ["税金が下がるって本当", "保育所を増やすの？", "市役所は駅前に引っ越すの？"])
def test_what_no_record_says_is_not_told_as_a_plan(talk: Talk, question: str) -> None:
    answer = talk(question)[-1]
    assert answer.status == "not_found"
    assert "お尋ねのとおりかどうかは" in answer.answer


def test_a_denied_deed_that_is_printed_is_put_right(talk: Talk) -> None:
    assert talk("旧諸戸邸は改修しないの？")[-1].answer.startswith(_NO)


def test_a_deed_alone_is_asked_of_the_thing_at_hand(talk: Talk) -> None:
    *_, sold, surveyed = talk("扇湖山荘の工程は", "売ってしまうの？", "調査はするの？")
    assert "「売る」とは" in sold.answer
    assert surveyed.answer.startswith(_YES)


def test_what_people_may_do_is_not_promised_where_the_plan_only_tells_of_the_means(talk: Talk) -> None:
    answer = talk("インターネットで申請できるようになりますか")[-1].answer
    assert answer.startswith("できるかどうかまでは、この計画に書かれていません。")


@pytest.mark.parametrize(
    ("question", "status", "said"),
    [
        ("計画にナッジのことは書いてある？", "answered", _YES),
        ("地震のことは何も書いていないんですか", "answered", _NO),
        ("計画に業者登録の方法は書かれていますか", "not_found", "業者登録の方法は、この計画には書かれていません"),
    ],
)
def test_whether_something_is_written_at_all_is_said(talk: Talk, question: str, status: str, said: str) -> None:
    answer = talk(question)[-1]
    assert answer.status == status
    assert said in answer.answer


def test_who_handles_a_matter_gets_no_verdict(talk: Talk) -> None:
    assert talk("側溝を直すのはどの課？")[-1].answer.startswith("お尋ねの件は、作業センター")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("契約事務と検査事務は担当が同じ？", "はい、同じです。"),
        ("契約事務と会計事務の課は同じですか", "いいえ、同じではありません。"),
        ("契約事務と検査事務は所管が違うの？", "いいえ、同じです。"),
    ],
)
def test_whether_two_have_one_division_is_said_of_that_alone(talk: Talk, question: str, said: str) -> None:
    assert talk(question)[-1].answer.startswith(said)


def test_all_that_was_told_of_in_the_talk_is_compared(talk: Talk) -> None:
    assert talk("採用試験の担当は", "研修は", "結局ぜんぶ同じ課？")[-1].answer.startswith("はい、同じです。")
    assert talk("採用試験の担当は", "側溝の掃除は", "全部同じ課ですか")[-1].answer.startswith("いいえ")


def test_whether_a_thing_is_of_the_project_at_hand_is_said(talk: Talk) -> None:
    assert talk("旧諸戸邸の工程は", "扇湖山荘と同じ事業？")[-1].answer.startswith("はい、同じです。")
    assert talk("旧諸戸邸の工程は", "新庁舎と同じ事業ですか")[-1].answer.startswith("いいえ")


def test_a_day_that_what_is_at_hand_prints_is_confirmed(talk: Talk) -> None:
    right, wrong = talk("固定資産税の担当課はどこですか", "1月1日に持ってた人にかかるんですよね", "4月1日ですか")[1:]
    assert right.answer.startswith("はい")
    assert wrong.answer.startswith("いいえ、4月1日ではなく、1月1日です。")


def test_an_amount_is_put_right_in_the_unit_that_was_used(talk: Talk) -> None:
    assert talk("スマートシティ推進事業は6億円でしたよね")[-1].answer.startswith(
        "いいえ、6億円ではなく、6,700万円です。"
    )
    assert "1,300百万円ではなく、1,357百万円" in talk("本庁舎等整備事業は1,300百万円ですよね")[-1].answer


@pytest.mark.parametrize(
    ("told", "said"), [("それは1年分ですか", "いいえ、1年分ではなく、3か年の合計です。"), ("それは3年分ですか", "はい")]
)
def test_how_many_years_a_cost_just_told_is_of_is_said(talk: Talk, told: str, said: str) -> None:
    assert talk("スマートシティ推進事業の推計事業費は", told)[-1].answer.startswith(said)
    assert talk("行財政運営の推計事業費はいくらですか", told)[-1].answer.startswith(said)


def test_a_cost_just_told_is_not_taken_for_that_of_one_thing(talk: Talk) -> None:
    answer = talk("たまなわ交流センターの工事はどこの課", "予算はいくら", "それは、たまなわだけの金額ですか")[-1].answer
    assert answer.startswith("「たまなわ」だけの額は、この計画には書かれていません。")


def test_whether_works_are_over_by_now_is_not_guessed(talk: Talk) -> None:
    answer = talk("たまなわ交流センターの工事はいつ", "もう終わったの？")[-1].answer
    assert "「終わった」とは、この計画に書かれていません" in answer
    assert "令和7年度" in answer


def test_a_division_that_shares_a_project_is_confirmed_as_one_of_them(talk: Talk) -> None:
    answer = talk("財産管理事務の担当課は", "基金のことなら財政課ですよね")[-1].answer
    assert answer.startswith("はい、財政課は所管課の一つです。所管課は財政課、公的不動産活用課です。")
    only = talk("財産管理事務の担当課は", "土地の貸付けは公的不動産活用課だけですか")[-1].answer
    assert only.startswith("いいえ、公的不動産活用課だけではありません。")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("証明書は納税課でいいの？", "はい、納税課は所管課の一つです。"),
        ("税金は資産税課ですか", "はい、資産税課は所管課の一つです。"),
    ],
)
def test_one_reading_of_a_broad_word_is_not_denied(talk: Talk, question: str, said: str) -> None:
    assert talk(question)[-1].answer.startswith(said)


def test_nothing_is_denied_where_a_division_only_tells_the_place(talk: Talk) -> None:
    assert not talk("深沢支所の床がへこんでいる、どこが直す")[-1].answer.startswith("いいえ")


def test_a_year_of_a_deed_is_held_against_the_project_at_hand(talk: Talk) -> None:
    answer = talk("旧諸戸邸の工事にいくらかかりますか", "改修工事は令和6年度からですよね")[-1].answer
    assert answer.startswith("いいえ、令和6年度ではありません。")
    assert "「旧諸戸邸の改修及び整備」は、令和7年度" in answer


def test_what_the_total_comes_to_in_a_year_is_judged(talk: Talk) -> None:
    answer = talk("行財政運営の推計事業費はいくらですか", "それって年に30億円？")[-1].answer
    assert answer.startswith("いいえ、30億円ではなく、219億2,500万円です。")


@pytest.mark.parametrize("text", ["計画期間のうちに工事は始まりますか", "工事はもう始まっていますか"])
def test_a_duty_does_not_tell_whether_works_have_begun(talk: Talk, text: str) -> None:
    assert talk("新庁舎の整備の担当は", text)[-1].status == "not_found"


def test_what_is_said_to_be_written_of_a_branch_office_is_no_yes(talk: Talk) -> None:
    answer = talk("課税証明書は深沢支所で出せますか", "では大船支所なら出せると書いてありますか")[-1]
    assert not answer.answer.startswith("はい")


def test_an_entry_of_a_list_around_the_tables_is_written(talk: Talk) -> None:
    answer = talk("還付のことは計画に書いてあるの")[-1].answer
    assert answer.startswith("はい")
    assert "市税等過誤納還付金" in answer


def test_a_day_that_is_only_told_is_no_claim(talk: Talk) -> None:
    assert "いいえ" not in talk("1月10日に引っ越してきました。住民税は鎌倉に払うんですか")[-1].answer
    assert talk("固定資産税の基準は4月1日ですよね")[-1].answer.startswith("いいえ、4月1日ではなく、1月1日です。")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("本庁舎等整備事業は1,357千円で合っていますか", "いいえ、1,357千円ではなく、1,357百万円です。"),
        ("設計事務は2,930万円ですか", "いいえ、2,930万円ではなく、2億9,300万円です。"),
    ],
)
def test_a_sum_is_put_right_in_the_words_it_was_said_in(talk: Talk, text: str, said: str) -> None:
    assert talk(text)[-1].answer.startswith(said)


def test_what_the_thing_at_hand_has_nothing_of_is_said_to_be_unwritten(talk: Talk) -> None:
    answer = talk("梶原四丁目用地の予定を教えて", "何を建てるの？")[-1].answer
    assert "「建てる」とは、この計画に書かれていません" in answer.split("\n")[0]


@pytest.mark.parametrize(("text", "is_written"), [("漁船の補助は出ますか", False), ("漁船のことは出ていますか", True)])
def test_money_that_is_given_is_not_what_is_written(text: str, is_written: bool) -> None:
    assert (find_written(text) is not None) == is_written
