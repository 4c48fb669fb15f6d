"""By how many divisions the projects of a set are carried (所管課がちょうど2つの事業, 3つ以上の課にまたがる事業)."""

import re

from assistant.understand.numbers import plain_numbers
from assistant.understand.set_patterns import set_patterns

_MOST = 9


def division_numbers(text: str) -> tuple[tuple[int, ...], int]:
    """The numbers of divisions that will do, none where any will; and where in the plain text their words end."""
    found = _told(plain_numbers(text))
    said = found.groupdict() if found else {}
    number, bound = int(said.get("number", 1)), said.get("bound") or said.get("more")
    if not found or number == 1 or said.get("those"):
        return (), 0
    if bound == "以上":  # of two or more, as of several, any number will do
        return tuple(range(number, _MOST + 1)) if number > 2 else (), found.end()
    return tuple(range(1 if bound else number, number + 1)), found.end()


def without_division_number(text: str) -> str:
    """The text without that number, which counts no projects (3つの課が所管する事業は2件)."""
    plain = plain_numbers(text)
    found = _told(plain)
    return f"{plain[: found.start('number')]}{plain[found.end('number') :]}" if found else text


def _told(plain: str) -> re.Match[str] | None:
    matches = (pattern.search(plain) for pattern in set_patterns()["division_numbers"])
    return next(filter(None, matches), None)
