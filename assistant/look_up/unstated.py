"""Questions for a fact that no plan states: said to be missing, unless the plan does say what is asked."""

import re

from assistant.conversation import BRANCH_SUFFIXES
from assistant.look_up.evidence import Evidence
from assistant.look_up.findings import Absent
from assistant.look_up.schedule_questions import ScheduleQuestions
from assistant.look_up.sets import is_finished
from assistant.understand.fact_words import fact_in_words
from assistant.understand.money import find_amounts
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.unstated import gives_way, is_no_errand, measure_of
from corpus.catalogue import Catalogue
from corpus.records import Project

_OVER_COSTS = frozenset({"largest", "smallest", "sum", "ranking", "difference", "average", "compare"})
_PRINTED_DATE = re.compile(r"[0-9０-９]+月[0-9０-９]+日")
_ASKS_PRINTED_DATE = re.compile(r"時点|現在|基準|賦課期日|(何|なん)月(何|なん)日")
# The dates that contents print are days that decide who is meant, never days by which something is due.
_ASKS_DEADLINE = re.compile(r"納期|期限|締め?切|いつまで|(何|なん)日まで|第?[0-9一二三四]期")
# A single word of the prose (手数料) says too little of what is asked.
_FEWEST_WORDS = 2
_NEARLY_ALL = 0.75
# The fact of unstated.yaml beside which it helps to know which office serves which part of the city.
_PLACE = "場所・住所・階"
# The fact that leave to do something is.
_ALLOWED = "お尋ねのようにしてよいかどうか"
# The fact that a reason is.
_REASON = "理由・経緯"
# Whoever tells a place asks which office serves it, not where that stands.
_ASKS_NEAREST = re.compile(
    "近い|近く|最寄|の(?:支所|出張所|行政センター|市民センター)(?:は|って)?、?(?:どこ|どちら)(?!に)"
)


class UnstatedFinder:
    """Says that a fact is not in the plan, whatever the question names beside it."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence, schedules: ScheduleQuestions) -> None:
        self._catalogue = catalogue
        self._schedules = schedules
        self._evidence = evidence
        self._names = (*(p.name for p in catalogue.projects), *(d.name for d in catalogue.divisions))
        printed = [project.schedule for project in catalogue.projects if project.schedule]
        self._items = key("".join(item for schedule in printed for items in schedule.values() for item in items))
        self._prose = [key(passage.title + passage.text) for passage in evidence.prose]

    def find(self, read: Understanding) -> Absent | None:
        """That the plan does not state the fact; the divisions and projects are those that the question names."""
        of_divisions = "all_divisions" in read.sets and not read.linked  # 担当は全部で何か所
        if not read.attribute or of_divisions or self._is_stated(read):
            return None
        projects = tuple(project for project in map(self._catalogue.project, read.projects) if project)
        detail, whole = read.attribute, read.attribute == _ALLOWED
        if read.language == "ja" and not whole:
            detail, whole = fact_in_words(read.text, read.attribute, self._names)
            if detail == read.attribute and (projects or read.divisions):
                detail = measure_of(detail) or detail  # of what is named
            if detail == _REASON:
                detail, whole = "お尋ねの理由や経緯", True
        return Absent(
            reason="attribute", detail=detail, whole=whole,
            no_errand=is_no_errand(read.attribute), divisions=read.divisions, projects=projects,
            branches=self._branches(read) if read.attribute == _PLACE and not projects else (),
        )  # fmt: skip

    def _branches(self, read: Understanding) -> tuple[str, ...]:
        """The branch offices, where it is for them as a kind that a place is asked (支所はどこにありますか)."""
        linked = [project for project in map(self._catalogue.project, read.linked) if project]
        names = tuple(dict.fromkeys(name for project in linked for name in project.divisions))
        only = not (read.divisions or read.place_divisions) and all(name.endswith(BRANCH_SUFFIXES) for name in names)
        return tuple(division.name for division in self._catalogue.divisions if division.name in names) if only else ()

    def _is_stated(self, read: Understanding) -> bool:
        """Whether the question only sounds as if it asked for such a fact."""
        if read.attribute == _PLACE and read.place_divisions and read.linked and _ASKS_NEAREST.search(read.text):
            return True
        if self._schedules.prints_when(read):
            return True
        at = (*read.place_divisions, *read.divisions)
        if read.attribute == _ALLOWED and at and all(name.endswith(BRANCH_SUFFIXES) for name in at):
            return True  # 玉縄でもいい？ asks where, not whether
        if "period" in read.cues and any(is_finished(project) for project in self._meant(read)):
            return True
        way = gives_way(read.attribute or "")
        if way == "nothing":
            return read.attribute == _REASON and self._is_wrong_about_value(read)
        premise = read.premise
        if premise and premise.divisions and not premise.open and (read.projects or read.linked):
            return True  # it is the division that is to be confirmed
        if way == "question":
            return bool(read.projects or read.linked) and read.field not in (None, "content")
        if way == "schedule":
            return not read.linked or bool(read.projects) or self._has_dates(read)
        if "principle" in read.texts and not read.divisions:
            return True
        over_costs = read.operation in _OVER_COSTS and (read.filters is not None or bool(read.projects))
        return over_costs or self._prints_date(read) or self._is_in_prose(read)

    def _is_wrong_about_value(self, read: Understanding) -> bool:
        """Whether the reason is asked for a sum or a code that the one project named has not: that is told instead."""
        named = [project for project in map(self._catalogue.project, read.projects) if project]
        if len(named) != 1:
            return False
        amounts, cost = find_amounts(read.text), named[0].cost_million_yen
        wrong_cost = bool(amounts) and cost is not None and cost not in amounts
        return wrong_cost or (bool(read.codes) and named[0].code not in read.codes)

    def _has_dates(self, read: Understanding) -> bool:
        """Whether what is meant, or something that the question names, has dates in the plan."""
        scheduled = any(project.schedule for project in self._meant(read)) or self._prints_any_date(read)
        words = [key(word) for word in read.subject_words if len(word) > 1]
        return scheduled or any(word in self._items for word in words)

    def _prints_any_date(self, read: Understanding) -> bool:
        dated = any(_PRINTED_DATE.search(project.content) for project in self._meant(read))
        return dated and not _ASKS_DEADLINE.search(read.text)

    def _meant(self, read: Understanding) -> list[Project]:
        found = map(self._catalogue.project, (*read.projects, *read.linked))
        return [project for project in found if project]

    def _prints_date(self, read: Understanding) -> bool:
        """Whether the question is about a date that a project's content prints (１月１日現在)."""
        return self._prints_any_date(read) and bool(_ASKS_PRINTED_DATE.search(read.text))

    def _is_in_prose(self, read: Understanding) -> bool:
        """Whether nearly all that the question names stands in one passage around the tables."""
        named = read.projects or read.divisions or len(read.subject_words) < _FEWEST_WORDS
        return not named and any(
            self._evidence.coverage(read.subject_words, text) >= _NEARLY_ALL for text in self._prose
        )
