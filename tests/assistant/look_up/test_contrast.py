"""What several divisions or projects do, side by side; whose share the plan does not tell; no costs unasked."""

from collections.abc import Callable

import pytest

from assistant.understand.contrast import is_contrast
from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    "text",
    ["秘書課と監査委員事務局の違い", "秘書課と監査委員事務局を比較して", "秘書課と監査委員事務局はどう分かれてる"],
)
def test_each_of_two_divisions_is_told_with_its_contents(talk: Talk, text: str) -> None:
    answer = talk(text)[-1].answer
    assert "同じではなく" in answer
    assert "理事者の日程管理" in answer
    assert "監査を実施します" in answer
    assert "推計事業費" not in answer


def test_one_spoken_of_before_is_set_beside_the_one_named(talk: Talk) -> None:
    answer = talk("秘書課の事業は", "コンプライアンス課とは何が違うの")[-1]
    divisions = {name for citation in answer.citations for name in citation.divisions}
    assert {"秘書課", "コンプライアンス課"} <= divisions
    assert {project.name for project in talk("検査事務とは", "契約事務とどう違いますか")[-1].projects} == set()


@pytest.mark.parametrize("text", ["どの支所も同じことをしてるのかな", "玉縄と腰越は何が違うの"])
def test_what_is_printed_alike_is_said_to_be_the_same_and_told_once(talk: Talk, text: str) -> None:
    answer = talk(text)[-1].answer
    assert "どれも同じです" in answer
    assert answer.count("各種申請や届出の処理") == 1


def test_a_kind_of_division_stands_beside_another(talk: Talk) -> None:
    answer = talk("支所と納税課の違いは")[-1].answer
    assert all(name in answer for name in ("玉縄支所", "腰越支所", "納税課", "滞納整理事務"))


def test_a_division_that_the_plan_lacks_is_said_to_be_missing(talk: Talk) -> None:
    answer = talk("秘書課と広報課の違いは")[-1].answer
    assert "理事者の日程管理" in answer
    assert "広報課のことは、この計画には書かれていません" in answer


def test_costs_are_compared_where_costs_were_spoken_of(talk: Talk) -> None:
    answer = talk("設計事務の推計事業費", "公共施設再編事業と比べると")[-1].answer
    assert "推計事業費の差は" in answer


def test_who_does_what_of_a_shared_project_is_not_written(talk: Talk) -> None:
    assert "分担は計画に書かれていません" in talk("事務管理事務は二課のどっちが主ですか")[-1].answer


def test_what_no_plan_tells_decides_between_no_two_divisions(talk: Talk) -> None:
    assert talk("秘書課と会計課、どっちが忙しいですか")[-1].status == "not_found"


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("AとBの役割分担", True),
        ("AとBは同じ仕事？", True),
        ("AとBの事業費の違い", False),
        ("A課で間違いないですか", False),
        ("AとBは同じ課ですか", False),
    ],
)
def test_a_contrast_is_of_what_is_done(text: str, asks: bool) -> None:
    assert is_contrast(text) is asks
