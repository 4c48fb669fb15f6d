"""Finds personal data that somebody typed by mistake, and masks it before anything is kept of it.

What counts as such, and how it may be written, stands in ``privacy.yaml``. The page reads the same file (through
``browser_rules``) to warn before anything is sent; what reaches the server all the same is masked here.
"""

import logging
import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml

from corpus.records import Question, Record

Kind = Literal["my_number", "card", "email", "phone"]

MASK = "＊"
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_TO_ASCII = 0xFEE0
# Fewer digits than the shortest number of all that are looked for, and no @: there is nothing to find.
_FEWEST_DIGITS = 10


class PersonalDatum(Record):
    """One number or address found: the characters ``start:end`` of the text."""

    kind: Kind
    start: int
    end: int


class Rule(Record):
    """How one kind of personal data is written; ``forms`` are whole patterns over the folded text."""

    name: Kind
    check: Literal["my_number", "luhn"] | None = None
    erased: bool = False
    forms: tuple[str, ...]


class PrivacyRules(Record):
    """All rules; ``folded`` maps a character to the one that patterns know it by."""

    folded: dict[str, str]
    kinds: tuple[Rule, ...]


def find_personal_data(text: str) -> tuple[PersonalDatum, ...]:
    """What the text holds of My Numbers, payment cards, e-mail addresses and phone numbers, in its order.

    None lies within another (the first 12 digits of a card are no My Number), but two may overlap.
    """
    folded = _fold(text)
    if "@" not in folded and sum(character.isdigit() for character in folded) < _FEWEST_DIGITS:
        return ()
    spans: dict[tuple[int, int], Kind] = {}
    for rule in load_rules().kinds:
        for span in _matches(rule, folded):
            spans.setdefault(span, rule.name)
    whole = [span for span in spans if not any(_lies_within(span, other) for other in spans)]
    return tuple(PersonalDatum(kind=spans[span], start=span[0], end=span[1]) for span in sorted(whole))


def mask_personal_data(text: str) -> str:
    """The text with every digit and letter of such data as ＊; as long as before, and nothing is left to be found."""
    while found := find_personal_data(text):
        masked = {at for datum in found for at in range(datum.start, datum.end) if _is_told(_fold(text[at]))}
        text = "".join(MASK if at in masked else character for at, character in enumerate(text))
    return text


def masked_question(question: Question) -> Question:
    """The question as it may be answered, kept and logged."""
    masked = mask_personal_data(question.text)
    return question if masked == question.text else question.model_copy(update={"text": masked})


@cache
def load_rules() -> PrivacyRules:
    """The rules of ``privacy.yaml``, their patterns spelled out."""
    read = yaml.safe_load(resources.files("assistant").joinpath("privacy.yaml").read_text(encoding="utf-8"))
    folded = dict.fromkeys(read["dashes"], "-") | dict.fromkeys(read["spaces"], " ")
    folded |= {written: str(value) for value, numerals in enumerate(read["numerals"]) for written in numerals}
    return PrivacyRules(folded=folded, kinds=tuple(_rule(kind, read["gap"], read["sep"]) for kind in read["kinds"]))


def browser_rules() -> dict[str, Any]:
    """The rules as JSON values, for the page's script."""
    return load_rules().model_dump(mode="json")


class MaskingFormatter(logging.Formatter):
    """Writes no personal data into the log, whoever logs it; of a request's address it leaves out the query."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as ``logging.Formatter`` makes it, masked."""
        line = super().format(record)
        return mask_personal_data(_QUERY.sub("", line) if record.name == "uvicorn.access" else line)


_QUERY = re.compile(r"\?\S*")


def _rule(kind: dict[str, Any], gap: str, sep: str) -> Rule:
    spelled = (form.replace("<gap>", gap).replace("<sep>", sep) for form in kind.pop("forms"))
    before, after = kind.pop("before"), kind.pop("after")
    return Rule(**kind, forms=tuple(f"{before}(?:{form}){after}" for form in spelled))


def _fold(text: str) -> str:
    folded = load_rules().folded
    return "".join(folded.get(character) or _narrow(character) for character in text)


def _narrow(character: str) -> str:
    code = ord(character)
    narrow = chr(code - _TO_ASCII) if code in _FULL_WIDTH else character
    return narrow.lower() if narrow.isascii() else narrow


def _matches(rule: Rule, folded: str) -> Iterator[tuple[int, int]]:
    """Where the rule's forms stand and its arithmetic agrees; one match may overlap the next."""
    agrees = _CHECKS.get(rule.check)
    for form in rule.forms:
        pattern, position = _compiled(form), 0
        while match := pattern.search(folded, position):
            if agrees is None or agrees([int(digit) for digit in match[0] if digit.isdigit()]):
                yield match.span()
            position = match.start() + 1


def _lies_within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def _is_told(folded: str) -> bool:
    return folded.isascii() and folded.isalnum()


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form)


def _is_my_number(digits: list[int]) -> bool:
    """総務省令第85号第5条: weights 2 to 7, then 2 to 6, from the digit before the check digit to the left."""
    weighed = sum(digit * (n + 1 if n <= 6 else n - 5) for n, digit in enumerate(reversed(digits[:-1]), 1))
    rest = weighed % 11
    return digits[-1] == (0 if rest <= 1 else 11 - rest)


def _is_luhn(digits: list[int]) -> bool:
    doubled = (digit * (1 + n % 2) for n, digit in enumerate(reversed(digits)))
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0


_CHECKS: dict[str | None, Callable[[list[int]], bool]] = {"my_number": _is_my_number, "luhn": _is_luhn}
