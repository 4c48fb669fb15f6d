"""Questions that are only ones after the last answer: about what it spoke of, showed or quoted."""

import pytest

from assistant.chain import PlanAssistant
from corpus.records import Answer, Question


def talk(assistant: PlanAssistant, *questions: str) -> Answer:
    """The answer to the last of the questions, asked one after the other."""
    answer = assistant.ask(Question(text=questions[0]))
    for text in questions[1:]:
        answer = assistant.ask(Question(text=text, session_id=answer.session_id))
    return answer


@pytest.mark.parametrize(
    ("questions", "name"),
    [
        (("固定資産税の担当は", "不満があるときはどうすれば"), "固定資産税等賦課事務"),
        (("公平委員会とは何ですか", "市民も頼めるの"), "公平委員会事務"),
        (("本庁舎等整備事業の担当課は", "建設工事には入るのか"), "本庁舎等整備事業"),
        (("新庁舎の場所はどこですか", "大船ですか"), "本庁舎等整備事業"),
        (("ふるさと納税の担当課は", "企業もできる？"), "ふるさと寄附金推進事業"),
    ],
)
def test_is_silent_on_what_the_matter_at_hand_does_not_print(
    assistant: PlanAssistant, questions: tuple[str, ...], name: str
) -> None:
    answer = talk(assistant, *questions)

    assert answer.status == "not_found"
    assert [near.label for near in answer.nearest] == [name]


@pytest.mark.parametrize(
    ("questions", "name"),
    [
        (("側溝の泥をさらってほしい", "苦情はどこへ"), "作業センター事業"),
        (("財政調整基金の残高は", "管理する課は"), "財産管理事務"),
        (("情報セキュリティの担当は", "どんな対策をしてるの"), "情報化推進事業"),
        (("滞納したらどうなりますか", "何をされますか"), "徴収事務"),
        (("庁舎管理の担当は", "車両は？"), "車両管理事務"),
        (("転入届の担当は", "原付の税金は？"), "軽自動車税賦課事務"),
        (("公用車の購入はどこ", "話は変わるけど条例の審査は"), "法制事務"),
    ],
)
def test_tells_what_the_matter_at_hand_prints_or_a_new_matter(
    assistant: PlanAssistant, questions: tuple[str, ...], name: str
) -> None:
    answer = talk(assistant, *questions)

    assert answer.status == "answered"
    assert [project.name for project in answer.projects or ()] or name in answer.answer
    assert name in answer.answer


@pytest.mark.parametrize(
    ("questions", "held", "other"),
    [
        (("旧諸戸邸はどうなりますか", "それはいつ終わりますか"), "改修及び整備", "梶原"),
        (("今泉さわやかセンターの工事はいつ", "何の工事なの"), "今泉さわやかセンター", "たまなわ"),
        (("旧諸戸邸は令和5年度に何をしますか", "次の年度は？"), "実施設計", "扇湖"),
        (("旧諸戸邸はどうなりますか", "費用はいくら"), "「旧諸戸邸」だけの額", "扇湖"),
    ],
)
def test_stays_with_the_one_thing_of_a_schedule(
    assistant: PlanAssistant, questions: tuple[str, ...], held: str, other: str
) -> None:
    answer = talk(assistant, *questions)

    assert held in answer.answer
    assert other not in answer.answer


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("総務課の事業を全部", "6件で合ってますか"), "はい"),
        (("総務課の事業を全部", "5つ？"), "いいえ、5つではなく、6"),
        (("課の一覧を見せて", "いくつですか"), "25課"),
        (("重点事業で1億円未満のものは", "2件だけ？"), "はい"),
        (("重点事業で3億円を超えるのは何件", "どれとどれ？"), "本庁舎等整備事業"),
        (("重点事業の事業費の合計は", "内訳を教えて"), "67百万円"),
        (("SDGsのターゲットは", "16.8も入ってる？"), "いいえ"),
        (("行財政運営の推計事業費の総額は", "3か年っていつ？"), "令和5年度から令和7年度"),
        (("公共施設再編計画はいつ策定", "何月？"), "３月策定"),
        (("本庁舎等整備事業は全体の何割", "重点事業の中だと？"), "63.9%"),
    ],
)
def test_takes_up_what_was_just_shown(assistant: PlanAssistant, questions: tuple[str, ...], said: str) -> None:
    assert said in talk(assistant, *questions).answer


def test_takes_the_other_choice_that_was_offered(assistant: PlanAssistant) -> None:
    answer = talk(assistant, "税金のことを聞きたい", "3番", "そうじゃなくて払うほう")

    assert "納税課" in answer.answer
