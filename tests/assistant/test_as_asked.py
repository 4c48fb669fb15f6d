"""Answers in the question's own terms: contents whole, the number alone, what is missing by its own name."""

from collections.abc import Callable

import pytest

from assistant.understand.fact_words import fact_in_words
from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    "text", ["納税課は何の課ですか", "納税課って何をしてくれる部署なの", "納税課ではどんなことを頼めますか"]
)
def test_what_a_division_does_is_told_with_whole_contents(talk: Talk, text: str) -> None:
    answer = talk(text)[-1].answer
    assert "滞納整理事務を行います。法定及びその他一般的な市税に関する証明書等の交付を行います。" in answer


def test_the_number_alone_is_told_with_its_proof(talk: Talk) -> None:
    answer = talk("一覧はいりません。納税課の事業の件数だけ")[-1]
    assert answer.answer.startswith("納税課が所管する事業は、全3件です。")
    assert "徴収事務" not in answer.answer
    assert len(answer.citations) == len(answer.projects) == 3


def test_the_part_that_prints_the_word_is_quoted(talk: Talk) -> None:
    answer = talk("アスベストのことが不安で")[-1].answer
    assert "アスベスト含有調査」は、令和5年度" in answer


def test_near_topics_name_the_division_and_stay_with_what_was_spoken_of(talk: Talk) -> None:
    answers = talk("職員の採用試験はどこの担当", "受験の年齢制限は？")
    assert "「人事管理事務」（職員課）" in answers[-1].answer


def test_no_division_is_named_beside_an_opinion(talk: Talk) -> None:
    answer = talk("次の市長選挙は誰に投票したらいいと思いますか")[-1]
    assert "選挙管理委員会事務局" not in answer.answer


@pytest.mark.parametrize(
    ("text", "fact", "words"),
    [
        ("受験資格は?", "受給条件・年齢", ("受験資格", False)),
        ("支所の開庁時間は?", "開庁時間・受付時間", ("支所の開庁時間", True)),
        ("玉縄支所の電話番号は", "電話番号", ("電話番号", False)),
        ("何時に開きますか", "開庁時間・受付時間", ("開庁時間・受付時間", False)),
    ],
)
def test_a_fact_is_called_as_the_question_calls_it(text: str, fact: str, words: tuple[str, bool]) -> None:
    assert fact_in_words(text, fact, ("玉縄支所", "玉縄支所管理運営事務")) == words
