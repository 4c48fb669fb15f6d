"""Whether the plan says that something is done (売ってしまうの, 移るって聞いた): said first, before what it prints.

What is held against the plan is the claim's deed and what it is done to, over the records and the text around them. The
record found, or what is at hand, is tried first, then the text around the tables, then the other records.
"""

import re

from assistant.look_up.claims import claimed_date
from assistant.look_up.everyday import said_as
from assistant.look_up.evidence import Evidence, holds_word, whole_text
from assistant.look_up.findings import (
    About,
    Absent,
    Correction,
    Finding,
    Items,
    OfSet,
    OfText,
    Unclear,
    passages_of,
    projects_of,
)
from assistant.look_up.proofs import Claimed, Proofs, Said, claimed_in, is_held, things_beside
from assistant.look_up.scope_claimed import with_scope_claimed
from assistant.look_up.thing_at_hand import items_in_years, of_thing
from assistant.understand.closed_claim import amounts_in, find_place_told
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.whether import (
    Whether,
    Written,
    deed_asked,
    find_whether,
    find_written,
    printed_for_deed,
)
from corpus.catalogue import Catalogue
from corpus.records import Project

_NEAREST = 3
# What is written in a field that is named is asked for as that.
_PRINTED = ("goal", "note", "related", "cost", "code", "account", "page", "schedule")

# What can be done there is told of the office, and no more (支所で出せると書いてありますか).
_CAN = re.compile("(?:でき|出来|出せ|取れ|とれ|もらえ|作れ|払え|られ)る(?:と|って|こと)")
# Whether it has begun or will end is told by a year alone, never by what a duty is (工事は始まりますか).
_BEGINS = re.compile("始ま|始め(?:て|ま|る)|着手|着工|完成|終わ|終え")


class Verdicts:
    """Says はい, いいえ or that it is not written, where a yes or a no is asked of a deed."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence) -> None:
        self._catalogue = catalogue
        self._proofs = Proofs(evidence)

    def judged(self, read: Understanding, finding: Finding) -> Finding:
        """The finding with the verdict said first; or what proves the claim; or that it is not written."""
        scoped = with_scope_claimed(read, finding, self._catalogue)
        if scoped is not finding:
            return scoped
        if read.language != "ja" or not _is_open_to_it(read, finding):
            return finding
        written = None if _CAN.search(read.text) else find_written(read.text)
        if written is not None and read.field not in _PRINTED:
            return self._written(read, finding, written)
        dated = self._dated(read, finding)
        if dated is not None:
            return dated
        claim = None if _claims_else(read) else find_whether(read.text)
        if claim is None:
            return finding
        finding = self._at_hand(read, finding, claim)
        return self._proved(finding, claimed_in(read, claim)) or _unwritten(finding, claim)

    def _dated(self, read: Understanding, finding: Finding) -> Finding | None:
        """What is at hand, where a day is claimed that its content prints one of (1月1日に持ってた人ですよね)."""
        left = read.at_hand
        project = self._catalogue.project(left.projects[0]) if left and len(left.projects) == 1 else None
        if project is None or not isinstance(finding, Absent) or read.premise is None or read.premise.open:
            return None
        said = claimed_date(read, project)
        return About(projects=(project,), field="content", correction=said) if said else None

    def undone(self, read: Understanding) -> Finding | None:
        """The thing at hand, where it is asked what is built or sold of it and its items say nothing of that."""
        left, deed = read.at_hand, deed_asked(read.text)
        printed = printed_for_deed(deed) if deed else None
        project = self._catalogue.project(left.projects[0]) if left and left.items and len(left.projects) == 1 else None
        if printed is None or left is None or project is None:
            return None
        own = of_thing(project, left.items)
        items = None if any(printed.search(item) for item in own) else items_in_years(read, project, own)
        quiet = Correction(claimed=(deed,), holds=False, of_division=False, silent="deed")
        return items.model_copy(update={"correction": quiet}) if items else None

    def _at_hand(self, read: Understanding, finding: Finding, claim: Whether) -> Finding:
        """What is at hand, where the claim names nothing that the deed is done to (取り壊すの？)."""
        left = read.at_hand
        if left is None or not claim.alone or claim.printed is None or len(left.projects) != 1:
            return finding
        project = self._catalogue.project(left.projects[0])
        if project is None or (isinstance(finding, About | Items) and project in projects_of(finding)):
            return finding
        items = items_in_years(read, project, of_thing(project, left.items)) if left.items else None
        return items or About(projects=(project,), field="content")

    def _proved(self, finding: Finding, said: Claimed) -> Finding | None:
        """The finding, or else the sentence or record that says so, with the verdict."""
        claim = said.claim
        unsaid = isinstance(finding, Absent) and finding.reason == "claim"
        if claim.told is None and (unsaid or not (said.terms or claim.carried_out)):
            return None
        if isinstance(finding, Items) and _BEGINS.search(claim.clause) and claim.printed:
            return finding  # its years are told
        if isinstance(finding, Items):
            how = said.best([item.item for item in finding.items])
            if how or find_place_told(said.read.text):
                return _with(finding, how, claim) if how else None
        if _BEGINS.search(claim.clause):
            return None
        if isinstance(finding, About | OfSet) and (found := self._proofs.of_records(said, finding.projects)):
            project, how = found
            own = finding if isinstance(finding, About) else About(projects=(project,), field="content")
            return _with(own, how, claim)
        quoted = self._proofs.around(said)
        if quoted is not None or isinstance(finding, Items):
            return _with(quoted, "printed", claim) if quoted else None
        found = self._proofs.of_records(said, self._near(finding, said))
        found = found or self._proofs.anywhere(said, self._catalogue.projects)
        return _with(About(projects=found[:1], field="content", by_meaning=True), found[1], claim) if found else None

    def _near(self, finding: Finding, said: Claimed) -> list[Project]:
        """The records near to what is asked: those offered, named as near, or led to by the vocabulary."""
        linked = said.read.linked
        if isinstance(finding, Unclear):
            offered = {id_ for choice in finding.choices for id_ in choice.project_ids}
            told = said.claim.told and said.claim.things
            return [p for p in self._catalogue.projects if p.id in offered] if told else []
        if isinstance(finding, About | Items):
            return []
        best = max(linked.values(), default=0.0)
        near = finding.nearest if isinstance(finding, Absent) else ()
        return [*near, *(p for p in self._catalogue.projects if linked.get(p.id) == best and p not in near)]

    def _written(self, read: Understanding, finding: Finding, written: Written) -> Finding:
        """What prints all that is asked to be in the plan; or that it is not there."""
        terms = {word: found for word, found in said_as(read).items() if word in key(written.what)}
        things = things_beside(written.things, terms)
        verdict = Correction(claimed=(), holds=not written.denied, of_division=False, verdict="printed")
        if isinstance(finding, About | Items | OfText):
            texts = [*map(whole_text, projects_of(finding)), *(one.title + one.text for one in passages_of(finding))]
            held = [is_held(key("".join(texts)), thing, terms) for thing in things]
            if all(held):
                return finding.model_copy(update={"correction": verdict})
            if any(held) and isinstance(finding, OfText):
                return finding  # in other words, it may well be
        for passage, sentence in self._proofs.sentences:
            if all(is_held(key(passage.title + sentence), thing, terms) for thing in things):
                return OfText(kind="sentence", passages=(passage,), quotes=(sentence,), correction=verdict)
        for project in self._catalogue.projects:
            if all(holds_word(key(whole_text(project)), thing) for thing in things):
                return About(projects=(project,), field="content", correction=verdict)
        listed = self._proofs.listed(things)
        if listed is not None:
            return listed.model_copy(update={"correction": verdict})
        near = projects_of(finding) if isinstance(finding, About | Items) else ()
        return Absent(reason="attribute", detail=written.what, nearest=near[:_NEAREST])


def _unwritten(finding: Finding, claim: Whether) -> Finding:
    """That the deed is not written, where it is one that plans speak of, or the thing's own items lack it."""
    quiet = Correction(claimed=(claim.said,), holds=False, of_division=False, silent="deed")
    if claim.deed and (isinstance(finding, Items) or (claim.printed and isinstance(finding, OfText))):
        return finding.model_copy(update={"correction": quiet})
    if claim.printed is None or claim.possible:
        return finding
    match finding:
        case About():
            return Absent(reason="claim", nearest=finding.projects[:_NEAREST])
        case Absent():
            return finding.model_copy(update={"reason": "claim", "projects": ()})
        case OfSet():
            return Absent(reason="claim", nearest=finding.projects[:_NEAREST])
        case Unclear():
            return Absent(reason="claim")
        case _:
            return finding


