"""What readers are told when something of ours fails, in their own language."""

from corpus.errors import PlanAssistantError
from corpus.records import Language, Record
from ui.texts import read_texts


class FaultTexts(Record):
    """``messages`` maps an error's class to what is said of it and of the classes below; the root is there."""

    messages: dict[str, str]


def told(error: PlanAssistantError, language: Language) -> str:
    """The error's own message in Japanese; in another language that of its class, or of the nearest class above."""
    if language == "ja":
        return error.user_message
    messages = read_texts(FaultTexts, "faults", language).messages
    return next(messages[kind.__name__] for kind in type(error).__mro__ if kind.__name__ in messages)
