"""Where a question says the name of a project, in full or without the ending of its kind."""

from assistant.look_up.readings import stem_of
from assistant.understand.normalize import fold
from corpus.records import Project


def without_name(text: str, project: Project) -> tuple[str, bool]:
    """The text without the project's name, and whether that is not said in full."""
    for name in (fold(project.name), fold(stem_of(project.name))):
        if name in text:
            return text.replace(name, "、", 1), False
    return text, True
