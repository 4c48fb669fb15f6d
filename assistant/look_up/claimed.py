"""Questions that name a project or a division as the answer: what they are about is found without it."""

from collections.abc import Callable, Iterable, Sequence

from assistant.look_up.claims import claim_on_divisions, claim_on_projects, stated_of_set
from assistant.look_up.division_questions import DivisionFinder
from assistant.look_up.findings import About, Correction, Finding
from assistant.look_up.only import all_of_set
from assistant.look_up.sets import compute, select
from assistant.understand.filters import Filters
from assistant.understand.question import Premise, Understanding
from assistant.understand.set_patterns import set_patterns
from corpus.catalogue import Catalogue
from corpus.records import Project

_EXTREMES = ("largest", "smallest")
_SEVERAL = 2


class ClaimFinder:
    """Finds what such a question is about, and says whether what it names is right."""

    def __init__(self, catalogue: Catalogue, divisions: DivisionFinder) -> None:
        self._catalogue = catalogue
        self._divisions = divisions
        self._rules: tuple[Callable[[Understanding, Premise], Finding | None], ...] = (
            self._code_of, self._most_of_all, self._busiest, self._only_project, self._of_another_division,
            self._shared, self._account_of,
        )  # fmt: skip

    def find(self, read: Understanding) -> Finding | None:
        """What the question is about, with the correction; None where it names nothing as the answer."""
        if read.premise is None or read.inherited:
            return None
        if read.premise.open:
            return self._wrong_code(read, read.premise)
        found = (rule(read, read.premise) for rule in self._rules)
        return next((finding for finding in found if finding is not None), None)

    def _code_of(self, read: Understanding, premise: Premise) -> Finding | None:
        """The project that a code is said to be of (9-9-1-2って庁舎のコードですよね), and the one that has it."""
        named = self._named(read)
        owners = [project for code in read.codes for project in self._catalogue.with_code(code)]
        if not read.codes or len(named) != 1:
            return None
        agrees = named[0].code in read.codes
        if agrees and premise.divisions:
            return None  # 0-2-1-1の〇〇事業は財政課ですよね: it is the division that is claimed
        holds, true = agrees != premise.negated, () if agrees or not named[0].code else (named[0].code,)
        projects = (*named, *(owner for owner in owners if owner not in named))
        return About(
            projects=projects, field="code",
            correction=Correction(claimed=read.codes, holds=holds, of_division=False, true=true),
        )  # fmt: skip

    def _wrong_code(self, read: Understanding, premise: Premise) -> Finding | None:
        """Both projects, where a code is taken for granted to be of the one that lacks it, whatever else is asked."""
        found = None if read.operation or premise.negated or not read.names_whole else self._code_of(read, premise)
        if not isinstance(found, About) or found.correction is None or found.correction.holds:
            return None
        missing = tuple(code for code in read.codes if not self._catalogue.with_code(code))
        field = read.field or "code"
        beside = () if field in ("code", "division") else ("code",)  # whose it is comes with its code
        return found.model_copy(update={"field": field, "beside": beside, "missing_codes": missing})

    def _most_of_all(self, read: Understanding, premise: Premise) -> Finding | None:
        """The project that is said to cost the most or the least of a set."""
        named = self._named(read)
        if read.operation not in _EXTREMES or not named or any(p.cost_million_yen is None for p in named):
            return None
        filters = (read.filters or Filters()).model_copy(update={"among": None, "with_cost": True})
        projects = select(self._catalogue, filters)
        if len(projects) <= len(named):
            return None
        found = compute(filters, read.operation, projects, projects, read.rank)
        agrees = _ids(named) <= _ids(found.projects)
        said = Correction(claimed=tuple(p.name for p in named), holds=agrees != premise.negated, of_division=False)
        return found.model_copy(update={"correction": said})

    def _busiest(self, read: Understanding, premise: Premise) -> Finding | None:
        """The division that is said to have the most or the fewest projects."""
        if read.operation not in _EXTREMES or len(premise.divisions) != 1 or read.field == "cost" or read.projects:
            return None
        if not set_patterns()["by_size"].search(read.text):
            return None
        found = self._divisions.by_size(read.operation, stated_of_set(read))
        agrees = premise.divisions[0] in [division.name for division in found.divisions]
        said = Correction(claimed=premise.divisions, holds=agrees != premise.negated, of_division=False)
        return found.model_copy(update={"correction": said})

    def _only_project(self, read: Understanding, premise: Premise) -> Finding | None:
        """All of a set or of a division, where some projects are said to be all of it."""
        return all_of_set(read, self._named(read), self._catalogue) if premise.only_project else None

    def _of_another_division(self, read: Understanding, premise: Premise) -> Finding | None:
        """One division's projects, where another is said to carry them."""
        if premise.subject is None or read.projects or read.operation or not premise.divisions:
            return None
        projects = tuple(self._catalogue.of_division(premise.subject))
        return About(projects=projects, field="division", correction=claim_on_divisions(read, projects))

    def _shared(self, read: Understanding, premise: Premise) -> Finding | None:
        """The matter that several divisions are said to carry together (防災はA課とB課の共管ですよね)."""
        named = self._named(read)
        if not read.together or len(premise.divisions) < _SEVERAL or len(named) != 1 or read.operation:
            return None
        return About(projects=tuple(named), field="division", correction=claim_on_divisions(read, named))

    def _account_of(self, read: Understanding, _premise: Premise) -> Finding | None:
        """The account of a matter that is told in its own words (用地の購入は一般会計ですよね)."""
        named, stated = self._named(read), stated_of_set(read)
        if len(named) != 1 or len(stated.accounts) != 1 or stated != Filters(accounts=stated.accounts):
            return None
        if read.operation or read.divisions:
            return None
        return About(projects=tuple(named), field="account", correction=claim_on_projects(read, named))

    def _named(self, read: Understanding) -> Sequence[Project]:
        """The projects named, or the one that the question's own words lead to before all others."""
        best = max(read.linked.values(), default=0.0)
        ids = read.projects or tuple(id_ for id_, weight in read.linked.items() if weight == best)
        found = [project for project in map(self._catalogue.project, ids) if project]
        return found if read.projects or len(found) == 1 else ()


def with_other_readings(read: Understanding, finding: Finding, catalogue: Catalogue) -> Finding:
    """The finding; that the division claimed is one of those of a word with readings (証明書は〇〇課でいい？)."""
    premise = read.premise
    if not isinstance(finding, About) or premise is None or premise.negated or premise.only or premise.open:
        return finding
    if len(premise.divisions) != 1 or len(set(read.topic_words)) != 1 or read.projects or read.inherited:
        return finding
    meant = [project for ids in read.matters for project in map(catalogue.project, ids) if project]
    of_matters = (name for project in meant for name in project.divisions)
    readings = tuple(dict.fromkeys((*of_matters, *(name for choice in read.broad for name in choice.divisions))))
    own = tuple(project for project in meant if premise.divisions[0] in project.divisions)
    if len(read.matters) < _SEVERAL or len(readings) < _SEVERAL or not own:
        return finding
    said = Correction(claimed=premise.divisions, holds=True, true=readings)
    return About(projects=own, field="division", by_meaning=True, correction=said)


def _ids(projects: Iterable[Project]) -> set[str]:
    return {project.id for project in projects}
