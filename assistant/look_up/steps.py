"""How many items the schedules, or how many divisions the projects have: one by one, and whose are the most."""

import re
from collections.abc import Iterator, Sequence
from functools import reduce

from assistant.look_up.findings import Items, OfSteps, ScheduleItem
from assistant.look_up.sets import select
from assistant.understand.filters import Filters
from assistant.understand.normalize import fold, key
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Operation, Understanding
from assistant.understand.set_patterns import set_patterns
from corpus.catalogue import Catalogue
from corpus.records import Project

# Kinds of what schedules work on.
_THINGS = re.compile("施設|建物|場所|用地|土地|敷地|箇所|か所|ヶ所|カ所|棟|建築物")
_SHORTEST_THING = 3
_NUMBERED = re.compile("[0-9](?:箇所|か所|ヶ所|カ所|施設|棟|地区)")
_EXTREMES: dict[str, Operation] = {"largest": "largest", "smallest": "smallest"}


class StepFinder:
    """Counts schedule items."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def find(self, read: Understanding) -> OfSteps | None:
        """The number of items, year by year or in all the years, where the question asks for that."""
        of_some = read.projects or read.filters or not (read.linked or read.divisions or read.inherited)
        if not set_patterns()["steps"].search(read.text) or not of_some or "principle" in read.texts:
            return None
        named = [project for project in map(self._catalogue.project, read.projects) if project]
        filters = read.filters or Filters()
        scheduled = tuple(p for p in named or select(self._catalogue, filters) if p.schedule)
        if not scheduled:
            return None
        years = read.years or tuple(scheduled[0].schedule or {})
        counts = tuple(_count(project, years) for project in scheduled)
        operation = next((_EXTREMES[cue] for cue in _EXTREMES if cue in read.cues), "sum")
        by_year = len(years) > 1 and (read.each or len(scheduled) == 1)
        return OfSteps(projects=scheduled, years=years, counts=counts, operation=operation, by_year=by_year)

    def divisions(self, read: Understanding) -> OfSteps | None:
        """How many divisions, or related ones, each project of a set has, and which has the most."""
        patterns = set_patterns()["divisions_counted"]
        asked = "related" if patterns["related"].search(read.text) else "division"
        if len(read.projects) == 1 or not patterns[asked].search(read.text):
            return None
        named = [project for project in map(self._catalogue.project, read.projects) if project]
        filters = (read.filters or Filters()).model_copy(
            update={"divisions": read.divisions, "several_divisions": None}
        )
        among = named or select(self._catalogue, filters)
        having = tuple(project for project in among if _divisions_of(project, asked))
        operation = next((_EXTREMES[cue] for cue in ("smallest", "largest") if cue in read.cues), "sum")
        if not having or (asked == "division" and operation == "sum"):
            return None
        counts = tuple(len(_divisions_of(project, asked)) for project in having)
        if asked == "division":  # most have one: those with the most are told
            most = [at for at, count in enumerate(counts) if count == (max if operation == "largest" else min)(counts)]
            having, counts = tuple(having[at] for at in most), tuple(counts[at] for at in most)
        return OfSteps(projects=having, years=(), counts=counts, operation=operation, of=asked)

    def things(self, read: Understanding) -> Items | None:
        """The buildings or sites of which the schedules have what the question names (外壁を直す施設はいくつ)."""
        own = "".join(read.divisions)  # 水道施設課の事業は何件 counts no buildings
        rest = reduce(lambda text, name: text.replace(name, ""), read.divisions, read.text)
        if "count" not in read.cues or read.projects or not _THINGS.search(rest):
            return None
        said = [key(word) for word in read.subject_words if not _THINGS.fullmatch(word) and word not in own]
        found = [item for item in self._items(read.years) if said and all(word in key(item.item) for word in said)]
        if any(_NUMBERED.search(plain_numbers(fold(item.item))) for item in found):
            return None  # so many are printed (４か所)
        names = tuple(dict.fromkeys(name for item in found if (name := _thing(item.item, said))))
        return Items(items=tuple(found), things=names) if names else None

    def _items(self, years: Sequence[str]) -> Iterator[ScheduleItem]:
        for project in self._catalogue.projects:
            for year, items in (project.schedule or {}).items():
                if not years or year in years:
                    yield from (ScheduleItem(project=project, year=year, item=item) for item in items)


def _thing(item: str, said: Sequence[str]) -> str:
    """What stands at the head of an item, before what is done with it (中央会館の外壁の修繕 → 中央会館)."""
    ends = [at for word in (*said, "の") if (at := item.find(word)) >= 0]
    name = item[: min(ends, default=0)]
    return name if len(name) >= _SHORTEST_THING else ""


def _divisions_of(project: Project, kind: str) -> tuple[str, ...]:
    return project.related_divisions if kind == "related" else project.divisions


def _count(project: Project, years: Sequence[str]) -> int:
    return sum(len(items) for year, items in (project.schedule or {}).items() if year in years)
