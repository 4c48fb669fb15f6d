"""Whose somebody else said that the matter spoken of is (同僚は総務課だと言ってました, 車の課って聞いたけど)."""

from assistant.understand.question import Premise, Understanding
from assistant.understand.reference import Reference
from assistant.understand.same_set import turn_patterns


def told_by_others(asked: Reference) -> Understanding | None:
    """What was spoken of, with the claim that it is another division's; that may be told by a matter of its own."""
    read, state, patterns = asked.read, asked.state, turn_patterns()
    found = patterns["hearsay"].match(read.text)
    if not found or len(state.focus) != 1 or read.operation or read.projects:
        return None
    named = tuple(name for name in read.divisions if name in found["told"])
    if not named and patterns["hearsay_by_matter"].search(found["told"]):
        named = _division_of_matter(asked)
    if not (named or read.unknown_divisions):
        return None
    said = {"premise": Premise(divisions=named), "divisions": named, "field": "division", "counter": state.counter}
    return asked.about(state.focus, inherited=False, filters=None, attribute=None, texts=(), **said)


def _division_of_matter(asked: Reference) -> tuple[str, ...]:
    """The divisions of the one matter that the claim names."""
    best = max(asked.read.linked.values(), default=0.0)
    meant = [name for name, weight in asked.read.linked.items() if weight == best]
    found = [project.divisions for project in map(asked.catalogue.project, meant) if project]
    return found[0] if len(set(found)) == 1 else ()
