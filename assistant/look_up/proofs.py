"""Where the plan says what is claimed: the deed together with what it is done to, in a record or around the tables."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from assistant.look_up.everyday import load_policy_words, said_as
from assistant.look_up.evidence import Evidence, holds_word, whole_text
from assistant.look_up.findings import OfText
from assistant.look_up.prose import RUNNING_TEXT, sentences
from assistant.look_up.unproved import words_leading_to
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import load_generic_words
from assistant.understand.whether import Whether
from corpus.records import Passage, Project

Said = Literal["printed", "towards"]
# What is listed in one clause stays together; a verb or a particle ends one.
_CLAUSE_ENDS = re.compile("。|(?<=[ぁ-ん])、")
# Behind a deed that is only worked towards (利活用に向けた調査).
_TOWARDS = re.compile("^[^、。]{0,24}に向け")
_FEW = 2


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim in its question; ``terms`` are the vocabulary's words of it, with what plans print for them."""

    read: Understanding
    claim: Whether
    terms: Mapping[str, Sequence[str]]

    @property
    def says_no_more(self) -> bool:
        """Whether the deed is none, is one of any matter (手続きする), or is within such a word (家で仕事)."""
        generic = self.claim.printed is None and self.claim.deed in load_generic_words()
        return not self.claim.deed or generic or any(key(self.claim.deed) in word for word in self.terms)

    def holds(self, text: str, thing: str) -> bool:
        """Whether the text (a key) holds the thing, or what plans print for the word that it stands in."""
        return is_held(text, thing, self.terms)

    def best(self, texts: Sequence[str]) -> Said | None:
        """How one of the texts has the deed: as such, or as what is worked towards."""
        told = self.claim.told
        found = [(text, match) for text in texts if told and (match := told.search(text))]
        if not found:
            return None
        return "towards" if all(_TOWARDS.match(text[match.end() :]) for text, match in found) else "printed"


def claimed_in(read: Understanding, claim: Whether) -> Claimed:
    """The claim with those of the vocabulary's words that tell more than its matter."""
    clause = key(claim.clause)
    found = {} if claim.likened else said_as(read)
    return Claimed(read, claim, {word: terms for word, terms in found.items() if word in clause and _tells_how(word)})


class Proofs:
    """Finds what in one plan says what is claimed."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    @cached_property
    def sentences(self) -> tuple[tuple[Passage, str], ...]:
        """The sentences around the tables, each with its passage."""
        running = (passage for passage in self._evidence.prose if passage.field in RUNNING_TEXT)
        return tuple((passage, sentence) for passage in running for sentence in sentences(passage))

    def of_records(self, said: Claimed, projects: Sequence[Project]) -> tuple[Project, Said] | None:
        """The first of the records that says so, with all that the deed is done to."""
        return next(((project, how) for project in projects if (how := _of_record(said, project))), None)

    def anywhere(self, said: Claimed, projects: Sequence[Project]) -> tuple[Project, Said] | None:
        """Any record of which one clause, or one item, has the deed and all the things that it is done to."""
        things = said.claim.things
        if said.claim.printed is None or not things:
            return None
        whole = ((p, [one for one in clauses_of(p) if all(thing in key(one) for thing in things)]) for p in projects)
        return next(((project, how) for project, clauses in whole if (how := said.best(clauses))), None)

    def around(self, said: Claimed) -> OfText | None:
        """The sentence around the tables that has the deed close to a thing that it is done to, and all of those."""
        things = things_beside(said.claim.things, said.terms)
        deed = None if said.says_no_more else said.claim.told
        if not things or (deed is None and not (said.terms and said.says_no_more)):
            return None
        for passage, sentence in self.sentences:
            near = [part for part in map(key, re.split("[、。]", sentence)) if deed is None or deed.search(part)]
            joined = deed is None or any(said.holds(part, thing) for part in near for thing in things)
            if joined and all(said.holds(key(passage.title + sentence), thing) for thing in things):
                return OfText(kind="sentence", passages=(passage,), quotes=(sentence,))
        return None

    def listed(self, things: Sequence[str]) -> OfText | None:
        """The entry of a list around the tables that has all the things (市税等過誤納還付金)."""
        entries = ((passage, entry) for passage in self._evidence.prose for entry in passage.text.split())
        found = (one for one in entries if things and all(thing in key(one[1]) for thing in things))
        return next((OfText(kind="sentence", passages=(passage,), quotes=(entry,)) for passage, entry in found), None)


def things_beside(things: Sequence[str], terms: Mapping[str, Sequence[str]]) -> list[str]:
    """The vocabulary's words, and the nouns that stand in none of them."""
    return [*dict.fromkeys((*terms, *(thing for thing in things if not any(thing in word for word in terms))))]


def is_held(text: str, thing: str, terms: Mapping[str, Sequence[str]]) -> bool:
    """Whether the text (a key) holds the thing, or one of the terms for the word that it stands in."""
    others = (term for word, found in terms.items() if thing in word for term in found)
    return holds_word(text, thing) or any(term in text for term in others)


def clauses_of(project: Project) -> list[str]:
    """The clauses of what is printed of the project; each item of its schedule is one, and the name comes last."""
    texts = (project.content, project.goal or "", project.note or "")
    return [*(part for text in texts for part in _CLAUSE_ENDS.split(text) if part), *_items(project), project.name]


def _items(project: Project) -> Iterator[str]:
    return (item for items in (project.schedule or {}).values() for item in items)


def _of_record(said: Claimed, project: Project) -> Said | None:
    known, whole = words_leading_to(said.read, [project]), key(whole_text(project))
    named = [t for t in said.claim.things if len(t) > 1 and (t in known or t in key(project.name))]
    things = [thing for thing in said.claim.things if thing not in named]
    if not all(said.holds(whole, thing) for thing in things):
        return None
    if said.says_no_more:
        told = said.claim.carried_out or any(term in whole for found in said.terms.values() for term in found)
        return "printed" if told and (said.terms or said.claim.things) else None
    held = ((one, sum(said.holds(key(one), thing) for thing in things)) for one in clauses_of(project))
    enough = len(things) if len(things) > _FEW else min(len(things), 1)
    clauses = [one for one, count in held if count >= enough]
    # A name (〇〇整備事業) does not tell how far it has come.
    return said.best([one for one in clauses if one != project.name]) or said.best(clauses)


def _tells_how(word: str) -> bool:
    """Whether the word is one of policy, or tells by what means (ネットで手続), and is no matter by itself."""
    return bool(re.search("[ぁ-ん]", word)) or any(word in theme.words for theme in load_policy_words())
