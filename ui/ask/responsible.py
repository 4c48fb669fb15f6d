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
    """Those who get a card, and others that the answer names beside them (a line each)."""

    cards: tuple[InCharge, ...] = ()
    others: tuple[InCharge, ...] = ()


def responsibility(answer: Answer) -> Responsibility:
    """The divisions that the answer's text names next to a citation of a project of theirs, in the answer's order.

    A list of several divisions' projects has no cards: there each line names its own, and a card for the first alone
    would give it the projects of all. Divisions that one line names together, as the branch offices, stand beside
    those with a line of their own.
    """
    if answer.status != "answered":
        return Responsibility()
    lines = _in_charge(answer)
    found = tuple(card for line in lines for card in line)
    if len(found) <= 1 or (len(found) <= MOST_CARDS and len(answer.projects) <= 1):
        return Responsibility(cards=found)
    alone = tuple(line[0] for line in lines if len(line) == 1)
    if len(answer.projects) > 1 or not 1 <= len(alone) <= MOST_CARDS:
        return Responsibility()
    return Responsibility(cards=alone, others=tuple(card for line in lines if len(line) > 1 for card in line))


def _in_charge(answer: Answer) -> tuple[tuple[InCharge, ...], ...]:
    """Those in charge by the line that names them first."""
    groups: dict[tuple[str, ...], dict[str | None, Citation]] = {}
    first_lines: dict[int, list[tuple[str, ...]]] = {}
    for number, line in enumerate(answer.answer.splitlines()):
        for citation in answer.citations:
            if f"[{citation.marker}]" in line and any(division in line for division in citation.divisions):
                if citation.divisions not in groups:
                    first_lines.setdefault(number, []).append(citation.divisions)
                groups.setdefault(citation.divisions, {}).setdefault(citation.project_id, citation)
    return tuple(
        tuple(InCharge(divisions=names, citations=tuple(groups[names].values())) for names in line)
        for line in first_lines.values()
    )
