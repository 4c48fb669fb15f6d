"""Decides what a question is answered from. Rules run from the most exact to the least; the first that fits decides."""

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches

from assistant.look_up.ambiguity import Ambiguity, choose, more_is_said, names_several
from assistant.look_up.around import AroundTables
from assistant.look_up.claimed import ClaimFinder
from assistant.look_up.claims import claim_on_projects
from assistant.look_up.claims_on_sets import checked
from assistant.look_up.codes import beside, in_part, no_such_code
from assistant.look_up.computations import Computations
from assistant.look_up.cost_questions import CostFinder
from assistant.look_up.division_questions import DivisionFinder
from assistant.look_up.evidence import Evidence
from assistant.look_up.findings import About, Absent, Finding, is_missing
from assistant.look_up.meaning import MeaningFinder
from assistant.look_up.plan_facts import PlanFacts
from assistant.look_up.schedule_questions import ScheduleQuestions
from assistant.look_up.schedules import ScheduleFinder
from assistant.look_up.set_questions import SetFinder
from assistant.look_up.sets import is_finished, select
from assistant.look_up.texts import TextFinder
from assistant.look_up.unstated import UnstatedFinder
from assistant.understand.cues import find_cues
from assistant.understand.fields import fields_beside, find_field
from assistant.understand.question import Filters, TextPart, Understanding
from corpus.catalogue import Catalogue
from corpus.records import Project

_NEAREST = 3
_FEW = 2
# A question of so many characters around few nouns tells more than they do.
_WORDY = 24
# A description of a duty tells of it from so many characters on.
_DESCRIBED = 10
# Whoever wants to do something does not ask what the text around the tables says; whoever wants to know, may.
_WISH = re.compile("(?<!知り)(?<!聞き)(?<!教え)(?<!見)(?<!読み)(?:たい(?!へん|てい)|てほしい|て欲しい|てもらえ)")
# Without such a word a text only describes a duty (AIで事務を楽にする).
_ASKS = re.compile("[?？]|何|なに|なん|どう|どの|どん|どれ|どこ|いつ|誰|なぜ|とは|教え|知り|聞|考え|方針|か$|か。")
_IS_SAID = "(?:です(?!か)|だ|であ|と(?:だけ)?[言い答書])"
_DAY = re.compile(r"[0-9０-９]月[0-9０-９]{1,2}日")


