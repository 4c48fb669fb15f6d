"""Claims that the plan can neither confirm nor deny are answered by its silence; all others stay answered."""

from collections.abc import Callable

import pytest

from assistant.understand.closed_claim import find_closed_claim
from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    "claim",
    [
        "側溝の掃除は民間の業者に任せているはずですよね",
        "引っ越してきたら14日以内に届けるんですよね？",
        "固定資産税は85歳から安くなると聞きました。本当ですか",
        "大船支所は駅前に移るという噂です。本当ですか",
        "車両管理事務の担当は20人もいるらしいですね",
        "監査事務の部署は海辺の別棟へ移転すると聞きました",
    ],
)
def test_what_the_plan_can_neither_confirm_nor_deny_is_not_answered(talk: Talk, claim: str) -> None:
    answer = talk(claim)[-1]
    assert (answer.status, len(answer.citations) <= 1) == ("not_found", True)  # what bears on it may be shown
    assert "かどうかは、この計画には書かれていません" in answer.answer


@pytest.mark.parametrize(
    ("claim", "division"),
    [
        ("固定資産税は1月1日の持ち主にかかるんですよね", "資産税課"),
        ("職員の研修は外部の機関に派遣もしているんですよね", "職員課"),
        ("原付を買ったんですが、税金がかかるんですよね？", "市民税課"),
        ("ふるさと納税は財政課でしたよね", "財政課"),
        ("引っ越したら届を出すと聞きました。担当の課はどこですか", "市民課"),
    ],
)
def test_what_is_printed_or_only_told_beside_a_question_stays_answered(talk: Talk, claim: str, division: str) -> None:
    answer = talk(claim)[-1]
    assert (answer.status, division in answer.answer) == ("answered", True)


@pytest.mark.parametrize(
    "question",
    [
        "市の職員の試験は40歳でも受けられますか",
        "外壁を直している間、今泉さわやかセンターは閉館になりますか",
        "公用車は売却していますか",
    ],
)
def test_a_yes_or_no_is_not_given_of_what_is_not_printed(talk: Talk, question: str) -> None:
    assert talk(question)[-1].status == "not_found"


@pytest.mark.parametrize(
    ("question", "division"),
    [
        ("道路の補修はしていますか", "作業センター"),
        ("公平委員会は開催していますか", "総務課"),
        ("軽自動車税は四月一日の持ち主宛てで合ってる？", "市民税課"),
        ("自分が選挙人名簿にきちんと載っているのか心配です", "選挙管理委員会事務局"),
        ("うちは5人家族です。世帯主を変えられますか", "市民課"),
    ],
)
def test_a_yes_or_no_of_what_is_printed_is_answered(talk: Talk, question: str, division: str) -> None:
    answer = talk(question)[-1]
    assert (answer.status, division in answer.answer) == ("answered", True)


@pytest.mark.parametrize(
    "text",
    [
        "家の下に遺跡があるかもしれないと不動産屋に言われました",
        "この木は倒れるおそれがあると業者から聞きました",
        "田んぼを埋めようとしたら、届出がいると言われました",
    ],
)
def test_what_may_be_or_befell_somebody_is_told_not_claimed(text: str) -> None:
    assert find_closed_claim(text) == ""


@pytest.mark.parametrize("text", ["遺跡の調査は無料だと業者に言われました", "届出がいると聞きましたが、合っていますか"])
def test_what_somebody_said_to_be_so_is_claimed(text: str) -> None:
    assert find_closed_claim(text) != ""


@pytest.mark.parametrize(
    "question",
    [
        "期日前投票所には託児コーナーがありますか",
        "扇湖山荘に茶室はあるのでしょうか",
        "職員研修に乗馬は入っていますか",
        "玉縄支所には水飲み場の窓口がありますか",
    ],
)
def test_a_thing_that_the_record_does_not_print_is_neither_confirmed_nor_denied(talk: Talk, question: str) -> None:
    assert talk(question)[-1].status == "not_found"


@pytest.mark.parametrize(
    "question",
    [
        "スマートシティの構想に市民団体は加わりますか",
        "軽トラックに軽自動車税はかかりますか",
        "川の護岸がくずれています。作業センターで直してもらえますか",
    ],
)
def test_what_the_record_prints_and_what_is_wished_for_stays_answered(talk: Talk, question: str) -> None:
    assert talk(question)[-1].status == "answered"
