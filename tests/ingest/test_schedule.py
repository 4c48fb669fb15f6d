import pytest

from ingest.schedule import split_by_year

CASES = {
    "the same two themes every year": (
        3,
        [["道路の設計", "橋の点検"], ["道路の設計", "橋の点検"], ["道路の設計", "橋の点検"]],
    ),
    "a theme that ends after the first year": (
        3,
        [
            ["公園計画の改訂", "駅前広場の調査", "図書館の基本設計"],
            ["駅前広場の工事", "図書館の実施設計"],
            ["駅前広場の工事", "図書館の開館準備"],
        ],
    ),
    "a theme that begins in the last year": (
        3,
        [["消防署の改修"], ["消防署の改修"], ["消防署の改修", "防災倉庫の新設"]],
    ),
    "a theme that skips a year": (
        3,
        [["体育館の点検", "プールの修繕"], ["プールの修繕"], ["体育館の点検", "プールの修繕"]],
    ),
    "a theme of the middle year alone, behind those that go on": (
        3,
        [
            ["川の護岸の改修", "貯水池の調査"],
            ["川の護岸の改修", "貯水池の設計", "水門の更新"],
            ["川の護岸の改修", "貯水池の工事"],
        ],
    ),
    "the same single item": (3, [["窓口の案内"], ["窓口の案内"], ["窓口の案内"]]),
    "one item a year that goes on": (3, [["庁舎の基本設計"], ["庁舎の実施設計"], ["庁舎の工事"]]),
    "four years": (4, [["下水管の調査", "ポンプの更新"]] * 4),
    "one year": (1, [["台帳の整備", "窓口の案内"]]),
    "nothing in common, as many as years": (2, [["台帳の整備"], ["職員の研修"]]),
}


@pytest.mark.parametrize(("years", "columns"), CASES.values(), ids=CASES)
def test_items_come_back_to_the_year_they_belong_to(years: int, columns: list[list[str]]) -> None:
    items = [item for column in columns for item in column]
    assert split_by_year(items, years) == columns


def test_no_items_leave_every_year_empty() -> None:
    assert split_by_year([], 3) == [[], [], []]


def test_fewer_items_than_years_leave_years_empty_and_lose_none() -> None:
    split = split_by_year(["台帳の整備"], 3)
    assert sorted(map(len, split)) == [0, 0, 1]


def test_the_order_of_the_items_is_never_changed() -> None:
    items = ["ア", "イ", "ア", "ウ", "イ", "エ", "ア"]
    assert [item for year in split_by_year(items, 3) for item in year] == items
