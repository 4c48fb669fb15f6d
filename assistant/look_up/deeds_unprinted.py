"""Deeds that a question takes for granted or asks the time of, and that the schedule found does not have."""

import re
from collections.abc import Sequence

from assistant.look_up.courses import of_same_things
from assistant.look_up.evidence import holds_word, whole_text
from assistant.look_up.findings import About, Absent, Correction, Finding, Items, ScheduleItem, projects_of
from assistant.understand.closed_claim import closed_question, find_closed_claim
from assistant.understand.cues import match_cue
from assistant.understand.deeds import is_deed
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.stages import find_deed, find_stage
from assistant.understand.whether import printed_for_deed
from assistant.understand.words import words
from corpus.records import Project

_IS_COMPLETED = re.compile(
    "(?:いつ|何年)(?:頃|ごろ|くらい|ぐらい|に|まで)*(?:でき|出来)(?!ま?すか)|何年(?:くらい|ぐらい|ほど)?かか"
)
_OF_A_PLAN = re.compile("計画|構想|方針|条例")
_IS_BUILT = re.compile("(?:修繕|整備|工事|開設|設置|完成|開始|改修|建設|開館|移転)$")
_WHEN = re.compile("いつ|何年|どの年|年度|年は|時期|何月")


def with_deed_unprinted(read: Understanding, finding: Finding) -> Finding:
    """The finding; said first that the deed is not printed, where neither the thing's schedule nor its record has it.

    新庁舎は令和7年度に完成しますよね, 新庁舎はいつ完成する: a schedule of preparations tells of no completion.
    """
    if read.language != "ja" or not isinstance(finding, About | Items):
        return finding
    if not _is_of_schedule(read, finding):
        return Absent(reason="claim", nearest=projects_of(finding)) if _is_beyond_row(read, finding) else finding
    denied = isinstance(finding, Items) and finding.correction is not None and not finding.correction.holds
    deed, projects = find_deed(read.text) or _completed(read, finding) or _verb(read), projects_of(finding)
    if deed is None or denied or len(projects) != 1 or _has(read, finding, projects[0], *deed):
        return finding
    correction = Correction(claimed=(deed[1],), holds=False, of_division=False, silent="deed")
    return finding.model_copy(update={"correction": correction})


def _completed(read: Understanding, finding: About | Items) -> tuple[str, str] | None:
    """The completion that いつできる and 何年かかる ask the time of, where nothing is built in the schedule found."""
    if not _IS_COMPLETED.search(read.text) or _OF_A_PLAN.search(read.text):
        return None
    items = (item.item for project in projects_of(finding) for item in _items_of(project))
    return None if any(_IS_BUILT.search(item) for item in items) else find_deed("完成はいつ")


def _verb(read: Understanding) -> tuple[str, str] | None:
    """The verb that a time is asked of, where it is no deed that schedules have (いつから入れるの)."""
    found = [word for word in words(read.text) if word.part_of_speech[0] == "動詞" and word.is_content]
    if read.field != "when" or not found or is_deed(found[-1]) or match_cue("schedules", "any_deed", found[-1].normal):
        return None
    return "", found[-1].normal


def _is_of_schedule(read: Understanding, finding: About | Items) -> bool:
    """Whether a time is asked for, or confirmed, of what a schedule has."""
    if isinstance(finding, About) and (finding.field != "schedule" or not finding.projects[0].schedule):
        return False
    when = _IS_COMPLETED.search(read.text) or (read.field == "when" and _WHEN.search(read.text))
    return bool(when) or bool(read.years and _confirms(read))


def _has(read: Understanding, finding: About | Items, project: Project, stage: str, word: str) -> bool:
    """Whether the plan prints the word of the thing spoken of, or an item on it comes to the deed.

    An item that only works towards a deed (改修に向けた設計) is not the deed itself.
    """
    whole = _items_of(project)
    items = of_same_things(finding.items, whole, read.subject_words) if isinstance(finding, Items) else whole
    told = "、".join(item.item for item in items)
    printed = told if len(items) < len(whole) else whole_text(project)
    alike = printed_for_deed(word)  # 作る of a plan is its 策定
    if alike and not stage and re.search(f"(?:{alike.pattern})(?![^、。]{{0,24}}に向け)", printed):
        return True
    return holds_word(key(printed), key(word)) or (bool(stage) and any(find_stage(i.item) == stage for i in items))


def _is_beyond_row(read: Understanding, finding: About | Items) -> bool:
    """Whether a deed is said of a year, of a project that has no schedule and does not print it."""
    projects = projects_of(finding)
    told = read.years and isinstance(finding, About) and finding.by_meaning and len(projects) == 1
    deed = find_deed(read.text) if told and _confirms(read) and not projects[0].schedule else None
    return deed is not None and not holds_word(key(whole_text(projects[0])), key(deed[1]))


def _confirms(read: Understanding) -> bool:
    return bool(closed_question(read.text) or find_closed_claim(read.text))


def _items_of(project: Project) -> Sequence[ScheduleItem]:
    schedule = project.schedule or {}
    return [ScheduleItem(project=project, year=year, item=item) for year, items in schedule.items() for item in items]
