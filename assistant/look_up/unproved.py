"""Claims that the plan can neither confirm nor deny: what was found is about the matter, but does not say so."""

import re
from collections.abc import Sequence
from functools import reduce

from assistant.look_up.evidence import holds_word, whole_text
from assistant.look_up.findings import About, Absent, Finding, Items, OfSet, OfText, passages_of, projects_of
from assistant.look_up.sets import is_finished
from assistant.understand.asked_of import nouns_asked
from assistant.understand.closed_claim import (
    amounts_in,
    closed_question,
    find_amount_asked,
    find_closed_claim,
    find_place_told,
    find_state_asked,
    nouns_of,
    speaks_of_plan,
    tells_end,
    verbs_of,
)
from assistant.understand.name_forms import without_name
from assistant.understand.normalize import fold, key
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Understanding
from assistant.understand.thing_asked import is_of_plan
from assistant.understand.vocabulary import find_topics
from assistant.understand.words import Word
from corpus.records import Project

_NEAREST = 3
_DATE = re.compile("[0-9]+月[0-9]+日")
# A field that is asked for is shown as it is printed; 番号 alone may be the matter's own word (個人番号).
_PRINTED = ("related", "goal", "note", "cost", "schedule", "account", "page")
# A counter of its own (旅券の窓口がありますか) is no more than any other thing.
_COUNTER = "窓口"


def without_unproved(read: Understanding, finding: Finding) -> Finding:
    """The finding; or that the plan does not say whether it is so, what was found being a near topic only."""
    if read.language != "ja" or not isinstance(finding, About | Items | OfSet | OfText):
        return finding
    if finding.correction is not None and not finding.correction.of_division:
        return finding
    if isinstance(finding, About) and finding.at_branch:
        return finding  # which says itself that it is not written
    if isinstance(finding, About) and finding.field in _PRINTED:
        return finding
    if isinstance(finding, About) and not (finding.branches or finding.local) and _tells_place(read, finding):
        return Absent(reason="claim", nearest=projects_of(finding)[:_NEAREST])
    claim = "" if isinstance(finding, Items) else find_closed_claim(read.text)
    goes_beyond = _goes_beyond(claim, read, finding) if claim else _asks_beyond(read, finding)
    return Absent(reason="claim", nearest=projects_of(finding)[:_NEAREST]) if goes_beyond else finding


def _says_nothing_printed(claim: str, read: Understanding, projects: Sequence[Project]) -> bool:
    """Whether a claim that speaks of an office tells things of it of which none is printed (部署は駅前に移転する)."""
    printed = key("".join(whole_text(project) + "".join(project.divisions) for project in projects))
    told = [word for word in nouns_of(claim, read) if not is_of_plan(word)]
    return bool(told) and not any(holds_word(printed, word) for word in told)


def _asks_beyond(read: Understanding, finding: About | Items | OfSet | OfText) -> bool:
    """Whether a yes or a no is asked of an amount, of a state, or of more things than were found printed."""
    if isinstance(finding, OfText) or read.operation or read.filters or finding.correction is not None:
        return False
    projects = projects_of(finding)
    printed = "".join(map(whole_text, projects))
    asks_of_more = _asks_of_more(read, projects, key(printed))
    if asks_of_more or isinstance(finding, OfSet) or "division" in read.cues:
        return bool(asks_of_more)
    amounts, state = amounts_in(find_amount_asked(read.text)), find_state_asked(read.text)
    if any(amount not in key(plain_numbers(printed)) for amount in amounts):
        return True
    is_told = asks_of_more is False or state in "".join(read.topic_words)
    return bool(state) and not is_told and not holds_word(key(printed), key(state))


def _asks_of_more(read: Understanding, projects: Sequence[Project], printed: str) -> bool | None:
    """Whether half of what is asked of the matter is neither printed nor a word of the vocabulary for it.

    None where no thing is asked of it.
    """
    names = (*(fold(project.name) for project in projects), *read.divisions, _COUNTER)
    question = reduce(lambda rest, name: rest.replace(name, " "), names, closed_question(read.text))
    if speaks_of_plan(question, read):
        return None
    said = words_leading_to(read, projects)

    def is_known(word: Word) -> bool:
        return key(word.surface) in said or (len(word.surface) > 1 and holds_word(printed, key(word.surface)))

    runs = nouns_asked(read.text, lambda word: word.surface in read.subject_words, is_known)
    missing = [run for run in runs if not (any(map(is_known, run)) or key("".join(w.surface for w in run)) in printed)]
    return 2 * len(missing) >= len(runs) if runs else None


def _tells_place(read: Understanding, finding: About) -> bool:
    """Whether a yes or a no is asked of a place that nothing found prints (新しい庁舎は〇〇に建つんですか)."""
    told = find_place_told(read.text)
    return bool(told) and key(told) not in key("".join(map(whole_text, finding.projects)))


def words_leading_to(read: Understanding, projects: Sequence[Project]) -> str:
    """The question's words that lead to the projects (a key), with the names of their divisions."""
    known = set(read.topics) - set(read.absent_topics)
    leads = any(project.id in read.linked for project in projects)
    hits = [hit.word for hit in find_topics(key(read.text)) if leads and hit.topic.name in known]
    return key("".join((*hits, *(name for project in projects for name in project.divisions))))


def _goes_beyond(claim: str, read: Understanding, finding: About | Items | OfSet | OfText) -> bool:
    """Whether the claim has an amount that was not found printed, or half of the nouns that it says of its matter."""
    printed = "".join((*map(whole_text, projects_of(finding)), *(one.title + one.text for one in passages_of(finding))))
    amounts = key(plain_numbers(printed))
    if any(amount not in amounts for amount in amounts_in(claim)):
        return True
    if finding.correction is not None or isinstance(finding, OfText):
        return False
    claim = reduce(lambda rest, project: without_name(rest, project.name)[0], projects_of(finding), claim)
    if speaks_of_plan(claim, read):
        return isinstance(finding, About) and _says_nothing_printed(claim, read, finding.projects)
    dates = _DATE.findall(key(plain_numbers(claim)))
    if dates and all(date in amounts for date in dates):
        return False  # the day is what is claimed, in whatever words (4月1日の持ち主あて)
    if tells_end(claim) and not any(is_finished(project) for project in projects_of(finding)):
        return True
    told = nouns_of(claim, read)
    if told:
        return 2 * sum(not holds_word(key(printed), word) for word in told) >= len(told)
    verbs = verbs_of(claim, read)
    return bool(verbs) and not any(holds_word(key(printed), word) for word in verbs)
