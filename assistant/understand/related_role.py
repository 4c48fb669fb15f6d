"""Divisions that a question names as related ones (関連課に〇〇課が入っている事業), though they carry projects too."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.understand.lexicon import Mention
from assistant.understand.normalize import key
from assistant.understand.set_patterns import set_patterns
from corpus.catalogue import Catalogue


def in_their_role(text: str, mentions: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """The mentions, each division in the role that the text gives it; only where a project has it in that role."""
    known = {name for project in catalogue.projects for name in project.related_divisions}
    folded = key(text)
    return [
        replace(one, kind="related")
        if one.kind == "division" and set(one.names) <= known and _is_related(one, folded)
        else one
        for one in mentions
    ]


def _is_related(mention: Mention, folded: str) -> bool:
    before, behind = set_patterns()["related_before"], set_patterns()["related_behind"]
    listed = before.search(folded[: mention.start]) and set_patterns()["stands_in"].match(folded[mention.end :])
    told = set_patterns()["related_told"].search(folded[: mention.start])
    of_set = told and set_patterns()["of_projects"].match(folded[mention.end :])
    return bool(listed or of_set or behind.match(folded[mention.end :]))
