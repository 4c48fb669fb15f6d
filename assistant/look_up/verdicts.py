"""Whether the plan says that something is done (売ってしまうの, 移るって聞いた): said first, before what it prints.

What is held against the plan is the claim's deed and what it is done to, over the records and the text around them. The
record found, or what is at hand, is tried first, then the text around the tables, then the other records.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from assistant.look_up.claims import claimed_date
from assistant.look_up.everyday import load_policy_words, said_as
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
from assistant.look_up.prose import RUNNING_TEXT, sentences
from assistant.look_up.scope_claimed import with_scope_claimed
from assistant.look_up.thing_at_hand import items_in_years, of_thing
from assistant.look_up.unproved import words_leading_to
from assistant.understand.closed_claim import amounts_in, find_place_told
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import load_generic_words
from assistant.understand.whether import Whether, Written, find_whether, find_written
from corpus.catalogue import Catalogue
from corpus.records import Passage, Project

_Verdict = Literal["printed", "towards", "possible"]
_CLAUSE_ENDS = re.compile("。|(?<=[ぁ-ん])、")
# Behind a deed that is only worked towards (利活用に向けた調査).
_TOWARDS = re.compile("^[^、。]{0,6}に向け")
_NEAREST = 3
_FEW = 2
# What is written in a field that is named is asked for as that.
_PRINTED = ("goal", "note", "related", "cost", "code", "account", "page", "schedule")


class Verdicts:
    """Says はい, いいえ or that it is not written, where a yes or a no is asked of a deed."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence) -> None:
        self._catalogue = catalogue
        self._evidence = evidence

    @cached_property
    def _sentences(self) -> tuple[tuple[Passage, str], ...]:
        running = (passage for passage in self._evidence.prose if passage.field in RUNNING_TEXT)
        return tuple((passage, sentence) for passage in running for sentence in sentences(passage))

    def judged(self, read: Understanding, finding: Finding) -> Finding:
        """The finding with the verdict said first; or what proves the claim; or that it is not written."""
        scoped = with_scope_claimed(read, finding, self._catalogue)
        if scoped is not finding:
            return scoped
        if read.language != "ja" or not _is_open_to_it(read, finding):
            return finding
        written = find_written(read.text)
        if written is not None and read.field not in _PRINTED:
            return self._written(read, finding, written)
        dated = self._dated(read, finding)
        if dated is not None:
            return dated
        claim = None if _claims_else(read) else find_whether(read.text)
        if claim is None:
            return finding
        finding = self._at_hand(read, finding, claim)
        return self._proved(read, finding, claim) or _unwritten(finding, claim)

    def _dated(self, read: Understanding, finding: Finding) -> Finding | None:
        """What is at hand, where a day is claimed that its content prints one of (1月1日に持ってた人ですよね)."""
        left = read.at_hand
        project = self._catalogue.project(left.projects[0]) if left and len(left.projects) == 1 else None
        if project is None or not isinstance(finding, Absent) or read.premise is None or read.premise.open:
            return None
        said = claimed_date(read, project)
        return About(projects=(project,), field="content", correction=said) if said else None

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

    def _proved(self, read: Understanding, finding: Finding, claim: Whether) -> Finding | None:
        """The finding, or else the sentence or record that says so, with the verdict."""
        terms = _terms(read, claim)
        unsaid = isinstance(finding, Absent) and finding.reason == "claim"
        if claim.told is None and (unsaid or not (terms or claim.carried_out)):
            return None
        if isinstance(finding, Items):
            said = _best([item.item for item in finding.items], claim)
            if said or find_place_told(read.text):
                return _with(finding, said, claim) if said else None
        if isinstance(finding, About):
            said = self._of_record(read, finding.projects, claim, terms)
            if said:
                return _with(finding, said, claim)
        if isinstance(finding, OfSet):
            own = (project for project in finding.projects if self._of_record(read, [project], claim, terms))
            project = next(own, None)
            if project is not None:
                return _with(About(projects=(project,), field="content"), "printed", claim)
        quoted = self._around(claim, terms)
        if quoted is not None:
            return _with(quoted, "printed", claim)
        near = None if isinstance(finding, About | Items) else self._elsewhere(read, finding, claim, terms)
        return near or (None if isinstance(finding, Items) else self._anywhere(claim))

    def _anywhere(self, claim: Whether) -> Finding | None:
        """Any record of which one clause, or one item, has the deed and all the things that it is done to."""
        if claim.printed is None or not claim.things:
            return None
        for project in self._catalogue.projects:
            whole = [one for one in _clauses_of(project) if all(thing in key(one) for thing in claim.things)]
            said = _best(whole, claim)
            if said:
                return _with(About(projects=(project,), field="content", by_meaning=True), said, claim)
        return None

    def _elsewhere(
        self, read: Understanding, finding: Finding, claim: Whether, terms: Mapping[str, Sequence[str]]
    ) -> Finding | None:
        """The record near to what is asked that says so."""
        near = [*(finding.nearest if isinstance(finding, Absent) else ())]
        if isinstance(finding, Unclear):
            offered = {id_ for choice in finding.choices for id_ in choice.project_ids} if claim.things else set()
            near = [project for project in self._catalogue.projects if project.id in offered]
            if not claim.told:
                return None
        best = max(read.linked.values(), default=0.0)
        if not isinstance(finding, Unclear):
            near += [p for p in self._catalogue.projects if read.linked.get(p.id) == best and p not in near]
        for project in near:
            said = self._of_record(read, [project], claim, terms)
            if said:
                return _with(About(projects=(project,), field="content", by_meaning=True), said, claim)
        return None

    def _of_record(
        self, read: Understanding, projects: Sequence[Project], claim: Whether, terms: Mapping[str, Sequence[str]]
    ) -> _Verdict | None:
        """Whether a record says so, with all that the deed is done to."""
        for project in projects:
            known, whole = words_leading_to(read, [project]), key(whole_text(project))
            things = [t for t in claim.things if len(t) == 1 or (t not in known and t not in key(project.name))]
            if not all(_is_held(whole, thing, terms) for thing in things):
                continue
            if _says_no_more(claim, terms):
                told = claim.carried_out or any(term in whole for found in terms.values() for term in found)
                if told and (things or terms or claim.things):
                    return "printed"
            elif said := _best(_clauses(project, things, terms), claim):
                return said
        return None

    def _around(self, claim: Whether, terms: Mapping[str, Sequence[str]]) -> OfText | None:
        """The sentence around the tables that has the deed close to a thing that it is done to, and all of those."""
        things = [*dict.fromkeys((*terms, *(t for t in claim.things if not any(t in word for word in terms))))]
        deed = None if _says_no_more(claim, terms) else claim.told
        if not things or (deed is None and not (terms and _says_no_more(claim, terms))):
            return None
        for passage, sentence in self._sentences:
            whole = key(passage.title + sentence)
            near = [key(part) for part in re.split("[、。]", sentence)]
            joined = deed is None or any(
                deed.search(part) and any(_is_held(part, thing, terms) for thing in things) for part in near
            )
            if joined and all(_is_held(whole, thing, terms) for thing in things):
                return OfText(kind="sentence", passages=(passage,), quotes=(sentence,))
        return None

    def _written(self, read: Understanding, finding: Finding, written: Written) -> Finding:
        """What prints all that is asked to be in the plan; or that it is not there."""
        terms = {word: found for word, found in said_as(read).items() if word in key(written.what)}
        things = [*dict.fromkeys((*terms, *(t for t in written.things if not any(t in word for word in terms))))]
        verdict = Correction(claimed=(), holds=not written.denied, of_division=False, verdict="printed")
        if isinstance(finding, About | Items | OfText):
            texts = [*map(whole_text, projects_of(finding)), *(one.title + one.text for one in passages_of(finding))]
            if all(_is_held(key("".join(texts)), thing, terms) for thing in things):
                return finding.model_copy(update={"correction": verdict})
        for passage, sentence in self._sentences:
            if all(_is_held(key(passage.title + sentence), thing, terms) for thing in things):
                return OfText(kind="sentence", passages=(passage,), quotes=(sentence,), correction=verdict)
        for project in self._catalogue.projects:
            if all(holds_word(key(whole_text(project)), thing) for thing in things):
                return About(projects=(project,), field="content", correction=verdict)
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
    if any(named) or of_office:
        return False
    if isinstance(finding, Absent):
        return finding.reason in ("unknown", "claim", "attribute")
    if isinstance(finding, OfSet):
        return bool(finding.filters.divisions)
    if isinstance(finding, OfText) and finding.kind != "sentence":
        return False
    return isinstance(finding, About | Items | OfText | Unclear) and getattr(finding, "correction", None) is None


