"""The one thing at hand of a schedule (旧諸戸邸, 今泉さわやかセンター): what is asked of it is told of it alone."""

from collections.abc import Sequence
from functools import reduce
from itertools import takewhile

from assistant.look_up.claims import claim_on_years
from assistant.look_up.evidence import holds_word
from assistant.look_up.findings import About, Finding, Items, ScheduleItem
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.normalize import key
from assistant.understand.question import AtHand, Understanding
from assistant.understand.stages import find_stage
from assistant.understand.years import find_years
from corpus.records import Project

# Items of one thing begin alike (旧諸戸邸の).
_SHORTEST_THING = 4
_POINTS = frozenset({"aspect", "it", "project"})
_OF_ITEMS = ("when", "schedule", "period")


def of_the_thing(read: Understanding, finding: Finding, left: AtHand, projects: Sequence[Project]) -> Finding | None:
    """The items of the one thing at hand, where the answer would be of its whole project."""
    if not isinstance(finding, About) or not left.items or finding.projects != tuple(projects) or len(projects) != 1:
        return None
    if finding.field == "cost" and read.inherited and not (read.filters or read.operation):
        return finding.model_copy(update={"silent_on": (_name(of_thing(projects[0], left.items)),)})
    asks = finding.field in (*_OF_ITEMS, "content", "overview") and not finding.beside
    if not (read.inherited and asks) or read.filters or read.operation:
        return None
    said, thing = nouns_of(read), of_thing(projects[0], left.items)
    held = holding(projects[0], said) if said else ()
    if said and not held and not find_cues("refers", read.text) & _POINTS:
        return None  # another thing is named
    years = () if held and not find_years(read.text) else finding.years or read.years
    meant = tuple(item for item in held if item in thing) or held or thing
    step = {"premise": None} if read.year_step is not None else {}
    found = items_in_years(read.model_copy(update={"years": years, **step}), projects[0], meant)
    return found if found and not found.lacking else None


def items_in_years(read: Understanding, project: Project, texts: Sequence[str]) -> Items | None:
    """Those items of the project, in the years asked for; whoever is wrong about a year is told all of them."""
    schedule = project.schedule or {}
    found = [
        ScheduleItem(project=project, year=year, item=item)
        for year, items in schedule.items() for item in items if item in texts
    ]  # fmt: skip
    if not found:
        return None
    correction = claim_on_years(read, found)
    in_years = [item for item in found if not read.years or item.year in read.years]
    if correction is not None and not correction.holds:
        in_years = found
    lacking = () if in_years or correction else read.years
    return Items(items=tuple(in_years or found), lacking=lacking, correction=correction)


def of_thing(project: Project, shown: Sequence[str]) -> tuple[str, ...]:
    """The items of the project that begin with the thing that those shown do (旧諸戸邸の…), in whatever year."""
    items = dict.fromkeys(item for year in (project.schedule or {}).values() for item in year)
    heads = [_head(item, one) for item in items for one in shown if item != one]
    told = {head for head in heads if len(head) >= _SHORTEST_THING}
    return tuple(item for item in items if item in shown or any(item.startswith(head) for head in told))


def _name(items: Sequence[str]) -> str:
    """What the items begin with, as one thing whose own cost no plan prints."""
    head = reduce(_head, items).split("の")[0]
    return f"「{head}」だけの額" if head else "そのうちの1つだけの額"


def _head(one: str, other: str) -> str:
    """How both begin."""
    return "".join(pair[0] for pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def holding(project: Project, said: Sequence[str]) -> tuple[str, ...]:
    """The items that hold all the words, or that are of the stage that the one word names."""
    items = dict.fromkeys(item for year in (project.schedule or {}).values() for item in year)
    held = tuple(item for item in items if all(holds_word(key(item), word) for word in said))
    stage = find_stage(said[0]) if len(said) == 1 else None
    return held or tuple(item for item in items if stage and find_stage(item) == stage)


def nouns_of(read: Understanding) -> list[str]:
    """The nouns that tell of something (keys), kinds of things apart (どこの施設)."""
    return [key(word) for word in read.subject_words if not match_cue("schedules", "kind", word)]
