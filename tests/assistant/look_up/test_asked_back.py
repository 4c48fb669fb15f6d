"""Where one word leads to several divisions: each is offered, and what is picked then is answered."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    ("question", "divisions"),
    [
        ("「審査の件」とだけ書いた付箋があります。どこへ渡せば", {"総務課", "会計課"}),
        ("計画の担当の方に代わってください", {"企画課", "公的不動産活用課"}),
        ("事務局の方をお願いします、とのこと", {"選挙管理委員会事務局", "監査委員事務局"}),
        ("マネジメントの件で電話です", {"行政マネジメント課", "都市整備総務課"}),
        ("「カンサ」か「ケンサ」か聞き取れませんでした", {"監査委員事務局", "契約検査課"}),
        ("会計か統計か、どちらかだそうです", {"会計課", "総務課"}),
    ],
)
def test_a_shared_word_is_asked_back_with_all_that_it_may_be(talk: Talk, question: str, divisions: set[str]) -> None:
    answer = talk(question)[-1]
    assert answer.status == "clarify"
    assert all(name in answer.answer for name in divisions)


@pytest.mark.parametrize(
    ("question", "division"),
    [
        ("検査の件で電話です", "契約検査課"),
        ("企画の担当の方をお願いします", "企画課"),
        ("住民票のことで、と言う方です", "市民課"),
        ("市民税か軽自動車税か分からないけど、課は同じ？", "市民税課"),
    ],
)
def test_what_one_division_is_called_by_is_answered(talk: Talk, question: str, division: str) -> None:
    answer = talk(question)[-1]
    assert answer.status == "answered"
    assert division in answer.answer


@pytest.mark.parametrize(
    ("pick", "division"),
    [("条例のほうだそうです", "総務課"), ("2番", "会計課"), ("支出命令書でした", "会計課"), ("納税課で", "納税課")],
)
def test_the_choice_is_taken_by_number_word_or_division(talk: Talk, pick: str, division: str) -> None:
    answer = talk("審査の件で電話です", pick)[-1]
    assert answer.status == "answered"
    assert division in answer.answer


def test_what_is_no_choice_is_a_question_of_its_own(talk: Talk) -> None:
    assert talk("審査の件で電話です", "粗大ごみの出し方を教えて")[-1].status == "not_found"


def test_of_divisions_called_alike_the_one_to_be_put_through_to_is_asked_back(talk: Talk) -> None:
    back, picked = talk("整備とつく課につないで", "都市のほう")
    assert (back.status, "2. 都市整備総務課" in back.answer, "3. " in back.answer) == ("clarify", True, False)
    assert "都市整備総務課が所管する事業" in picked.answer
    listed = talk("税とつく課を全部")[-1].answer
    assert ("資産税課" in listed, "財政課" in listed) == (True, False)


def test_a_name_is_picked_by_its_sound(talk: Talk) -> None:
    answer = talk("シミンカ？シミンゼイカ？", "「ゼイ」が入るほう")[-1]
    assert "市民税課" in answer.answer


@pytest.mark.parametrize(
    ("question", "divisions"),
    [
        ("①戸籍 ②入札 ③監査。どこですか", {"市民課", "契約検査課", "監査委員事務局"}),
        ("表彰と督促と期日前投票、三つともどこ？", {"秘書課", "納税課", "選挙管理委員会事務局"}),
        ("予算と決算は同じ課ですか", {"財政課", "会計課"}),
    ],
)
def test_each_of_several_matters_is_found(talk: Talk, question: str, divisions: set[str]) -> None:
    answer = talk(question)[-1]
    assert divisions <= {name for citation in answer.citations for name in citation.divisions}


def test_a_claim_on_several_matters_is_checked_for_all(talk: Talk) -> None:
    answer = talk("給料も採用試験も会計課ですよね")[-1]
    assert answer.answer.startswith("いいえ")
    assert {"給与等管理事務", "人事管理事務"} <= {citation.project_name for citation in answer.citations}
