"""One name or one deed that several divisions' rows print is asked back; one that is plainly meant is answered."""

import pytest

from assistant.chain import PlanAssistant
from corpus.records import Question


@pytest.mark.parametrize(
    ("said", "divisions"),
    [
        ("直してほしい", {"公的不動産活用課", "契約検査課", "作業センター"}),
        ("清掃を頼みたい", {"公的不動産活用課", "作業センター"}),
        ("名義変更をしたい", {"資産税課", "市民税課"}),
        ("廃棄の窓口", {"契約検査課", "納税課"}),
        ("基本計画の課", {"企画課", "市街地整備課"}),
        ("処分を希望します", {"公的不動産活用課", "納税課"}),
        ("留学の手続で、証明を二枚出すように先方から言われまして", {"市民課", "納税課"}),
    ],
)
def test_what_several_divisions_print_is_asked_back(assistant: PlanAssistant, said: str, divisions: set[str]) -> None:
    """Also where only the deed is told, in other words than the plan's."""
    choices = assistant.ask(Question(text=said)).clarify or ()
    assert divisions <= {name for choice in choices for name in choice.divisions}


@pytest.mark.parametrize("said", ["固定資産税の課", "研修の課", "側溝を直してほしい", "住民税の窓口"])
def test_what_is_plainly_one_divisions_is_answered(assistant: PlanAssistant, said: str) -> None:
    """Called so by a project's name, known to the vocabulary, or with the deed's object beside it."""
    assert assistant.ask(Question(text=said)).status == "answered"


@pytest.mark.parametrize(
    ("said", "division"),
    [("電子入札システムの件です", "契約検査課"), ("「勤怠管理」とだけ書いたメモ、どの課ですか", "職員課")],
)
def test_a_compound_that_one_division_alone_prints_is_its_own(
    assistant: PlanAssistant, said: str, division: str
) -> None:
    """Whatever else prints its words apart (システム, 管理)."""
    answer = assistant.ask(Question(text=said))
    assert (answer.status, division in answer.answer) == ("answered", True)


@pytest.mark.parametrize("said", ["処分について照会あり", "処分（照会）　担当課どこ"])
def test_words_of_a_memo_tell_nothing_of_the_matter(assistant: PlanAssistant, said: str) -> None:
    assert assistant.ask(Question(text=said)).status == "clarify"


def test_what_corrects_itself_is_read_by_its_end(assistant: PlanAssistant) -> None:
    """処分というか…: the first word is not all that was said."""
    answer = assistant.ask(Question(text="処分というか公用車の配車の件です。担当はどこですか"))
    assert "公的不動産活用課" in answer.answer
    assert answer.status == "answered"
