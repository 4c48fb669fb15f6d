"""How a thing goes on over the years: every item that a schedule has on it, from its first year to its last."""

from collections.abc import Sequence
from itertools import takewhile

from assistant.look_up.findings import About, Items, ScheduleItem
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.stages import find_stage
from assistant.understand.years import western_year

# Items that begin alike are of one thing from so many characters on (梶原四丁目用地の…).
_SHORTEST_THING = 4


def asks_course(read: Understanding) -> bool:
    """Whether the question asks for one year after the other (年度ごとに, そのあとは, 1年目と2年目)."""
    told = read.premise is not None and not read.premise.open
    several = len(read.years) > 1 or (read.each and not read.years and read.field in ("when", "schedule"))
    return "course" in find_cues("schedules", read.text) or (several and not told)


def asks_either(text: str) -> bool:
    """Whether the text offers one year and another (令和7年度も？それとも前の年度まで？)."""
    return "either" in find_cues("schedules", text)


def words_of_thing(read: Understanding) -> tuple[str, ...]:
    """The nouns of the question, for a course without those that only ask for it or name a kind of thing or stage."""
    if not asks_course(read):
        return read.subject_words
    asked = match_cue("schedules", "course", read.text)
    kept = (word for word in read.subject_words if asked is None or word not in asked[0])
    named = tuple(word for word in kept if not (match_cue("schedules", "kind", word) or find_stage(word)))
    return named or read.subject_words


def course_of(
    read: Understanding, chosen: Sequence[ScheduleItem], among: Sequence[ScheduleItem], said: Sequence[str]
) -> tuple[ScheduleItem, ...]:
    """The chosen items and those of the same thing, by how the plan begins them; of several years those named."""
    found = of_same_things(chosen, among, said)
    years = sorted(western_year(year) or 0 for year in read.years)
    between = "range" in find_cues("schedules", read.text)
    meant = range(years[0], years[-1] + 1) if between and years else years
    named = tuple(item for item in found if western_year(item.year) in meant)
    return named if len(years) > 1 and named else found


def of_same_things(
    chosen: Sequence[ScheduleItem], among: Sequence[ScheduleItem], said: Sequence[str]
) -> tuple[ScheduleItem, ...]:
    """The chosen items and those of the same things, by how the plan begins them."""
    return tuple(item for item in among if any(_are_of_one(item, one, said) for one in chosen))


def by_thing(text: str, among: Sequence[ScheduleItem]) -> list[list[ScheduleItem]]:
    """The items by the things that the text spells as the plan begins their items, if it spells several."""
    heads = [(spelled_head(key(item.item), key(text)), item) for item in among]
    things = {head for head, item in heads if head and head not in key(item.project.name)}
    whole = sorted(head for head in things if not any(other != head and head in other for other in things))
    return [[item for head, item in heads if head == thing] for thing in whole] if len(whole) > 1 else []


def spelled_head(item: str, text: str) -> str:
    """As much of the item's beginning as the text spells, if that is enough for a thing."""
    size = next((size for size in range(len(item), _SHORTEST_THING - 1, -1) if item[:size] in text), 0)
    return item[:size]


def whole_year(read: Understanding, found: Items) -> About | None:
    """All that a project does in the year, where the question's words are the project's and not those of one item."""
    projects = {item.project.id: item.project for item in found.items}
    told = read.premise is not None and not read.premise.open
    if len(projects) != 1 or not read.years or read.field == "when" or told:
        return None
    (project,) = projects.values()
    own = key(f"{project.name}{project.content}{project.goal or ''}")
    if "what" not in find_cues("schedules", read.text) or not all(key(word) in own for word in read.subject_words):
        return None
    return About(projects=(project,), field="schedule", years=read.years)


def _are_of_one(item: ScheduleItem, other: ScheduleItem, said: Sequence[str]) -> bool:
    """Whether two items of a project begin with the same words, one of the question's among them."""
    if item.project.id != other.project.id:
        return False
    pairs = zip(key(item.item), key(other.item), strict=False)
    head = "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return item.item == other.item or (len(head) >= _SHORTEST_THING and any(key(word) in head for word in said))
