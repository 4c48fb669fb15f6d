"""The catalogue over HTTP: filters, projects, divisions, documents, pages."""

import pytest
from fastapi.testclient import TestClient

from assistant.api.filters import fold_code
from corpus.catalogue import Catalogue

ROAD, HOUSES = "mihon-1", "mihon-2"


def _ids(client: TestClient, query: dict[str, str | int]) -> list[str]:
    return [project["id"] for project in client.get("/api/projects", params=query).json()["projects"]]


def test_all_projects_come_in_plan_order_with_their_total(client: TestClient) -> None:
    listed = client.get("/api/projects").json()
    assert listed["total"] == 2
    assert [project["id"] for project in listed["projects"]] == [ROAD, HOUSES]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param({"division": "住宅課"}, [HOUSES], id="division"),
        pytest.param({"division": "都市計画課"}, [HOUSES], id="second division"),
        pytest.param({"division": "住宅"}, [], id="half a division"),
        pytest.param({"division": ""}, [ROAD, HOUSES], id="empty division"),
        pytest.param({"code": "1-2-3-4"}, [HOUSES], id="code"),
        pytest.param({"code": "１－２－３－４"}, [HOUSES], id="full-width code"),
        pytest.param({"code": "事業CD：1\u22122ー3‐4"}, [HOUSES], id="code with label, minus and long-vowel mark"),
        pytest.param({"code": "9-9-9-9"}, [], id="unknown code"),
        pytest.param({"code": "事業CD"}, [ROAD], id="a label without a code fits the projects without one"),
        pytest.param({"priority": "true"}, [HOUSES], id="priority"),
        pytest.param({"priority": "false"}, [ROAD], id="not priority"),
        pytest.param({"q": "補修"}, [ROAD], id="word of a name"),
        pytest.param({"q": "台帳"}, [HOUSES], id="word of a content"),
        pytest.param({"q": "都市計画"}, [HOUSES], id="word of a division"),
        pytest.param({"q": "dx"}, [HOUSES], id="other width and case"),
        pytest.param({"q": "空き家\u3000住宅課"}, [HOUSES], id="two words that both stand there"),
        pytest.param({"q": "空き家 道路"}, [], id="two words of different projects"),
        pytest.param({"q": "事業", "division": "道水路管理課"}, [ROAD], id="two filters"),
        pytest.param({"limit": 1}, [ROAD], id="limit"),
        pytest.param({"offset": 1}, [HOUSES], id="offset"),
        pytest.param({"limit": 0}, [], id="limit of none"),
        pytest.param({"offset": 10**30}, [], id="offset beyond the end"),
    ],
)
def test_filters_give_exactly_the_projects_that_fit(
    client: TestClient, query: dict[str, str | int], expected: list[str]
) -> None:
    assert _ids(client, query) == expected


def test_the_total_counts_what_fits_before_the_limit(client: TestClient) -> None:
    assert client.get("/api/projects", params={"limit": 1, "q": "事業"}).json()["total"] == 2


@pytest.mark.parametrize(
    "query",
    ["limit=-1", "limit=many", "limit=10001", "offset=-1", "priority=perhaps", "q=%00", "division=a%00", "limit="],
)
def test_a_filter_out_of_range_is_422_with_a_japanese_message(client: TestClient, query: str) -> None:
    response = client.get(f"/api/projects?{query}")
    assert response.status_code == 422
    assert any("ぁ" <= character <= "ん" for character in response.json()["error"]["message"])


def test_one_project_tells_where_its_fields_are_printed(client: TestClient) -> None:
    project = client.get(f"/api/projects/{HOUSES}").json()
    assert project["name"] == "空き家対策ＤＸ事業"
    assert project["schedule"] == {"令和5年度": ["台帳の設計"]}
    assert "sources" in project


@pytest.mark.parametrize(
    "path",
    [
        "/api/projects/nothing",
        "/api/projects/%00",
        "/api/projects/%ff",
        "/api/projects/a%2Fb",
        "/api/documents/mihon/pages/3",
        "/api/documents/mihon/pages/0",
        "/api/documents/mihon/pages/-1",
        "/api/documents/nothing/pages/1",
        "/api/documents/mihon",
        "/api/nothing",
        "/api/",
        "/v1/nothing",
        "/nothing",
    ],
)
def test_what_does_not_exist_is_404_in_the_contracts_shape(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "not_found"


def test_a_page_that_is_no_number_is_422(client: TestClient) -> None:
    response = client.get("/api/documents/mihon/pages/one")
    assert response.status_code == 422
    assert response.json()["error"]["message"] == "ページは整数で指定してください。"


def test_divisions_come_with_their_projects(client: TestClient) -> None:
    listed = client.get("/api/divisions").json()
    assert listed["total"] == 3
    assert listed["divisions"][1] == {"name": "住宅課", "project_count": 1, "project_ids": [HOUSES]}


def test_documents_come_with_title_period_and_number_of_pages(client: TestClient) -> None:
    listed = client.get("/api/documents").json()
    assert listed["total"] == 1
    told = {"id": "mihon", "title": "見本市実施計画", "period": "令和5年度～令和7年度", "pages": 2}
    assert told.items() <= listed["documents"][0].items()


def test_the_pages_joined_are_the_whole_document(client: TestClient, small_catalogue: Catalogue) -> None:
    pages = [client.get(f"/api/documents/mihon/pages/{number}").json() for number in (1, 2)]
    assert "".join(page["text"] for page in pages) == small_catalogue.documents[0].text
    assert pages[0]["end"] == pages[1]["start"]


@pytest.mark.parametrize("dash", "-‐‑–—―−－ーｰ─")
def test_every_dash_that_people_type_is_read_in_a_code(dash: str) -> None:
    assert fold_code(f"０{dash}２{dash}１{dash}３") == "0-2-1-3"
