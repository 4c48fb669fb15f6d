"""もっと簡単に: the question before, asked once more in plain Japanese."""

from assistant.conversation import ConversationState
from assistant.understand.cues import is_social
from assistant.understand.normalize import fold
from corpus.records import Question

_PLAINER = "plainer"


def asked_again(question: Question, state: ConversationState) -> tuple[Question, ConversationState]:
    """The question before in plain style, with what was spoken of before it; any other question as it is."""
    if not state.said or state.choices or is_social(fold(question.text)) != _PLAINER:
        return question, state
    *_, last = (*state.before, None)
    earlier = ConversationState(**dict(last), before=state.before[:-1]) if last else ConversationState()
    return question.model_copy(update={"text": state.said, "style": "plain"}), earlier
