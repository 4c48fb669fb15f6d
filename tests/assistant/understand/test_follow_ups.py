"""What a follow-up leaves out: the next one, the whole, the side, the place; in a small fictional plan."""

from collections.abc import Callable, Sequence

import pytest

from assistant.conversation import ConversationState, Spoken
from assistant.understand.choosing import pick_choice
from assistant.understand.completion import in_full, subject
from assistant.understand.filters import Filters
from assistant.understand.question import Understanding
from corpus.records import Choice, Project

Ask = Callable[[str, ConversationState], Understanding]
YEARS = ("令和8年度", "令和9年度")


def project(number: int, name: str, divisions: tuple[str, ...], content: str, cost: int | None = None) -> Project:
    """A project of the fictional plan; those with a cost have a code and a schedule."""
    return Project(
        id=f"p{number}", name=name, divisions=divisions, content=content, document_id="d", section="", page=1,
        priority=cost is not None, cost_million_yen=cost, code=f"7-1-{number}" if cost else None,
        schedule=dict.fromkeys(YEARS, (f"{name}の準備",)) if cost else None,
    )  # fmt: skip


PROJECTS = (
    project(1, "灯台維持事業", ("港湾課",), "灯台の塗装と点検を行います。", 40),
    project(2, "桟橋改修事業", ("港湾課", "漁業課"), "桟橋の改修を行います。", 90),
    project(3, "渡船運航事業", ("港湾課",), "島への渡船を運航します。（生徒及び高齢者）"),
    project(4, "市税徴収事務", ("納税課",), "市税の徴収と滞納の整理を行います。"),
    project(5, "北浦支所管理運営事務", ("北浦支所",), "各種届出の受付及び証明の発行を行います。"),
    project(6, "戸籍事務", ("住民課",), "戸籍の届出の受理と証明の発行を行います。"),
)
LIGHTHOUSE = ConversationState(focus=("p1",), divisions=("港湾課",), field="code")
HARBOUR = ConversationState(
    focus=("p1", "p2", "p3"), shown=("p1", "p2", "p3"), divisions=("港湾課",), operation="list", filters=Filters()
)
FAMILY = ConversationState(focus=("p6",), divisions=("住民課",), field="division", counter=True)
OF_PLAN = ConversationState(subject="灯台計画", predicate="いつ策定?").then(
    Spoken(subject="港湾計画", predicate="いつ策定?")
)


@pytest.fixture(scope="module")
def ask(ask_of: Callable[[Sequence[Project]], Ask]) -> Ask:
    """What a text is understood to ask of the fictional plan, in a conversation."""
    return ask_of(PROJECTS)


@pytest.mark.parametrize(
    ("text", "state", "ids"),
    [
        ("次の番号は？", LIGHTHOUSE, ("p2",)),
        ("一つ前の番号は？", ConversationState(focus=("p2",), field="code"), ("p1",)),
        ("桟橋改修事業の次は？", HARBOUR, ("p3",)),
        ("その前のは？", HARBOUR.then(Spoken(focus=("p2",), shown=HARBOUR.shown)), ("p1",)),
    ],
)  # fmt: skip
def test_the_neighbour_is_that_of_the_codes_or_of_the_list(
    ask: Ask, text: str, state: ConversationState, ids: tuple[str, ...]
) -> None:
    assert ask(text, state).projects == ids


def test_there_is_no_neighbour_beyond_the_last_code(ask: Ask) -> None:
    assert ask("次の番号は？", ConversationState(focus=("p2",), field="code")).projects != ("p3",)


def test_the_next_in_an_order_counts_on(ask: Ask) -> None:
    second = HARBOUR.model_copy(update={"operation": "largest", "focus": ("p1",), "rank": 2})
    assert (ask("次は？", second).operation, ask("次は？", second).rank) == ("largest", 3)


def test_what_was_added_up_is_a_share_of_the_whole(ask: Ask) -> None:
    summed = ConversationState(focus=("p1", "p2"), shown=("p1", "p2"), operation="sum", filters=Filters(priority=True))
    understood = ask("全体の何％ですか", summed)
    assert (understood.operation, understood.projects, understood.inherited) == ("share", ("p1", "p2"), False)


def test_what_was_counted_is_a_share_of_all_projects(ask: Ask) -> None:
    counted = ConversationState(focus=("p1",), shown=("p1",), operation="count", filters=Filters(priority=True))
    assert ask("全体の何割？", counted).filters == Filters(priority=True)


@pytest.mark.parametrize(("text", "operation"), [("高いのは？", "largest"), ("逆に安いのはどれ？", "smallest")])
def test_the_dearer_one_is_looked_for_in_the_list(ask: Ask, text: str, operation: str) -> None:
    understood = ask(text, HARBOUR)
    assert (understood.operation, understood.filters) == (operation, Filters(among=HARBOUR.shown))


