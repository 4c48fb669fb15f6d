"""What begins or ends in a year (it did not stand in the year before, or does not in the next), or is of a stage."""

import re
from collections.abc import Sequence

from assistant.look_up.findings import Items, ScheduleItem
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.stages import find_stage
from assistant.understand.years import western_year
from corpus.records import Project

_TURNS = ("begins", "ends")
# What is done first or last is all of a year.
_OF_STEPS = frozenset(("first_step", "last_step"))
# Works that are no repairs: whoever asks what is built is not told what is repaired.
_BUILDS = re.compile("建[てつちっ設]|新設|新築|解体|取り?壊|撤去")


def turning(read: Understanding, projects: Sequence[Project]) -> Items | None:
    """The items that begin, or end, in the one year named, of the stage named; None where something else is named."""
    cues = find_cues("schedules", read.text)
    turns = set() if cues & _OF_STEPS else cues & set(_TURNS)
    if read.premise is not None and not read.premise.open:
        return None
    if len(turns) != 1 or len(read.years) != 1 or read.field == "when":
        return None
    (turn,), (year,) = turns, read.years
    if any(not _is_of_asking(word, turn, projects) for word in read.subject_words):
        return None
    asked = match_cue("schedules", turn, read.text)
    before, behind = (read.text[: asked.start()], read.text[asked.end() :]) if asked else (read.text, "")
    stage = (find_stage(before) or find_stage(behind)) if len(projects) > 1 else None
    found = [
        item for project in projects for item in _of_project(project) if not stage or find_stage(item.item) == stage
    ]
    turned = [item for item in found if _is_then(item.year, year, read.text) and _turns(item, turn)]
    lacking = () if turned else (year,)
    shown = turned or [item for item in found if stage or len(projects) == 1]
    return Items(items=tuple(shown), lacking=lacking) if shown else None


def _is_then(year: str, named: str, text: str) -> bool:
    """Whether the year is the one named, or lies before or behind it where the text says so (令和10年度より前に)."""
    at, told = (western_year(year) or 0) - (western_year(named) or 0), find_cues("schedules", text)
    by_cue = {"earlier": at < 0, "up_to": at <= 0, "later": at > 0, "from_then": at >= 0}
    return next((holds for cue, holds in by_cue.items() if cue in told), at == 0)


def of_stage(read: Understanding, projects: Sequence[Project]) -> Items | None:
    """The items of the years named (else of all, to list) of the stage, where no more is named (修繕する施設は)."""
    stage = find_stage(read.text)
    told = read.premise is not None and not read.premise.open
    years = read.years or (_years_of(projects) if "listing" in read.cues else ())
    if stage is None or not years or told or not all(_is_of_asking(word, "", ()) for word in read.subject_words):
        return None
    found = [item for project in projects for item in _of_project(project) if find_stage(item.item) == stage]
    shown = [item for item in found if item.year in years]
    lacking = () if shown else years
    return Items(items=tuple(shown or found), lacking=lacking) if found else None


def sites(read: Understanding, projects: Sequence[Project]) -> Items | None:
    """The items of the stage that is asked for thing by thing (どの建物を直すの, 外壁を直す施設を全部).

    Where others than those shown are asked for (ほかに工事する建物は), these are left out.
    """
    stage = find_stage(read.text) if match_cue("schedules", "which_things", read.text) else None
    told = read.premise is not None and not read.premise.open
    others = "others" in find_cues("refers", read.text) and bool(read.at_hand)  # ほかに工事する建物は
    named = read.projects or read.divisions or read.filters or read.unknown_words
    if stage is None or told or named or (read.spoken and not others):
        return None
    said = [key(word) for word in read.subject_words if not _is_of_asking(word, "", ())]
    items = (item for project in projects for item in _of_project(project) if find_stage(item.item) == stage)
    items = (item for item in items if bool(_BUILDS.search(item.item)) >= bool(_BUILDS.search(read.text)))
    shown = read.at_hand.items if others and read.at_hand else ()
    items = (item for item in items if item.item not in shown)
    in_years = (item for item in items if not read.years or item.year in read.years)
    found = tuple(item for item in in_years if all(word in key(item.item) for word in said))
    return Items(items=found) if found else None


def _is_of_asking(word: str, turn: str, projects: Sequence[Project]) -> bool:
    """Whether the word only asks for a turn, or names a stage, a kind of thing or the one project that is meant."""
    plain = (turn and match_cue("schedules", turn, word)) or match_cue("schedules", "kind", word) or find_stage(word)
    return bool(plain) or (len(projects) == 1 and word in projects[0].name)


def _years_of(projects: Sequence[Project]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(year for project in projects for year in project.schedule or {}))


def _of_project(project: Project) -> list[ScheduleItem]:
    schedule = project.schedule or {}
    return [ScheduleItem(project=project, year=year, item=item) for year, items in schedule.items() for item in items]


def _turns(item: ScheduleItem, turn: str) -> bool:
    """Whether the item begins or ends in its year; what stands in every year of several does neither."""
    schedule = item.project.schedule or {}
    years = list(schedule)
    if len(years) > 1 and all(item.item in items for items in schedule.values()):
        return False
    beside = years.index(item.year) + (-1 if turn == "begins" else 1)
    return not 0 <= beside < len(years) or item.item not in schedule[years[beside]]
