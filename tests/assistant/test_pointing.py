"""Follow-ups that point: at a side of what was shown, back to a list, at the division spoken of for another matter."""

from collections.abc import Callable

import pytest

from corpus.records import Answer, Project

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize("side", ["修繕のほう", "維持のほうです", "掃除のほうだって"])
def test_a_side_of_an_offer_is_never_answered_by_another_offer(talk: Talk, side: str) -> None:
    offered, taken = talk("庁舎の担当は？", side)
    assert offered.status == "clarify"
    assert (taken.status, "庁舎管理事務" in taken.answer) == ("answered", True)


@pytest.mark.parametrize(
    ("side", "name"), [("法人のやつで", "市民税賦課事務"), ("バイクのほうです", "軽自動車税賦課事務")]
)
def test_a_side_of_a_list_is_one_of_its_entries(talk: Talk, side: str, name: str) -> None:
    assert name in talk("市民税課の事業を教えて", side)[-1].answer


def test_a_place_alone_picks_the_branch_offered(talk: Talk) -> None:
    assert "深沢支所" in talk("支所の仕事はどこ？", "山のほうの、深沢です")[-1].answer


@pytest.mark.parametrize(
    "back", ["最初の一覧に戻って、", "元の6件のうち、", "全部の一覧に戻ると、", "さっきの全部の中で、", "元のに戻って"]
)
def test_a_question_goes_back_to_the_longer_list(talk: Talk, back: str) -> None:
    answer = talk("総務課の事業を全部", "統計のものだけ", f"{back}弁護士が出てくるのは？")[-1]
    assert [project.name for project in answer.projects] == ["法制事務"]


def test_an_earlier_list_is_shown_again(talk: Talk) -> None:
    first, _, again = talk("納税課の事業は？", "滞納のだけ", "最初の一覧をもう一度")
    assert again.projects == first.projects


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("印刷もその課でやってますか", "いいえ"), ("庁舎の修繕もそこ？", "はい"), ("予算を組むのもそこ？", "いいえ"),
        ("予算もそこ？", "いいえ"), ("ついでに基金の管理もその課だけ？", "いいえ"),
    ],
)  # fmt: skip
def test_another_matter_is_claimed_for_the_division_spoken_of(talk: Talk, text: str, opening: str) -> None:
    assert talk("公用車の担当は？", text)[-1].answer.startswith(opening)


def test_a_matter_of_elsewhere_is_not_the_division_s_either(talk: Talk) -> None:
    assert talk("住民票はどこ？", "パスポートもそこ？")[-1].status == "not_found"


def test_a_word_taken_back_is_not_what_is_meant(talk: Talk) -> None:
    answer = talk("職員研修の担当は？", "あ、間違えました。研修じゃなくて採用のほうです")[-1]
    assert "人事管理事務" in answer.answer


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("会計のことを教えて", "会計課"), ("財政って何をしてるの？", "財政課"), ("支所って何をするところ？", "証明"),
        ("アスベスト", "設計事務"), ("固定資産なんとか委員会はどこ", "税務一般事務"),
    ],
)  # fmt: skip
def test_a_bare_word_is_what_is_called_or_prints_it(talk: Talk, text: str, name: str) -> None:
    answer = talk(text)[-1]
    assert (answer.status, name in answer.answer) == ("answered", True)


def test_a_half_remembered_name_of_several_is_offered(talk: Talk) -> None:
    answer = talk("電子なんとかシステムって何課？")[-1]
    divisions = {name for choice in answer.clarify or () for name in choice.divisions}
    assert {"契約検査課", "デジタル戦略課"} <= divisions


@pytest.mark.parametrize(
    ("claim", "opening"),
    [
        ("3つ目は総務課の単独でしょうか", "いいえ、総務課だけではありません"), ("3つ目は総務課もやってる？", "はい"),
        ("一番下のやつは総務課だけ？", "はい"), ("4番目って会計課の担当ですよね", "いいえ、会計課ではなく、総務課"),
    ],
)  # fmt: skip
def test_a_division_is_claimed_for_the_entry_of_the_list(talk: Talk, claim: str, opening: str) -> None:
    assert talk("総務課の事業は？", claim)[-1].answer.startswith(opening)


@pytest.mark.parametrize("asks", ["担当はどちら？", "事業費はいくら？", "目標を教えて"])
def test_a_code_of_another_project_is_corrected_whatever_is_asked(talk: Talk, asks: str) -> None:
    answer = talk(f"設計事務って0-2-1-3だったはず。{asks}")[-1]
    assert answer.answer.startswith("いいえ、0-2-1-3ではなく、0-2-1-5です。")
    assert "公共施設再編事業" in answer.answer


@pytest.mark.parametrize("named", ["0-2-1-3", "0-2-1-3の公共施設再編事業"])
def test_a_code_that_is_right_confirms_no_other_division(talk: Talk, named: str) -> None:
    answer = talk(f"{named}は財政課の担当でしたっけ")[-1]
    assert answer.answer.startswith("いいえ、財政課ではなく、公的不動産活用課です。")


def test_a_side_that_the_question_named_is_taken_with_it(talk: Talk) -> None:
    answer = talk("庁舎の件で、片付ける話と新しく建てる話があるそうです", "建てるほうで")[-1]
    assert "本庁舎等整備事業" in answer.answer


def test_which_branch_office_is_asked_back(talk: Talk) -> None:
    offered, taken = talk("支所へ行くつもりですが、どの支所が近いですか", "深沢")
    assert (offered.status, "深沢支所" in taken.answer) == ("clarify", True)


def test_which_division_it_is_claims_nothing_of_the_one_spoken_of(talk: Talk) -> None:
    answer = talk("文書管理事務を担当する課の事業を全部", "入札の参加資格はどこの課でしょう")[-1].answer
    assert "契約検査課" in answer
    assert not answer.startswith("いいえ")


def test_the_last_year_of_the_plan_is_asked_for_as_a_whole(talk: Talk, named: dict[str, Project]) -> None:
    answer = talk("計画の最後の年にスマートシティ推進事業で行うことは")[-1].answer
    *_, last = (named["スマートシティ推進事業"].schedule or {}).values()
    assert all(item in answer for item in last)