def test_a_place_in_an_order_is_asked_of_what_was_spoken_of(ask: Ask) -> None:
    understood = ask("重点事業の中では何番目？", LIGHTHOUSE)
    assert (understood.projects, understood.inherited) == (("p1",), False)


@pytest.mark.parametrize("text", ["この建物の担当はどこ？", "その用地はどの課ですか", "さっきの施設の担当は？"])
def test_a_noun_that_is_pointed_at_is_no_new_matter(ask: Ask, text: str) -> None:
    assert ask(text, LIGHTHOUSE).projects == ("p1",)


def test_a_side_of_it_is_what_the_plan_prints_of_it(ask: Ask) -> None:
    ferry = ConversationState(focus=("p3",), divisions=("港湾課",))
    understood = ask("対象の生徒は何がありますか", ferry)
    assert (understood.projects, understood.field) == (("p3",), "content")


@pytest.mark.parametrize(
    ("text", "divisions"),
    [
        ("前者の課の事業一覧", ("港湾課",)), ("後のほうの課は何をしている？", ("漁業課",)),
        ("二つの課の事業は？", ("港湾課", "漁業課")),
    ],
)  # fmt: skip
def test_of_its_divisions_one_is_told_by_its_place(ask: Ask, text: str, divisions: tuple[str, ...]) -> None:
    assert ask(text, ConversationState(focus=("p2",), divisions=("港湾課", "漁業課"))).divisions == divisions


def test_two_divisions_are_those_spoken_of_one_after_the_other(ask: Ask) -> None:
    after = ConversationState(focus=("p4",), divisions=("納税課",)).then(Spoken(focus=("p6",), divisions=("住民課",)))
    assert ask("両課の事業は合わせて何件？", after).divisions == ("納税課", "住民課")


@pytest.mark.parametrize("text", ["支所でももらえる？", "支所では？"])
def test_branch_offices_are_asked_about_what_was_spoken_of(ask: Ask, text: str) -> None:
    understood = ask(text, FAMILY)
    assert (understood.projects, understood.field, understood.counter) == (("p6",), "division", True)


def test_the_main_office_is_the_division_itself(ask: Ask) -> None:
    assert ask("本庁なら何課？", FAMILY).projects == ("p6",)


def test_a_verb_may_turn_to_another_matter_and_a_bare_question_does_not(ask: Ask) -> None:
    assert ask("払えないときはどこへ？", FAMILY).apart is not None
    assert ask("担当はどこ？", FAMILY).apart is None
    assert ask("それはどこで払う？", FAMILY).apart is None


def test_the_other_projects_of_a_division_leave_out_the_one_spoken_of(ask: Ask) -> None:
    understood = ask("港湾課のほかの事業は？", LIGHTHOUSE)
    assert (understood.divisions, understood.filters) == (("港湾課",), Filters(excluding=("p1",)))


def test_what_differs_from_the_year_before_is_both_years(ask: Ask) -> None:
    later = ConversationState(focus=("p1",), divisions=("港湾課",), years=(YEARS[1],), field="schedule")
    assert ask("前年度とどこが違う？", later).years == YEARS


def test_a_topic_named_alone_is_asked_for_the_field_asked_before(ask: Ask) -> None:
    cost = ConversationState(focus=("p1",), divisions=("港湾課",), field="cost")
    assert ask("では桟橋の改修のほうは？", cost).field == "cost"


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("それは何の略ですか", "港湾計画は何の略ですか"), ("後者の担当は?", "港湾計画の担当は?"),
        ("前者の目的は?", "灯台計画の目的は?"),
        ("家のほうの税金は?", "家の税金は?"),
        ("灯台のほうの課は?", "灯台のほうの課は?"), ("戸籍はどこ?", "戸籍はどこ?"),
    ],
)  # fmt: skip
def test_what_was_asked_of_the_text_is_gone_on_about(text: str, full: str) -> None:
    assert in_full(text, OF_PLAN) == full


@pytest.mark.parametrize(
    ("text", "named"), [("灯台計画とは何?", "灯台計画"), ("桟橋について教えて", "桟橋"), ("何?", "")]
)
def test_a_subject_stands_before_its_topic_marker(text: str, named: str) -> None:
    assert subject(text) == named


def test_an_answer_without_a_telling_word_may_still_be_one_of_the_choices(ask: Ask) -> None:
    choices = tuple(
        Choice(label=p.name, question=f"{p.name}の所管課は？", divisions=p.divisions, project_ids=(p.id,))
        for p in PROJECTS[:2]
    )
    offer = ConversationState(choices=choices, clarified="港のことで")
    understood = ask("海鳥のほう", offer)
    assert understood.offered == ("p1", "p2")
    assert understood.apart is not None
    assert understood.apart.text.startswith("港のことで")
    assert ask("どれでもないです", offer).offered == ()
    assert ask("海鳥はどこで見られますか", offer).offered == ()


