"""Follow-ups that name a matter, a place, a sum or somebody's word of their own, beside what was spoken of."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize("text", ["では予算を編成するのは", "市債を管理しているのはどこ"])
def test_an_act_as_topic_asks_who_does_it(talk: Talk, text: str) -> None:
    assert "財政事務" in talk("監査の担当は？", text)[-1].answer


@pytest.mark.parametrize(
    ("first", "text", "held"),
    [
        ("固定資産税の担当は？", "評価の審査をする委員会もあるとか。その事務局は？", "納税課"),
        ("市民税はどこ？", "原付も持っています。それの税は", "軽自動車税賦課事務"),
        ("市民税はどこ？", "どうもです。その担当の仕事は？", "市民税課"),
    ],
)
def test_a_pointer_behind_a_matter_of_its_own_sentence_means_that(talk: Talk, first: str, text: str, held: str) -> None:
    assert held in talk(first, text)[-1].answer


@pytest.mark.parametrize(
    ("claim", "opening"),
    [
        ("友人は総務課だと言っていましたが", "いいえ、総務課ではなく、市民課です。"),
        ("窓口では市民課だと聞きました", "はい、市民課で合っています。"),
        ("あれ、選挙の課って聞いたんですけど", "いいえ、選挙管理委員会事務局ではなく、市民課です。"),
    ],
)
def test_what_others_said_is_checked_against_what_was_told(talk: Talk, claim: str, opening: str) -> None:
    assert talk("転入届の担当は？", claim)[-1].answer.startswith(opening)


def test_a_matter_that_others_named_is_no_claim_on_a_division(talk: Talk) -> None:
    assert "市民税賦課事務" in talk("公用車の担当は？", "個人市民税だと言われました")[-1].answer


@pytest.mark.parametrize("text", ["正式な名称は？", "計画での名前は", "計画上の事業名は？"])
def test_the_name_in_the_plan_is_asked_of_what_was_spoken_of(talk: Talk, text: str) -> None:
    assert "ふるさと寄附金推進事業" in talk("ふるさと納税の担当は？", text)[-1].answer


def test_a_project_is_measured_by_the_sum_just_told(talk: Talk) -> None:
    answer = talk("設計事務と公共施設再編事業を足すと？", "本庁舎等整備事業はその合計の何倍？")[-1]
    assert "2.23倍" in answer.answer


def test_a_project_is_measured_by_a_sum_of_two_named(talk: Talk) -> None:
    answer = talk("本庁舎等整備事業は設計事務と公共施設再編事業の合計の何倍ですか")[-1]
    assert "2.23倍" in answer.answer


@pytest.mark.parametrize("text", ["3か年全体の何％？", "3か年合計65,775百万円の何パーセント"])
def test_a_sum_is_measured_by_the_total_of_the_years(talk: Talk, text: str) -> None:
    assert "3.2%" in talk("重点事業の事業費の合計は？", text)[-1].answer


def test_the_plan_s_total_is_told_in_another_unit(talk: Talk) -> None:
    assert "657億7,500万円" in talk("この計画全体の推計事業費は？", "億だといくら？")[-1].answer


def test_the_projects_of_the_branch_offices_are_counted_after_a_matter_of_theirs(talk: Talk) -> None:
    assert "全4件" in talk("転入届の担当は？", "支所の管理運営事務は何件？")[-1].answer


def test_where_something_printed_is_asks_for_no_branch_office(talk: Talk) -> None:
    assert "公共施設再編事業" in talk("市の土地を借りたい", "梶原四丁目用地の活用はどの課？")[-1].answer


@pytest.mark.parametrize("text", ["I live in Ofuna. Is one closer?", "おおふなに すんでいます。ちかい ところは？"])
def test_a_place_as_people_read_it_is_the_nearest_branch_office(talk: Talk, text: str) -> None:
    assert "大船支所" in talk("転入届の担当は？", text)[-1].answer


def test_a_plan_that_the_text_names_leads_to_the_project_that_carries_it(talk: Talk) -> None:
    answer = talk("社会基盤施設マネジメント計画はいつできた？", "それを進める事業の担当は")[-1]
    assert "土木管理運営事務" in answer.answer


def test_another_matter_is_asked_of_the_division_of_one_spoken_of(talk: Talk) -> None:
    answer = talk("新庁舎の担当は？", "職員の給与はどの課？", "給与の課では研修もやるの？")[-1]
    assert "職員研修事務" in answer.answer


@pytest.mark.parametrize("text", ["旅費を計算している課も同じでしょうか", "給料を払うところも一緒ですか"])
def test_whether_an_act_is_the_same_division_s_is_checked(talk: Talk, text: str) -> None:
    assert talk("採用試験の担当は？", text)[-1].answer.startswith("はい、職員課で合っています。")


def test_a_thing_that_is_the_matter_itself_is_not_asked_for(talk: Talk) -> None:
    assert "式典等事業" in talk("市長の日程の担当は？", "市民の表彰式は？")[-1].answer


@pytest.mark.parametrize("text", ["表彰式の日時は？", "表彰の対象者は？"])
def test_what_belongs_to_the_matter_is(talk: Talk, text: str) -> None:
    assert talk("市長の日程の担当は？", text)[-1].status == "not_found"


def test_a_broad_word_has_the_reading_of_what_was_asked_before(talk: Talk) -> None:
    assert "資産税課" in talk("市の土地を借りたい", "あ、税金のほうです")[-1].answer


@pytest.mark.parametrize("text", ["繰出金は二つあるんですよね", "名に繰出金と付く経費は、全部で2つですよね"])
def test_listed_expenses_are_told_where_they_are_counted(talk: Talk, text: str) -> None:
    assert "定額資金運用基金繰出金" in talk(text)[-1].answer


def test_a_wrong_number_of_listed_expenses_is_not_confirmed(talk: Talk) -> None:
    assert not talk("繰出金は五つあるんですよね")[-1].answer.startswith("はい")


@pytest.mark.parametrize(
    ("first", "text", "held"),
    [
        ("公共用地先行取得事業の担当は？", "会計の区分はどうなっていますか", "特別会計"),
        ("財産管理事務の担当は？", "中身をかいつまんで説明して", "基金"),
        ("市民税課の事業は？", "転入届の受付も市民税課で？", "いいえ、市民税課ではなく、市民課です。"),
    ],
)
def test_what_is_asked_of_it_is_read_in_other_words_too(talk: Talk, first: str, text: str, held: str) -> None:
    assert held in talk(first, text)[-1].answer


def test_two_costs_told_one_after_the_other_are_set_against_each_other(talk: Talk) -> None:
    answer = talk("設計事務の事業費は？", "本庁舎等整備事業の事業費は？", "その比は大体何対何？")[-1]
    assert {"設計事務", "本庁舎等整備事業"} <= {project.name for project in answer.projects}
