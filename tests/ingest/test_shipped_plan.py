"""The plan that ships, read whole and compared with what a person read in it.

``tests/data/kamakura-*.json`` were checked by eye against the plan's text. After a wanted change, write them anew with
``UPDATE_GOLDEN=1 python -m pytest tests/ingest/test_shipped_plan.py`` and read the diff.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from corpus.records import Project
from ingest.lines import squeeze
from ingest.plan import ParsedPlan
from tests.ingest.reading import (
    assert_golden,
    assert_nothing_is_lost,
    assert_passages_are_the_source,
    assert_records_hold_every_character,
    assert_sources_spell_the_fields,
)

FOLDER = Path(__file__).parents[2] / "corpus" / "kamakura-gyozaisei"
PRIORITIES = {
    "0-2-1-1": ("スマートシティ推進事業", 67, (2, 2, 2)),
    "0-2-1-2": ("行財政改革推進事業", 92, (2, 2, 2)),
    "0-2-1-3": ("公共施設再編事業", 316, (4, 3, 3)),
    "0-2-1-4": ("本庁舎等整備事業", 1357, (2, 2, 2)),
    "0-2-1-5": ("設計事務", 293, (3, 2, 2)),
}
DIVISIONS = [
    "秘書課", "コンプライアンス課", "職員課", "契約検査課", "総務課", "財政課", "会計課", "公的不動産活用課",
    "企画課", "政策創造課", "行政マネジメント課", "デジタル戦略課", "市街地整備課", "腰越支所", "深沢支所",
    "大船支所", "玉縄支所", "納税課", "市民税課", "資産税課", "市民課", "選挙管理委員会事務局",
    "監査委員事務局", "都市整備総務課", "作業センター",
]  # fmt: skip
PROSE = ("principle", "part", "total_cost", "sdgs_targets", "sdgs_direction", "cost_items", "text")


@pytest.fixture(scope="module")
def plan(plans: Sequence[ParsedPlan]) -> ParsedPlan:
    """The shipped plan."""
    return next(plan for plan in plans if plan.document.id == "kamakura-gyozaisei")


def project(plan: ParsedPlan, name: str) -> Project:
    return next(project for project in plan.projects if project.name == name)


def test_the_text_is_kept_byte_for_byte_as_its_manifest_says(plan: ParsedPlan) -> None:
    data = (FOLDER / "plan.txt").read_bytes()
    manifest = yaml.safe_load((FOLDER / "manifest.yaml").read_text(encoding="utf-8"))
    assert hashlib.sha256(data).hexdigest() == manifest["sha256"] == plan.document.checksum
    assert plan.document.text.encode("utf-8") == data
    assert len(plan.document.text) == 8013


def test_the_manifest_tells_title_publisher_and_period(plan: ParsedPlan) -> None:
    assert plan.document.title == "鎌倉市実施計画「行財政運営」"
    assert plan.document.publisher == "鎌倉市"
    assert plan.document.period == "令和5年度～令和7年度"


def test_the_eight_pages_together_are_the_text(plan: ParsedPlan) -> None:
    pages = plan.document.pages
    assert [page.page for page in pages] == list(range(1, 9))
    assert "".join(page.text for page in pages) == plan.document.text
    assert all(page.text == plan.document.text[page.start : page.end] for page in pages)


def test_there_are_48_projects_of_25_divisions(plan: ParsedPlan) -> None:
    assert len({project.name for project in plan.projects}) == len(plan.projects) == 48
    assert list(dict.fromkeys(name for project in plan.projects for name in project.divisions)) == DIVISIONS
    assert len(DIVISIONS) == 25


@pytest.mark.parametrize("code", PRIORITIES)
def test_a_priority_projects_row_and_card_are_one_project(plan: ParsedPlan, code: str) -> None:
    name, cost, counts = PRIORITIES[code]
    (found,) = (project for project in plan.projects if project.code == code or project.name == name)
    assert (found.code, found.name, found.cost_million_yen, found.priority) == (code, name, cost, True)
    assert found.schedule is not None
    assert list(found.schedule) == ["令和5年度", "令和6年度", "令和7年度"]
    assert tuple(len(items) for items in found.schedule.values()) == counts
    for field in ("name", "code", "divisions", "content"):
        row, card = dict.fromkeys(span.page for span in found.sources[field])
        assert (row, card >= 6) == (found.page, True)


def test_only_the_five_cards_are_priorities(plan: ParsedPlan) -> None:
    assert [project.code for project in plan.projects if project.priority] == list(PRIORITIES)
    assert [project.code for project in plan.projects if project.code] == list(PRIORITIES)


def test_the_branch_offices_share_a_row_and_each_keeps_its_own_division(plan: ParsedPlan) -> None:
    offices = [project for project in plan.projects if project.name.endswith("支所管理運営事務")]
    assert [office.divisions for office in offices] == [("腰越支所",), ("深沢支所",), ("大船支所",), ("玉縄支所",)]
    assert len({office.content for office in offices}) == 1
    assert len({office.sources["content"] for office in offices}) == 1


def test_the_special_account_and_others_are_told_of_one_project_alone(plan: ParsedPlan) -> None:
    land = project(plan, "公共用地先行取得事業")
    assert (land.account, land.divisions, land.divisions_open) == ("特別会計", ("公的不動産活用課",), True)
    others = [project for project in plan.projects if project.account != "一般" or project.divisions_open]
    assert others == [land]


def test_every_project_is_as_a_person_read_it(plan: ParsedPlan) -> None:
    assert_golden("kamakura-projects.json", (one.model_dump(exclude={"sources"}) for one in plan.projects))


def test_every_passage_of_prose_is_as_a_person_read_it(plan: ParsedPlan) -> None:
    prose = [passage for passage in plan.passages if not passage.project_ids]
    assert {passage.field for passage in prose} == set(PROSE)
    assert_golden("kamakura-passages.json", (passage.model_dump() for passage in prose))


def test_every_project_has_a_passage_for_what_it_does(plan: ParsedPlan) -> None:
    content = [passage for passage in plan.passages if passage.field == "content"]
    assert [passage.project_ids for passage in content] == [(project.id,) for project in plan.projects]
    assert [passage.text for passage in content] == [project.content for project in plan.projects]


def test_no_character_is_lost(plan: ParsedPlan) -> None:
    assert_nothing_is_lost(plan)
    assert_records_hold_every_character(plan)


def test_repeated_table_headers_are_the_only_text_named_so(plan: ParsedPlan) -> None:
    assert plan.coverage.by_owner["furniture:table_header"] == 4 * len(squeeze("事業名 所管課 事業内容"))


def test_every_fields_place_holds_the_field(plan: ParsedPlan) -> None:
    for one in plan.projects:
        assert_sources_spell_the_fields(plan, one)


def test_every_passages_place_holds_the_passage(plan: ParsedPlan) -> None:
    assert_passages_are_the_source(plan)
