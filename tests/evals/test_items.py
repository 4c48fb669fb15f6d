"""The eval set itself, and how it is read."""

import json
from collections import Counter
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.errors import CorpusUnreadable
from evals.items import EvalItem, categories, load_items

ROOT = Path(__file__).parents[2]
KINDS = {
    "absent", "ambiguous", "attack", "citizen", "code", "conversation", "count", "division", "field", "language",
    "list", "noisy", "premise", "schedule", "text",
}  # fmt: skip
PRODUCT_FILES = ("assistant/**/*.py", "assistant/**/*.yaml", "assistant/**/*.csv", "vectorstore/*.py", "ingest/*.*")


@pytest.fixture(scope="module")
def items() -> list[EvalItem]:
    return load_items()


def test_every_kind_has_enough_questions_in_both_splits(items: list[EvalItem]) -> None:
    counted = Counter((item.category, item.split) for item in items)
    assert set(categories(items)) == KINDS
    assert {kind for kind in KINDS if counted[kind, "dev"] < 25 or counted[kind, "test"] < 15} == set()


def test_ids_are_unique_and_a_conversation_stands_in_one_split_only(items: list[EvalItem]) -> None:
    assert len({item.id for item in items}) == len(items)
    dev, test = (
        {tuple(turn.question for turn in item.turns) for item in load_items(split)} for split in ("dev", "test")
    )
    assert dev & test == set()


def test_every_name_that_is_expected_is_printed_in_the_plan(items: list[EvalItem], plan_catalogue: Catalogue) -> None:
    projects = {project.name for project in plan_catalogue.projects}
    divisions = {division.name for division in plan_catalogue.divisions}
    divisions |= {name for project in plan_catalogue.projects for name in project.related_divisions}
    expected = [turn.expect for item in items for turn in item.turns if turn.expect]
    assert {name for expect in expected for name in (*expect.projects, *(expect.list or ()))} - projects == set()
    assert {name for expect in expected for name in expect.divisions} - divisions == set()


def test_each_list_is_expected_in_the_plans_order(items: list[EvalItem], plan_catalogue: Catalogue) -> None:
    order = [project.name for project in plan_catalogue.projects]
    lists = [list(turn.expect.list) for item in items for turn in item.turns if turn.expect and turn.expect.list]
    assert [names for names in lists if names != sorted(names, key=order.index)] == []


def test_no_question_of_the_test_split_is_spelled_out_in_the_product() -> None:
    files = [file for pattern in PRODUCT_FILES for file in ROOT.glob(pattern)]
    product = "\n".join(file.read_text(encoding="utf-8") for file in files)
    asked = [turn.question for item in load_items("test") for turn in item.turns if len(turn.question) >= 12]
    assert len(files) > 50
    assert [question for question in asked if question in product] == []


@pytest.mark.parametrize(
    "broken",
    ["no json", "{}", '{"id": "a", "category": "list", "split": "train", "turns": []}'],
    ids=["no JSON", "no fields", "no such split"],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, broken: str) -> None:
    whole = {"id": "a-1", "category": "list", "split": "dev", "turns": [{"question": "全部の事業は？"}]}
    (tmp_path / "list.jsonl").write_text(f"{json.dumps(whole)}\n\n{broken}\n", encoding="utf-8")
    with pytest.raises(CorpusUnreadable, match=r"list\.jsonl の3行目"):
        load_items(folder=tmp_path)


def test_a_split_is_read_alone(tmp_path: Path) -> None:
    rows = [
        {"id": f"a-{split}", "category": "list", "split": split, "turns": [{"question": "？"}]}
        for split in ("dev", "test")
    ]
    (tmp_path / "list.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert [item.id for item in load_items("dev", tmp_path)] == ["a-dev"]
    assert [item.id for item in load_items(folder=tmp_path)] == ["a-dev", "a-test"]