def test_another_of_the_choices_can_be_picked_after_the_first(ask: Ask) -> None:
    choices = tuple(Choice(label=p.name, question=f"{p.name}の所管課は？", divisions=p.divisions) for p in PROJECTS[:2])
    picked = ConversationState(focus=("p1",), divisions=("港湾課",), picked_from=choices)
    assert ask("やっぱり2番", picked).choice == 1
    assert ask("2番目の内容は何？", picked).choice is None
    assert ask("戸籍の届はどこ？", picked).choice is None


def test_the_other_of_two_is_what_is_left_of_the_list(ask: Ask) -> None:
    shown = ("p1", "p2")
    understood = ask("もう1つは？", ConversationState(focus=("p1",), shown=shown, divisions=("港湾課",)))
    assert understood.filters == Filters(among=shown, excluding=("p1",))


@pytest.mark.parametrize(("text", "ids"), [("その課の2つ目の事業は？", ("p2",)), ("その課の最後の事業は？", ())])
def test_a_place_among_the_projects_of_that_division(ask: Ask, text: str, ids: tuple[str, ...]) -> None:
    assert ask(text, LIGHTHOUSE).projects == ids


def test_its_business_is_what_it_does(ask: Ask) -> None:
    assert ask("仕事は？", LIGHTHOUSE).field == "content"
    assert ask("お仕事は？", ConversationState(divisions=("港湾課",))).divisions == ("港湾課",)


def test_a_year_of_the_plan_is_known_by_its_number(ask: Ask) -> None:
    assert ask("9年度も教えて", LIGHTHOUSE).years == ("令和9年度",)
    assert ask("3年度も教えて", LIGHTHOUSE).years == ()


def test_what_was_asked_tells_no_choice_apart() -> None:
    houses = (
        Choice(label="建物の税金", question="建物の税金は？", divisions=("税務課",), project_ids=("p1",)),
        Choice(label="役場の管理", question="役場の管理は？", divisions=("管財課",), project_ids=("p2",)),
    )
    assert pick_choice("役場の建物", houses, asked="建物のことで") == 1


@pytest.mark.parametrize("text", ["7-1-2との差額は？", "7-1-2と比べていくら違う？", "7-1-2よりいくら安い？"])
def test_a_code_is_set_against_the_project_spoken_of(ask: Ask, text: str) -> None:
    read = ask(text, LIGHTHOUSE)
    assert (read.projects, read.operation) == (("p1", "p2"), "difference")


def test_the_next_of_a_schedule_is_the_year_behind(ask: Ask) -> None:
    planned = LIGHTHOUSE.model_copy(update={"field": "schedule", "years": (YEARS[0],)})
    assert ask("そして次は？", planned).years == (YEARS[1],)
    assert ask("次は？", planned.model_copy(update={"years": (YEARS[1],)})).years_outside


@pytest.mark.parametrize("text", ["そこで桟橋の改修もしている？", "桟橋の改修もやりますか"])
def test_whether_it_does_something_is_asked_of_the_one_spoken_of(ask: Ask, text: str) -> None:
    pier = ConversationState(focus=("p2",), divisions=("港湾課", "漁業課"), field="division")
    read = ask(text, pier)
    assert (read.projects, read.field) == (("p2",), "content")


@pytest.mark.parametrize("text", ["高齢者のも一緒の課？", "高齢者のもおんなじ課ですか"])
def test_another_side_may_be_claimed_for_the_same_division(ask: Ask, text: str) -> None:
    ferry = ConversationState(focus=("p3",), divisions=("港湾課",), field="division")
    read = ask(text, ferry)
    assert read.projects == ("p3",)
    assert read.premise is not None
    assert read.premise.divisions == ("港湾課",)


def test_one_more_of_that_division_is_none_of_those_spoken_of(ask: Ask) -> None:
    read = ask("同じ課でもうひとつやってるのは？", LIGHTHOUSE)
    assert (read.divisions, read.operation, read.attribute) == (("港湾課",), "list", None)
    assert read.filters == Filters(excluding=("p1",))


def test_what_is_missing_in_a_list_is_looked_for_elsewhere(ask: Ask) -> None:
    read = ask("戸籍がこの一覧に載っていないけど、どこの担当？", HARBOUR)
    assert (read.filters, read.inherited) == (None, False)


def test_some_of_a_division_are_those_that_the_words_fit(ask: Ask) -> None:
    read = ask("港湾課の渡船がらみのは？", HARBOUR)
    assert read.filters is not None
    assert (read.filters.among, read.operation) == (("p3",), "list")
