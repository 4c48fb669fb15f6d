"""What a question leaves unsaid because it was said before: what is asked, of which year (じゃあ…は？, 翌年度は？)."""

import re
from collections.abc import Sequence

from assistant.conversation import ConversationState
from assistant.understand.lexicon import Lexicon
from assistant.understand.question import Understanding
from assistant.understand.set_patterns import set_patterns
from assistant.understand.vocabulary import load_generic_words
from assistant.understand.words import words
from assistant.understand.years import western_year
from corpus.catalogue import Catalogue

LONGEST_ELLIPSIS = 26
_YEAR_STEPS = {"two_years_later": 2, "two_years_before": -2, "next_year": 1, "previous_year": -1}
_YEAR_PLACES = {"final_year": -1, "first_year": 0, "second_year": 1, "third_year": 2}
BARE = re.compile(
    r"(は|なら|も|だと|では|って|(の|な|た|る)?(ほう|方|やつ|もの)|のは)"
    r"(です|でした|だ|どう|どうですか|どうなる|どうなりますか|どうなの|いかが|いかがですか|ね|よ|を(聞|知|教).*)*[?？。]*$"
)
# Fields that only cards have; a project with a card prints its cost.
OF_CARDS = ("cost", "goal", "note", "related", "schedule", "when", "code")
_WANTS_DIVISION = re.compile(
    r"(る|た|ている|てる|の)(課|部署|ところ|窓口)(は|って|を|が)|を[^、。はが]{1,8}(?<=[うくぐすつぬぶむるただ])のは(?:どこ|どちら|誰|だれ)?(?:です)?か?[?？。]*$"
)
_DIFFERS = re.compile(r"違|変わ|比べ|同じ")
_FROM_TO = re.compile(r"年(度|目)?から[^。]{0,6}年(度|目)?まで")
_SPEAKS_OF_PROJECTS = re.compile("事業|事務|課|部署|担当")
_SIDE = re.compile(r"の(ほう|方)(は|って|だと|なら)")
_ASKS_DIVISION = re.compile(r"担当|所管|管轄|どこ|どちら|どの|何|なに|窓口|誰|だれ")


def inherit_question(read: Understanding, state: ConversationState, refers: frozenset[str]) -> Understanding:
    """A new subject without a question of its own (じゃあ…は？) asks what was asked before."""
    has_subject = read.projects or read.codes or read.topics or read.divisions or read.subject_words
    if read.attribute and read.linked and _is_bare_matter(read, state):
        return read.model_copy(update={"attribute": None, "field": "division"})
    if state.field == "included" and read.field is None and has_subject and is_elliptical(read, refers):
        # 扶助料は？ asks whether that is included too, though 料は often asks for a fee.
        return read.model_copy(update={"field": state.field, "attribute": None})
    what_they_do = set_patterns()["what_they_do"]
    if what_they_do.search(read.text) or asks_something(read) or not has_subject or not is_elliptical(read, refers):
        return read
    if state.attribute and (read.projects or read.divisions):
        return read.model_copy(update={"attribute": state.attribute})
    if read.divisions and what_they_do.search(state.said):
        return read.model_copy(update={"field": "content"})
    if not state.field or (state.field == "made" and _SPEAKS_OF_PROJECTS.search(read.text)):
        return read
    years = read.years or (state.years if state.field == "schedule" else ())
    return read.model_copy(update={"field": state.field, "years": years})


def _is_bare_matter(read: Understanding, state: ConversationState) -> bool:
    """Whether nothing but a matter is said after it was asked whose another is (決算は？ after 予算の担当は？)."""
    of_divisions = state.by_matter or state.field == "division"
    said = re.sub("^(?:じゃあ?|では|あと|それと|、)+", "", BARE.sub("", read.text)).rstrip("?？。")
    return bool(of_divisions and state.focus) and said in read.topic_words


def asks_something(read: Understanding) -> bool:
    """Whether the question has words of its own that ask; 財政課は？ has none though 課は often asks for a division."""
    only_names = read.field == "division" and read.divisions and not _ASKS_DIVISION.search(read.text)
    return bool((read.field and not only_names) or read.operation or read.attribute)


def is_elliptical(read: Understanding, refers: frozenset[str]) -> bool:
    """Whether the question is one only in its conversation: it begins with じゃあ, or ends with は？."""
    short = len(read.text) <= LONGEST_ELLIPSIS
    foreign = read.language != "ja" and read.text.endswith("?")  # And the library? keeps no は
    return bool(refers & {"then", "correction"}) or (short and (foreign or bool(BARE.search(read.text))))


def has_no_subject(read: Understanding, refers: frozenset[str]) -> bool:
    """Whether nothing in the text names a matter of its own."""
    short = len(read.text) <= LONGEST_ELLIPSIS
    return short and (not read.subject_words or bool(refers & set(_YEAR_STEPS)) or _names_only_an_action(read))


def _names_only_an_action(read: Understanding) -> bool:
    """いつ完成する？ asks when something spoken of is done: its only noun is that of a verb."""
    if read.field not in ("schedule", "when") or read.topics or len(read.subject_words) != 1:
        return False
    found = [word for word in words(read.text) if word.surface == read.subject_words[0]]
    return any("サ変可能" in part for word in found for part in word.part_of_speech)


