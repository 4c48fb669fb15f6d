"""Parts of a cost: the plan prints one sum for all its years, neither a year's share nor what it is made up of."""

import re

from assistant.look_up.findings import About, Absent, Finding, OfSet, OfText
from assistant.understand.normalize import key
from assistant.understand.question import Understanding

# All the years are asked for, though only some of them are named (令和5年度から7年度までで).
_ALL_YEARS = re.compile("から|より|[~〜～]|まで|通し|(?:3|三)(?:か|カ|ヵ|ヶ|箇)?年|全体|合計|トータル|総額")
# A part is named behind the whole: そのうち広報に使うのは, 事業費の中で給与が占める額.
_OF_WHOLE = re.compile("(?:の|その|この|、)(?:うち|内|中|なか)(?:の|で|から|、|に(?!は?(?:含|入)))?(?P<part>.+)")
_SHARE = re.compile("占め.{0,4}(?:額|金|割合|比率|のは?(?:いくら|何|どれ|どの))|占め(?:てい)?(?:る|ます)?か")
_EACH_YEAR = re.compile("年度?(?:ごと|別|毎)|各年度?|単年度|年度分|それぞれの年度?|(?:1|一)年度?ずつ")
_MADE_UP = re.compile("内訳|内わけ|財源|国庫|(?:何|なに|どんなこと)にいくら")
_OF_SCHEDULE = re.compile("予定|工程|スケジュール")


def without_parts(read: Understanding, finding: Finding) -> Finding:
    """The finding; or that the plan does not say what part of a cost falls to a year or goes to something."""
    is_cost = isinstance(finding, About) and finding.field == "cost"
    is_total = isinstance(finding, OfText) and finding.kind == "total_cost"
    is_sum = isinstance(finding, OfSet) and finding.over_cost and not finding.years
    if (is_cost or is_total or is_sum) and _asks_year(read):
        return _absent("年度ごとの事業費", finding)
    if is_cost and _MADE_UP.search(read.text):
        return _absent("事業費の内訳", finding)
    if (is_cost or is_total) and _asks_part(read, finding):
        return _absent("事業費の内訳", finding)
    if isinstance(finding, About | OfText) and _SHARE.search(read.text):
        return _absent("事業費の内訳", finding)
    return finding


def _asks_year(read: Understanding) -> bool:
    """Whether the cost is asked for some of the plan's years alone; a schedule may be what the years are for."""
    if _OF_SCHEDULE.search(read.text) or _ALL_YEARS.search(read.text):
        return False
    return bool(read.years) or _EACH_YEAR.search(read.text) is not None


def _asks_part(read: Understanding, finding: Finding) -> bool:
    """Whether something of the whole's own is named behind it, and not another project."""
    behind = _OF_WHOLE.search(read.text)
    if behind is None or read.operation or read.filters:
        return False
    projects = finding.projects if isinstance(finding, About) else ()
    names = key("".join(project.name for project in projects))
    return any(word in behind["part"] and key(word) not in names for word in read.subject_words)


def _absent(detail: str, finding: Finding) -> Absent:
    projects = finding.projects if isinstance(finding, About) and not finding.by_meaning else ()
    return Absent(reason="attribute", detail=detail, projects=projects)
