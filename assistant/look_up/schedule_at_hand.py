"""What schedules have, where a short question goes on from one: a stage of what is at hand, or what else there is."""

import re
from collections.abc import Callable

from assistant.look_up.findings import About, Absent, Finding, Items, ScheduleItem, Unclear, projects_of
from assistant.look_up.held_words import OF_ITEMS, words_told
from assistant.look_up.thing_at_hand import of_thing
from assistant.understand.cues import match_cue
from assistant.understand.question import AtHand, Understanding
from assistant.understand.stages import find_stage
from corpus.catalogue import Catalogue

_OTHERS = re.compile("(?:ほか|他)(?:に|の|で)(?!は[?？]?$)")


class ScheduleAtHand:
    """Finds what the schedules of one catalogue have for a question that goes on from an answer."""

    def __init__(self, catalogue: Catalogue, find: Callable[[Understanding], Finding]) -> None:
        """``find`` answers a question by itself."""
        self._catalogue = catalogue
        self._find = find

    def others(self, read: Understanding) -> Finding | None:
        """ほかに工事する建物はある？: what schedules have of the same stage beside the thing at hand."""
        left, alone = read.at_hand, read.alone
        if left is None or alone is None or not left.items or not _OTHERS.search(read.text):
            return None
        stage = find_stage(read.text) or find_stage(left.items[0])
        kinds = find_stage(read.text) or any(match_cue("schedules", "kind", word) for word in alone.subject_words)
        if not (stage and kinds) or alone.projects or alone.divisions or alone.topics:
            return None
        known = {
            one
            for project in self._catalogue.projects
            if project.id in left.projects
            for one in of_thing(project, left.items)
        }
        items = tuple(
            ScheduleItem(project=project, year=year, item=item)
            for project in self._catalogue.projects
            for year, items in (project.schedule or {}).items()
            for item in items
            if item not in known and find_stage(item) == stage
        )
        return Items(items=items) if items else None

    def course(self, read: Understanding, finding: Finding) -> Finding | None:
        """What the project at hand has of a stage or of a time, where the question by itself strays.

        Elsewhere are topics that only stand near, or choices of which none is at hand.
        """
        alone, whole, left = read.alone, read.of_thing, read.at_hand
        if not (left and whole and alone) or not (_says_only_when(alone) and self._is_of_record(whole, left)):
            return None
        strays = isinstance(finding, Unclear) and not any(
            set(one.project_ids) & set(left.projects) for one in finding.choices
        )
        if isinstance(finding, Absent):
            strays = finding.reason in ("unknown", "claim", "attribute") and not finding.projects
        if isinstance(finding, About):
            strays = not {project.id for project in finding.projects} <= set(left.projects)
        if not strays:
            return None
        found = self._find(whole)
        plain = isinstance(found, Items) or (isinstance(found, About) and found.field != "period")
        if plain and isinstance(found, Items | About) and {one.id for one in projects_of(found)} <= set(left.projects):
            return found
        near = tuple(one for one in map(self._catalogue.project, left.projects) if one)
        return (
            found.model_copy(update={"nearest": near})
            if isinstance(found, Absent)
            else Absent(reason="claim", nearest=near)
        )

    def _is_of_record(self, whole: Understanding, left: AtHand) -> bool:
        """Whether, with what was spoken of, a stage or a time is asked of the one record at hand."""
        best = max(whole.linked.values(), default=0.0)
        meant = whole.projects or tuple(name for name, weight in whole.linked.items() if weight == best)
        records = [one for one in map(self._catalogue.project, left.projects) if one and one.schedule]
        timed = records and (find_stage(whole.text) or whole.field in OF_ITEMS)
        of_items = bool(left.items) and not meant  # 旧諸戸邸の|改修工事は令和6年度からですよね
        return bool(timed and whole.field in (None, *OF_ITEMS)) and (meant == left.projects or of_items)


def _says_only_when(alone: Understanding) -> bool:
    """Whether nothing is told but a stage of work, or when it is (工事は始まりますか, 完成はいつ)."""
    said = words_told(alone, also=False)
    plain = all(find_stage(word.surface) or match_cue("schedules", "kind", word.surface) for word in said)
    return plain and not alone.topics and "division" not in alone.cues