def _says_no_more(claim: Whether, terms: Mapping[str, Sequence[str]]) -> bool:
    """Whether the deed is none, is one of any matter (手続きする), or is within a word of the vocabulary (家で仕事)."""
    generic = claim.printed is None and claim.deed in load_generic_words()
    return not claim.deed or generic or any(key(claim.deed) in word for word in terms)


def _clauses_of(project: Project) -> list[str]:
    """The clauses of what is printed of the project; each item of its schedule is one."""
    texts = (project.name, project.content, project.goal or "", project.note or "")
    items = [item for items in (project.schedule or {}).values() for item in items]
    return [*(part for text in texts for part in _CLAUSE_ENDS.split(text) if part), *items]


def _clauses(project: Project, things: Sequence[str], terms: Mapping[str, Sequence[str]]) -> list[str]:
    """The clauses that print one of the things, if any are told; what is listed in one stays together."""
    clauses = _clauses_of(project)
    held = {one: sum(_is_held(key(one), thing, terms) for thing in things) for one in clauses}
    enough = len(things) if len(things) > _FEW else min(len(things), 1)
    return [one for one in clauses if held[one] >= enough]


def _terms(read: Understanding, claim: Whether) -> dict[str, Sequence[str]]:
    """The vocabulary's words of the claim, with what plans print for them."""
    clause = key(claim.clause)
    found = {} if claim.likened else said_as(read)
    return {word: terms for word, terms in found.items() if word in clause and _tells_how(word)}


def _tells_how(word: str) -> bool:
    """Whether the word is one of policy, or tells by what means (ネットで手続), and is no matter by itself."""
    return bool(re.search("[ぁ-ん]", word)) or any(word in theme.words for theme in load_policy_words())


def _is_held(text: str, thing: str, terms: Mapping[str, Sequence[str]]) -> bool:
    others = (term for word, found in terms.items() if thing in word for term in found)
    return holds_word(text, thing) or any(term in text for term in others)


def _best(texts: Sequence[str], claim: Whether) -> _Verdict | None:
    """How one of the texts has the deed: as such, or as what is worked towards."""
    found = [(text, match) for text in texts if claim.told and (match := claim.told.search(text))]
    if not found:
        return None
    return "towards" if all(_TOWARDS.match(text[match.end() :]) for text, match in found) else "printed"


def _with(finding: About | Items | OfText, said: _Verdict | None, claim: Whether) -> Finding:
    how: _Verdict | None = "possible" if claim.possible else said
    verdict = Correction(claimed=(), holds=not claim.denied, of_division=False, verdict=how)
    return finding.model_copy(update={"correction": verdict})
