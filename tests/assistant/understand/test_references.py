"""What a question takes over from lists, subjects and places of the conversation, in a small fictional plan."""

from collections.abc import Callable, Sequence

import pytest

from assistant.conversation import ConversationState, Spoken
from assistant.understand.completion import completed, instead, predicate
from assistant.understand.filters import Filters
from assistant.understand.question import Understanding
from corpus.records import Project

Ask = Callable[[str, ConversationState], Understanding]
YEARS = ("令和8年度", "令和9年度", "令和10年度")


def project(number: int, name: str, division: str, content: str, *, priority: bool = False) -> Project:
    """A project of the fictional plan."""
    return Project(
        id=f"p{number}", name=name, divisions=(division,), content=content, document_id="d", section="", page=1,
        priority=priority, cost_million_yen=number * 10 if priority else None,
        schedule=dict.fromkeys(YEARS, (f"{name}の準備",)) if priority else None,
    )  # fmt: skip


PROJECTS = (
    project(1, "灯台維持事業", "港湾課", "灯台の塗装と点検を行います。", priority=True),
    project(2, "桟橋改修事業", "港湾課", "桟橋の改修と点検を行います。", priority=True),
    project(3, "渡船運航事業", "港湾課", "島への渡船を運航します。"),
    project(4, "果樹振興事業", "農政課", "果樹園の苗木を配ります。"),
    project(5, "北浦支所管理運営事務", "北浦支所", "各種届出の受付及び証明の発行を行います。"),
    project(6, "戸籍事務", "住民課", "戸籍の届出の受理と証明の発行を行います。"),
)
HARBOUR = ConversationState(
    focus=("p1", "p2", "p3"), shown=("p1", "p2", "p3"), divisions=("港湾課",), operation="list", filters=Filters()
)
LIGHTHOUSE = ConversationState(focus=("p1",), divisions=("港湾課",), field="cost")


@pytest.fixture(scope="module")
def ask(ask_of: Callable[[Sequence[Project]], Ask]) -> Ask:
    """What a text is understood to ask of the fictional plan, in a conversation."""
    return ask_of(PROJECTS)


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("そのうち渡船のものは？", ("p3",)), ("点検に関するものだけ", ("p1", "p2")),
        ("そのうち温泉に関するものは？", ()),
        ("この中で重点事業は？", ("p1", "p2", "p3")), ("重点のものだけ", ("p1", "p2", "p3")),
    ],
)  # fmt: skip
def test_a_list_is_narrowed_by_filters_and_by_what_its_projects_say(
    ask: Ask, text: str, among: tuple[str, ...]
) -> None:
    understood = ask(text, HARBOUR)
    assert understood.filters is not None
    assert (understood.filters.among, understood.linked) == (among, {})


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("下から2番目の内容は？", ("p2",)), ("真ん中のは？", ("p2",)), ("1番目と3番目の担当は？", ("p1", "p3")),
        ("ふたつめを詳しく", ("p2",)), ("最後のやつ", ("p3",)),
    ],
)  # fmt: skip
def test_places_in_a_list_are_counted_from_either_end(ask: Ask, text: str, ids: tuple[str, ...]) -> None:
    assert ask(text, HARBOUR).projects == ids


def test_a_list_stays_within_reach_after_another_subject(ask: Ask) -> None:
    later = HARBOUR.then(Spoken(focus=("p4",), divisions=("農政課",), field="content"))
    assert ask("3番目の担当は？", later).projects == ("p3",)


def test_the_rest_is_the_list_without_what_is_spoken_of(ask: Ask) -> None:
    understood = ask("では残りは？", HARBOUR.then(Spoken(focus=("p1",), shown=HARBOUR.shown, divisions=("港湾課",))))
    assert understood.filters == Filters(among=("p1", "p2", "p3"), excluding=("p1",))


def test_the_next_in_an_order_keeps_the_order(ask: Ask) -> None:
    largest = HARBOUR.model_copy(update={"operation": "largest", "focus": ("p2",)})
    understood = ask("2番目は？", largest)
    assert (understood.operation, understood.rank, understood.filters) == ("largest", 2, Filters(among=HARBOUR.shown))


