"""A closed claim: a statement that the question only wants to hear confirmed (〇〇は無料ですよね, …と聞きました)."""

import re
from collections.abc import Sequence
from functools import cache

from assistant.understand.normalize import key
from assistant.understand.numbers import plain_numbers
from assistant.understand.premise import asks_openly
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import load_broad_choices, load_generic_words, pattern_of, read_yaml
from assistant.understand.whom import asks_who_handles
from assistant.understand.words import Word, words

_SENTENCE_END = re.compile("[。？！?!]+")
# What is told before the question is a clause of its own (店があるんですけど|税金はかかりますか).
_CLAUSE_END = re.compile("[、。？！?!]+|(?<=[すだるた])(?:けど|けれども?|ので)(?=[^すよねわ])")
# What is claimed needs more than a word.
_SHORTEST = 5


def find_closed_claim(text: str) -> str:
    """What the folded question claims and only wants confirmed; empty where it asks or wants anything besides."""
    sentences = [part for part in (part.strip(" 、。") for part in _SENTENCE_END.split(text)) if part]
    confirms = False
    while len(sentences) > 1 and claim_pattern("confirms").fullmatch(sentences[-1]):
        confirms = bool(sentences.pop())
    if (
        not sentences
        or any(map(asks_openly, sentences))
        or asks_who_handles(text)
        or claim_pattern("wants").search(sentences[-1])
    ):
        return ""
    claim = _before_its_end(sentences[-1])
    if not confirms and claim_pattern("circumstance").search(claim):
        return ""
    return claim or (sentences[-1] if confirms else "")


def _before_its_end(sentence: str) -> str:
    """The sentence up to the words by which it is held or was told."""
    end = _end().search(sentence)
    if end and end.start() >= _SHORTEST:
        return sentence[: end.start()]
    claim, comma, last = sentence.rpartition("、")
    return claim if comma and claim_pattern("confirms").fullmatch(last) else ""


def speaks_of_plan(claim: str, read: Understanding) -> bool:
    """Whether the claim is about how the plan is built; the words of its own matter do not count (個人番号)."""
    text = key(claim)
    for word in read.topic_words:
        text = text.replace(key(word), "")
    return claim_pattern("of_plan").search(text) is not None


def find_amount_asked(text: str) -> str:
    """The last clause of a question that only asks whether an amount of its own is right (35歳でも受けられますか)."""
    clause = _last_clause(text)
    return clause if _asks_whether(text) and amounts_in(clause) else ""


def find_state_asked(text: str) -> str:
    """The noun of the state that something is asked to come into, or to be in (休館になりますか, 募集していますか)."""
    found = claim_pattern("state").search(_last_clause(text)) if _asks_whether(text) else None
    last = words(found["noun"])[-1] if found else None
    return last.surface if last and last.is_noun and last.surface not in load_generic_words() else ""


def closed_question(text: str) -> str:
    """The last clause of a folded question that only wants a yes or a no; empty for any other."""
    return _last_clause(text) if _asks_whether(text) else ""


def asks_whether_so(text: str) -> bool:
    """Whether the folded question only wants a yes or a no, and nothing done (令和6年度に改修するのか)."""
    clause = closed_question(text)
    return bool(clause) and not (wishes_for_deed(clause) or claim_pattern("exists").search(clause))


def find_place_told(text: str) -> str:
    """The place where something is said, or asked, to be built or moved; empty where none is (深沢に建つんですか)."""
    clause = closed_question(text) or find_closed_claim(text)
    at = claim_pattern("stands_at").search(clause)
    names = [word for word in words(clause[: at.start()]) if word.is_proper] if at else []
    return names[-1].surface if at and names and names[-1].end == at.start() else ""


def wishes_for_deed(clause: str) -> bool:
    """Whether somebody is to do something for whoever asks: that is the matter (雪をどけてもらえますか)."""
    return claim_pattern("wishes_for_deed").search(clause) is not None


def _asks_whether(text: str) -> bool:
    """Whether the folded question only wants a yes or a no."""
    return claim_pattern("asks_whether").search(text) is not None and not (asks_openly(text) or asks_who_handles(text))


def _last_clause(text: str) -> str:
    return _CLAUSE_END.split(text.strip(" 、。？！?!"))[-1]


def tells_end(claim: str) -> bool:
    """Whether the claim tells of an end (なくなる, 廃止になる)."""
    return claim_pattern("ends_it").search(claim) is not None


def amounts_in(claim: str) -> list[str]:
    """The numbers with their units, as keys."""
    return [key(found[0]) for found in claim_pattern("number").finditer(plain_numbers(claim))]


def nouns_of(claim: str, read: Understanding) -> list[str]:
    """What is said of the matter: its nouns without the matter's own words, as keys."""
    known = key("".join((*read.topic_words, *_broad_words())))
    return [key(word.surface) for word in _told(claim, read) if word.is_noun and key(word.surface) not in known]


def verbs_of(claim: str, read: Understanding) -> list[str]:
    """The verbs of the claim, as keys; none where it tells an errand, too."""
    if claim_pattern("tells").search(claim):
        return []
    known = key("".join(read.topic_words))  # 市が土地を買|う is how people call the matter itself
    verbs = [key(word.surface) for word in _told(claim, read) if word.part_of_speech[0] == "動詞"]
    return [] if any(verb[:-1] in known for verb in verbs) else verbs


def _told(claim: str, read: Understanding) -> Sequence[Word]:
    for name in read.divisions:
        claim = claim.replace(name, " ")
    found = [word for word in words(claim) if word.is_content and len(word.surface) > 1]
    return [word for word in found if word.surface not in load_generic_words()]


@cache
def _broad_words() -> frozenset[str]:
    """税金, 証明書: too broad to claim anything by themselves."""
    return frozenset(word for choice in load_broad_choices() for word in choice.words)


@cache
def claim_pattern(name: str) -> re.Pattern[str]:
    """A pattern of ``claim.yaml``."""
    data = read_yaml("claim.yaml")
    return pattern_of([data[name]], data["shorthands"])


@cache
def _end() -> re.Pattern[str]:
    data = read_yaml("claim.yaml")
    return re.compile(f"(?:{pattern_of(data['ends'], data['shorthands']).pattern})+[!！]*$")
