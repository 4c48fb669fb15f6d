"""Project codes in a question: written out, as bare figures, as a range; and figures that are none."""

import pytest

from assistant.understand.codes import find_codes
from assistant.understand.normalize import fold
from corpus.catalogue import Catalogue
from corpus.records import Project


def project(code: str | None) -> Project:
    """A project with that code."""
    return Project(
        id=str(code), name=f"事業{code}", code=code, divisions=("道路課",), content="", document_id="d",
        section="", page=1,
    )  # fmt: skip


PLAN = Catalogue(documents=(), projects=tuple(map(project, ("3-1-1", "3-1-2", "3-1-4", None))), passages=())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("3-1-2 の担当", ("3-1-2",)),
        ("３ー１ー２はどの事業", ("3-1-2",)),
        ("312の担当課", ("3-1-2",)),
        ("コード319の事業", ("3-1-9",)),
        ("3-1-1から3-1-4まで", ("3-1-1", "3-1-2", "3-1-4")),
        ("3-1-1と3-1-4", ("3-1-1", "3-1-4")),
        ("319人の職員", ()),
        ("312百万円", ()),
        ("令和5・6・7年度", ()),
    ],
)
def test_codes_are_found_in_any_notation(text: str, codes: tuple[str, ...]) -> None:
    assert find_codes(fold(text), PLAN) == codes
