"""Sets that were spoken of earlier than the last answer: described before a sum, larger ones, two of them, as many."""

from collections.abc import Callable, Sequence

import pytest

from assistant.conversation import ConversationState, Spoken
from assistant.understand.filters import Filters
from assistant.understand.question import Understanding
from corpus.records import Project

Ask = Callable[[str, ConversationState], Understanding]


def project(number: int, name: str, division: str, cost: int | None = None) -> Project:
    """A project of the fictional plan; those with a cost are priorities."""
    return Project(
        id=f"p{number}", name=name, divisions=(division,), content=f"{name}を行います。", document_id="d", section="",
        page=1, priority=cost is not None, cost_million_yen=cost,
    )  # fmt: skip


PROJECTS = (
    project(1, "灯台維持事業", "港湾課", 40),
    project(2, "灯台点検事務", "港湾課"),
    project(3, "防波堤建設事業", "港湾課", 475),
    project(4, "稚魚放流事業", "水産課", 120),
    project(5, "漁協支援事務", "漁業課"),
)
CHEAP = Spoken(focus=("p1",), shown=("p1",), field="cost", filters=Filters(priority=True, cost_under=50.0))
DEAR = Spoken(focus=("p3",), shown=("p3",), field="cost", filters=Filters(priority=True, cost_from=300.0))


@pytest.fixture(scope="module")
def ask(ask_of: Callable[[Sequence[Project]], Ask]) -> Ask:
    """What a text is understood to ask in a conversation about the fictional plan."""
    return ask_of(PROJECTS)


def after(*spoken: Spoken) -> ConversationState:
    """The conversation after these answers."""
    state = ConversationState()
    for one in spoken:
        state = state.then(one)
    return state


def of(division: str, *shown: str) -> Spoken:
    """How many projects a division has."""
    return Spoken(focus=shown, shown=shown, divisions=(division,), named=(division,), operation="count")


def test_another_bound_after_a_sum_lists_the_same_set_with_that_bound(ask: Ask) -> None:
    summed = Spoken(focus=("p1",), shown=("p1",), field="cost", operation="sum", filters=Filters(among=("p1",)))
    found = ask("逆に4億円以上なのは？", after(CHEAP, summed))
    assert (found.filters, found.operation) == (Filters(priority=True, cost_from=400.0), "list")
    assert ask("4億円以上だと？", after(CHEAP, summed)).operation == "sum"


def test_what_is_left_out_of_a_narrowed_list_leaves_the_rest_of_the_list_before(ask: Ask) -> None:
    narrowed = Spoken(focus=("p1", "p2"), shown=("p1", "p2"), filters=Filters(among=("p1", "p2")), inherited=True)
    found = ask("じゃあ、灯台以外だと？", after(of("港湾課", "p1", "p2", "p3"), narrowed))
    assert found.filters is not None
    assert (found.filters.among, found.filters.excluding) == (("p1", "p2", "p3"), ("p1", "p2"))


@pytest.mark.parametrize("text", ["どちらにも入らない重点事業は？", "どっちにも当てはまらないのは？"])
def test_what_is_in_neither_of_two_sets_is_taken_from_what_both_are_of(ask: Ask, text: str) -> None:
    found = ask(text, after(CHEAP, DEAR))
    assert found.filters == Filters(priority=True, excluding=("p3", "p1"))


def test_what_is_in_neither_is_taken_from_the_list_that_holds_both(ask: Ask) -> None:
    shown = Spoken(focus=("p1", "p3", "p4"), shown=("p1", "p3", "p4"), operation="list")
    found = ask("どちらにも該当しない事業は", after(shown, CHEAP, DEAR))
    assert found.filters == Filters(among=("p1", "p3", "p4"), excluding=("p3", "p1"))


def test_one_set_alone_is_no_two(ask: Ask) -> None:
    found = ask("どちらにも入らない重点事業は？", after(CHEAP))
    assert found.filters == Filters(priority=True)


def test_as_many_divisions_are_put_together_as_the_question_says(ask: Ask) -> None:
    state = after(of("港湾課", "p1", "p2", "p3"), of("水産課", "p4"))
    assert ask("漁業課も入れて、三つ合わせると何件？", state).divisions == ("港湾課", "水産課", "漁業課")
    assert ask("漁業課も入れると何件？", state).divisions == ("水産課", "漁業課")


def test_what_was_just_said_names_no_matter_of_its_own(ask: Ask) -> None:
    summed = Spoken(focus=("p1", "p3"), shown=("p1", "p3"), operation="sum", filters=Filters(priority=True))
    found = ask("さっきの総額に対する割合は", after(summed))
    assert (found.operation, found.projects, found.field) == ("share", ("p1", "p3"), "cost")


def test_a_share_of_so_many_together_is_no_sum(ask: Ask) -> None:
    least = Spoken(
        focus=("p1",), shown=("p1", "p3", "p4"), operation="smallest", filters=Filters(among=("p1", "p3", "p4"))
    )
    assert ask("それは3本の合計の何％？", after(least)).operation == "share"


def single(number: int, **more: object) -> Spoken:
    """An answer about one project that was asked for by itself."""
    return Spoken(focus=(f"p{number}",), divisions=("港湾課",), by_matter=True).model_copy(update=more)


def test_what_is_left_of_a_list_is_told_by_its_number(ask: Ask) -> None:
    state = after(of("港湾課", "p1", "p2", "p3", "p4", "p5"), Spoken(focus=("p1", "p2"), shown=("p1", "p2")), single(2))
    found = ask("残りの3つの名前は？", state)
    assert found.filters is not None
    assert found.filters.among == ("p3", "p4", "p5")
    assert ask("残りの4つは？", state).filters != Filters(among=("p1", "p3", "p4", "p5", "p6"))


def test_the_one_that_is_left_is_asked_about(ask: Ask) -> None:
    found = ask("残った一つの事業費は？", after(of("港湾課", "p1", "p2", "p3"), single(1), single(2)))
    assert (found.projects, found.field) == (("p3",), "cost")


@pytest.mark.parametrize("text", ["いまの3つの事業名を順に", "ここまでに聞いた三つを全部"])
def test_what_was_asked_for_one_by_one_is_a_list_of_so_many(ask: Ask, text: str) -> None:
    found = ask(text, after(single(1), single(4), single(5)))
    assert found.filters is not None
    assert found.filters.among == ("p1", "p4", "p5")


def test_what_a_division_has_besides_those_asked_for_one_by_one(ask: Ask) -> None:
    found = ask("いま聞いた二つ以外に、その課の事業はありますか", after(single(1), single(2)))
    assert found.divisions == ("港湾課",)
    assert found.filters is not None
    assert found.filters.excluding == ("p1", "p2")


def test_one_of_a_list_is_left_out_by_its_place_though_it_was_asked_about_since(ask: Ask) -> None:
    found = ask("2つ目を除くと残りは", after(of("港湾課", "p1", "p2", "p3"), single(2)))
    assert found.filters is not None
    assert (found.filters.among, found.filters.excluding) == (("p1", "p2", "p3"), ("p2",))
