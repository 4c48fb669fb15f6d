"""Questions about schedules: of named projects, by the words of an item, by a year."""

import re

from assistant.look_up.courses import asks_course, asks_either, whole_year
from assistant.look_up.findings import About, Absent, Finding, Items
from assistant.look_up.schedules import ScheduleFinder
from assistant.look_up.sets import select
from assistant.look_up.turns import of_stage, sites, turning
from assistant.look_up.whens import each_when
from assistant.understand.cues import find_cues
from assistant.understand.fields import fields_beside
from assistant.understand.filters import Filters
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.stages import is_stage
from assistant.understand.years import find_years
from corpus.catalogue import Catalogue
from corpus.records import Project

_MOST = 0.6
_NEARLY_ALL = 0.95
_ONLY_THAT_YEAR = re.compile(
    "年度?(?:に)?(?:だけ|のみ)に?(?:あ[るり]|出て|載|や[るっ]|行|する|入|登場|現れ|書)|年度?にしか(?:な|や|出|載|行|し)"
)
# It is the items themselves that are asked for, not the projects that have them.
_OF_ITEMS = re.compile("(?:工程|予定|項目|取組|こと|もの)(?:は|を|って|が|[?？。]|$)|(?:工程|予定|項目)")
_COMPOUND = re.compile("[一-龥]{3,}")
_APART = re.compile("違[いうっ]|ちが[いう]|比べ|変わ(?:る|り|っ)|変化|差|同じ|おなじ")
# All years are set beside each other.
_BY_YEAR = re.compile("年度?(?:で|ごと|によって|毎に|によりけり)|年間で|毎年|年々")
_ASKS_ITEM = re.compile("(工程|予定|項目)(は|を|って|名)?(どれ|何|なに|どんな|全部|すべて|一覧|教え|[?？]|$)")


