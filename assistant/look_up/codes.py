"""Codes that the plan does not have."""

from collections.abc import Sequence
from difflib import get_close_matches

from assistant.look_up.findings import Absent
from corpus.catalogue import Catalogue

_NEAREST = 3


def no_such_code(catalogue: Catalogue, codes: Sequence[str]) -> Absent:
    """That the plan has none of the codes, with the projects whose codes are nearest."""
    known = {project.code: project for project in catalogue.projects if project.code}
    near = [code for asked in codes for code in get_close_matches(asked, known, n=_NEAREST, cutoff=0.4)]
    return Absent(reason="code", detail="、".join(codes), nearest=tuple(known[code] for code in dict.fromkeys(near)))
