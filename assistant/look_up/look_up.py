"""Decides what a question is answered from. Rules run from the most exact to the least; the first that fits decides."""

import re
from collections.abc import Callable

from assistant.look_up.ambiguity import Ambiguity
from assistant.look_up.amounts_unprinted import without_amount
from assistant.look_up.around import AroundTables
from assistant.look_up.at_branches import AtBranches
from assistant.look_up.benefits import without_benefit
from assistant.look_up.beyond_name import without_beyond
from assistant.look_up.claimed import ClaimFinder, with_other_readings
from assistant.look_up.claims_on_sets import checked
from assistant.look_up.computations import Computations
from assistant.look_up.contrast import contrasted, with_undivided
from assistant.look_up.cost_parts import without_parts
from assistant.look_up.cost_questions import CostFinder
from assistant.look_up.decided import Decider
from assistant.look_up.deeds_unprinted import with_deed_unprinted
from assistant.look_up.division_questions import DivisionFinder
from assistant.look_up.divisions_said import DivisionsSaid
from assistant.look_up.either import Wavering
from assistant.look_up.evidence import Evidence
from assistant.look_up.expenses import ExpenseFinder
from assistant.look_up.findings import Absent, Finding, OfText, Unclear
from assistant.look_up.in_talk import InTalk
from assistant.look_up.left_open import LeftOpen
from assistant.look_up.meaning import MeaningFinder
from assistant.look_up.named import NamedFinder
from assistant.look_up.numbers_printed import PrintedNumbers
from assistant.look_up.only_around import OnlyAround, is_cut_out, prints_whole
from assistant.look_up.own_projects import OwnProjects
from assistant.look_up.paired import paired_claims
from assistant.look_up.parts_printed import with_part_asked
from assistant.look_up.plan_facts import PlanFacts
from assistant.look_up.said import says_nothing
from assistant.look_up.sameness import with_sameness
from assistant.look_up.schedule_questions import ScheduleQuestions
from assistant.look_up.schedules import ScheduleFinder
from assistant.look_up.set_questions import SetFinder
from assistant.look_up.sets import select, with_left_open
from assistant.look_up.settled import Settler
from assistant.look_up.side_by_side import side_by_side, taken_together
from assistant.look_up.staff_only import without_staff_only
from assistant.look_up.terms import TermFinder, with_targets_unexplained
from assistant.look_up.texts import TextFinder
from assistant.look_up.unmeasured import without_unmeasured
from assistant.look_up.unprinted import without_unprinted
from assistant.look_up.unproved import without_unproved
from assistant.look_up.unstated import UnstatedFinder
from assistant.look_up.verbatim import VerbatimFinder
from assistant.look_up.whether import as_put, with_whether_unsaid
from assistant.understand.cues import find_cues
from assistant.understand.filters import Filters
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue
from corpus.records import Project

_NEAREST = 3
# A word so long names a thing of its own.
_THING = re.compile("[一-龥々ァ-ヴー]{3,}")
# A description of a duty tells of it from so many characters on.
_DESCRIBED = 10
# Whoever wants to do something does not ask what the text around the tables says; whoever wants to know, may.
_WISH = re.compile(
    "(?<=[書表票]を見)たい|(?<!知り)(?<!聞き)(?<!教え)(?<!見)(?<!読み)(?:たい(?!へん|てい)|てほしい|て欲しい|てもらえ)"
)
# Without such a word a text only describes a duty (AIで事務を楽にする).
_ASKS = re.compile("[?？]|何|なに|なん|どう|どの|どん|どれ|どこ|いつ|誰|なぜ|とは|教え|知り|聞|考え|方針|か$|か。")
# Who carries a matter is a division, whatever the text says of it.
_WHO = re.compile("誰|だれ|どなた")
# One project of the set, not all of them (〜するのはどの重点事業, どの重点事業に入りますか).
_WHICH_OF_SET = re.compile("(?:どの|どちらの|何という|なんという|どれが)重点(?:事業|施策|プロジェクト)?")

# What a finding is held against, in this order; each may say that the plan is silent on what is asked beside it.
_CHECKS: tuple[Callable[[Understanding, Finding], Finding], ...] = (
    with_undivided, without_amount, without_staff_only, with_targets_unexplained, without_benefit,
    without_unmeasured, without_unproved,
    with_whether_unsaid, without_parts, without_unprinted, with_deed_unprinted, without_beyond, with_part_asked,
)  # fmt: skip


