"""The lists to take away hold what is filtered, open in Excel as they are, and run nothing."""

import csv
import io
from collections.abc import Iterator

import openpyxl
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from corpus.catalogue import Catalogue
from corpus.errors import IndexNotLoaded
from corpus.records import Document, Project
from ui.context import PageContext
from ui.find.routes import add_downloads

DANGEROUS = ("=1+1", "+81", "-1", "@sum", "\t=1", " =1", "＝１＋１", "−1", "=cmd|' /C calc'!A0")


def _project(number: int, name: str, **fields: object) -> Project:
    values = {"divisions": ("総務課", "会計課"), "content": "事務", "document_id": "mihon", "section": "表", "page": 4}
    return Project.model_validate({"id": f"mihon-{number}", "name": name, **values, **fields})


CATALOGUE = Catalogue(
    documents=(Document(id="mihon", title="みほん市実施計画", text="", pages=()),),
    projects=(
        _project(1, "会計事務", code="1-2-3", cost_million_yen=1357, priority=True, divisions_open=True,
                 schedule={"令和5年度": ("設計", "工事"), "令和6年度": ("評価",)}),
        *(_project(number, name) for number, name in enumerate(DANGEROUS, 2)),
        _project(20, "制御\x01文字", content='"引用"、\n改行'),
    ),
    passages=(),
)  # fmt: skip


class Index:
    """Loaded, or not."""

    loaded = True

    def catalogue(self) -> Catalogue:
        """The catalogue, or ``IndexNotLoaded``."""
        if not self.loaded:
            raise IndexNotLoaded
        return CATALOGUE


@pytest.fixture
def index() -> Index:
    return Index()


@pytest.fixture
def client(index: Index) -> Iterator[TestClient]:
    def no_assistant() -> None:
        raise IndexNotLoaded

    app = FastAPI()
    add_downloads(app, PageContext(no_assistant, index.catalogue, lambda _: None))  # type: ignore[arg-type]
    with TestClient(app) as client:
        yield client


def _rows(client: TestClient, query: str = "") -> list[dict[str, str]]:
    answer = client.get(f"/projects.csv{query}")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def test_the_csv_has_a_japanese_heading_and_every_field_of_what_is_filtered(client: TestClient) -> None:
    (row,) = _rows(client, "?code=1&q=かいけい")
    assert row["事業名"] == "会計事務"
    assert row["所管課"] == "総務課、会計課、他"
    assert (row["推計事業費（百万円）"], row["重点"], row["ページ"]) == ("1357", "重点", "4")
    assert row["令和5年度の予定"] == "設計\n工事"
    assert row["計画書"] == "みほん市実施計画"
    assert row["くわしい内容"] == "http://testserver/projects/mihon-1"


def test_no_cell_of_the_csv_is_run_as_a_formula(client: TestClient) -> None:
    rows = _rows(client)
    assert [row["事業名"] for row in rows[1 : 1 + len(DANGEROUS)]] == [f"'{name}" for name in DANGEROUS]
    assert rows[-1]["事業内容"] == '"引用"、\n改行'


def test_no_cell_of_the_workbook_is_a_formula_and_numbers_are_numbers(client: TestClient) -> None:
    answer = client.get("/projects.xlsx")
    assert "filename*=UTF-8''%E4%BA%8B" in answer.headers["content-disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    headings, *rows = sheet.iter_rows()
    assert [cell.value for cell in headings][:3] == ["事業名", "事業CD", "所管課"]
    assert [row[0].value for row in rows[1:-1]] == list(DANGEROUS)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    assert 1357 in [cell.value for cell in rows[0]]
    assert rows[-1][0].value == "制御文字"


def test_sorting_and_filters_are_the_rooms(client: TestClient) -> None:
    assert _rows(client, "?sort=-code")[0]["事業CD"] == "1-2-3"
    assert _rows(client, "?q=宇宙旅行") == []


def test_before_the_index_is_loaded_a_sheet_says_so(client: TestClient, index: Index) -> None:
    index.loaded = False
    answer = client.get("/projects.csv")
    assert answer.status_code == 503
    assert "検索の準備ができていません" in answer.text
