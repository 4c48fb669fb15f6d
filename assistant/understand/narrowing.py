"""Some of a list that was shown: by filters (そのうち重点は？) or by what the projects say (統計のものだけ)."""

from collections.abc import Sequence

from assistant.understand.ellipsis import without_topics
from assistant.understand.filters import Filters
from assistant.understand.normalize import key
from assistant.understand.question import FieldName, Understanding
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
    filters = (read.filters or Filters()).model_copy(update={"among": among, "out_of": len(shown)})
    plain = {"filters": filters, "inherited": True, "texts": (), "projects": (), "names_whole": False}
    return without_topics(read).model_copy(update=plain)


def of_side(
    read: Understanding, shown: Sequence[str], catalogue: Catalogue, field: FieldName | None
) -> Understanding | None:
    """The question, asked of that of the shown projects which its filters or all of its words tell from the others."""
    projects = [project for project in map(catalogue.project, shown) if project]
    found = _with_all(_matter(read), projects) or _most_linked(read, projects)
    described = read.filters is not None and not read.filters.is_empty
    best = max(read.linked.values(), default=0.0)
    elsewhere = best and not any(read.linked.get(project_id) == best for project_id in shown)
    if elsewhere or not (described or len(found) == 1) or read.texts:
        return None
    if described:
        filters = (read.filters or Filters()).model_copy(update={"among": tuple(shown), "out_of": len(shown)})
        return without_topics(read).model_copy(update={"filters": filters, "field": field, "inherited": True})
    said = {"projects": found, "names_whole": True, "field": field, "inherited": True, "operation": None}
    return without_topics(read).model_copy(update=said)


def _matter(read: Understanding) -> list[str]:
    """The words that say what the projects are to be about."""
    filters = read.filters or Filters()
    names = (*read.divisions, *filters.excluding_divisions, *filters.excluding_names)
    return [word for word in read.subject_words if not any(word in name for name in names)]


def _by_words(read: Understanding, projects: Sequence[Project]) -> tuple[str, ...]:
    """The projects that fit the words best: by name, by their text, or by what the vocabulary says."""
    said = _matter(read)
    return _with_all(said, projects) or _most_linked(read, projects) or with_most(projects, [key(w) for w in said])


def _with_all(said: Sequence[str], projects: Sequence[Project]) -> tuple[str, ...]:
    """The projects that have all of the words in their name, or else in their text."""
    wanted = [key(word) for word in said]
    for texts in ([key(p.name) for p in projects], [_text(p) for p in projects]):
        found = [p.id for p, text in zip(projects, texts, strict=True) if all(word in text for word in wanted)]
        if wanted and found:
            return tuple(found)
    return ()


def _most_linked(read: Understanding, projects: Sequence[Project]) -> tuple[str, ...]:
    """The projects that the vocabulary leads to most surely."""
    best = max((read.linked.get(p.id, 0.0) for p in projects), default=0.0)
    return tuple(p.id for p in projects if best and read.linked.get(p.id, 0.0) == best)


def with_most(projects: Sequence[Project], wanted: Sequence[str]) -> tuple[str, ...]:
    """The projects whose text holds most of the words; none where no text holds any."""
    hits = [sum(word in _text(project) for word in wanted) for project in projects]
    most = max(hits, default=0)
    return tuple(p.id for p, hit in zip(projects, hits, strict=True) if hit == most) if most else ()


def _text(project: Project) -> str:
    items = [item for items in (project.schedule or {}).values() for item in items]
    return key("".join([project.name, project.content, project.goal or "", project.note or "", *items]))
