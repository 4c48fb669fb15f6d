"""The address says which projects are shown, and in which order."""

import pytest

from corpus.catalogue import Catalogue
from corpus.records import Project
from ui.find.wanted import Wanted, select


def _project(number: int, name: str, **fields: object) -> Project:
    values = {"divisions": ("総務課",), "content": "事務", "document_id": "mihon", "section": "実施事業", "page": 1}
    return Project.model_validate({"id": str(number), "name": name, **values, **fields})


CATALOGUE = Catalogue(
    documents=(),
    projects=(
        _project(1, "選挙事務", divisions=("選挙管理委員会事務局", "総務課"), page=3),
        _project(2, "会計事務", divisions=("会計課",), code="1-10", cost_million_yen=5, priority=True, page=2),
        _project(3, "公園事業", divisions=("公園課",), code="1-9", cost_million_yen=1200),
    ),
    passages=(),
)


def _ids(**parameters: str) -> str:
    return "".join(project.id for project in select(CATALOGUE, Wanted.read(parameters)).projects)


@pytest.mark.parametrize(
    ("parameters", "ids"),
    [
        pytest.param({}, "123", id="all in plan order"),
        pytest.param({"division": "総務課"}, "1", id="a division among several"),
        pytest.param({"priority": "1"}, "2", id="priority"),
        pytest.param({"code": "1"}, "23", id="with a code"),
        pytest.param({"code": "0"}, "1", id="without a code"),
        pytest.param({"q": "じむ", "code": "1"}, "2", id="words and a filter"),
        pytest.param({"sort": "name"}, "231", id="by reading"),
        pytest.param({"sort": "-name"}, "132", id="by reading downward"),
        pytest.param({"sort": "code"}, "321", id="by code as numbers, none last"),
        pytest.param({"sort": "-cost"}, "321", id="by cost downward, none last"),
        pytest.param({"sort": "cost"}, "231", id="by cost, none last"),
        pytest.param({"sort": "page"}, "321", id="by page"),
        pytest.param({"sort": "division"}, "231", id="by division"),
        pytest.param({"sort": "nonsense", "priority": "x", "code": "7", "view": "<b>"}, "123", id="what nobody knows"),
    ],
)
def test_the_address_chooses_and_orders(parameters: dict[str, str], ids: str) -> None:
    assert _ids(**parameters) == ids


def test_a_word_is_searched_in_the_whole_plan_before_the_filters_apply() -> None:
    # 会計課 is written so in the plan: among the others nothing that is merely like it comes instead.
    assert _ids(q="会計課", division="公園課") == ""


def test_the_address_is_made_of_what_is_wanted_and_nothing_else() -> None:
    wanted = Wanted.read({"division": "公園課", "sort": "-cost", "unknown": "x"})
    assert wanted.query(sort="") == "division=%E5%85%AC%E5%9C%92%E8%AA%B2"
    assert Wanted().query() == ""


def test_divisions_are_shown_until_somebody_looks_for_something() -> None:
    assert Wanted.read({}).shown_view == "divisions"
    assert Wanted.read({"q": "公園"}).shown_view == "table"
    assert Wanted.read({"q": "公園", "view": "divisions"}).shown_view == "divisions"
