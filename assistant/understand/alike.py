"""Others like the one spoken of: by what was last claimed of it (ほかにもそういう事業はある？), not by its division."""

from collections.abc import Callable, Mapping

from assistant.understand.filters import Filters
from assistant.understand.question import Understanding
from assistant.understand.reference import Reference
from assistant.understand.same_set import turn_patterns
from assistant.understand.spoken_sets import conditions
from corpus.records import Project

# What can be said of one project, as it is.
_IS: Mapping[str, Callable[[Project], bool]] = {
    "priority": lambda project: project.priority,
    "coded": lambda project: project.code is not None,
    "several_divisions": lambda project: len(project.divisions) > 1,
    "with_cost": lambda project: project.cost_million_yen is not None,
    "with_related": lambda project: bool(project.related_divisions),
    "with_schedule": lambda project: bool(project.schedule),
    "with_note": lambda project: bool(project.note),
    "with_goal": lambda project: bool(project.goal),
}


def property_of(read: Understanding, project: Project) -> Filters | None:
    """What the question claims of the project, as that is in truth; None where it claims nothing of this kind."""
    claimed = [name for name in conditions(read.filters) if name in _IS]
    if read.premise and read.premise.only and read.premise.divisions:
        claimed = ["several_divisions"]
    return Filters.model_validate({claimed[0]: _IS[claimed[0]](project)}) if claimed else None


def others_alike(asked: Reference) -> Understanding | None:
    """The other projects of which the same is true."""
    read, state = asked.read, asked.state
    named = read.divisions or read.projects or read.codes or read.topics or conditions(read.filters)
    if state.claimed is None or len(state.focus) != 1 or named or not turn_patterns()["alike"].search(read.text):
        return None
    filters = state.claimed.model_copy(update={"excluding": state.focus})
    operation = read.operation if read.operation in ("list", "count") else "list"
    again = {"filters": filters, "operation": operation, "field": None, "inherited": True, "premise": None}
    return read.model_copy(update={**again, "texts": (), "linked": {}, "attribute": None})