def _claims_else(read: Understanding) -> bool:
    """Whether something is claimed that is judged in a way of its own: a division, an amount, a year, a set."""
    premise = read.premise
    claims = premise is not None and (
        premise.divisions or premise.amounts or premise.open or premise.than or premise.only or premise.bound
        or premise.only_year or premise.only_project or premise.quoted or premise.comparison == "same"
    )  # fmt: skip
    others = (read.codes, read.filters, read.operation, read.years, read.years_outside, read.counted, read.contrast)
    return bool(claims) or any(others) or bool(amounts_in(read.text))


def _is_open_to_it(read: Understanding, finding: Finding) -> bool:
    """Whether the finding is one of a matter, and holds no verdict yet."""
    named = (read.choice, read.social, read.parts, read.pairs, read.unknown_divisions, read.other_place)
    of_office = bool(read.divisions) and not isinstance(finding, OfSet)  # what is done to it, as to any building
    if any(named) or of_office or getattr(finding, "contrast", False):
        return False
    if isinstance(finding, Absent):
        return finding.reason in ("unknown", "claim", "attribute")
    if isinstance(finding, OfSet):
        return bool(finding.filters.divisions)
    if isinstance(finding, OfText) and finding.kind != "sentence":
        return False
    return isinstance(finding, About | Items | OfText | Unclear) and getattr(finding, "correction", None) is None


def _with(finding: About | Items | OfText, how: Said, claim: Whether) -> Finding:
    if claim.possible and _prints_whole(finding, claim):
        return finding  # 電子入札はできますか: what is printed of it says so
    said = "possible" if claim.possible else how
    verdict = Correction(claimed=(), holds=not claim.denied, of_division=False, verdict=said)
    return finding.model_copy(update={"correction": verdict})


def _prints_whole(finding: About | Items | OfText, claim: Whether) -> bool:
    """Whether a record found prints the compound that the deed ends (電子|入札)."""
    compound = re.search(f"[一-龥ァ-ヴー]+{re.escape(claim.deed)}", claim.clause) if claim.deed else None
    return compound is not None and any(
        key(compound[0]) in key(whole_text(project)) for project in projects_of(finding)
    )
