"""Sets that the talk has left in sight: by their number, what they were narrowed from, a year or a kind of deed."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]
SITES = ("台在宅福祉サービスセンター", "今泉さわやかセンター", "たまなわ交流センター")


def names(answer: Answer) -> set[str]:
    return {project.name for project in answer.projects}


def test_divisions_are_meant_by_how_many_they_are(talk: Talk) -> None:
    answer = talk("会計課は何をする", "秘書課は", "市民課は", "この3課の違いは？")[-1]
    assert all(f"{name}が所管する事業" in answer.answer for name in ("会計課", "秘書課", "市民課"))


def test_a_pair_of_divisions_that_projects_have_is_no_pointer(talk: Talk) -> None:
    answer = talk("重点事業は", "そのうち二つの課にまたがるのは")[-1]
    assert names(answer) == {"行財政改革推進事業"}


def test_a_total_is_of_what_was_just_listed(talk: Talk) -> None:
    asked = ("設計事務の担当は", "行政マネジメント課の重点事業は", "いくらになる？")
    assert "92百万円" in talk(*asked)[-1].answer
    talked = ("スマートシティ推進事業の所管は", "公的不動産活用課の重点は", "合計でいくら")
    assert "この2事業の推計事業費の合計は、609百万円" in talk(*talked)[-1].answer


def test_a_narrowed_list_says_what_it_was_narrowed_from(talk: Talk) -> None:
    answer = talk("企画課と政策創造課の事業を全部", "そのうち重点は")[-1].answer
    assert answer.startswith("先ほどの4事業のうち、重点事業は、全1件です。")


def test_how_many_behind_a_list_is_a_number(talk: Talk) -> None:
    answer = talk("職員課の事業を全部", "何件ある？")[-1].answer
    assert "全4件" in answer
    assert "\n" not in answer


def test_one_division_and_others_are_told_beside_those_of_several(talk: Talk) -> None:
    answer = talk("いくつかの課が担当している事業は")[-1]
    assert "全3件" in answer.answer
    assert "公共用地先行取得事業の所管課は「公的不動産活用課ほか」とあり" in answer.answer


def test_what_a_kind_of_office_does_is_told_beside_its_number(talk: Talk) -> None:
    answer = talk("支所はいくつあって、どんなことをする所ですか")[-1].answer
    assert "4つ" in answer
    assert "地域団体との連絡" in answer


def test_divisions_of_one_size_share_a_place(talk: Talk) -> None:
    answers = talk("課はいくつありますか", "事業がいちばん多い課は", "その次は")
    assert "同数（各6件）" in answers[1].answer
    assert "職員課（4件）" in answers[2].answer


def test_one_more_division_is_what_both_carry(talk: Talk) -> None:
    answer = talk("財政課の事業は", "公的不動産活用課と共同でやるものは")[-1]
    assert names(answer) == {"財産管理事務"}


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("令和5年度で終わる予定は", "扇湖山荘の利活用に向けた調査"),
        ("令和7年度から始まる工事は", "旧諸戸邸の改修及び整備"),
        ("重点事業のうち令和6年度だけにある予定は", "旧諸戸邸の改修に向けた実施設計"),
        ("調査の予定をすべて挙げて", "公共建築物の保温材等（レベル２）のアスベスト含有調査"),
    ],
)
def test_items_by_their_years_and_their_kind(talk: Talk, text: str, item: str) -> None:
    answer = talk(text)[-1].answer
    assert item in answer
    assert "利活用に向けた準備」は、令和7年度" not in answer


def test_another_year_keeps_the_kind_of_deed(talk: Talk) -> None:
    answers = talk("令和7年度にはどんな工事がありますか", "令和5年度は？")
    assert "たまなわ交流センター" in answers[0].answer
    assert "台在宅福祉サービスセンター" in answers[1].answer
    assert "調査" not in answers[1].answer


def test_other_sites_are_those_not_told_yet(talk: Talk) -> None:
    answer = talk("今泉さわやかセンターの工事はいつですか", "ほかに修繕する施設はありますか")[-1].answer
    assert [name in answer for name in SITES] == [True, False, True]


def test_two_years_are_set_beside_each_other(talk: Talk) -> None:
    answer = talk("行財政改革推進事業の令和6年度の予定は", "令和7年度とはどう違うの")[-1].answer
    assert "違いはありません" in answer


@pytest.mark.parametrize(
    "text", ["全部でいくらかかるの", "お金は全部でいくら使うんですか", "この計画はいくらかかりますか"]
)
def test_the_money_of_the_plan_itself_is_its_total(talk: Talk, text: str) -> None:
    assert "65,775百万円" in talk(text)[-1].answer


def test_the_total_is_asked_on(talk: Talk) -> None:
    answers = talk("この計画の期間は", "全部でいくら使うの", "そんなに何に使うの", "1年あたりだと")
    assert "職員給与費" in answers[2].answer
    assert "約21,925百万円" in answers[3].answer


def test_years_tell_a_span_and_no_share_of_it(talk: Talk) -> None:
    assert "1年あたり" not in talk("3年間で2億円を超える重点事業は")[-1].answer
    assert "事業工程" in talk("設計事務の所管は", "3年間の予定を見せて")[-1].answer


def test_the_cost_is_told_behind_a_name_in_short(talk: Talk) -> None:
    assert "92百万円" in talk("行財政改革の事業費は")[-1].answer


def test_what_is_left_is_left_of_all_that_have_a_note(talk: Talk) -> None:
    asked = ("「強靭（レジリエンス）なまち」につながる事業は", "「行財政運営の最適化」につながるのは", "残り1つは")
    assert talk(*asked)[-1].answer.startswith("スマートシティ推進事業の")


def test_an_ended_project_is_marked_in_a_list(talk: Talk) -> None:
    assert "「※～令和３年度」" in talk("企画課の事業は")[-1].answer


def test_a_code_is_told_once_in_a_talk(talk: Talk) -> None:
    answers = talk("本庁舎等整備事業の担当は", "担当課は？")
    assert ["0-2-1-4" in answer.answer for answer in answers] == [True, False]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("スマートシティの予定は3年間で変わるの？", "違いはありません"),
        ("公共施設再編は年度で変わる？", "同じではなく"),
    ],
)
def test_all_years_are_set_beside_each_other(talk: Talk, text: str, said: str) -> None:
    assert said in talk(text)[-1].answer.split("\n")[0]


@pytest.mark.parametrize("text", ["それぞれの担当課も", "いや、5つ全部の担当課です"])
def test_each_is_of_the_list_though_one_was_spoken_of_since(talk: Talk, text: str) -> None:
    assert talk("重点事業を全部教えて", "2番目は？", text)[-1].answer.count("の所管課は") == 5


def test_the_price_of_what_people_pay_is_not_the_cost_of_the_work(talk: Talk) -> None:
    answer = talk("軽自動車税の担当はどこ？", "いくらですか？")[-1]
    assert answer.answer.startswith("申し訳ありません。お尋ねの金額は、この計画には書かれていません。")


def test_what_this_plan_is_is_no_project(talk: Talk) -> None:
    assert "企画総合計画事業" not in talk("この計画は何の計画ですか？")[-1].answer
