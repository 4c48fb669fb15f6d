import pytest
from pydantic import ValidationError

from corpus.catalogue import Catalogue
from corpus.records import Document, Page, Project

NAMES = (
    ("道路事業", "1-1", ("道路課",)),
    ("橋りょう事業", "1-2", ("道路課", "河川課")),
    ("会計事務", None, ("会計課",)),
)


def projects_of(document_id: str) -> tuple[Project, ...]:
    return tuple(
        Project(
            id=f"{document_id}-{number}", name=name, code=code, divisions=divisions, content=f"{name}を行います。",
            document_id=document_id, section="実施事業", page=1,
        )
        for number, (name, code, divisions) in enumerate(NAMES, 1)
    )  # fmt: skip


def document(document_id: str) -> Document:
    pages = tuple(
        Page(document_id=document_id, page=at + 1, start=at, end=at + 1, text=text) for at, text in enumerate("甲乙")
    )
    return Document(id=document_id, title=document_id, text="甲乙", pages=pages)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Two documents with projects of the same names, codes and divisions."""
    return Catalogue(
        documents=(document("east"), document("west")),
        projects=(*projects_of("east"), *projects_of("west")),
        passages=(),
    )


def test_a_project_is_found_by_its_id_alone(catalogue: Catalogue) -> None:
    found = catalogue.project("west-2")
    assert found is not None
    assert (found.name, found.document_id) == ("橋りょう事業", "west")
    assert catalogue.project("橋りょう事業") is None


def test_a_code_finds_the_project_of_each_document(catalogue: Catalogue) -> None:
    assert [project.id for project in catalogue.with_code("1-2")] == ["east-2", "west-2"]
    assert catalogue.with_code("9-9") == ()


def test_a_divisions_projects_come_in_plan_order(catalogue: Catalogue) -> None:
    assert [project.id for project in catalogue.of_division("道路課")] == ["east-1", "east-2", "west-1", "west-2"]
    assert catalogue.of_division("道路") == ()


def test_divisions_are_listed_as_first_named_with_their_projects(catalogue: Catalogue) -> None:
    listed = [(division.name, division.project_count, division.project_ids) for division in catalogue.divisions]
    assert listed == [
        ("道路課", 4, ("east-1", "east-2", "west-1", "west-2")),
        ("河川課", 2, ("east-2", "west-2")),
        ("会計課", 2, ("east-3", "west-3")),
    ]


def test_documents_and_pages_are_found_and_missing_ones_are_none(catalogue: Catalogue) -> None:
    page = catalogue.page("west", 2)
    assert page is not None
    assert (page.document_id, page.text) == ("west", "乙")
    assert catalogue.document("east") == catalogue.documents[0]
    assert (catalogue.document("north"), catalogue.page("north", 1), catalogue.page("west", 3)) == (None, None, None)
    assert catalogue.page("west", 0) is None


def test_the_shipped_catalogue_lists_25_divisions_over_48_projects(plan_catalogue: Catalogue) -> None:
    named = {name for project in plan_catalogue.projects for name in project.divisions}
    assert len(plan_catalogue.divisions) == len(named) == 25
    assert {name for division in plan_catalogue.divisions for name in division.project_ids} == {
        project.id for project in plan_catalogue.projects
    }
    (found,) = plan_catalogue.with_code("0-2-1-3")
    assert found.name == "公共施設再編事業"


def test_a_record_can_be_neither_changed_nor_given_unknown_fields(catalogue: Catalogue) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        catalogue.projects[0].name = "別の事業"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="Extra inputs"):
        Page.model_validate({"document_id": "x", "page": 1, "start": 0, "end": 0, "text": "", "title": ""})
