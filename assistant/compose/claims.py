"""Sentences that judge several claims of one question, each by itself."""

from collections.abc import Callable

from assistant.compose.draft import Draft
from assistant.compose.wording_book import WordingBook
from assistant.look_up.findings import Absent, Claim, Finding, OfClaims, Unclear


class ClaimComposer:
    """Words several claims; ``word`` adds the lines of one finding to a draft."""

    def __init__(self, wording: WordingBook, word: Callable[[Draft, Finding], None]) -> None:
        self._wording = wording
        self._word = word

    def compose(self, draft: Draft, found: OfClaims) -> None:
        """Each claim as it was said, then what the plan has: that it is right, what is right instead, or nothing."""
        projects, focus, divisions = [*draft.projects], [*draft.focus], [*draft.divisions]
        for claim in found.claims:
            self._claim(draft, claim)
            projects += draft.projects
            focus += draft.focus
            divisions += draft.divisions
            draft.projects, draft.focus, draft.divisions = (), (), ()
        draft.projects = tuple(projects)
        draft.focus = draft.shown = tuple(dict.fromkeys(focus))
        draft.divisions = tuple(dict.fromkeys(divisions))

    def _claim(self, draft: Draft, claim: Claim) -> None:
        if isinstance(claim.finding, Absent):
            draft.lines.append(self._wording.say("claim_unsaid", said=claim.said))
            return
        if isinstance(claim.finding, Unclear):
            draft.lines.append(self._wording.say("unclear_on", matters=claim.said))
            draft.suggestions += [choice.question for choice in claim.finding.choices]
            return
        first = len(draft.lines)
        self._word(draft, claim.finding)
        draft.lines[first] = self._wording.say("claim_said", said=claim.said, judged=draft.lines[first])
