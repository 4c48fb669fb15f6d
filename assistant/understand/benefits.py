"""A benefit that somebody wants to be given by the city (助成を受けたい, 補助金は出ますか)."""

import re
from functools import cache

from assistant.understand.vocabulary import read_yaml


def find_benefit(text: str) -> str:
    """The word for the benefit in a folded question that wants to be given one; empty where it asks for none."""
    found = None if _pattern("of_duty").search(text) else _wanted("wanted").search(text)
    return found["noun"] if found else ""


def find_benefit_handled(text: str) -> str:
    """The word for a benefit of which it is asked who handles it (補助金の担当は)."""
    found = _wanted("handled").search(text)
    return found["noun"] + found["kind"] if found else ""


def wishes_for_itself(text: str) -> bool:
    """Whether the folded question wants to be given or lent something, whatever that is called."""
    return _pattern("wish").search(text) is not None


@cache
def _wanted(how: str) -> re.Pattern[str]:
    data = read_yaml("benefits.yaml")
    return re.compile(data["benefit"] + data[how])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(read_yaml("benefits.yaml")[name])
