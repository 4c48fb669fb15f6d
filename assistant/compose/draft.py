"""An answer in the making: lines of text, and the citations that their markers stand for."""

import re
from dataclasses import dataclass, field

from corpus.catalogue import Catalogue
from corpus.records import Choice, Citation, Passage, Project, Span, Status


@dataclass(slots=True)
class Draft:
    """Collects lines and citations; a place of the source that is cited twice keeps its marker."""

    catalogue: Catalogue
    status: Status = "answered"
    lines: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    projects: tuple[Project, ...] = ()
    focus: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    divisions: tuple[str, ...] = ()
    suggestions: list[str] = field(default_factory=list)
    choices: tuple[Choice, ...] | None = None
    nearest: tuple[Choice, ...] = ()
    computed: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        """The answer's text."""
        return "\n".join(line for line in self.lines if line)

    def cite_project(self, project: Project, name: str = "content") -> str:
        """The marker of a citation of the project's field (its row's wording where the field has no place)."""
        spans = project.sources.get(name) or project.sources.get("content") or project.sources.get("goal") or ()
        return self._cite(spans[0], project.section, project) if spans else ""

    def cite_passage(self, passage: Passage, quoted: str = "") -> str:
        """The marker of a citation of the passage, or of the part of it that is quoted."""
        span = self._part(passage, quoted) or Span(page=passage.page, start=passage.start, end=passage.end)
        document = self.catalogue.document(passage.document_id)
        return self._add(span, passage.section or (document.title if document else ""), passage.document_id, None)

    def _cite(self, span: Span, section: str, project: Project) -> str:
        return self._add(span, section, project.document_id, project)

    def _add(self, span: Span, section: str, document_id: str, project: Project | None) -> str:
        for known in self.citations:
            same_place = (known.document_id, known.start, known.end) == (document_id, span.start, span.end)
            if same_place and known.project_id == (project.id if project else None):
                return f"[{known.marker}]"
        document = self.catalogue.document(document_id)
        assert document is not None
        marker = len(self.citations) + 1
        self.citations.append(
            Citation(
                marker=marker,
                document_id=document_id,
                document_title=document.title,
                section=section,
                page=span.page,
                project_id=project.id if project else None,
                project_name=project.name if project else None,
                project_code=project.code if project else None,
                divisions=project.divisions if project else (),
                quote=printed(document.text[span.start : span.end]),
                start=span.start,
                end=span.end,
            )
        )
        return f"[{marker}]"

    def _part(self, passage: Passage, quoted: str) -> Span | None:
        """Where the quoted words stand within the passage, white space apart."""
        document = self.catalogue.document(passage.document_id)
        if not quoted or document is None:
            return None
        pattern = r"\s*".join(re.escape(char) for char in quoted if not char.isspace())
        match = re.compile(pattern).search(document.text, passage.start, passage.end)
        return Span(page=passage.page, start=match.start(), end=match.end()) if match else None


def printed(text: str) -> str:
    """The source's words as one line: line breaks within Japanese vanish, others become a space."""
    joined = re.sub(r"[^\S\n]*\n\s*", "\n", text.strip())
    joined = re.sub(r"(?<=[0-9A-Za-z])\n(?=[A-Za-z])", " ", joined)
    return re.sub(r"\n(?=‣)", " ", joined).replace("\n", "")


def first_place(project: Project) -> int:
    """Where the plan first prints the project."""
    return min((span.start for spans in project.sources.values() for span in spans), default=0)
