"""Sentences about sets of projects and about the divisions themselves."""

from assistant.compose.about import AboutComposer
from assistant.compose.corrections import correct, note_claimed
from assistant.compose.describe import describe
from assistant.compose.draft import Draft, first_place
from assistant.compose.fields import remark_of_end
from assistant.compose.pairs import PairComposer, note_bounds
from assistant.compose.wording_book import WordingBook
from assistant.look_up.findings import OfPair, OfSet, OfSets
from assistant.look_up.sets import is_finished
from assistant.understand.filters import Filters
from corpus.records import Project

# Where only a number is wanted, so many are cited for it; all of them were shown.
_MOST_CITED = 10
# What says of a set only that it was shown before.
_OF_LIST = {"among": None, "out_of": 0, "excluding": ()}


class SetComposer:
    """Words complete lists, counts and computations, with the numbers that went in."""

    def __init__(self, wording: WordingBook, about: AboutComposer) -> None:
        self._wording = wording
        self._about = about

    def compose(self, draft: Draft, found: OfSet | OfSets | OfPair) -> None:
        """Add the lines for a set, for several one after another, or for two against each other."""
        if isinstance(found, OfSet):
            self._one(draft, found)
        elif isinstance(found, OfSets):
            self._each(draft, found)
        else:
            PairComposer(self._wording, self._what, self._rows).compose(draft, found)

    def _one(self, draft: Draft, found: OfSet) -> None:
        what = self._what(found)
        note_bounds(draft, self._wording, found.filters)
        draft.computed |= {*found.filters.excluding_divisions, *found.filters.excluding_names}
        if found.correction:
            draft.lines.append(correct(self._wording, found.correction, ()))
            note_claimed(draft, self._wording, found.correction)
        draft.projects = found.projects
        draft.focus = draft.shown = tuple(project.id for project in found.projects)
        draft.divisions = found.filters.divisions or tuple(
            dict.fromkeys(n for p in found.projects for n in p.divisions)
        )
        if not found.projects:
            draft.focus = draft.shown = tuple(project.id for project in found.base)
            draft.computed.add("0")
            draft.lines.append(self._wording.say("none", what=what))
            self._rows(draft, found.base)
        elif found.operation == "share":
            self._share(draft, found, what)
        elif found.over_cost and found.operation != "count":
            self._costs(draft, found, what)
        else:
            self._beside(draft, found.besides)
            if found.whole_told:
                draft.lines.append(self._wording.say("nothing_else"))
            self._list(draft, found, what)
            draft.lines += [
                self._about.fields.say(draft, project, "related") for project in found.projects if found.with_related
            ]
        for project in found.left_open:
            said = self._wording.say("left_open", name=project.name, divisions=self._about.fields.divisions(project))
            draft.lines.append(said + draft.cite_project(project))
        if found.silent_on:
            draft.lines.append(self._wording.say("silent_on", matters=self._wording.join(found.silent_on)))
        self._suggest(draft, found)

    def _list(self, draft: Draft, found: OfSet, what: str) -> None:
        """The number and the rows; what the plan prints alike of all of them once, and not in each row."""
        alike = len(found.projects) > 1 and len({project.content for project in found.projects}) == 1
        if found.contrast and alike:
            names = self._wording.join(list(draft.divisions))
            draft.lines.append(self._wording.say("contrast_alike", names=names))
        said = self._wording.say("list", what=what, count=len(found.projects))
        if found.number_alone:
            draft.lines.append(said + "".join(draft.cite_project(one) for one in found.projects[:_MOST_CITED]))
            return
        draft.lines.append(said)
        content = found.with_content and not alike
        self._rows(draft, found.projects, with_cost=found.with_cost, with_content=content)
        if alike and found.filters.divisions:
            markers = [draft.cite_project(project) for project in found.projects]
            quote = draft.citations[int(markers[0][1:-1]) - 1].quote
            draft.lines.append(self._wording.say("quote_each", quote=quote) + "".join(markers))

    def _beside(self, draft: Draft, besides: tuple[OfSet, ...]) -> None:
        """What else was computed over the set, a line for each; the rows follow the last."""
        for one in besides:
            if one.over_cost:
                self._headline(draft, one, self._what(one))
            else:
                draft.lines.append(self._wording.say("list", what=self._what(one), count=len(one.projects)))

    def _each(self, draft: Draft, found: OfSets) -> None:
        if found.contrast:
            draft.lines.append(self._wording.say("contrast_apart"))
        for one in found.sets:
            self._one(draft, one)
        draft.projects = tuple(project for one in found.sets for project in one.projects)
        if found.contrast:
            draft.divisions = tuple(dict.fromkeys(name for one in found.sets for name in one.filters.divisions))
            shared = [project for project in draft.projects if draft.projects.count(project) > 1]
            draft.lines += self._about.shared_by(draft, shared)
        if len({project.id for project in draft.projects}) == len(draft.projects):  # a part comes behind its whole
            draft.projects = tuple(sorted(draft.projects, key=first_place))
        draft.focus = draft.shown = tuple(project.id for project in draft.projects)

    def _rows(
        self, draft: Draft, projects: tuple[Project, ...], with_cost: bool = False, with_content: bool = False
    ) -> None:
        for number, project in enumerate(projects, 1):
            values = {"number": number, "name": project.name, "divisions": self._row_divisions(project)}
            if with_cost and project.cost_million_yen is not None:
                amount = self._wording.amount(project.cost_million_yen)
                row = self._wording.say("row_cost", amount=amount, **values)
                draft.lines.append(row + draft.cite_project(project, "cost_million_yen"))
            else:
                content = f"：「{project.content}」" if with_content else ""
                draft.lines.append(self._wording.say("row", **values) + content + draft.cite_project(project))

    def _row_divisions(self, project: Project) -> str:
        code = self._wording.say("row_code", code=project.code) if project.code else ""
        ended = self._wording.say("row_ended", quote=remark_of_end(project)) if is_finished(project) else ""
        return self._about.fields.divisions(project) + code + ended

    def _costs(self, draft: Draft, found: OfSet, what: str) -> None:
        self._beside(draft, found.besides)
        self._headline(draft, found, what)
        self._numbers(draft, found)
        extremes = [one for one in (*found.besides, found) if one.operation in ("largest", "smallest")]
        if len(extremes) > 1:
            draft.projects = tuple(project for one in extremes for project in one.projects)
            draft.focus = draft.shown = tuple(project.id for project in draft.projects)

    def _headline(self, draft: Draft, found: OfSet, what: str) -> None:
        """What was computed, in a line or a few."""
        result = found.result or 0.0
        amount = self._wording.amount(round(result, 1))
        draft.computed.add(amount)
        names = self._wording.join([project.name for project in found.projects])
        if found.operation in ("sum", "average"):
            one = len(found.projects) == 1 and (found.years or (found.filters.among and not found.without_cost))
            draft.lines.append(self._wording.say("side_cost" if one else found.operation, what=what, amount=amount))
            self._yearly(draft, result, found.years)
        elif found.operation in ("largest", "smallest"):
            markers = "".join(draft.cite_project(project, "cost_million_yen") for project in found.projects)
            markers = "" if found.filters.excluding_names else markers  # the rows below are cited; what is out is not
            name = found.operation if found.rank == 1 else f"{found.operation}_nth"
            said = self._wording.say(name, what=what, names=names, amount=amount, rank=found.rank)
            draft.lines.append(said + markers)
        elif found.operation == "rest" and found.total_passage:
            taken = self._wording.amount(sum(project.cost_million_yen or 0 for project in found.projects))
            total = self._wording.amount(found.total or 0)
            draft.computed |= {taken, total}
            said = self._wording.say("rest", what=what, total=total, taken=taken, amount=amount)
            draft.lines.append(said + draft.cite_passage(found.total_passage))
        elif found.operation in ("place", "place_up"):
            said = self._wording.say(found.operation, what=what, names=names, amount=amount, rank=found.rank)
            draft.lines.append(said + draft.cite_project(found.projects[0], "cost_million_yen"))
        elif found.operation == "ranking":
            draft.lines.append(self._wording.say("ranking", what=what))
        else:
            self._compare(draft, found, amount)

    def _yearly(self, draft: Draft, result: float, years: int) -> None:
        """What a sum comes to in a year, said to be computed."""
        if years:
            amount = self._wording.amount(round(result / years, 2))
            draft.computed.add(amount)
            draft.lines.append(
                self._wording.say("total_per_year", amount=amount, total=f"{int(result):,}", years=years)
            )

    def _compare(self, draft: Draft, found: OfSet, difference: str) -> None:
        first = found.projects[0]
        if found.result == 0:
            draft.lines.append(self._wording.say("equal"))
            return
        amount = self._wording.amount(first.cost_million_yen or 0)
        draft.lines.append(self._wording.say("compare", names=first.name, amount=amount))
        draft.lines.append(self._wording.say("difference", amount=difference))
        last = found.projects[-1].cost_million_yen
        if last:
            ratio = f"{(first.cost_million_yen or 0) / last:.2f}".rstrip("0").rstrip(".")
            draft.lines.append(
                self._wording.say("ratio", names=first.name, others=found.projects[-1].name, ratio=ratio)
            )

    def _numbers(self, draft: Draft, found: OfSet) -> None:
        """The numbers that went in, and what has none."""
        extreme = found.operation in ("largest", "smallest", "place", "place_up")
        went_in = found.projects if not extreme else tuple(p for p in found.base if p.cost_million_yen is not None)
        if extreme:
            draft.lines.append(self._wording.say("compared"))
        self._rows(draft, went_in, with_cost=True)
        if found.without_cost and len(found.without_cost) <= 6:
            names = self._wording.join([project.name for project in found.without_cost])
            draft.lines.append(self._wording.say("without_cost", names=names))
        elif found.without_cost:
            draft.lines.append(self._wording.say("only_costed", count=len(went_in)))

    def _share(self, draft: Draft, found: OfSet, what: str) -> None:
        percent = f"{(found.result or 0.0) * 100:.1f}"
        draft.computed.add(percent)
        if not found.over_cost:
            count, base = len(found.projects), len(found.base)
            draft.computed |= {str(count), str(base)}
            draft.lines.append(self._wording.say("share_count", what=what, count=count, base=base, percent=percent))
            self._rows(draft, found.projects)
            return
        amount = self._wording.amount(sum(project.cost_million_yen or 0 for project in found.projects))
        total = self._wording.amount(found.total or 0)
        draft.computed |= {amount, total}
        marker = draft.cite_passage(found.total_passage) if found.total_passage else ""
        said = self._wording.say("share_cost", what=what, amount=amount, total=total, percent=percent)
        draft.lines.append(said + marker)
        self._rows(draft, found.projects if found.total_passage else found.base, with_cost=True)

    def _what(self, found: OfSet) -> str:
        """The set in words, from its filters."""
        filters = found.filters
        if filters.named or (filters.among is not None and found.operation in ("share", "difference", "compare")):
            return self._wording.join([project.name for project in found.projects])
        if filters.among is not None and found.over_cost and filters.model_copy(update=_OF_LIST) == Filters():
            costed = len(set(filters.among) - set(filters.excluding))
            return self._wording.say("what_these" if costed > 1 else "what_this", count=costed)
        parts = describe(self._wording, filters)
        return self._wording.say("what_and").join(parts) if parts else self._wording.say("what_all")

    def _suggest(self, draft: Draft, found: OfSet) -> None:
        if found.projects:
            draft.suggestions.append(self._wording.say("suggest_content", name=found.projects[0].name))
        draft.suggestions.append(self._wording.say("suggest_priority"))
