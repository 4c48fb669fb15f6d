"""Talks of two to four turns in few words: fields alone, places in lists, two numbers, the plan itself, and back."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize("text", ["課だけでいいので教えて", "せめて課だけ教えて", "もう一度課名を", "じゃあ部署は？"])
def test_a_field_s_noun_alone_asks_for_that_field(talk: Talk, text: str) -> None:
    assert "職員課" in talk("人事管理事務は何をするの", text)[-1].answer


def test_two_fields_alone_are_both_told(talk: Talk) -> None:
    answer = talk("設計事務って？", "課とお金を教えて")[-1].answer
    assert "公的不動産活用課" in answer
    assert "293百万円" in answer


@pytest.mark.parametrize("text", ["もう一度お願い", "え、もう一回言って", "もっかい教えて"])
def test_the_last_answer_is_given_again(talk: Talk, text: str) -> None:
    told, again = talk("職員研修事務の担当は？", text)
    assert again.answer == told.answer


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("計画全体では事業は何件ありますか", "48件"),
        ("この計画に課はいくつ出てきますか", "25課"),
        ("計画の期間は？", "令和7年度まで"),
        ("この計画って何年から何年まで？", "令和7年度まで"),
    ],
)
def test_what_is_asked_of_the_plan_itself_is_not_asked_of_the_project(talk: Talk, text: str, told: str) -> None:
    assert told in talk("会計事務の担当は？", text)[-1].answer


@pytest.mark.parametrize("text", ["内訳を教えて", "どれ？", "事業名を教えて", "何と何ですか"])
def test_a_count_is_followed_by_which_ones_they_are(talk: Talk, text: str) -> None:
    answer = talk("秘書課の事業は何件？", text)[-1].answer
    assert "秘書事務" in answer
    assert "式典等事業" in answer


@pytest.mark.parametrize(
    ("text", "told"),
    [("差は何件？", "2件多い"), ("差は？", "2件多い"), ("両方で何件？", "全6件"), ("足すと何件？", "全6件")],
)
def test_two_counts_are_compared_and_added(talk: Talk, text: str, told: str) -> None:
    assert told in talk("企画課の事業は何件？", "職員課は？", text)[-1].answer


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("高いほうは？", "本庁舎等整備事業"),
        ("安いほうの担当は？", "公的不動産活用課"),
        ("両方でいくら？", "1,650百万円"),
    ],
)
def test_two_costs_are_compared_and_added(talk: Talk, text: str, told: str) -> None:
    assert told in talk("設計事務の費用は？", "本庁舎等整備事業は？", text)[-1].answer


@pytest.mark.parametrize("text", ["全部の合計は？", "重点を全部足すと？"])
def test_the_sum_of_all_follows_one_cost(talk: Talk, text: str) -> None:
    assert "2,125百万円" in talk("設計事務の費用は？", text)[-1].answer


def test_the_sum_of_a_class_follows_its_number(talk: Talk) -> None:
    assert "2,125百万円" in talk("重点事業は何件ありますか", "事業費の総額は？")[-1].answer


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("2と3の内容を",), ("人事管理事務", "職員研修事務")),
        (("最初と最後のものの名前は",), ("給与等管理事務", "職員厚生事務")),
        (("No.2の中身は",), ("人事管理事務",)),
        (("②の中身は",), ("人事管理事務",)),
        (("その2番目はどういうもの",), ("人事管理事務",)),
        (("3番目はどういうもの", "前のやつは？"), ("人事管理事務",)),
        (("3番目の中身は", "その上のは？"), ("人事管理事務",)),
        (("2番目の中身は", "その下のは？"), ("職員研修事務",)),
        (("2番目の中身は", "次お願いします"), ("職員研修事務",)),
    ],
)
def test_entries_are_taken_by_number_and_by_what_stands_beside_them(
    talk: Talk, texts: tuple[str, ...], told: tuple[str, ...]
) -> None:
    answer = talk("職員課の事業一覧", *texts)[-1].answer
    assert all(name in answer for name in told)


@pytest.mark.parametrize(
    "text", ["職員課の3番目の中身は", "さっきの職員課の3番目は何をする？", "最初の一覧の3番目は何？"]
)
def test_an_entry_is_taken_of_an_earlier_list(talk: Talk, text: str) -> None:
    assert "職員研修事務" in talk("職員課の事業を見せて", "総務課は？", text)[-1].answer


@pytest.mark.parametrize("text", ["残りは何件？", "重点以外はいくつ？"])
def test_the_rest_of_a_class_is_counted(talk: Talk, text: str) -> None:
    assert "43件" in talk("重点事業は何件？", text)[-1].answer


@pytest.mark.parametrize("text", ["そこの重点を教えて", "そこ、重点は抱えてる？", "重点も入ってる？"])
def test_whether_a_division_has_priority_projects_is_no_question_about_the_project(talk: Talk, text: str) -> None:
    answer = talk("納税課は何をしていますか" if text.startswith("重点") else "徴収事務の担当は？", text)[-1].answer
    assert "0件" in answer


@pytest.mark.parametrize(
    "text", ["それを担当している課の事業を全部", "この事業の担当課はほかに何を？", "担当課のほかの事業は？"]
)
def test_the_division_of_what_was_told_is_asked_for_its_projects(talk: Talk, text: str) -> None:
    assert "職員厚生事務" in talk("人事管理事務は何をするの", text)[-1].answer


def test_whose_it_is_remains_a_question_about_the_project(talk: Talk) -> None:
    answer = talk("人事管理事務は何をするの", "それを担当している課は？")[-1].answer
    assert "職員課" in answer
    assert "職員厚生事務" not in answer


@pytest.mark.parametrize("text", ["ほかの年は？", "それ以外の年度は？", "残りの年は？"])
def test_the_other_years_are_told(talk: Talk, text: str) -> None:
    answer = talk("スマートシティ推進事業の令和6年度の予定は", text)[-1].answer
    assert "令和5年度" in answer
    assert "令和7年度" in answer


@pytest.mark.parametrize("text", ["最初のほうの内容は", "先に聞いたほうは何をするの"])
def test_the_first_of_two_matters_is_gone_back_to(talk: Talk, text: str) -> None:
    assert "人事管理事務" in talk("人事管理事務の担当は？", "統計事務の担当は？", text)[-1].answer


@pytest.mark.parametrize("text", ["そこは何をやってるの？", "そこの仕事は？"])
def test_the_branch_office_of_a_place_is_asked_for_what_it_does(talk: Talk, text: str) -> None:
    branch, work = talk("岩瀬の支所はどこ？", text)
    assert "大船支所" in branch.answer
    assert "大船支所管理運営事務" in work.answer


def test_a_project_in_short_asks_nothing_by_its_name(talk: Talk) -> None:
    answer = talk("徴収事務は何ページ？", "大船支所管理運営は？")[-1].answer
    assert "ページに載っています" in answer
