"""How well each project and each passage around the tables fits a question that names none of them."""

import math
import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache, reduce
from types import MappingProxyType

from assistant.look_up.guess import Guesser
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.words import words
from corpus.catalogue import Catalogue
from corpus.records import Project, Record
from vectorstore.passages import PassageRetriever

# On 882 questions in roundabout words 787 are right with this, 778 without; 0.8 does as well.
_SURE, _HARDLY = 0.6, 0.1
_CLEARLY = 0.5
_REASON = r"(?:(?<=[はもが、])[^、。はもが]{1,8}(?:だ|です|な(?:の|ん)(?:だ|です)?)(?:から|し|ので))?"
# How a question goes on from another tells nothing of its matter, but moves its place in the embedding.
_OPENING = re.compile("^(?:(?:じゃあ|それじゃあ?|それでは|ちなみに|ついでに|(?:じゃ|では|あと|それと)(?=、))[、]?)+")
# Joins a thing to what is done with it, in a name or without.
_JOINTS = re.compile("[のを]")
_COMPOUND = "(?<![一-龥々ァ-ヴー])[一-龥々ァ-ヴー]{2,16}?"
# Whoever uses the plan's own words means what it prints by them (例月現金出納検査).
_VERBATIM = 0.9
_ALL = 0.999
_SEVERAL = 2


class Candidate(Record):
    """A project with the signals that speak for it."""

    project: Project
    linked: float
    name: float
    text: float
    dense: float
    guess: float
    score: float


class Evidence:
    """Ranks the projects and the prose of one catalogue for a question."""

    def __init__(
        self, catalogue: Catalogue, retriever: PassageRetriever, guesser: Guesser, weights: Mapping[str, float]
    ) -> None:
        self._catalogue = catalogue
        self._retriever = retriever
        self._guesser = guesser
        self._weights = weights
        self._rarities: dict[str, float] = {}
        self._names = {project.id: key(project.name) for project in catalogue.projects}
        self._texts = {project.id: key(whole_text(project)) for project in catalogue.projects}
        self.prose = tuple(passage for passage in catalogue.passages if not passage.project_ids)
        self._prose_texts = {passage.id: key(passage.title + passage.text) for passage in self.prose}

    @cached_property
    def _all_texts(self) -> list[str]:
        return [*self._texts.values(), *self._prose_texts.values()]

    def rarity(self, word: str) -> float:
        """How rare the word (a key) is in the plan: 1 for a word of no text, near 0 for one of all."""
        if word not in self._rarities:
            holding = sum(holds_word(text, word) for text in self._all_texts)
            share = math.log((len(self._all_texts) + 1) / (holding + 1)) / math.log(len(self._all_texts) + 1)
            self._rarities[word] = max(0.05, share)
        return self._rarities[word]

    def in_projects(self, term: str) -> bool:
        """Whether any project's record prints the term (a key)."""
        return any(term in text for text in self._texts.values())

    def all_print(self, terms: Sequence[str]) -> bool:
        """Whether every one of the terms (keys) is printed in some project."""
        return all(map(self.in_projects, terms))

    def one_prints(self, terms: Sequence[str]) -> bool:
        """Whether one project prints all of the terms (keys)."""
        return any(all(term in text for term in terms) for text in self._texts.values())

    def prints(self, project: Project, term: str) -> bool:
        """Whether the project's record prints the term (a key)."""
        return term in self._texts[project.id]

    def word_for_word(self, read: Understanding, ranked: Sequence[Candidate]) -> Candidate | None:
        """The one candidate that prints a topic's word joined to another just as the question does (〇〇税の徴収)."""
        beside = [word for word in map(key, read.subject_words) if not any(word in topic for topic in read.topic_words)]
        asked = _JOINTS.sub("", key(read.text))
        behind = [f"{topic}{word}" for topic in read.topic_words for word in beside if f"{topic}{word}" in asked]
        # What stands before it is told whole: 固定資産台帳の電子化 is not 道路台帳の電子化.
        before = [match[0] for topic in read.topic_words for match in re.finditer(_COMPOUND + re.escape(topic), asked)]
        spelled = [*behind, *(phrase for phrase in before if any(word in phrase for word in beside))]
        texts = ((one, _JOINTS.sub("", self._texts[one.project.id])) for one in ranked) if spelled else ()
        found = [one for one, text in texts if any(phrase in text for phrase in spelled)]
        return found[0] if len(found) == 1 else None

    def all_said(self, read: Understanding, ranked: Sequence[Candidate]) -> Candidate | None:
        """The one candidate that prints a topic's words and all else that the question says (〇〇台帳の電子化)."""
        if len(read.subject_words) < _SEVERAL:
            return None
        said = [word for word in map(key, read.subject_words) if not any(word in topic for topic in read.topic_words)]
        found = [
            one for one in ranked if said and one.text >= _ALL and self._prints_each(one.project, read.topic_words)
        ]
        return found[0] if len(found) == 1 else None

    def _prints_each(self, project: Project, said: Sequence[str]) -> bool:
        return all(self.prints(project, key(word)) for word in said)

    def prints_alone(self, said: Sequence[str]) -> bool:
        """Whether one project, and no text around the tables, prints every one of the words."""
        found = [text for text in self._all_texts if all(key(word) in text for word in said)]
        return bool(said) and len(found) == 1 and found[0] in self._texts.values()

    def coverage(
        self, words: Sequence[str], text: str, terms: Mapping[str, Sequence[str]] = MappingProxyType({})
    ) -> float:
        """The share (0 to 1) of the words, by their rarity, that the text (a key) holds in any form.

        ``terms`` are other words (keys) that stand for one of them.
        """
        weights = {word: self.rarity(word) for word in map(key, words)}
        total = sum(weights.values())
        held = (word for word in weights if holds_word(text, word) or any(term in text for term in terms.get(word, ())))
        return sum(weights[word] for word in held) / total if total else 0.0

    def rank(self, read: Understanding) -> list[Candidate]:
        """Every project, best first; ties by plan order."""
        text = _matter(read)
        dense = self._dense(text)
        guess = self._guesser.guess(text).projects
        said = [word for word in read.subject_words if word in text]
        candidates = []
        for project in self._catalogue.projects:
            signals = {
                "linked": read.linked.get(project.id, 0.0),
                "name": self.coverage(said, self._names[project.id]),
                "text": self.coverage(said, self._texts[project.id]),
                "dense": dense.get(project.id, 0.0),
                "guess": guess.get(project.id, 0.0),
            }
            score = sum(self._weights[name] * value for name, value in signals.items())
            candidates.append(Candidate(project=project, score=score, **signals))
        return _with_the_sure(sorted(candidates, key=lambda candidate: (-candidate.score, candidate.project.id)))

    def leads_to(self, read: Understanding, candidate: Candidate, least_guess: float, least_rarity: float) -> bool:
        """Whether more than a likeness leads there: the vocabulary, the topic model or a rare word of the question."""
        held = (word for word in map(key, read.subject_words) if len(word) > 1)
        shared = (word for word in held if self.prints(candidate.project, word))
        rare = any(self.rarity(word) >= least_rarity for word in shared)
        return rare or candidate.linked > 0 or candidate.guess >= least_guess

    def elsewhere(self, read: Understanding) -> float:
        """How likely (0 to 1) the question is about a matter that this plan does not print."""
        return self._guesser.guess(_matter(read)).elsewhere

    def at_counters(self, read: Understanding) -> float:
        """How likely (0 to 1) the question is about an everyday application that branch offices take too."""
        return self._guesser.guess(_matter(read)).counters

    def likeness(self, text: str) -> tuple[dict[str, float], float]:
        """How like in meaning (cosine) the text is to each passage around the tables, by its id, and to any project."""
        found = self._retriever.likeness(text)
        prose = {passage.id: found[passage.id] for passage in self.prose}
        return prose, max((score for id_, score in found.items() if id_ not in prose), default=0.0)

    def _dense(self, text: str) -> dict[str, float]:
        """How like in meaning each project's likest passage is to the text, by the project's id."""
        found = self._retriever.likeness(text)
        likest: dict[str, float] = {}
        for passage in self._catalogue.passages:
            for project_id in passage.project_ids:
                likest[project_id] = max(likest.get(project_id, 0.0), found[passage.id])
        return likest


