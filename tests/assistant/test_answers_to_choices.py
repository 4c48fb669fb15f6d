"""Answers to an asking back that take several of its choices, leave one out, or take none yet."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]
ASKED = "建物の話で電話がありました"


def _cited(answer: Answer) -> set[str | None]:
    return {citation.project_name for citation in answer.citations}


@pytest.mark.parametrize("takes", ["1と3", "税のほうと、市役所の管理のほう"])
def test_several_choices_are_answered_together(talk: Talk, takes: str) -> None:
    assert _cited(talk(ASKED, takes)[-1]) == {"固定資産税等賦課事務", "庁舎管理事務"}


@pytest.mark.parametrize("takes", ["全部お願いします", "三つとも"])
def test_all_choices_are_answered_together(talk: Talk, takes: str) -> None:
    asked, answer = talk(ASKED, takes)
    assert answer.status == "answered"
    assert {name for choice in asked.clarify or () for name in choice.divisions} <= {
        name for citation in answer.citations for name in citation.divisions
    }


@pytest.mark.parametrize("tells", ["どれか本人も分からないそうです", "少々お待ちください", "担当課は？"])
def test_what_picks_nothing_is_asked_back_again(talk: Talk, tells: str) -> None:
    asked, again = talk(ASKED, tells)
    assert again.clarify == asked.clarify
    assert talk(ASKED, tells, "2番")[-1].answer == talk(ASKED, "2番")[-1].answer


def test_the_rest_is_offered_where_one_choice_is_left_out(talk: Talk) -> None:
    asked, rest = talk(ASKED, "税金じゃないほう")
    assert rest.clarify == tuple(choice for choice in asked.clarify or () if "税金" not in choice.label)


@pytest.mark.parametrize("denies", ["どれでもない", "その中にはありません"])
def test_none_of_the_choices_is_not_in_the_plan(talk: Talk, denies: str) -> None:
    assert talk(ASKED, denies)[-1].status == "not_found"


def test_the_other_one_is_the_one_that_is_named(talk: Talk) -> None:
    last = talk("庁舎の件です", "両方の課を", "新しく造るほうの金額", "もう一方、庁舎管理事務の内容は？")[-1]
    assert _cited(last) == {"庁舎管理事務"}


def test_whoever_objects_means_the_division_that_he_named(talk: Talk) -> None:
    answer = talk("車両管理は秘書課でしょ？", "でも式典をやっているのはそこですよね")[-1]
    assert answer.answer.startswith("はい、秘書課")


def test_the_first_of_a_list_by_the_name_of_the_list(talk: Talk) -> None:
    assert _cited(talk("重点事業の一覧", "一覧の最初は？")[-1]) == {"スマートシティ推進事業"}


@pytest.mark.parametrize("asks", ["コードは付いてる？", "コードありますか", "番号は載っていますか？"])
def test_whether_the_one_spoken_of_has_something_is_asked_of_it_alone(talk: Talk, asks: str) -> None:
    answer = talk("統計事務の担当は？", asks)[-1]
    assert "記載がありません" in answer.answer
    assert _cited(answer) == {"統計事務"}


def test_another_part_is_set_against_the_same_whole(talk: Talk) -> None:
    whole, part = "行財政運営全体の推計事業費のうち、設計事務は何割？", "じゃあ重点事業全部だと？"
    assert talk(whole, part)[-1].answer == talk(whole.replace("設計事務", "重点事業"))[-1].answer
    assert _cited(talk(whole, "目標は？")[-1]) == {"設計事務"}
