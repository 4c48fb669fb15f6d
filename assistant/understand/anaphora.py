"""Which projects or divisions a question takes over from the conversation (その課, それ, 大船でも？)."""

import re
from collections.abc import Callable

from assistant.conversation import BRANCH_SUFFIXES, ConversationState
from assistant.understand import lists
from assistant.understand.cues import find_cues
from assistant.understand.ellipsis import (
    LONGEST_ELLIPSIS,
    asks_something,
    has_no_subject,
    inherit_question,
    is_elliptical,
    relative_years,
    without_topic_of_field,
)
from assistant.understand.lexicon import Lexicon
from assistant.understand.question import Filters, Premise, Understanding
from assistant.understand.reference import Reference
from assistant.understand.words import words
from corpus.catalogue import Catalogue

_OVER_SETS = {"sum", "average", "largest", "smallest", "ranking", "count"}
_OFFERS = re.compile(
    r"(で|に|へ)(も|は)?(でき|いい|良い|よい|大丈夫|可能|行け|受け付|扱|もら|貰|取れ|受け取|頼|出せ|申請|手続)"
)
_ASKS_OPENLY = re.compile(r"何|なに|どんな|どの|どういう")
_SAME_KIND = re.compile(r"(の(は|もの|ほう|方|やつ)|だと|なら|では|だけ|のみ)[^。]{0,6}$")


def resolve(read: Understanding, state: ConversationState, lexicon: Lexicon, catalogue: Catalogue) -> Understanding:
    """The understanding with whatever it refers to filled in."""
    refers = find_cues("refers", read.text)
    read = relative_years(read, refers, state, lexicon)
    read = inherit_question(without_topic_of_field(read, state), state, refers)
    reference = Reference(read, _spoken_of(state, refers), refers, catalogue)
    rules = _BESIDE_A_SUBJECT
    if not (read.projects or read.codes or read.topics or read.other_place):
        rules = (*rules, *_WITHOUT_A_SUBJECT)
    return next((found for rule in rules if (found := rule(reference)) is not None), read)


def _spoken_of(state: ConversationState, refers: frozenset[str]) -> ConversationState:
    """The conversation as it stood at what the question goes back to (最初の質問, 一つ前の事業)."""
    if not state.before:
        return state
    if "first_asked" in refers and len(state.shown) < 2:
        return state.back_at(state.before[0])
    earlier = [spoken for spoken in state.before if spoken.focus != state.focus]
    return state.back_at(earlier[-1]) if "asked_before" in refers and earlier else state


def _at_that_branch(asked: Reference) -> Understanding | None:
    """そこ is the branch office spoken of, where an everyday application is asked for."""
    if "place" not in asked.refers or not asked.state.field_of_branches or not asked.read.counter:
        return None
    return asked.read.model_copy(update={"place_divisions": asked.state.divisions[:1]})


def _one_of_the_divisions(asked: Reference) -> Understanding | None:
    """財産のほうの課: of several divisions spoken of, the one whose name holds a word of the question."""
    if "one_division" not in asked.refers or len(asked.state.divisions) < 2 or asked.read.divisions:
        return None
    nouns = [word.surface for word in words(asked.read.text) if word.is_noun and len(word.surface) > 1]
    named = [name for name in asked.state.divisions if any(noun in name for noun in nouns)]
    return asked.of_divisions(named) if len(named) == 1 else None


def _division_of_matter(asked: Reference) -> Understanding | None:
    """転入届の課の事業を全部: the division of a matter that the question itself names."""
    read = asked.read
    named = re.search(r"の(担当|所管)?(の?課|部署)(の|が|で|は).{0,12}(事業|事務|業務|仕事)", read.text)
    if not named or read.operation not in ("list", "count") or read.divisions or read.filters:
        return None
    best = max(read.linked.values(), default=0.0)
    ids = read.projects or tuple(name for name, weight in read.linked.items() if weight == best)
    found = [project for project in map(asked.catalogue.project, ids) if project]
    divisions = {project.divisions for project in found}
    if len(divisions) != 1 or (read.projects and not read.names_whole):
        return None
    filters = Filters(excluding=tuple(ids)) if "others" in asked.refers and read.projects else None
    plain = {"projects": (), "names_whole": False, "filters": filters, "subject_words": ()}
    return asked.of_divisions(found[0].divisions, **plain)


