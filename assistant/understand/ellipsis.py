"""What a question leaves unsaid because it was said before: what is asked, of which year (じゃあ…は？, 翌年度は？)."""

import re
from collections.abc import Sequence

from assistant.conversation import ConversationState
from assistant.understand.lexicon import Lexicon
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import load_generic_words
from assistant.understand.words import words
from assistant.understand.years import western_year

LONGEST_ELLIPSIS = 26
_YEAR_STEPS = {"next_year": 1, "previous_year": -1}
_YEAR_PLACES = {"final_year": -1, "first_year": 0, "second_year": 1, "third_year": 2}
_INSTEAD = re.compile(r"^(?P<not_this>[^。?？]{1,24}?)(?:じゃなくて?|ではなくて?|でなくて?)[、,]?(?P<this>.{2,})$")
_BARE = re.compile(
    r"(は|なら|も|だと|では|って|(の|な|た|る)?(ほう|方|やつ|もの)|のは)"
    r"(です|でした|だ|どう|どうですか|どうなる|どうなりますか|どうなの|いかが|いかがですか|ね|よ|を(聞|知|教).*)*[?？。]*$"
)
_ASKS_DIVISION = re.compile(r"担当|所管|管轄|どこ|どちら|どの|何|なに|窓口|誰|だれ")
_PLAN_LIKE = re.compile(r"計画|プラン|方針|戦略|指針|理論|[A-Za-z]{3,}")


def instead(text: str, state: ConversationState) -> str:
    """The text without what it takes back (契約事務じゃなくて検査事務 → では、検査事務)."""
    match = _INSTEAD.match(text)
    if not match or not state.is_under_way or re.search(r"[はがも]", match["not_this"]):
        return text
    return f"では、{match['this']}"


def completed(text: str, state: ConversationState) -> str:
    """The text with what was asked of something outside the projects (いつ策定？), where it names only another."""
    match = _BARE.search(text)
    if not state.predicate or not match or len(text) > LONGEST_ELLIPSIS or not _PLAN_LIKE.search(text):
        return text
    named = re.sub(r"^(じゃあ|じゃ|では|あと|それなら)[、,]?", "", text[: match.start()])
    return f"{named}は{state.predicate}" if named else text


def predicate(text: str) -> str:
    """What a question asks of its subject: what stands behind its topic marker (…は｜いつ策定？)."""
    match = re.search(r"(?:は|って|とは)[、,]?(?P<asked>[^はって、]{2,16})$", text)
    return match["asked"] if match else ""


def inherit_question(read: Understanding, state: ConversationState, refers: frozenset[str]) -> Understanding:
    """A new subject without a question of its own (じゃあ…は？) asks what was asked before."""
    has_subject = read.projects or read.codes or read.topics or read.divisions or read.subject_words
    if state.field == "included" and read.field is None and has_subject and is_elliptical(read, refers):
        # 扶助料は？ asks whether that is included too, though 料は often asks for a fee.
        return read.model_copy(update={"field": state.field, "attribute": None})
    if asks_something(read) or not has_subject or not is_elliptical(read, refers):
        return read
    if state.attribute and (read.projects or read.divisions):
        return read.model_copy(update={"attribute": state.attribute})
    if not state.field:
        return read
    years = read.years or (state.years if state.field == "schedule" else ())
    return read.model_copy(update={"field": state.field, "years": years})


def asks_something(read: Understanding) -> bool:
    """Whether the question has words of its own that ask; 財政課は？ has none though 課は often asks for a division."""
    only_names = read.field == "division" and read.divisions and not _ASKS_DIVISION.search(read.text)
    return bool((read.field and not only_names) or read.operation or read.attribute)


def is_elliptical(read: Understanding, refers: frozenset[str]) -> bool:
    """Whether the question is one only in its conversation: it begins with じゃあ, or ends with は？."""
    return bool(refers & {"then", "correction"}) or (
        len(read.text) <= LONGEST_ELLIPSIS and bool(_BARE.search(read.text))
    )


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


def without_topic_of_field(read: Understanding, state: ConversationState) -> Understanding:
    """予算は？ asks for the cost of what was spoken of, not for who draws up budgets, once something was spoken of."""
    bare = not read.subject_words and len(read.text) <= LONGEST_ELLIPSIS and not read.names_whole
    if not (bare and state.focus and read.field and read.topics and set(read.topic_words) <= load_generic_words()):
        return read
    return without_topics(read)


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
    for cue, step in _YEAR_STEPS.items():
        if cue in refers and state.years:
            at = covered.index(state.years[-1]) + step
            inside = 0 <= at < len(covered)
            outside = () if inside else (str(_beyond(covered, step)),)
            return read.model_copy(update={"years": (covered[at],) if inside else (), "years_outside": outside})
    for cue, place in _YEAR_PLACES.items():
        if cue in refers and -len(covered) <= place < len(covered):
            return read.model_copy(update={"years": (covered[place],)})
    return read


def _beyond(covered: Sequence[str], step: int) -> int:
    edge = western_year(covered[-1] if step > 0 else covered[0])
    return (edge or 0) + step
