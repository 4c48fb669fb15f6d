"""A project, a division and a page of the source, each on a sheet of its own that needs no script."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.api.errors import add_error_handlers
from corpus.catalogue import Catalogue
from corpus.errors import IndexNotLoaded
from corpus.records import Document, Page, Project, Span
from ui.context import PageContext
from ui.sheets.routes import add_sheets

FIRST = " 道路事業 道路課 <b>市道</b>を直します。\n\n"
SECOND = "1-2-3 空き家事業 住宅課\n\n市道の空き家を\n\n調べます。\n\n"
TEXT = FIRST + SECOND


def _span(words: str, page: int, end: str = "") -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(page=page, start=start, end=TEXT.index(end or words, start) + len(end or words)),)


def _document(document_id: str, **fields: object) -> Document:
    pages = (
        Page(document_id=document_id, page=1, start=0, end=len(FIRST), text=FIRST),
        Page(document_id=document_id, page=2, start=len(FIRST), end=len(TEXT), text=SECOND),
    )
    values = {"id": document_id, "title": f"{document_id}計画", "text": TEXT, "pages": pages}
    return Document.model_validate(values | fields)


ROAD = Project(
    id="mihon-1", name="道路事業", divisions=("道路課",), content="<b>市道</b>を直します。", document_id="mihon",
    section="実施事業", page=1,
)  # fmt: skip
HOUSES = Project(
    id="mihon/2", name="空き家事業", code="1-2-3", divisions=("住宅課", "道路課"), divisions_open=True,
    related_divisions=("福祉/相談課",), content="空き家を調べます。", priority=True, goal="空き家を減らします。",
    note="市民と進めます。", schedule={"令和5年度": ("調査",), "令和6年度": ("更新", "評価")}, cost_million_yen=1357,
    account="特別会計", document_id="mihon", section="重点事業", page=2,
    sources={
        "name": _span("空き家事業", 2), "divisions": _span("住宅課", 2),
        "content": _span("空き家を\n", 2, "調べます。"),
    },
)  # fmt: skip
CATALOGUE = Catalogue(
    documents=(_document("mihon", period="令和5年度～令和6年度", places={"北町": "道路課"}), _document("other")),
    projects=(ROAD, HOUSES),
    passages=(),
)


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
    add_error_handlers(app)
    add_sheets(app, PageContext(no_assistant, index.catalogue, lambda _: None))  # type: ignore[arg-type]
    with TestClient(app) as client:
        yield client


def _words(html: str) -> str:
    """What a reader sees of the sheet."""
    body = html[html.index("<body>") :]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", body)))


def test_a_project_has_every_field_on_its_sheet(client: TestClient) -> None:
    answer = client.get("/projects/mihon%2F2")
    assert answer.status_code == 200
    assert '<html lang="ja" ' in answer.text
    assert "<title>空き家事業｜" in answer.text
    told = _words(answer.text)
    for words in (
        "重点", "住宅課", "他", "福祉/相談課", "1-2-3", "空き家を調べます。", "空き家を減らします。",
        "市民と進めます。", "令和5年度 調査", "令和6年度 更新 評価", "1,357百万円（13億5,700万円）",
        "特別会計", "重点事業", "2ページ",
        "mihon計画（令和5年度～令和6年度）",
    ):  # fmt: skip
        assert words in told
    assert "書かれていないこと" not in told


def test_what_the_plan_does_not_say_of_a_project_is_named(client: TestClient) -> None:
    told = _words(client.get("/projects/mihon-1").text)
    assert (
        "書かれていないこと：事業CD、関連課、事業目標、特記事項、年度ごとの予定、推計事業費（かかる費用の見込み）"
        in told
    )


def test_a_sheet_links_to_the_source_the_division_the_list_and_the_conversation(client: TestClient) -> None:
    html = client.get("/projects/mihon%2F2").text
    assert 'href="/documents/mihon/pages/2?project=mihon%2F2"' in html
    assert 'href="/divisions/%E4%BD%8F%E5%AE%85%E8%AA%B2"' in html
    assert 'href="/#find?division=%E4%BD%8F%E5%AE%85%E8%AA%B2"' in html
    assert 'href="/#ask?question=%E7%A9%BA%E3%81%8D%E5%AE%B6' in html


def test_nothing_on_a_sheet_runs_and_html_of_the_plan_is_shown(client: TestClient) -> None:
    answer = client.get("/projects/mihon-1")
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    assert "&lt;b&gt;市道&lt;/b&gt;を直します。" in answer.text
    assert re.findall(r"<script(?![^>]*src=)|\son[a-z]+=|\sstyle=", answer.text) == []


def test_the_pages_own_characters_of_the_project_are_marked(client: TestClient) -> None:
    html = client.get("/documents/mihon/pages/2?project=mihon%2F2").text
    marks = re.findall(r"<mark\b.*?</span>(.*?)<span", html, re.DOTALL)
    assert marks == ["空き家事業 住宅課", "空き家を\n調べます。"]
    assert html.index('href="#marked"') < html.index('<mark id="marked"')
    assert html.count('id="marked"') == 1
    assert "2 / 2ページ" in html
    assert 'rel="prev"' in html
    assert 'rel="next"' not in html


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/documents/mihon/pages/2", id="no project"),
        pytest.param("/documents/mihon/pages/1?project=mihon%2F2", id="another page"),
        pytest.param("/documents/other/pages/2?project=mihon%2F2", id="another document"),
        pytest.param("/documents/mihon/pages/2?project=none", id="an unknown project"),
    ],
)
def test_a_page_without_the_projects_characters_has_no_mark(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "<mark" not in answer.text
    assert "#marked" not in answer.text


def test_a_division_has_its_projects_costs_years_and_places_on_one_sheet(client: TestClient) -> None:
    told = _words(client.get("/divisions/道路課").text)
    for words in (
        "2事業", "道路事業", "空き家事業", "空き家を減らします。", "1,357百万円", "1事業の合計",
        "住宅課 といっしょに担当", "令和6年度 空き家事業 更新 評価", "北町",
    ):  # fmt: skip
        assert words in told


def test_a_division_that_is_only_related_and_has_a_stroke_in_its_name_has_a_sheet(client: TestClient) -> None:
    told = _words(client.get("/divisions/%E7%A6%8F%E7%A5%89%2F%E7%9B%B8%E8%AB%87%E8%AA%B2").text)
    assert "関連課としてかかわる事業" in told
    assert "空き家事業" in told


@pytest.mark.parametrize(
    "path",
    [
        "/projects/none", "/projects/<script>alert(1)</script>", "/divisions/なし課", "/documents/mihon/pages/3",
        "/documents/mihon/pages/x", "/documents/mihon/pages/99999999999999999999", "/documents/none/pages/1",
        "/documents/mihon/pages/²",
    ],
)  # fmt: skip
def test_what_is_not_there_gets_a_sheet_that_says_where_to_look(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "お探しのページは見つかりませんでした" in answer.text
    assert 'href="/#find"' in answer.text
    assert "<script>alert" not in answer.text


def test_before_the_index_is_loaded_a_sheet_says_so(client: TestClient, index: Index) -> None:
    index.loaded = False
    answer = client.get("/projects/mihon-1")
    assert answer.status_code == 503
    assert "検索の準備ができていません" in answer.text
    assert 'href="http://testserver/projects/mihon-1"' in answer.text


def test_a_sheet_in_plain_japanese_has_furigana_and_so_have_those_that_it_leads_to(client: TestClient) -> None:
    html = client.get("/projects/mihon%2F2?language=plain").text
    assert html.startswith("<!doctype html>")
    assert '<html lang="ja" data-speech="plain">' in html
    assert "<ruby>住宅<rp>（</rp><rt>じゅうたく</rt>" in html
    assert 'href="/divisions/%E4%BD%8F%E5%AE%85%E8%AA%B2?language=plain"' in html
    assert "1-2-3" in html


def test_a_language_nobody_wrote_or_knows_gets_japanese(client: TestClient) -> None:
    assert '<html lang="ja" ' in client.get("/projects/mihon-1?language=../../x").text
