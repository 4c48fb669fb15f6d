"""What a question takes for granted of the one project spoken of (じゃあ特別会計なんだ, 10億は超えるってこと？)."""

from dataclasses import replace

from assistant.understand.choosing import POINTERS
from assistant.understand.computing import OVER_SETS
from assistant.understand.ellipsis import LONGEST_ELLIPSIS
from assistant.understand.filters import Filters
from assistant.understand.premise import asks_openly, denies
from assistant.understand.question import FieldName, Premise, Understanding
from assistant.understand.reference import Reference
from assistant.understand.same_set import turn_patterns
from assistant.understand.set_patterns import set_patterns
from assistant.understand.spoken_sets import conditions

# What names a set, or says that one among others is meant.
_OF_A_SET = frozenset({"among", "others", "other_one", "narrowing", "both", "two"})
# 二つの課でやってるってことか says how many divisions it has.
_OF_TWO = frozenset({"both", "two", "two_divisions"})
# What a project has that prints the field.
_OF_FIELD: dict[FieldName, str] = {
    "code": "coded", "cost": "with_cost", "goal": "with_goal", "schedule": "with_schedule", "when": "with_schedule",
    "note": "with_note", "related": "with_related",
}  # fmt: skip
_EXTREMES = ("largest", "smallest")


def stated_of_it(asked: Reference) -> Understanding | None:
    """The question, asked of the one spoken of, where it describes no set but says what that one is like."""
    asked = replace(asked, read=_of_last_field(asked))
    read, state = asked.read, asked.state
    if len(state.focus) != 1 or not _states(asked) or not _describes(asked):
        return None
    premise = read.premise or Premise(negated=denies(read.text))
    own = asked.catalogue.project(state.focus[0])
    field = read.field
    if field is None and own and own.cost_million_yen is not None and (premise.amounts or _bounded(read)):
        field = "cost"
    operation = read.operation if read.operation in _EXTREMES else None
    said = {"premise": premise, "field": field, "operation": operation, "filters": _meant(read, premise)}
    return asked.about(state.focus, **said, texts=(), inherited=False)


def _of_last_field(asked: Reference) -> Understanding:
    """載ってないんですね, after something was asked for, says that of it."""
    read, flag = asked.read, _OF_FIELD.get(asked.state.field or "division")
    there = turn_patterns()["there"].match(read.text)
    if not flag or not there or read.field or read.filters or any(w not in there[0] for w in read.subject_words):
        return read
    said = Filters.model_validate({flag: not there["lacks"]})
    nothing = {"subject_words": (), "unknown_words": ()}
    return read.model_copy(update={"field": asked.state.field, "filters": said, **nothing})


def _meant(read: Understanding, premise: Premise) -> Filters | None:
    """The filters as they are meant: 二つの課でやってるわけじゃない denies them."""
    alone = set_patterns()["several_divisions"]["no"].search(read.text)  # 単独ではない says as much by itself
    if alone or not (premise.negated and read.filters and read.filters.several_divisions):
        return read.filters
    return read.filters.model_copy(update={"several_divisions": False})


def _states(asked: Reference) -> bool:
    """Whether the text states something and asks for nothing else."""
    read, patterns = asked.read, turn_patterns()
    if (
        asks_openly(read.text)
        or read.operation in OVER_SETS - set(_EXTREMES)
        or asked.refers & (_OF_A_SET - _told(read))
    ):
        return False
    if patterns["of_a_set"].search(read.text) or len(read.text) > LONGEST_ELLIPSIS:
        return False
    return read.premise is not None or bool(patterns["states"].search(read.text))


def _describes(asked: Reference) -> bool:
    """Whether what it states can be said of one project, and names no other matter, division or project."""
    read = asked.read
    named = read.projects or read.codes or read.divisions or read.topics or read.attribute
    filters = read.filters or Filters()
    others = filters.among or filters.excluding or filters.divisions or filters.excluding_divisions or filters.part
    if named or others or _words_of_a_matter(read) or read.unknown_divisions:
        return False
    amounts = read.premise is not None and bool(read.premise.amounts)
    return bool(conditions(filters)) or amounts or (read.operation in _EXTREMES and read.premise is not None)


def _words_of_a_matter(read: Understanding) -> set[str]:
    """The nouns that neither point nor say (共管, 単独) how many divisions there are."""
    patterns = set_patterns()["several_divisions"]
    said = "".join(match[0] for name in ("yes", "no") for match in patterns[name].finditer(read.text))
    return {word for word in read.subject_words if word not in said} - POINTERS


def _told(read: Understanding) -> frozenset[str]:
    """The words for two that say how many divisions the project has."""
    several = read.filters is not None and read.filters.several_divisions is not None
    return _OF_TWO if several else frozenset()


def _bounded(read: Understanding) -> bool:
    return read.filters is not None and read.filters.is_bounded
