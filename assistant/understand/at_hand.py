"""What the last answer left at hand, for a question that is only one after it (不服があるときは, 何の工事ですか)."""

import re

from assistant.conversation import BRANCH_SUFFIXES, ConversationState, Spoken
from assistant.understand.bare import tells_nothing
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.deeds import is_deed
from assistant.understand.normalize import key
from assistant.understand.question import AtHand
from assistant.understand.same_set import turn_patterns
from assistant.understand.stages import find_stage
from assistant.understand.words import Word, words
from corpus.catalogue import Catalogue

# Of more projects none is spoken of by itself.
_MOST = 3
# A longer question tells of its matter itself.
LONGEST = 30
_FEW = 2
_SHORTEST_THING = 3
_OF_NAMES = frozenset({"名詞", "接尾辞", "接頭辞", "形状詞"})
_CLAIMS = re.compile("(?:よ?ね|でしょう?)[?？。]*$")
_ASKS_WHEN = re.compile("いつ|何年")
_OPENING = re.compile("^(?:じゃあ?|では|それなら|なら|あと|ちなみに|それと|で(?=、)|、)+")


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
    items = () if state.near else state.items or _items_of_thing(state, catalogue)
    offices = [name for name in (*state.named, *state.divisions) if name.endswith(BRANCH_SUFFIXES)]
    branches = tuple(dict.fromkeys(project.id for name in offices for project in catalogue.of_division(name)))
    return AtHand(
        projects=projects, items=items, passages=passages, quotes=quotes, kind=state.text_kind, field=state.field,
        branches=branches if len(branches) == 1 else (), near=bool(state.near), thing=thing_of(state.said),
    )  # fmt: skip


def _items_of_thing(state: ConversationState, catalogue: Catalogue) -> tuple[str, ...]:
    """The items of the one project spoken of that print the thing that was asked about, whatever was asked of it."""
    project = catalogue.project(state.focus[0]) if len(state.focus) == 1 else None
    if project is None or not project.schedule or state.inherited:
        return ()
    thing = key(thing_of(state.said))
    if len(thing) < _SHORTEST_THING or thing in key(f"{project.name}{project.content}"):
        return ()
    return tuple(dict.fromkeys(item for items in project.schedule.values() for item in items if thing in key(item)))


def asks_also(text: str) -> bool:
    """Whether something is only added to what was spoken of (修理も？, 相談も受ける？, 建物の修理は支所？)."""
    return turn_patterns()["adds"].search(text) is not None


def with_thing(text: str, state: ConversationState, left: AtHand | None, catalogue: Catalogue) -> str:
    """The question with the thing that the one before was about (市役所の建物が古い… → 市役所の|建て替えの担当は).

    A stage of work is asked of the project itself (〇〇整備事業の|工事は始まりますか), but where an item is at hand.
    """
    project = catalogue.project(state.focus[0]) if len(state.focus) == 1 and not state.refused else None
    plain = _OPENING.sub("", text)
    asks = not any(word.is_content and not tells_nothing(word) for word in words(plain))
    if asks and left and left.projects and not _CLAIMS.search(plain):
        return ""  # 担当は？, いくらですか are asked of what is at hand anyway
    staged = bool(find_stage(text) or _ASKS_WHEN.search(text)) and "division" not in find_cues("asks", text)
    by_name = project is not None and project.schedule and staged and not (left and left.items)
    thing = project.name if project and by_name else thing_of(state.refused or state.said)
    if not thing or thing in plain:
        return ""
    first = next((word for word in words(plain) if word.is_content), None)
    particle = "は" if asks else "を" if first and first.part_of_speech[0] == "動詞" else "の"
    return f"{thing}{particle}{plain}"


def thing_of(text: str) -> str:
    """The first run of nouns of the text, joined by の, without what is done with it at its end (備品の処分 → 備品)."""
    runs: list[list[Word]] = [[]]
    for word in words(text):
        if word.part_of_speech[0] in _OF_NAMES and word.part_of_speech[1] != "代名詞":
            runs[-1].append(word)
        elif word.surface != "の" or not runs[-1]:
            if any(map(_tells, runs[-1])):
                break
            runs[-1] = []
        else:
            runs.append([])
    kept = [run for run in runs if run]
    named = [run for run in kept if not match_cue("schedules", "kind", run[-1].surface)] or kept  # 市役所の|建物
    while any(any(map(_tells, run)) for run in named[:-1]) and (not _tells(named[-1][-1]) or _is_done(named[-1][-1])):
        named.pop()
    telling = [run for run in named[-_FEW:] if any(map(_tells, run))]
    said = named[-_FEW:] if telling and telling[0] is not named[-_FEW:][0] else telling[:1]
    said = said or (named[-1:] if kept and _tells(kept[-1][-1]) else [])
    return text[said[0][0].start : said[-1][-1].end] if said else ""


def _tells(word: Word) -> bool:
    return word.is_noun and not tells_nothing(word) and "副詞可能" not in word.part_of_speech


def _is_done(word: Word) -> bool:
    """Whether the word tells what is done with a thing (処分, 評価)."""
    return is_deed(word) or "サ変可能" in word.part_of_speech


def with_near(state: ConversationState, catalogue: Catalogue) -> ConversationState:
    """The conversation as one about the one topic that the last refusal named; the list shown stays in sight."""
    project = catalogue.project(state.near[0]) if len(state.near) == 1 else None
    if project is None or state.focus == (project.id,):
        return state
    about = Spoken(focus=(project.id,), divisions=project.divisions, shown=state.shown, by_matter=True, near=state.near)
    return state.then(about).model_copy(update={"choices": state.choices, "clarified": state.clarified})
