"""Who asks and why changes no answer."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]

QUESTIONS = [
    "統計の担当課は？",
    "設計事務 コード",
    "事業費が一番大きい重点事業はどれ",
    "総務課の事業はいくつ",
    "ｾﾝｷｮ ﾉ ﾀﾝﾄｳｶ",
    "inkan touroku doko",
    "公園のベンチの寄付を受け付ける課",
]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("玉縄支所の職員です。", ""),
        ("妻に頼まれてお尋ねします。", ""),
        ("お客様が目の前でお待ちなのですが、", ""),
        ("質問してもいいですか？", ""),
        ("", "。何度調べても覚えられません。"),
        ("", "。お手数ですがよろしくお願いします。"),
    ],
)
def test_who_asks_and_why_changes_no_answer(talk: Talk, question: str, before: str, behind: str) -> None:
    alone, told = talk(question)[0], talk(f"{before}{question}{behind}")[0]
    assert (told.status, told.answer) == (alone.status, alone.answer)


@pytest.mark.parametrize("frame", ["{}なんですけど", "{}の件でお客様がいらしています", "{}について教えて"])
@pytest.mark.parametrize(("word", "project"), [("用水路", "作業センター事業"), ("資金運用", "会計事務")])
def test_a_word_of_the_vocabulary_alone_is_enough(talk: Talk, frame: str, word: str, project: str) -> None:
    answer = talk(frame.format(word))[0]
    assert project in {citation.project_name for citation in answer.citations}
