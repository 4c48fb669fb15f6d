"""What a set is without: one reading for names, kinds, pages, costs, themes and words."""

import pytest

from assistant.understand.filters import Cut, Filters
from assistant.understand.left_out import is_left_out, kind_of, kinds_left_out, matters_left_out
from assistant.understand.sets import find_filters, find_operation

PRIORITY = frozenset({"priority"})


@pytest.mark.parametrize(
    "rest",
    [
        "以外の事業",
        "のものを除いたら",
        "の2つは抜きにして",
        "は数えずに",
        "でもない課",
        "が担当していないもの",
        "と監査の分を外すと",
        "」と名の付くものはいらない",
    ],
)
def test_words_that_leave_out_what_stands_before_them(rest: str) -> None:
    assert is_left_out(rest)


@pytest.mark.parametrize(
    "rest", ["の事業を抜き出して", "のうち委託以外", "の事業を、港湾課の分は除いて", "を含めて一覧に"]
)
def test_words_that_leave_out_something_else_or_nothing(rest: str) -> None:
    assert not is_left_out(rest)


@pytest.mark.parametrize(
    "text",
    ["重点事業も数えて全部", "すでに終わった事業も含め", "コードのないものも入れて", "終わったかどうかを問わず"],
)
def test_what_counts_as_well_as_the_rest_bounds_no_set(text: str) -> None:
    assert find_filters(text, PRIORITY if "重点" in text else frozenset()) == Filters()


@pytest.mark.parametrize(("text", "finished"), [("すでに終わったものは除いて", False), ("すでに終わったもの", True)])
def test_what_has_ended_is_left_out_whole(text: str, finished: bool) -> None:
    assert find_filters(text, frozenset()).finished is finished


def test_kinds_of_divisions_are_left_out_in_one_breath() -> None:
    kinds = kinds_left_out("担当が「課」でも「出張所」でもない事業")
    assert [kind_of(kind) for kind in kinds] == ["課", "出張所"]


def test_matters_are_left_out_in_one_breath_and_words_of_every_name_are_none() -> None:
    assert matters_left_out("港湾と漁港は抜いて見せて") == ["港湾", "漁港"]
    assert matters_left_out("終わった事業は除いて") == []


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("重点に指定されたものは外して", Filters(priority=False)),
        ("特別会計の分を除くと何件", Filters(accounts=("一般",))),
        ("関連課が書いてある事業を除いたもの", Filters(with_related=False)),
        ("終わったのは抜いて", Filters(finished=False)),
        ("8ページ以外の事業", Filters(less=(Filters(pages=(8,)),))),
        ("事業費が2億円以上のものを除いて", Filters(less=(Filters(cost_from=200.0),))),
        ("一番高いものを除いた事業", Filters(less=(Filters(cut=Cut(by="cost")),))),
    ],
)
def test_every_filter_can_be_left_out(text: str, filters: Filters) -> None:
    assert find_filters(text, PRIORITY if "重点" in text else frozenset()) == filters


def test_what_is_left_out_of_a_sum_is_not_what_is_asked_for() -> None:
    assert find_operation(frozenset({"largest", "sum"}), "一番高い事業を除いた合計はいくら") == "sum"


def test_a_name_whose_beginning_is_left_open_means_all_names_of_that_end() -> None:
    part = find_filters("「〇〇巡視業務」という事業を全部", frozenset()).part
    assert part
    assert (part.field, part.word, part.place) == ("name", "巡視業務", "end")


def test_both_ends_of_a_page_are_two_places() -> None:
    assert find_filters("6ページの表の一番上と一番下の事業", frozenset()).cut == Cut(by="plan", both_ends=True)


@pytest.mark.parametrize("piece", ["1", "両", "ものの", "担当の"])
def test_a_long_run_of_words_that_leave_nothing_out_is_read_at_once(piece: str) -> None:
    """Were each piece read in two ways, this would not end within the test's time."""
    assert not is_left_out(f"{piece * 100}q")
