"""Which divisions a question about a set is about: those it names, or a whole class of them (支所)."""

import re
from collections.abc import Sequence

from assistant.understand.filters import Filters
from assistant.understand.left_out import kinds_left_out
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Understanding
from assistant.understand.set_patterns import set_patterns
from corpus.catalogue import Catalogue

_THEIR_PROJECTS = re.compile(
    "(?:支所|出張所|センター|局)の(?:管理運営の?)?(?:事業|事務|業務|仕事)(?:は|を|って|、|[?？]|$)"
)


class DivisionsMeant:
    """Adds to the filters of a question the divisions that it is about."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def filters(self, read: Understanding) -> Filters:
        """The filters with the divisions named, or with a whole class of them (支所)."""
        filters = read.filters or Filters()
        if read.divisions:
            return self._named_one_by_one(read, filters)
        kinds = self._kinds_named(read)
        if not kinds or filters.with_related or filters.related_division or not self._wants_all(read, filters, kinds):
            return filters
        meant = (name for kind in kinds for name in self._of_kind(kind))
        named = tuple(name for name in meant if name not in filters.excluding_divisions)
        return filters.model_copy(update={"divisions": named}) if named else filters

    def _named_one_by_one(self, read: Understanding, filters: Filters) -> Filters:
        """The divisions named, with the class beside them; 大船・玉縄の両支所 are those two and no class."""
        patterns = set_patterns()
        summed = read.operation == "count" and "sum" in read.cues and not patterns["shared_by_all"].search(read.text)
        apart = summed or patterns["put_together"].search(read.text)
        together = read.together and len(read.divisions) > 1 and not apart
        kinds = dict.fromkeys(match[1] for match in set_patterns()["all_of_kind"].finditer(plain_numbers(read.text)))
        beside = tuple(name for kind in kinds for name in self._of_kind(kind))
        beside = () if set(beside) & set(read.divisions) else beside
        return filters.model_copy(update={"divisions": (*beside, *read.divisions), "all_divisions": together})

    def _wants_all(self, read: Understanding, filters: Filters, kinds: Sequence[str]) -> bool:
        """Whether the question is about every division of these kinds, not about one of them."""
        plain = plain_numbers(read.text)
        number = set_patterns()["number_of_kind"].search(plain)
        as_many = number and sum(len(self._of_kind(kind)) for kind in kinds) == int(number["number"])
        if set_patterns()["all_of_kind"].search(plain) or as_many or filters.excluding_divisions:
            return True
        theirs = read.field is None and _THEIR_PROJECTS.search(read.text)  # 支所の事業は
        does = (asks_what_they_do(read) or theirs) and self._says_only_kinds(read)
        return bool(does) or read.operation in ("count", "list", "sum")

    def _kinds_named(self, read: Understanding) -> tuple[str, ...]:
        """The kinds of divisions that the text names by themselves (支所か事務局), not in a name and not left out."""
        names = [division.name for division in self._catalogue.divisions]
        out = [match.start() for match in kinds_left_out(read.text)]
        named = (
            match[1]
            for match in set_patterns()["classes"].finditer(read.text)
            if match.start() not in out and not any(read.text.endswith(name, 0, match.end()) for name in names)
        )
        return tuple(kind for kind in dict.fromkeys(named) if self._of_kind(kind))

    def _says_only_kinds(self, read: Understanding) -> bool:
        """Whether nothing but kinds of divisions is named (支所や出張所は何をするところ)."""
        kinds = "、".join(match[1] for match in set_patterns()["classes"].finditer(read.text))
        return all(word in kinds for word in read.subject_words)

    def _of_kind(self, kind: str) -> tuple[str, ...]:
        return tuple(division.name for division in self._catalogue.divisions if division.name.endswith(kind))


def asks_what_they_do(read: Understanding) -> bool:
    """Whether it is asked what divisions do, however politely, and not only which projects they have."""
    asks = read.field == "content" or (read.field == "division" and "content" in read.cues)
    return asks or (read.field in (None, "division") and bool(set_patterns()["what_they_do"].search(read.text)))
