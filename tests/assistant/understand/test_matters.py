"""Which matters a question names: one name however it is told, several together, or some between which it wavers."""

from collections.abc import Callable

import pytest

from assistant.understand.either import Alternatives
from assistant.understand.normalize import fold
from assistant.understand.question import Understanding
from assistant.understand.several import several_matters
from corpus.catalogue import Catalogue

Read = Callable[..., Understanding]


@pytest.mark.parametrize(
    "text",
    [
        "「土地のことで」とだけ言って、若い方が座っています。どの課ですか",
        "土地の件で入電。それ以上は聞き取れず。つなぎ先を教えてください",
        "土地について、と書かれたメモが残っていました。どこに回せば",
        "土地の担当の方をお願いします、とのこと",
        "土地の話を聞きたいという業者さんです。詳しいことは不明です",
    ],
)
def test_how_an_errand_is_told_hides_no_name(read: Read, text: str) -> None:
    assert read(text).text == "土地はどの課"


@pytest.mark.parametrize(
    "text",
    [
        "土地を借りたいという方がいらしています",
        "土地の境界でもめています。どこに言えば",
        "固定資産税の土地の評価のことで来ました",
        "土地のことで事業費はいくらですか",
        "土地と書いてある事業はどれですか",
        "土地の担当は資産税課ですか",
        "子どもの健康診断を受けたいそうです",
        "元気？",
    ],
)
def test_what_tells_or_asks_more_is_read_whole(read: Read, text: str) -> None:
    assert not read(text).text.endswith("はどの課")


def test_a_word_of_any_question_is_a_name_where_it_is_pointed_out(read: Read) -> None:
    assert read("計画のことで、と言う方です").text == "計画はどの課"
    assert read("申請に来たけど何の申請か忘れたそうです").text == "申請はどの課"


@pytest.mark.parametrize(
    ("text", "parts", "number"),
    [
        ("①戸籍 ②入札 ③選挙。担当はそれぞれ?", ("戸籍", "入札", "選挙"), 3),
        ("戸籍と、入札と、選挙。三つとも教えて", ("戸籍", "入札", "選挙"), 3),
        ("戸籍と入札は同じ課ですか", ("戸籍", "入札"), 0),
        ("戸籍の証明も入札の登録も市民課ですよね", ("戸籍の証明", "入札の登録", "市民課ですよね"), 0),
        ("戸籍と入札の担当", (), 0),
    ],
)
def test_things_that_are_counted_or_gone_through_are_parts(text: str, parts: tuple[str, ...], number: int) -> None:
    assert several_matters(fold(text)) == (parts, number)


@pytest.mark.parametrize(
    "text",
    [
        "公共施設再編事業と設計事務の事業コードをそれぞれ",
        "大船支所と玉縄支所の事業をまとめて見たい",
        "令和5年度と令和6年度、両方の予定",
    ],
)
def test_fields_and_sets_of_several_names_are_no_matters_of_their_own(read: Read, text: str) -> None:
    assert not read(text).several


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("「ヒショ」か「コセキ」か聞き取れません", ("秘書", "戸籍")),
        ("カイケイとトウケイの区別がつきません", ("会計", "統計")),
        ("「そうむ」…いや「きかく」だったか", ("総務", "企画")),
        ("選挙なのか統計なのか分かりません", ("選挙", "統計")),
        ("会計?統計?どちらでしょう", ("会計", "統計")),
        ("センターとシステムの担当", ()),
        ("カイケイの担当", ()),
        ("カイケイ ト トウケイ ハ ドコ", ()),
        ("予算が決まったから決算です", ()),
    ],
)
def test_names_between_which_a_question_wavers(plan_catalogue: Catalogue, text: str, names: tuple[str, ...]) -> None:
    assert Alternatives(plan_catalogue).find(fold(text)) == names
