"""From folders and files to parsed plans."""

from pathlib import Path

import pytest

from corpus.errors import CorpusUnreadable, NoPlanFound
from evals.fictional import generate
from ingest.lines import squeeze
from ingest.plan import ingest_documents
from tests.ingest.reading import assert_nothing_is_lost, assert_passages_are_the_source

PLAN = "事業名 所管課 事業内容\n\n道路事業 道路課 道路を直します。\n"


def test_each_document_is_told_when_it_is_done(tmp_path: Path) -> None:
    for seed in (2, 1):
        (tmp_path / f"city-{seed}.txt").write_text(generate(seed).text, encoding="utf-8")
    told: list[tuple[str, int, int]] = []
    plans = ingest_documents([tmp_path], on_progress=lambda *event: told.append(event))
    assert told == [("city-1", 1, 2), ("city-2", 2, 2)]
    assert [len(plan.projects) for plan in plans] == [len(generate(seed).truth.projects) for seed in (1, 2)]


def test_projects_and_passages_of_several_documents_have_ids_of_their_own(tmp_path: Path) -> None:
    for seed in (1, 2):
        (tmp_path / f"city-{seed}.txt").write_text(generate(seed).text, encoding="utf-8")
    plans = ingest_documents([tmp_path])
    ids = [project.id for plan in plans for project in plan.projects]
    ids += [passage.id for plan in plans for passage in plan.passages]
    assert len(set(ids)) == len(ids)


def test_a_plain_file_without_a_manifest_is_a_plan_named_after_it(tmp_path: Path) -> None:
    file = tmp_path / "mihon-city.txt"
    file.write_text(PLAN, encoding="utf-8")
    (plan,) = ingest_documents([file])
    assert (plan.document.id, plan.document.title) == ("mihon-city", "mihon-city")
    assert plan.projects[0].id == "mihon-city-01"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["Unix", "Windows", "old"])
def test_a_plan_is_read_in_any_encoding_of_utf8_and_line_ends(tmp_path: Path, encoding: str, line_end: str) -> None:
    drawn = generate(4)
    file = tmp_path / "mihon.txt"
    file.write_bytes(drawn.text.replace("\n", line_end).encode(encoding))
    (plan,) = ingest_documents([file])
    assert not plan.document.text.startswith("\ufeff")
    said = [squeeze(project.content) for project in plan.projects]
    assert said == [squeeze(project.content) for project in drawn.truth.projects]
    assert len(plan.document.pages) == drawn.pages
    assert_nothing_is_lost(plan)
    assert_passages_are_the_source(plan)


@pytest.mark.parametrize(
    "text", ["", "市民の皆さまへ\n", "事業名 所管課 事業内容\n"], ids=["empty", "letter", "header"]
)
def test_a_file_without_projects_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "letter.txt").write_text(text, encoding="utf-8")
    with pytest.raises(NoPlanFound, match=r"letter\.txt に事業の表.*見つかりませんでした。$"):
        ingest_documents([tmp_path])


def test_one_bad_file_among_good_ones_is_named(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(PLAN.encode("shift_jis"))
    with pytest.raises(CorpusUnreadable, match=r"bad\.txt はUTF-8のテキストではありません"):
        ingest_documents([tmp_path])
