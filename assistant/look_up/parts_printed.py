"""What of a project's card prints the word asked for, where its row does not (アスベスト, AIツール)."""

from assistant.look_up.findings import About, Finding, ScheduleItem
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from corpus.records import Project

_FIELDS = ("division", "content", "overview")
_SHORTEST = 2


def with_part_asked(read: Understanding, finding: Finding) -> Finding:
    """The finding, with the items of the schedule, or the goal, that print what the row found lacks."""
    one = isinstance(finding, About) and len(finding.projects) == 1 and finding.field in _FIELDS
    if not isinstance(finding, About) or not one or read.projects or finding.correction is not None:
        return finding
    project = finding.projects[0]
    row = key(f"{project.name}{project.content}")
    said = dict.fromkeys(key(word) for word in (*read.topic_words, *read.subject_words))
    words = [word for word in said if len(word) >= _SHORTEST and word not in row]
    items = _items(project, words)
    if items:
        return finding.model_copy(update={"items": items})
    in_goal = any(word in key(project.goal or "") for word in words) and "goal" not in finding.beside
    beside = (*finding.beside, "goal") if in_goal and finding.field != "overview" else finding.beside
    return finding.model_copy(update={"beside": beside})


def _items(project: Project, words: list[str]) -> tuple[ScheduleItem, ...]:
    """The items that print the most of the words."""
    each = [(year, item) for year, items in (project.schedule or {}).items() for item in items]
    hits = {item: sum(word in key(item) for word in words) for _, item in each}
    most = max(hits.values(), default=0)
    return tuple(ScheduleItem(project=project, year=year, item=item) for year, item in each if hits[item] == most > 0)
