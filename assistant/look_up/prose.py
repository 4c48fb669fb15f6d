"""Which sentences around the tables a question means, and whether it means any of them rather than a project."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from assistant.look_up.everyday import said_as
from assistant.look_up.evidence import Evidence
from assistant.look_up.findings import OfText
from assistant.understand.closed_claim import closed_question, find_closed_claim
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import read_yaml
from assistant.understand.words import words
from corpus.records import Passage, Record

# Totals, targets and lists of costs are answered by their kind, never by likeness.
RUNNING_TEXT = ("text", "principle", "sdgs_direction")
_DENSE_WEIGHT = 2.0
_MOST_SENTENCES = 2
# A term of policy: an abbreviation, or a loanword; and the words that one in brackets stands for.
_TERM = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]{2,}|[ァ-ヴー]{3,}(?:・[ァ-ヴー]{2,})*")
_SPELLED_OUT = re.compile(r"(?P<words>[一-龥々ァ-ヴーぁ-ん]{5,20})（[A-Za-zＡ-Ｚａ-ｚァ-ヴー・]{2,}")
# The words that a question quotes.
_QUOTED = re.compile(
    "「([^「」]{3,20})」|([一-龥々ァ-ヴーぁ-ん]{4,20}?)という(?:言い回し|表現|言葉|文言|語句|フレーズ)"
)
_SHORTEST_PHRASE = 3
# A term in brackets behind the words that it stands for (…を見せない工夫（修景）), and what asks for those.
_DEFINED = re.compile("[^、。（()）]{6,}[（(](?P<term>[^（()）、。]{2,20})[)）]")
_ASKS_MEANING = re.compile(
    "(?:とは|って|という(?:の|言葉|用語|もの)?は?)、?(?:何|なん|なに|どんな|どう|[?？]?$)|の意味|何(?:のこと|を指)"
)
# An example is asked for; a sentence gives some.
_EXAMPLE = re.compile("の?(?:具体)?例(?:として|に|には|は|って|で)")
_GIVES = re.compile("など|等|例えば|といった")
_NEARLY_ALL = 0.9
# The facts that a plan may have after all, where it says by what means something is to be done.
_OF_MEANS = ("手続きの方法", "窓口での支払方法")
_RUN = re.compile("[一-龥]{2,}")


class Sentence(Record):
    """One sentence of a passage; words are looked for in the keys ``title`` (of a principle) and ``folded``."""

    passage: Passage
    text: str
    title: str
    folded: str


class Match(Record):
    """A sentence with the shares of the question's words that it and its title hold, and its likeness (cosine)."""

    sentence: Sentence
    cover: float
    by_title: float
    dense: float
    score: float


