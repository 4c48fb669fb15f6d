"""What a fact that no plan states is called in the question's own words (受験資格, 支所の開庁時間)."""

import re
from collections.abc import Collection

from assistant.understand.normalize import key
from assistant.understand.unstated import load_facts

# A noun that something is asked of, with the noun that it belongs to.
_ASKED = re.compile(
    "(?:(?P<of>[一-龥々ァ-ヴー]{2,10})の)?(?P<which>どの|どんな)?(?P<noun>(?:必要な)?[一-龥々ァ-ヴーA-Za-z]{2,12})"
    "(?=は|って|を|が(?!い)|について|とは|のこと|の件|[?？。、 　]|教え|知り|$)"
)
_OPEN = re.compile("[何誰幾]|(?:問|聞|教|知)")


def fact_in_words(text: str, fact: str, names: Collection[str]) -> tuple[str, bool]:
    """The noun by which the folded text asks for the fact, else the fact's name; and whether that says whose it is.

    ``names`` are those of the plan: what belongs to one of them is told by that.
    """
    asks = next((one.asks for one in load_facts() if one.name == fact), None)
    found = asks.search(text) if asks else None
    if found is None:
        return fact, False
    for noun in _ASKED.finditer(text):
        overlaps = noun.start("noun") < found.end() and found.start() < noun.end("noun")
        if overlaps and not _OPEN.search(noun["noun"]) and not _is_name(noun["noun"], names):
            if noun["which"]:
                return f"{noun['which']}{noun['noun']}か", False
            own = noun["of"] if noun["of"] and not _is_name(noun["of"], names) and not _OPEN.search(noun["of"]) else ""
            return (f"{own}の{noun['noun']}", True) if own else (noun["noun"], False)
    return fact, False


def _is_name(word: str, names: Collection[str]) -> bool:
    return any(key(word) in key(name) and len(word) > len("支所") for name in names)
