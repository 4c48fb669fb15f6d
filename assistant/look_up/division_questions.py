"""Questions about the divisions themselves: all of them, one kind of them, by how many projects they carry."""

import re
from collections.abc import Sequence

from assistant.look_up.choices import choice_of_division
from assistant.look_up.divisions_meant import asks_what_they_do
from assistant.look_up.findings import Absent, Finding, OfDivisions, Unclear
from assistant.look_up.sets import select, stands_in
from assistant.understand.cuts import count_of
from assistant.understand.filters import Filters
from assistant.understand.left_out import kinds_left_out
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Operation, Understanding
from assistant.understand.set_patterns import set_patterns
from corpus.catalogue import Catalogue, Division
from corpus.records import Project

_COMPARISONS = {"以上": int.__ge__, "以下": int.__le__, "より多": int.__gt__, "を超え": int.__gt__, "未満": int.__lt__}

_TWO = 2
_OF_PRIORITY = re.compile("重点(?:事業|施策|プロジェクト)")
# Somebody is to be put through to one of them: which one is asked back.
_PUT_THROUGH = re.compile("つな[いぐ]|繋[いぐ]|回[しす]|まわ[しす]|取り次|取次|行って")
_CARRIED = re.compile("(?:課|部署|ところ|支所|室)(?:の|[がでは][^。]{0,10}?)(?:事業|事務(?!局)|業務|仕事)")


