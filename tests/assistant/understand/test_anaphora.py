"""What a question takes over from the conversation, and what it does not."""

from collections.abc import Callable

import pytest

from assistant.conversation import ConversationState
from assistant.understand.choosing import pick_choice
from assistant.understand.filters import Filters
from assistant.understand.lexicon import Lexicon
from assistant.understand.question import Understanding
from corpus.records import Choice, Project

Read = Callable[..., Understanding]

CHOICES = (
    Choice(label="住民票・戸籍などの証明", question="住民票や戸籍の証明は？", divisions=("市民課",)),
    Choice(label="税に関する証明", question="納税証明は？", divisions=("納税課",)),
    Choice(label="印鑑登録証", question="印鑑登録は？", divisions=("市民課",)),
)


@pytest.fixture(scope="session")
def spoken(named: dict[str, Project], lexicon: Lexicon) -> ConversationState:
    """After 「公共施設再編事業の令和5年度の予定は？」."""
    project = named["公共施設再編事業"]
    return ConversationState(
        focus=(project.id,), divisions=project.divisions, years=(lexicon.years[0],), field="schedule"
    )


@pytest.fixture(scope="session")
def listed(named: dict[str, Project]) -> ConversationState:
    """After a list of three projects of 納税課."""
    shown = tuple(named[name].id for name in ("税務一般事務", "徴収事務", "債権管理事務"))
    return ConversationState(focus=shown, shown=shown, divisions=("納税課",), operation="list", filters=Filters())


@pytest.mark.parametrize("text", ["その課が受け持つ事業は？", "この課の事業を全部", "同じ課の事業一覧"])
def test_that_division_is_the_one_spoken_of(read: Read, spoken: ConversationState, text: str) -> None:
    understood = read(text, spoken)
    assert (understood.divisions, understood.inherited) == (("公的不動産活用課",), True)


def test_its_other_projects_leave_out_the_one_spoken_of(read: Read, spoken: ConversationState) -> None:
    understood = read("その課のほかの事業は？", spoken)
    assert understood.filters is not None
    assert understood.filters.excluding == spoken.focus


def test_all_of_them_hold_the_one_spoken_of_too(read: Read, spoken: ConversationState) -> None:
    understood = read("その課にはほかにも事業がありますか。すべて並べてください", spoken)
    assert understood.divisions == spoken.divisions
    assert understood.filters is None or understood.filters.excluding == ()


@pytest.mark.parametrize("text", ["その事業の目標は？", "それはいくらかかる？", "目標は？", "関連課は？"])
def test_a_question_without_a_subject_is_about_what_was_spoken_of(
    read: Read, spoken: ConversationState, text: str
) -> None:
    understood = read(text, spoken)
    assert (understood.projects, understood.inherited) == (spoken.focus, True)


@pytest.mark.parametrize(
    ("text", "place"),
    [("1番目の事業の内容は？", 0), ("2番目の事業は？", 1), ("二つ目の所管課は？", 1), ("最後の事業の内容は？", 2)],
)
def test_an_ordinal_picks_from_the_list_that_was_shown(
    read: Read, listed: ConversationState, text: str, place: int
) -> None:
    assert read(text, listed).projects == (listed.shown[place],)


def test_an_ordinal_beyond_the_list_picks_no_single_project(read: Read, listed: ConversationState) -> None:
    assert len(read("7番目の事業の内容は？", listed).projects) != 1


def test_among_these_narrows_the_list_that_was_shown(read: Read, listed: ConversationState) -> None:
    understood = read("そのうち事業CDのあるものは？", listed)
    assert understood.filters is not None
    assert (understood.filters.among, understood.filters.coded) == (listed.shown, True)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("翌年度は？", 1), ("最終年度ではどう？", 2), ("2年目は？", 1),
        ("令和7年度は？", 2),
        ("令和7年度の予定は？", 2),
    ],
)  # fmt: skip
def test_a_relative_year_is_one_of_the_plan_s_years(
    read: Read, lexicon: Lexicon, spoken: ConversationState, text: str, at: int
) -> None:
    understood = read(text, spoken)
    assert (understood.years, understood.projects) == ((lexicon.years[at],), spoken.focus)


def test_the_year_after_the_last_is_outside_the_plan(read: Read, lexicon: Lexicon, spoken: ConversationState) -> None:
    understood = read("翌年度は？", spoken.model_copy(update={"years": (lexicon.years[-1],)}))
    assert (understood.years, len(understood.years_outside)) == ((), 1)


@pytest.mark.parametrize("text", ["じゃあ、設計事務のほうは？", "では設計事務は？", "設計事務なら？"])
def test_a_new_subject_alone_asks_what_was_asked_before(
    read: Read, spoken: ConversationState, named: dict[str, Project], text: str
) -> None:
    understood = read(text, spoken)
    assert (understood.projects, understood.field) == ((named["設計事務"].id,), "schedule")


@pytest.mark.parametrize(
    "text",
    ["粗大ごみの収集日はいつですか？", "図書館で本を予約したい", "横浜市の水道の窓口は？", "EBPMとは何のことですか？"],
)
def test_a_new_topic_does_not_inherit_the_old_one(read: Read, spoken: ConversationState, text: str) -> None:
    understood = read(text, spoken)
    assert not understood.inherited
    assert not set(understood.projects) & set(spoken.focus)
    assert understood.divisions == ()


def test_a_named_project_and_its_question_are_new(
    read: Read, spoken: ConversationState, named: dict[str, Project]
) -> None:
    understood = read("法制事務の所管課はどこですか？", spoken)
    assert (understood.projects, understood.field) == ((named["法制事務"].id,), "division")
    assert (understood.years, understood.inherited) == ((), False)


@pytest.mark.parametrize("text", ["その課の事業は？", "それは？", "2番目は？", "翌年度は？", "そのうち重点事業は？"])
def test_without_a_conversation_nothing_is_taken_over(read: Read, text: str) -> None:
    understood = read(text)
    assert (understood.inherited, understood.projects, understood.divisions) == (False, (), ())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2", 1), ("2番", 1), ("２番目", 1), ("二番目で", 1), ("税に関する証明", 1), ("納税課のほうです", 1),
        ("3番です", 2),
        ("最初の", 0), ("印鑑登録証のほうです", 2),
    ],
)  # fmt: skip
def test_a_choice_is_picked_by_number_label_or_division(read: Read, text: str, place: int) -> None:
    assert read(text, ConversationState(choices=CHOICES)).choice == place


@pytest.mark.parametrize("text", ["9番", "市の水道事業の担当はどこか知りたいのですが教えてもらえますか"])
def test_what_picks_no_choice_is_a_question_of_its_own(text: str) -> None:
    assert pick_choice(text, CHOICES) is None


def test_without_choices_nothing_is_picked() -> None:
    assert pick_choice("2番", ()) is None
