"""Headings of the plan and words that it never explains: said so, with where they stand."""

from collections.abc import Callable

import pytest

from assistant.understand.terms import find_term
from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("特記事項って何のことですか", "「行財政運営の最適化」につながる事業（行財政改革推進事業、公共施設再編事業）"),
        ("関連課とは", "浄化センター（設計事務）"),
        ("「事業CD」とはどういう意味ですか", "0-2-1-3（公共施設再編事業）"),
        ("DXって何ですか", "行政サービスの DX化の推進"),
        ("16.7とは何ですか", "17.17"),
    ],
)
def test_a_word_that_is_not_explained_is_shown_where_it_stands(talk: Talk, question: str, holds: str) -> None:
    answer = talk(question)[-1]
    assert "という言葉の説明は、この計画には書かれていません" in answer.answer
    assert holds in answer.answer


def test_a_heading_with_nothing_alike_beneath_is_only_said_not_to_be_explained(talk: Talk) -> None:
    answer = talk("所管課とは何ですか")[-1]
    assert (answer.status, "「所管課」という言葉の説明" in answer.answer) == ("not_found", True)


def test_what_stands_under_a_heading_may_be_asked_for_alone(talk: Talk) -> None:
    answer = talk("特記事項は何種類ありますか")[-1]
    assert "次の3件" in answer.answer
    assert "説明" not in answer.answer


@pytest.mark.parametrize("text", ["設計事務の特記事項は何", "市民課とは別の課ですか", "関連課がある事業は何ですか"])
def test_a_question_with_a_matter_asks_for_no_meaning(text: str) -> None:
    assert find_term(text) is None
