"""How a question describes a set of projects: what they have or lack, words in their parts, what is left out."""

from collections.abc import Callable

import pytest

from assistant.understand.cues import find_cues
from assistant.understand.filters import TextPart
from assistant.understand.normalize import fold
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Understanding
from assistant.understand.sets import find_filters, find_operation, plainly

Read = Callable[..., Understanding]


def filters_of(text: str) -> dict[str, object]:
    """The filters that a text states, by name."""
    folded = plainly(fold(text))
    return find_filters(folded, find_cues("asks", folded)).model_dump(exclude_defaults=True)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("コードが振られている事業", {"coded": True}),
        ("事業コードの付いていない事業はどれですか", {"coded": False}),
        ("コードなしの事業", {"coded": False}),
        ("番号が割り当てられていない事業をひとつ残らず", {"coded": False}),
        ("事業費の見積もられていない事業", {"with_cost": False}),
        ("予定が組まれていない事業は", {"with_schedule": False}),
        ("コードが設定されている事業", {"coded": True}),
        ("港湾課だけで動かしている事業", {"several_divisions": False}),
        ("よその課が関わっていない事業", {"several_divisions": False}),
        ("ほかの課と掛け持ちの事業", {"several_divisions": True}),
        ("40百万円と書かれている事業はどれ", {"cost_from": 40.0, "cost_to": 40.0}),
        ("約1億円の事業を教えて", {"cost_from": 93.0, "cost_to": 107.0}),
        ("事業費の載っている事業を全部", {"with_cost": True}),
        ("金額が書かれていない事業", {"with_cost": False}),
        ("関連課がある事業", {"with_related": True}),
        ("関連課がはっきり書かれている事業", {"with_related": True}),
        ("年度別の予定が示されている事業", {"with_schedule": True}),
        ("特記事項のない重点事業", {"with_note": False, "priority": True}),
        ("重点事業以外の事業", {"priority": False}),
        ("重点じゃない事業は何件", {"priority": False}),
        ("一般会計の事業", {"accounts": ("一般",)}),
        ("複数の課が担当する事業", {"several_divisions": True}),
        ("課の名前が二つ並ぶ事業", {"several_divisions": True, "division_numbers": (2,)}),
        ("担当する部署が全部で四つの仕事", {"several_divisions": True, "division_numbers": (4,)}),
        ("三つの部署で手分けしているものは", {"several_divisions": True, "division_numbers": (3,)}),
        ("三つ以上の課が関わる事業", {"several_divisions": True, "division_numbers": tuple(range(3, 10))}),
        ("担当課が二つ以上ある事業", {"several_divisions": True}),
        ("所管課が2つまでの事業", {"division_numbers": (1, 2)}),
        ("どの課が三つ以上の事業を持っていますか", {}),
        ("その二つの課が担当する事業", {"several_divisions": True}),
        ("単独の課だけで担当している事業", {"several_divisions": False}),
        ("予定が毎年同じままの事業", {"unchanged": True}),
        ("五千万円に満たない事業", {"cost_under": 50.0}),
        ("コードを教えてください", {}),
        ("事業費はいくらですか", {}),
    ],
)
def test_what_projects_have_or_lack_is_a_filter(text: str, stated: dict[str, object]) -> None:
    assert filters_of(text) == stated


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("事業名に「橋」が入る事業", TextPart(field="name", word="橋")),
        ("名前に道路が付く事業", TextPart(field="name", word="道路")),
        ("名前が「道」で始まる事業", TextPart(field="name", word="道", place="start")),
        ("「業務」で終わる事業", TextPart(field="name", word="業務", place="end")),
        ("事業内容の中に「点検」とある事業", TextPart(field="content", word="点検")),
        ("「点検」という言葉が事業内容に出てくる事業", TextPart(field="content", word="点検")),
        ("特記事項に「防災」と書いてある事業", TextPart(field="note", word="防災")),
        ("工程に「設計」を含む事業", TextPart(field="schedule", word="設計")),
        ("「設計」を含む事業", TextPart(field="any", word="設計")),
        ("〇〇推進事務、という名前のものを並べて", TextPart(field="name", word="推進事務", place="end")),
        ("末尾が「業務」になっている名前の事業", TextPart(field="name", word="業務", place="end")),
        ("片仮名で始まる事業はどれ", TextPart(field="name", word="カタカナ", place="start", script=True)),
        ("名前に漢字が入っていない事業", TextPart(field="name", word="漢字", lacking=True, script=True)),
        ("「カタカナ」で始まる事業", TextPart(field="name", word="カタカナ", place="start")),
        ("事業名の語尾が業務のもの", TextPart(field="name", word="業務", place="end")),
        ("名前の出だしが橋の事業", TextPart(field="name", word="橋", place="start")),
        ("点検業務という言葉で終わる事業名", TextPart(field="name", word="点検業務", place="end")),
        ("名前の最後に「業務」と来るもの", TextPart(field="name", word="業務", place="end")),
        ("点検という言葉が説明にあって、共管でない事業", TextPart(field="content", word="点検")),
        ("点検が内容に出てきて、道路課以外のもの", TextPart(field="content", word="点検")),
    ],
)
def test_a_word_in_a_part_is_a_filter(text: str, part: TextPart) -> None:
    folded = fold(text)
    assert find_filters(folded, find_cues("asks", folded)).part == part


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ひとつの課", "1つの課"),
        ("二番目に大きい", "2番目に大きい"),
        ("三億円", "3億円"),
        ("第四期基本計画", "第四期基本計画"),
    ],
)  # fmt: skip
def test_counted_numbers_become_figures(text: str, plain: str) -> None:
    assert plain_numbers(text) == plain