def _with_the_sure(ranked: list[Candidate]) -> list[Candidate]:
    """The one that the topic model is sure of comes first, where the model thinks nothing of the best by all signals.

    A word of the vocabulary may only stand beside the matter (公金 in 公金の不正を調べてほしい).
    """
    likeliest = max(ranked, key=lambda candidate: candidate.guess)
    is_held = ranked[0].guess >= _HARDLY or ranked[0].text >= _VERBATIM
    if likeliest.guess < _SURE or is_held:
        return ranked
    first = likeliest.model_copy(update={"score": ranked[0].score + _CLEARLY})
    return [first, *(candidate for candidate in ranked if candidate != likeliest)]


def _matter(read: Understanding) -> str:
    """The question without the divisions that it names: 資産税課 in it would draw it to the property tax.

    Nor with the reason for naming one (土木だから〇〇課): that is said of the division.
    """
    if read.premise and read.premise.divisions:
        text = reduce(lambda text, name: re.sub(_REASON + re.escape(name), "", text), read.divisions, read.text)
    else:
        text = read.text
    text = _OPENING.sub("", text)
    return reduce(lambda text, name: text.replace(name, ""), read.divisions, text) or read.text


def holds_word(text: str, word: str) -> bool:
    """Whether the text holds the word, or another form of it (支払い for 支払); both are keys."""
    return word in text or (bool(_forms(word)) and _forms(word) <= _forms(text))


@lru_cache(maxsize=4096)
def _forms(text: str) -> frozenset[str]:
    """The normal forms of the text's words."""
    found = words(text)
    return frozenset(word.normal for word in found if word.is_content and len(word.surface) > 1)


def whole_text(project: Project) -> str:
    """All that the plan prints of the project, its name first."""
    items = [item for items in (project.schedule or {}).values() for item in items]
    return "、".join([project.name, project.content, project.goal or "", project.note or "", *items])
