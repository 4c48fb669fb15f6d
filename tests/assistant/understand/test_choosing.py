"""Which of the offered choices an answer picks, and when it is a question of its own."""

import pytest

from assistant.understand.choosing import head_of_answer, pick_choice
from assistant.understand.ordinals import find_bare_number, find_places
from assistant.understand.question import Understanding
from corpus.records import Choice

BOATS = (
    Choice(label="船舶登録事務", question="船舶登録事務は？", divisions=("港湾課",), project_ids=("p1",)),
    Choice(label="渡船整備事業", question="渡船整備事業は？", divisions=("島政課",), project_ids=("p2",)),
    Choice(label="漁船の税金", question="漁船の税金は？", divisions=("税務課",), project_ids=("p3",)),
)
DESCRIBED = {
    "p1": ("船の名簿を管理します。", "名簿、船籍"), "p2": ("新たな渡船を建造します。", "フェリー、連絡船"),
    "p3": ("漁船に課税します。", "船の税"),
}  # fmt: skip


def picked(text: str, alone: Understanding | None = None) -> int | None:
    """The choice that the text picks among the boats."""
    return pick_choice(text, BOATS, alone, lambda choice: DESCRIBED[choice.project_ids[0]])


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("②", 1), ("三番", 2), ("その2です", 1), ("3.", 2), ("上の", 0), ("後のほう", 2), ("真ん中", 1),
        ("下から2番目", 1),
        ("前者で", 0), ("島政課のほう", 1), ("税金のやつ", 2), ("登録するほう", 0), ("名簿の管理です", 0),
        ("新しく造るほう", 1), ("フェリーです", 1),
    ],
)  # fmt: skip
def test_a_choice_is_picked_by_place_name_or_description(text: str, at: int) -> None:
    assert picked(text) == at


@pytest.mark.parametrize("text", ["どれでもない", "どちらも違います", "7番", "ところで山火事の見張りはどこですか"])
def test_what_names_no_choice_picks_none(text: str) -> None:
    assert picked(text) is None


def test_a_question_about_another_project_is_not_a_choice() -> None:
    other = Understanding(text="", projects=("p9",), names_whole=True)
    assert picked("船の倉庫事業は？", other) is None
    assert picked("渡船の名簿", Understanding(text="", topics=("倉庫",), linked={"p9": 1.0})) != 2


def test_an_offer_is_not_taken_by_courtesy() -> None:
    assert picked("船のことありがとう", Understanding(text="", social="thanks")) is None


@pytest.mark.parametrize(
    ("text", "count", "places"),
    [
        ("2番目と四つ目", 5, (1, 3)), ("最後から2番目", 5, (3,)), ("真ん中", 4, (1, 2)), ("6件目", 5, ()),
        ("2番目", 0, ()),
        ("最後の年", 3, ()), ("2番多い", 3, ()),
    ],
)  # fmt: skip
def test_places_are_those_of_the_list(text: str, count: int, places: tuple[int, ...]) -> None:
    assert find_places(text, count) == places


def test_a_number_alone_is_a_place_but_a_year_is_none() -> None:
    assert find_bare_number("3", 3) == 2
    assert find_bare_number("令和3年度の予算", 3) is None


@pytest.mark.parametrize(
    ("text", "head"),
    [("庁用バスです、窓が開かなくて", "庁用バス"), ("倉庫の方なんですが、雨が漏って", "倉庫"), ("三番", "")],
)
def test_an_answer_is_what_stands_before_it_goes_on_telling(text: str, head: str) -> None:
    assert head_of_answer(text) == head
