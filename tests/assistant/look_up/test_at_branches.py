"""An errand at a branch office: the division in charge, the office's own row, and no yes or no, however it is asked."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    "turns",
    [
        ("戸籍抄本は玉縄支所でもらえますか",),
        ("戸籍抄本は玉縄支所ですよね",),
        ("戸籍抄本がほしい", "玉縄でも大丈夫？"),
        ("戸籍抄本がほしい", "玉縄支所で受け取れる？"),
    ],
)
def test_the_same_is_said_in_every_wording(talk: Talk, turns: tuple[str, ...]) -> None:
    answer = talk(*turns)[-1].answer
    assert "市民課" in answer
    assert "玉縄支所も、計画では次の業務を行う" in answer
    assert "玉縄支所で扱うかどうかまでは、計画に書かれていません" in answer
    assert not answer.startswith(("はい", "いいえ"))


def test_all_offices_are_told_where_none_is_named(talk: Talk) -> None:
    answer = talk("マイナンバーカードは支所で受け取れる？")[-1].answer
    assert answer.startswith("お尋ねの件は、市民課")
    assert "大船支所" in answer


def test_a_matter_that_no_office_takes_is_another_divisions(talk: Talk) -> None:
    assert talk("道路の陥没は大船支所ですか")[-1].answer.startswith("いいえ、大船支所ではなく、作業センター")


def test_a_matter_that_the_plan_lacks_is_not_found_at_an_office(talk: Talk) -> None:
    assert talk("旅券の更新は腰越支所でできますか")[-1].status == "not_found"


def test_the_row_of_all_offices_is_told_once(talk: Talk) -> None:
    answer = talk("地域団体との連絡調整は支所もやりますか")[-1].answer
    assert answer.count("各種申請や届出の処理") == 1
    assert answer.count("お尋ねの件は") == 1
