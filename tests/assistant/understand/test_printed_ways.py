"""The ways in which cities' plans print one service: each leads there from the same everyday words."""

from collections.abc import Callable, Sequence

import pytest

from assistant.conversation import ConversationState
from assistant.understand.printed_ways import respelled, ways_of
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import load_broad_choices, load_topics, read_rows
from corpus.records import Project

Ask = Callable[[str, ConversationState], Understanding]
OTHER = ("街路樹事務", "街路樹の剪定を行います。")


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        ("子供の医療費の助成", "こども医療費支給事業", "通院に係る費用を支給します。"),
        ("障碍者の就労の相談", "障がい者支援事業", "自立を支援します。"),
        ("読みたい本を取り寄せてもらえますか", "読書施設事業", "図書館の管理運営を行います。"),
        ("学童に入れたい", "留守家庭児童会運営事業", "小学生の居場所を設けます。"),
        ("成人式の日にちを知りたい", "若者事業", "はたちの集いを開催します。"),
        ("雪かきをしてほしい", "除排雪事業", "市道の雪を除きます。"),
        ("バスの本数が少ない", "交通空白地対策事業", "デマンド交通を運行します。"),
    ],
)
def test_a_service_is_found_however_the_plan_prints_it(
    ask_of: Callable[[Sequence[Project]], Ask], text: str, name: str, content: str
) -> None:
    read = ask_of(_projects((name, content), OTHER))(text, ConversationState())
    assert list(read.linked) == ["0"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("畑をつぶして家を建てたい", "0"),
        ("家庭菜園の区画を借りたい", "1"),
        ("パン屋を開きたい", "2"),
        ("店の運転資金を借りたい", "3"),
        ("商店街の行事の補助", "4"),
        ("市内に工場を建てたい", "5"),
    ],
)
def test_matters_of_one_trade_that_cities_keep_apart_are_told_apart(
    ask_of: Callable[[Sequence[Project]], Ask], text: str, first: str
) -> None:
    plan = _projects(
        ("農業委員会事務", "農地の転用の許可を審査します。"),
        ("農園事業", "市民農園の貸出しを行います。"),
        ("開業事業", "創業を支援します。"),
        ("金融事業", "中小企業者に融資のあっせんを行います。"),
        ("商業振興事業", "商店街の催しに補助します。"),
        ("誘致事業", "企業の立地を進めます。"),
    )
    linked = ask_of(plan)(text, ConversationState()).linked
    assert max(linked, key=lambda project_id: linked[project_id]) == first


@pytest.mark.parametrize("text", ["施設を借りたい", "会場を探しています", "部屋を借りられますか"])
def test_a_wish_that_several_services_meet_has_each_of_those_that_the_plan_prints(
    ask_of: Callable[[Sequence[Project]], Ask], text: str
) -> None:
    plan = _projects(("運動場事務", "体育施設の受付を行います。"), ("貸館事業", "集会室の貸出しを行います。"), OTHER)
    read = ask_of(plan)(text, ConversationState())
    assert {project_id for choice in read.broad for project_id in choice.project_ids} == {"0", "1"}


def test_what_is_done_with_a_thing_may_be_joined_by_no() -> None:
    assert {"図書館運営", "図書館の運営", "図書館の管理運営"} <= set(ways_of("図書館運営"))
    assert ways_of("市運営") == ("市運営",)


def test_a_word_of_several_spellings_is_known_in_each() -> None:
    assert set(respelled("子供の手当")) == {"子供の手当", "子どもの手当", "こどもの手当"}
    assert respelled("水道") == ("水道",)


def test_every_other_name_belongs_to_a_term_of_the_vocabulary() -> None:
    terms = {term for topic in load_topics() for term in topic.terms}
    terms |= {term for choice in load_broad_choices() for term in choice.terms}
    assert {row["term"] for row in read_rows("printed_ways.csv")} <= terms


def _projects(*rows: tuple[str, str]) -> tuple[Project, ...]:
    return tuple(
        Project(
            id=str(at), name=name, divisions=(f"{at}課",), content=content, document_id="d", section="実施事業", page=1
        )
        for at, (name, content) in enumerate(rows)
    )
