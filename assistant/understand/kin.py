"""Which reading of a word that has several the conversation decides: 土地は？ after a tax means the tax on it."""

from collections.abc import Sequence

from assistant.conversation import ConversationState
from assistant.understand.cues import find_cues
from assistant.understand.ellipsis import asks_something, is_elliptical
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import load_broad_choices
from corpus.catalogue import Catalogue


def reading_of_kin(alone: Understanding, state: ConversationState, catalogue: Catalogue) -> int | None:
    """The place of the only reading that leads to projects of the same kind as the one spoken of."""
    if len(alone.broad) < 2 or len(state.focus) != 1 or asks_something(alone):
        return None
    if not is_elliptical(alone, find_cues("refers", alone.text)):
        return None
    kinds = _kinds(state.focus, catalogue)
    found = [at for at, choice in enumerate(alone.broad) if kinds & _kinds(choice.project_ids, catalogue)]
    return found[0] if len(found) == 1 else None


def _kinds(project_ids: Sequence[str], catalogue: Catalogue) -> set[str]:
    """The words with several readings (税, 庁舎) that the names of the projects hold."""
    names = [key(project.name) for project in map(catalogue.project, project_ids) if project]
    words = {word for choice in load_broad_choices() for word in choice.words}
    return {word for word in words if any(word in name for name in names)}
