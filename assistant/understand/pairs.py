"""Several claims in one question (転入届はA課、住民税はB課ですよね): each is a matter with the value said of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.understand.lexicon import Mention
from assistant.understand.normalize import key
from assistant.understand.premise import asks_openly
from assistant.understand.vocabulary import read_yaml

# How a claim is put as a question of its own.
CLAIMS = "ですよね"
_SEVERAL, _MOST = 2, 6
_SHORTEST, _LONGEST = 2, 40
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """One claim: that the matter has the value, or (``denied``) that it has not."""

    matter: str
    value: str
    denied: bool = False

    @property
    def claim(self) -> str:
        """The claim as a question of its own."""
        return f"{self.matter}は{self.value}{'ではない' if self.denied else ''}{CLAIMS}"


def find_pairs(text: str, mentions: Sequence[Mention], unlisted: Sequence[str]) -> tuple[Pair, ...]:
    """The claims of a folded question that wants several of them confirmed; none where it is not made of such pairs.

    The values are of one kind: divisions (``unlisted`` are those that the plan has not), codes, sums, years or numbers.
    """
    if asks_openly(text):
        return ()
    divisions = _divisions(text, mentions, unlisted)
    others = [[match.span() for match in pattern.finditer(text)] for pattern in _values()]
    readings = [_before_values(text, spans) for spans in (divisions, *others)]
    return next(filter(None, (*readings, _behind_values(text, divisions))), ())


def _divisions(text: str, mentions: Sequence[Mention], unlisted: Sequence[str]) -> list[_Span]:
    """The places of all divisions, in the text's order."""
    places = [at for at, char in enumerate(text) for _ in key(char)]
    named = [m for m in mentions if m.kind in ("division", "related") and m.end <= len(places)]
    spans = [(places[m.start], places[m.end - 1] + 1) for m in named]
    others = [(at, at + len(name)) for name in unlisted if (at := text.find(name)) >= 0]
    others += [match.span() for match in _pattern("like_division").finditer(text)]
    for start, end in others:
        if all(end <= known_start or known_end <= start for known_start, known_end in spans):
            spans.append((start, end))
    return sorted(spans)


def _before_values(text: str, spans: Sequence[_Span]) -> tuple[Pair, ...]:
    """The pairs whose matters stand before their values; none where a value has none, or the text goes on."""
    if not spans:
        return ()
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans[1:]), len(text)]
    behind = [text[end:until] for (_, end), until in zip(spans, ends, strict=True)]
    if _pattern("goes_on").search(behind[-1]):
        return ()
    said = [text[starts[at] : start] for at, (start, _) in enumerate(spans)]
    matters = [_marked(part, first=at == 0) for at, part in enumerate(said)]
    denied = [_pattern("denied").match(rest) is not None for rest in behind]
    return _all_told(
        Pair(matter, text[start:end], no) for matter, (start, end), no in zip(matters, spans, denied, strict=True)
    )


def _behind_values(text: str, spans: Sequence[_Span]) -> tuple[Pair, ...]:
    """The pairs whose matters stand behind their values (〇〇課は転入届、…)."""
    if not spans:
        return ()
    ends = [*(start for start, _ in spans[1:]), len(text)]
    return _all_told(
        Pair(_marked_before(text[end:until]), text[start:end]) for (start, end), until in zip(spans, ends, strict=True)
    )


def _all_told(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """The pairs, where there are several and each has a matter."""
    found = tuple(pairs)
    told = all(_SHORTEST <= len(pair.matter) <= _LONGEST for pair in found)
    return found if told and _SEVERAL <= len(found) <= _MOST else ()


def _marked(said: str, *, first: bool) -> str:
    """The matter that is told before a value, without what leads over to it; empty where nothing marks it as one."""
    rest = _pattern("opening" if first else "joint").sub("", said, count=1)
    mark = _pattern("marks").search(rest)
    last_sentence = re.split("[。?!]", rest[: mark.start()])[-1] if mark else ""
    return last_sentence.strip(" 、「」『』")


def _marked_before(said: str) -> str:
    """The matter that is told behind a value; empty where nothing marks it as one."""
    mark = _pattern("marked_before").match(said)
    return _pattern("matter_ends").sub("", said[mark.end() :]).strip(" 、。「」『』") if mark else ""


@cache
def _values() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in read_yaml("pairs.yaml")["values"].values())


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(read_yaml("pairs.yaml")[name])
