"""Answers of the scripted assistant's small plan, to be judged."""

from collections.abc import Callable

import pytest

from corpus.catalogue import Catalogue
from corpus.records import Answer, Citation, Edition, Project

MakeAnswer = Callable[..., Answer]


@pytest.fixture
def make_answer(small_catalogue: Catalogue) -> MakeAnswer:
    """Makes an answer that cites the projects of the small plan named in ``cites``, by their contents."""

    def make(text: str, status: str = "answered", cites: tuple[str, ...] = (), **more: object) -> Answer:
        projects = [project for name in cites for project in small_catalogue.projects if project.name == name]
        fields = {
            "answer_id": "a", "session_id": "s", "status": status, "answer": text, "elapsed_ms": 1.0,
            "citations": [_citation(number, project, small_catalogue) for number, project in enumerate(projects, 1)],
            "edition": Edition(title="見本市実施計画", period=""),
        }  # fmt: skip
        return Answer.model_validate({**fields, **more})

    return make


def _citation(marker: int, project: Project, catalogue: Catalogue) -> Citation:
    start = catalogue.documents[0].text.index(project.content)
    return Citation(
        marker=marker, document_id=project.document_id, document_title="見本市実施計画", section=project.section,
        page=project.page, project_id=project.id, project_name=project.name, project_code=project.code,
        divisions=project.divisions, quote=project.content, start=start, end=start + len(project.content),
    )  # fmt: skip
