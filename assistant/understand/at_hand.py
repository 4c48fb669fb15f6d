"""What the last answer left at hand, for a question that is only one after it (不服があるときは, 何の工事ですか)."""

from assistant.conversation import ConversationState, Spoken
from assistant.understand.question import AtHand
from corpus.catalogue import Catalogue

# Of more projects none is spoken of by itself.
_MOST = 3


def left_by(state: ConversationState, catalogue: Catalogue) -> AtHand | None:
    """What is at hand: what a refusal named as near, else what the answer was about, else a division's few projects."""
    projects = state.near or state.focus
    if not projects and not state.passages:
        projects = tuple(project.id for name in state.divisions for project in catalogue.of_division(name))
    if len(projects) > _MOST:
        projects = ()
    passages, quotes = ((), ()) if state.near else (state.passages, state.quotes)
    if not (projects or passages):
        return None
    items = () if state.near else state.items
    return AtHand(
        projects=projects,
        items=items,
        passages=passages,
        quotes=quotes,
        kind=state.text_kind,
        field=state.field,
    )


def with_near(state: ConversationState, catalogue: Catalogue) -> ConversationState:
    """The conversation as one about the one topic that the last refusal named; the list shown stays in sight."""
    project = catalogue.project(state.near[0]) if len(state.near) == 1 else None
    if project is None or state.focus == (project.id,):
        return state
    about = Spoken(focus=(project.id,), divisions=project.divisions, shown=state.shown, by_matter=True, near=state.near)
    return state.then(about).model_copy(update={"choices": state.choices, "clarified": state.clarified})
