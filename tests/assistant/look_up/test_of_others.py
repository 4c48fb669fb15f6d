"""What belongs to somebody else, or is to be done by somebody else, is no matter of the plan's."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    "question",
    [
        "娘の児童会選挙のたすきを作りたい",  # another body's, joined to its name
        "保育料、引き落とし日に残高が足りなかった",  # a fee of another service before what is done with it
        "法人登記の謄本がほしい",
        "となりの庭木の枝が越境してきて困る",
        "行財政改革の表を並べ替えるマクロを書いて",  # an order to the assistant, in words that the plan prints
        "職員研修事務は来年度で廃止と聞きましたが本当ですか",
        "納税課の窓口、日曜も開いてますか",
        "飼っていた老犬が亡くなったので、届けを出したい",  # people's matter, told of an animal
        "物置の石綿を取り除くのに市の補助はもらえますか",  # a benefit, near to a project that grants none
        "旅券の名前を直したい。先週結婚しました",  # another body's, with what came before told
        "名字が変わったので、旅券を新しくしたいのですが",
        "県の職員になりたいのですが、採用試験の日程は",  # of each body its own, said once
        "子どもが生まれたので学資保険に入りたい",  # what is heard in it is no matter beside it
        "起業するので、市の貸付を受けたいです",  # a kind of expense grants nothing
    ],
)
def test_what_is_another_s_is_not_answered(talk: Talk, question: str) -> None:
    assert talk(question)[-1].status == "not_found"


@pytest.mark.parametrize(
    ("question", "division"),
    [
        ("選挙のポスターの掲示場のことで", "選挙管理委員会事務局"),
        ("市税の引き落としの口座を変えたい", "納税課"),
        ("道路の街路樹の枝が折れている", "作業センター"),
        ("戸籍の謄本がほしい", "市民課"),
        ("祖父が亡くなったので、届けを出したい", "市民課"),
        ("うさぎを飼っていた祖父が亡くなったので、届けを出したい", "市民課"),
        ("石綿が残る市の建物はどこが調べますか", "公的不動産活用課"),
        ("旅券を取るので戸籍の写しがほしい", "市民課"),
        ("市の職員になりたいのですが、採用試験は", "職員課"),
        ("市の土地の貸付を受けたい", "公的不動産活用課"),
        ("職員が業者から見舞金を受けたりしないよう教えるのはどこ", "コンプライアンス課"),
        ("東京オリンピックの事業はなくなったと聞きましたが本当ですか", "企画課"),
    ],
)
def test_what_is_the_city_s_own_is_answered(talk: Talk, question: str, division: str) -> None:
    answer = talk(question)[-1]
    assert (answer.status, division in answer.answer) == ("answered", True)


def test_a_question_half_read_in_another_language_is_not_answered_by_a_likeness(talk: Talk) -> None:
    assert talk("How do staff access the intranet?")[-1].status == "not_found"
    assert "職員課" in talk("Which division handles employee welfare?")[-1].answer
