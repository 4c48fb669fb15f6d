"""Draw the projects of a fictional city, row by row of the table: ordinary ones, groups, the special account's."""

from random import Random

from evals.fictional import writing
from evals.fictional.divisions import draw_divisions, related_divisions
from evals.fictional.options import Parameters
from evals.fictional.schedules import schedule_columns
from evals.fictional.vocabulary import words
from evals.fictional.years import plain_years, printed_years
from evals.from_records.truth import ProjectTruth

Row = list[ProjectTruth]
Topic = tuple[str, str, str, str]
"""Domain, name, what is done, what is done besides."""


def draw_rows(random: Random, parameters: Parameters) -> list[Row]:
    """The table's rows in plan order; a row of several projects holds them all."""
    topics = _topics(random, parameters.plain_rows)
    divisions = draw_divisions(random, [topic[0] for topic in topics], parameters.long_divisions)
    remarks = _remark_numbers(random, parameters)
    priorities = _priority_numbers(random, parameters, remarks)
    rows = [[_project(random, topic, owners)] for topic, owners in zip(topics, divisions, strict=True)]
    for number in remarks:
        remark = writing.period_remark(random, printed_years(parameters))
        rows[number] = [_changed(rows[number][0], content=rows[number][0].content + remark)]
    open_numbers = [number for number in range(len(rows)) if number not in priorities]
    for number in random.sample(open_numbers, min(parameters.open_rows, len(open_numbers))):
        rows[number] = [_changed(rows[number][0], divisions_open=True)]
    for position, number in enumerate(priorities):
        rows[number] = [_prioritised(random, rows[number][0], topics[number], parameters, position)]
    return _with_groups(random, rows, parameters) + _special_rows(random, parameters, rows)


def _topics(random: Random, count: int) -> list[Topic]:
    """That many topics, those of a domain side by side as in a real plan."""
    every = [(domain, *entry) for domain, entries in words("projects").items() for entry in entries]
    domains = list(words("projects"))
    random.shuffle(domains)
    drawn = random.sample(every, count)
    return sorted(drawn, key=lambda topic: domains.index(topic[0]))


def _remark_numbers(random: Random, parameters: Parameters) -> list[int]:
    spare = parameters.plain_rows - parameters.priority_count
    return sorted(random.sample(range(parameters.plain_rows), min(parameters.period_remarks, spare)))


def _priority_numbers(random: Random, parameters: Parameters, taken: list[int]) -> list[int]:
    free = [number for number in range(parameters.plain_rows) if number not in taken]
    return sorted(random.sample(free, parameters.priority_count))


def _project(random: Random, topic: Topic, divisions: tuple[str, ...]) -> ProjectTruth:
    _, name, about, also = topic
    return ProjectTruth(name=name, divisions=divisions, content=writing.content(random, about, also))


def _prioritised(
    random: Random, project: ProjectTruth, topic: Topic, parameters: Parameters, position: int
) -> ProjectTruth:
    _, _, about, also = topic
    single = parameters.single_item_columns and position == 0
    columns = schedule_columns(random, parameters.year_count, 1 if single else random.choice((2, 2, 2, 3, 3, 4)))
    years = plain_years(parameters)
    missing = random.choice(("goal", "note", "", "")) if parameters.missing_labels else ""
    return _changed(
        project,
        priority=True,
        code="-".join(str(part) for part in (*parameters.code_prefix, parameters.first_code + position)),
        related_divisions=related_divisions(random, project.divisions) if random.random() < 0.35 else (),
        goal=None if missing == "goal" else writing.goal(random, about, also),
        note=None if missing == "note" else writing.note(random),
        schedule={year: tuple(items) for year, items in zip(years, columns, strict=True)},
        cost_million_yen=round(10 ** random.uniform(0.3, 3.9)),
    )


def _with_groups(random: Random, rows: list[Row], parameters: Parameters) -> list[Row]:
    """The rows with those of several projects put in between, each group of another kind."""
    grouped = list(rows)
    places = random.sample(words("cities")["places"], sum(parameters.groups))
    kinds = random.sample(words("cities")["groups"], len(parameters.groups))
    for size, kind in zip(parameters.groups, kinds, strict=True):
        group, places = places[:size], places[size:]
        grouped.insert(random.randint(0, len(grouped)), [_group_member(kind, place) for place in group])
    return grouped


def _group_member(kind: dict[str, str], place: str) -> ProjectTruth:
    name, division = kind["name"].format(place=place), kind["division"].format(place=place)
    return ProjectTruth(name=name, divisions=(division,), content=kind["content"])


def _special_rows(random: Random, parameters: Parameters, rows: list[Row]) -> list[Row]:
    account = random.choice(words("cities")["account_headings"])
    owners = [name for row in rows for project in row for name in project.divisions]
    return [
        [
            ProjectTruth(
                name=name,
                divisions=(random.choice(owners),),
                divisions_open=random.random() < 0.6,
                content=text,
                account=account,
            )
        ]
        for name, text in random.sample(words("cities")["accounts_rows"], parameters.special_rows)
    ]


def _changed(project: ProjectTruth, **fields: object) -> ProjectTruth:
    return ProjectTruth.model_validate({**project.model_dump(), **fields})
