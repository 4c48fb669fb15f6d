"""Who is in charge, taken from an answer's citations: what its cards show."""

from corpus.records import Answer, Citation, Record

MOST_CARDS = 3
MOST_PROJECTS_NAMED = 3


class InCharge(Record):
    """The divisions that carry the same projects together, and the citations that say so, one for each project."""

    divisions: tuple[str, ...]
    citations: tuple[Citation, ...]

    @property
    def named(self) -> tuple[Citation, ...]:
        """The projects that the card names; none where they are too many, and their number says more."""
        return self.citations if len(self.citations) <= MOST_PROJECTS_NAMED else ()


class Responsibility(Record):
    """Those who get a card, and others that the answer names after them (a line each)."""

    cards: tuple[InCharge, ...] = ()
    others: tuple[InCharge, ...] = ()


def responsibility(answer: Answer) -> Responsibility:
    """The divisions that the answer's text names next to a citation of a project of theirs, in the answer's order.

    A list of several divisions' projects has no cards: there each line names its own.
    """
    if answer.status != "answered":
        return Responsibility()
    found = _in_charge(answer)
    if len(found) <= 1 or (len(found) <= MOST_CARDS and len(answer.projects) <= 1):
        return Responsibility(cards=found)
    return Responsibility() if len(answer.projects) > 1 else Responsibility(cards=found[:1], others=found[1:])


def _in_charge(answer: Answer) -> tuple[InCharge, ...]:
    groups: dict[tuple[str, ...], dict[str | None, Citation]] = {}
    for line in answer.answer.splitlines():
        for citation in answer.citations:
            if f"[{citation.marker}]" in line and any(division in line for division in citation.divisions):
                groups.setdefault(citation.divisions, {}).setdefault(citation.project_id, citation)
    return tuple(InCharge(divisions=names, citations=tuple(cited.values())) for names, cited in groups.items())
