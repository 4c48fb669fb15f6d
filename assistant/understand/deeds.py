"""What people want done or speak of by a word that plans print otherwise, whatever its object (直して → 修繕、補修)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.understand.normalize import key
from assistant.understand.vocabulary import cell, read_rows
from assistant.understand.words import Word


@dataclass(frozen=True, slots=True)
class Deed:
    """What people say (normal forms or surfaces), with what it may stand beside, and what plans print for it (keys).

    ``wider`` is what plans print of more than that, which holds it where the thing is known (修理: 維持管理).
    """

    said: frozenset[str]
    beside: frozenset[str]
    printed: tuple[str, ...]
    wider: tuple[str, ...] = ()


@cache
def load_deeds() -> tuple[Deed, ...]:
    """All deeds, in the file's order."""
    return tuple(
        Deed(
            frozenset(cell(row["said"])),
            frozenset(cell(row["beside"])),
            tuple(map(key, cell(row["printed"]))),
            tuple(map(key, cell(row["wider"]))),
        )
        for row in read_rows("deeds.csv")
    )


def is_deed(word: Word) -> bool:
    """Whether the word is said of some deed, though it may be a word beside others too (直す in 直してほしい)."""
    return any(deed.said & {word.normal, word.surface} for deed in load_deeds())


def printed_alike(noun: str) -> tuple[str, ...]:
    """What plans print for the deeds that the noun is a word for (修理: 修繕)."""
    return tuple(printed for deed in load_deeds() if noun in deed.said for printed in deed.printed)


def printed_for(telling: Sequence[Word]) -> tuple[str, ...]:
    """What plans print for the one deed that all of the words tell of; empty where they tell of more."""
    forms = [{word.normal, word.surface} for word in telling]
    return next((deed.printed for deed in load_deeds() if _is_all(deed, forms)), ())


def _is_all(deed: Deed, forms: Sequence[set[str]]) -> bool:
    return any(deed.said & form for form in forms) and all((deed.said | deed.beside) & form for form in forms)
