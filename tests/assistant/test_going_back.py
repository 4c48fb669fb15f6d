"""Follow-ups that go back to an earlier answer by its matter or its place, or ask for the other division."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    "back",
    ["さっきの車の件、担当はどこでしたか", "車の話ですが、担当の課はどこでしたか", "先ほど聞いた公用車の課はどこ？"],
)
def test_a_matter_is_gone_back_to_by_a_word_of_its_question(talk: Talk, back: str) -> None:
    answer = talk("公用車の点検はどこに頼む？", "電子入札の担当は？", back)[-1]
    assert (answer.status, "車両管理事務" in answer.answer) == ("answered", True)


def test_a_side_that_names_a_matter_of_its_own_is_that_matter(talk: Talk) -> None:
    answer = talk("公用車の点検はどこに頼む？", "電子入札の担当は？", "選挙のほうは？")[-1]
    assert "選挙管理委員会事務局" in answer.answer


def test_questions_that_count_themselves_are_gone_back_to_by_their_number(talk: Talk) -> None:
    turns = ("一つ目、ふるさと納税の担当は？", "二つ目、決算書はどこが作る？", "三つ目、印鑑登録はどの課？")
    assert "会計事務" in talk(*turns, "二つ目の事業名は？")[-1].answer
    assert "ふるさと寄附金推進事業" in talk(*turns, "最初に聞いたのは重点事業ですか")[-1].answer


def test_a_place_in_a_list_stays_one_of_the_list(talk: Talk) -> None:
    assert "法制事務" in talk("公用車の点検は？", "総務課の事業は？", "2番目の内容は？")[-1].answer


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        (("行財政改革推進事業の担当課は？", "先に書いてある課の事業は？", "もう一方の課は？"),
         "情報化推進事業", "事務管理事務"),
        (("事務管理事務の担当課は？", "後に書いてある課の事業は？", "もう片方の課は？"),
         "行財政改革推進事業", "法制事務"),
        (("総務課の事業は？", "そのうち別の課と一緒にやっているのは？", "その相手の課のもう一つの事業は？"),
         "行財政改革推進事業", "法制事務"),
        (("庁舎の担当は？", "修繕のほう", "もう一方の課は何をしているの？"), "本庁舎等整備事業", "庁舎管理事務"),
    ],
)  # fmt: skip
def test_the_other_of_two_divisions_is_the_one_not_asked_about(
    talk: Talk, turns: tuple[str, ...], said: str, unsaid: str
) -> None:
    answer = talk(*turns)[-1].answer
    assert (said in answer, unsaid in answer) == (True, False)
