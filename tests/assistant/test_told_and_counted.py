"""Divisions as people write and compare them: in other characters of the same sound, against one just counted."""

import pytest

from tests.assistant.conftest import Talk


def test_a_division_in_other_characters_of_its_sound_is_the_one_meant(talk: Talk) -> None:
    answer = talk("能税課の事業を一覧で")[-1]
    assert (answer.status, [one.divisions for one in answer.projects]) == ("answered", [("納税課",)] * 3)


def test_a_division_of_another_sound_is_still_none_of_the_plan_s(talk: Talk) -> None:
    assert talk("能動課の事業を一覧で")[-1].status == "not_found"


@pytest.mark.parametrize(
    ("before", "asked", "said"),
    [
        ("企画課は何件？", "秘書課より多いですか", "件数は同じです"),
        ("総務課の担当する事業の数", "企画課と比べて少ない？", "総務課のほうが、企画課より4件多いです"),
    ],
)
def test_the_number_of_a_division_s_projects_is_held_against_another_s(
    talk: Talk, before: str, asked: str, said: str
) -> None:
    assert said in talk(before, asked)[-1].answer


def test_a_division_told_as_the_reason_to_send_somebody_there_is_a_claim(talk: Talk) -> None:
    assert talk("式典は職員課なので、そちらへ回しますね")[-1].answer.startswith("いいえ、職員課ではなく、秘書課です。")


def test_each_of_several_endings_of_a_code_will_do(talk: Talk) -> None:
    answer = talk("コードの末尾が1の事業と末尾が4の事業")[-1]
    assert [one.code for one in answer.projects] == ["0-2-1-1", "0-2-1-4"]


def test_what_ended_before_the_year_asked_for_is_no_finished_project(talk: Talk) -> None:
    answer = talk("旧諸戸邸の基本設計が終わった翌年度にすること")[-1]
    assert "令和6年度" in answer.answer
    assert "旧諸戸邸の改修に向けた実施設計" in answer.answer
