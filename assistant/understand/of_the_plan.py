"""What is asked of the plan itself in a talk about one of its projects (この計画は全部で何件)."""

import re

from assistant.understand.cues import find_cues
from assistant.understand.question import Understanding

# この計画 is the document, unless something else of the question points back.
_PLAN_ITSELF = re.compile(
    "(?<![一-龥ァ-ヴーA-Za-zそのあ])(?P<itself>(?:この|本|当該|実施)(?=計画)|(?=計画の?期間))?計画(?:全体|書|の?期間)?"
    "(?:は|に|の|で|って|が|を|全)"
)
_OF_PLAN = frozenset({"project", "then", "claim", "correction", "back", "thing"})


def is_of_the_plan(read: Understanding, refers: frozenset[str]) -> bool:
    """計画全体で何件？, この計画の期間は？: asked of the plan itself, whatever was spoken of."""
    plan = _PLAN_ITSELF.search(read.text)
    if not plan or read.projects or read.divisions or read.codes or read.linked or refers - _OF_PLAN:
        return False
    counts = "all_divisions" in read.sets or (read.operation in ("count", "list") and "all_projects" in read.sets)
    return bool(counts or (plan["itself"] is not None and "own_period" in find_cues("prose", read.text)))