class ProseFinder:
    """Finds the sentences around the tables that answer a question, or that none does."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._model: Mapping[str, float] = read_yaml("meaning.yaml")["prose"]
        self._judged = lru_cache(maxsize=64)(self._judge)

    @cached_property
    def all_sentences(self) -> tuple[Sentence, ...]:
        """Every sentence around the tables."""
        return tuple(
            Sentence(passage=passage, text=text, title=_title(passage), folded=key(text))
            for passage in self._evidence.prose
            if passage.field in RUNNING_TEXT
            for text in sentences(passage)
        )

    def answer(self, read: Understanding) -> OfText | None:
        """The sentences meant, where it is more likely than not that the question means the text around the tables."""
        if "wants_division" in find_cues("prose", read.text):
            return None
        chance, matches = self._judged(_Asked(read))
        return self._quoted(matches) if chance >= self._model["threshold"] else None

    def said(self, read: Understanding) -> OfText | None:
        """The sentences meant by a question that asks what the plan says of something."""
        if "speaks" not in find_cues("prose", read.text):
            return None
        return self.of_term(read) or self._example(read) or self.answer(read)

    def _example(self, read: Understanding) -> OfText | None:
        """The sentence that gives an example of what is named before it (〇〇の例として挙がっている△△): △△ is asked."""
        asked = _EXAMPLE.search(read.text)
        said = [word.surface for word in words(read.text[: asked.start()]) if word.is_content] if asked else []
        known = [word for word in said if word not in read.unknown_words]
        said = [word for word in known if not match_cue("prose", "asking_nouns", word)]
        giving = [s for s in self.all_sentences if _GIVES.search(s.text)] if said else []
        fits = [self._evidence.coverage(said, s.folded) for s in giving]
        best = max(fits, default=0.0)
        return self._listed([giving[fits.index(best)]]) if best > _NEARLY_ALL else None

    def of_term(self, read: Understanding) -> OfText | None:
        """The sentences with a term that only the text around the tables has (EBPM, ナッジ), where it is asked for."""
        named = [term for term in self.terms if term in key(read.text)] or self._phrases_said(read.text)
        if not named or "wants_division" in find_cues("prose", read.text):
            return None
        longest = max(named, key=lambda term: (len(term), term))
        holding = [s for s in self.all_sentences if longest in s.folded]
        if not holding:
            return None
        said, terms = words_of(read)
        chosen = sorted(holding, key=lambda s: -self._evidence.coverage(said, s.title + s.folded, terms))
        return self._listed(sorted(chosen[:_MOST_SENTENCES], key=lambda s: s.passage.start))

    def defined(self, read: Understanding) -> OfText | None:
        """The sentence that says what a term stands for, in the words before it, where that is asked."""
        if not _ASKS_MEANING.search(read.text) or "wants_division" in find_cues("prose", read.text):
            return None
        text = key(read.text)
        found = [(s, key(match["term"])) for s in self.all_sentences for match in _DEFINED.finditer(s.text)]
        chosen = [s for s, term in found if text.startswith(term)]
        return self._listed(chosen[:1]) if chosen else None

    def _phrases_said(self, text: str) -> list[str]:
        """The words that a question quotes (「…」, …という言い回し) and that no project prints, as keys."""
        said = (key(match[1] or match[2]) for match in _QUOTED.finditer(text))
        return [words for words in said if len(words) >= _SHORTEST_PHRASE and not self._evidence.in_projects(words)]

    def only_here(self, read: Understanding) -> OfText | None:
        """The sentence that prints all that a question names, some of it nowhere among the projects.

        To confirm several words (県と協力していますか) it is enough that no one project prints them all.
        """
        said, terms = words_of(read)
        confirms = len(said) > 1 and (closed_question(read.text) or find_closed_claim(read.text))
        elsewhere = self._evidence.one_prints if confirms else self._evidence.all_print
        if not said or terms or elsewhere([key(word) for word in said]):
            return None
        holding = [s for s in self.all_sentences if all(key(word) in s.folded for word in said)]
        return self._listed(holding[:_MOST_SENTENCES]) if holding else None

    def by_means(self, read: Understanding) -> OfText | None:
        """The sentence that has the means asked for close behind the thing it is asked of (手数料の電子化)."""
        terms = [key(term) for found in said_as(read).values() for term in found]
        if read.attribute not in _OF_MEANS or not terms:
            return None
        near = re.compile(f"(?:{'|'.join(map(re.escape, terms))})")
        things = [key(run) for run in _RUN.findall(read.text) if not near.search(key(run))]
        joined = re.compile(f"(?:{'|'.join(map(re.escape, things))})[^、。]{{0,10}}{near.pattern}") if things else None
        holding = [s for s in self.all_sentences if joined and joined.search(s.folded)]
        return self._listed(holding[:1]) if holding else None

    @cached_property
    def terms(self) -> frozenset[str]:
        """Abbreviations, loanwords and what stands beside them in brackets, as keys, that no project prints."""
        found = {key(match[0]) for s in self.all_sentences for match in _TERM.finditer(s.text)}
        found |= {key(match["words"]) for s in self.all_sentences for match in _SPELLED_OUT.finditer(s.text)}
        return frozenset(term for term in found if not self._evidence.in_projects(term))

    def signals(self, read: Understanding) -> tuple[dict[str, float], list[Match]]:
        """What speaks for the best sentence, and the sentences in their order; none where no word is held."""
        said, terms = words_of(read)
        held = {s: self._evidence.coverage(said, s.title + s.folded, terms) for s in self.all_sentences}
        if max(held.values(), default=0.0) < self._model["least_cover"]:
            return {}, []
        prose, project = self._evidence.likeness(read.text)
        matches = [self._match(s, cover, said, terms, prose[s.passage.id]) for s, cover in held.items()]
        matches.sort(key=lambda match: (-match.score, match.sentence.passage.start))
        best = matches[0]
        speaks = float("speaks" in find_cues("prose", read.text))
        return {"cover": best.cover, "margin": best.dense - project, "speaks": speaks}, matches

    def _match(
        self, sentence: Sentence, cover: float, said: Sequence[str], terms: Mapping[str, Sequence[str]], dense: float
    ) -> Match:
        own = self._evidence.coverage(said, sentence.folded, terms)
        by_title = self._evidence.coverage(said, sentence.title, terms)
        score = (cover + own) / 2 + _DENSE_WEIGHT * dense
        return Match(sentence=sentence, cover=cover, by_title=by_title, dense=dense, score=score)

    def _judge(self, asked: "_Asked") -> tuple[float, list[Match]]:
        signals, matches = self.signals(asked.read)
        if not matches or signals["cover"] < self._model["least_cover"]:
            return 0.0, []
        total = self._model["bias"] + sum(self._model[name] * value for name, value in signals.items())
        return 1.0 / (1.0 + math.exp(-total)), matches

    def _quoted(self, matches: Sequence[Match]) -> OfText:
        """The best sentence and those nearly as good, or the whole of a principle whose title is what is asked."""
        best = matches[0]
        if best.by_title and best.by_title >= best.cover - 0.01:
            chosen = [s for s in self.all_sentences if s.passage.title == best.sentence.passage.title]
        else:
            near = [m for m in matches if m.score >= best.score - self._model["together"]][:_MOST_SENTENCES]
            chosen = sorted((match.sentence for match in near), key=lambda sentence: sentence.passage.start)
        return self._listed(chosen)

    def _listed(self, chosen: Sequence[Sentence]) -> OfText:
        return OfText(
            kind="sentence",
            passages=tuple(sentence.passage for sentence in chosen),
            quotes=tuple(sentence.text for sentence in chosen),
        )


class _Asked:
    """A question as a key of the cache: what is understood of the same text in the same way is judged once."""

    def __init__(self, read: Understanding) -> None:
        self.read = read
        self._key = (read.text, read.cues, read.topics, read.subject_words)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self._key == other._key


def sentences(passage: Passage) -> Iterator[str]:
    """The passage's sentences, without the title that stands before the first of them."""
    rest = passage.text.removeprefix(passage.title).strip() if passage.field == "principle" else passage.text
    depth = start = 0
    for at, char in enumerate(rest):
        depth += (char in "（(「") - (char in "）)」")
        if char == "。" and depth <= 0:
            yield rest[start : at + 1].strip()
            start = at + 1
    if rest[start:].strip():
        yield rest[start:].strip()


def _title(passage: Passage) -> str:
    return key(passage.title) if passage.field == "principle" else ""


def words_of(read: Understanding) -> tuple[list[str], dict[str, tuple[str, ...]]]:
    """What the question names: the vocabulary's words with their terms, and its other nouns and abbreviations."""
    terms = said_as(read)
    nouns = [noun for noun in read.subject_words if not match_cue("prose", "asking_nouns", noun)]
    if not nouns and not terms:
        nouns = _other_nouns(read.text)
    rest = [noun for noun in nouns if not any(key(noun) in word for word in terms)]
    return [*terms, *rest], terms


def _other_nouns(text: str) -> list[str]:
    """What a question names whose every noun is an ordinary word of asking elsewhere (予算, 人材)."""
    nouns = (word.surface for word in words(text) if word.is_noun)
    return [noun for noun in nouns if not match_cue("prose", "asking_nouns", noun)]
