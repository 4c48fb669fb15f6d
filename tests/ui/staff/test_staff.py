"""職員 as pure functions: the quiz is the same for the same seed and never calls wrong what the plan says."""

import re
from collections.abc import Mapping

import pytest

from assistant.ports import StreamingAssistant
from corpus.catalogue import Catalogue
from corpus.errors import IndexNotLoaded
from corpus.records import Document, Project
from ui.context import PageContext
from ui.preferences import Preferences
from ui.staff.profile import profile_of
from ui.staff.quiz import MOST_CHOICES, QUESTIONS_A_ROUND, quiz_round
from ui.staff.room import render_controls, render_result

SEEDS = [str(seed) for seed in range(20)]
DIVISIONS = (
    "秘書課",
    "市民税課",
    "資産税課",
    "納税課",
    "東支所",
    "西支所",
    "南支所",
    "北支所",
    "中支所",
    "会計課",
    "企画課",
)


def _project(number: int, name: str, *divisions: str, **more: object) -> Project:
    fields = {"id": f"p-{number}", "name": name, "divisions": divisions, "content": f"{name}を行います。"}
    return Project.model_validate({**fields, "document_id": "plan", "section": "実施事業", "page": 3, **more})


@pytest.fixture
def city() -> Catalogue:
    """One project for each division, two that several share, and one whose divisions the plan leaves open."""
    own = [_project(n, f"第{n}事業", name) for n, name in enumerate(DIVISIONS)]
    shared = _project(
        20, "共同<b>事業", "秘書課", "会計課", related_divisions=("企画課",), priority=True, cost_million_yen=1200
    )
    twin = _project(21, "共同<b>事業", "納税課")
    unnamed = _project(22, "他課事業", "市民税課", divisions_open=True)
    scheduled = _project(
        23, "計画事業", "秘書課", priority=True, cost_million_yen=34, schedule={"令和5年度": ("調査",)}
    )
    document = Document(id="plan", title="みほん計画", text="", pages=())
    return Catalogue(documents=(document,), projects=(*own, shared, twin, unnamed, scheduled), passages=())


def _no_assistant() -> StreamingAssistant:
    raise IndexNotLoaded


def _result(catalogue: Catalogue, parameters: Mapping[str, str]) -> str:
    return render_result(PageContext(_no_assistant, lambda: catalogue, lambda _: None), parameters, Preferences())


def _choices(shown: str) -> list[str]:
    return re.findall(r"data-staff-choice><kbd[^>]*>\d</kbd> <span>(.*?)</span>", shown)


def test_the_same_seed_gives_the_same_round_and_another_seed_another(city: Catalogue) -> None:
    assert quiz_round(city, "7") == quiz_round(city, "7")
    assert quiz_round(city, "7") != quiz_round(city, "8")
    assert len(quiz_round(city, "7")) == QUESTIONS_A_ROUND


@pytest.mark.parametrize("seed", SEEDS)
def test_each_question_has_exactly_one_right_choice_and_no_division_twice(city: Catalogue, seed: str) -> None:
    for quiz in quiz_round(city, seed):
        assert len(set(quiz.choices) & set(quiz.right)) == 1
        assert len(set(quiz.choices)) == len(quiz.choices) == MOST_CHOICES


@pytest.mark.parametrize("seed", SEEDS)
def test_a_division_that_has_a_part_in_a_project_of_that_name_is_never_offered_as_wrong(
    city: Catalogue, seed: str
) -> None:
    (quiz,) = quiz_round(city, seed, ["p-20"])
    assert not {"納税課", "企画課"} & set(quiz.choices)
    assert quiz.right == ("秘書課", "会計課")


def test_a_project_whose_divisions_the_plan_leaves_open_is_not_asked(city: Catalogue) -> None:
    assert quiz_round(city, "1", ["p-22"]) == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_divisions_of_the_same_kind_are_offered_first(city: Catalogue, seed: str) -> None:
    (tax,) = quiz_round(city, seed, ["p-1"])
    assert {"市民税課", "資産税課", "納税課"} <= set(tax.choices)
    (branch,) = quiz_round(city, seed, ["p-4"])
    assert all(choice.endswith("支所") for choice in branch.choices)


