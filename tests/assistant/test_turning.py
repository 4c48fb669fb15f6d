"""Turns that only what was said before explains: taken back, gone back to, asked of several, said to be all."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    "text",
    [
        "あっ、すみません、違いました。企画課ではなくて職員課でした",
        "企画課は間違いで、職員課です",
        "職員課です、企画課じゃなくて",
        "いや、企画課じゃなく職員課のほう",
    ],
)
def test_what_is_taken_back_is_not_answered(talk: Talk, text: str) -> None:
    answer = talk("企画課の事業を全部見せて", text)[-1]
    assert {project.divisions for project in answer.projects} == {("職員課",)}


@pytest.mark.parametrize("text", ["基準日はいつになりますか", "何月何日現在の人にかかりますか"])
def test_a_date_is_told_where_the_plan_prints_one_of_it(talk: Talk, text: str) -> None:
    assert "１月１日現在" in talk("市民税賦課事務の課は？", text)[-1].answer


def test_a_date_is_not_told_where_the_plan_prints_none(talk: Talk) -> None:
    assert talk("文書管理事務の課は？", "何月何日の話ですか")[-1].status != "answered"


def test_a_third_term_asks_what_the_first_did(talk: Talk) -> None:
    assert "ソーシャル・インパクト・ボンド" in talk("PPPとはどういう意味？", "PFIは？", "SIBも")[-1].answer


def test_another_bound_stands_in_place_of_the_one_before(talk: Talk) -> None:
    answer = talk("重点事業で2億円以上なのは？", "30億円以上だと？", "3億円以上にするとどれが残る？")[-1]
    assert [project.name for project in answer.projects] == ["公共施設再編事業", "本庁舎等整備事業"]


@pytest.mark.parametrize("text", ["最初の届はどこでしたか", "はじめに聞いた届の課をもう一度"])
def test_the_first_matter_is_called_by_its_kind(talk: Talk, text: str) -> None:
    assert "市民課" in talk("出生届の担当は？", "入札の担当は？", "選挙の担当は？", text)[-1].answer


@pytest.mark.parametrize(
    ("first", "then", "names"),
    [
        ("事務管理事務は総務課だけですか", "そういうのはほかにある？", {"財産管理事務", "行財政改革推進事業"}),
        ("事務管理事務の課は？", "ほかにも二課が並ぶ事業はある？", {"財産管理事務", "行財政改革推進事業"}),
    ],
)  # fmt: skip
def test_others_are_like_it_by_what_was_claimed(talk: Talk, first: str, then: str, names: set[str]) -> None:
    assert {project.name for project in talk(first, then)[-1].projects} == names


def test_a_field_beside_the_division_is_claimed_of_the_one_spoken_of(talk: Talk) -> None:
    answer = talk("設計事務の課は？", "担当のほかに関連課も載っていましたよね")[-1]
    assert answer.answer.startswith("はい")
    assert "浄化センター" in answer.answer


@pytest.mark.parametrize("text", ["1月1日が基準なのはどっち", "法人のことを書いているのはどちらの事業"])
def test_which_of_those_shown_is_told_by_what_it_prints(talk: Talk, text: str) -> None:
    answer = talk("市民税課の事業一覧", text)[-1]
    assert {citation.project_name for citation in answer.citations} == {"市民税賦課事務"}


def test_a_half_remembered_division_is_chosen_by_what_its_name_lacks(talk: Talk) -> None:
    offered, taken = talk("市民なんちゃら課の仕事は？", "税が入らないほう")
    assert [choice.divisions for choice in offered.clarify or ()] == [("市民税課",), ("市民課",)]
    assert [project.name for project in taken.projects] == ["戸籍・住基一般事務"]


def test_one_half_remembered_division_is_answered(talk: Talk) -> None:
    assert "契約検査課" in talk("契約なんたら課の事業は？")[-1].answer


@pytest.mark.parametrize("text", ["市役所のほうで", "市役所の場所の話"])
def test_a_choice_is_taken_by_what_people_call_it(talk: Talk, text: str) -> None:
    assert "本庁舎等整備事業" in talk("利活用はどこの課？", text)[-1].answer


@pytest.mark.parametrize("text", ["それは令和7年度に何をするの", "その翌年は何をする？"])
def test_what_points_at_nothing_is_asked_back(talk: Talk, text: str) -> None:
    assert talk(text)[-1].status == "clarify"


def test_only_one_division_is_claimed_of_the_one_spoken_of(talk: Talk) -> None:
    answer = talk("財産管理事務の内容は？", "財政課だけでやってるの？")[-1]
    assert answer.answer.startswith("いいえ")
    assert answer.projects == ()


def test_the_branch_offices_follow_a_list(talk: Talk) -> None:
    assert len(talk("会計課の事業は？", "支所のは？")[-1].projects) == 4
    assert len(talk("深沢支所の事業は？", "ほかの支所のは？")[-1].projects) == 3


@pytest.mark.parametrize("text", ["ほかの事業は？", "これで全部ですか", "ほかにもある？", "もうないの？"])
def test_a_whole_list_has_nothing_else(talk: Talk, text: str) -> None:
    answer = talk("資産税課の事業を全部", text)[-1]
    assert answer.answer.startswith("このほかにはありません。")
    assert [project.name for project in answer.projects] == ["固定資産税等賦課事務"]


def test_a_word_of_the_schedule_is_claimed_for_every_year(talk: Talk) -> None:
    answer = talk("スマートシティ推進事業の課は？", "広報と調査研究も毎年やるの？")[-1]
    assert answer.answer.startswith("はい")
    assert "「スマートシティ関連の広報及び調査研究」は、令和5年度、令和6年度、令和7年度" in answer.answer
