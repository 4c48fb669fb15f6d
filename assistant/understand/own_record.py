"""Whether one project does something besides, told by its own record: そこは研修もやる？, 後のほうには検査も？."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.understand.normalize import key
from assistant.understand.ordinals import find_places
from assistant.understand.question import Understanding
from assistant.understand.reference import Reference
from assistant.understand.same_set import turn_patterns
from assistant.understand.spoken_sets import last_list
from corpus.records import Project


def told_of_it(asked: Reference) -> Understanding | None:
    """The question, asked of the project that it points at, in nouns that the plan prints of that one."""
    asked, meant = _thing_meant(asked)
    read, project = asked.read, asked.catalogue.project(meant)
    if not project or not _asks_whether(read):
        return None
    said = [word for word in read.subject_words if word not in turn_patterns()["kind_of_thing"].findall(read.text)]
    if _holds(project.content, said) or (_mostly(project.content, said) and not _is_of_another(read, project)):
        return asked.about((project.id,), field="content", attribute=None, texts=())
    items = {item for items in (project.schedule or {}).values() for item in items}
    if any(_holds(item, said) for item in items):
        return asked.about((project.id,), field="when", attribute=None, texts=(), premise=None)
    return None


def _asks_whether(read: Understanding) -> bool:
    """Whether the question asks no more than whether something is done."""
    asks_besides = read.operation or read.filters or read.years or read.divisions or read.projects
    patterns = turn_patterns()
    whether = patterns["whether"].search(read.text) and not patterns["openly"].search(read.text)
    return bool(whether) and not asks_besides and read.field in (None, "included")


def _thing_meant(asked: Reference) -> tuple[Reference, str]:
    """The one project that is pointed at or added to (…も), or the entry of the last list that the head names."""
    read, focus, patterns = asked.read, asked.state.focus, turn_patterns()
    head = patterns["in_entry"].match(read.text)
    shown = last_list(asked.state)
    places = find_places(head[0], len(shown)) if head else ()
    if head and len(places) == 1:
        rest = read.text[head.end() :]
        return replace(asked, read=read.model_copy(update={"text": rest})), shown[places[0]]
    points = asked.refers & {"place", "it", "project", "division"} or patterns["does_too"].search(read.text)
    return asked, focus[0] if points and len(focus) == 1 else ""


def _holds(printed: str, said: Sequence[str]) -> bool:
    """Whether all of the words are printed there."""
    return bool(said) and all(key(word) in key(printed) for word in said)


def _mostly(printed: str, said: Sequence[str]) -> bool:
    return 2 * sum(key(word) in key(printed) for word in said) > len(said)


def _is_of_another(read: Understanding, project: Project) -> bool:
    """Whether the vocabulary leads to another project more surely."""
    return max(read.linked.values(), default=0.0) > read.linked.get(project.id, 0.0)
