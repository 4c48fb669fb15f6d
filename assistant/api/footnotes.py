"""An answer's sources as text, for faces that show text alone: OpenAI's clients and staff's own assistants."""

from assistant.compose.wording_book import WordingBook, load_wording
from assistant.understand.languages import detect_language
from assistant.understand.normalize import fold
from corpus.records import Answer, Citation, Question


def wording_of(question: Question) -> WordingBook:
    """The sentences in which the question is answered."""
    language = question.language or detect_language(fold(question.text))
    return load_wording(language, question.style if language == "ja" else "standard")


def footnotes(citations: tuple[Citation, ...], wording: WordingBook) -> str:
    """One list item for each citation, under a heading; nothing for none. Markdown, and readable without it."""
    if not citations:
        return ""
    return "\n\n".join([wording.say("footnotes"), "\n".join(_footnote(citation, wording) for citation in citations)])


def with_footnotes(answer: Answer, wording: WordingBook) -> str:
    """The answer's text and its sources."""
    return "\n\n".join(filter(None, (answer.answer, footnotes(answer.citations, wording))))


def _footnote(citation: Citation, wording: WordingBook) -> str:
    place = citation.project_name or citation.section
    said = wording.say("footnote", title=citation.document_title, place=place, page=citation.page, quote=citation.quote)
    return f"- [{citation.marker}] {said}"