@pytest.mark.parametrize("text", ["合わせていくら？", "両方の事業費は？", "その差は？"])
def test_two_subjects_spoken_of_one_after_the_other_are_taken_together(ask: Ask, text: str) -> None:
    after = LIGHTHOUSE.then(Spoken(focus=("p2",), divisions=("港湾課",), field="cost"))
    assert ask(text, after).projects == ("p1", "p2")


def test_another_division_is_asked_with_the_same_filters(ask: Ask) -> None:
    state = HARBOUR.model_copy(update={"filters": Filters(priority=True), "operation": "count"})
    understood = ask("農政課のは？", state)
    assert (understood.divisions, understood.filters, understood.operation) == (
        ("農政課",), Filters(priority=True), "count",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["え、農政課じゃないの？", "それは農政課の仕事ですか？", "農政課だと聞きましたが"])
def test_a_division_named_afterwards_is_a_claim_about_the_subject(ask: Ask, text: str) -> None:
    understood = ask(text, LIGHTHOUSE)
    assert understood.premise is not None
    assert (understood.projects, understood.premise.divisions, understood.premise.negated) == (
        ("p1",), ("農政課",), False,
    )  # fmt: skip


@pytest.mark.parametrize("text", ["果樹振興事業じゃなくて渡船運航事業", "いや、渡船運航事業のほう"])
def test_a_correction_asks_the_same_of_what_was_meant(ask: Ask, text: str) -> None:
    understood = ask(text, LIGHTHOUSE)
    assert (understood.projects, understood.field) == (("p3",), "cost")


@pytest.mark.parametrize("text", ["最初の質問の事業の内容は？", "最初に聞いた事業は何をする？"])
def test_the_first_subject_can_be_gone_back_to(ask: Ask, text: str) -> None:
    later = LIGHTHOUSE.then(Spoken(focus=("p4",), divisions=("農政課",))).then(
        Spoken(focus=("p6",), divisions=("住民課",))
    )
    assert ask(text, later).projects == ("p1",)
    assert ask("一つ前の事業の内容は？", later).projects == ("p4",)


@pytest.mark.parametrize("text", ["担当課の事業は何件？", "その課の事業を全部", "同じ課の仕事の一覧"])
def test_its_division_is_that_of_the_subject(ask: Ask, text: str) -> None:
    assert ask(text, LIGHTHOUSE).divisions == ("港湾課",)


def test_of_two_divisions_one_is_told_by_a_word_of_its_name(ask: Ask) -> None:
    state = ConversationState(focus=("p1",), divisions=("港湾課", "農政課"))
    assert ask("農政って付くほうの課の事業を全部", state).divisions == ("農政課",)


def test_there_is_the_branch_office_spoken_of(ask: Ask) -> None:
    state = ConversationState(focus=("p5",), divisions=("北浦支所",))
    assert ask("そこで戸籍謄本は取れますか", state).place_divisions == ("北浦支所",)


@pytest.mark.parametrize("text", ["根拠は？", "なぜですか", "どこに書いてありますか"])
def test_why_asks_again_about_the_same_subject(ask: Ask, text: str) -> None:
    assert ask(text, LIGHTHOUSE).projects == ("p1",)


def test_a_fact_that_no_plan_states_is_asked_of_the_next_division_too(ask: Ask) -> None:
    state = ConversationState(divisions=("港湾課",), attribute="電話番号")
    assert ask("じゃあ農政課は？", state).attribute == "電話番号"
    assert ask("では農政課は何をする課？", state).attribute is None


def test_what_was_asked_of_a_text_is_asked_of_the_next_plan() -> None:
    state = ConversationState(predicate=predicate("防災計画はいつ策定?"))
    assert completed("じゃあ観光計画は?", state) == "観光計画はいつ策定?"
    assert completed("果樹園の担当はどこ?", state) == "果樹園の担当はどこ?"


def test_nothing_is_taken_back_where_a_sentence_says_what_is_not() -> None:
    text = "灯台の担当は農政課ではなく港湾課ですか"
    assert instead(text, LIGHTHOUSE) == text
