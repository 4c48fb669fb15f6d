"""Right answers asked again with harmless words around the questions, over a scripted assistant."""

from collections.abc import Callable

import pytest

from corpus.catalogue import Catalogue
from corpus.records import Answer, Question
from evals.items import EvalItem
from evals.wrapped import Surrounding, run_wrapped, surroundings, wrapped

MakeAnswer = Callable[..., Answer]


@pytest.mark.parametrize(
    ("surrounding", "question", "asked"),
    [
        (Surrounding(name="", template="急ぎです。{}"), "担当は", "急ぎです。担当は"),
        (Surrounding(name="", template="{}急ぎです。"), "担当は", "担当は。急ぎです。"),
        (Surrounding(name="", template="{}急ぎです。"), "担当は？", "担当は？急ぎです。"),
        (Surrounding(name="", template="「{}」だそうです。"), "担当は", "「担当は」だそうです。"),
        (Surrounding(name="", written=(("、", " "),)), "道路、担当は", "道路 担当は"),
    ],
    ids=["before", "behind", "behind a mark", "as a quotation", "written otherwise"],
)
def test_a_question_stands_whole_in_its_surroundings(surrounding: Surrounding, question: str, asked: str) -> None:
    assert surrounding.around(question) == asked


def test_going_on_words_stand_before_every_question_but_the_first() -> None:
    item = _item("a", "道路の担当は", "費用は", "いつ")
    made = wrapped(item, Surrounding(name="", template="では、{}", later=True))
    assert [turn.question for turn in made.turns] == ["道路の担当は", "では、費用は", "では、いつ"]


def test_every_surrounding_holds_the_question_once() -> None:
    assert {one.template.count("{}") for one in surroundings()} == {1}
    assert {bool(one.written) for one in surroundings()} == {True, False}


def test_only_what_was_right_is_asked_again_and_counted(make_answer: MakeAnswer, small_catalogue: Catalogue) -> None:
    class Shy:
        """Answers the bare question only; one other never."""

        def ask(self, question: Question) -> Answer:
            known = question.text == "道路の担当は"
            return make_answer("道水路管理課です。" if known else "わかりません。")

    items = [_item("known", "道路の担当は"), _item("unknown", "空き家の担当は")]
    results = run_wrapped(items, 5, Shy(), small_catalogue)
    alone = [result for result in results if not result.surrounding.later]
    assert {result.asked for result in alone} == {1}
    changed = {result.surrounding.name: len(result.changed) for result in alone}
    assert (changed["こんにちは！{}"], changed["no commas"]) == (1, 0)


def _item(name: str, *questions: str) -> EvalItem:
    expect = {"status": "answered", "divisions": ["道水路管理課"]}
    turns = [{"question": question, "expect": expect} for question in questions]
    return EvalItem.model_validate({"id": name, "category": "division", "split": "dev", "turns": turns})
