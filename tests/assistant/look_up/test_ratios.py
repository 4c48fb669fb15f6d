"""Claims of shares and multiples, comparisons with the mean, and turns of a year, over a plan small enough to check."""

from collections.abc import Callable, Sequence

import pytest

from assistant.conversation import ConversationState
from assistant.look_up.cost_questions import CostFinder
from assistant.look_up.findings import OfPair, OfSet
from assistant.look_up.ratios import RatioFinder
from assistant.look_up.turns import of_stage, turning
from assistant.understand.lexicon import Lexicon
from assistant.understand.question import Ratio, Understanding
from assistant.understand.subject import SubjectFinder
from assistant.understand.understander import Understander
from assistant.understand.vocabulary import TermIndex
from corpus.catalogue import Catalogue
from corpus.records import Document, Project, Question

STEPS = {
    "令和8年度": ("港の測量", "浜の点検"),
    "令和9年度": ("港の設計", "浜の点検"),
    "令和10年度": ("港の改修", "浜の点検"),
}


def project(name: str, *divisions: str, **more: object) -> Project:
    """A project of the island's plan; its id is its name."""
    fields = {"content": f"{name}を行います。", "document_id": "d", "section": "実施事業", "page": 1, **more}
    return Project.model_validate({"id": name, "name": name, "divisions": divisions, **fields})


PROJECTS = (
    project("漁港再建事業", "港湾課", priority=True, cost_million_yen=60, schedule=STEPS),
    project("灯台点灯事業", "港湾課", priority=True, cost_million_yen=30),
    project("養蚕振興事業", "農務課", priority=True, cost_million_yen=10),
    project("台帳整理事務", "磯辺審査会事務局"),
    project("検潮観測事務", "農務課"),
)
PLAN = Catalogue(
    documents=(Document(id="d", title="島の計画", text="島の計画", pages=(), publisher="島野市"),),
    projects=PROJECTS, passages=(),
)  # fmt: skip
FINDER = RatioFinder(PLAN, CostFinder(PLAN))


@pytest.fixture(scope="module")
def asked() -> Callable[[str], Understanding]:
    """What a text is understood to ask of the island's plan."""
    understander = Understander(PLAN, Lexicon(PLAN), SubjectFinder(PLAN, TermIndex(PLAN)))
    return lambda text: understander.understand(Question(text=text), ConversationState())


Asked = Callable[[str], Understanding]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("漁港再建事業の費用は重点事業の半分を超えますよね", True),
        ("漁港再建事業の費用は重点事業の半分もいかないですよね", False),
        ("灯台点灯事業の額は重点事業全体の3割くらいですか", True),
        ("灯台点灯事業の額は重点事業全体の4割に届いていますか", False),
        ("漁港再建事業は灯台点灯事業の三倍以上かかるんですよね", False),
        ("漁港再建事業は灯台点灯事業の2倍ですよね", True),
        ("漁港再建事業は灯台点灯事業の2倍を超えませんよね", True),
        ("重点事業に占める養蚕振興事業の割合は10%未満ですか", False),
        ("重点事業の過半を漁港再建事業が占めるというのは本当ですか", True),
        ("灯台点灯事業と養蚕振興事業を合わせても漁港再建事業の4分の3に届かないですよね", True),
    ],
)  # fmt: skip
def test_a_claimed_share_or_multiple_is_checked_with_both_sides_told(asked: Asked, text: str, right: bool) -> None:
    found = FINDER.claimed(asked(text))
    assert isinstance(found, OfPair)
    assert found.over_cost
    assert found.correction is not None
    assert found.correction.holds is right


def test_sets_without_words_of_money_are_measured_by_their_number(asked: Asked) -> None:
    found = FINDER.claimed(asked("港湾課の重点事業は重点事業の半数以上ですか"))
    assert isinstance(found, OfPair)
    assert [one.result for one in found.sets] == [3, 2]
    assert found.correction is not None
    assert found.correction.holds


def test_a_share_of_all_projects_is_told_as_a_share(asked: Asked) -> None:
    found = FINDER.claimed(asked("農務課の事業は全体の3割以上ありますか"))
    assert isinstance(found, OfSet)
    assert found.operation == "share"
    assert found.result == pytest.approx(0.4)
    assert found.correction is not None
    assert found.correction.holds


@pytest.mark.parametrize("text", ["重点事業の半分を超える事業はどれですか", "漁港再建事業は重点事業の何割ですか"])
def test_a_question_that_asks_which_or_how_much_claims_nothing(asked: Asked, text: str) -> None:
    ratio = asked(text).ratio
    assert ratio is None or FINDER.claimed(asked(text)) is None


def test_a_multiple_is_told_as_one(asked: Asked) -> None:
    ratio = asked("漁港再建事業は灯台点灯事業の2倍以上ですよね").ratio
    assert isinstance(ratio, Ratio)
    assert ratio.multiple


def test_a_project_is_set_against_the_mean_of_its_kind(asked: Asked) -> None:
    found = FINDER.against_mean(asked("灯台点灯事業は重点事業の平均より安いですよね"))
    assert found is not None
    assert [one.operation for one in found.sets] == ["average", "sum"]
    assert found.correction is not None
    assert found.correction.holds


def test_what_begins_in_a_year_did_not_stand_in_the_one_before(asked: Asked) -> None:
    found = turning(asked("令和9年度に始まるものは何ですか"), PROJECTS)
    assert found is not None
    assert [item.item for item in found.items] == ["港の設計"]


def test_what_ends_in_a_year_does_not_stand_in_the_next(asked: Asked) -> None:
    found = turning(asked("令和8年度で終わる予定はどれですか"), PROJECTS)
    assert found is not None
    assert [item.item for item in found.items] == ["港の測量"]


def test_a_stage_that_a_year_has_not_is_said_to_be_lacking(asked: Asked) -> None:
    found = of_stage(asked("令和8年度に設計をする施設は"), PROJECTS)
    assert found is not None
    assert found.lacking == ("令和8年度",)
    assert [item.year for item in found.items] == ["令和9年度"]


@pytest.mark.parametrize(
    ("text", "divisions"),
    [
        ("磯辺審査会と港湾課の事業をまとめて教えて", ("磯辺審査会事務局", "港湾課")),
        ("農務課と磯辺審査会の仕事の一覧", ("農務課", "磯辺審査会事務局")),
    ],
)
def test_a_body_beside_a_division_is_named_for_its_office(asked: Asked, text: str, divisions: Sequence[str]) -> None:
    read = asked(text)
    assert read.divisions == divisions
    assert read.operation == "list"
