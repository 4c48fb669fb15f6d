"""Questions with several readings: which are offered, or which one of them is meant."""

from assistant.look_up.bearing import differ
from assistant.look_up.choices import choose
from assistant.look_up.decided import Decider
from assistant.look_up.findings import About, Finding, Unclear
from assistant.look_up.meaning import MeaningFinder
from assistant.look_up.readings import Readings
from assistant.look_up.said import broad_words, more_is_said
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.words import words
from corpus.catalogue import Catalogue
from corpus.records import Project

# A question of so many characters around few nouns tells more than they do.
_WORDY = 24
_MOST_CHOICES = 12
_SHORTEST_TELLING = 2


class LeftOpen:
    """Decides questions that one catalogue leaves open: by what else they say, or by asking back."""

    def __init__(self, catalogue: Catalogue, meaning: MeaningFinder, decider: Decider) -> None:
        self._decider = decider
        self._meaning = meaning
        self._bearing = meaning.bearing
        self._few_words = meaning.few_words
        self._readings = Readings(catalogue, meaning.bearing)

    def nearly_named(self, read: Understanding) -> Finding | None:
        """The projects that the words name, where others are only called likewise (道路の台帳の管理事業)."""
        named = self._few_words.named(read)
        if differ(named):
            return choose(named[:_MOST_CHOICES], read.field) if len(read.projects) == 1 else None
        is_known = not named or {project.id for project in named} == {*read.projects}
        return None if is_known else About(projects=tuple(named), field=read.field or "division", by_meaning=True)

    def told(self, read: Understanding) -> Finding | None:
        """The readings of one name or deed, unless a word beside a broad one names a project alone (建物の設計).

        A compound that one division alone prints as a whole has no other reading.
        """
        whole = self._readings.printed_whole(read)
        if whole:
            return About(projects=whole, field=read.field or "division", by_meaning=True)
        named = read.broad and not self._readings.is_printed(read) and self._named_beside(read)
        unclear = None if named else self._readings.find(read)
        return self._decider.decided(read, unclear) if unclear else None

    def too_broad(self, read: Understanding) -> Finding | None:
        """The readings of a broad word, unless the topic model is sure of one (亡くなりまして、届は何課へ)."""
        unclear = _readings_of_broad(read)
        named = self._named_beside(read) if unclear else None
        if named is not None:
            return About(projects=(named,), field=read.field or "division", by_meaning=True)
        if unclear is None or not more_is_said(read) or _names_several(read, unclear):
            return self._decider.decided(read, unclear) if unclear else None
        offered = {project_id for choice in unclear.choices for project_id in choice.project_ids}
        sure = self._meaning.sure_of(read) or self._meaning.among(read, offered)
        return sure or self._decider.decided(read, unclear)

    def few_words(self, read: Understanding) -> Finding | None:
        """The projects that print the few words said, unless the topic model is sure of one."""
        unclear = self._few_words.several(read)
        if unclear is None:
            return None
        sure = self.alone(read) or self._meaning.sure_of(read, least=_WORDY)
        return sure or self._decider.decided(read, unclear)

    def alone(self, read: Understanding) -> Finding | None:
        """What one division alone prints, as whole words: that is about it, whatever it is."""
        found = self._few_words.alone(read)
        return About(projects=found, field="division", by_meaning=True) if found else None

    def _named_beside(self, read: Understanding) -> Project | None:
        """The one project that is named by the one word beside a broad one, as a whole word (建物の設計)."""
        broad = "、".join(broad_words(read))
        beside = [key(word) for word in read.subject_words if key(word) not in broad]
        if len(beside) != 1 or len(beside[0]) < _SHORTEST_TELLING:
            return None
        named = self._bearing.named([beside])
        return named[0] if len(named) == 1 else None


def _readings_of_broad(read: Understanding) -> Unclear | None:
    """The readings of a word with several, where nothing in the question decides between them."""
    # In another language a word that was not translated (landlord) only tells how the matter came up.
    unknown = [word for word in read.unknown_words if read.language == "ja" or not word.isascii()]
    return None if not differ(read.broad) or unknown or read.place_divisions else Unclear(choices=read.broad)


def _names_several(read: Understanding, unclear: Unclear) -> bool:
    """Whether the question names by itself what sets several of the choices apart (管理の話と建て替えの話)."""
    said = [{key(w.surface) for w in words(choice.label) if len(w.surface) > 1} for choice in unclear.choices]
    named = []
    for at, own in enumerate(said):
        apart = own - {word for other in (*said[:at], *said[at + 1 :]) for word in other}
        named.append(any(word in key(read.text) for word in apart))
    return sum(named) > 1