@pytest.mark.parametrize(
    ("text", "operation"),
    [("二番目に事業費が大きい事業", "largest"), ("三番目に安い事業", "smallest"), ("あわせるといくら", "sum")],
)
def test_a_rank_is_an_order(text: str, operation: str) -> None:
    assert find_operation(find_cues("asks", text), text) == operation


@pytest.mark.parametrize("text", ["支所の名前が付いている事業", "事業名に課の名前がそのまま入っている事業"])
def test_names_may_be_asked_for_by_the_divisions_in_them(read: Read, text: str) -> None:
    understood = read(text)
    assert understood.filters is not None
    assert understood.filters.part is not None
    assert {"腰越支所", "玉縄支所"} <= set(understood.filters.part.words)


def test_what_is_left_out_is_not_asked_for(read: Read) -> None:
    understood = read("本庁舎等整備事業を除いた重点事業の合計は")
    assert understood.projects == ()
    assert understood.filters is not None
    assert understood.filters.priority
    assert understood.filters.excluding_names == ("本庁舎等整備事業",)


def test_a_place_alone_leaves_its_branch_office_out(read: Read) -> None:
    understood = read("玉縄以外の支所の事業を一覧で")
    assert understood.filters is not None
    assert understood.filters.excluding_divisions == ("玉縄支所",)


def test_no_name_runs_over_a_comma(read: Read) -> None:
    assert read("特別会計、事業はいくつ").projects == ()


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("設計事務より安い事業", {"cost_under": 293.0}),
        ("設計事務よりも事業費が大きい重点事業", {"cost_over": 293.0}),
    ],
)
def test_a_projects_cost_is_a_bound_for_others(read: Read, text: str, bounds: dict[str, float]) -> None:
    understood = read(text)
    assert understood.projects == ()
    assert understood.filters is not None
    assert understood.filters.model_dump(include={"cost_under", "cost_over"}, exclude_none=True) == bounds


def test_a_division_is_known_by_its_sound_too(read: Read) -> None:
    assert read("契約検査化の担当する事業").divisions == ("契約検査課",)