class LookUp:
    """Finds the facts for an understood question; a rule may look for cues of its own in the question's text."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence) -> None:
        self._catalogue = catalogue
        self._evidence = evidence
        self._texts = TextFinder(evidence)
        self._plans = PlanFacts(catalogue)
        self._schedules = ScheduleQuestions(catalogue, ScheduleFinder(catalogue, evidence))
        self._around = AroundTables(catalogue, self._texts, self._schedules)
        self._costs = CostFinder(catalogue)
        self._sets = SetFinder(catalogue, self._costs)
        self._divisions = DivisionFinder(catalogue)
        self._computations = Computations(catalogue, self._costs, self._sets)
        self._unstated = UnstatedFinder(catalogue, evidence)
        self._meaning = MeaningFinder(catalogue, evidence)
        self._ambiguity = Ambiguity(catalogue, self._meaning.branch_suffixes)
        self._claims = ClaimFinder(catalogue, self._divisions)
        self._rules: tuple[Callable[[Understanding], Finding | None], ...] = (
            self._social, self._computations.find, self._claims.find, self._codes,
            self._other_place, self._division_by_stem, self._plan_itself, self._around.asked, self._unstated.find,
            self._years_outside, self._half_said, self._costs.over_named, self._named_projects,
            self._ambiguity.nothing_said, self._schedules.whose_and_when,
            self._meant_around, self._divisions.find, self._sets.of_projects, self._schedules.by_words,
            self._claimed_division, self._sets.of_divisions, self._unknown_division, self._ambiguity.which_branch,
            self._too_broad, self._bare_words, self._meaning.find, self._printed,
        )  # fmt: skip

    def find(self, read: Understanding) -> Finding:
        """What the plan says, or that it does not say."""
        read = self._without_part(self._settled(read))
        turned = self._meaning.turned_to(read) or self._meaning.of_offered(read)
        if turned is not None:
            return turned
        for rule in self._rules:
            finding = rule(read)
            if finding is not None:
                return self._with_topics(read, checked(read, finding))
        return self._meaning.going_on(read) or self._meaning.absent(read)

    def _with_topics(self, read: Understanding, finding: Finding) -> Finding:
        """What the plan does say of the matter, where it is silent only on the fact that is asked."""
        if not isinstance(finding, Absent) or finding.reason not in ("attribute", "field") or finding.nearest:
            return finding
        nearest = finding.projects[:_NEAREST] or self._meaning.absent(read).nearest
        return finding.model_copy(update={"nearest": nearest})

    def _settled(self, read: Understanding) -> Understanding:
        """The question without a field of the text around the tables that the text does not answer."""
        answered = {"made": self._plans.date, "included": self._texts.cost_items}
        if read.field not in answered or answered[read.field](read):
            return read
        return read.model_copy(update={"field": find_field(read.cues, without=("made", "included"))})

    def _without_part(self, read: Understanding) -> Understanding:
        """The question without a quotation that no project prints, where it asks for a term of the text."""
        quotes = read.filters is not None and read.filters.part is not None and read.premise is not None
        if not quotes or select(self._catalogue, read.filters or Filters()) or not self._texts.sentences.of_term(read):
            return read
        return read.model_copy(update={"filters": None})

    def _projects(self, ids: Sequence[str]) -> tuple[Project, ...]:
        found = [self._catalogue.project(project_id) for project_id in ids]
        return tuple(project for project in found if project)

    def _social(self, read: Understanding) -> Finding | None:
        return (
            Absent(reason="social", detail=read.social) if read.social and not (read.projects or read.topics) else None
        )

    def _codes(self, read: Understanding) -> Finding | None:
        whole = any(self._catalogue.with_code(code) for code in read.codes)
        of_part = read.filters is not None and read.filters.part is not None and read.filters.part.field == "code"
        if of_part and whole:  # 末尾が3の事業（0-2-1-3）
            return self._codes(read.model_copy(update={"filters": None}))
        if not read.codes or of_part:
            return None
        if read.projects and read.names_whole:
            return self._named_projects(read.model_copy(update={"field": read.field or "code"}))
        neighbours = beside(self._catalogue, read)
        if isinstance(neighbours, Absent):
            return neighbours
        found = [*neighbours] or [project for code in read.codes for project in self._catalogue.with_code(code)]
        missing = [code for code in read.codes if not self._catalogue.with_code(code)]
        meant = [project for code in missing for project in in_part(self._catalogue, code)]
        if len(meant) > _FEW and not found:
            part = TextPart(field="code", word=missing[0], place="start")
            return self._sets.of_projects(read.model_copy(update={"filters": Filters(part=part), "operation": "list"}))
        found += meant
        if not found:
            return no_such_code(self._catalogue, missing)
        if read.operation in ("sum", "difference", "compare", "largest", "smallest", "average"):
            ids = tuple(project.id for project in found)
            return self._costs.over_named(read.model_copy(update={"projects": ids, "names_whole": True}))
        if len(found) > _FEW and read.field in (None, "code", "content") and not missing:
            return self._sets.listed(found)
        named = read.model_copy(update={"projects": tuple(p.id for p in found), "names_whole": True})
        finding = self._named_projects(named)
        return _with_codes(finding, missing, neighbours) if isinstance(finding, About) else finding

    def _other_place(self, read: Understanding) -> Finding | None:
        return Absent(reason="other_place", detail=read.other_place) if read.other_place else None

    def _plan_itself(self, read: Understanding) -> Finding | None:
        """When a plan that is named was drawn up, or from which year to which this one runs."""
        named = read.names_whole and not read.inherited and read.field not in ("made", "when")
        return None if named else self._plans.date(read) or self._plans.period(read)

    def _years_outside(self, read: Understanding) -> Finding | None:
        finished = read.filters is not None and read.filters.finished
        if (
            not read.years_outside
            or read.years
            or self._claimed_span(read)
            or finished
            or any(is_finished(p) for p in self._projects(read.projects))
        ):
            return None
        projects = self._projects(read.projects)
        asks_time = read.field in ("schedule", "when", "cost", "content", "period", None)
        if projects and not asks_time:
            return None
        if any(year in project.name for year in read.years_outside for project in self._catalogue.projects):
            return None
        return Absent(reason="year", detail="、".join(f"{year}年度" for year in read.years_outside), projects=projects)

    def _claimed_span(self, read: Understanding) -> bool:
        """Whether the question names a year outside the plan as the first or the last of something in it."""
        spans = read.premise is not None and not read.premise.open and (read.premise.until or read.premise.since)
        return bool(spans and any(project.schedule for project in self._projects(read.projects)))

    def _named_projects(self, read: Understanding) -> Finding | None:
        projects = self._projects(read.projects)
        if not projects:
            return None
        if not read.names_whole and len(projects) > 1 and (read.operation or (read.filters and read.filters.part)):
            return None
        if not read.names_whole and len({p.divisions for p in projects}) > 1:
            return choose(projects, read.field)
        items = self._schedules.of_projects(read, projects)
        return items or self._about(read, projects)

    def _about(self, read: Understanding, projects: tuple[Project, ...]) -> Finding:
        field = "schedule" if read.years and read.field in (None, "content", "when", "period") else read.field
        field = "schedule" if field == "when" else field
        finished = [project for project in projects if is_finished(project)]
        if field in ("period", "schedule") and finished:
            field = "period"
        if field == "schedule" and not read.years and _dated(projects):
            field = "content"
        if field == "goal" and "目標" not in read.text and all(is_missing(project, "goal") for project in projects):
            field = "content"  # what something is for is said in its content too; only a 目標 is a card's
        asked = [name for name in (field, *fields_beside(read.cues, field)) if name]
        printed = [name for name in asked if not all(is_missing(project, name) for project in projects)]
        if asked and not printed:
            return Absent(reason="field", field=asked[0], projects=projects)
        field = printed[0] if printed else None
        branches = self._meaning.branches() if read.counter else ()
        correction = claim_on_projects(read, (*projects, *branches))
        return About(
            projects=projects, field=field or "overview", years=read.years, correction=correction,
            beside=tuple(name for name in asked if name != field),
            local=self._meaning.local(read) if read.counter else None,
            branches=tuple(p for p in branches if p not in projects),
        )  # fmt: skip

    def _half_said(self, read: Understanding) -> Finding | None:
        """The one project that prints a half remembered name, or each that does as a choice."""
        found = self._ambiguity.half_said(read)
        if not found:
            return None
        if len({project.divisions for project in found}) > 1:
            return choose(found, read.field)
        return About(projects=found, field=read.field or "division", by_meaning=True)

    def _division_by_stem(self, read: Understanding) -> Finding | None:
        """The division that is called by the one word said (会計のことを教えて), though that asks for a field too."""
        name = self._ambiguity.division_by_stem(read)
        if name is None:
            return None
        return self._sets.of_divisions(Understanding(text=read.text, field="content", divisions=(name,)))

    def _meant_around(self, read: Understanding) -> Finding | None:
        """The text around the tables, unless a wish or a mere description of a duty is known for a project's."""
        found = self._around.meant(read)
        if found is None or "speaks" in find_cues("prose", read.text):
            return found
        if _WISH.search(read.text):
            return self._meaning.agreed(read) or found
        return found if _ASKS.search(read.text) else self._meaning.sure_of(read, least=_DESCRIBED) or found

    def _too_broad(self, read: Understanding) -> Finding | None:
        """The readings of a broad word, unless the topic model is sure of one (亡くなりまして、届は何課へ)."""
        unclear = self._ambiguity.too_broad(read)
        if unclear is None or not more_is_said(read) or names_several(read, unclear):
            return unclear
        offered = {project_id for choice in unclear.choices for project_id in choice.project_ids}
        return self._meaning.sure_of(read) or self._meaning.among(read, offered) or unclear

    def _bare_words(self, read: Understanding) -> Finding | None:
        """The projects that print the few words said, unless the topic model is sure of one."""
        unclear = self._ambiguity.bare_words(read)
        return self._printed(read) or self._meaning.sure_of(read, least=_WORDY) or unclear if unclear else None

    def _printed(self, read: Understanding) -> Finding | None:
        """What alone prints a bare word, as a whole word: that is about it, whatever it is."""
        found = self._ambiguity.printed(read)
        return About(projects=found, field="division", by_meaning=True) if found else None

    def _claimed_division(self, read: Understanding) -> Finding | None:
        """Whether a matter is the division's that the same question names."""
        matter = read.linked or (read.premise and not read.premise.open and read.subject_words)
        if read.premise and read.divisions and not any(name in read.text for name in read.divisions):
            return self._meaning.find(read) or self._meaning.absent(read)  # …もそこ？ asks for no list of that division
        if self._is_said_to_carry(read):
            return self._meaning.find(read) or self._meaning.absent(read)
        if read.counted or not (read.divisions or read.unknown_divisions) or not matter or read.operation:
            return None
        return self._meaning.find(read)

    def _is_said_to_carry(self, read: Understanding) -> bool:
        """Whether a division is said to carry something that the plan does not have (「ごみの収集は〇〇課です」)."""
        if read.linked or read.projects or not (read.absent_topics or read.unknown_words):
            return False
        return any(re.search(rf"[はがをも]、?{re.escape(name)}{_IS_SAID}", read.text) for name in read.divisions)

    def _unknown_division(self, read: Understanding) -> Finding | None:
        if not read.unknown_divisions or read.linked:
            return None
        name = read.unknown_divisions[0]
        names = [division.name for division in self._catalogue.divisions]
        return Absent(
            reason="division", detail=name, divisions=tuple(get_close_matches(name, names, n=_NEAREST, cutoff=0.5))
        )


def _with_codes(finding: About, missing: Sequence[str], neighbours: Sequence[Project]) -> About:
    """The finding with the codes that the plan lacks, and with the code of a project that only its place named."""
    unsaid = bool(neighbours) and finding.field not in ("code", "overview")
    beside = (*finding.beside, *(("code",) if unsaid and "code" not in finding.beside else ()))
    return finding.model_copy(update={"missing_codes": tuple(missing), "beside": beside})


def _dated(projects: Sequence[Project]) -> bool:
    """Whether the plan prints no schedule for them, but a day in what it says of them (１月１日現在)."""
    return all(not project.schedule and _DAY.search(project.content) for project in projects)
