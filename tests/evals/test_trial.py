"""The same questions with a model and without: what is compared, and what the report says of it."""

from dataclasses import dataclass

import pytest

from assistant.ports import Assistant
from corpus.catalogue import Catalogue
from corpus.records import Answer, Edition, GeneratedBy, Question
from evals.generation.audit import Audit
from evals.generation.measure import Attempt, Measured, Outcome
from evals.generation.report import render
from evals.generation.trial import Both, Trial, try_model
from evals.items import EvalItem
from evals.report import Origin

ORIGIN = Origin(edition=Edition(title="見本", period=""), date="2026-01-01", commit="abc", model="m")
ITEM = EvalItem.model_validate({
    "id": "division-1", "category": "division", "split": "test",
    "turns": [
        {"question": "道路の補修はどの課？", "expect": {"status": "answered", "divisions": ["道水路管理課"]}},
        {"question": "その事業の内容は？"},
    ],
})  # fmt: skip


@dataclass
class Wording(Assistant):
    """Says what the other assistant says, with words of its own at the end, as a model would."""

    other: Assistant
    more: str

    def ask(self, question: Question) -> Answer:
        """As the port says."""
        answer = self.other.ask(question)
        by = GeneratedBy(source="model", model="openai:small", verified=1, replaced=2)
        return answer.model_copy(update={"answer": answer.answer + self.more, "generated_by": by})


def _tried(scripted: Assistant, catalogue: Catalogue, more: str) -> Trial:
    return try_model([ITEM], Both(Wording(scripted, more), scripted, Audit(catalogue)), catalogue)


def test_kind_words_change_nothing(scripted: Assistant, small_catalogue: Catalogue) -> None:
    trial = _tried(scripted, small_catalogue, "\nお気軽にお尋ねください。")
    assert trial.worse == ()
    assert [(pair.decided_alike, pair.unverified) for pair in trial.pairs] == [(True, ())] * 2


@pytest.mark.parametrize("claim", ["99百万円です。", "事業CDは9-9-9-9です。", "令和20年度に終わります。"])
def test_a_figure_that_nothing_verifies_is_seen(scripted: Assistant, small_catalogue: Catalogue, claim: str) -> None:
    trial = _tried(scripted, small_catalogue, f"\n{claim}")
    assert all(pair.unverified for pair in trial.pairs)


def test_what_was_right_without_the_model_and_is_wrong_with_it_is_named(
    scripted: Assistant, small_catalogue: Catalogue
) -> None:
    class Silent(Wording):
        def ask(self, question: Question) -> Answer:
            return super().ask(question).model_copy(update={"answer": "分かりません。"})

    trial = try_model([ITEM], Both(Silent(scripted, ""), scripted, Audit(small_catalogue)), small_catalogue)
    assert trial.worse == ("division-1",)


def test_the_report_tells_what_was_caught_held_back_and_shown(scripted: Assistant, small_catalogue: Catalogue) -> None:
    attempt = Attempt(question="道路は？", sentence="財政課です。[1]", why="wrong division")
    sets = [
        Measured("adversarial", (Outcome(attempt, "caught", ("name: x",)), Outcome(attempt, "caught", (None,)))),
        Measured("good", (Outcome(attempt, "passed", (None,)),)),
    ]
    written = render(ORIGIN, sets, _tried(scripted, small_catalogue, ""), "openai:small")
    assert "| adversarial | wrong division | 1/2 |" in written
    assert "| 道路は？ | 財政課です。[1] | passed |" in written
    assert "## With openai:small in the loop" in written
    assert "| sentences shown at once / after a second try / replaced | – | 2 / 0 / 4 |" in written


def test_without_a_model_the_report_has_no_trial() -> None:
    assert "in the loop" not in render(ORIGIN, [])
