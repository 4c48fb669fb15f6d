"""A bare noun after a matter of its kind: 土地は？ and 家は？ after a tax ask for the tax on them."""

from collections.abc import Callable, Sequence

from assistant.conversation import ConversationState
from assistant.understand.cues import find_cues
from assistant.understand.ellipsis import BARE, LONGEST_ELLIPSIS, asks_something, says_an_action
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
    if not match or len(state.focus) != 1 or not _is_bare_noun(alone):
        return alone
    if _names_another(alone, state.focus[0], catalogue):
        return alone
    kinds = _kinds(state.focus[0], catalogue)
    choice = _reading_of(alone.broad, kinds, catalogue)
    if choice is not None:
        return _settled(read(choice.question), choice.project_ids, alone.text)
    named = turn_patterns()["opening"].sub("", alone.text[: match.start()])
    readings = (read(f"{named}の{word}は?") for word in kinds if named)
    found = (one for one in readings if any(key(named) in word for word in one.topic_words))
    return next((_settled(one, meant, alone.text) for one in found if (meant := _one_matter(one))), alone)


def _names_another(alone: Understanding, spoken_of: str, catalogue: Catalogue) -> bool:
    """Whether its nouns are in the name of another project alone (車両は？ after 庁舎管理)."""
    said = [key(word) for word in alone.subject_words]
    named = [project for project in catalogue.projects if said and all(word in key(project.name) for word in said)]
    return len(named) == 1 and named[0].id != spoken_of


def _is_bare_noun(alone: Understanding) -> bool:
    """Whether the text has a noun that names nothing plain by itself, asks for nothing and points at nothing."""
    plain = (alone.linked and not alone.broad) or alone.projects or alone.divisions or alone.codes or alone.filters
    asks = asks_something(alone.model_copy(update={"attribute": None}))  # 会社は？ asks for no contractor here
    points = find_cues("refers", alone.text) - {"then", "correction"} or find_cues("places", alone.text)
    told = says_an_action(alone)  # 直すほうなんです
    return not (plain or asks or points or told or alone.years or alone.texts) and len(alone.text) <= LONGEST_ELLIPSIS


def _settled(found: Understanding, projects: tuple[str, ...], text: str) -> Understanding:
    """The matter as one that has no other reading, asked for in the words of the text."""
    settled = {"projects": projects, "names_whole": True, "field": None, "premise": None, "text": text, "broad": ()}
    return found.model_copy(update=settled)


def _reading_of(broad: Sequence[Choice], kinds: Sequence[str], catalogue: Catalogue) -> Choice | None:
    """The only reading of a broad word that is called by the kinds, or leads to projects of them."""
    called = [(one, [key(one.label), *(_name(i, catalogue) for i in one.project_ids)]) for one in broad]
    found = [one for one, names in called if any(kind in name for kind in kinds for name in names)]
    return found[0] if len(found) == 1 and len(broad) > 1 else None


def _one_matter(found: Understanding) -> tuple[str, ...]:
    """The project that the words lead to before all others, if they ask for no fact that the plan does not state."""
    best = max(found.linked.values(), default=0.0)
    leading = tuple(project_id for project_id, weight in found.linked.items() if weight == best)
    known = bool(found.topics) or len(found.broad) == 1
    return leading if len(leading) == 1 and known and not (found.absent_topics or found.attribute) else ()


def _kinds(project_id: str, catalogue: Catalogue) -> list[str]:
    """The words with several readings (税, 庁舎) that the project's name holds, longest first."""
    name = _name(project_id, catalogue)
    words = {word for choice in load_broad_choices() for word in choice.words if word in name}
    return sorted(words, key=lambda word: (-len(word), word))


def _name(project_id: str, catalogue: Catalogue) -> str:
    project = catalogue.project(project_id)
    return key(project.name) if project else ""
