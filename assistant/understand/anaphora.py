"""What a question takes over from the conversation (その課, それ, 2番目, そのうち, 翌年度, じゃあ…は？)."""

import re
from collections.abc import Sequence

from assistant.conversation import ConversationState
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.lexicon import Lexicon
from assistant.understand.normalize import key
from assistant.understand.question import Filters, Premise, Understanding
from assistant.understand.words import words
from corpus.records import Choice

_KANJI_NUMBERS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)}
_OVER_SETS = {"sum", "average", "largest", "smallest", "ranking", "count"}
_OVER_COSTS = {"sum", "average", "largest", "smallest", "ranking", "compare", "difference"}
_LONGEST_PICK = 24
_LONGEST_ELLIPSIS = 26
_YEAR_STEPS = {"next_year": 1, "previous_year": -1}
_YEAR_PLACES = {"final_year": -1, "first_year": 0, "second_year": 1, "third_year": 2}


def pick_choice(text: str, choices: Sequence[Choice]) -> int | None:
    """Which of the choices that were offered the text picks, by number, label or division; None for none."""
    if not choices or len(text) > _LONGEST_PICK:
        return None
    bare = key(text)
    by_division = [at for at, choice in enumerate(choices) if any(key(name) in bare for name in choice.divisions)]
    if len(by_division) == 1:
        return by_division[0]
    by_label = [
        at for at, choice in enumerate(choices) if key(choice.label) in bare or _core(bare) in key(choice.label)
    ]
    if len(by_label) == 1:
        return by_label[0]
    by_word = _picked_by_words(text, choices)
    if by_word is not None:
        return by_word
    number = _ordinal(text, len(choices))
    if number is not None and number < len(choices):
        return number
    return next(iter([*by_division, *by_label]), None)


def _picked_by_words(text: str, choices: Sequence[Choice]) -> int | None:
    """The one choice whose label holds more of the text's nouns than any other."""
    nouns = [word.surface for word in words(text) if word.is_noun and len(word.surface) > 1]
    hits = [sum(noun in choice.label for noun in nouns) for choice in choices]
    return hits.index(max(hits)) if max(hits) > 0 and hits.count(max(hits)) == 1 else None


def _core(bare: str) -> str:
    """A short answer without the words around it (固定資産税のほうです → 固定資産税)."""
    core = re.sub(r"(のほう|の方|について|のこと|に関する|をお願い|でお願い|です|だよ|かな|の|を|で|が)+.*$", "", bare)
    return core if len(core) >= 2 else "\x00"


def resolve(read: Understanding, state: ConversationState, lexicon: Lexicon) -> Understanding:
    """The understanding with whatever it refers to filled in."""
    refers = find_cues("refers", read.text)
    read = _relative_years(read, refers, state, lexicon)
    read = _inherit_question(read, state, refers)
    if read.projects or read.codes or read.topics or read.other_place:
        return read
    if read.place_divisions and not read.divisions and state.divisions and len(read.text) <= _LONGEST_ELLIPSIS:
        return _at_place(read, state)
    of_two = "both" in refers or read.operation in ("difference", "compare")
    if of_two and not read.projects and read.operation in _OVER_COSTS and state.focus_before and len(state.shown) < 2:
        named = tuple(dict.fromkeys((*state.focus_before, *state.focus)))
        return read.model_copy(update={"projects": named, "names_whole": True, "texts": ()})
    if "among" in refers and state.shown and not read.projects:
        filters = (read.filters or Filters()).model_copy(update={"among": state.shown})
        return read.model_copy(update={"filters": filters, "inherited": True})
    if refers & {"division"} and state.divisions and not read.divisions:
        return _with_divisions(read, refers, state)
    ordinal = _ordinal(read.text, len(state.shown)) if "ordinal" in refers and not read.divisions else None
    if ordinal is not None and ordinal < len(state.shown) and not read.texts:
        return read.model_copy(update={"projects": (state.shown[ordinal],), "inherited": True, "names_whole": True})
    if read.divisions:
        return _window_claimed(read, state)
    return _inherit_subject(read, state, refers)


def _at_place(read: Understanding, state: ConversationState) -> Understanding:
    """A place alone (大船でも？, 玉縄は？): its branch office, for what was spoken of before."""
    if state.field_of_branches:
        return read.model_copy(
            update={"divisions": read.place_divisions, "field": read.field or state.field, "inherited": True}
        )
    return read.model_copy(
        update={"projects": state.focus, "field": state.field, "counter": True, "inherited": True, "names_whole": True}
    )


