"""Plans made by hand for the pictures: one with costs, years and divisions, and what varies from it."""

import pytest

from corpus.catalogue import Catalogue
from corpus.records import Document, Page, Passage, Project

TEXT = "推計事業費（３ヵ年合計）：４,０００ 百万円"


def _document(document_id: str) -> Document:
    page = Page(document_id=document_id, page=1, start=0, end=len(TEXT), text=TEXT)
    return Document(id=document_id, title=f"{document_id}計画", text=TEXT, pages=(page,))


def _total(document_id: str, number: int = 1) -> Passage:
    return Passage(
        id=f"{document_id}-total-{number}", document_id=document_id, section="", title="", text=TEXT,
        field="total_cost", page=1, start=0, end=len(TEXT),
    )  # fmt: skip


def _project(number: int, name: str, divisions: tuple[str, ...], **more: object) -> Project:
    fields = {"id": f"p{number}", "name": name, "divisions": divisions, "content": name, "document_id": "みほん"}
    return Project.model_validate({**fields, "section": "", "page": number, **more})


@pytest.fixture(scope="session")
def drawn_plan() -> Catalogue:
    """Four projects; two have costs and schedules, one is carried by two divisions, one has HTML in its name."""
    schedule = {"令和5年度": ("点検", "設計"), "令和6年度": ("点検", "工事"), "令和7年度": ("点検", "評価")}
    projects = (
        _project(1, "公園整備事業", ("公園課", "緑化課"), priority=True, cost_million_yen=100, schedule=schedule),
        _project(
            2, "庁舎整備事業", ("庁舎課",), priority=True, cost_million_yen=300, schedule={"令和6年度": ("工事",)}
        ),
        _project(3, "=<b>統計</b>事務", ("公園課",)),
        _project(4, "選挙事務", ("選挙課",)),
    )
    return Catalogue(documents=(_document("みほん"),), projects=projects, passages=(_total("みほん"),))


@pytest.fixture(scope="session")
def bare_plan() -> Catalogue:
    """A plan that prints nothing but names."""
    return Catalogue(documents=(_document("みほん"),), projects=(_project(1, "事務", ()),), passages=())
