"""What only turns further back explain: years, divisions and lists spoken of before, rows of calls, texts quoted."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


def names(answer: Answer) -> list[str]:
    """The projects that the answer lists."""
    return [project.name for project in answer.projects]


def cited(answer: Answer) -> set[str | None]:
    """The projects that the answer cites."""
    return {citation.project_name for citation in answer.citations}


def test_the_same_year_is_that_spoken_of(talk: Talk) -> None:
    answer = talk("設計事務の令和6年度の予定は？", "本庁舎等整備事業だとその年は？")[-1]
    assert "市庁舎現在地利活用の推進" in answer.answer
    assert "令和5年度" not in answer.answer


def test_a_year_is_counted_from_the_last_one_asked_for(talk: Talk) -> None:
    asked = ("本庁舎等整備事業の令和5年度の工程は？", "その予定の担当課は？", "翌々年度の予定は？")
    assert "令和7年度" in talk(*asked)[-1].answer


def test_the_same_year_is_the_one_that_was_stepped_to(talk: Talk) -> None:
    asked = ("旧諸戸邸はどの事業ですか", "令和5年度は基本設計ですね。その翌年度は？", "同じ年の扇湖山荘は？")
    assert "都市計画図書" in talk(*asked)[-1].answer


def test_what_both_of_two_divisions_carry(talk: Talk) -> None:
    answer = talk("財政課と公的不動産活用課の事業は？", "その2つの課で重なっている事業は？")[-1]
    assert names(answer) == ["財産管理事務"]


def test_so_many_divisions_are_left_of_those_listed(talk: Talk) -> None:
    asked = ("市民課と資産税課と会計課の事業を全部", "決算書が出てくるのは？", "会計課以外の2課は何件？")
    assert names(talk(*asked)[-1]) == ["固定資産税等賦課事務", "戸籍・住基一般事務"]


def test_another_condition_is_of_the_list_that_one_was_picked_from(talk: Talk) -> None:
    answer = talk("企画課と秘書課と政策創造課の事業を出して", "重点に入っているのは？", "もう終わったのは？")[-1]
    assert cited(answer) == {"東京2020オリンピック・パラリンピック推進事業"}


def test_what_was_picked_one_by_one_is_left_out_of_the_list(talk: Talk) -> None:
    asked = ("財政課の事業を全部", "重点でないのは？", "予算の編成が出てくるのは？")
    assert "財政事務" in cited(talk(*asked)[-1])
    picked = ("企画課と政策創造課の事業を出して", "重点に入っているのは？", "もう終わったのは？", "その二つを外すと？")
    assert names(talk(*picked)[-1]) == ["企画総合計画事業", "政策研究事業"]


def test_one_of_a_list_is_told_by_what_it_prints(talk: Talk) -> None:
    assert cited(talk("契約検査課の事業は？", "廃棄物品が出てくるのは？")[-1]) == {"庁用器具管理事務"}


def test_what_stands_before_it_in_the_sentence_is_meant(talk: Talk) -> None:
    answer = talk("側溝の掃除の担当は？", "保育園の入園も頼みたいのですが、それの担当は？")[-1]
    assert answer.status == "not_found"


def test_a_row_counts_itself_though_one_of_it_was_not_answered(talk: Talk) -> None:
    asked = ("保育園の入園の件です。どこへ？", "次の電話です。統計調査の件、どこへ？", "三本目、公用車の件")
    assert "総務課" in talk(*asked, "二本目の課をもう一度")[-1].answer


@pytest.mark.parametrize("text", ["全部でいくつ？", "いくつありますか"])
def test_a_quoted_text_is_counted(talk: Talk, text: str) -> None:
    assert "4つ" in talk("SDGsのターゲットはどれ？", text)[-1].answer


def test_the_date_of_the_other_plan_is_asked_as_that_of_the_first(talk: Talk) -> None:
    asked = ("公共施設再編計画、いつ策定？", "もう一つの社会基盤施設マネジメント計画は？")
    assert "平成28年" in talk(*asked)[-1].answer.replace(" ", "")


def test_a_share_of_a_described_set_is_of_its_costs(talk: Talk) -> None:
    asked = ("設計事務の事業費は？", "それ、重点事業ぜんぶの合計の何パーセントくらいにあたりますか？")
    assert "13.8" in talk(*asked)[-1].answer


def test_the_division_one_is_put_through_to_is_that_spoken_of(talk: Talk) -> None:
    answer = talk("公用車の件はどこにつなげば？", "つなぐ先の課はほかに何を担当していますか")[-1]
    assert "庁舎管理事務" in names(answer)


def test_a_place_that_begins_an_item_is_meant_while_the_schedule_is_spoken_of(talk: Talk) -> None:
    answer = talk("設計事務の令和5年度の予定は？", "今泉は？")[-1]
    assert "今泉さわやかセンター" in answer.answer


def test_a_bare_matter_after_another_one_asks_whose_it_is(talk: Talk) -> None:
    assert cited(talk("契約の担当はどこ？", "決算は？")[-1]) == {"会計事務"}
    assert talk("会計事務の課は？", "決算額はいくら？")[-1].status == "not_found"