class ScheduleQuestions:
    """Answers what in which year, and which year for what."""

    def __init__(self, catalogue: Catalogue, schedules: ScheduleFinder) -> None:
        self._catalogue = catalogue
        self._schedules = schedules

    def of_projects(self, read: Understanding, projects: tuple[Project, ...]) -> Finding | None:
        """Something of the projects' schedules that the question singles out by its words."""
        if read.every_year:
            scheduled = tuple(project for project in projects if project.schedule)
            whole = About(projects=scheduled, field="schedule") if scheduled and read.premise is None else None
            return self._schedules.in_every_year(projects) or whole
        told = not read.inherited or bool(find_years(read.text))
        turned = turning(read, projects) if read.names_whole and told else None
        if turned:
            return turned
        course = asks_course(read)
        asks = read.field in ("schedule", "when") or read.years or read.year_step or course
        if read.field in (None, "content") and read.operation == "list" and not read.years:
            return self._schedules.matching(read, projects, least=_MOST)
        if not asks or (read.inherited and not read.subject_words) or _of_whole_year(read, projects):
            return None
        items = each_when(read, self._schedules.matching, projects)
        if items:
            return items
        items = self._schedules.matching(read, projects)
        singled_out = read.field == "when" or read.premise or read.year_step or course
        return self._stepped(read, items) if items and singled_out else None

    def _stepped(self, read: Understanding, items: Items) -> Finding:
        """The items, all of their project's year, or what comes the year after (or before) them, as it is asked."""
        onwards = _onwards(items) if "onwards" in find_cues("schedules", read.text) and not read.premise else None
        if onwards and read.field != "when":
            return onwards
        told = bool(read.years) and not find_years(read.text)  # the step is taken from the year spoken of before
        if read.year_step is None or told or asks_either(read.text) or asks_course(read):
            return whole_year(read, items) or items
        project, year = items.items[0].project, items.items[0].year
        years = list(project.schedule or {})
        at = years.index(year) + read.year_step
        if not 0 <= at < len(years):
            return Absent(reason="field", field="schedule", projects=(project,))
        return About(projects=(project,), field="schedule", years=(years[at],))

    def spelled_out(self, read: Understanding) -> Finding | None:
        """An item that the question spells out, whatever else its words may mean, where years are asked or named."""
        onwards = "onwards" in find_cues("schedules", read.text)
        of_years = read.field in ("when", "schedule", "period") or read.years or onwards
        if not of_years or read.operation or read.inherited or (read.projects and read.names_whole):
            return None
        items = self._schedules.matching(read) if self._schedules.is_spelled(read.text) else None
        return self._stepped(read, items) if items else None

    def years_apart(self, read: Understanding) -> About | None:
        """Years of one project beside each other: two (令和5年度と令和7年度の違いは), or all (年度で変わりますか)."""
        best = max(read.linked.values(), default=0.0)
        led = [name for name, weight in read.linked.items() if weight == best >= 1.0]
        meant = read.projects if read.names_whole or read.inherited else read.projects or led
        one = len(meant) == 1 and (len(read.years) == len(("this", "other")) or _BY_YEAR.search(read.text))
        project = self._catalogue.project(meant[0]) if one and _APART.search(read.text) else None
        years = read.years or tuple(project.schedule or ()) if project else ()
        told = project and project.schedule and set(years) <= set(project.schedule)
        claims = read.premise and (read.premise.divisions or read.premise.amounts)
        if not project or not told or read.operation in ("count", "sum") or claims:
            return None
        return About(projects=(project,), field="schedule", years=years, contrast=True)

    def sites(self, read: Understanding) -> Items | None:
        """What something is done to, thing by thing, where that is asked for."""
        return sites(read, self._catalogue.projects)

    def whose_and_when(self, read: Understanding) -> Items | None:
        """What is done when, and by which project, where the question asks for both (何年度に、どの事業で)."""
        part = read.filters.part if read.filters and read.filters == Filters(part=read.filters.part) else None
        if part and part.field == "schedule" and (read.field == "when" or _ASKS_ITEM.search(read.text)):
            return self._schedules.holding(part.word, read.years)
        asks = read.field == "when" and read.operation in (None, "list")
        if not asks or read.filters or read.divisions or (read.projects and read.names_whole):
            return None
        several = each_when(read, self._schedules.matching)
        return several or self._schedules.matching(read, least=_NEARLY_ALL)

    def by_words(self, read: Understanding) -> Finding | None:
        """What the schedules have for the words or the year that the question names."""
        turned = turning(read, self._catalogue.projects) if not read.projects and not read.divisions else None
        if turned:
            return turned
        of_matter = [word for word in read.subject_words if "年" not in word]  # 3年間ずっと
        everywhere = read.every_year and read.field == "schedule" and not (of_matter or read.filters)
        if everywhere and not (read.projects or read.divisions):  # 3年とも続く工程はどれ
            return self._schedules.in_every_year(tuple(self._catalogue.projects))
        over_years = (read.every_year and read.premise is not None) or asks_course(read)
        if read.field not in ("schedule", "when") and not read.years and not over_years:
            of_item = read.field in (None, "content") and not read.operation and not read.divisions
            if of_item and self._schedules.holds_name(read):
                held = self._schedules.matching(read)
                return None if held and _of_another_matter(read, held) else held
            singled_out = not (read.linked or read.field or read.divisions) and len(read.subject_words) > 1
            return self._schedules.matching(read, least=_NEARLY_ALL) if singled_out else None
        if read.operation in ("list", "count") and read.years and not read.subject_words:
            return self._in_year(read)
        whole = self._named_by_its_words(read)
        if whole:
            beside = fields_beside(read.cues, "schedule")
            return About(projects=(whole,), field="schedule", years=read.years, beside=beside)
        of_kind = not (read.projects or read.divisions) and all(map(is_stage, read.subject_words))
        if of_kind and read.subject_words and (staged := of_stage(read, self._catalogue.projects)):
            return staged  # 調査の予定を全部, 令和5年度の調査は
        found: Items | None = self._schedules.matching(read)
        whether = read.field == "schedule" and self._is_unscheduled(read)
        if found and not (whether and _of_another_matter(read, found)):
            return self._stepped(read, found)
        staged = of_stage(read, self._catalogue.projects) if not read.projects and not read.divisions else None
        if staged:
            return staged
        return self._in_year(read) if read.years and not read.linked and not read.unknown_words else None

    def _is_unscheduled(self, read: Understanding) -> bool:
        """Whether the matter is known, and is of projects without a schedule (公共用地を買う予定)."""
        linked = [project for project in map(self._catalogue.project, read.linked) if project]
        return bool(linked) and not any(project.schedule for project in linked)

    def in_one_year(self, read: Understanding) -> Items | None:
        """What the schedules, or those of a set, have in the one year named alone (令和5年度だけにある工程)."""
        alone = _ONLY_THAT_YEAR.search(read.text) and len(read.years) == 1
        of_items = not read.filters or _OF_ITEMS.search(
            read.text
        )  # 令和5年度だけに予定のある重点事業は asks for projects
        if not alone or not of_items or (read.premise and not read.premise.open):
            return None
        named = tuple(project for project in map(self._catalogue.project, read.projects) if project)
        filters = (read.filters or Filters()).model_copy(update={"divisions": read.divisions})
        among = named or select(self._catalogue, filters)
        names = "".join(name for project in among for name in (project.name, *project.divisions))
        of_these = all(word in names for word in read.subject_words)
        return self._schedules.only_in(read.years[0], among) if of_these else None

    def _named_by_its_words(self, read: Understanding) -> Project | None:
        """The one project whose name holds all words of a question for a schedule: 再編の予定は？ is of all of it."""
        words = [key(word) for word in read.subject_words]
        if read.field != "schedule" or read.operation or read.premise or not words or asks_course(read):
            return None
        scheduled = [project for project in self._catalogue.projects if project.schedule]
        runs = [key(run) for run in _COMPOUND.findall(read.text) if any(word in key(run) for word in words)]
        if any(run not in words and self._schedules.prints(run) for run in runs):
            return None  # 実施設計 is an item, and not all of 設計事務
        named = [project for project in scheduled if all(word in key(project.name) for word in words)]
        return named[0] if len(named) == 1 else None

    def _in_year(self, read: Understanding) -> Finding | None:
        """Everything that the schedules have for a year."""
        scheduled = tuple(p for p in self._catalogue.projects if p.schedule and set(read.years) & set(p.schedule))
        return About(projects=scheduled, field="schedule", years=read.years) if scheduled else None

    def prints_when(self, read: Understanding) -> bool:
        """Whether a schedule, that of the projects named if any are, has all that the question asks the year of."""
        named = [project for project in map(self._catalogue.project, read.projects) if project]
        return read.field == "when" and self._schedules.matching(read, named, least=_NEARLY_ALL) is not None

    def is_asked_when(self, read: Understanding) -> bool:
        """Whether the question asks when something is done that a schedule has."""
        return read.field == "when" and self._schedules.matching(read) is not None


def _onwards(items: Items) -> About | None:
    """All that the one project does in the years behind those of the items; None where it does the same again."""
    projects = {item.project.id: item.project for item in items.items}
    if len(projects) != 1 or len({item.year for item in items.items}) > 1:
        return None
    (project,), years = projects.values(), list(items.items[0].project.schedule or {})
    later = tuple(years[years.index(items.items[-1].year) + 1 :])
    return About(projects=(project,), field="schedule", years=later) if later else None


def _of_another_matter(read: Understanding, found: Items) -> bool:
    """Whether the question names a matter of other projects, that no item found prints, beside a place in one."""
    own = max((read.linked.get(item.project.id, 0.0) for item in found.items), default=0.0)
    printed = any(key(word) in key(item.item) for word in read.topic_words for item in found.items)
    return bool(read.topics) and own < max(read.linked.values(), default=0.0) and not printed


def _of_whole_year(read: Understanding, projects: tuple[Project, ...]) -> bool:
    """Whether a year of the projects named is asked for by no other word than their names'."""
    own = "".join(key(project.name) for project in projects)
    return bool(read.years and read.names_whole) and all(key(word) in own for word in read.subject_words)
