"""What a follow-up takes over from two subjects, an order, a text or a division; in a small fictional plan."""

from collections.abc import Callable, Sequence

import pytest

from assistant.conversation import ConversationState, Spoken
from assistant.understand.completion import in_full
from assistant.understand.cues import is_social
from assistant.understand.question import Understanding
from corpus.records import Project

Ask = Callable[[str, ConversationState], Understanding]
YEARS = ("令和8年度", "令和9年度", "令和10年度")


def project(number: int, name: str, divisions: tuple[str, ...], content: str, cost: int | None = None) -> Project:
    """A project of the fictional plan; those with a cost have a schedule and a note."""
    return Project(
        id=f"p{number}", name=name, divisions=divisions, content=content, document_id="d", section="", page=1,
        priority=cost is not None, cost_million_yen=cost, schedule=dict.fromkeys(YEARS, ("準備",)) if cost else None,
        note="「潮風のまち」につながる事業" if cost else None,
    )  # fmt: skip


PROJECTS = (
    project(1, "灯台維持事業", ("港湾課",), "灯台の塗装と点検を行います。", 40),
    project(2, "桟橋改修事業", ("港湾課", "漁業課"), "桟橋の改修を行います。", 90),
    project(3, "渡船運航事業", ("港湾課",), "島への渡船を、採算の観点から運航します。"),
    project(4, "防波堤建設事業", ("漁業課",), "防波堤を建設します。", 75),
)
COSTED = ("p2", "p4", "p1")
DEAREST = Spoken(focus=("p2",), shown=COSTED, operation="largest", divisions=("港湾課",))
SECOND = ConversationState().then(DEAREST).then(Spoken(focus=("p4",), shown=COSTED, operation="largest", rank=2))
TWO_LISTED = ConversationState(focus=("p2", "p4"), shown=("p2", "p4"), divisions=("漁業課",), operation="list")
SUMMED = ConversationState(focus=COSTED, shown=COSTED, operation="sum")
LIGHTHOUSE = ConversationState(focus=("p1",), divisions=("港湾課",), field="schedule", years=("令和8年度",))
OF_PLAN = ConversationState(subject="港湾再生計画")


@pytest.fixture(scope="module")
def ask(ask_of: Callable[[Sequence[Project]], Ask]) -> Ask:
    """What a text is understood to ask of the fictional plan, in a conversation."""
    return ask_of(PROJECTS)


@pytest.mark.parametrize("text", ["その2つの差は？", "両者の差額は？", "差はいくら？"])
def test_two_of_an_order_are_set_against_each_other(ask: Ask, text: str) -> None:
    read = ask(text, SECOND)
    assert (read.projects, read.operation, read.inherited) == (("p2", "p4"), "difference", False)


def test_a_place_of_the_order_is_set_against_the_one_spoken_of(ask: Ask) -> None:
    assert ask("1位との差は？", SECOND).projects == ("p2", "p4")


@pytest.mark.parametrize("text", ["もう一方は何をする？", "残ったほうは？", "桟橋改修事業じゃないほうの内容は？"])
def test_the_other_of_two_is_meant(ask: Ask, text: str) -> None:
    state = TWO_LISTED.then(Spoken(focus=("p2",), shown=("p2", "p4"), divisions=("港湾課", "漁業課")))
    assert ask(text, state).projects == ("p4",)


def test_a_list_without_its_largest_is_computed_again(ask: Ask) -> None:
    read = ask("一番高いのを除くと？", SUMMED)
    assert read.filters is not None
    assert (read.operation, read.filters.among, read.filters.excluding) == ("sum", COSTED, ("p2",))


@pytest.mark.parametrize("text", ["3年分でいくら？", "三か年の費用は？", "じゃあ3年間でいくらかかる？"])
def test_the_cost_of_all_years_is_that_of_the_one_spoken_of(ask: Ask, text: str) -> None:
    read = ask(text, LIGHTHOUSE)
    assert (read.projects, read.field, read.texts) == (("p1",), "cost", ())


