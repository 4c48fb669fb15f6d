"""What a question really asks, settled against the plan: what its words only seem to filter or to ask is taken away."""

import re

from assistant.look_up.findings import is_missing
from assistant.look_up.plan_facts import PlanFacts
from assistant.look_up.sets import select
from assistant.look_up.texts import TextFinder
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.fields import asked_by_noun, find_field
from assistant.understand.filters import Filters
from assistant.understand.normalize import key
from assistant.understand.question import FieldName, Premise, Understanding
from corpus.catalogue import Catalogue
from corpus.records import Project

# Fields that are asked of one project, never of a set of them.
_OF_ONE: tuple[FieldName, ...] = ("division", "goal", "note", "related", "schedule", "code", "account", "page", "cost")
_STATED_OF: dict[str, str] = {
    "code": "coded", "cost": "with_cost", "goal": "with_goal", "note": "with_note", "related": "with_related",
    "schedule": "with_schedule",
}  # fmt: skip
_SHORTEST = 2
# The fact that まだやっていますか asks for, where no year is named.
_HOURS = "開庁時間・受付時間"
# Words by which a related division is really asked for.
_RELATES = re.compile("関連|関係|関わ|かかわ|連携|協力|携わ|相手")
# Divisions that have to do with a project (関わりのある課, どの課が関わっていますか).
_INVOLVED = re.compile(
    "(?:関わ|かかわ|関与|絡|関連|関係|つなが)[^、。?？]{0,10}(?:課|部署|ところ)"
    "|(?:課|部署)(?:も|が|は|と)?[^、。?？]{0,6}(?:関わ|かかわ|関与|絡|関連|関係)"
)


# A bound that is said of the sum, not of the projects that are added up (合計が20億円を下回る).
_SUM_BOUND = re.compile(
    "(?:合計|総額|総計|トータル|合算)(?:額|金額|の事業費|の額)?(?:は|が|で|も|って)[^。、?？]{0,6}[0-9]"
)
_BOUNDS = ("cost_from", "cost_over", "cost_to", "cost_under")


