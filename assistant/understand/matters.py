"""The matters that a question names: one by itself, several together, or some of which it cannot tell the right one."""

import re
from collections.abc import Callable

from assistant.understand.bare import BareMatters, question_of
from assistant.understand.cues import find_cues
from assistant.understand.either import Alternatives
from assistant.understand.lexicon import Lexicon
from assistant.understand.normalize import key
from assistant.understand.pairs import find_pairs
from assistant.understand.question import Understanding
from assistant.understand.several import several_matters, without_matters
from assistant.understand.sounding import SoundingNames
from assistant.understand.unlisted import unlisted_divisions
from assistant.understand.vocabulary import find_topics
from corpus.catalogue import Catalogue

_SEVERAL = 2
# What may be asked of several matters together: whose they are, all of them, whether it is the same one's.
_OF_SEVERAL = frozenset({"division", "premise", "listing", "each", "compare", "difference"})
# What is asked of projects as a set is no matter of its own (4支所の事業をまとめて).
_OF_SETS = re.compile("事業|事務(?!局)|一覧|リスト|名前|番号")
_LONGEST = 120


class Matters:
    """Reads the matters of questions about one catalogue; ``read`` reads a text by itself."""

    def __init__(
        self, catalogue: Catalogue, lexicon: Lexicon, read: Callable[[str], Understanding], sounding: SoundingNames
    ) -> None:
        self._lexicon = lexicon
        self._read = read
        self._bare = BareMatters(catalogue)
        self._divisions = (*lexicon.divisions, *lexicon.related)
        self._alternatives = Alternatives(catalogue)
        self._sounding = sounding

    def alone(self, read: Understanding, going_on: bool, whole: str) -> Understanding:
        """The question for the one name that is all the ``whole`` text tells of its matter, else what was read.

        At the start of a conversation also the name or the deed by which several matters may be meant.
        """
        name = self._bare.find(read, going_on)
        said, printed = ("", ()) if going_on else self._bare.all_said(read, whole)
        found = self._read(question_of(name)) if name else read
        return found.model_copy(update={"bare": name or said, "printed_as": printed}) if said or printed else found

    def either(self, text: str, spelled: str) -> tuple[Understanding, ...]:
        """The names between which a question wavers, each read by itself; ``spelled`` is the text out of kana.

        Names of the plan waver only where they are all that it begins with (総務課?財務課?).
        """
        names = self._sounding.alike(spelled) or self._alternatives.find(text)
        if not names or (self._lexicon.find(spelled) and not self._alternatives.begins(text)):
            return ()
        return tuple(self._read(question_of(name)) for name in names)

    def several(self, text: str) -> tuple[Understanding, ...]:
        """The matters that a question takes together, each read by itself; as many of them as it says there are."""
        parts, number = several_matters(text) if len(text) <= _LONGEST else ((), 0)
        asked = "。".join((without_matters(text, parts), *map(self._behind, parts)))
        if len(parts) < _SEVERAL or _OF_SETS.search(asked) or find_cues("asks", asked) - _OF_SEVERAL:
            return ()
        found = [self._read(question_of(part)) for part in parts]
        known = tuple(one for one in found if self._is_matter(one))
        if len(found) == number and len(known) >= _SEVERAL:
            return tuple(found)
        return known if len(known) >= _SEVERAL and len(known) == (number or len(known)) else ()

    def pairs(self, text: str) -> tuple[Understanding, ...]:
        """The claims that a question wants confirmed together, each read by itself."""
        if len(text) > _LONGEST or "premise" not in find_cues("asks", text):
            return ()
        mentions = self._lexicon.find(text)
        pairs = find_pairs(text, mentions, unlisted_divisions(text, mentions, self._divisions))
        points_back = any(find_cues("refers", pair.matter) for pair in pairs)  # それはA課、…
        return () if points_back else tuple(self._read(pair.claim) for pair in pairs)

    def _behind(self, part: str) -> str:
        """What a part says behind the last name or word of a matter in it (契約事務|の事業コード)."""
        bare = key(part)
        ends = (*(name.end for name in self._lexicon.find(part)), *(hit.end for hit in find_topics(bare)))
        return bare[max(ends, default=0) :]

    def _is_matter(self, read: Understanding) -> bool:
        """Whether the plan or the vocabulary knows what was read."""
        named = read.linked or read.projects or read.absent_topics
        return bool(named or (read.subject_words and self._bare.is_known("、".join(read.subject_words))))
