"""What happens in which year: the items of the schedules, those that go on from year to year as one."""

from corpus.catalogue import Catalogue
from corpus.records import Project, Record


class Span(Record):
    """An item from the ``first`` to the ``last`` of the timeline's years, counted from 0, both included."""

    text: str
    first: int
    last: int


class Row(Record):
    """One project and its items, by the year in which they begin and then as printed."""

    project: Project
    spans: tuple[Span, ...]


class Timeline(Record):
    """The schedules of one document, whose years are as it prints them."""

    title: str
    years: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every item of every project."""
        return tuple(span for row in self.rows for span in row.spans)

    @property
    def through(self) -> int:
        """How many items go on through all years."""
        return sum(span.first == 0 and span.last == len(self.years) - 1 for span in self.spans)

    def in_year(self, year: str) -> int:
        """How many items happen in that year."""
        place = self.years.index(year)
        return sum(span.first <= place <= span.last for span in self.spans)


def timelines(catalogue: Catalogue, projects: tuple[Project, ...]) -> tuple[Timeline, ...]:
    """One timeline for each document that prints schedules; its years are all of the document's, whatever is shown."""
    found = []
    for document in catalogue.documents:
        printed = [p.schedule for p in catalogue.projects if p.document_id == document.id and p.schedule]
        years = tuple(dict.fromkeys(year for schedule in printed for year in schedule))
        rows = tuple(
            Row(project=project, spans=spans(project.schedule, years))
            for project in projects
            if project.document_id == document.id and project.schedule
        )
        if rows:
            found.append(Timeline(title=document.title, years=years, rows=rows))
    return tuple(found)


def spans(schedule: dict[str, tuple[str, ...]], years: tuple[str, ...]) -> tuple[Span, ...]:
    """The schedule's items; one printed alike in years that follow each other is one span."""
    found: list[Span] = []
    for place, year in enumerate(years):
        before = set(schedule.get(years[place - 1], ())) if place else set()
        found += [
            Span(text=text, first=place, last=_last(schedule, years, text, place))
            for text in dict.fromkeys(schedule.get(year, ()))
            if text not in before
        ]
    return tuple(found)


def _last(schedule: dict[str, tuple[str, ...]], years: tuple[str, ...], text: str, place: int) -> int:
    while place + 1 < len(years) and text in schedule.get(years[place + 1], ()):
        place += 1
    return place
