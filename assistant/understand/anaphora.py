"""Which projects or divisions a question takes over from the conversation (その課, それ, 大船でも？)."""

import re
from collections.abc import Callable

from assistant.conversation import ConversationState
from assistant.understand import (
    alike,
    all_alike,
    branches,
    computing,
    contrast,
    costs_spoken,
    divisions,
    hearsay,
    lists,
    neither,
    of_the_plan,
    other_division,
    own_record,
    printed,
    same_set,
    scheduled,
    stated,
    steps,
    two,
)  # fmt: skip
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.ellipsis import (
    LONGEST_ELLIPSIS,
    has_no_subject,
    inherit_question,
    is_elliptical,
    of_the_one_meant,
    relative_years,
    says_an_action,
    without_topic_of_field,
)
from assistant.understand.filters import Filters
from assistant.understand.lexicon import Lexicon
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Premise, Understanding
from assistant.understand.reference import OFFERS, Reference
from assistant.understand.set_patterns import set_patterns
from assistant.understand.spoken_sets import last_list
from corpus.catalogue import Catalogue

_POINTS = {"project", "it", "place", "more", "reason", "first_asked", "asked_before", "both"}
_FEW = 2
_HOW_MANY_DIVISIONS = re.compile(r"(何課|いくつの課|何部署)(ある|あり|です|なの|[?？。]|$)")
_IF_IT_IS = re.compile("(だと|なら|だったら)(どこ|どの課|何課|どう|[?？]|$)|の(は|も)[?？]?$")
# 総務課だけでやってるの？ claims that of the one spoken of; 総務課だけの事業は？ asks for a set.
_ONLY = re.compile(r"(だけ|のみ|単独)(で|が|の)?[^、。はも事]{0,10}(の|か|ね|よね|んだ|です|ます|る|た)[?？。]*$")
_INNER = re.compile(
    "(?<=[、。])(?:(?:それ|これ)の?(?:担当|所管|窓口|課|部署|手続|申請|届|は|って|[一-龥]{1,3}(?:は|って))"
    "|(?:その|そこの)(?:事務局|担当|所管|窓口|受付)(?:は|って|を|が))"
)
# What such a pointer is read as; と聞きました of its matter claims nothing of what was spoken of.
_OWN = frozenset({"it", "division", "project", "thing", "back", "claim"})
_WHICH_DIVISION = re.compile("(?:課|部署)(?:は|って|$|[?？。])")
_WANTS_TOLD = re.compile(
    "(?:仕事|業務|事業|事務|内容)(?:だけ|のみ)?(?:を|、)?(?:教え|知りた|見せ)"
)  # 大船支所の仕事だけ教えて
_ASKS_OPENLY = re.compile(r"何|なに|どんな|どの|どういう")


def resolve(read: Understanding, state: ConversationState, lexicon: Lexicon, catalogue: Catalogue) -> Understanding:
    """The understanding with whatever it refers to filled in."""
    refers = _pointing(read)
    if of_the_plan.is_of_the_plan(read, refers):
        return read
    read = contrast.not_by_cost(read, state)
    read = relative_years(read, refers, state, lexicon)
    own = without_topic_of_field(read, state, catalogue)
    read = of_the_one_meant(own, inherit_question(own, state, refers), catalogue)
    reference = Reference(read, _spoken_of(state, refers), refers, catalogue)
    rules = _BESIDE_A_SUBJECT
    if not (read.projects or read.codes or read.topics or read.other_place):
        rules = (*rules, *_WITHOUT_A_SUBJECT)
    found = next((found for rule in rules if (found := rule(reference)) is not None), read)
    apart = read if _may_turn(reference, found) else found.apart
    spoken = state.focus if len(state.focus) <= _FEW else ()
    return found.model_copy(update={"apart": apart, "spoken": spoken}) if apart or spoken else found


def _pointing(read: Understanding) -> frozenset[str]:
    """The words that point back; それ behind a matter of its own sentence points at that (信号の件、それの担当)."""
    refers, inner = find_cues("refers", read.text), _INNER.search(read.text)
    own = inner and any(word in read.text[: inner.start()] for word in (*read.topic_words, *read.subject_words))
    return refers - _OWN if own else refers


def has_subject(read: Understanding) -> bool:
    """Whether the question names something that this plan or the vocabulary knows."""
    return bool(read.projects or read.divisions or read.topics or read.codes or read.filters or read.texts)


def goes_on(read: Understanding) -> bool:
    """Whether the text asks something of what was spoken of, though it opens with courtesy (なるほど、その課の…)."""
    asks = (read.field or read.operation or read.filters) and read.social != "about_plan"  # この計画 is no project
    return bool(asks and find_cues("refers", read.text) & {"division", "project", "among", "division_by_place"})


