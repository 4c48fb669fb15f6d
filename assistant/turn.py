"""A question on its way through the chain, and what the conversation remembers of it."""

from dataclasses import dataclass, field

from assistant.compose.draft import Draft
from assistant.conversation import ConversationState, Spoken
from assistant.look_up.findings import About, Absent, Finding, Items, OfSet, OfText
from assistant.understand.alike import property_of
from assistant.understand.completion import predicate, subject
from assistant.understand.ellipsis import BARE, LONGEST_ELLIPSIS
from assistant.understand.filters import Filters
from assistant.understand.normalize import fold
from assistant.understand.question import FieldName, Operation, Understanding
from corpus.records import Question


@dataclass(frozen=True, slots=True)
class Turn:
    """A question on its way through the chain; each step fills in its part."""

    question: Question
    state: ConversationState = field(default_factory=ConversationState)
    read: Understanding = field(default_factory=lambda: Understanding(text=""))
    finding: Finding = field(default_factory=lambda: Absent(reason="unknown"))
    draft: Draft | None = None


def next_state(turn: Turn) -> ConversationState:
    """What the conversation remembers after the turn; courtesy and failures leave the subject as it was."""
    draft, read, state = turn.draft, turn.read, turn.state
    assert draft is not None
    if draft.choices:
        return state.model_copy(update={"choices": draft.choices, "clarified": read.text})
    if read.social and not draft.focus:
        return state
    of_the_same = draft.divisions and set(draft.divisions) <= set(state.divisions)  # その課の課長は？
    quotes = isinstance(turn.finding, Absent) and turn.finding.around is not None
    if draft.status == "not_found" and not (draft.focus or quotes) and (not draft.divisions or of_the_same):
        attribute = read.attribute if of_the_same else state.attribute
        refused = "" if read.inherited else fold(turn.question.text)
        near = {"choices": (), "attribute": attribute, "near": _near(turn)}
        return state.model_copy(update={**near, "refused": refused or state.refused})
    of_text = isinstance(turn.finding, OfText)
    spoken = Spoken(
        focus=draft.focus, counter=read.counter, shown=_shown(turn, draft), divisions=draft.divisions,
        years=_years_stepped(turn) or read.years or _years_found(turn),
        field=_field_found(turn), operation=_operation_done(turn),
        filters=_filters_found(turn), attribute=read.attribute if draft.status == "not_found" else None,
        predicate=_predicate(turn) if of_text else "", subject=_subject(turn),
        rank=read.rank, by_matter=isinstance(turn.finding, About) and turn.finding.by_meaning,
        asked=read.text, said=fold(turn.question.text), claimed=_claimed_of(turn),
        inherited=read.inherited, named=read.divisions,
        picked_from=(state.choices or state.picked_from) if read.choice is not None else (),
        items=_items_shown(turn), passages=_passages(turn), quotes=_quotes(turn),
        text_kind=text.kind if (text := _text_told(turn)) else "",
    )  # fmt: skip
    return state.then(spoken)


def _near(turn: Turn) -> tuple[str, ...]:
    """The topics named beside a refusal, as far as more than a likeness leads there."""
    found, read = turn.finding, turn.read
    near = found.nearest if isinstance(found, Absent) else ()
    ids = tuple(project.id for project in near)
    known = read.linked or (read.at_hand and set(ids) <= set(read.at_hand.projects))
    return ids if known else ()


def _items_shown(turn: Turn) -> tuple[str, ...]:
    """The items of one project's schedule that were shown; still those where the question only went on about it."""
    found, state, left = turn.finding, turn.state, turn.read.at_hand
    if isinstance(found, Items):
        one = len({item.project.id for item in found.items}) == 1
        return tuple(dict.fromkeys(item.item for item in found.items)) if one else ()
    if isinstance(found, About) and found.items and len(found.projects) == 1:
        return tuple(dict.fromkeys(item.item for item in found.items))
    same = isinstance(found, About) and tuple(project.id for project in found.projects) == state.focus
    return (left.items if left else state.items) if same and turn.read.inherited else ()


def _text_told(turn: Turn) -> OfText | None:
    """What was told of the text around the tables, as the answer or beside a refusal."""
    found = turn.finding.around if isinstance(turn.finding, Absent) else turn.finding
    return found if isinstance(found, OfText) else None


def _passages(turn: Turn) -> tuple[str, ...]:
    text = _text_told(turn)
    return tuple(one.id for one in text.passages) if text else ()


def _quotes(turn: Turn) -> tuple[str, ...]:
    text = _text_told(turn)
    return text.quotes if text else ()


def _claimed_of(turn: Turn) -> Filters | None:
    """What was claimed of the one project that the answer is about."""
    found = turn.finding
    one = isinstance(found, About) and len(found.projects) == 1
    return property_of(turn.read, found.projects[0]) if one and isinstance(found, About) else None


def _subject(turn: Turn) -> str:
    """What something outside the projects was asked of; the same where the same was quoted once more."""
    if not isinstance(turn.finding, OfText):
        return ""
    again = _passages(turn) == turn.state.passages
    return subject(turn.read.text) or (turn.state.subject if again else "")


def _predicate(turn: Turn) -> str:
    """What was asked of something outside the projects; a bare name (ナッジは？) asks what was asked before."""
    bare = BARE.search(turn.read.text) and len(turn.read.text) <= LONGEST_ELLIPSIS
    return predicate(turn.read.text) or (turn.state.predicate if bare else "")


def _field_found(turn: Turn) -> FieldName | None:
    """The field that was asked for, or that what was found is of; none where a fact was asked that no plan states."""
    if isinstance(turn.finding, Items) and turn.read.field != "when":
        return "schedule"
    if isinstance(turn.finding, OfText) and turn.finding.kind == "cost_items":
        return "included"
    return None if turn.read.attribute else turn.read.field


def _filters_found(turn: Turn) -> Filters | None:
    """The filters of the set that was asked for, with the divisions whose projects it is of."""
    filters, found = turn.read.filters, turn.finding
    if filters is None or not turn.read.divisions or not isinstance(found, OfSet):
        return filters
    return filters.model_copy(update={"divisions": found.filters.divisions})


def _operation_done(turn: Turn) -> Operation | None:
    """What was done with a set; 一番下の事業 is no extreme."""
    of_one = isinstance(turn.finding, About) and turn.read.operation in ("largest", "smallest")
    return None if of_one else turn.read.operation


def _years_stepped(turn: Turn) -> tuple[str, ...]:
    """The year that a question steps to from the one that it names (令和5年度は設計ですよね。翌年度は？)."""
    found = turn.finding
    return found.years if isinstance(found, About) and turn.read.year_step is not None else ()


def _years_found(turn: Turn) -> tuple[str, ...]:
    """The one year that something was found to be in, for その翌年は."""
    years = {item.year for item in turn.finding.items} if isinstance(turn.finding, Items) else set()
    return tuple(years) if len(years) == 1 else ()


def _shown(turn: Turn, draft: Draft) -> tuple[str, ...]:
    """The list that 2番目 or そのうち would mean next; a single one found among others leaves those in sight."""
    found = turn.finding
    if isinstance(found, OfSet) and found.operation in ("largest", "smallest"):
        return tuple(project.id for project in found.base)
    return draft.shown or (turn.state.shown if turn.read.inherited else ())
