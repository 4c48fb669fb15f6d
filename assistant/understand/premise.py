"""What a question takes for granted: that it does, and the divisions, amounts, counts and comparisons it states."""

import re
from collections.abc import Sequence
from functools import cache

from assistant.understand.lexicon import Mention
from assistant.understand.money import find_amounts
from assistant.understand.normalize import key
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Comparison, Count, Premise
from assistant.understand.vocabulary import read_yaml

_QUOTED = re.compile(r"[「『\"“](?P<words>[^「」『』\"“”]{2,60})[」』\"”]")
_LONGEST_TALK = 60
# A body's office, told as such, is what another division is said to be.
_OFFICE = "の事務局"


def find_premise(
    text: str, divisions: tuple[str, ...], mentions: Sequence[Mention], unlisted: Sequence[str] = ()
) -> Premise:
    """What is named as if it were the answer, in a question that wants it confirmed.

    ``unlisted`` are names like a division's that are none of the plan's.
    """
    only_year, only_division = bool(_find("only_year", text)), bool(_find("only_division", text))
    of_project = not only_year and not only_division and _only_of_project(text, mentions)
    subject = _subject(text, mentions) if len(divisions) + len(unlisted) > 1 else None
    aside = {subject, *_set_aside(text, mentions)}
    return Premise(
        divisions=tuple(name for name in divisions if name not in aside), subject=subject,
        amounts=find_amounts(text), roughly=bool(_find("roughly", text)),
        negated=denies(text), open=asks_openly(text),
        only=bool(_find("only", text)) and not only_year and not of_project,
        only_year=only_year, only_project=of_project,
        until=bool(_find("until", text)), since=bool(_find("since", text)),
        than=_than(text, mentions), comparison=find_comparison(text),
        quoted=tuple(match["words"] for match in _QUOTED.finditer(text)),
    )  # fmt: skip


def asks_openly(text: str) -> bool:
    """Whether the question wants a fact besides, or instead of, a confirmation."""
    return bool(_find("asks_openly", text))


def denies(text: str) -> bool:
    """Whether the question denies what it names, and does not only sound so (〜じゃなかったっけ states it)."""
    return bool(_find("denies", text)) and not _find("nothing_but", text)


def find_count(text: str) -> Count | None:
    """A number of things that the question gives for a whole set (6つあると聞きました, 5件のうち)."""
    plain = plain_numbers(text)
    for match in _pattern("counted").finditer(plain):
        if _pattern("of_the_whole").match(plain[match.end() :]):
            return Count(number=int(match["number"]), unit=match["unit"])
    return None


def without_talk(text: str) -> str:
    """The question without what is only told behind it (〜ですよね、もう案内しちゃった)."""
    for match in _pattern("ends").finditer(text):
        rest = text[match.end() :]
        if 0 < len(rest) <= _LONGEST_TALK and not _find("asks_more", rest):
            return text[: match.end()].rstrip("、 ")
    return text


def _subject(text: str, mentions: Sequence[Mention]) -> str | None:
    """The division whose projects the question is about (作業センターの事業は、都市整備総務課の所管ですよね)."""
    folded = key(text)
    named = [mention for mention in mentions if mention.kind == "division"]
    of = (m for m in named if _pattern("its_projects").match(folded[m.end :]) or _OFFICE in folded[m.start : m.end])
    return next((mention.names[0] for mention in of), None)


def _set_aside(text: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The divisions that another is named instead of (総務課ではなく職員課ですよね)."""
    folded = key(text)
    named = [mention for mention in mentions if mention.kind == "division"]
    found = [m for m in named[:-1] if _pattern("instead").match(folded[m.end :])]
    return tuple(name for mention in found for name in mention.names)


def _only_of_project(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether it is a project that is said to be the only one (総務課がやっているのは統計事務だけ)."""
    folded = key(text)
    only = _pattern("only")
    return any(m.kind == "project" and only.match(folded[m.end :]) for m in mentions)


def _than(text: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """What the question compares with: the names before より."""
    folded = key(text)
    return next((m.names for m in mentions if _pattern("than").match(folded[m.end :])), ())


def find_comparison(text: str) -> Comparison | None:
    """How the one that is compared stands to the other, as the text says."""
    behind = re.split("より|に?比べ", text, maxsplit=1)[-1]
    if _find("same", text) and "より" not in text:
        return "same"
    found: list[tuple[int, Comparison]] = [
        (match.start(), name) for name in ("less", "more") if (match := _pattern(name).search(behind))
    ]
    return min(found)[1] if found else None


def _find(name: str, text: str) -> re.Match[str] | None:
    return _pattern(name).search(text)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(read_yaml("premise.yaml")[name])


@cache
def nearness() -> float:
    """How near (as a share) a rough amount has to be to count as right."""
    return float(read_yaml("premise.yaml")["nearness"])
