"""図で見る as HTML and as files."""

import csv
import io
import re
from collections.abc import Mapping

import pytest
import vl_convert
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.api.errors import add_error_handlers
from corpus.catalogue import Catalogue
from corpus.errors import IndexNotLoaded
from ui.context import PageContext
from ui.look.room import render_controls, render_result
from ui.look.routes import add_look_routes
from ui.preferences import Preferences


def _context(catalogue: Catalogue | None) -> PageContext:
    def get_catalogue() -> Catalogue:
        if catalogue is None:
            raise IndexNotLoaded
        return catalogue

    def nothing(*_: object) -> None:
        raise IndexNotLoaded

    return PageContext(nothing, get_catalogue, nothing)  # type: ignore[arg-type]


def _result(catalogue: Catalogue, **parameters: str) -> str:
    return render_result(_context(catalogue), parameters, Preferences())


def _rows(catalogue: Catalogue | None, path: str) -> list[list[str]]:
    response = _client(catalogue).get(path)
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def _client(catalogue: Catalogue | None) -> TestClient:
    app = FastAPI()
    add_error_handlers(app)
    add_look_routes(app, _context(catalogue))
    return TestClient(app)


def test_each_picture_says_in_a_sentence_what_is_to_be_seen(drawn_plan: Catalogue) -> None:
    shown = _result(drawn_plan)
    assert "2事業を合わせて、400百万円（4億円）です。" in shown
    assert "「庁舎整備事業」の300百万円（3億円）で、合計の75.0％です。" in shown
    assert "計画が示す事業費の総額は4,000百万円（40億円）です。図の費用は、その10.0％に当たります。" in shown
    assert "2事業に、合わせて5件の予定があります。このうち1件は、令和5年度から令和7年度まで続きます。" in shown
    assert "4の課が、4事業を受け持っています。いちばん多いのは公園課（2事業）です。重点事業を持つ課は3です。" in shown


def test_bars_are_links_to_the_projects_and_are_named_for_a_screen_reader(drawn_plan: Catalogue) -> None:
    shown = _result(drawn_plan)
    links = re.findall(r'<a href="([^"]*)"><path aria-label="([^"]*)" role="img"', shown)
    assert ("/projects/p2", "庁舎整備事業、300百万円（3億円）") in links
    assert any(link == "#look?division=%E5%BA%81%E8%88%8E%E8%AA%B2" for link, _ in links)
    assert 'role="group" aria-label="重点事業にかかる費用の棒グラフ。' in shown
    assert "invalid" not in shown
    assert "roledescription" not in shown


def test_html_of_the_data_is_shown_and_never_run(drawn_plan: Catalogue) -> None:
    shown = _result(drawn_plan)
    assert "<b>" not in shown
    assert "&lt;b&gt;統計&lt;/b&gt;" in shown


def test_a_division_narrows_and_a_year_is_highlighted(drawn_plan: Catalogue) -> None:
    shown = _result(drawn_plan, division="公園課", year="令和6年度")
    assert "公園課の2事業を図にしています。" in shown
    assert "庁舎整備事業" not in shown
    assert "令和6年度にすることは2件です" in shown
    assert 'href="/charts/costs.csv?division=%E5%85%AC%E5%9C%92%E8%AA%B2"' in shown
    controls = render_controls(_context(drawn_plan), {"year": "令和6年度"}, Preferences())
    assert '<option value="令和6年度" selected>' in controls


def test_what_the_plan_does_not_print_is_said_instead_of_drawn(bare_plan: Catalogue) -> None:
    shown = _result(bare_plan)
    assert "費用（推計事業費）は、計画に書かれていません。" in shown
    assert "年度ごとの予定は、計画に書かれていません。" in shown
    assert "担当の課は、計画に書かれていません。" in shown
    assert "<svg" not in shown
    assert "<table" not in shown


def test_of_a_division_without_costs_or_years_only_that_is_said(drawn_plan: Catalogue) -> None:
    shown = _result(drawn_plan, division="選挙課")
    assert "選挙課の事業の費用（推計事業費）は、計画に書かれていません。" in shown
    assert "選挙課の事業の年度ごとの予定は、計画に書かれていません。" in shown
    assert '<a href="/projects/p4">選挙事務</a>' in shown


@pytest.mark.parametrize("parameters", [{}, {"division": "公園課"}], ids=["all", "one-division"])
def test_the_same_pictures_are_drawn_once(
    drawn_plan: Catalogue, parameters: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _result(drawn_plan, **parameters)

    def never(*_: object, **__: object) -> str:
        pytest.fail("drawn a second time")

    monkeypatch.setattr(vl_convert, "vegalite_to_svg", never)
    assert _result(drawn_plan, **parameters) == first


def test_the_data_of_each_picture_can_be_taken_away(drawn_plan: Catalogue) -> None:
    costs = _rows(drawn_plan, "/charts/costs.csv")
    assert costs[0] == ["事業CD", "事業名", "所管課", "重点事業", "推計事業費（百万円）", "計画書", "ページ"]
    assert costs[1] == ["", "庁舎整備事業", "庁舎課", "はい", "300", "みほん計画", "2"]
    schedule = _rows(drawn_plan, "/charts/schedule.csv?division=庁舎課")
    assert [row[1:6] for row in schedule[1:]] == [["庁舎整備事業", "庁舎課", "はい", "令和6年度", "工事"]]
    assert len(_rows(drawn_plan, "/charts/divisions.csv")) == 1 + 5


def test_a_cell_that_a_spreadsheet_would_run_is_defused(drawn_plan: Catalogue) -> None:
    names = [row[3] for row in _rows(drawn_plan, "/charts/divisions.csv")]
    assert "'=<b>統計</b>事務" in names


def test_files_that_there_are_not_are_not_found_and_wait_for_the_index(drawn_plan: Catalogue) -> None:
    assert _client(None).get("/charts/costs.csv").status_code == 503
    assert _client(drawn_plan).get("/charts/secrets.csv").status_code in (404, 422)
