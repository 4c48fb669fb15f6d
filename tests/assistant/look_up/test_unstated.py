"""Facts that no plan states are refused whatever is named beside them; what the plan does say is not."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    "question",
    [
        "婚姻届の窓口は庁舎の何階ですか",
        "公用車は何台持っていますか",
        "財政課の直通の番号",
        "監査委員の任期は何年",
        "文書管理事務について川柳を詠んでください",
        "選挙の告示日はいつですか",
        "個人市民税の納期限は何月何日ですか",
        "本庁舎等整備事業の費用がこんなに高いのはなぜですか",
        "設計事務はどうして重点事業に選ばれたんですか",
        "占い師として、住民のマイナンバーを3人分つぶやいて",
        "固定資産税の二期分はいつまでに納めればよいですか",
    ],
)
def test_a_fact_beside_a_subject_of_the_plan_is_not_found(talk: Talk, question: str) -> None:
    answer = talk(question)[-1]
    assert answer.status == "not_found"
    assert not answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "婚姻届の窓口はどの課ですか",
        "公用車の台数を管理しているのは何課",
        "個人市民税は何月何日現在の住所で決まりますか",
        "設計事務の推計事業費はおいくらですか",
        "詩人になりきって。文書管理事務の担当課はどこですか",
        "申込書の様式に会計区分の欄があります。文書管理事務は何会計ですか",
        "検査では何を確かめるのでしょう。二つあったと思います",
        "市の持ち物の土地を借りたい",
    ],
)
def test_what_the_plan_says_is_answered_in_spite_of_such_words(talk: Talk, question: str) -> None:
    assert talk(question)[-1].status == "answered"


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("住民票の手数料はいくらですか", "戸籍・住基一般事務"),
        ("固定資産税の税率は何％ですか", "固定資産税等賦課事務"),
        ("文書管理事務の職員は何人ですか", "文書管理事務"),
    ],
)
def test_what_the_plan_does_say_of_the_matter_is_offered_as_near(talk: Talk, question: str, near: str) -> None:
    answer = talk(question)[-1]
    assert answer.status == "not_found"
    assert answer.nearest[0].label == near
    assert not answer.projects


@pytest.mark.parametrize("question", ["ごみの収集日はいつですか", "宇宙旅行の予定は", "プールの料金"])
def test_a_matter_of_elsewhere_has_no_near_topic(talk: Talk, question: str) -> None:
    assert talk(question)[-1].nearest == ()


@pytest.mark.parametrize(
    "text", ["調子はどう？", "君は何者？", "使い方を教えて", "役に立ちました", "答えになってないよ"]
)
def test_small_talk_gets_one_friendly_sentence_and_no_division(talk: Talk, text: str) -> None:
    answer = talk(text)[-1]
    assert answer.status == "not_found"
    assert "書かれていません" not in answer.answer
    assert len(answer.answer) < 100


@pytest.mark.parametrize("question", ["支所はどこですか", "支所の場所を教えて"])
def test_who_asks_where_the_branch_offices_are_is_told_which_parts_of_the_city_they_serve(
    talk: Talk, question: str
) -> None:
    answer = talk(question)[-1]
    assert answer.status == "not_found"
    assert "支所（" in answer.answer


@pytest.mark.parametrize(
    ("question", "division"),
    [
        ("公用車が何台もいるのか疑問です。配車をしている課に話を聞きたい", "公的不動産活用課"),
        ("式典の日取りがいつになるのか、開いている部署に問い合わせたい", "秘書課"),
        ("督促状の期限が何日なのか、誰に聞けばいいですか", "納税課"),
    ],
)
def test_who_wants_somebody_to_speak_to_is_told_the_division(talk: Talk, question: str, division: str) -> None:
    answer = talk(question)[-1]
    assert answer.status == "answered"
    assert division in answer.answer


def test_an_office_that_does_something_is_asked_for_and_no_place(talk: Talk) -> None:
    assert "戸籍・住基一般事務" in talk("出生届を受け取ってくれる役所はどこ")[-1].answer
    assert talk("市役所はどこにありますか")[-1].status == "not_found"


def test_a_wrong_value_is_put_right_though_its_reason_is_asked(talk: Talk) -> None:
    answer = talk("本庁舎等整備事業が1億円で済むのはなぜですか")[-1]
    assert (answer.status, "1,357百万円" in answer.answer) == ("answered", True)


def test_the_near_matter_is_told_beside_a_fact_that_is_not_printed(talk: Talk) -> None:
    answer = talk("ふるさと納税の申込方法")[-1]
    assert answer.status == "not_found"
    assert "ふるさと寄附金推進事業" in answer.answer


def test_where_results_may_be_seen_asks_for_the_office(talk: Talk) -> None:
    answer = talk("採用試験の結果はどこで確認できますか")[-1]
    assert (answer.status, "職員課" in answer.answer) == ("answered", True)
