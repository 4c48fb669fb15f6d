"""On which side of a figure something lies, however it is said."""

import pytest

from assistant.understand.bounds import plain_bounds


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("2億円をこえる事業", "2億円を超える事業"),
        ("2億円を越している事業", "2億円を超える事業"),
        ("2億円をうわまわるもの", "2億円を超えるもの"),
        ("2億円を超えない事業", "2億円以下の事業"),
        ("2億円におさまる取組", "2億円以下の取組"),
        ("2億円に届いていない事業", "2億円未満の事業"),
        ("2億円に届かない事業", "2億円未満の事業"),
        ("五千万円を切る事業", "五千万円未満の事業"),
        ("2億円を下らない事業", "2億円以上の事業"),
        ("5件いじょうの課", "5件以上の課"),
    ],
)
def test_a_bound_is_read_in_one_way(text: str, plain: str) -> None:
    assert plain_bounds(text) == plain


@pytest.mark.parametrize("text", ["2億円を切り上げて", "2億円を割り当てる", "2億円いかがですか", "時間をこえる事業"])
def test_what_bounds_nothing_stays(text: str) -> None:
    assert plain_bounds(text) == text
