"""What a word means, or what there is under a heading, where that is all that is asked (特記事項とは何ですか)."""

import re
from dataclasses import dataclass
from functools import cache

from assistant.understand.question import FieldName
from assistant.understand.vocabulary import read_yaml


@dataclass(frozen=True, slots=True)
class TermAsked:
    """The word as it is typed, the field whose heading it is, and whether its meaning is asked or what there is."""

    term: str
    field: FieldName | None
    meaning: bool


def find_term(text: str) -> TermAsked | None:
    """The word that the folded question asks the meaning of, or the heading that it asks the entries of."""
    kinds = _pattern("kinds").search(text)
    found = kinds or _pattern("meaning").search(text)
    if found is None:
        return None
    term = found["term"] or (found["listed"] if kinds else "")
    is_meaning = _pattern("meaning").search(text) is not None
    return TermAsked(term, _heading(term), is_meaning) if term else None


def _heading(term: str) -> FieldName | None:
    """The field of which the word is the heading."""
    headings: dict[FieldName, str] = read_yaml("terms.yaml")["headings"]
    return next((field for field, names in headings.items() if re.fullmatch(names, term, re.IGNORECASE)), None)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    data = read_yaml("terms.yaml")
    heading = "|".join(data["headings"].values())
    return re.compile(re.sub(r"\s+", "", data[name]).replace("〈heading〉", heading), re.IGNORECASE)