def of_the_one_meant(own: Understanding, read: Understanding, catalogue: Catalogue) -> Understanding:
    """The question about the one project that its topic means, where that has the field taken over (…のほうは？)."""
    best = max(read.linked.values(), default=0.0)
    meant = [project_id for project_id, weight in read.linked.items() if weight == best]
    project = catalogue.project(meant[0]) if len(meant) == 1 and not read.projects else None
    if own.field == read.field or read.field not in OF_CARDS or project is None or project.cost_million_yen is None:
        return read
    return read.model_copy(update={"projects": (project.id,), "names_whole": True, "texts": ()})


def says_an_action(read: Understanding) -> bool:
    """Whether a verb or an adjective of the text says more than that something is asked."""
    found = [word for word in words(read.text) if word.is_content and not word.is_noun]
    return any({word.normal, word.surface}.isdisjoint(load_generic_words()) for word in found)


def without_topic_of_field(read: Understanding, state: ConversationState, catalogue: Catalogue) -> Understanding:
    """予算は？ asks for the cost of what was spoken of, not for who draws up budgets, once something was spoken of."""
    if read.field == "cost" and (_WANTS_DIVISION.search(read.text) or _other_side(read, state, catalogue)):
        return read.model_copy(update={"field": "division", "cues": read.cues - {"cost"}})
    bare = not read.subject_words and len(read.text) <= LONGEST_ELLIPSIS and not read.names_whole
    if not (bare and state.focus and read.field and read.topics and set(read.topic_words) <= load_generic_words()):
        return read
    return without_topics(read)


def _other_side(read: Understanding, state: ConversationState, catalogue: Catalogue) -> bool:
    """Whether 予算のほうは？ turns from what was spoken of, which prints no cost, to budgets."""
    spoken = [project for project in map(catalogue.project, state.focus) if project]
    return bool(_SIDE.search(read.text) and read.topics) and all(project.cost_million_yen is None for project in spoken)


def without_topics(read: Understanding) -> Understanding:
    """The understanding as if it named no matter."""
    nothing = {"topics": (), "topic_words": (), "linked": {}, "absent_topics": (), "absent_last": False, "broad": ()}
    return read.model_copy(update={**nothing, "unknown_words": (), "counter": False})


def relative_years(
    read: Understanding, refers: frozenset[str], state: ConversationState, lexicon: Lexicon
) -> Understanding:
    """翌年度, 最終年度 and the like as the plan's own years."""
    covered = lexicon.years
    if read.years or not covered:
        return read
    if "years_after" in refers and state.years and not read.subject_words:
        later = covered[covered.index(state.years[-1]) + 1 :]
        outside = () if later else (str(_beyond(covered, 1)),)
        return read.model_copy(update={"years": tuple(later), "years_outside": outside, "field": "schedule"})
    spoken = _years_spoken(state)
    if "other_years" in refers and spoken:
        others = tuple(year for year in covered if year not in spoken)
        return read.model_copy(update={"years": others, "field": "schedule"})
    if "same_year" in refers and len(spoken) == 1 and read.field in (None, "schedule", "content"):
        return read.model_copy(update={"years": spoken, "field": "schedule"})
    for cue, step in _YEAR_STEPS.items():
        if cue in refers and spoken:
            state = state.model_copy(update={"years": spoken})
            at = covered.index(state.years[-1]) + step
            inside = 0 <= at < len(covered)
            if inside and _DIFFERS.search(read.text):
                pair = tuple(sorted((covered[at], state.years[-1]), key=covered.index))
                return read.model_copy(update={"years": pair, "field": "schedule", "cues": read.cues - {"division"}})
            outside = () if inside else (str(_beyond(covered, step)),)
            return read.model_copy(update={"years": (covered[at],) if inside else (), "years_outside": outside})
    step = _next_of_schedule(read, refers, state)
    if step:
        at = covered.index(state.years[-1]) + step
        inside = 0 <= at < len(covered)
        outside = () if inside else (str(_beyond(covered, step)),)
        found = {"years": (covered[at],) if inside else (), "years_outside": outside, "field": "schedule"}
        return read.model_copy(update=found)
    places = [place for cue, place in _YEAR_PLACES.items() if cue in refers and -len(covered) <= place < len(covered)]
    named = sorted({place % len(covered) for place in places})
    if _FROM_TO.search(read.text):
        named = [*range(named[0], named[-1] + 1)] if named else []
    return read.model_copy(update={"years": tuple(covered[place] for place in named)}) if named else read


def _years_spoken(state: ConversationState) -> tuple[str, ...]:
    """The years of the last answer, or those for which the schedule of the same thing was asked before."""
    of_it = (one.years for one in reversed(state.before) if one.focus == state.focus and one.years)
    goes_on = state.field == "schedule" and state.focus
    return state.years or (next(of_it, ()) if goes_on else ())


def _next_of_schedule(read: Understanding, refers: frozenset[str], state: ConversationState) -> int:
    """さらに次は, after what is planned for a year: the year behind it; ひとつ前は: the one before it."""
    plain = state.field in ("schedule", "when") and state.years and not (read.subject_words or read.field or read.codes)
    if not plain:
        return 0
    return 1 if "next_entry" in refers else -1 if "previous_entry" in refers else 0


def _beyond(covered: Sequence[str], step: int) -> int:
    edge = western_year(covered[-1] if step > 0 else covered[0])
    return (edge or 0) + step
