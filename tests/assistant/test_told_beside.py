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
