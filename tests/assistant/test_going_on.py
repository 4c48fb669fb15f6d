"""Follow-ups that the plan itself decides: another matter than the old one, one of an offer, none of a list."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize("text", ["払えないときはどうすれば？", "納め忘れたらどこへ？"])
def test_a_verb_can_turn_to_another_matter(talk: Talk, text: str) -> None:
    assert "納税課" in talk("軽自動車税の担当は？", text)[-1].answer


@pytest.mark.parametrize("text", ["どこに持っていけばいい？", "だれがやるの？", "どこに出す？"])
def test_a_verb_of_any_business_stays_with_the_old_one(talk: Talk, text: str) -> None:
    assert "市民税課" in talk("軽自動車税の担当は？", text)[-1].answer


def test_an_offer_is_answered_in_words_of_neither_choice(talk: Talk) -> None:
    offered, taken = talk("庁舎の担当は？", "掃除を頼む話です")
    assert offered.status == "clarify"
    assert "庁舎管理事務" in taken.answer


def test_none_of_a_list_is_a_count_of_zero_with_that_list(talk: Talk) -> None:
    answer = talk("納税課の事業は？", "そのうち重点事業はいくつ？")[-1]
    assert (answer.status, answer.projects) == ("answered", ())
    assert "0件" in answer.answer
    assert {citation.project_name for citation in answer.citations} == {"税務一般事務", "徴収事務", "債権管理事務"}


def test_a_sum_is_a_share_of_the_plan_s_total(talk: Talk) -> None:
    assert "3.2%" in talk("重点事業の事業費の合計は？", "計画全体の何％ですか")[-1].answer


def test_the_next_code_is_the_next_project(talk: Talk) -> None:
    assert "公共施設再編事業" in talk("0-2-1-2の事業は？", "次の番号は？")[-1].answer


def test_one_member_of_a_list_within_a_bound_is_a_set_of_one(talk: Talk) -> None:
    answer = talk("重点事業は？", "その中で10億円を超える事業費のものは？")[-1]
    assert [project.name for project in answer.projects] == ["本庁舎等整備事業"]
    assert "全1件" in answer.answer


@pytest.mark.parametrize(
    ("first", "then", "said"),
    [("設計事務の事業費は？", "それは1年あたりだと？", "97.67"), ("重点事業の合計は？", "年平均では？", "708.33")],
)
def test_a_cost_that_was_told_is_divided_by_the_years(talk: Talk, first: str, then: str, said: str) -> None:
    assert said in talk(first, then)[-1].answer


@pytest.mark.parametrize("text", ["重点から外れるのはどれ？", "重点でないのはどっちですか"])
def test_which_of_a_list_narrows_it(talk: Talk, text: str) -> None:
    answer = talk("行政マネジメント課の事業は？", text)[-1]
    assert [project.name for project in answer.projects] == ["事務管理事務"]


def test_a_schedule_asked_for_by_the_words_of_a_name_is_the_whole_project_s(talk: Talk) -> None:
    answer = talk("施設の再編のスケジュールは？")[-1].answer
    assert [year in answer for year in ("令和5年度", "令和6年度", "令和7年度")] == [True] * 3
    assert "扇湖山荘" in answer


def test_a_part_of_the_plan_s_total_is_a_sum(talk: Talk) -> None:
    assert "2,125百万円" in talk("全体でいくらかかる計画ですか", "重点事業のぶんは？")[-1].answer


def test_the_larger_of_two_divisions_is_the_one_with_more_projects(talk: Talk) -> None:
    answer = talk("職員課と納税課ではどちらの事業が多い？", "少ない方の課の事業は？")[-1]
    assert {project.divisions for project in answer.projects} == {("納税課",)}


def test_what_is_not_known_of_the_division_leaves_the_project_spoken_of(talk: Talk) -> None:
    answer = talk("期日前投票の担当は？", "その課の課長の名前は？", "その事業の内容は？")[-1]
    assert "選挙執行事務" in answer.answer


def test_a_fact_of_nothing_spoken_of_is_not_asked_back(talk: Talk) -> None:
    assert talk("その課の電話番号は？")[-1].status == "not_found"


def test_the_projects_of_a_kind_of_divisions_are_a_list(talk: Talk) -> None:
    assert len(talk("支所の事業は？")[-1].projects) == 4


def test_a_figure_with_a_bound_of_its_own_is_no_other_side_of_the_last_one(talk: Talk) -> None:
    answer = talk("推計事業費が10億円を超える事業は？", "逆に1億円より安いのは？")[-1]
    assert [project.name for project in answer.projects] == ["スマートシティ推進事業", "行財政改革推進事業"]


@pytest.mark.parametrize(
    ("text", "division"),
    [
        ("どこに言えばいいですか。家の前の側溝が詰まっています", "作業センター"),
        ("この話はどこの課ですか。原付を捨てたい", "市民税課"),
        ("どの課に聞けばいい？住民票がいる", "市民課"),
    ],
)
def test_the_matter_may_come_behind_the_question(talk: Talk, text: str, division: str) -> None:
    assert division in talk(text)[-1].answer


def test_a_count_of_today_s_projects_points_at_nothing_before(talk: Talk) -> None:
    assert "48件" in talk("今の事業は全部で何件？")[-1].answer
