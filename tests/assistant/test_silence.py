"""What a plan does not say of a matter that it touches: said first, before what it does say."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize("text", ["予備費を持っている課は", "支払利子の担当課は", "国県の返還金はどこの課"])
def test_an_expense_beside_the_projects_has_no_division(talk: Talk, text: str) -> None:
    answer = talk(text)[-1]
    assert answer.status == "not_found"
    assert "の所管課は、この計画には書かれていません" in answer.answer
    assert "実施事業のほかに含まれる経費" in answer.answer


def test_an_expense_stays_at_hand(talk: Talk) -> None:
    answers = talk("扶助料って", "金額は？")
    assert answers[0].status == "answered"
    assert "「扶助料」の額は、この計画には書かれていません" in answers[1].answer


def test_what_the_total_includes_is_still_told(talk: Talk) -> None:
    assert talk("予備費も行財政運営の経費に入りますか")[-1].answer.startswith("はい、「予備費」も")


@pytest.mark.parametrize(("text", "word"), [("テレワークの所管は", "テレワーク"), ("災害の担当はどちら", "災害対策")])
def test_what_only_the_general_part_has_is_no_projects(talk: Talk, text: str, word: str) -> None:
    answer = talk(text)[-1]
    assert answer.status == "not_found"
    assert word in answer.answer
    assert "当たります" not in answer.answer


def test_a_word_that_a_project_is_called_by_leads_there(talk: Talk) -> None:
    assert "公共施設再編事業" in talk("再編のことはどの課")[-1].answer


@pytest.mark.parametrize(
    ("talked", "silent"),
    [
        (("滞納の窓口は", "分割払いは可能ですか"), "「分割払い」のことは、この計画には書かれていません"),
        (("旧諸戸邸の改修はいつ", "改修の間は入れるの"), "この計画に"),
        (("選挙の担当は", "送迎バスはありますか"), "書かれていません"),
        (("コンプライアンスは大丈夫でしょうか",), "そうかどうかの評価は"),
        (("新庁舎の完成時期は載っていますか",), "新庁舎の完成時期は、この計画には書かれていません"),
    ],
)
def test_what_is_not_written_is_said_first(talk: Talk, talked: tuple[str, ...], silent: str) -> None:
    assert silent in talk(*talked)[-1].answer.split("\n")[0]


def test_an_errand_in_the_plans_own_matter_is_answered(talk: Talk) -> None:
    assert talk("戸籍の証明は取れますか")[-1].answer.startswith("お尋ねの件は、市民課")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("職員は何人ですか", "職員の人数は"),
        ("採用の試験はいつですか", "試験の日程は"),
        ("公用車は何台ある", "公用車の数は"),
        ("16.6はどういう内容", "「16.6」という言葉の説明は"),
    ],
)
def test_what_is_missing_is_what_was_asked_of_it(talk: Talk, text: str, missing: str) -> None:
    assert missing in talk(text)[-1].answer


def test_why_and_by_whom_it_was_decided_is_not_written(talk: Talk) -> None:
    assert "理由や経緯は、この計画には書かれていません" in talk("スマートシティ構想は誰が決めましたか")[-1].answer


def test_the_largest_of_what_is_not_measured_is_not_told(talk: Talk) -> None:
    assert talk("最も広い支所はどこの支所")[-1].status == "not_found"


def test_a_place_is_the_thing_that_a_schedule_has_there(talk: Talk) -> None:
    answers = talk("台在宅福祉サービスセンターの修繕は何年度", "玉縄のは？")
    assert "たまなわ交流センター" in answers[-1].answer
    assert "玉縄支所" not in answers[-1].answer


def test_a_branch_office_keeps_up_its_own_building(talk: Talk) -> None:
    assert talk("深沢支所の雨漏りはどこが直しますか")[-1].answer.startswith("お尋ねの件は、深沢支所")
