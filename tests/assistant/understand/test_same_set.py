"""What a question changes of the set that was just asked for: its complement, another bound, one more division."""

from collections.abc import Callable, Sequence

import pytest

from assistant.conversation import ConversationState, Spoken
from assistant.understand.filters import Filters
from assistant.understand.question import Understanding
from corpus.records import Project

Ask = Callable[[str, ConversationState], Understanding]


def project(number: int, name: str, division: str, content: str, cost: int | None = None) -> Project:
    """A project of the fictional plan; those with a cost are priorities with a code."""
    return Project(
        id=f"p{number}", name=name, divisions=(division,), content=content, document_id="d", section="", page=1,
        priority=cost is not None, cost_million_yen=cost, code=f"3-1-{number}" if cost else None,
    )  # fmt: skip


PROJECTS = (
    project(1, "灯台維持事業", "港湾課", "灯台の塗装と点検を行います。", 40),
    project(2, "渡船運航事業", "港湾課", "島への渡船を運航し、桟橋を清掃します。"),
    project(3, "防波堤建設事業", "漁業課", "防波堤を建設します。", 75),
    project(4, "稚魚放流事業", "水産課", "稚魚を育て、放流します。"),
)


@pytest.fixture(scope="module")
def ask(ask_of: Callable[[Sequence[Project]], Ask]) -> Ask:
    """What a text is understood to ask in a conversation about the fictional plan."""
    return ask_of(PROJECTS)


def listed(*shown: str, **more: object) -> ConversationState:
    """The conversation after a list."""
    return ConversationState(focus=shown, shown=shown, operation="list").model_copy(update=more)


CODED = listed("p1", "p3", filters=Filters(coded=True), divisions=("港湾課", "漁業課"))
OF_HARBOUR = listed("p1", "p2", divisions=("港湾課",))


@pytest.mark.parametrize(
    "text", ["無いのは何件？", "記載されていないものは？", "じゃあ振られてないのは？", "そうでない事業は？"]
)
def test_a_bare_denial_turns_the_condition_round(ask: Ask, text: str) -> None:
    found = ask(text, CODED)
    assert found.filters == Filters(coded=False)
    assert found.divisions == ()


def test_what_the_former_set_lacks_can_be_affirmed(ask: Ask) -> None:
    lacking = listed("p2", "p4", filters=Filters(coded=False))
    assert ask("振られているのは？", lacking).filters == Filters(coded=True)


def test_a_denial_of_something_else_leaves_the_set_alone(ask: Ask) -> None:
    assert ask("届いていないのは？", CODED).filters != Filters(coded=False)


def test_a_division_is_denied_by_its_name(ask: Ask) -> None:
    assert ask("港湾課じゃないのはいくつ？", OF_HARBOUR).filters == Filters(excluding_divisions=("港湾課",))


def test_another_bound_keeps_the_other_conditions(ask: Ask) -> None:
    dear = listed("p3", filters=Filters(priority=True, cost_over=50.0))
    assert ask("5千万円以下のは？", dear).filters == Filters(priority=True, cost_to=50.0)


def test_a_bound_is_turned_round_when_it_is_not_reached(ask: Ask) -> None:
    dear = listed("p3", filters=Filters(cost_from=50.0))
    assert ask("届かないものは？", dear).filters == Filters(cost_under=50.0)


def test_the_set_in_sight_is_meant_though_its_projects_were_asked_about(ask: Ask) -> None:
    since = CODED.then(Spoken(focus=("p1", "p3"), shown=("p1", "p3"), field="division"))
    assert ask("振られていないのは？", since).filters == Filters(coded=False)


@pytest.mark.parametrize("text", ["漁業課も加えると何件？", "漁業課の分まで含めると？", "漁業課を足したら？"])
def test_one_more_division_is_added(ask: Ask, text: str) -> None:
    found = ask(text, OF_HARBOUR.model_copy(update={"operation": "count"}))
    assert (found.divisions, found.operation) == (("港湾課", "漁業課"), "count")


def test_a_division_of_one_matter_is_no_set_to_add_to(ask: Ask) -> None:
    one = ConversationState(focus=("p1",), divisions=("港湾課",), field="division", by_matter=True)
    assert ask("漁業課も加えると何件？", one).divisions == ("漁業課",)


def test_a_condition_tells_one_of_those_shown(ask: Ask) -> None:
    found = ask("コードが付いている方の事業費は？", OF_HARBOUR)
    assert found.filters == Filters(coded=True, among=("p1", "p2"), out_of=2)
    assert found.inherited


def test_printed_words_tell_one_of_those_shown(ask: Ask) -> None:
    assert ask("桟橋を掃除する方の内容は？", OF_HARBOUR).projects == ()
    assert ask("桟橋を清掃する方の内容は？", OF_HARBOUR).projects == ("p2",)


def test_the_next_of_a_list_is_meant_with_any_particle(ask: Ask) -> None:
    second = OF_HARBOUR.then(Spoken(focus=("p1",), divisions=("港湾課",), field="content"))
    assert ask("その次のも", second).projects == ("p2",)


def test_a_noun_that_is_printed_of_it_keeps_to_what_was_spoken_of(ask: Ask) -> None:
    one = ConversationState(focus=("p2",), divisions=("港湾課",), field="division", by_matter=True)
    assert ask("桟橋だとどこ？", one).projects == ("p2",)


def test_the_first_division_is_that_of_the_first_answer(ask: Ask) -> None:
    first = Spoken(focus=("p4",), divisions=("水産課",), field="division")
    later = ConversationState().then(first).then(Spoken(focus=("p1",), divisions=("港湾課",), field="division"))
    assert ask("最初の課の事業を全部", later).divisions == ("水産課",)


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("灯台の分を抜いたら？", ("p1",)),
        ("防波堤建設事業は外してください", ("p3",)),
        ("3-1-3を除くと？", ("p3",)),
        ("2番目のはいらない", ("p3",)),
    ],
    ids=["by a part of its name", "by name", "by code", "by place"],
)
def test_what_was_shown_without_one_of_it_is_computed_again(ask: Ask, text: str, out: tuple[str, ...]) -> None:
    summed = listed("p1", "p3", filters=Filters(priority=True), operation="sum")
    found = ask(text, summed)
    assert (found.operation, found.field) == ("sum", "cost")
    assert found.filters is not None
    assert (found.filters.among, found.filters.excluding) == (("p1", "p3"), out)


def test_what_is_left_out_by_a_condition_narrows_the_list(ask: Ask) -> None:
    found = ask("コードのあるものは除いて", OF_HARBOUR)
    assert found.filters is not None
    assert (found.filters.among, found.filters.coded, found.operation) == (("p1", "p2"), False, "list")


def test_a_set_that_is_described_anew_is_not_narrowed(ask: Ask) -> None:
    found = ask("漁業課の事業を、コードのあるものは除いて", OF_HARBOUR)
    assert found.filters is None or found.filters.among is None
