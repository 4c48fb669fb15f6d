"""Whether something can be done, is there, or is written: what a plan does not say of a matter that it does have.

It is said first; what the plan says of the matter, and its division, come behind it as such.
"""

from assistant.look_up.evidence import holds_word, whole_text
from assistant.look_up.findings import About, Absent, Correction, Finding, Items, projects_of
from assistant.understand.closed_claim import claim_pattern, closed_question, find_closed_claim, wishes_for_deed
from assistant.understand.deeds import printed_alike
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.thing_asked import is_of_plan
from assistant.understand.vocabulary import find_topics, load_generic_words
from assistant.understand.words import words

# A matter may be carried by a few projects.
_MOST = 3
_OF_MATTER = (None, "division", "content", "overview", "schedule")


def with_whether_unsaid(read: Understanding, finding: Finding) -> Finding:
    """The finding; or that the plan does not say so, where it does not print what is asked of the matter."""
    if read.language != "ja" or not isinstance(finding, About | Items) or not _is_of_matter(read, finding):
        return finding
    judged = claim_pattern("judged").search(read.text)
    if judged and not (read.inherited and read.field) and not _prints(finding, judged[0]):
        silent = Correction(claimed=(judged[0],), holds=False, of_division=False, silent="verdict")
        return finding.model_copy(update={"correction": silent})
    clause = closed_question(read.text)
    if not clause or wishes_for_deed(clause):
        return finding
    written = claim_pattern("written").search(clause)
    if written:
        return _unwritten(finding, written["what"])
    asked = next(filter(None, (_asked_in(clause, read, name) for name in ("by_means", "is_able", "is_there"))), "")
    if not asked and not _is_able_alone(clause, read, finding):
        return finding
    if asked and _prints(finding, asked):
        return finding
    if asked and _is_known_for(asked, read, finding):
        silent = Correction(claimed=(asked,), holds=False, of_division=False, silent="whether")
        return finding.model_copy(update={"correction": silent})
    return Absent(reason="claim", nearest=projects_of(finding))


def as_put(read: Understanding, finding: Finding) -> Finding:
    """The finding; where nothing was claimed, it is not what was claimed that is missing."""
    if not isinstance(finding, Absent) or finding.reason != "claim" or read.language != "ja":
        return finding
    claims = read.premise is not None and not read.premise.open
    yes_or_no = bool(claims or closed_question(read.text) or find_closed_claim(read.text))
    return (
        finding
        if yes_or_no or claim_pattern("perhaps").search(read.text)
        else finding.model_copy(update={"asked_openly": True})
    )


def _is_of_matter(read: Understanding, finding: About | Items) -> bool:
    """Whether one matter was found, of which no field and no set is asked for."""
    if finding.correction is not None or read.operation or read.filters or read.counter or read.years:
        return False
    if isinstance(finding, About) and (finding.at_branch or finding.branches or finding.field not in _OF_MATTER):
        return False
    found = isinstance(finding, Items) or finding.by_meaning or read.inherited or read.at_hand is not None
    return found and "division" not in read.cues and 0 < len(projects_of(finding)) <= _MOST


def _asked_in(clause: str, read: Understanding, name: str) -> str:
    """The noun by which, or of which, it is asked; none where that is an office or says nothing."""
    found = claim_pattern(name).search(clause)
    noun = found["noun"] if found else ""
    last = words(noun)[-1].surface if noun else ""
    said = {noun, last, last.removesuffix("?")}
    offices = any(noun in one for one in (*read.divisions, *read.place_divisions))
    return "" if offices or is_of_plan(noun) or is_of_plan(last) or said & load_generic_words() else noun


def _is_able_alone(clause: str, read: Understanding, finding: About | Items) -> bool:
    """Whether nothing but what can be done is asked of what is at hand (その間は使えないの, 工事中は入れる)."""
    left = read.inherited or read.at_hand is not None
    rest, meanwhile = claim_pattern("meanwhile").subn("", clause)
    said = [word for word in words(rest) if word.is_noun]
    printed = key("".join(map(whole_text, projects_of(finding))))
    alone = not said or (meanwhile and all(holds_word(printed, key(word.surface)) for word in said))
    return bool(left and alone and not read.place_divisions and claim_pattern("able").search(clause))


def _prints(finding: About | Items, asked: str) -> bool:
    printed = key("".join(map(whole_text, projects_of(finding))))
    said = [word.surface for word in words(asked) if word.is_noun and len(word.surface) > 1]
    alike = [term for word in (asked, *said) for term in printed_alike(word)]
    return any(holds_word(printed, key(word)) for word in (asked, *said)) or any(term in printed for term in alike)


def _is_known_for(asked: str, read: Understanding, finding: About | Items) -> bool:
    """Whether the vocabulary leads there by the very word: whose it is may be told (分割払い)."""
    leads = any(project.id in read.linked for project in projects_of(finding))
    first = words(asked)[0].surface
    hits = [hit.word for hit in find_topics(key(read.text)) if hit.topic.name not in read.absent_topics]
    return leads and any(key(first) in hit for hit in hits)


def _unwritten(finding: About | Items, what: str) -> Finding:
    """The finding; or that what is asked after is not written, where the last noun of it is not printed."""
    nouns = [word.surface for word in words(what) if word.is_noun]
    if not nouns or is_of_plan("".join(nouns)) or _prints(finding, nouns[-1]):
        return finding
    return Absent(reason="attribute", detail=what, whole=True, nearest=projects_of(finding))
