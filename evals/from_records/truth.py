"""What a plan says of its projects, generated or real: the truth that answers are measured against."""

from random import Random
from unicodedata import normalize

from corpus.catalogue import Catalogue
from corpus.records import Project, Record

_SHORTEST_NAME = 4
_SHORTENED = 0.3


class ProjectTruth(Record):
    """A project as ``corpus.records.Project`` has it, without ids and places in the text.

    Whatever the text prints, ``code`` is written ``1-3-2`` and a year ``令和8年度``, half-width.
    """

    name: str
    code: str | None = None
    divisions: tuple[str, ...]
    divisions_open: bool = False
    related_divisions: tuple[str, ...] = ()
    content: str
    priority: bool = False
    goal: str | None = None
    note: str | None = None
    schedule: dict[str, tuple[str, ...]] | None = None
    cost_million_yen: int | None = None
    account: str = "一般"


class ProjectsTruth(Record):
    """The projects of a plan, generated or real, in plan order."""

    projects: tuple[ProjectTruth, ...]

    @property
    def divisions(self) -> tuple[str, ...]:
        """The responsible divisions, in the order in which the plan first names them."""
        return tuple(dict.fromkeys(name for project in self.projects for name in project.divisions))

    @property
    def priorities(self) -> tuple[ProjectTruth, ...]:
        """The priority projects, in plan order."""
        return tuple(project for project in self.projects if project.priority)

    @property
    def costs(self) -> dict[str, int]:
        """The costs that are printed, in 百万円, by project name."""
        return {p.name: p.cost_million_yen for p in self.projects if p.cost_million_yen is not None}

    def of(self, *divisions: str) -> tuple[ProjectTruth, ...]:
        """The projects that one of the divisions carries."""
        return tuple(project for project in self.projects if set(divisions) & set(project.divisions))

    def askable_divisions(self) -> list[str]:
        """The divisions whose name is not part of another's."""
        return [name for name in self.divisions if sum(name in other for other in self.divisions) == 1]

    def asked_name(self, random: Random, project: ProjectTruth) -> str:
        """The project's name, or now and then its name without 事業 or 事務 where that still names it alone."""
        short = project.name.removesuffix("事業").removesuffix("事務")
        names = [*self.divisions, *(other.name for other in self.projects)]
        alone = sum(short in name for name in names) == 1
        return short if alone and len(short) >= _SHORTEST_NAME and random.random() < _SHORTENED else project.name


def truth_of(catalogue: Catalogue) -> ProjectsTruth:
    """What the records of an ingested plan say."""
    return ProjectsTruth(projects=tuple(map(_project, catalogue.projects)))


def _project(project: Project) -> ProjectTruth:
    schedule = project.schedule and {normalize("NFKC", year): items for year, items in project.schedule.items()}
    said = project.model_dump(include=set(ProjectTruth.model_fields))
    return ProjectTruth.model_validate(said | {"schedule": schedule})
