"""Which field of a project, or which fact of the plan, a question asks for."""

import re
from collections.abc import Collection

from assistant.understand.question import FieldName

# The first cue that the question holds decides, most telling first.
_FIELDS: tuple[tuple[str, FieldName], ...] = (
    ("related", "related"), ("goal", "goal"), ("note", "note"), ("page", "page"), ("made", "made"),
    ("included", "included"), ("when", "when"), ("cost", "cost"), ("account", "account"), ("code", "code"),
    ("schedule", "schedule"), ("period", "period"), ("division", "division"), ("content", "content"),
)  # fmt: skip

# What is asked for by a noun of its own, so that two of them are two questions.
_IN_ONE_BREATH: tuple[FieldName, ...] = ("related", "goal", "note", "cost", "account", "code")
# What a verb may ask for too: beside another field only where a noun asks for it (予定と事業費は).
_BY_NOUN: tuple[tuple[str, FieldName], ...] = (("schedule_beside", "schedule"), ("content_beside", "content"))
_AMOUNT = re.compile(r"いくら|事業費|費用|金額|何円|予算(は|額|って)|コスト")
# An amount that is doubted (税の金額が変だ) is nothing that the plan is asked for.
_DOUBTED = re.compile(r"(金額|額|費用)(が|は|も)?[^。、]{0,4}(変|おかし|違|間違|誤|合わな|納得)")


def asks_amount(text: str) -> bool:
    """Whether the text asks for an amount of money."""
    return bool(_AMOUNT.search(text)) and not _DOUBTED.search(text)


def find_field(cues: Collection[str], without: Collection[FieldName] = ()) -> FieldName | None:
    """The field that the cues ask for; ``without`` are those that the plan turned out not to answer."""
    return next((field for cue, field in _FIELDS if cue in cues and field not in without), None)


def fields_beside(cues: Collection[str], first: FieldName | None) -> tuple[FieldName, ...]:
    """The other fields that are asked for in the same breath (コードと推計事業費は)."""
    named = [field for cue, field in _FIELDS if cue in cues and field in _IN_ONE_BREATH]
    named += [field for cue, field in _BY_NOUN if cue in cues]
    return tuple(field for field in named if field != first) if first in named else ()
