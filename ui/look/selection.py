"""What one address of the room selects: ``#look?division=…&year=…``."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from corpus.catalogue import Catalogue
from corpus.records import Project, Record


class Selection(Record):
    """The projects to show; ``division`` narrows them, ``year`` (as the plan prints it) is highlighted."""

    division: str | None = None
    year: str | None = None

    @classmethod
    def of(cls, catalogue: Catalogue, parameters: Mapping[str, str]) -> "Selection":
        """What the parameters name; a division or year that the plan does not have is ignored."""
        division, year = parameters.get("division"), parameters.get("year")
        known = any(each.name == division for each in catalogue.divisions)
        return cls(division=division if known else None, year=year if year in plan_years(catalogue) else None)

    def projects(self, catalogue: Catalogue) -> tuple[Project, ...]:
        """The projects selected, in plan order."""
        return catalogue.of_division(self.division) if self.division else catalogue.projects

    def address(self, **changed: str | None) -> str:
        """The fragment of this selection with some fields changed; None takes one away."""
        fields = {name: value for name, value in (self.model_dump() | changed).items() if value}
        return f"#look?{urlencode(fields, quote_via=quote)}" if fields else "#look"

    def download(self, name: str) -> str:
        """The path of the file with the data of one picture."""
        query = f"?{urlencode({'division': self.division}, quote_via=quote)}" if self.division else ""
        return f"/charts/{name}.csv{query}"


def plan_years(catalogue: Catalogue) -> tuple[str, ...]:
    """Every year that a schedule names, in the order in which the plan first names them."""
    return tuple(dict.fromkeys(year for project in catalogue.projects for year in project.schedule or {}))
