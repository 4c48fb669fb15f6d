"""Where the sheets are: a project's own, and a division's profile; they open in the language of the page."""

from urllib.parse import quote

from corpus.records import Language, Project


def sheet_address(project: Project, language: Language = "ja") -> str:
    """The address of a project's own sheet."""
    return f"/projects/{quote(project.id, safe='')}{_in(language)}"


def profile_address(division: str, language: Language = "ja") -> str:
    """The address of a division's profile."""
    return f"/divisions/{quote(division, safe='')}{_in(language)}"


def _in(language: Language) -> str:
    return "" if language == "ja" else f"?language={language}"
