"""Claims on a matter that is told in its own words: its divisions, its account; and names that are no claim."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    ("claim", "says"),
    [
        ("公用車の管理は財政課と公的不動産活用課の共管ですよね", "いいえ"),
        ("定数の管理は行政マネジメント課と総務課の共管でしたよね", "はい"),
        ("公共用地の先行取得は一般会計でしたっけ", "いいえ"),
        ("公共用地の先行取得は特別会計ですよね", "はい"),
        ("健康診断も総務課でまとめて扱っているんですよね", "いいえ"),
    ],
)
def test_a_claim_on_a_matter_is_checked_against_its_project(talk: Talk, claim: str, says: str) -> None:
    answer = talk(claim)[0]
    assert answer.status == "answered"
    assert answer.answer.startswith(says)


def test_a_facility_that_the_plan_prints_is_no_division_that_was_claimed(talk: Talk) -> None:
    answer = talk("行政センターの建物はどこが手入れしますか")[0]
    assert "いいえ" not in answer.answer
    assert answer.answer.count("行政センター全体の維持管理") == 1


def test_an_order_for_a_list_is_still_one(talk: Talk) -> None:
    assert len(talk("秘書課の事業をまとめて見せて")[0].projects) > 1


@pytest.mark.parametrize(
    ("claim", "status", "says"),
    [
        ("五輪の仕事は令和三年度で終わったはずですよね", "answered", "はい"),
        ("オリパラの推進は2022年度までやっていたんですよね", "answered", "いいえ"),
        ("五輪の仕事は平成29年度からですよね", "not_found", "申し訳"),  # the note tells the end alone
        ("文書管理の仕事は令和3年度で終わったはずですよね", "answered", "いいえ"),
    ],
)
def test_a_year_before_the_plan_is_checked_where_a_note_prints_an_end(
    talk: Talk, claim: str, status: str, says: str
) -> None:
    answer = talk(claim)[0]
    assert answer.status == status
    assert answer.answer.startswith(says)
