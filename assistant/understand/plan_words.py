"""Words of one plan's contents that look like something else: like what is asked for, or like a division."""

import re

from assistant.understand.cues import find_cues
from assistant.understand.normalize import fold
from assistant.understand.words import words
from corpus.catalogue import Catalogue

_COMPOUND = re.compile("[一-龥々ァ-ヴー]{3,}[一-龥々ァ-ヴー](?<![及並等])")
_CENTRE = re.compile("[一-龥ァ-ヴー々]{2,12}センター")


def sounding_compounds(catalogue: Catalogue) -> tuple[str, ...]:
    """The compounds of contents that sound as if they asked for a field (完了|検査, 設置|費用), longest first."""
    printed = {name for project in catalogue.projects for name in _COMPOUND.findall(fold(project.content))}
    found = (name for name in printed if len(words(name)) > 1 and find_cues("asks", name) - {"division"})
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def printed_centres(catalogue: Catalogue) -> set[str]:
    """The centres that contents or schedules print, which are no divisions (浄化センターの運転)."""
    items = (item for p in catalogue.projects for items in (p.schedule or {}).values() for item in items)
    printed = "".join((*(project.content for project in catalogue.projects), *items))
    return set(_CENTRE.findall(printed))