class DivisionFinder:
    """Answers about divisions as such."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def find(self, read: Understanding) -> Finding | None:
        """The divisions, counted, listed, or by how many projects they carry."""
        found = self._found(read)
        alone = read.number_alone and isinstance(found, OfDivisions)
        return found.model_copy(update={"number_alone": True}) if alone and isinstance(found, OfDivisions) else found

    def _found(self, read: Understanding) -> Finding | None:
        cut = read.filters.cut if read.filters else None
        if read.projects or read.codes or read.field == "related" or (cut and cut.by == "plan"):
            return None
        patterns, plain = set_patterns(), plain_numbers(read.text)
        if len(read.divisions) > 1 and self._asks_number(read):
            if read.operation in ("largest", "smallest") and len(read.divisions) > _TWO:
                return self.by_size(read.operation, Filters(), rank=read.rank, among=read.divisions)
            return self._divisions(self._largest_first(read.divisions), "ranking")
        against = patterns["sized_against"].search(plain) if len(read.divisions) == 1 else None
        if against and read.field != "cost":
            return self._larger(read.divisions[0], more=bool(against["more"]))
        most = count_of(plain)
        each = read.operation == "count" and patterns["per_division"].search(plain)
        ordered = read.operation in ("largest", "smallest", "ranking") or most
        by_size = each or (ordered and patterns["by_size"].search(plain))
        if read.divisions or (read.linked and not patterns["classes"].search(plain)):
            return None
        carrying = patterns["carrying"].search(plain)
        wanted = carrying and (carrying["lack"] or read.operation == "count" or "all_divisions" in read.sets)
        if carrying and wanted and read.filters:
            return self._carrying(read.filters, lacking=bool(carrying["lack"]))
        if by_size and read.field != "cost":
            operation = "ranking" if each else read.operation or "ranking"
            return self.by_size(operation, read.filters or Filters(), most, read.rank)
        sized = patterns["sized"].search(plain)
        shared = read.filters is not None and read.filters.several_divisions  # 1つの事業なのに課が2つ
        if sized and not shared and not read.absent_topics:
            left_out = read.filters.excluding_divisions if read.filters else ()
            return self._of_size(int(sized[1]), sized[2], left_out)
        return self._class(read) or self._all_divisions(read)

    def _all_divisions(self, read: Understanding) -> Finding | None:
        of_projects = read.filters is not None and read.filters.several_divisions is not None and "事業" in read.text
        part = read.filters.part if read.filters else None
        of_named = part is not None and _CARRIED.search(read.text)  # 名前に〇の付く課の事業
        of_divisions = part is not None and part.field == "division"
        if ("all_divisions" not in read.sets and not of_divisions) or of_projects or of_named:
            return None
        if read.linked and not of_divisions:
            return None
        left_out = read.filters.excluding_divisions if read.filters else ()
        if read.filters and read.filters.priority is not None:  # 重点事業の担当課はいくつ, 重点事業のない課は
            behind = _OF_PRIORITY.search(read.text)
            lacks = behind and set_patterns()["lacks"].search(read.text[behind.end() :])
            return self._carrying(read.filters, lacking=bool(lacks))
        among = [division for division in self._catalogue.divisions if division.name not in left_out]
        named = [division for division in among if part is None or stands_in([division.name], part) != part.lacking]
        if part and len(named) > 1 and _PUT_THROUGH.search(read.text):
            return Unclear(choices=tuple(map(choice_of_division, named)))
        if part:
            return self._divisions(named, "share") if named else Absent(reason="empty_set")
        return self._divisions(named, "count" if read.operation == "count" else "list")

    def _carrying(self, filters: Filters, *, lacking: bool) -> Finding:
        """The divisions that carry something of the set, or nothing of it."""
        counted = self._counted(filters)
        if lacking:
            carry = {division.name for division, _ in counted}
            rest = [division for division in self._catalogue.divisions if division.name not in carry]
            return self._divisions(rest, "share") if rest else Absent(reason="empty_set")
        return _of_counted(counted, "share") if counted else Absent(reason="empty_set")

    def _counted(self, filters: Filters) -> list[tuple[Division, Project]]:
        """The divisions that carry something of the set, each with how many and the first of them."""
        chosen = select(self._catalogue, filters)
        own = {d: [p for p in chosen if d.name in p.divisions] for d in self._catalogue.divisions}
        return [(d.model_copy(update={"project_count": len(ps)}), ps[0]) for d, ps in own.items() if ps]

    def _class(self, read: Understanding) -> Finding | None:
        """The divisions of one kind (支所), where the question is about them and not about their projects."""
        out = [match.start() for match in kinds_left_out(read.text)]
        kind = next((m for m in set_patterns()["classes"].finditer(read.text) if m.start() not in out), None)
        counted = read.counted or re.search("名の(つ|付)|という名前", read.text)
        wanted = (read.operation in ("count", "list") or counted) and not re.search(
            "事業|事務(?!局)|仕事|業務", read.text
        )
        if kind is None or not wanted or read.unknown_words:
            return None
        named = [d for d in self._catalogue.divisions if d.name.endswith(kind[1])]
        does = bool(named) and asks_what_they_do(read)
        if does and len({project.content for d in named for project in self._catalogue.of_division(d.name)}) > 1:
            return None  # what each of them does is a list of their projects
        found = self._divisions(named, "share").model_copy(update={"kind": kind[1], "with_content": does})
        return found if named else None

    def _asks_number(self, read: Understanding) -> bool:
        """Whether it is the number of projects that divisions are compared by."""
        compares = re.search("より|多|少な|同じ|おなじ|おんなじ|差|違", read.text)
        asks = compares or read.operation in ("count", "compare", "largest", "smallest", "difference", "ranking", None)
        by_number = set_patterns()["number_of"].search(plain_numbers(read.text))
        summed = "sum" in read.cues and not re.search("それぞれ|ずつ|各", read.text)  # 両方合わせると何件
        several = (read.each and not summed) or compares or read.operation != "count"
        return bool(asks and by_number and several and read.field != "cost")

    def _largest_first(self, names: Sequence[str]) -> list[Division]:
        found = [division for division in self._catalogue.divisions if division.name in names]
        return sorted(found, key=lambda division: -division.project_count)

    def _larger(self, name: str, *, more: bool) -> Finding:
        """The divisions with more, or fewer, projects than the one that is named."""
        sizes = {division.name: division.project_count for division in self._catalogue.divisions}
        found = [d for d in self._catalogue.divisions if (d.project_count > sizes[name]) == more and d.name != name]
        found = [d for d in found if d.project_count != sizes[name]]
        return self._divisions(found, "share") if found else Absent(reason="empty_set")

    def _of_size(self, count: int, bound: str | None, left_out: Sequence[str]) -> Finding:
        """The divisions that carry just so many projects, or at least or at most so many."""
        compare = _COMPARISONS.get(bound or "", int.__eq__)
        among = [division for division in self._catalogue.divisions if division.name not in left_out]
        found = [division for division in among if compare(division.project_count, count)]
        return self._divisions(found, "share") if found else Absent(reason="empty_set")

    def by_size(
        self,
        operation: Operation,
        filters: Filters,
        most: int | None = None,
        rank: int = 1,
        among: Sequence[str] = (),
    ) -> OfDivisions:
        """The divisions with the most or the fewest projects of the set, the ``rank``th, or all of them in order."""
        counted = [one for one in self._counted(filters) if not among or one[0].name in among]
        counted.sort(key=lambda one: -one[0].project_count)
        if most is not None:  # those as large as the last of so many
            counted = [one for one in counted if one[0].project_count >= counted[:most][-1][0].project_count]
        if (operation == "ranking" and rank == 1) or most is not None:
            return _of_counted(counted, "ranking")
        sizes = sorted({one[0].project_count for one in counted}, reverse=operation != "smallest")
        place = min(rank, len(sizes))
        found = _of_counted([one for one in counted if one[0].project_count == sizes[place - 1]], operation)
        return found.model_copy(update={"rank": place})

    def _divisions(self, divisions: Sequence[Division], operation: Operation) -> OfDivisions:
        first = [self._catalogue.of_division(division.name)[0] for division in divisions]
        return OfDivisions(divisions=tuple(divisions), operation=operation, representatives=tuple(first))


def _of_counted(counted: Sequence[tuple[Division, Project]], operation: Operation) -> OfDivisions:
    return OfDivisions(
        divisions=tuple(division for division, _ in counted), operation=operation,
        representatives=tuple(project for _, project in counted),
    )  # fmt: skip
