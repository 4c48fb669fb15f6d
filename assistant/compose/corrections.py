"""Sentences that say whether what a question takes for granted is right."""

from assistant.compose.describe import bounds_of, describe
from assistant.compose.draft import Draft
from assistant.compose.wording_book import WordingBook
from assistant.look_up.findings import Correction
from assistant.understand.filters import Filters

# The sentence for each way in which the plan is silent.
_SILENT = {
    "deed": "claim_unprinted",
    "meaning": "unexplained",
    "staff": "staff_only",
    "part": "cost_of_whole",
    "whether": "whether_unsaid",
    "verdict": "verdict_unsaid",
}


def note_claimed(draft: Draft, wording: WordingBook, correction: Correction) -> None:
    """What the question claims, and what is right instead, may be said without a citation."""
    draft.computed |= {*correction.claimed, *correction.true, *bounds_of(wording, correction.filters)}


def correct(wording: WordingBook, correction: Correction, true: tuple[str, ...], *, among: bool = False) -> str:
    """The sentence that says whether what the question took for granted is right.

    ``among`` where the divisions claimed are some of those that share the one project.
    """
    claimed = wording.join(describe(wording, correction.filters) if correction.filters else correction.claimed)
    if correction.filters and correction.holds:
        return wording.say("claim_right_set", claimed=claimed)
    if correction.filters and (has := _what_it_has(correction.filters)):
        return wording.say("claim_denied_set", claimed=wording.join(describe(wording, has)))
    if not correction.of_division:
        return _correct_fact(wording, correction, claimed)
    if correction.partly:
        return wording.say("claim_partly", claimed=claimed, divisions=wording.join(true))
    if correction.negated:
        name = "denial_right" if correction.holds else "corrected_negated"
        return wording.say(name, claimed=claimed, divisions=wording.join(true))
    if among and correction.holds:
        return wording.say("confirmed_among", claimed=claimed, divisions=wording.join(true))
    name = "confirmed" if correction.holds else "corrected" if correction.known else "corrected_unknown"
    return wording.say(name, claimed=claimed, divisions=wording.join(true))


def _what_it_has(denied: Filters) -> Filters | None:
    """The set that a project is of after all, where nothing but one of the things that it has was denied."""
    stated = denied.model_dump(exclude_defaults=True)
    return Filters.model_validate(dict.fromkeys(stated, True)) if list(stated.values()) == [False] else None


def _verdict(verdict: str, *, holds: bool) -> str:
    """The name of the sentence; what is printed is so, also where that was denied."""
    if holds or verdict == "possible":
        return f"verdict_{verdict}"
    return f"verdict_not_{verdict}" if verdict in ("same", "differ") else "verdict_denied"


def _correct_fact(wording: WordingBook, correction: Correction, claimed: str) -> str:
    """Whether a code, an amount, a number, a year or a comparison is right, and what is right instead."""
    if correction.silent:
        return wording.say(_SILENT[correction.silent], claimed=claimed)
    if correction.verdict:
        return wording.say(_verdict(correction.verdict, holds=correction.holds))
    if correction.holds:
        return wording.say("claim_right")
    if correction.only:
        return wording.say("claim_not_only", claimed=claimed)
    if correction.true:
        return wording.say("claim_wrong_true", claimed=claimed, true=wording.join(correction.true))
    return wording.say("claim_wrong", claimed=claimed) if claimed else wording.say("claim_wrong_plain")