def _at_place(asked: Reference) -> Understanding | None:
    """A place alone (大船でも？, 玉縄は？): its branch office, for what was spoken of before."""
    read, state = asked.read, asked.state
    if not read.place_divisions or read.divisions or not state.divisions or len(read.text) > LONGEST_ELLIPSIS:
        return None
    if read.projects or read.codes or not _speaks_of_branches_alone(asked):
        return None
    if state.field_of_branches:
        return asked.of_divisions(read.place_divisions, field=read.field or state.field)
    return asked.about(state.focus, field=state.field if read.field else "division", counter=True)


def _speaks_of_branches_alone(asked: Reference) -> bool:
    """Whether the question names no matter but the branch offices themselves (深沢の支所でも大丈夫？)."""
    found = [project for project in map(asked.catalogue.project, asked.read.linked) if project]
    named = {name for project in found for name in project.divisions}
    return not asked.read.topics or (bool(named) and all(name.endswith(BRANCH_SUFFIXES) for name in named))


def _that_division(asked: Reference) -> Understanding | None:
    """その課, 担当課の事業, and そこ where a list is asked for."""
    read, state = asked.read, asked.state
    there = asked.refers & {"place", "project", "it"} == {"place"} and read.operation in ("list", "count")
    if not ("division" in asked.refers or there) or not state.divisions or read.divisions:
        return None
    filters = read.filters
    if "others" in asked.refers and state.focus and "含め" not in read.text:
        filters = (filters or Filters()).model_copy(update={"excluding": state.focus})
    return asked.of_divisions(state.divisions, filters=filters)


def _claimed(asked: Reference) -> Understanding | None:
    """あれ、人事課では: a division named as if it had what was spoken of; 大船支所でもできる？."""
    read, state = asked.read, asked.state
    others = [word for word in read.subject_words if not any(word in name for name in read.divisions)]
    named = read.divisions or read.unknown_divisions
    if not named or len(state.focus) != 1 or read.operation or read.filters or others:
        return None
    offers, claims = _OFFERS.search(read.text), "claim" in asked.refers and not _ASKS_OPENLY.search(read.text)
    if not (offers or claims):
        return None
    denies = bool(re.search(r"(では|じゃ)(ない|ありません)(です)?よね", read.text))
    premise = Premise(divisions=read.divisions, negated=denies, only="only" in asked.refers)
    counter = bool(offers) and state.counter
    return asked.about(state.focus, inherited=False, premise=premise, field="division", counter=counter)


def _same_of_division(asked: Reference) -> Understanding | None:
    """財政課のは？ after a set: the same filters and the same operation for another division."""
    read, state = asked.read, asked.state
    if not read.divisions or asks_something(read) or read.filters or not is_elliptical(read, asked.refers):
        return None
    kept = state.filters if state.filters and _SAME_KIND.search(read.text) else None
    operation = state.operation if state.operation in _OVER_SETS else None
    return read.model_copy(update={"filters": kept, "operation": operation}) if kept or operation else None


def _subject(asked: Reference) -> Understanding | None:
    """A question without a subject (目標は？, 翌年度は？, それはいくら？) is about what was spoken of."""
    read, state, refers = asked.read, asked.state, asked.refers
    if read.divisions or read.social:
        return None
    points = refers & {"project", "it", "place", "more", "reason", "first_asked", "asked_before", "both"}
    unnamed = not read.unknown_words or (read.field in ("schedule", "when") and len(read.subject_words) == 1)
    bare = unnamed and not read.filters and not read.texts and not read.unknown_divisions
    lacks_subject = has_no_subject(read, refers)
    asks_of_division = read.field in ("division", "content") or read.operation == "list"
    if not state.focus and state.divisions and bare and asks_of_division and lacks_subject:
        return asked.of_divisions(state.divisions)
    asks = read.field or read.years or read.operation or read.years_outside
    if not state.focus or not (points or (bare and asks and lacks_subject)):
        return None
    if read.operation in _OVER_SETS and len(state.shown) > 1:
        filters = (read.filters or Filters()).model_copy(update={"among": state.shown})
        return read.model_copy(update={"filters": filters, "inherited": True})
    field = read.field or ("schedule" if read.years else None if "reason" in refers else state.field)
    return asked.about(state.focus, field=field)


_Rule = Callable[[Reference], Understanding | None]
# Rules for a question that may name a matter besides what it points to, and those for one that names none.
_BESIDE_A_SUBJECT: tuple[_Rule, ...] = (
    lists.together_with, lists.same_division,
    _at_that_branch, _at_place, lists.among_shown, _one_of_the_divisions, _division_of_matter,
)  # fmt: skip
_WITHOUT_A_SUBJECT: tuple[_Rule, ...] = (
    _that_division, lists.next_in_order, lists.by_place_in_list, lists.without_these, _claimed, lists.both,
    _same_of_division, _subject,
)  # fmt: skip
