"""What a talk makes of a finding: what is at hand may hold the question, and a yes or a no may be owed first."""

from collections.abc import Callable

from assistant.look_up.at_hand import AtHandFinder
from assistant.look_up.evidence import Evidence
from assistant.look_up.findings import Finding
from assistant.look_up.follow_ups import FollowUps
from assistant.look_up.meaning import MeaningFinder
from assistant.look_up.place_at_hand import PlaceAtHand
from assistant.look_up.schedule_at_hand import ScheduleAtHand
from assistant.look_up.verdicts import Verdicts
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue


class InTalk:
    """Settles findings by what the answer before was about; ``find`` answers another question by itself."""

    def __init__(
        self,
        catalogue: Catalogue,
        evidence: Evidence,
        meaning: MeaningFinder,
        find: Callable[[Understanding], Finding],
    ) -> None:
        self._at_hand = AtHandFinder(catalogue, evidence, meaning.abstention)
        self._place = PlaceAtHand(catalogue, meaning.branches)
        self._schedule = ScheduleAtHand(catalogue, find)
        self._follow_ups = FollowUps(catalogue, evidence, find)
        self._verdicts = Verdicts(catalogue, evidence)

    def held(self, read: Understanding, found: Finding) -> Finding | None:
        """What the record just quoted, or its division, has of the question."""
        return self._follow_ups.held(read, found)

    def undone(self, read: Understanding) -> Finding | None:
        """The thing at hand, where it is asked what is done to it that its items do not have (何を建てるの)."""
        return self._verdicts.undone(read)

    def settled(self, read: Understanding, found: Finding) -> Finding:
        """The finding, or what is at hand in its place, with the verdict first where a yes or a no is asked."""
        if getattr(found, "contrast", False):
            return found  # what is set beside each other is whole
        held = self._place.find(read) or self._schedule.others(read) or self.held(read, found)
        return self._verdicts.judged(read, held or self._gone_on(read, found))

    def _gone_on(self, read: Understanding, found: Finding) -> Finding:
        """The finding, or what goes on with the thing or the course at hand."""
        settled = self._place.instead(read, self._at_hand.settled(read, found))
        gone_on = self._schedule.course(read, settled) or self._follow_ups.of_the_thing(read, settled)
        return gone_on or self._follow_ups.unsaid(read, settled) or settled