def test_the_cost_of_the_whole_plan_stays_the_plan_s(ask: Ask) -> None:
    assert ask("計画全体の3か年の事業費は？", LIGHTHOUSE).projects == ()


def test_two_years_on_is_the_year_after_next(ask: Ask) -> None:
    assert ask("その2年後は？", LIGHTHOUSE).years == ("令和10年度",)


def test_the_same_theme_is_that_of_the_note(ask: Ask) -> None:
    filters = ask("同じまちにつながる事業はほかにある？", LIGHTHOUSE).filters
    assert filters is not None
    assert (filters.themes, filters.excluding) == (("潮風のまち",), ("p1",))


def test_nouns_that_the_plan_prints_of_it_ask_for_its_content(ask: Ask) -> None:
    read = ask("どういう観点で動かすの？", ConversationState(focus=("p3",), divisions=("港湾課",), field="division"))
    assert (read.projects, read.field) == (("p3",), "content")


def test_a_place_in_a_list_is_no_order_by_cost(ask: Ask) -> None:
    state = ConversationState(focus=COSTED, shown=COSTED, operation="list")
    read = ask("3番目の事業費は？", state)
    assert (read.projects, read.field, read.operation) == (("p1",), "cost", None)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("その計画を進めている課は？", "港湾再生計画を進めている課は？"),
        ("それに基づく事業は？", "港湾再生計画に基づく事業は？"),
        ("その課は？", "その課は？"),
    ],
)
def test_a_plan_just_spoken_of_stands_in_for_its_pointer(text: str, full: str) -> None:
    assert in_full(text, OF_PLAN) == full


def test_a_place_goes_on_about_the_principles() -> None:
    state = ConversationState(subject="推進の考え方")
    assert in_full("3つ目を詳しく", state) == "推進の考え方の3つ目を詳しく"


def test_a_word_for_a_field_is_the_next_matter_where_matters_are_asked_for() -> None:
    of_matter = ConversationState(focus=("p1",), field="division", by_matter=True)
    assert in_full("会計は？", of_matter) == "出納の担当課は"
    assert in_full("会計は？", ConversationState(focus=("p1",), field="division")) == "会計は？"


def test_courtesy_with_a_question_behind_it_is_no_courtesy() -> None:
    assert is_social("なるほど。では内容を簡単に") is None
    assert is_social("なるほど。では失礼します") == "thanks"


ONE_COST = ConversationState(focus=("p2",), shown=("p2",), divisions=("港湾課", "漁業課"), field="cost")
LISTED = ConversationState(focus=("p1", "p2", "p3"), shown=("p1", "p2", "p3"), divisions=("港湾課",), operation="list")


@pytest.mark.parametrize(
    ("text", "pair"),
    [("それ、防波堤建設事業より高いですか", ("p2", "p4")), ("灯台維持事業のほうが安いですか", ("p1", "p2"))],
    ids=["more than another", "the other is less"],
)
def test_a_comparison_with_another_named_is_of_both(ask: Ask, text: str, pair: tuple[str, ...]) -> None:
    read = ask(text, ONE_COST)
    assert read.projects == pair
    assert read.operation == "compare"
    assert read.premise is not None
    assert read.premise.than == pair[1:]


def test_all_summed_behind_both_extremes_is_the_list(ask: Ask) -> None:
    smallest = SECOND.then(Spoken(focus=("p1",), shown=COSTED, operation="smallest"))
    read = ask("全部足すといくらですか", smallest)
    assert read.operation == "sum"
    assert read.filters is not None
    assert read.filters.among == COSTED


def test_another_division_is_asked_for_beside_an_entry(ask: Ask) -> None:
    read = ask("2番目には、ほかの課も入ってる？", LISTED)
    assert read.projects == ("p2",)
    assert read.filters is not None
    assert read.filters.several_divisions


def test_the_only_division_is_claimed_of_an_entry(ask: Ask) -> None:
    read = ask("3番目はその課だけでやってるの", LISTED)
    assert read.projects == ("p3",)
    assert read.premise is not None
    assert read.premise.only
