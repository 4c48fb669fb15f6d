"""What is stated of the one project spoken of, its divisions, the items of its schedule, and the way back to it."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


def _cited(answer: Answer) -> set[str | None]:
    return {citation.project_name for citation in answer.citations}


@pytest.mark.parametrize(
    ("first", "claim", "opening"),
    [
        ("車両管理事務はどこ？", "なるほど、特別会計なんですね", "いいえ"),
        ("車両管理事務はどこ？", "じゃあ重点事業ではないんだね", "はい"),
        ("公共施設再編事業の目標は？", "2億は超えてるわけか", "はい"),
        ("設計事務の目標は？", "4億もかからないよね", "はい"),
        ("事務管理事務はどこ？", "複数の課にまたがってるんだね", ""),
        ("東京2020の事業はどこ？", "すでに終わったやつなのね", "はい"),
    ],
)
def test_what_is_stated_of_the_one_spoken_of_is_answered_about_it_alone(
    talk: Talk, first: str, claim: str, opening: str
) -> None:
    before, answer = talk(first, claim)
    assert answer.answer.startswith(opening)
    assert _cited(answer) == _cited(before)


@pytest.mark.parametrize("asks", ["重点事業は？", "特別会計の事業はある？", "重点事業って全部でいくつ？"])
def test_a_set_asked_for_after_one_project_is_the_whole_set(talk: Talk, asks: str) -> None:
    assert "車両管理事務" not in _cited(talk("車両管理事務はどこ？", asks)[-1])


@pytest.mark.parametrize(
    ("asks", "name"),
    [
        ("左に書いてある課はほかに何を担当？", "ふるさと寄附金推進事業"),
        ("後から名前の出た課は、ほかにどんな事業がある？", "庁舎管理事務"),
    ],
)
def test_a_division_is_told_by_its_place_in_the_answer(talk: Talk, asks: str, name: str) -> None:
    cited = _cited(talk("財産管理事務の担当課は？", asks)[-1])
    assert name in cited
    assert "財産管理事務" not in cited


@pytest.mark.parametrize(
    "back",
    ["話を戻すけど、車の課はほかに何をしてる？", "車両の話に戻りますが、その課のほかの事業は？"],
)
def test_a_division_is_told_by_a_matter_spoken_of_earlier(talk: Talk, back: str) -> None:
    cited = _cited(talk("車両管理はどこ？", "文書の保存はどこ？", back)[-1])
    assert "庁舎管理事務" in cited
    assert not {"車両管理事務", "法制事務"} & cited


@pytest.mark.parametrize("asks", ["今泉さわやかセンターは？", "今泉さわやかセンターの修繕はいつまで？"])
def test_an_item_of_the_schedule_in_sight_comes_before_a_place_of_its_name(talk: Talk, asks: str) -> None:
    answer = talk("設計事務の費用は？", asks)[-1]
    assert _cited(answer) == {"設計事務"}
    assert "令和6年度" in answer.answer
