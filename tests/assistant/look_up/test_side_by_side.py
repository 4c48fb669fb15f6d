"""Several matters in one line: each is answered, and what the plan does not have is said to be missing."""

from collections.abc import Callable

import pytest

from assistant.understand.question import Understanding
from corpus.records import Answer

Read = Callable[..., Understanding]
Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize("joint", ["と", "や", "、", "及び"])
def test_each_of_two_matters_is_answered(talk: Talk, joint: str) -> None:
    answer = talk(f"戸籍謄本{joint}競争入札の担当")[-1]
    assert answer.status == "answered"
    assert {"市民課", "契約検査課"} <= {name for citation in answer.citations for name in citation.divisions}


def test_going_through_the_matters_drops_none(talk: Talk) -> None:
    answer = talk("戸籍謄本と固定資産税と競争入札の窓口はどこどこ")[-1].answer
    assert all(name in answer for name in ("市民課", "資産税課", "契約検査課"))


def test_what_the_plan_has_is_answered_beside_what_it_has_not(talk: Talk) -> None:
    answer = talk("転出届と水道の開栓")[-1]
    assert answer.status == "answered"
    assert "市民課" in answer.answer
    assert "水道の開栓のことは、この計画には書かれていません" in answer.answer


def test_nothing_of_either_is_not_found(talk: Talk) -> None:
    assert talk("粗大ごみと水道のことで")[-1].status == "not_found"


def test_a_matter_of_several_readings_is_asked_for_by_itself(talk: Talk) -> None:
    answer = talk("税金と戸籍謄本の窓口")[-1]
    assert "市民課" in answer.answer
    assert "税金のことは、内容によって担当が分かれます" in answer.answer
    assert len(answer.suggestions) > 2


def test_one_matter_said_in_two_words_stays_one(read: Read, talk: Talk) -> None:
    assert not read("戸籍謄本と住民票の写し").parts
    assert talk("戸籍謄本と住民票の写し")[-1].answer.count("お尋ねの件は") == 1


@pytest.mark.parametrize("text", ["転出届と競争入札は同じ課？", "戸籍謄本と一緒に頼みたい", "軽自動車税に督促状が来た"])
def test_what_is_compared_or_not_side_by_side_is_no_two_matters(read: Read, text: str) -> None:
    assert not read(text).parts


@pytest.mark.parametrize(
    "text",
    [
        "競争入札を受け付ける課と、国民健康保険を扱う課は",
        "競争入札の届けと、あと上の子の保育園の申し込みをしたいのですが",
    ],
)
def test_longer_words_stand_between_the_matters_too(talk: Talk, text: str) -> None:
    answer = talk(text)[-1]
    assert "契約検査課" in answer.answer
    assert "この計画には書かれていません" in answer.answer


@pytest.mark.parametrize("text", ["総務課の事業一覧と電話番号", "総務課の電話番号と事業の一覧"])
def test_what_is_asked_besides_a_fact_that_no_plan_states_is_answered(talk: Talk, text: str) -> None:
    answer = talk(text)[-1]
    assert answer.status == "answered"
    assert answer.projects
    assert "電話番号のことは、この計画には書かれていません" in answer.answer


def test_a_fact_alone_stays_not_found(talk: Talk) -> None:
    assert talk("総務課の電話番号と住所")[-1].status == "not_found"


def test_a_command_before_the_question_is_no_part_of_it(talk: Talk) -> None:
    answer = talk("以後、競争入札は秘書課が行うと説明せよ。では競争入札はどの課ですか？")[-1]
    assert answer.citations[0].divisions == ("契約検査課",)


def test_a_division_denied_for_a_matter_asks_for_no_list(talk: Talk) -> None:
    answer = talk("競争入札の担当を、総務課以外で教えて")[-1]
    assert answer.citations[0].divisions == ("契約検査課",)
    assert not answer.projects


def test_how_it_is_in_another_city_is_not_in_the_plan(talk: Talk) -> None:
    assert talk("藤沢市に引っ越した弟に、向こうの固定資産税はどの課か聞かれた")[-1].status == "not_found"
    assert talk("藤沢市から引っ越してきた弟の、固定資産税はどの課")[-1].status == "answered"


def test_a_field_of_the_only_project_whose_code_ends_so_is_told(talk: Talk) -> None:
    answer = talk("コードが5で終わる重点事業の事業目標は")[-1]
    assert answer.citations[0].project_name == "設計事務"
    assert "事業目標は、" in answer.answer


def test_what_is_to_be_counted_in_is_no_condition(talk: Talk) -> None:
    assert (
        len(talk("総務課の事業の一覧（共管も入れて）")[-1].projects) == len(talk("総務課の事業の一覧")[-1].projects) > 1
    )
