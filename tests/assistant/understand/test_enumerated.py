"""Projects of an invented plan that are named in a row by the heads of their names."""

import pytest

from assistant.understand.enumerated import enumerated
from corpus.catalogue import Catalogue
from corpus.records import Project

NAMES = {"p1": "港湾事務", "p2": "植樹推進事業", "p3": "温泉管理事務", "p4": "温泉掘削事業"}


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue(
        documents=(), passages=(),
        projects=tuple(
            Project(id=own, name=name, divisions=("港湾課",), content="", document_id="d", section="", page=1)
            for own, name in NAMES.items()
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("港湾と植樹と温泉掘削、何課ですか", ["p1", "p2", "p4"], id="joined by と"),
        pytest.param("港湾・温泉管理の担当は", ["p1", "p3"], id="joined by a dot"),
        pytest.param("港湾のほうと植樹のほう、それぞれ何課", ["p1", "p2"], id="as sides"),
        pytest.param("植樹事業、港湾の仕事をそれぞれ", ["p2", "p1"], id="with their kinds"),
        pytest.param("港湾と温泉の担当は", [], id="a member that two names share"),
        pytest.param("港湾と空港の担当は", [], id="a member that is unknown"),
        pytest.param("植樹と港湾の掃除はどの課", [], id="a name that goes on"),
    ],
)
def test_a_row_of_heads_names_its_projects(catalogue: Catalogue, text: str, named: list[str]) -> None:
    assert [mention.names[0] for mention in enumerated(text, [], [], catalogue)] == named
