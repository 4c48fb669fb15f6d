"""Which field of a project, or which fact of the plan, a question asks for."""

from collections.abc import Collection

from assistant.understand.question import FieldName

# The first cue that the question holds decides, most telling first.
_FIELDS: tuple[tuple[str, FieldName], ...] = (
    ("related", "related"), ("goal", "goal"), ("note", "note"), ("page", "page"), ("made", "made"),
    ("included", "included"), ("when", "when"), ("cost", "cost"), ("account", "account"), ("code", "code"),
    ("schedule", "schedule"), ("period", "period"), ("division", "division"), ("content", "content"),
)  # fmt: skip


def find_field(cues: Collection[str], without: Collection[FieldName] = ()) -> FieldName | None:
    """The field that the cues ask for; ``without`` are those that the plan turned out not to answer."""
    return next((field for cue, field in _FIELDS if cue in cues and field not in without), None)
