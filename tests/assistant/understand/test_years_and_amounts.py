"""Years and sums of money in every notation, and what is not one."""

import pytest

from assistant.understand.cues import find_cues
from assistant.understand.money import find_amounts
from assistant.understand.normalize import fold
from assistant.understand.sets import find_filters, plainly
from assistant.understand.years import find_years, plan_years

COVERED = ("令和５年度", "令和６年度", "令和７年度")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("令和6年度の予定は", [2024]), ("令和６年度", [2024]), ("R6", [2024]), ("r6年度", [2024]), ("R.6", [2024]),
        ("Ｒ６の予定", [2024]), ("2024年度", [2024]), ("２０２４年", [2024]), ("平成30年", [2018]), ("H27", [2015]),
        ("令和元年度", [2019]), ("R5とR7", [2023, 2025]), ("令和5年から令和7年", [2023, 2025]), ("R6とR6", [2024]),
    ],
)  # fmt: skip
def test_a_year_is_read_in_every_notation(text: str, years: list[int]) -> None:
    assert find_years(fold(text)) == years


@pytest.mark.parametrize(
    "text",
    ["東京2020オリンピック・パラリンピック推進事業の担当は", "事業CD 0-2-1-3", "2025百万円", "2,024件", "90%", "car6"],
)
def test_a_number_that_is_no_year_is_none(text: str) -> None:
    assert find_years(fold(text)) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("令和五年度", [2023]), ("令和十二年度", [2030]), ("令和5～7年度", [2023, 2024, 2025]),
        ("R5〜7", [2023, 2024, 2025]),
        ("令和5年度から7年度", [2023, 2024, 2025]), ("2023～2025年度", [2023, 2024, 2025]),
        ("令和5年から10年間", [2023]),
    ],
)  # fmt: skip
def test_years_in_kanji_and_ranges_are_read(text: str, years: list[int]) -> None:
    assert find_years(fold(text)) == years


def test_years_are_told_apart_by_whether_the_plan_covers_them() -> None:
    assert plan_years([2025, 2019, 2023], COVERED) == (["令和７年度", "令和５年度"], [2019])


@pytest.mark.parametrize(
    ("text", "million_yen"),
    [
        ("3億1,600万円", 316), ("65,775百万円", 65775), ("316百万円", 316), ("１，３５７百万円", 1357),
        ("9,200万円", 92),
        ("1.5億円", 150), ("5千万円", 50), ("1億5千万円", 150), ("67,000,000円", 67), ("2億", 200),
    ],
)  # fmt: skip
def test_a_sum_is_read_in_million_yen(text: str, million_yen: int) -> None:
    assert find_amounts(fold(text)) == (million_yen,)


@pytest.mark.parametrize("text", ["3件以上", "0-2-1-3", "令和6年度", "2番目"])
def test_a_number_that_is_no_sum_is_none(text: str) -> None:
    assert find_amounts(fold(text)) == ()


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("1億円以上の事業", {"cost_from": 100.0}), ("3億円を超える事業", {"cost_over": 300.0}),
        ("3億円超の事業", {"cost_over": 300.0}), ("92百万円より多い事業", {"cost_over": 92.0}),
        ("1億円未満の事業", {"cost_under": 100.0}), ("2億円に満たない事業", {"cost_under": 200.0}),
        ("9,200万円以下の事業", {"cost_to": 92.0}), ("316百万円以内の事業", {"cost_to": 316.0}),
        ("1億円以上3億円未満の事業", {"cost_from": 100.0, "cost_under": 300.0}),
    ],
)  # fmt: skip
def test_a_bound_says_whether_it_is_included(text: str, bounds: dict[str, float]) -> None:
    plain = plainly(fold(text))
    filters = find_filters(plain, find_cues("asks", plain))
    assert filters.model_dump(include={"cost_from", "cost_over", "cost_to", "cost_under"}, exclude_none=True) == bounds


@pytest.mark.parametrize(
    ("text", "million_yen"),
    [("三億円", 300), ("三億千六百万円", 316), ("二十億円", 2000), ("100百万円", 100), ("300,000千円", 300)],
)
def test_a_sum_in_kanji_is_read(text: str, million_yen: int) -> None:
    assert find_amounts(fold(text)) == (million_yen,)
