"""Who wants somebody to speak to asks for the division, whatever is told before."""

import pytest

from assistant.understand.normalize import fold
from assistant.understand.unstated import find_unstated
from assistant.understand.whom import asks_whom, without_handled, without_setting, without_wish


@pytest.mark.parametrize(
    "text",
    [
        "入漁料が去年の倍です。計算した課と話したい",
        "漁船が何隻あるのか、台帳を管理している部署に聞いてみたい",
        "港の街灯が消えて3日たつ。誰に言えばいいですか",
        "桟橋の使用料がいくらか、担当の人につないでください",
        "灯台の見学に反対です。受け入れている課に意見を伝えたい",
        "待たされました。苦情を言いたいのですがどちらへ",
    ],
)
def test_the_wish_to_speak_to_somebody_is_heard_behind_any_story(text: str) -> None:
    assert asks_whom(fold(text))
    assert find_unstated(fold(text), [])[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "水産振興課の課長は誰ですか",
        "担当の課の電話番号を教えてほしい",
        "担当の課に聞きたいのですが、港の整備の事業費はいくらですか",
        "漁協で一番上の人に会いたい",
        "人に聞いた話ですが、桟橋の使用料はいくら",
    ],
)
def test_a_fact_asked_for_by_itself_is_no_wish_to_speak_to_somebody(text: str) -> None:
    assert not asks_whom(fold(text))


def test_only_what_is_told_before_the_wish_is_left_out() -> None:
    cues = frozenset({"cost", "when", "premise"})
    assert without_setting(cues, "いくらかかるのか、進めている課に聞きたい") == {"division", "premise"}
    assert "cost" in without_setting(cues, "事業費はいくらですか。進めている課にも聞きたい")
    assert without_setting(cues, "事業費はいくらですか") == cues


def test_what_is_to_be_found_out_elsewhere_is_not_asked_for() -> None:
    """Neither where a fact besides the office is asked behind it."""
    cues = frozenset({"cost", "division"})
    assert without_setting(cues, "費用の件で伺いたいので、担当課を教えて") == {"division"}
    assert without_setting(cues, "費用を確かめたい。いくらですか") == cues
    assert without_setting(cues, "事業費と担当課は") == cues


def test_the_words_of_the_wish_are_no_matter() -> None:
    rest = without_wish("入漁料を決めている課に意見を言いたい")
    assert "入漁料" in rest
    assert "意見" not in rest


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        pytest.param("目標を決める課はどこですか", {"division"}, id="what somebody sees to"),
        pytest.param("目標を教えて", {"goal"}, id="what is asked for"),
        pytest.param("目標を決めたのはいつですか", {"goal"}, id="nobody is asked for"),
    ],
)
def test_a_field_that_somebody_sees_to_is_not_asked_for(text: str, cues: set[str]) -> None:
    assert without_handled(frozenset({"goal"}), text) == cues
