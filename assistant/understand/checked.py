"""How the names of the plans sound, where people have noted it beside them (``Document.readings``)."""

from collections.abc import Iterable

import jaconv

from corpus.records import Document


def checked_sounds(documents: Iterable[Document], names: Iterable[str]) -> dict[str, str]:
    """The sounds in katakana of those names that are noted, whole or as a part of a longer one (深沢 in 深沢支所)."""
    found: dict[str, str] = {}
    for name, sound in (entry for document in documents for entry in document.readings.items()):
        parts = zip(name.split("/"), sound.split("/"), strict=True)
        for written, heard in ((name.replace("/", ""), sound.replace("/", "")), *parts):
            found.setdefault(written, str(jaconv.hira2kata(heard)))
    return {name: found[name] for name in names if name in found}
