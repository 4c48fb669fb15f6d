"""The real parts put together: the shipped corpus, the bundled model, real Chroma."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant import wiring
from assistant.settings import Settings, read_settings
from corpus.errors import CorpusUnreadable, InvalidSettings
from corpus.records import Question

if TYPE_CHECKING:
    from vectorstore.index import Index

QUESTION = Question(text="マイナンバーカードはどこで受け取れますか")


@pytest.fixture
def copied(plan_settings: Settings, plan_index: "Index", tmp_path: Path) -> Settings:
    """An installation whose index may be broken: a copy of the shipped corpus' one."""
    assert plan_index.catalogue.projects
    shutil.copytree(plan_settings.data_dir, tmp_path / "data")
    return read_settings(corpus=plan_settings.corpus, data_dir=tmp_path / "data")


def _with_corpus(settings: Settings, corpus: Path) -> Settings:
    return read_settings(corpus=corpus, data_dir=settings.data_dir)


@pytest.mark.slow
def test_an_unchanged_corpus_is_not_embedded_again(copied: Settings) -> None:
    report = wiring.refresh_index(copied, wiring.read_plans([copied.corpus]))
    assert (report.changed, report.embedded) == (False, 0)


@pytest.mark.slow
def test_a_corpus_that_cannot_be_read_leaves_what_was_ingested_before(copied: Settings, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_bytes(b"\xff\xfe\x00")
    library = wiring.open_refreshed_library(_with_corpus(copied, tmp_path / "plan.txt"))
    answer = library.assistant.ask(QUESTION)
    assert answer.status == "answered"
    assert "市民課" in answer.answer


@pytest.mark.slow
@pytest.mark.parametrize("broken", ["catalogue.json", "meta.json", "chroma"])
def test_a_damaged_index_is_built_anew_from_the_corpus(copied: Settings, broken: str) -> None:
    (path,) = (copied.data_dir / "index").glob(f"build-*/{broken}")
    shutil.rmtree(path) if path.is_dir() else path.write_text("{", encoding="utf-8")
    assert len(wiring.open_index(copied).catalogue.projects) == 48


@pytest.mark.slow
def test_without_index_and_corpus_the_reason_is_the_corpus(tmp_path: Path) -> None:
    settings = read_settings(corpus=tmp_path / "nothing", data_dir=tmp_path / "data")
    with pytest.raises(CorpusUnreadable, match="nothing"):
        wiring.open_refreshed_library(settings)


@pytest.mark.slow
def test_a_conversation_goes_on_after_a_restart(copied: Settings) -> None:
    first = wiring.open_library(copied).assistant.ask(Question(text="契約事務の所管課は？"))
    followed = Question(text="その課のほかの事業は？", session_id=first.session_id)
    again = wiring.open_library(copied).assistant.ask(followed)
    assert again.session_id == first.session_id
    assert again.projects


@pytest.mark.parametrize("name", ["feedback.sqlite3"])
def test_a_database_that_is_none_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"not a database at all " * 100)
    with pytest.raises(InvalidSettings, match=name):
        wiring.open_service(read_settings(data_dir=tmp_path))


def test_a_division_is_found_however_its_name_is_typed() -> None:
    corpus = Path(__file__).parents[2] / "corpus"
    settings = read_settings(corpus=corpus)
    assert wiring.select_projects(settings, "市民課") == wiring.select_projects(settings, " 市 民\u3000課 ")
