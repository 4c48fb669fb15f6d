"""A bare noun after a matter of its kind: 土地は？ and 家は？ after a tax ask for the tax on them."""

from collections.abc import Callable, Sequence

from assistant.conversation import ConversationState
from assistant.understand.ellipsis import BARE, LONGEST_ELLIPSIS, asks_something
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.same_set import turn_patterns
from assistant.understand.vocabulary import load_broad_choices
from corpus.catalogue import Catalogue
from corpus.records import Choice


def of_its_kind(
    alone: Understanding, state: ConversationState, catalogue: Catalogue, read: Callable[[str], Understanding]
) -> Understanding:
    """What the text says as one of the kind that was spoken of, where it names nothing plain by itself."""
    match = BARE.search(alone.text)
    plain = (alone.linked and not alone.broad) or alone.projects or alone.divisions or alone.codes or alone.filters
    asks = asks_something(alone.model_copy(update={"attribute": None}))  # 会社は？ asks for no contractor here
    if not match or plain or asks or alone.texts or len(alone.text) > LONGEST_ELLIPSIS or len(state.focus) != 1:
        return alone
    kinds = _kinds(state.focus[0], catalogue)
    choice = _reading_of(alone.broad, kinds, catalogue)
    if choice is not None:
        settled = {"projects": choice.project_ids, "names_whole": True, "field": None, "premise": None}
        return read(choice.question).model_copy(update={**settled, "text": alone.text})
    named = turn_patterns()["opening"].sub("", alone.text[: match.start()])
    readings = (read(f"{named}の{word}は?") for word in kinds if named)
    return next((found for found in readings if _is_one_matter(found)), alone)


def _reading_of(broad: Sequence[Choice], kinds: Sequence[str], catalogue: Catalogue) -> Choice | None:
    """The only reading of a broad word that is called by the kinds, or leads to projects of them."""
    called = [(one, [key(one.label), *(_name(i, catalogue) for i in one.project_ids)]) for one in broad]
    found = [one for one, names in called if any(kind in name for kind in kinds for name in names)]
    return found[0] if len(found) == 1 and len(broad) > 1 else None


def _is_one_matter(found: Understanding) -> bool:
    """Whether the words lead to one project before all others, and ask for no fact that the plan does not state."""
    best = max(found.linked.values(), default=0.0)
    leading = [weight for weight in found.linked.values() if weight == best]
    known = bool(found.topics) or len(found.broad) == 1
    return len(leading) == 1 and known and not (found.absent_topics or found.attribute)


def _kinds(project_id: str, catalogue: Catalogue) -> list[str]:
    """The words with several readings (税, 庁舎) that the project's name holds, longest first."""
    name = _name(project_id, catalogue)
    words = {word for choice in load_broad_choices() for word in choice.words if word in name}
    return sorted(words, key=lambda word: (-len(word), word))


def _name(project_id: str, catalogue: Catalogue) -> str:
    project = catalogue.project(project_id)
    return key(project.name) if project else ""
