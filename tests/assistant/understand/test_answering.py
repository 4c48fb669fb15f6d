"""What an answer to an asking back takes other than one choice."""

import pytest

from assistant.understand.answering import cannot_tell, leaves_open, leaves_out, several_of
from assistant.understand.choosing import pick_choice
from assistant.understand.filters import Filters
from assistant.understand.question import Understanding
from corpus.records import Choice

TREES = (
    Choice(label="街路樹の剪定", question="街路樹の剪定の担当課は", divisions=("緑地課",), project_ids=("p1",)),
    Choice(label="果樹の苗木", question="果樹の苗木の担当課は", divisions=("農政課",), project_ids=("p2",)),
    Choice(label="倒木の片付け", question="倒木の片付けの担当課は", divisions=("道路課",), project_ids=("p3",)),
)
SILENT = Understanding(text="")


def taken(text: str, alone: Understanding = SILENT) -> tuple[int, ...]:
    return several_of(text, TREES, alone, lambda part: pick_choice(part, TREES))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1と3", (0, 2)), ("2番、3番です", (1, 2)), ("最初の2つ", (0, 1)), ("一番目と最後の", (0, 2)),
        ("全部お願いします", (0, 1, 2)), ("三つとも", (0, 1, 2)), ("農政課と道路課です", (1, 2)),
        ("剪定のほうと、あと苗木も", (0, 1)), ("苗木じゃないほう", (0, 2)),
        ("1番と2番のほか", (2,)), ("2番以外で", (0, 2)),
    ],
)  # fmt: skip
def test_an_answer_takes_several_choices(text: str, places: tuple[int, ...]) -> None:
    assert taken(text) == places


@pytest.mark.parametrize("text", ["どれでもない", "その中にはないです", "苗木のほうです", "2番"])
def test_one_choice_or_none_is_not_several(text: str) -> None:
    assert len(taken(text)) < 2


@pytest.mark.parametrize(
    "alone",
    [
        Understanding(text="", operation="sum"), Understanding(text="", filters=Filters(priority=True)),
        Understanding(text="", topics=("公園",)), Understanding(text="", divisions=("総務課",)),
    ],
)  # fmt: skip
def test_all_of_something_else_is_a_question_of_its_own(alone: Understanding) -> None:
    assert taken("全部を知りたい", alone) == ()


@pytest.mark.parametrize("text", ["後ほど折り返します", "ちょっと待ってくださいね", "さあ、分かりません", "担当課は？"])
def test_what_names_nothing_leaves_the_choices_open(text: str) -> None:
    assert leaves_open(text, Understanding(text=text, cues=frozenset({"division"})))


@pytest.mark.parametrize("text", ["どれでもない", "倒木です", "その課は？", "会社の分"])
def test_what_names_something_does_not(text: str) -> None:
    assert not leaves_open(text, Understanding(text=text))


def test_a_doubt_between_choices_takes_neither() -> None:
    assert cannot_tell("剪定か苗木か分かりません")
    assert taken("剪定か苗木か分かりません") == (0, 1)
    assert not cannot_tell("どちらか分からないので両方")
    assert leaves_out("苗木じゃないほう")