def _window_claimed(read: Understanding, state: ConversationState) -> Understanding:
    """大船支所でもできる？ asks whether that division takes what was spoken of before."""
    asks = re.search(r"(で|に|へ)(も|は)?(でき|いい|良い|よい|大丈夫|可能|行け|受け付|扱)", read.text)
    others = [word for word in read.subject_words if not any(word in name for name in read.divisions)]
    if not asks or not state.focus or read.operation or others:
        return read
    premise = Premise(divisions=read.divisions)
    taken_over = {"projects": state.focus, "counter": state.counter, "names_whole": True}
    return read.model_copy(update={**taken_over, "premise": premise, "field": "division"})


def _with_divisions(read: Understanding, refers: frozenset[str], state: ConversationState) -> Understanding:
    filters = read.filters
    if "others" in refers and state.focus:
        filters = (filters or Filters()).model_copy(update={"excluding": state.focus})
    return read.model_copy(
        update={"divisions": state.divisions, "filters": filters, "inherited": True, "premise": None}
    )


def _inherit_question(read: Understanding, state: ConversationState, refers: frozenset[str]) -> Understanding:
    """A new subject without a question of its own (じゃあ…は？) asks what was asked before."""
    asks = read.field or read.operation or read.attribute
    has_subject = read.projects or read.topics or read.divisions or read.subject_words
    if asks or not has_subject or not state.field or not _is_elliptical(read, refers):
        return read
    years = read.years or (state.years if state.field == "schedule" else ())
    return read.model_copy(update={"field": state.field, "years": years})


def _is_elliptical(read: Understanding, refers: frozenset[str]) -> bool:
    return "then" in refers or (
        len(read.text) <= _LONGEST_ELLIPSIS and bool(re.search(r"(は|なら|も)[?？。]*$", read.text))
    )


def _inherit_subject(read: Understanding, state: ConversationState, refers: frozenset[str]) -> Understanding:
    """A question without a subject (目標は？, 翌年度は？, それはいくら？) is about what was spoken of."""
    points = refers & {"project", "it", "place", "more"}
    bare = not read.unknown_words and not read.filters and not read.texts and not read.unknown_divisions
    asks = read.field or read.years or read.operation
    asks_of_division = read.field in ("division", "content") or read.operation == "list"
    if not state.focus and state.divisions and bare and asks_of_division and _has_no_subject(read, refers):
        return read.model_copy(update={"divisions": state.divisions, "inherited": True})
    if not state.focus or read.social or not (points or (bare and asks and _has_no_subject(read, refers))):
        return read
    if points == {"place"} and state.divisions and read.operation == "list":
        return _with_divisions(read, refers, state)
    if read.operation in _OVER_SETS and len(state.shown) > 1:
        filters = (read.filters or Filters()).model_copy(update={"among": state.shown})
        return read.model_copy(update={"filters": filters, "inherited": True})
    field = read.field or ("schedule" if read.years else state.field)
    return read.model_copy(update={"projects": state.focus, "field": field, "inherited": True, "names_whole": True})


def _has_no_subject(read: Understanding, refers: frozenset[str]) -> bool:
    """Whether nothing in the text names a matter of its own."""
    return len(read.text) <= _LONGEST_ELLIPSIS and (not read.subject_words or bool(refers & set(_YEAR_STEPS)))


def _relative_years(
    read: Understanding, refers: frozenset[str], state: ConversationState, lexicon: Lexicon
) -> Understanding:
    """翌年度, 最終年度 and the like as the plan's own years."""
    covered = lexicon.years
    if read.years or not covered:
        return read
    for cue, step in _YEAR_STEPS.items():
        at = covered.index(state.years[-1]) + step if cue in refers and state.years else -1
        if cue in refers and state.years:
            inside = 0 <= at < len(covered)
            outside = () if inside else (str(_beyond(covered, step)),)
            return read.model_copy(update={"years": (covered[at],) if inside else (), "years_outside": outside})
    for cue, place in _YEAR_PLACES.items():
        if cue in refers and -len(covered) <= place < len(covered):
            return read.model_copy(update={"years": (covered[place],)})
    return read


def _beyond(covered: Sequence[str], step: int) -> int:
    from assistant.understand.lexicon import western_year

    edge = western_year(covered[-1] if step > 0 else covered[0])
    return (edge or 0) + step


def _ordinal(text: str, count: int) -> int | None:
    """The place in a list that the text names (2番目 → 1), or None."""
    match = match_cue("refers", "ordinal", text)
    if not match:
        return None
    if match[3]:
        return 0
    if match[4]:
        return count - 1
    number = match[1] or match[5]
    value = int(number) if number.isdigit() else _KANJI_NUMBERS.get(number, 0)
    return value - 1 if 1 <= value <= max(count, 0) else None
