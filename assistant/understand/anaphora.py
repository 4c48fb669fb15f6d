"""Which projects or divisions a question takes over from the conversation (その課, それ, 大船でも？)."""

import re
from collections.abc import Callable

from assistant.conversation import BRANCH_SUFFIXES, ConversationState
from assistant.understand import computing, lists, steps
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.ellipsis import (
    LONGEST_ELLIPSIS,
    asks_something,
    has_no_subject,
    inherit_question,
    is_elliptical,
    of_the_one_meant,
    relative_years,
    says_an_action,
    without_topic_of_field,
)
from assistant.understand.lexicon import Lexicon
from assistant.understand.ordinals import find_places
from assistant.understand.question import Filters, Premise, Understanding
from assistant.understand.reference import Reference
from assistant.understand.words import words
from corpus.catalogue import Catalogue

_POINTS = {"project", "it", "place", "more", "reason", "first_asked", "asked_before", "both"}
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
    own = without_topic_of_field(read, state, catalogue)
    read = of_the_one_meant(own, inherit_question(own, state, refers), catalogue)
    reference = Reference(read, _spoken_of(state, refers), refers, catalogue)
    rules = _BESIDE_A_SUBJECT
    if not (read.projects or read.codes or read.topics or read.other_place):
        rules = (*rules, *_WITHOUT_A_SUBJECT)
    found = next((found for rule in rules if (found := rule(reference)) is not None), read)
    return found.model_copy(update={"apart": read}) if _may_turn(reference, found) else found


def _may_turn(asked: Reference, found: Understanding) -> bool:
    """Whether the question has no noun, but a verb that may turn to another matter (払えないときは？)."""
    read = asked.read
    plain = not (read.subject_words or read.topics or read.operation or read.years or asked.refers & _POINTS)
    taken = found is read or found.projects == asked.state.focus
    return plain and taken and asked.state.is_under_way and read.field in (None, "division") and says_an_action(read)


def _spoken_of(state: ConversationState, refers: frozenset[str]) -> ConversationState:
    """The conversation as it stood at what the question goes back to (最初の質問, 一つ前の事業)."""
    before = [spoken for spoken in state.before if spoken.focus or spoken.divisions]
    if not before:
        return state
    if "first_asked" in refers and len(state.shown) < 2:
        return state.back_at(before[0])
    earlier = [spoken for spoken in before if spoken.focus != state.focus]
    return state.back_at(earlier[-1]) if "asked_before" in refers and earlier else state


def _at_that_branch(asked: Reference) -> Understanding | None:
    """そこ is the branch office spoken of, where an everyday application is asked for."""
    if "place" not in asked.refers or not asked.state.field_of_branches or not asked.read.counter:
        return None
    return asked.read.model_copy(update={"place_divisions": asked.state.divisions[:1]})


def _one_of_the_divisions(asked: Reference) -> Understanding | None:
    """財産のほうの課: of several divisions spoken of, the one whose name holds a word of the question."""
    divisions = asked.state.divisions
    if len(divisions) < 2 or asked.read.divisions:
        return None
    places = find_places(asked.read.text, len(divisions))
    if len(places) == 1 and ("division_by_place" in asked.refers or not asked.state.focus):
        return asked.of_divisions([divisions[places[0]]], operation=asked.read.operation or "list")
    if "one_division" not in asked.refers:
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
    two = _two_divisions(asked)
    if two and not read.divisions:
        return asked.of_divisions(two)
    there = asked.refers & {"place", "project", "it"} == {"place"} and read.operation in ("list", "count")
    if not ("division" in asked.refers or there) or not state.divisions or read.divisions:
        return None
    filters = read.filters
    if "others" in asked.refers and state.focus and "含め" not in read.text:
        filters = (filters or Filters()).model_copy(update={"excluding": state.focus})
    return asked.of_divisions(state.divisions, filters=filters)


def _two_divisions(asked: Reference) -> tuple[str, ...]:
    """両課, 二つの事務局: the division spoken of and the one before it."""
    own = asked.state.divisions
    earlier = [spoken.divisions for spoken in asked.state.before if spoken.divisions != own and spoken.divisions]
    if "two_divisions" not in asked.refers or len(own) != 1 or not earlier or len(earlier[-1]) != 1:
        return ()
    return (*earlier[-1], *own)


def _that_thing(asked: Reference) -> Understanding | None:
    """この用地の担当は？: a noun that 「この」 ties to what was spoken of is no matter of its own."""
    read, state = asked.read, asked.state
    match = match_cue("refers", "thing", read.text)
    if not match or not state.focus or len(state.focus) > 1 or read.projects or read.divisions or read.operation:
        return None
    if not read.subject_words or any(word not in match[0] for word in read.subject_words):
        return None
    return asked.about(state.focus, field=read.field or state.field)


def _part_of_it(asked: Reference) -> Understanding | None:
    """対象の選挙は？: a side of what was spoken of, in words that the plan prints of it."""
    read, state = asked.read, asked.state
    match = match_cue("refers", "aspect", read.text)
    project = asked.catalogue.project(state.focus[0]) if len(state.focus) == 1 else None
    if not match or not project or read.projects or read.divisions or len(read.text) > LONGEST_ELLIPSIS:
        return None
    if any(word not in match[0] and word not in project.content for word in read.subject_words):
        return None
    return asked.about(state.focus, field=read.field or "content", operation=None)


def _at_the_branches(asked: Reference) -> Understanding | None:
    """支所でももらえる？: whether the branch offices take what was spoken of."""
    read, state = asked.read, asked.state
    if not state.focus or not read.linked or read.place_divisions or read.projects or read.divisions or read.field:
        return None
    if not (_OFFERS.search(read.text) and _speaks_of_branches_alone(asked)) or state.field_of_branches:
        return None
    return asked.about(state.focus, field="division", counter=state.counter)


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
    points = refers & _POINTS
    unnamed = not read.unknown_words or (read.field in ("schedule", "when") and len(read.subject_words) == 1)
    ended = read.filters == Filters(finished=True) and len(state.focus) == 1  # いつ終わった？
    bare = unnamed and (ended or not read.filters) and not read.texts and not read.unknown_divisions
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
    return asked.about(state.focus, field="period" if ended else field, filters=None if ended else read.filters)


_Rule = Callable[[Reference], Understanding | None]
# Rules for a question that may name a matter besides what it points to, and those for one that names none.
_BESIDE_A_SUBJECT: tuple[_Rule, ...] = (
    lists.together_with, lists.same_division, steps.beside, _that_thing, _part_of_it,
    _at_that_branch, _at_place, _at_the_branches, lists.among_shown, _one_of_the_divisions, _division_of_matter,
)  # fmt: skip
_WITHOUT_A_SUBJECT: tuple[_Rule, ...] = (
    _that_division, steps.next_in_order, computing.share, computing.extreme, lists.by_place_in_list,
    lists.without_these, _claimed, lists.both, _same_of_division, _subject,
)  # fmt: skip
