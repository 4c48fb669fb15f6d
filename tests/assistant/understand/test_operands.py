"""How a question sets two sets against each other, names projects in part, and gives orders beside what it asks."""

from collections.abc import Callable

import pytest

from assistant.understand.question import Understanding
from assistant.understand.sets import plainly
from corpus.records import Project

Read = Callable[..., Understanding]
Named = dict[str, Project]


def test_a_project_named_in_part_is_plain_where_costs_are_computed(read: Read, named: Named) -> None:
    """The head of a name is enough among the few projects that print a cost."""
    asked = read("公共施設再編は設計の何倍かかりますか")
    assert asked.projects == (named["公共施設再編事業"].id, named["設計事務"].id)


def test_a_short_head_of_a_name_names_nothing_where_no_cost_is_asked_for(read: Read, named: Named) -> None:
    """設計 alone is an ordinary word."""
    assert named["設計事務"].id not in read("設計はどこの課ですか").projects


def test_projects_added_up_are_set_against_another(read: Read, named: Named) -> None:
    """Each side is what its part of the question names."""
    sides = read("スマートシティ推進事業と設計事務を合わせても本庁舎等整備事業に届かないの").operands
    assert [side.among for side in sides] == [
        (named["スマートシティ推進事業"].id, named["設計事務"].id),
        (named["本庁舎等整備事業"].id,),
    ]


def test_a_project_is_set_against_the_rest_of_its_kind(read: Read, named: Named) -> None:
    """The rest is every other priority project."""
    first, rest = read("公共施設再編事業は残りの重点事業の合計より高い？").operands
    assert first.among == (named["公共施設再編事業"].id,)
    assert (rest.priority, rest.excluding) == (True, first.among)


def test_a_bound_that_a_project_sets_is_no_comparison_of_two_sets(read: Read) -> None:
    """Cheaper than a project is a filter."""
    asked = read("公共施設再編事業より安い重点事業はどれ")
    assert asked.operands == ()
    assert asked.filters is not None
    assert asked.filters.cost_under == 316


def test_two_divisions_share_what_is_said_once_of_both(read: Read) -> None:
    """The second side is of priority projects too."""
    sides = read("公的不動産活用課の重点事業と市街地整備課の、事業費が多いのは").operands
    assert [(side.divisions, side.priority) for side in sides] == [
        (("公的不動産活用課",), True),
        (("市街地整備課",), True),
    ]


def test_the_mean_sets_a_bound(read: Read) -> None:
    """The mean of the five costs is 425 百万円."""
    filters = read("平均を上回る重点事業はどれ").filters
    assert filters is not None
    assert filters.cost_over == 425


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("課や支所、事務局などの数は？", "課の数は？"),
        ("事業の数は？ 支所はそれぞれ1件と数えてください", "事業の数は？"),
        ("財政課の事業を一覧で。コードがあればそれも書いて", "財政課の事業を一覧で"),
        ("総務課の担当課長は", "総務課の担当課長は"),
    ],
)
def test_orders_about_how_to_count_or_write_are_left_out(typed: str, plain: str) -> None:
    """Kinds of divisions said one after another become one word."""
    assert plainly(typed) == plain
