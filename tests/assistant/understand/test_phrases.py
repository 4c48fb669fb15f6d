"""Sets described by several words, pages, planned work, a day of the year, or what stands beside a place."""

from collections.abc import Callable, Sequence

import pytest

from assistant.conversation import ConversationState
from assistant.understand.cues import find_cues
from assistant.understand.filters import Filters, TextPart
from assistant.understand.normalize import fold
from assistant.understand.phrases import dated, planned_in, told_in
from assistant.understand.question import Understanding
from assistant.understand.sets import find_filters
from corpus.records import Project

Ask = Callable[[str, ConversationState], Understanding]


def project(number: int, name: str, division: str, content: str = "", **more: object) -> Project:
    return Project.model_validate(
        {"id": f"p{number}", "name": name, "divisions": (division,), "content": content, "account": "一般",
         "document_id": "d", "section": "", "page": 1, **more}
    )  # fmt: skip


PIER = project(1, "桟橋事業", "港湾課", "６月１日現在の船を数えます。", schedule={"令和5年度": ("浮き桟橋の塗装",)})
NORTH, SOUTH, WEST = (
    project(number, f"{place}支所管理事務", f"{place}支所") for number, place in enumerate(("北浜", "南浜", "西浜"), 2)
)
LIGHTS, NETS = project(5, "灯台事務", "港湾課"), project(6, "漁網補助事務", "水産課")


@pytest.fixture(scope="module")
def ask(ask_of: Callable[[Sequence[Project]], Ask]) -> Ask:
    return ask_of((PIER, NORTH, SOUTH, WEST, LIGHTS, NETS))


def filters_of(text: str) -> Filters:
    folded = fold(text)
    return find_filters(folded, find_cues("asks", folded))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("内容に「網」か「船」が出てくる事業", TextPart(field="content", word="網", others=("船",))),
        (
            "内容に船の検査や登録をすると書かれている事業",
            TextPart(field="content", word="船の検査", others=("船の登録",), loosely=True),
        ),
        ("名前が「補助」で終わらない事業", TextPart(field="name", word="補助", place="end", lacking=True)),
        ("「灯台」という名前でない事業", TextPart(field="name", word="灯台", lacking=True)),
        ("課の名前に「港」が付くところの事業", TextPart(field="division", word="港")),
        ("名前に「港」が入る課の事業", TextPart(field="division", word="港")),
        ("〇〇補助じゃなくて〇〇会議って名前のもの", TextPart(field="name", word="会議", place="end")),
    ],
)
def test_a_part_may_hold_one_of_several_words_or_be_a_divisions_name(text: str, part: TextPart) -> None:
    assert filters_of(text).part == part


def test_a_names_end_is_no_projects_end() -> None:
    assert filters_of("「会議」で終わっている事業").finished is None


@pytest.mark.parametrize(
    ("text", "pages"),
    [("7ページと9ページに載っている事業", (7, 9)), ("7〜9ページの事業", (7, 8, 9)), ("8ページにある事業", (8,))],
)
def test_several_pages_are_read_at_once(text: str, pages: tuple[int, ...]) -> None:
    assert filters_of(text).pages == pages


def test_said_alone_and_without_the_shared_ones_is_one_condition() -> None:
    assert filters_of("単独でやるものを全部。共管のは不要").several_divisions is False


def test_what_is_joined_is_told_one_by_one() -> None:
    assert told_in("content", "網の貸出や修理") == TextPart(
        field="content", word="網の貸出", others=("網の修理",), loosely=True
    )


def test_planned_work_counts_only_where_a_schedule_prints_it() -> None:
    assert planned_in("令和5年度に塗装をすることになっているのはどれ", [PIER]) == TextPart(
        field="schedule", word="塗装", loosely=True
    )
    assert planned_in("令和5年度に花火を予定している事業", [PIER]) is None


def test_a_day_counts_only_where_a_content_prints_it() -> None:
    assert dated("6月1日を基準にする事業", [PIER]) == TextPart(field="content", word="6月1日")
    assert dated("6月2日を基準にする事業", [PIER]) is None


@pytest.mark.parametrize(
    ("text", "out"),
    [("北浜のほかに支所の事業は", ("北浜支所",)), ("北浜と西浜のほかに支所の事業は", ("北浜支所", "西浜支所"))],
)
def test_a_place_beside_its_kind_is_left_out(ask: Ask, text: str, out: tuple[str, ...]) -> None:
    filters = ask(text, ConversationState()).filters
    assert filters is not None
    assert filters.excluding_divisions == out


def test_a_beginning_of_a_name_beside_a_name_is_that_project(ask: Ask) -> None:
    assert ask("漁網補助事務と灯台、担当課を両方", ConversationState()).projects == ("p6", "p5")
