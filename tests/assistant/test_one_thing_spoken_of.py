"""What one project does besides, what several have in common, the plan beside a project, rows of questions."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


def names(answer: Answer) -> set[str | None]:
    """The projects that the answer cites."""
    return {citation.project_name for citation in answer.citations}


@pytest.mark.parametrize(
    ("first", "then", "printed"),
    [
        ("車両管理事務の課は？", "そこは事故の処理もするんですか", "事故処理"),
        ("会計事務の課は？", "決算書の調製もその事務に入っていますか", "決算書"),
        ("本庁舎等整備事業の課は？", "市庁舎現在地の利活用も同じ事業に入りますか", "市庁舎現在地"),
        ("契約検査課の事業は？", "最後のほうには修繕も含まれますか", "修繕"),
    ],
    ids=["pointed at", "as part of it", "in its schedule", "the entry of a list"],
)
def test_what_is_done_besides_is_told_by_the_own_record(talk: Talk, first: str, then: str, printed: str) -> None:
    answer = talk(first, then)[-1]
    assert printed in answer.answer
    assert len(names(answer)) == 1


def test_what_the_own_record_does_not_print_is_looked_for_elsewhere(talk: Talk) -> None:
    assert "会計事務" not in names(talk("会計事務の課は？", "軽自動車税の課税もしていますか")[-1])


def test_the_division_that_several_matters_share_is_told_first(talk: Talk) -> None:
    asked = ("契約事務の課は？", "検査事務の課は？", "庁用器具管理事務の課は？", "三つに共通する課は？")
    assert talk(*asked)[-1].answer.startswith("すべてに共通する所管課は、契約検査課です。")
    apart = ("契約事務の課は？", "秘書事務の課は？", "両方とも同じ課ですか")
    assert talk(*apart)[-1].answer.startswith("いいえ、同じではありません。")


def test_a_matter_of_a_row_is_asked_as_the_one_before(talk: Talk) -> None:
    answer = talk("まず、公用車の担当課は？", "次に、統計調査", "最後に、条例の審査")[-1]
    assert answer.status == "answered"
    assert names(answer) == {"法制事務"}


def test_the_plan_that_a_question_named_beside_its_project_is_meant(talk: Talk) -> None:
    asked = ("公共施設再編計画に沿って進める事業は？", "その計画はいつ策定された？")
    assert "平成27年" in talk(*asked)[-1].answer.replace(" ", "")


def test_the_other_offices_of_a_kind_are_all_but_the_one_spoken_of(talk: Talk) -> None:
    answer = talk("深沢支所の事業は？", "ほかの支所にもそんな事業がありますか")[-1]
    assert [project.divisions for project in answer.projects] == [("腰越支所",), ("大船支所",), ("玉縄支所",)]


def test_of_projects_alike_the_one_of_the_division_named_is_meant(talk: Talk) -> None:
    assert names(talk("玉縄支所の事業は何という名前ですか")[-1]) == {"玉縄支所管理運営事務"}


def test_which_of_a_list_are_shared_is_answered_as_a_list(talk: Talk) -> None:
    answer = talk("財政課の事業は？", "そのうち複数の課で所管しているのは？")[-1]
    assert [project.name for project in answer.projects] == ["財産管理事務"]


@pytest.mark.parametrize("mark", ["マーク", "しるし", "ラベル"])
def test_a_theme_in_full_is_one_whatever_its_mark_is_called(talk: Talk, mark: str) -> None:
    answer = talk(f"「行財政運営の最適化」の{mark}が付いた事業は？")[-1]
    assert [project.name for project in answer.projects] == ["行財政改革推進事業", "公共施設再編事業"]
