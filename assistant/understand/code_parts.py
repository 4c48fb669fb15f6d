"""A part of a project code that a question gives (0-2-1で始まる, 末尾が4), and the labels that codes carry."""

import re
from collections.abc import Sequence
from functools import cache

from assistant.understand.filters import TextPart, TextPlace
from assistant.understand.vocabulary import read_yaml

_FIGURES = (("0", "2", "4", "6", "8"), ("1", "3", "5", "7", "9"))  # the even ones, the odd ones
_PLACES: tuple[tuple[str, TextPlace], ...] = (("starts", "start"), ("ends", "end"))


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    entry = read_yaml("codes.yaml")[name]
    return tuple(re.compile(one, re.IGNORECASE) for one in (entry if isinstance(entry, list) else [entry]))


def find_code_part(text: str) -> TextPart | None:
    """What the codes of a set begin or end with, where the question speaks of codes."""
    if not speaks_of_codes(text):
        return None
    parity = _patterns("parity")[0].search(text)
    if parity:
        first, *others = _FIGURES[0 if parity["even"] else 1]
        return TextPart(field="code", word=first, place="end", others=tuple(others))
    found = ((place, list(pattern.finditer(text))) for name, place in _PLACES for pattern in _patterns(name))
    return next((_part_of_all(text, matches, place) for place, matches in found if matches), None)


def _part_of_all(text: str, matches: Sequence[re.Match[str]], place: TextPlace) -> TextPart:
    """The part of the first match, with those of the others as what will do too (末尾が5のと末尾が2の)."""
    part, *more = (_part(text, match, place) for match in matches)
    others = (*part.others, *(word for one in more for word in (one.word, *one.others)))
    return part.model_copy(update={"others": tuple(dict.fromkeys(others))})


def _part(text: str, match: re.Match[str], place: TextPlace) -> TextPart:
    """The part that the match gives, with others of which one will do (末尾が3と4, 1か5で終わる)."""
    others: list[str] = []
    at = match.end("code")
    while behind := _patterns("others")[0].match(text, at):
        others.append(behind["code"])
        at = behind.end()
    before = text[: match.start("code")]
    while ahead := _patterns("others_before")[0].search(before):
        others.append(ahead["code"])
        before = before[: ahead.start()]
    return TextPart(field="code", word=match["code"], place=place, others=tuple(others))


def speaks_of_codes(text: str) -> bool:
    """Whether the question is about project codes."""
    return bool(_patterns("speaks_of_codes")[0].search(text))


def find_steps(text: str) -> tuple[int, ...]:
    """Which neighbours of the named code are asked for: 1 for the one behind it, -1 for the one before."""
    behind = re.sub(r"^.*[0-9]+(?:-[0-9]+)+", "", text)
    steps = {"second_next": (2,), "around": (-1, 1), "next": (1,), "previous": (-1,)}
    return next((step for name, step in steps.items() if _patterns(name)[0].match(behind)), ())


def find_range(text: str) -> str | None:
    """Which codes are meant beside the one that is named: ``behind`` it or ``before``, ``from`` it or ``up_to``."""
    if re.search("すぐ|1つ|ひとつ|一つ", text):
        return None
    behind = re.sub(r"^.*[0-9]+(?:-[0-9]+)+(?:の(?:事業|番号))?", "", text)
    return next((name for name, pattern in _ranges().items() if pattern.match(behind)), None)


@cache
def _ranges() -> dict[str, re.Pattern[str]]:
    of_set = read_yaml("codes.yaml")["of_set"]
    ranges = read_yaml("codes.yaml")["ranges"]
    return {name: re.compile(one.replace("<of_set>", of_set), re.IGNORECASE) for name, one in ranges.items()}


def without_labels(text: str) -> str:
    """The text without the labels in front of its codes."""
    return _patterns("label")[0].sub("", text)
