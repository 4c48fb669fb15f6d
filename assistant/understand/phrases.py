"""What a part of the rows is to tell of, in the question's own words (証明の発行, 計画の策定や改訂, 1月1日)."""

import re
from collections.abc import Sequence

from assistant.understand.filters import PartName, TextPart
from assistant.understand.normalize import key
from assistant.understand.set_patterns import set_patterns
from corpus.records import Project

# Said of what is done, with what it is done to: 計画の策定.
_OF = re.compile("^(.+の)[^の]+$")
_WORDS = re.compile("[一-龥々ァ-ヴーa-z0-9]+", re.IGNORECASE)


def told_in(field: PartName, phrase: str, *, loosely: bool = False) -> TextPart:
    """The part that is to tell of the phrase, or of one of those that are joined in it."""
    done = set_patterns()["doing"].sub("", phrase)
    first, *others = _one_by_one(done)
    own_words = loosely or bool(others) or done != phrase
    return TextPart(field=field, word=first, others=tuple(others), loosely=own_words)


def planned_in(text: str, projects: Sequence[Project]) -> TextPart | None:
    """What is planned for a year, where the items of the projects' schedules hold the words (令和6年度に修繕をする)."""
    found = set_patterns()["planned"].search(text)
    items = [key(item) for p in projects for items in (p.schedule or {}).values() for item in items]
    return _printed(told_in("schedule", found["word"], loosely=True), items) if found else None


def dated(text: str, projects: Sequence[Project]) -> TextPart | None:
    """The day of the year that the question names, where the content of projects names it too (1月1日が基準の)."""
    found = set_patterns()["day"].search(text)
    return _printed(TextPart(field="content", word=found[0]), [key(p.content) for p in projects]) if found else None


def _printed(part: TextPart, texts: Sequence[str]) -> TextPart | None:
    """The part, if what it tells of is printed at all."""
    words = [key(word) for phrase in part.words for word in _WORDS.findall(phrase)]
    return part if words and all(any(word in text for text in texts) for word in words) else None


def _one_by_one(phrase: str) -> list[str]:
    """The phrases that are joined in one, each whole (計画の策定や改訂 → 計画の策定, 計画の改訂)."""
    first, *others = filter(None, set_patterns()["phrase_joins"].split(phrase))
    of = _OF.match(first)
    return [first, *(f"{of[1]}{other}" if of and "の" not in other else other for other in others)]
