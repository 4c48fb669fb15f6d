"""What is asked beside a known matter and not printed is said first; what the plan does print stands behind it."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("扇湖山荘は令和7年度に解体されるんですか", "「解体」とは、この計画に書かれていません"),
        ("市役所の新しい建物が完成するのは何年度ですか", "「完成」とは、この計画に書かれていません"),
        ("扇湖山荘にはいつから泊まれますか", "「泊まる」とは、この計画に書かれていません"),
        ("新しい庁舎の解体費は10億円ですか", "「解体費」だけの額は、この計画には書かれていません"),
        ("旧諸戸邸の工事にはいくらかかりますか", "「旧諸戸邸」だけの額は、この計画には書かれていません"),
        ("健康診断を受けに行きたい", "市民の方に向けたものは、この計画には書かれていません"),
    ],
)
def test_what_is_not_printed_is_said_before_what_is(talk: Talk, question: str, said: str) -> None:
    answer = talk(question)[-1]
    assert (answer.status, said in answer.answer.splitlines()[0]) == ("answered", True), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "旧諸戸邸の改修は何年度ですか",
        "公共施設再編計画はいつ改訂されますか",
        "今泉さわやかセンターの外壁はいつ直してもらえますか",
        "本庁舎等整備事業の推計事業費はいくらですか",
        "職員の健康診断を担当する課はどこですか",
    ],
)
def test_nothing_is_said_to_be_missing_where_all_is_printed(talk: Talk, question: str) -> None:
    answer = talk(question)[-1]
    assert answer.status == "answered"
    assert "書かれていません" not in answer.answer


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("新庁舎は大船に建てられるんですか", "not_found"),
        ("側溝の浚渫は令和6年度に完成すると聞きました", "not_found"),
        ("市民も健康診断を受けられますか", "not_found"),
    ],
)
def test_a_place_or_people_that_nothing_prints_get_no_yes(talk: Talk, question: str, status: str) -> None:
    answer = talk(question)[-1]
    assert answer.status == status
    assert "計画にあるのは" in answer.answer  # what bears on it is shown, and said not to be the answer


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("公共施設再編計画の改訂は令和7年度？", "いいえ、令和7年度ではありません"),
        ("たまなわ交流センターの外壁は令和7年度？", "はい、そのとおりです"),
        ("公共施設再編事業の予算は316億円？", "いいえ、"),
        ("重点事業の合計は30億円を超えますか", "いいえ、そうではありません"),
        ("重点事業の合計額は20億円以上ですか", "はい、そのとおりです"),
        ("オリンピック関係の事業はまだやっていますか", "いいえ、そうではありません"),
        ("公共用地先行取得事業を受け持つのは公的不動産活用課だけか", "いいえ、公的不動産活用課だけではありません"),
    ],
)
def test_a_question_for_a_yes_or_a_no_gets_it_first(talk: Talk, question: str, begins: str) -> None:
    assert talk(question)[-1].answer.startswith(begins)


@pytest.mark.parametrize(
    ("question", "division"),
    [
        ("市が土地を買うと聞いたのですが", "公的不動産活用課"),
        ("市民税の金額が間違っている気がします", "市民税課"),
        ("マイナンバーが漏れないか心配です", "デジタル戦略課"),
        ("公共用地を買う予定はありますか", "公的不動産活用課"),
    ],
)
def test_hearsay_complaints_and_worries_lead_to_what_is_printed(talk: Talk, question: str, division: str) -> None:
    answer = talk(question)[-1]
    assert (answer.status, division in answer.answer) == ("answered", True)


def test_the_text_around_the_tables_confirms_too(talk: Talk) -> None:
    assert "県や周辺の地方公共団体" in talk("市は県と連携していますか")[-1].answer
    assert "手数料支払の電子化" in talk("手数料はオンラインで払えるようになりますか")[-1].answer


@pytest.mark.parametrize(
    "question",
    ["本庁舎はこれからどうなるの", "公共施設の再編は今年度何をするのですか", "スマートシティは来年何をする予定？"],
)
def test_words_of_the_calendar_ask_for_the_schedule(talk: Talk, question: str) -> None:
    assert "令和7年度" in talk(question)[-1].answer
