"""Draw what a fictional city's plan says: its text around the tables, and its projects row by row."""

from random import Random

from evals.fictional.options import Parameters
from evals.fictional.projects import draw_rows
from evals.fictional.records import PlanTruth, Principle
from evals.fictional.vocabulary import words
from evals.fictional.years import plain_years, wide
from evals.from_records.truth import ProjectTruth

CIRCLED = "①②③④⑤⑥⑦⑧⑨"


def draw_truth(random: Random, parameters: Parameters) -> PlanTruth:
    """Everything the plan says."""
    front = words("front")
    city = f"{random.choice(words('cities')['first'])}{random.choice(words('cities')['last'])}市"
    section = random.choice(words("cities")["sections"])
    rows = draw_rows(random, parameters)
    projects = tuple(project for row in rows for project in row)
    named = {"city": city, "section": section}
    years = plain_years(parameters)
    return PlanTruth(
        city=city,
        section_number=f"（{wide(str(random.randint(1, 6)))}）",
        section=section,
        period=f"{years[0]}～{years[-1]}",
        years=years,
        intro=tuple(text.format(**named) for text in front["intro"][: random.randint(1, 3)]),
        principles=_principles(random, named),
        sdgs_targets=_targets(random),
        sdgs_direction="".join(front["sdgs_direction"][: random.randint(1, 3)]),
        total_cost_million_yen=_total(random, projects),
        cost_items=_cost_items(random),
        projects=projects,
        rows=_row_indices(rows),
    )


def _principles(random: Random, named: dict[str, str]) -> tuple[Principle, ...]:
    front = words("front")
    drawn = random.sample(front["principles"], random.randint(2, 6))
    branches = front["branched"]["branches"][: random.randint(2, 3)]
    entries = [*drawn, {"title": front["branched"]["title"], "branches": branches}]
    if random.random() < 0.4:
        random.shuffle(entries)
    return tuple(
        Principle(
            mark=mark,
            title=entry["title"],
            text=entry.get("text", "").format(**named),
            branches=tuple(entry.get("branches", ())),
        )
        for mark, entry in zip(CIRCLED, entries, strict=False)
    )


def _targets(random: Random) -> tuple[str, ...]:
    drawn = set(random.sample(words("front")["sdgs_targets"], random.randint(2, 8)))
    return tuple(target for target in words("front")["sdgs_targets"] if target in drawn)


def _total(random: Random, projects: tuple[ProjectTruth, ...]) -> int:
    of_priorities = sum(project.cost_million_yen or 0 for project in projects)
    return of_priorities + random.randint(900, 1500) * len(projects)


def _cost_items(random: Random) -> tuple[str, ...]:
    short = random.sample(words("front")["cost_items"], random.randint(3, 12))
    return (*short, *random.sample(words("front")["long_cost_items"], random.randint(0, 2)))


def _row_indices(rows: list[list[ProjectTruth]]) -> tuple[tuple[int, ...], ...]:
    indices: list[tuple[int, ...]] = []
    start = 0
    for row in rows:
        indices.append(tuple(range(start, start + len(row))))
        start += len(row)
    return tuple(indices)
