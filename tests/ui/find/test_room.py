"""課から探す as HTML: what the address asks for, how many that are, and what to do where there is nothing."""

import re

import pytest

from corpus.catalogue import Catalogue
from ui.context import PageContext
from ui.find.room import render_controls, render_result
from ui.preferences import Preferences


def _context(catalogue: Catalogue) -> PageContext:
    def no_assistant() -> None:
        raise AssertionError

    return PageContext(no_assistant, lambda: catalogue, lambda _: None)  # type: ignore[arg-type]


def _result(catalogue: Catalogue, **parameters: str) -> str:
    return render_result(_context(catalogue), parameters, Preferences())


def test_every_division_is_shown_with_its_projects_and_their_number(catalogue: Catalogue) -> None:
    html = _result(catalogue)
    assert re.findall(r"<h3><a[^>]*>(.*?)</a>", html) == ["中央図書館", "公園課", "緑化推進課"]
    assert "全2件" in html
    assert html.count('href="/projects/mihon-2"') == 2


def test_the_table_says_how_it_is_sorted_and_marks_priority(catalogue: Catalogue) -> None:
    html = _result(catalogue, sort="-name")
    assert re.findall(r'column-(\w+)" aria-sort="(\w+)"', html) == [
        ("name", "descending"), ("code", "none"), ("division", "none"), ("page", "none"),
    ]  # fmt: skip
    assert "<caption>" in html
    assert html.count('class="tag"') == 1
    assert html.index("図書館運営事業") < html.index("公園整備事業")


def test_a_filter_is_named_counted_and_can_be_taken_away(catalogue: Catalogue) -> None:
    html = _result(catalogue, division="公園課", priority="1")
    assert "全2件のうち1件" in html
    assert 'href="#find?priority=1"' in html
    assert 'href="/projects.csv?division=%E5%85%AC%E5%9C%92%E8%AA%B2&amp;priority=1"' in html
    assert "図書館運営事業" not in html


def test_nothing_found_says_what_to_do_and_offers_to_ask(catalogue: Catalogue) -> None:
    html = _result(catalogue, q="<img src=x>宇宙")
    assert "条件に合う事業がありません" in html
    assert "#ask?question=%3Cimg+src%3Dx%3E%E5%AE%87%E5%AE%99" in html
    assert "<img" not in html
    assert "/projects.csv" not in html


def test_a_near_find_says_so(catalogue: Catalogue) -> None:
    assert "近いものを表示しています" in _result(catalogue, q="図書菅運営")


def test_html_of_the_plan_is_shown_and_not_run(catalogue: Catalogue) -> None:
    html = _result(catalogue, view="table")
    assert "&lt;b&gt;安全&lt;/b&gt;" in html


def test_the_form_is_filled_in_as_the_address_says(catalogue: Catalogue) -> None:
    html = render_controls(_context(catalogue), {"q": '"><b>', "division": "公園課", "sort": "name"}, Preferences())
    assert 'value="&#34;&gt;&lt;b&gt;"' in html
    assert re.findall(r'<option value="([^"]*)" selected', html) == ["公園課", "name", ""]


@pytest.mark.parametrize("missing", [("code", "事業CD"), ("cost_million_yen", "事業費")])
def test_a_plan_without_codes_or_costs_has_no_field_or_column_for_them(
    catalogue: Catalogue, missing: tuple[str, str]
) -> None:
    field, word = missing
    projects = tuple(project.model_copy(update={field: None}) for project in catalogue.projects)
    plain = Catalogue(documents=catalogue.documents, projects=projects, passages=())
    assert word not in re.sub(r'id="find-q-hint".*', "", render_controls(_context(plain), {}, Preferences()))
    assert word not in _result(plain, view="table")


def test_an_empty_plan_is_no_fault() -> None:
    empty = Catalogue(documents=(), projects=(), passages=())
    assert "全0件" in _result(empty)
    assert "find-q" in render_controls(_context(empty), {}, Preferences())