class LookUp:
    """Finds the facts for an understood question; a rule may look for cues of its own in the question's text."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence) -> None:
        self._catalogue = catalogue
        self._evidence = evidence
        self._texts = TextFinder(evidence)
        self._expenses = ExpenseFinder(evidence, self._texts)
        self._only_around = OnlyAround(self._texts.sentences)
        self._plans = PlanFacts(catalogue)
        self._settler = Settler(catalogue, self._texts, self._plans)
        self._schedules = ScheduleQuestions(catalogue, ScheduleFinder(catalogue, evidence))
        self._around = AroundTables(catalogue, self._texts, self._schedules)
        self._costs = CostFinder(catalogue)
        self._sets = SetFinder(catalogue, self._costs)
        self._divisions = DivisionFinder(catalogue)
        self._computations = Computations(catalogue, self._costs, self._sets)
        self._unstated = UnstatedFinder(catalogue, evidence, self._schedules)
        self._numbers = PrintedNumbers(catalogue)
        self._meaning = MeaningFinder(catalogue, evidence)
        self._ambiguity = Ambiguity(catalogue, self._meaning.few_words, self._meaning.branches.suffixes)
        self._at_branches = AtBranches(catalogue, self._meaning.branches)
        decider = Decider(catalogue, self._sets, self._meaning.branches)
        self._left_open = LeftOpen(catalogue, self._meaning, decider)
        self._divisions_said = DivisionsSaid(catalogue, self._sets, self._meaning)
        self._wavering = Wavering(catalogue)
        self._verbatim = VerbatimFinder(catalogue)
        self._own_projects = OwnProjects(catalogue, evidence)
        self._in_talk = InTalk(catalogue, evidence, self._meaning, self.find)
        self._claims = ClaimFinder(catalogue, self._divisions)
        self._terms = TermFinder(catalogue)
        self._named = NamedFinder(catalogue, self._schedules, self._costs, self._sets, self._meaning)
        self._rules: tuple[Callable[[Understanding], Finding | None], ...] = (
            self._social, self._terms.find, self._paired_claims, self._either, self._contrasted, self._taken_together,
            self._expenses.find,
            self._ambiguity.points_at_nothing, self._computations.find, self._claims.find, self._named.by_code,
            self._schedules.years_apart, self._schedules.in_one_year,
            self._schedules.spelled_out, self._schedules.sites, self._sets.of_matters,
            self._other_place, self._other_part,
            self._own_projects.find, self._divisions_said.by_stem, self._plan_itself,
            self._around.asked, self._numbers.find, self._around.by_means, self._unstated.find,
            self._named.outside_the_years, self._divisions_said.half_said,
            self._costs.over_named, self._left_open.nearly_named, self._named.by_name, self._verbatim.find,
            self._left_open.told, self._ambiguity.nothing_said, self._schedules.whose_and_when, self._meant_around,
            self._ambiguity.which_branch, self._divisions.find, self._which_of_set, self._sets.of_projects,
            self._schedules.by_words, self._divisions_said.claimed, self._sets.of_divisions,
            self._divisions_said.unknown, self._side_by_side, self._left_open.too_broad,
            self._left_open.few_words, self._meaning.find, self._left_open.alone,
            self._divisions_said.called, self._around.only_here,
        )  # fmt: skip

    def find(self, read: Understanding) -> Finding:
        """What the plan says, or that it does not say."""
        if read.again:
            return Unclear(choices=read.again)
        if "none" in find_cues("choosing", read.text) and says_nothing(read):
            return self._meaning.absent(read)
        read = self._settler.settled(read)
        undone = self._in_talk.undone(read)
        if undone is not None:
            return undone
        turned = self._meaning.of_a_side_said(read) or self._meaning.turned_to(read) or self._meaning.of_offered(read)
        if turned is not None:
            return self._in_talk.held(read, turned) or turned
        return as_put(read, with_whether_unsaid(read, self._in_talk.settled(read, self._by_rule(read))))

    def _by_rule(self, read: Understanding) -> Finding:
        """What the first rule that fits finds, as far as the plan says it."""
        for rule in self._rules:
            finding = rule(read)
            if finding is not None:
                alike = with_sameness(read, with_other_readings(read, finding, self._catalogue), self._catalogue)
                return self._told(read, checked(read, with_left_open(alike, self._catalogue)))
        return self._meaning.going_on(read) or self._told(read, self._meaning.absent(read))

    def _told(self, read: Understanding, finding: Finding) -> Finding:
        """The finding as far as the plan says it, beside what it does say of the matter."""
        return self._with_topics(read, self._as_printed(read, finding))

    def _as_printed(self, read: Understanding, finding: Finding) -> Finding:
        """The finding; or that the plan is silent, where it is about the matter but does not say what is asked."""
        finding = self._only_around.told(read, self._at_branches.told(read, finding))
        for check in _CHECKS:
            finding = check(read, finding)
        return finding

    def _with_topics(self, read: Understanding, finding: Finding) -> Finding:
        """What the plan does say of the matter, where it is silent only on the fact that is asked."""
        if isinstance(finding, Absent) and finding.reason == "unknown" and not (finding.nearest or finding.around):
            return self._with_printed(read, finding)
        if not isinstance(finding, Absent) or finding.reason not in ("attribute", "field") or finding.nearest:
            return finding
        if finding.around is not None and not read.linked:
            return finding  # which is told beside it
        nearest = (
            finding.projects[:_NEAREST] or self._spoken_of(read, finding.detail) or self._meaning.absent(read).nearest
        )
        return finding.model_copy(update={"nearest": nearest or self._scheduled(read)})

    def _with_printed(self, read: Understanding, finding: Absent) -> Absent:
        """That the plan is silent on a matter, beside the one record that has its word (避難所等の天井脱落対策)."""
        word = key(read.bare)
        having = [p for p in self._catalogue.projects if word and prints_whole(p.content, (word,))]
        return Absent(reason="claim", nearest=tuple(having)) if len(having) == 1 else finding

    def _spoken_of(self, read: Understanding, fact: str) -> tuple[Project, ...]:
        """What the answer before was about, where the question names no matter of its own beside the fact."""
        others = any(word not in fact for word in read.unknown_words)
        if read.linked or read.absent_topics or others or read.projects or read.divisions:
            return ()
        return tuple(project for project in map(self._catalogue.project, read.spoken) if project)

    def _scheduled(self, read: Understanding) -> tuple[Project, ...]:
        """The projects whose schedules print something that the question names (扇湖山荘)."""
        words = [key(word) for word in _THING.findall(read.text)]
        items = (
            (p, key("".join(i for year in (p.schedule or {}).values() for i in year))) for p in self._catalogue.projects
        )
        return tuple(project for project, text in items if any(word in text for word in words))[:_NEAREST]

    def _social(self, read: Understanding) -> Finding | None:
        return (
            Absent(reason="social", detail=read.social) if read.social and not (read.projects or read.topics) else None
        )

    def _either(self, read: Understanding) -> Finding | None:
        return self._wavering.find(read, self.find)

    def _other_place(self, read: Understanding) -> Finding | None:
        return Absent(reason="other_place", detail=read.other_place) if read.other_place else None

    def _which_of_set(self, read: Understanding) -> Finding | None:
        """The project of a set that a matter belongs to (新庁舎を建てるのはどの重点事業)."""
        one = read.filters is not None and read.operation is None and not (read.divisions or read.inherited)
        asks = one and read.filters == Filters(priority=True) and _WHICH_OF_SET.search(read.text)
        if not asks or not read.subject_words:
            return None
        found = self._meaning.which_of(read, select(self._catalogue, Filters(priority=True)))
        return self._meaning.absent(read) if found is None and read.absent_topics else found

    def _other_part(self, read: Understanding) -> Finding | None:
        """That the plan has nothing of a part of the city's work that it does not know (〇〇分野の事業)."""
        named = any(re.search(f"{re.escape(word)}の?(?:分野|部門)", read.text) for word in read.unknown_words)
        return self._meaning.absent(read) if named and read.operation in (None, "list", "count") else None

    def _plan_itself(self, read: Understanding) -> Finding | None:
        """When a plan that is named was drawn up, or from which year to which this one runs."""
        named = read.names_whole and not read.inherited and read.field not in ("made", "when")
        return None if named else self._plans.date(read) or self._plans.period(read)

    def _meant_around(self, read: Understanding) -> Finding | None:
        """The text around the tables, unless a wish or a mere description of a duty is known for a project's."""
        asks_again = "division" not in read.cues  # 届出のほうは？
        if read.linked and read.field == "division" and (asks_again or _WHO.search(read.text)):
            return None
        found = self._around.meant(read)
        if isinstance(found, OfText) and is_cut_out(read, found) and self._meaning.is_name_of_one(read):
            return None
        if found is None or "speaks" in find_cues("prose", read.text):
            return found
        if _WISH.search(read.text):
            return self._meaning.agreed(read) or found
        return found if _ASKS.search(read.text) else self._meaning.sure_of(read, least=_DESCRIBED) or found

    def _paired_claims(self, read: Understanding) -> Finding | None:
        return paired_claims(read, self.find)

    def _contrasted(self, read: Understanding) -> Finding | None:
        return contrasted(read, self._catalogue)

    def _taken_together(self, read: Understanding) -> Finding | None:
        return taken_together(read, self.find)

    def _side_by_side(self, read: Understanding) -> Finding | None:
        return side_by_side(read, self.find)