def test_the_address_alone_decides_the_question_and_its_choices(city: Catalogue) -> None:
    first = _result(city, {"seed": "3", "n": "2"})
    assert first == _result(city, {"seed": "3", "n": "2"})
    assert len(_choices(first)) == MOST_CHOICES
    assert "#staff?seed=3&amp;n=2&amp;choice=1" in first


def test_each_division_of_a_shared_project_counts_as_right(city: Catalogue) -> None:
    address = {"seed": "5", "n": "1", "only": "p-20"}
    (quiz,) = quiz_round(city, "5", ["p-20"])
    for at, choice in enumerate(quiz.choices, 1):
        shown = _result(city, {**address, "choice": str(at)})
        assert f'data-right="{"yes" if choice in ("秘書課", "会計課") else "no"}"' in shown
        assert "担当は秘書課、会計課です。" in shown


def test_the_answer_is_explained_by_the_plan_s_words_their_page_and_the_project_s_own_page(city: Catalogue) -> None:
    shown = _result(city, {"seed": "5", "n": "1", "only": "p-20", "choice": "1"})
    assert "共同&lt;b&gt;事業を行います。" in shown
    assert "<b>" not in shown
    assert "みほん計画　3ページ" in shown
    assert 'href="/projects/p-20"' in shown


def test_only_priority_projects_are_asked_where_the_address_says_so(city: Catalogue) -> None:
    shown = _result(city, {"seed": "1", "set": "priority", "n": "3"})
    assert "data-staff-end" in shown
    assert re.findall(r'href="/projects/(p-\d+)"', shown) in (["p-20", "p-23"], ["p-23", "p-20"])


@pytest.mark.parametrize(
    "parameters",
    [{"seed": "1", "n": "0"}, {"seed": "1", "n": "99"}, {"seed": "1", "n": "１"}, {"seed": "1", "choice": "9"}],
    ids=["none", "too-far", "full-width", "no-such-choice"],
)
def test_an_address_that_makes_no_sense_shows_a_question(city: Catalogue, parameters: Mapping[str, str]) -> None:
    assert len(_choices(_result(city, parameters))) == MOST_CHOICES


def test_a_plan_with_one_division_has_no_quiz_and_says_so(city: Catalogue) -> None:
    alone = city.model_copy(update={"projects": city.projects[:1]})
    assert "この条件で出せる問題がありません。" in _result(alone, {})
    assert "この条件で出せる問題がありません。" in _result(alone, {"seed": "1"})


def test_a_division_s_profile_tells_its_projects_costs_and_schedule(city: Catalogue) -> None:
    shown = _result(city, {"division": "秘書課"})
    assert "担当する事業：3件" in shown
    assert "うち重点事業：2件" in shown
    assert "推計事業費：1,234百万円（金額が書かれた2件の合計） <span" in shown
    assert '令和5年度</strong><ul lang="ja"><li>調査</li>' in shown
    assert 'href="/divisions/%E7%A7%98%E6%9B%B8%E8%AA%B2"' in shown


def test_a_division_s_profile_names_the_projects_it_only_takes_part_in(city: Catalogue) -> None:
    profile = profile_of("企画課", city)
    assert profile is not None
    assert [project.id for project in profile.related] == ["p-20"]
    assert profile.cost_million_yen is None


def test_a_division_that_the_plan_does_not_name_is_said_to_be_none(city: Catalogue) -> None:
    shown = _result(city, {"division": "<i>宇宙課"})
    assert "所管課として載っていません" in shown
    assert "<i>" not in shown


def test_every_division_can_be_chosen(city: Catalogue) -> None:
    context = PageContext(_no_assistant, lambda: city, lambda _: None)
    controls = render_controls(context, {"division": "会計課"}, Preferences())
    assert all(f'<option value="{name}"' in controls for name in DIVISIONS)
    assert '<option value="会計課" selected>' in controls