def _may_turn(asked: Reference, found: Understanding) -> bool:
    """Whether the question has no noun, but a verb that may turn to another matter (払えないときは？)."""
    read = asked.read
    plain = not (read.subject_words or read.topics or read.operation or read.years or asked.refers & _POINTS)
    plain = plain and found.field != "content"  # 何月何日に持っている人が: the record prints it
    taken = found is read or found.projects == asked.state.focus
    return plain and taken and asked.state.is_under_way and read.field in (None, "division") and says_an_action(read)


def _spoken_of(state: ConversationState, refers: frozenset[str]) -> ConversationState:
    """The conversation as it stood at what the question goes back to (最初の質問, 一つ前の事業)."""
    before = [spoken for spoken in state.before if spoken.focus or spoken.divisions]
    if not before:
        return state
    listed = len(before[0].shown) > 1 or len(state.shown) > 1  # はじめの事業 is then a place in that list
    if "first_division" in refers and len(state.divisions) <= 1:
        return state.back_at(next((spoken for spoken in before if spoken.divisions), state))
    if "first_asked" in refers and not listed:
        return state.back_at(before[0])
    earlier = [spoken for spoken in before if spoken.focus != state.focus]
    in_list = state.inherited and len(state.focus) == 1 and state.focus[0] in last_list(state)  # ひとつ前の事業は
    return state.back_at(earlier[-1]) if "asked_before" in refers and earlier and not in_list else state


def _that_thing(asked: Reference) -> Understanding | None:
    """この用地の担当は？: a noun that 「この」 ties to what was spoken of is no matter of its own."""
    read, state = asked.read, asked.state
    match = match_cue("refers", "thing", read.text)
    if not match or not state.focus or len(state.focus) > 1 or read.projects or read.divisions or read.operation:
        return None
    if "division" in asked.refers and state.field_of_branches:  # その支所の仕事は
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


def _another_side_of_it(asked: Reference) -> Understanding | None:
    """個人のは？ after 法人の市民税はどこ？: nouns that the plan prints of what was spoken of."""
    read, state = asked.read, asked.state
    project = asked.catalogue.project(state.focus[0]) if len(state.focus) == 1 else None
    asks_besides = read.operation or read.filters or read.years or read.attribute or read.texts or read.place_divisions
    if not project or asks_besides or read.divisions or read.field not in (None, "division"):
        return None
    goes_on = bool(_IF_IT_IS.search(read.text))
    elsewhere = read.broad and not any(project.id in choice.project_ids for choice in read.broad)
    if not goes_on and (elsewhere or not is_elliptical(read, asked.refers)):
        return None
    printed = read.subject_words and all(word in project.content for word in read.subject_words)
    return asked.about(state.focus, field=state.field or "division") if printed else None


def another_side(read: Understanding, state: ConversationState, catalogue: Catalogue) -> Understanding | None:
    """法人のほうもそこの課？: the one spoken of, where the plan prints of it what is claimed for the same division."""
    if not read.subject_words or read.topics or read.projects:
        return None
    found = _another_side_of_it(Reference(read, state, frozenset({"then"}), catalogue))
    return found.model_copy(update={"inherited": False, "field": "division"}) if found else None


def _claimed(asked: Reference) -> Understanding | None:
    """あれ、人事課では: a division named as if it had what was spoken of; 大船支所でもできる？."""
    read, state = asked.read, asked.state
    others = [word for word in read.subject_words if not any(word in name for name in read.divisions)]
    named = read.divisions or read.unknown_divisions
    filters = (
        Filters(several_divisions=False) if asked.refers & {"only"} or "単独" in read.text else None
    )  # 総務課だけでやってる？
    if not named or len(state.focus) != 1 or read.operation or read.filters not in (None, filters) or others:
        return None
    offers = OFFERS.search(read.text)
    claims = (asked.refers & {"claim"} or (filters and _ONLY.search(read.text))) and not _ASKS_OPENLY.search(read.text)
    if not (offers or claims) or _WANTS_TOLD.search(read.text):
        return None
    denies = bool(re.search(r"(では|じゃ)(ない|ありません)(です)?よね", read.text))
    premise = Premise(divisions=read.divisions, negated=denies, only=filters is not None)
    counter = bool(offers) and state.counter
    said = {"premise": premise, "field": "division", "counter": counter, "filters": None}
    return asked.about(state.focus, inherited=False, **said)


