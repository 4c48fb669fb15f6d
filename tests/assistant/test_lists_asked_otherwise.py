"""Lists asked for by a row of short division names, by how many there are, by what the divisions are besides."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    "text",
    [
        "総務・秘書・会計の三課の事業は何件ですか",
        "3つの課（総務、秘書、会計）の事業を全部",
        "総務と秘書と会計の各課が持つ事業",
    ],
)
def test_divisions_in_a_row_share_the_word_that_counts_them(talk: Talk, text: str) -> None:
    answer = talk(text)[-1]
    of = {name for project in answer.projects for name in project.divisions} - {"行政マネジメント課"}
    assert of == {"総務課", "秘書課", "会計課"}


def test_a_row_that_counts_otherwise_is_none(talk: Talk) -> None:
    answer = talk("総務・秘書の三課の事業は")[-1]
    assert {name for project in answer.projects for name in project.divisions} != {"総務課", "秘書課"}


def test_as_many_offices_as_there_are_of_a_kind_are_all_of_them(talk: Talk) -> None:
    assert len(talk("支所の仕事を四つとも見せてください")[-1].projects) == len(("腰越", "深沢", "大船", "玉縄"))


@pytest.mark.parametrize(
    "text", ["設計事務、担当課以外に載っている課はどこ", "設計事務で、所管課とは別に書いてある課は"]
)
def test_divisions_besides_those_in_charge_are_the_related_ones(talk: Talk, text: str) -> None:
    assert "浄化センター" in talk(text)[-1].answer


def test_several_bodies_named_in_a_row_are_looked_up_one_by_one(talk: Talk) -> None:
    answer = talk("監査委員、統計、公平委員会。この三つに関する事業を教えて")[-1]
    assert {project.name for project in answer.projects} == {
        "監査事務",
        "統計事務",
        "委託統計調査事務",
        "公平委員会事務",
    }


def test_what_money_is_spent_on_is_no_rate_of_a_tax(talk: Talk) -> None:
    assert "1,357" in talk("本庁舎等整備事業の課は？", "税金はいくら使うんですか")[-1].answer


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("名前に「管理」が付いて財政課でない事業", 13),
        ("「調査」か「研究」が名前に入る事業", 2),
        ("コードの末尾が奇数の事業", 3),
        ("総務課がよその課と組んでいる事業は", 1),
        ("公平委員会事務と同じ課の事業", 6),
        ("設計事務と同じまちにつながる事業", 2),
        ("「共創」に触れている事業", 1),
        ("事業コードが一切付いていない事業", 43),
        ("秘書事務の次に載っている事業は", 1),
    ],
)
def test_sets_are_read_in_ever_more_ways(talk: Talk, text: str, count: int) -> None:
    assert len(talk(text)[-1].projects) == count


def test_divisions_are_asked_for_by_how_many_projects_they_have(talk: Talk) -> None:
    assert "総務課（6件）" in talk("6件以上の事業を持つ課はどこ")[-1].answer


def test_what_stands_in_one_year_alone_is_told(talk: Talk) -> None:
    answer = talk("令和5年度だけに出てくる工程は")[-1].answer
    assert "公共施設再編計画の改訂" in answer
    assert "スマートシティの推進" not in answer


def test_what_every_year_has_is_told_of_all_projects(talk: Talk) -> None:
    assert "新庁舎等整備に向けた準備" in talk("3年間ずっと続く工程はどれ")[-1].answer
