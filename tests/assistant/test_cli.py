"""The command line: what it prints, and what it says when something is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import cli

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
COMMANDS = ["ingest", "ask", "serve", "eval", "projects", "feedback"]


@pytest.fixture(autouse=True)
def _an_installation_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PLAN_ASSISTANT_CORPUS", str(CORPUS))
    monkeypatch.setenv("PLAN_ASSISTANT_DATA_DIR", str(tmp_path / "data"))


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["plan-assistant", *arguments])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    code = stopped.value.code
    assert isinstance(code, int)
    return code


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_japanese(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert _run(monkeypatch, command, "--help") == 0
    assert any("ぁ" <= character <= "ん" for character in capsys.readouterr().out)


@pytest.mark.parametrize("arguments", [["--help"], ["projects", "--json"], ["feedback"]], ids=" ".join)
def test_a_quick_command_loads_neither_torch_nor_gradio_nor_chroma(arguments: list[str]) -> None:
    program = f"""
import sys
from assistant import cli
sys.argv = {["plan-assistant", *arguments]!r}
try:
    cli.main()
except SystemExit:
    pass
heavy = {{"torch", "gradio", "chromadb", "sentence_transformers"}} & set(sys.modules)
sys.exit(", ".join(sorted(heavy)) or 0)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_projects_come_as_a_table_with_their_number(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(monkeypatch, "projects", "--division", "財政課") == 0
    out = capsys.readouterr().out
    assert "全3件" in out
    assert "ふるさと寄附金推進事業" in out


def test_projects_come_as_the_json_of_the_api(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(monkeypatch, "projects", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert listed["total"] == len(listed["projects"]) == 48


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["projects", "--division", "宇宙課"], "「宇宙課」が担当する事業は", id="unknown division"),
        pytest.param(
            ["ingest", "/no/such/place"], "計画書のファイルやフォルダがありません: /no/such/place", id="no file"
        ),
    ],
)
def test_what_a_person_can_mend_is_one_japanese_line_and_exit_code_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert _run(monkeypatch, *arguments) == 1
    err = capsys.readouterr().err.strip()
    assert err.startswith(message)
    assert "\n" not in err


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"\xff\xfe\x00plan", "UTF-8"), ("お知らせです。\n本日は晴れ。\n".encode(), "事業")],
    ids=["not text", "no plan"],
)
def test_a_corpus_that_cannot_be_ingested_is_explained_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes, message: str
) -> None:
    (tmp_path / "plan.txt").write_bytes(content)
    assert _run(monkeypatch, "ingest", str(tmp_path / "plan.txt")) == 1
    err = capsys.readouterr().err.strip()
    assert message in err
    assert "\n" not in err


def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PORT", "eighty")
    assert _run(monkeypatch, "projects") == 1
    assert capsys.readouterr().err.startswith("設定 PORT の値「eighty」は使えません。")


def test_a_data_folder_that_cannot_be_written_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("PLAN_ASSISTANT_DATA_DIR", str(tmp_path / "file"))
    assert _run(monkeypatch, "ingest") == 1
    err = capsys.readouterr().err.strip()
    assert err.startswith("ファイルを読み書きできませんでした")
    assert "\n" not in err