def _subject(asked: Reference) -> Understanding | None:
    """A question without a subject (目標は？, 翌年度は？, それはいくら？) is about what was spoken of."""
    read, state, refers = asked.read, asked.state, asked.refers
    if read.divisions or read.social or _turns_in_year(asked):
        return None
    points = refers & (_POINTS - {"both"} if read.filters else _POINTS)
    unnamed = not read.unknown_words or (read.field in ("schedule", "when") and len(read.subject_words) == 1)
    ended = read.filters == Filters(finished=True) and len(state.focus) == 1  # いつ終わった？
    bare = unnamed and (ended or not read.filters) and not read.texts and not read.unknown_divisions
    lacks_subject = has_no_subject(read, refers)
    asks_of_division = read.field in ("division", "content") or read.operation == "list"
    sized = set_patterns()["sized"].search(plain_numbers(read.text))  # 事業が1つだけの課は and
    asks_of_division = asks_of_division and not (
        sized or "all_divisions" in read.sets
    )  # いくつの課がある are of the plan
    if "business" in refers and lacks_subject and not read.projects:
        if state.focus:
            return asked.about(state.focus, field="content")
        return asked.of_divisions(state.divisions, operation="list", field="content") if state.divisions else None
    if not state.focus and state.divisions and bare and asks_of_division and lacks_subject:
        return asked.of_divisions(state.divisions)
    asks = read.field or read.years or read.operation or read.years_outside or read.every_year
    another = read.attribute and read.subject_words and not points  # 去年の寄附は全部でいくら集まった
    if not state.focus or another or not (points or (bare and asks and lacks_subject)):
        return None
    counted = (read.operation, read.field, state.operation) == ("list", None, "count")  # 件数じゃなくて名前を全部
    of_all = (
        read.operation in ("largest", "smallest") and len(state.divisions) == 1 and _WHICH_DIVISION.search(read.text)
    )
    if of_all and state.operation in ("count", "list") and "among" not in refers:
        return None  # 一番多い課は after one division's number: of them all
    several = len(state.shown) > 1 or (state.shown and state.filters)
    if (counted or read.operation in computing.OVER_SETS) and several:
        filters = (read.filters or Filters()).model_copy(update={"among": state.shown, "out_of": len(state.shown)})
        return read.model_copy(update={"filters": filters, "inherited": True})
    if read.operation in ("largest", "smallest") and (state.filters or state.field == "cost"):
        return read.model_copy(update={"filters": state.filters or Filters(with_cost=True)})
    if state.field == "related" and _HOW_MANY_DIVISIONS.search(read.text):
        return asked.about(state.focus, field="related", operation=None)
    field = read.field or ("schedule" if read.years else None if "reason" in refers else state.field)
    return asked.about(state.focus, field="period" if ended else field, filters=None if ended else read.filters)


def _turns_in_year(asked: Reference) -> bool:
    """令和5年度で終わるものは after items of several projects: what ends then, or begins, in any project."""
    turns = {"begins", "ends"} & find_cues("schedules", asked.read.text)
    several = len(asked.state.focus) > 1 and not asked.state.shown
    return bool(turns and asked.read.years) and several and not asked.refers & (_POINTS | {"among"})


_Rule = Callable[[Reference], Understanding | None]
# Rules for a question that may name a matter besides what it points to, and those for one that names none.
_BESIDE_A_SUBJECT: tuple[_Rule, ...] = (
    contrast.beside_another, all_alike.all_spoken_of, all_alike.each_of_list,
    lists.which_they_are, lists.entry_of_division, alike.others_alike, neither.in_neither, neither.rest_of_number,
    lists.nothing_else, lists.claimed_of_place, costs_spoken.beyond_it,
    costs_spoken.spent_on_it, costs_spoken.in_another_unit, costs_spoken.taken_together, costs_spoken.part_of_total,
    costs_spoken.sum_of_set,
    costs_spoken.measured_by_sum, computing.side_by_cost, hearsay.told_by_others,
    divisions.larger_of_compared, divisions.together_with_another, divisions.shared_by_them,
    divisions.others_of_the_divisions,
    two.than_another, two.more_than_division, lists.another_division_of, printed.duty_of_it, printed.date_of_it,
    printed.which_prints_it, stated.stated_of_it,
    scheduled.year_beside, scheduled.item_of_it,
    same_set.restated, same_set.opposite, same_set.one_more_division, computing.without_extreme,
    same_set.without_some, lists.side_of_shown, other_division.the_other_division, two.the_other, two.last_two,
    lists.same_theme, computing.share_of_named, two.together_with, two.same_division, steps.beside,
    divisions.next_by_size, divisions.one_of_the_divisions, divisions.division_of_matter, _that_thing,
    own_record.told_of_it, _part_of_it, divisions.matters_of_that_division,
    divisions.claimed_of_that_division, divisions.rest_of_division, divisions.some_of_division,
    branches.at_the_main_office, branches.at_the_other_branches, branches.at_that_branch,
    branches.at_place, branches.list_of_the_branches,
    branches.at_the_branches, lists.among_shown,
)  # fmt: skip
_WITHOUT_A_SUBJECT: tuple[_Rule, ...] = (
    divisions.that_division, computing.total_of_one, computing.yearly, computing.from_place,
    steps.next_in_order, computing.share, computing.place, computing.extreme, lists.by_place_in_list,
    lists.without_these, _claimed, two.both, divisions.same_of_division, printed.open_of_it,
    _another_side_of_it, _subject,
)  # fmt: skip
