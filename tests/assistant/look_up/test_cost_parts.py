"""A cost is printed as one sum for three years: its parts are not made up."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    "question",
    [
        "設計事務の2025年度の事業費は？",
        "行財政改革推進事業の5年度分と6年度分の事業費",
        "スマートシティの6,700万円を年度ごとに分けると",
        "令和6年度に一番お金がかかる重点事業は",
        "行財政運営の事業費の中で予備費が占める額は？",
    ],
)
def test_a_part_of_a_cost_is_not_in_the_plan(talk: Talk, question: str) -> None:
    answer = talk(question)[-1]
    assert (answer.status, answer.citations) == ("not_found", ())


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("設計事務の3年分の費用", "293百万円"),
        ("重点事業のうち設計事務はいくら？", "293百万円"),
        ("令和5年度から令和7年度の設計事務の費用", "293百万円"),
        ("公共施設再編事業の令和5年度の予定と事業費は", "316百万円"),
        ("65,775百万円のうち重点事業が占める割合は", "3.2%"),
        ("設計事務は1年あたりいくら", "97.67百万円"),
    ],
)
def test_the_whole_or_what_can_be_computed_is(talk: Talk, question: str, said: str) -> None:
    assert said in talk(question)[-1].answer


def test_a_part_of_what_was_spoken_of_is_not_in_the_plan_either(talk: Talk) -> None:
    answers = talk("行財政改革推進事業の推計事業費は", "そのうちシステムに使うのはいくら", "では目標は")
    assert [answer.status for answer in answers] == ["answered", "not_found", "answered"]
    assert "行財政改革推進事業の事業目標" in answers[-1].answer
