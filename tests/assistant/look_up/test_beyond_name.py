"""What is asked of a named project stands in its record by some word, or the plan is silent on it."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    "question",
    [
        "監査事務は途中で断れますか",
        "庁用器具管理事務で使う塗料の銘柄が載った冊子",
        "車両管理事務は民営に切り替わりそう？",
        "文書管理の朝礼の映像を聞きたい",
        "政策研究のロゴを描いたのは誰",
        "作業センター事業の事務所は海沿いに移るそうですね",
    ],
)
def test_what_the_record_prints_no_word_of_is_not_answered(talk: Talk, question: str) -> None:
    """Whatever the fact, and whether it is listed as one that plans never state."""
    assert talk(question)[-1].status == "not_found"


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("車両管理事務", "公的不動産活用課"),
        ("車両管理事務をお願いします", "公的不動産活用課"),
        ("監査事務はどんな観点で行うのですか", "合規性"),
        ("車両管理は修繕もしますか", "公用車の配車、購入、修繕"),
        ("文書管理事務の録音の件です。担当の課はどこですか", "総務課"),
        ("職員研修事務でもめ事が起きました。何課に言えばいいですか", "職員課"),
    ],
)
def test_names_alone_fields_and_what_is_printed_are_answered(talk: Talk, question: str, printed: str) -> None:
    answer = talk(question)[-1]
    assert (answer.status, printed in answer.answer) == ("answered", True)
