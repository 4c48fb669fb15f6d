"""A small plan and the bundled model, loaded once for all tests of this folder."""

import hashlib

import pytest

from corpus.catalogue import Catalogue
from corpus.records import Document, Page, Passage, Project
from vectorstore.embeddings import Embedder, load_embedder

# name, code, divisions, priority, what the plan prints of it
PROJECTS = (
    ("戸籍・住基一般事務", None, ("市民課",), False, "住民基本台帳と印鑑登録の届出の受付、証明書の交付を行います。"),
    ("市税収納事務", None, ("納税課",), False, "市税の収納と滞納整理を行います。"),
    ("公共施設再編事業", "0-2-1-3", ("公的不動産活用課", "財政課"), True, "公共施設再編計画に基づき施設を統合します。"),
    ("選挙啓発事業", None, ("選挙管理委員会事務局",), False, "投票率の向上のため啓発を行います。"),
)  # fmt: skip


def small_catalogue(document_id: str = "mihon") -> Catalogue:
    """Four projects with one passage each, on one page."""
    text = "".join(content for *_, content in PROJECTS)
    page = Page(document_id=document_id, page=1, start=0, end=len(text), text=text)
    checksum = hashlib.sha256(text.encode()).hexdigest()
    projects, passages = [], []
    for number, (name, code, divisions, priority, content) in enumerate(PROJECTS, 1):
        start = text.index(content)
        id_ = f"{document_id}-{number}"
        projects.append(
            Project(
                id=id_, name=name, code=code, divisions=divisions, content=content, priority=priority,
                document_id=document_id, section="実施事業", page=1,
            )
        )  # fmt: skip
        passages.append(
            Passage(
                id=f"{id_}-content", document_id=document_id, section="実施事業", title=name, text=content,
                field="content", project_ids=(id_,), page=1, start=start, end=start + len(content),
            )
        )  # fmt: skip
    document = Document(id=document_id, title="見本市実施計画", checksum=checksum, text=text, pages=(page,))
    return Catalogue(documents=(document,), projects=tuple(projects), passages=tuple(passages))


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The real bundled model."""
    return load_embedder()


@pytest.fixture
def catalogue() -> Catalogue:
    """The small plan."""
    return small_catalogue()
