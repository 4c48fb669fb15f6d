"""Several claims of one question (転入届はA課、住民税はB課ですよね): each is judged by itself."""

from collections.abc import Callable

from assistant.look_up.findings import Absent, Claim, Finding, OfClaims, Unclear
from assistant.understand.pairs import CLAIMS
from assistant.understand.question import Understanding


def paired_claims(read: Understanding, find: Callable[[Understanding], Finding]) -> OfClaims | None:
    """What is found for each claim; none where a claim is found for something else, or the plan has none of them.

    ``find`` answers one claim by itself.
    """
    found = [find(pair) for pair in read.pairs]
    claims = tuple(
        Claim(said=pair.text.removesuffix(CLAIMS), finding=finding)
        for pair, finding in zip(read.pairs, found, strict=True)
        if not isinstance(finding, OfClaims)
    )
    judged = [claim for claim in claims if getattr(claim.finding, "correction", None) is not None]
    settled = all(claim in judged or isinstance(claim.finding, Absent | Unclear) for claim in claims)
    return OfClaims(claims=claims) if judged and settled else None
