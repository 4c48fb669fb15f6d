"""Some of a list that was shown: by filters (そのうち重点は？) or by what the projects say (統計のものだけ)."""

from collections.abc import Sequence

from assistant.understand.ellipsis import without_topics
from assistant.understand.normalize import key
from assistant.understand.question import Filters, Understanding
from corpus.catalogue import Catalogue
from corpus.records import Project


def narrowed(
    read: Understanding, shown: Sequence[str], catalogue: Catalogue, only_if_some: bool = False
) -> Understanding | None:
    """The question, asked of those of the shown projects that its words fit; of all of them where it has none.

    With ``only_if_some`` it is None where neither a filter nor a word of the question narrows the list.
    """
    found = _by_words(read, [project for project in map(catalogue.project, shown) if project])
    if only_if_some and not found and not read.filters:
        return None
    described = read.filters or read.divisions or read.operation
    among = found or (() if _matter(read) and not described else tuple(shown))
    filters = (read.filters or Filters()).model_copy(update={"among": among})
    plain = {"filters": filters, "inherited": True, "texts": (), "projects": (), "names_whole": False}
    return without_topics(read).model_copy(update=plain)


def _matter(read: Understanding) -> list[str]:
    """The words that say what the projects are to be about."""
    filters = read.filters or Filters()
    names = (*read.divisions, *filters.excluding_divisions, *filters.excluding_names)
    return [word for word in read.subject_words if not any(word in name for name in names)]


def _by_words(read: Understanding, projects: Sequence[Project]) -> tuple[str, ...]:
    """The projects that fit the words best: by name, by their text, or by what the vocabulary says."""
    wanted = [key(word) for word in _matter(read)]
    for texts in ([key(p.name) for p in projects], [_text(p) for p in projects]):
        hits = [sum(word in text for word in wanted) for text in texts]
        if wanted and max(hits, default=0) == len(wanted):
            return tuple(p.id for p, hit in zip(projects, hits, strict=True) if hit == len(wanted))
    best = max((read.linked.get(p.id, 0.0) for p in projects), default=0.0)
    if best:
        return tuple(p.id for p in projects if read.linked.get(p.id, 0.0) == best)
    return _with_most(projects, wanted)


def _with_most(projects: Sequence[Project], wanted: Sequence[str]) -> tuple[str, ...]:
    hits = [sum(word in _text(project) for word in wanted) for project in projects]
    most = max(hits, default=0)
    return tuple(p.id for p, hit in zip(projects, hits, strict=True) if hit == most) if most else ()


def _text(project: Project) -> str:
    items = [item for items in (project.schedule or {}).values() for item in items]
    return key("".join([project.name, project.content, project.goal or "", project.note or "", *items]))
