"""Of two divisions that were spoken of together, the one that was not asked about (もう一方の課は, その相手の課が)."""

from collections.abc import Iterator, Sequence

from assistant.conversation import Spoken
from assistant.understand.filters import Filters
from assistant.understand.question import Understanding
from assistant.understand.reference import Reference
from assistant.understand.same_set import turn_patterns

_PAIR = 2


def the_other_division(asked: Reference) -> Understanding | None:
    """もう一方の課は？: of a pair of divisions the one that was not asked about, with what it carries."""
    read = asked.read
    told = turn_patterns()["other_division"].search(read.text)
    if not told or read.projects or read.codes:
        return None
    pair, named = _pair_and_named(asked)
    left = [name for name in pair if name != named]
    if len(left) != 1:
        return None
    if read.divisions:  # 相手の課が総務課と一緒にやっているものは
        both = (left[0], *read.divisions)
        if not read.together or left[0] in read.divisions:
            return None
        return asked.of_divisions(both, together=True, operation=read.operation or "list", field=None)
    behind = read.text[told.end() :]
    shared = [p.id for p in asked.catalogue.of_division(left[0]) if set(pair) <= set(p.divisions)]
    others = any(word in behind for word in ("ほか", "他", "もうひとつ", "もう一つ", "もう1つ", "それ以外"))
    filters = Filters(excluding=tuple(shared)) if others and shared else None
    plain = {"projects": (), "names_whole": False, "premise": None, "counted": None, "attribute": None, "texts": ()}
    asked_of = {"filters": filters, "operation": read.operation or "list", "field": None, "subject_words": ()}
    return asked.of_divisions(left, **plain, **asked_of)


def _pair_and_named(asked: Reference) -> tuple[Sequence[str], str]:
    """The pair that is meant and the one of it that was asked about last: before that one was named, or behind it."""
    answers = (*asked.state.before, asked.state)
    for at in reversed(range(len(answers))):
        one = _one_named(answers[at])
        if one:
            order = (*reversed(answers[:at]), *answers[at:])
            pairs = (pair for spoken in order for pair in _pairs(spoken, asked) if one in pair)
            found = next(pairs, None)
            if found:
                return found, one
    return (), ""


def _one_named(spoken: Spoken) -> str:
    """The one division that a question was about, by its name or its place."""
    names = spoken.named or spoken.divisions
    return names[0] if len(names) == 1 else ""


def _pairs(spoken: Spoken, asked: Reference) -> Iterator[tuple[str, ...]]:
    """The pairs that an answer spoke of: of one project, of an offer that was taken, of the answer as a whole."""
    projects = [project for project in map(asked.catalogue.project, spoken.focus or spoken.shown) if project]
    offered = tuple(dict.fromkeys(name for choice in spoken.picked_from for name in choice.divisions))
    of_one = projects[0].divisions if len(projects) == 1 else ()
    yield from (pair for pair in (of_one, offered, spoken.divisions) if len(pair) == _PAIR)
