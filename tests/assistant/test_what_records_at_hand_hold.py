"""Short questions after an answer: what the record at hand holds, then its division, then the rest of the plan."""

from collections.abc import Callable

import pytest

from assistant.understand.at_hand import asks_also, thing_of
from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    ("first", "text", "division", "project"),
    [
        ("車の配車を頼む課は", "修理も？", "公的不動産活用課", "車両管理事務"),  # the record at hand
        ("車の配車を頼む課は", "買うのもここ？", "公的不動産活用課", "車両管理事務"),
        ("車の配車を頼む課は", "庁舎の清掃もそこ？", "公的不動産活用課", "庁舎管理事務"),  # its division
        ("職員の採用試験の担当は", "健康診断も？", "職員課", "職員厚生事務"),
        ("滞納の相談はどこ", "差押えの話も同じ課？", "納税課", "債権管理事務"),
        ("デジタル戦略課は何をする課", "電子申請の件はここに回せばいい？", "デジタル戦略課", "情報化推進事業"),
        ("大船支所で何ができる？", "証明書も？", "大船支所", "大船支所管理運営事務"),
        ("玉縄支所で戸籍の証明はとれる？", "相談も受ける？", "玉縄支所", "玉縄支所管理運営事務"),
    ],
)
def test_confirms_what_the_division_at_hand_has_too(
    talk: Talk, first: str, text: str, division: str, project: str
) -> None:
    answer = talk(first, text)[-1].answer

    assert answer.startswith(f"はい、{division}で合っています。")
    assert f"「{project}」" in answer


@pytest.mark.parametrize(
    ("first", "text", "project"),
    [
        ("市長の予定を管理する課は", "副市長は", "秘書事務"),
        ("未利用地の処分の担当は", "買うほうは", "公共用地先行取得事業"),
        ("庁舎の建物が古いのが心配", "建て替えの担当は？", "本庁舎等整備事業"),
        ("固定資産の評価に不服のある人はどこへ回す", "税額の説明だけならどこ", "固定資産税等賦課事務"),
        ("AIを使うと書いてありますか", "どの課？", "行財政改革推進事業"),
        ("深沢支所の仕事は", "自治会の相談は", "深沢支所管理運営事務"),
    ],
)
def test_reads_a_short_question_by_what_was_spoken_of(talk: Talk, first: str, text: str, project: str) -> None:
    answer = talk(first, text)[-1]

    assert answer.status == "answered"
    assert f"「{project}」" in answer.answer


@pytest.mark.parametrize(
    ("first", "text", "held"),
    [
        ("車の配車を頼む課は", "道路の補修も？", "作業センター事業"),
        ("車の配車を頼む課は", "机を買うのもそこ？", "いいえ、公的不動産活用課ではなく、契約検査課です。"),
        ("納税証明書はどこ", "住民税の額もそこ？", "いいえ、納税課ではなく、市民税課です。"),
        ("ふるさと納税の担当は", "会計は？", "会計事務"),
        ("市長の予定を管理する課は", "議長は", "書かれていません"),
        ("車の配車を頼む課は", "洗うのもそこ？", "書かれていません"),
    ],
)
def test_leaves_what_is_at_hand_where_another_matter_is_named(talk: Talk, first: str, text: str, held: str) -> None:
    assert held in talk(first, text)[-1].answer


@pytest.mark.parametrize(
    ("questions", "held", "other"),
    [
        (("旧諸戸邸は壊すの？", "完成はいつ？"), "「旧諸戸邸の改修及び整備」", "梶原"),
        (("旧諸戸邸の改修の費用は", "工事は令和6年度からですよね"), "旧諸戸邸", "アスベスト"),
        (("たまなわ交流センターの修繕の担当は", "予算はいくら"), "「たまなわ交流センター外壁等」だけの額", "今泉"),
        (("台の福祉センターの修繕はいつ", "玉縄の方は？"), "たまなわ交流センター", "今泉"),
        (("今泉さわやかセンターの工事はいつ", "ほかに工事する施設はある？"), "たまなわ交流センター", "今泉"),
        (("令和7年度にどんな工事がありますか", "令和6年度は？"), "今泉さわやかセンター", "扇湖"),
        (("軽自動車税の担当は", "何月何日に持っている人が払うの？"), "４月１日", "固定資産"),
    ],
)
def test_stays_with_the_item_or_the_date_at_hand(talk: Talk, questions: tuple[str, ...], held: str, other: str) -> None:
    answer = talk(*questions)[-1].answer

    assert held in answer
    assert other not in answer


@pytest.mark.parametrize(
    ("questions", "held"),
    [
        (("スマートシティの事業費は全体の何割", "本庁舎は"), "2.1%"),
        (("政策研究事業は重点？", "設計事務は"), "はい、重点事業に当たります。"),
    ],
)
def test_asks_the_former_question_of_another_thing(talk: Talk, questions: tuple[str, ...], held: str) -> None:
    assert held in talk(*questions)[-1].answer


def test_a_stage_that_the_project_at_hand_does_not_print_is_not_asked_back(talk: Talk) -> None:
    answer = talk("新庁舎の整備の担当は", "計画期間のうちに工事は始まりますか")[-1]

    assert answer.status == "not_found"
    assert "本庁舎等整備事業" in answer.answer


def test_what_an_office_does_is_told_of_it_alone(talk: Talk) -> None:
    answer = talk("住民票はどこで取れますか", "大船の窓口では何ができるの？")[-1].answer

    assert "大船支所管理運営事務" in answer
    assert "戸籍" not in answer


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("市役所の建物が古いけど大丈夫?", "市役所"),
        ("固定資産の評価に不服と言う人", "固定資産"),
        ("公用車をぶつけた", "公用車"),
        ("旧諸戸邸は取り壊すの?", "旧諸戸邸"),
    ],
)
def test_finds_the_thing_that_a_question_is_about(text: str, thing: str) -> None:
    assert thing_of(text) == thing


@pytest.mark.parametrize("text", ["修理も?", "相談も受ける?", "建物の修理は支所?", "電子申請の件はここに回せばいい?"])
def test_hears_that_something_is_added(text: str) -> None:
    assert asks_also(text)


@pytest.mark.parametrize("text", ["支所でもできる?", "いつも同じ?", "担当は?", "借りることもできますか"])
def test_hears_no_addition_elsewhere(text: str) -> None:
    assert not asks_also(text)
