"""Follow-ups on costs just told: what lies beyond one, the same in another unit, several taken together."""

from collections.abc import Callable, Sequence

import pytest

from assistant.conversation import ConversationState, Spoken
from assistant.understand.filters import Filters
from assistant.understand.question import Understanding
from corpus.records import Project

Ask = Callable[[str, ConversationState], Understanding]
COSTS = {"灯台維持事業": 40, "防波堤建設事業": 75, "桟橋改修事業": 20, "稚魚放流事業": None}
PROJECTS = tuple(
    Project(
        id=f"p{number}", name=name, divisions=("港湾課",), content=f"{name}を行います。", document_id="d", section="",
        page=1, cost_million_yen=cost, priority=cost is not None,
    )
    for number, (name, cost) in enumerate(COSTS.items(), 1)
)  # fmt: skip


@pytest.fixture(scope="module")
def ask(ask_of: Callable[[Sequence[Project]], Ask]) -> Ask:
    """What a text is understood to ask in a conversation about the fictional plan."""
    return ask_of(PROJECTS)


def told(*names: str) -> ConversationState:
    """The conversation after the costs of single projects were told one by one."""
    spoken = [Spoken(focus=(name,), shown=(name,), field="cost") for name in names]
    return ConversationState(**dict(spoken[-1]), before=tuple(spoken[:-1]))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("それより高い事業は？", {"cost_over": 40.0}),
        ("これを下回るものはありますか", {"cost_under": 40.0}),
        ("もっと安いのは？", {"cost_under": 40.0}),
        ("それより多い重点事業を挙げて", {"cost_over": 40.0, "priority": True}),
    ],
)
def test_a_cost_that_was_told_bounds_the_next_set(ask: Ask, text: str, bound: dict[str, object]) -> None:
    assert ask(text, told("p1")).filters == Filters.model_validate(bound)


def test_the_other_way_round_keeps_the_bound(ask: Ask) -> None:
    state = ConversationState(focus=("p2",), shown=("p2",), filters=Filters(cost_over=40.0), operation="list")
    assert ask("逆に安いのは？", state).filters == Filters(cost_under=40.0)


def test_how_much_more_asks_for_the_difference_not_for_others(ask: Ask) -> None:
    assert ask("それよりいくら高い？", told("p1")).operation == "difference"


@pytest.mark.parametrize("text", ["億円で言うと？", "千円単位だと？", "万円に直すと"])
def test_another_unit_asks_for_the_same_cost_again(ask: Ask, text: str) -> None:
    read = ask(text, told("p1"))
    assert (read.projects, read.field) == (("p1",), "cost")


@pytest.mark.parametrize(
    ("spoken", "text", "meant"),
    [
        (("p1", "p2", "p3"), "三つ合わせると？", ("p1", "p2", "p3")),
        (("p2", "p3", "p1"), "全部足すと？", ("p2", "p3", "p1")),
        (("p1",), "3つ全部の合計は", ("p1", "p2", "p3")),
    ],
)
def test_costs_are_taken_together_by_their_number(
    ask: Ask, spoken: tuple[str, ...], text: str, meant: tuple[str, ...]
) -> None:
    """Those told one by one; where fewer were told, all that the plan prints, if they are so many."""
    read = ask(text, told(*spoken))
    assert (read.operation, read.filters) == ("sum", Filters(among=meant, named=True))


def test_a_number_that_counts_nothing_in_sight_takes_nothing_together(ask: Ask) -> None:
    filters = ask("5つ全部の合計は", told("p1", "p2")).filters or Filters()
    assert not filters.named


def test_two_sets_counted_one_after_the_other_are_counted_together(ask: Ask) -> None:
    first = Spoken(focus=("p1", "p2"), shown=("p1", "p2"), operation="count", filters=Filters(cost_from=40.0))
    state = ConversationState(
        focus=("p4",), shown=("p4",), operation="count", filters=Filters(with_cost=False), before=(first,)
    )
    read = ask("両方合わせると何件？", state)
    assert (read.operation, read.filters) == ("count", Filters(among=("p1", "p2", "p4")))