class Settler:
    """Settles questions against one catalogue and the text around its tables."""

    def __init__(self, catalogue: Catalogue, texts: TextFinder, plans: PlanFacts) -> None:
        self._catalogue = catalogue
        self._texts = texts
        self._plans = plans

    def settled(self, read: Understanding) -> Understanding:
        """The question without what the plan shows it not to mean."""
        for step in (
            _of_matter_denied,
            _of_years,
            _of_bound_on_sum,
            self._without_field,
            self._without_part,
            self._of_one_in_set,
            self._of_involved,
            self._of_card,
            self._of_division_claimed,
            self._of_reading_claimed,
            self._of_one_shown,
            self._of_step,
            self._of_course,
        ):
            read = step(read)
        return read

    def _without_field(self, read: Understanding) -> Understanding:
        """Without a field of the text around the tables that the text does not answer."""
        answered = {"made": self._plans.date, "included": self._texts.cost_items}
        if read.field not in answered or answered[read.field](read):
            return read
        return read.model_copy(update={"field": find_field(read.cues, without=("made", "included"))})

    def _without_part(self, read: Understanding) -> Understanding:
        """Without a quotation that no project prints, where it is the text's own: a term of it, or its heading."""
        part = read.filters.part if read.filters else None
        if part is None or select(self._catalogue, read.filters or Filters()):
            return read
        of_text = self._texts.sentences.of_term(read) or find_cues("texts", part.word) & {"principle"}
        return read.model_copy(update={"filters": None}) if of_text else read

    def _of_one_in_set(self, read: Understanding) -> Understanding:
        """Of the one project of a set that its matter leads to (〇〇の重点事業の特記事項), where a field is asked."""
        if read.filters != Filters(priority=True) or read.operation or read.field not in _OF_ONE or read.projects:
            return read
        named = {p.id for p in select(self._catalogue, read.filters or Filters()) if _is_named(p, read)}
        return read.model_copy(update={"filters": None, **_named(named)}) if len(named) == 1 else read

    def _of_course(self, read: Understanding) -> Understanding:
        """Of the schedule of its matter, where what is to happen is asked in words of the calendar (今年は何をする)."""
        if read.field not in (None, "content", "division", "overview") or read.operation or read.attribute:
            return read
        best = max(read.linked.values(), default=0.0)
        meant = read.projects or [name for name, weight in read.linked.items() if weight == best]
        found = [self._catalogue.project(name) for name in meant]
        scheduled = bool(found) and all(project is not None and project.schedule for project in found)
        comes = scheduled and match_cue("schedules", "comes", read.text)
        return read.model_copy(update={"field": "schedule"}) if comes else read

    def _of_one_shown(self, read: Understanding) -> Understanding:
        """Of the one project that its filters leave of a list (重点になっている方の目標, 番号が4で終わる事業の目標)."""
        among = read.filters is not None and read.filters.among is not None and read.inherited
        of_code = read.filters is not None and read.filters.part is not None and read.filters.part.field == "code"
        by_cost = read.filters is not None and read.filters.has_one_cost  # 3億円の事業の目標は
        if (
            not (among or of_code or by_cost)
            or read.filters is None
            or read.field is None
            or read.operation
            or read.projects
        ):
            return read
        if getattr(read.filters, _STATED_OF.get(read.field, ""), None) is not None:
            return read  # コードが付いているのは？ asks which they are
        if read.field == "cost" and read.filters.is_bounded:
            return read  # 10億円を超えるものは？ too
        found = select(self._catalogue, read.filters.model_copy(update={"divisions": read.divisions}))
        named = {"projects": tuple(project.id for project in found), "filters": None, "divisions": ()}
        return read.model_copy(update={**named, "names_whole": True}) if len(found) == 1 else read

    def _of_division_claimed(self, read: Understanding) -> Understanding:
        """Of a matter that a division is said to carry, though the plan has that division for a related one only."""
        name = read.filters.related_division if read.filters else None
        if not name or read.filters != Filters(related_division=name) or read.operation or not self._matters(read):
            return read
        if _RELATES.search(read.text):
            return self._of_relation(read, name)
        asks = read.field == "division" or (read.field is None and read.premise is not None)
        return read.model_copy(update={"filters": None, "divisions": (name,)}) if asks else read

    def _of_reading_claimed(self, read: Understanding) -> Understanding:
        """Of the one matter of a word with several that the division named carries (税金の相談は納税課ですか)."""
        claimed = read.premise.divisions if read.premise else ()
        if len(claimed) != 1 or len(read.matters) <= 1 or read.projects or len(set(read.topic_words)) != 1:
            return read
        own = {p.id for p in self._catalogue.of_division(claimed[0])} & {i for ids in read.matters for i in ids}
        return read.model_copy(update={"linked": {i: read.linked.get(i, 0.0) for i in own}}) if own else read

    def _of_relation(self, read: Understanding, name: str) -> Understanding:
        """Whether the division is a related one of the one project that the question is about."""
        matters = {project.id for project in self._matters(read)}
        if len(matters) != 1 or read.field not in (None, "division", "related"):
            return read
        claim = (read.premise or Premise()).model_copy(update={"divisions": (name,), "open": False})
        return read.model_copy(update={"filters": None, "field": "related", "premise": claim, **_named(matters)})

    def _of_involved(self, read: Understanding) -> Understanding:
        """Of the related divisions of the one project named, where it is asked which divisions are involved in it."""
        projects = [p for p in map(self._catalogue.project, read.projects) if p]
        named = len(projects) == 1 and not read.divisions and read.filters is None and read.field in (None, "division")
        if not named or is_missing(projects[0], "related") or not _INVOLVED.search(read.text):
            return read
        return read.model_copy(update={"field": "related", "operation": None, "counted": None})

    def _of_card(self, read: Understanding) -> Understanding:
        """Of the one project whose name holds all that is named, where a field that only cards have is asked for."""
        field = read.field if read.field in ("related", "goal", "note") else None
        named = read.projects or read.divisions or read.filters or read.texts or not read.subject_words
        if field is None or named or not asked_by_noun(field, read.text):
            return read
        printing = (p for p in self._catalogue.projects if not is_missing(p, field))
        found = {p.id for p in printing if all(key(word) in key(p.name) for word in read.subject_words)}
        return read.model_copy(update={"operation": None, **_named(found)}) if len(found) == 1 else read

    def _of_step(self, read: Understanding) -> Understanding:
        """Of the first, or the last, year of the one project named, where it is asked what is done first or last."""
        projects = [p for p in map(self._catalogue.project, read.projects) if p]
        told = read.premise is not None and not read.premise.open
        if len(projects) != 1 or not projects[0].schedule or read.years or read.divisions or told:
            return read
        cues, years = find_cues("schedules", read.text), list(projects[0].schedule)
        year = years[0] if "first_step" in cues else years[-1] if "last_step" in cues else None
        asked = {"field": "schedule", "operation": None, "attribute": None, "names_whole": True}
        return read.model_copy(update={"years": (year,), **asked}) if year else read

    def _matters(self, read: Understanding) -> list[Project]:
        return [p for p in map(self._catalogue.project, (*read.projects, *read.linked)) if p]


def _of_years(read: Understanding) -> Understanding:
    """Of the years of one step, not of all that has a schedule; in a year of the plan nobody asks for a day's hours."""
    if read.years and read.attribute == _HOURS:
        read = read.model_copy(update={"attribute": None})
    when = read.filters == Filters(with_schedule=True) and read.field == "when" and read.subject_words
    return read.model_copy(update={"filters": None}) if when else read


def _of_matter_denied(read: Understanding) -> Understanding:
    """Of the matter that a division is denied for (税の担当を〇〇課以外で), not of all that the others carry."""
    filters = read.filters
    if filters is None or not filters.excluding_divisions or read.operation or read.field != "division":
        return read
    only = filters == Filters(excluding_divisions=filters.excluding_divisions)
    return read.model_copy(update={"filters": None}) if only and (read.linked or read.projects) else read


def _is_named(project: Project, read: Understanding) -> bool:
    """Whether the question's matter leads to the project, or a noun of it is a part of the project's name."""
    if read.linked:
        return {*read.linked} == {project.id}
    return any(key(word) in key(project.name) for word in read.subject_words if len(word) >= _SHORTEST)


def _named(projects: set[str]) -> dict[str, object]:
    return {"projects": tuple(projects), "names_whole": True}


def _of_bound_on_sum(read: Understanding) -> Understanding:
    """With the bound within which the sum is said to lie set aside: it chooses no projects."""
    filters, premise = read.filters, read.premise
    if filters is None or premise is None or premise.open or read.operation != "sum" or not filters.is_bounded:
        return read
    if not _SUM_BOUND.search(read.text):
        return read
    bound = Filters.model_validate({name: getattr(filters, name) for name in _BOUNDS})
    rest = filters.model_copy(update=dict.fromkeys(_BOUNDS))
    return read.model_copy(update={"filters": rest, "premise": premise.model_copy(update={"bound": bound})})
