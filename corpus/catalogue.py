"""The catalogue: every document, project and passage of an installation, for exact look-ups."""

from functools import cached_property

from corpus.records import Document, Page, Passage, Project, Record


class Division(Record):
    """A responsible division (所管課) with the projects it carries, in plan order."""

    name: str
    project_count: int
    project_ids: tuple[str, ...]


class Catalogue(Record):
    """Everything that was ingested, in plan order; built once and never changed."""

    documents: tuple[Document, ...]
    projects: tuple[Project, ...]
    passages: tuple[Passage, ...]

    def project(self, project_id: str) -> Project | None:
        """The project of that id, or None."""
        return self._projects_by_id.get(project_id)

    def document(self, document_id: str) -> Document | None:
        """The document of that id, or None."""
        return self._documents_by_id.get(document_id)

    def page(self, document_id: str, page: int) -> Page | None:
        """One page of a document, or None where there is none."""
        document = self.document(document_id)
        return next((p for p in document.pages if p.page == page), None) if document else None

    def with_code(self, code: str) -> tuple[Project, ...]:
        """The projects printed with that code (``0-2-1-3``); one for each document that uses it."""
        return tuple(p for p in self.projects if p.code == code)

    def of_division(self, division: str) -> tuple[Project, ...]:
        """The projects that a responsible division carries, in plan order."""
        return tuple(p for p in self.projects if division in p.divisions)

    @cached_property
    def divisions(self) -> tuple[Division, ...]:
        """The responsible divisions, in the order in which the plan first names them."""
        names = dict.fromkeys(name for project in self.projects for name in project.divisions)
        carried = ((name, self.of_division(name)) for name in names)
        return tuple(
            Division(name=name, project_count=len(projects), project_ids=tuple(p.id for p in projects))
            for name, projects in carried
        )

    @cached_property
    def _projects_by_id(self) -> dict[str, Project]:
        return {project.id: project for project in self.projects}

    @cached_property
    def _documents_by_id(self) -> dict[str, Document]:
        return {document.id: document for document in self.documents}
