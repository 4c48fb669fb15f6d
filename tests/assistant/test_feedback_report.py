"""``plan-assistant feedback``: the ratings as a table, as CSV for a spreadsheet, as JSON for a program."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from assistant import cli, wiring
from assistant.feedback import Feedback, RememberingAssistant
from assistant.ports import StreamingAssistant
from assistant.settings import read_settings
from corpus.records import Question

DANGEROUS = "=HYPERLINK(\"http://example.com\")"  # fmt: skip


@pytest.fixture(autouse=True)
def _two_ratings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, scripted: StreamingAssistant) -> None:
    monkeypatch.setenv("PLAN_ASSISTANT_DATA_DIR", str(tmp_path / "data"))
    store = wiring.open_feedback(read_settings())
    assistant = RememberingAssistant(scripted, store)
    liked = assistant.ask(Question(text="道路の補修はどの課？", session_id="s"))
    disliked = assistant.ask(Question(text="全部の事業は？", session_id="s"))
    store.rate(Feedback(answer_id=liked.answer_id, rating="up"))
    store.rate(Feedback(answer_id=disliked.answer_id, rating="down", reason="担当が違う", comment=DANGEROUS))
    store.close()


def _printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    monkeypatch.setattr(sys, "argv", ["plan-assistant", "feedback", *options])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 0
    return capsys.readouterr().out


def test_the_ratings_come_as_a_table_with_their_numbers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = _printed(monkeypatch, capsys)
    assert "全2件（👍 1件、👎 1件）" in out
    assert "担当" in out


def test_csv_has_all_that_is_kept_and_no_cell_that_a_spreadsheet_would_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = _printed(monkeypatch, capsys, "--csv")
    assert out.startswith("\ufeff")
    liked, disliked = csv.DictReader(io.StringIO(out[1:]))
    assert (disliked["評価"], disliked["理由"], disliked["コメント"]) == ("👎", "担当が違う", f"'{DANGEROUS}")
    assert liked["出典"] == "[1] 見本市実施計画 1ページ 道路維持補修事業 道水路管理課「市道の維持補修を行います。」"
    assert disliked["会話"].startswith("問1 道路の補修はどの課？\n答1 道路維持補修事業の所管課は")
    assert "問2 全部の事業は？\n答2 全2件です。" in disliked["会話"]


def test_json_holds_the_answer_its_citations_and_the_conversation(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = json.loads(_printed(monkeypatch, capsys, "--json"))
    assert listed["total"] == len(listed["feedback"]) == 2
    disliked = listed["feedback"][1]
    assert disliked["feedback"]["rating"] == "down"
    assert [said["question"] for said in disliked["conversation"]] == ["道路の補修はどの課？", "全部の事業は？"]
    assert disliked["answer"]["citations"][0]["project_name"] == "道路維持補修事業"


@pytest.mark.parametrize(
    ("options", "total"),
    [(["--rating", "up"], 1), (["--since", "2020-01-01"], 2), (["--since", "2999-01-01"], 0)],
    ids=["one kind", "since long ago", "since the future"],
)
def test_ratings_can_be_chosen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], options: list[str], total: int
) -> None:
    assert json.loads(_printed(monkeypatch, capsys, "--json", *options))["total"] == total


def test_where_nobody_has_rated_yet_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("PLAN_ASSISTANT_DATA_DIR", str(tmp_path / "another"))
    assert _printed(monkeypatch, capsys).strip() == "評価は、まだありません。"
