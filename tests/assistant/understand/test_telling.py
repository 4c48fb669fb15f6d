"""What is only told asks for nothing; what asks who handles a matter asks for no other fact."""

import pytest

from assistant.understand.errands import without_told
from assistant.understand.joined import without_fact
from assistant.understand.normalize import fold
from assistant.understand.telling import (
    asks_itself,
    only_tells,
    told_in,
    without_ends_told,
    without_indefinite,
    without_spoken_of,
)
from assistant.understand.thing_asked import find_thing_asked
from assistant.understand.unstated import find_unstated
from assistant.understand.whom import asks_who_handles, not_spoken_of, sentence_of_whom

TOLD = [
    "窓口で番号札の予約も取りました。",
    "うちの漁船には乗組員が何人もいます。",
    "料金がいくらになるか心配です。",
    "係長の名前を聞きそびれましたが、",
    "願書はもらってあるので、",
    "港の待ち時間が長くて疲れました。",
]


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("asked", ["桟橋を直してほしい", "灯台を建て替えるのはどこですか", "漁具の届はどの課？"])
def test_a_clause_that_tells_asks_for_no_fact(told: str, asked: str) -> None:
    text = fold(told + asked)
    assert told_in(text)
    assert find_unstated(text, [])[0] is None


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("漁協に何度も足を運びました。手数料はいくらですか", "手数料・料金"),
        ("書類は手元にあります。あと何が必要ですか", "必要書類・持ち物"),
        ("係の人の名前も聞きそびれました。電話番号を教えてください", "電話番号"),
        ("登録したいのですが、手数料がいくらか知りたくて", "手数料・料金"),
        ("願書の書き方が分からず困っています。", "申請書・様式"),
        ("漁協の人数が増えました。乗組員の定員は何人ですか", "人数・定員"),
    ],
)
def test_a_fact_asked_for_behind_what_is_told_is_still_asked_for(text: str, fact: str) -> None:
    found, _ = find_unstated(fold(text), [])
    assert found is not None
    assert found.name == fact


@pytest.mark.parametrize(
    "text",
    [
        "船の登録をしているのは結局どこなんですか",
        "桟橋の使い道を考えている課はどこでしょう",
        "灯台の話を進めているのは何という課ですか",
        "網の申請の手数料のことです。扱っている所を知りたいのですが",
        "岸壁の修理の依頼先を教えてほしい",
        "入湯税の件。取次ぎ先は？",
        "その書類の話はどちらの課へ？",
        "どこの課が受け付けるのか教えてください",
        "船員の給料を計算している課も同じでしょうか",
    ],
)
def test_who_handles_a_matter_is_asked_in_many_ways(text: str) -> None:
    assert asks_who_handles(fold(text))
    assert find_unstated(fold(text), [])[0] is None
    assert find_thing_asked(fold(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "担当課の場所を教えてください",
        "担当者の名前を教えて",
        "市役所はどこですか",
        "新しい魚市場はどこに建つのですか",
        "干物を作っている会社はどこですか",
        "契約先を教えて",
        "委員をしているのは誰ですか",
        "窓口の受付時間は",
        "願書はどこでもらえますか",
    ],
)
def test_a_place_a_person_or_a_fact_of_an_office_is_not_who_handles_a_matter(text: str) -> None:
    assert not asks_who_handles(fold(text))


def test_only_a_question_or_a_wish_asks() -> None:
    assert asks_itself("手数料が知りたいです")
    assert asks_itself("番号が分かりません")
    assert not asks_itself("料金がいくらかかるか心配です")
    assert not asks_itself("何度も通いました")


def test_what_was_heard_may_be_wanted_confirmed() -> None:
    assert told_in("船の登録は無料だと聞きました。桟橋はどの課ですか") == ()
    assert told_in("船を買いました。登録は無料だと聞きました。") == ((0, 8),)


def test_a_belief_given_up_is_told() -> None:
    assert told_in("予約がいるのかと思っていましたが、桟橋はどの課ですか") == ((0, 17),)


def test_nothing_else_is_asked_beside_a_fact_where_the_rest_only_tells() -> None:
    told, asked = "番号札の名前で呼ばれました。", "担当の方のお名前を教えてください"
    assert only_tells(told)
    assert without_fact(told + asked, []) == (told + asked, "")
    assert without_fact("桟橋の担当課と電話番号は", [])[1] == "電話番号"


def test_a_clause_alone_is_never_only_told() -> None:
    assert told_in("願書はもらってあります。") == ()


def test_an_open_number_is_blanked_and_keeps_its_place() -> None:
    assert without_indefinite("何人もいます") == "＊＊＊います"
    assert without_indefinite("乗組員は何人ですか") == "乗組員は何人ですか"


def test_an_amount_that_is_only_told_is_no_cue() -> None:
    text = "いくらかかるか心配です。桟橋を直してほしい"
    assert not_spoken_of(frozenset({"cost"}), text) == frozenset()
    asked = "桟橋を直してほしい。いくらかかるか教えて"
    assert not_spoken_of(frozenset({"cost"}), asked) == {"cost"}
    assert without_spoken_of(text).endswith("桟橋を直してほしい")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("台風で網が流されました。桟橋の掃除をしている課はどこですか", "桟橋の掃除をしている課はどこですか"),
        ("船を買いました。その登録はどの課ですか", ""),
        ("桟橋の掃除をしている課はどこですか", ""),
        ("船を買いました。手数料はいくらですか", ""),
    ],
)
def test_the_sentence_that_asks_for_the_office_stands_by_itself(text: str, asked: str) -> None:
    assert sentence_of_whom(text) == asked


@pytest.mark.parametrize(
    "text",
    ["桟橋を直したいという方から電話", "岸壁の方からも同じ電話", "決定が不服だとの電話", "灯台が消えたと内線あり。"],
)
def test_a_note_of_how_the_errand_came_may_end_in_its_means(text: str) -> None:
    assert find_unstated(fold(text), [])[0] is None
    assert "電話" not in without_told(fold(text))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param(
            "荷揚げが終わった。検査はどこ", "荷揚げが＊＊＊た。検査はどこ", id="told in a sentence of its own"
        ),
        pytest.param("荷揚げが終わったので検査を", "荷揚げが＊＊＊＊ので検査を", id="told as the reason"),
        pytest.param("もう終わった事業がある。どれ", "もう終わった事業がある。どれ", id="of the projects themselves"),
        pytest.param("荷揚げは終わった?", "荷揚げは終わった?", id="asked"),
    ],
)
def test_an_end_that_is_only_told_is_no_project_s(text: str, rest: str) -> None:
    assert without_ends_told(text) == rest
