"""What was typed, as it is read: without what is for machines or only tells who asks, spelled and folded."""

from collections.abc import Collection

from assistant.understand.asides import without_asides
from assistant.understand.kana import KanaReader
from assistant.understand.machine import for_a_reader
from assistant.understand.normalize import fold
from assistant.understand.spelling import asking_right


def as_read(typed: str, kana: KanaReader, divisions: Collection[str], *, under_way: bool) -> tuple[str, str]:
    """The question without asides and with them, both folded; ``under_way`` in a conversation with something asked."""
    whole = for_a_reader(typed)
    asked = without_asides(whole, openings=not under_way)
    return _folded(asked, kana, divisions), _folded(whole, kana, divisions)


def _folded(text: str, kana: KanaReader, divisions: Collection[str]) -> str:
    return asking_right(fold(kana.with_places(kana.spell(text))), divisions)
