"""Whether what a question takes for granted of projects is right: divisions, codes, amounts, dates, years."""

import re
from collections.abc import Sequence
from unicodedata import normalize

from assistant.look_up.evidence import whole_text
from assistant.look_up.findings import About, Correction, ScheduleItem
from assistant.look_up.sets import admits, is_finished
from assistant.understand.closed_claim import closed_question
from assistant.understand.contrast import asks_which_of_its
from assistant.understand.filters import Filters
from assistant.understand.money import amounts_typed, said_in_yen, yen
from assistant.understand.normalize import key
from assistant.understand.premise import asks_openly, nearness
from assistant.understand.question import Count, Premise, Understanding
from assistant.understand.years import as_asked, find_years, western_year
from corpus.records import Project

# What a question names besides what it states of a project.
_NO_NAMES = {
    "among": None, "divisions": (), "excluding": (), "excluding_names": (), "excluding_divisions": (),
    "related_division": None, "part": None,
}  # fmt: skip
_DATE = re.compile(r"(?P<month>[0-9]{1,2})\s*月\s*(?P<day>[0-9]{1,2})\s*日")
# The day is said to be the one that counts, or is itself what is asked about.
_AS_BASIS = re.compile(
    "[0-9]日(?:の?(?:現在|時点|基準)|付け|(?:が|を|は)?(?:基準|締|判定)"
    "|(?:に|で|の)?(?:、)?[^、。]{0,6}(?:持って|所有|住んで|居住|決ま|課税|かか)|(?:で|が|です|だ|なん|じゃ|って|ですか|[?？]))"
)
_OVER = re.compile("終わ|おわ|終了|完了|済ん|済み|なくな")
# まだありますか: whether something goes on.
_STILL = re.compile(
    "(?:まだ|いまも|今も|現在も|今年も|今でも|いまでも|今後も|これからも)[^。、?？]{0,12}"
    "(?:あ[りる]|や[りっる]|続|行|実施|[しさ]れ?て|する|します)"
)
# Behind a division: a thing of its own, or somebody of it.
_OF_ITS_OWN = re.compile("の(?!担当|所管|管轄|仕事|業務|事業|ほう|方)[^、。?？のはがを]{1,12}[がはをでに]")
_MOST_OF_ONE_KIND = 9
_HUNDRED_MILLION = 100  # in 百万円
_LEFT_OUT = 0.01


def claim_on_projects(read: Understanding, projects: Sequence[Project]) -> Correction | None:
    """The claim that the question makes about the projects it names, if it makes one."""
    return (
        _claimed_code(read, projects)
        or _claimed_cost(read, projects)
        or _claimed_related(read, projects)
        or _claimed_set(read, projects)
        or claim_on_divisions(read, projects)
    )  # fmt: skip


def claim_on_divisions(read: Understanding, projects: Sequence[Project]) -> Correction | None:
    """Divisions that the question names as if they were responsible."""
    premise = read.premise
    unknown = _claimed_unlisted(read, projects)
    claimed = (premise.divisions if premise else read.divisions) or unknown
    if not claimed or read.inherited:
        return None
    asks_otherwise = read.field not in ("division", "content", None) or read.operation is not None
    told_where = premise is None and all(_is_setting(name, read.text) for name in claimed)
    if premise is None and (asks_otherwise or told_where):
        return None
    if read.field == "related":
        true = {name for project in projects for name in project.related_divisions}
        agrees = set(claimed) <= true
        return Correction(
            claimed=tuple(claimed), holds=agrees != bool(premise and premise.negated), of_division=False
        )  # fmt: skip
    true = {name for project in projects for name in project.divisions}
    negated = premise is not None and premise.negated
    beside = len(true) > len(set(claimed)) or any(project.divisions_open for project in projects)  # 他 is somebody else
    partly = premise is not None and premise.only and set(claimed) <= true and beside
    agrees = set(claimed) <= true
    if not agrees and true & set(claimed) and asks_which_of_its(read.text):
        return None  # A課とB課、住民票はどっち claims neither of them
    return Correction(
        claimed=tuple(claimed),
        holds=(agrees != negated) and not partly,
        negated=negated,
        partly=partly,
        known=not unknown,
    )


def _is_setting(division: str, text: str) -> bool:
    """Whether an open question only tells of the division's place or things (腰越支所の建物が雨漏り、どこが直す)."""
    at = text.find(division)
    return at >= 0 and bool(_OF_ITS_OWN.match(text, at + len(division))) and asks_openly(text)


def _claimed_unlisted(read: Understanding, projects: Sequence[Project]) -> tuple[str, ...]:
    """Names like a division's that are none; what the projects print is a matter, unless it is claimed of them."""
    if read.premise is not None and not read.premise.open:
        return read.unknown_divisions
    printed = [key(whole_text(project)) for project in projects]
    return tuple(name for name in read.unknown_divisions if not any(key(name) in text for text in printed))


def claim_on_answer(read: Understanding, about: About) -> Correction | None:
    """A date, a number of related divisions or an end that the question names, beside what its projects are."""
    if len(about.projects) != 1 or read.inherited:
        return None
    project = about.projects[0]
    if read.premise is None:
        return _claimed_end(read, project) if closed_question(read.text) else None
    return (
        _claimed_end(read, project)
        or _claimed_span(read, read.premise, project)
        or claimed_date(read, project)
        or _claimed_number(read, about)
    )  # fmt: skip


def claim_on_years(read: Understanding, items: Sequence[ScheduleItem]) -> Correction | None:
    """A year that the question names for something, where it asks whether that is right."""
    true = sorted({item.year for item in items}, key=lambda year: western_year(year) or 0)
    if read.premise is None or read.premise.open:
        return None
    claimed = (*read.years, *(as_asked(year, read.text) for year in read.years_outside))
    if read.every_year and not claimed:
        whole = {year for item in items for year in item.project.schedule or {}}
        return Correction(claimed=(), holds=(set(true) == whole) != read.premise.negated, of_division=False)
    return _claimed_years(read.premise, claimed, true) if claimed else None


def _claimed_years(premise: Premise, claimed: tuple[str, ...], true: Sequence[str]) -> Correction:
    """Years that are named as those of something, as its only ones, or as its first or last."""
    if premise.only_year:
        holds = set(true) == set(claimed)
        return Correction(claimed=claimed, holds=holds, of_division=False, only=bool(set(claimed) & set(true)))
    if premise.until or premise.since:
        ends = [*([true[0]] if premise.since else []), *([true[-1]] if premise.until else [])]
        return Correction(claimed=claimed, holds=set(claimed) == set(ends), of_division=False)
    return Correction(claimed=claimed, holds=bool(set(claimed) & set(true)) != premise.negated, of_division=False)


def claim_on_count(counted: Count | None, count: int, confirms: bool) -> Correction | None:
    """A number that the question names for a whole; where it wants nothing confirmed, only if it is wrong."""
    if counted is None or (counted.number == count and not confirms):
        return None
    shown = tuple(_counted(number, counted.unit) for number in (counted.number, count))
    return Correction(claimed=shown[:1], holds=counted.number == count, of_division=False, true=shown[1:])


def claim_on_amount(premise: Premise, million_yen: float, text: str = "") -> Correction | None:
    """An amount that the question names, against the one that is true; a rough one only has to be near.

    Both are told in the unit of the question's ``text``.
    """
    if not premise.amounts:
        return None
    near = nearness() * million_yen if premise.roughly else 0.5
    # 657億円 of 657億7,500万円: whoever says hundreds of millions leaves out the rest
    agrees = any(
        abs(amount - million_yen) <= max(near, 0.0 if amount % _HUNDRED_MILLION else _LEFT_OUT * million_yen)
        for amount in premise.amounts
    )
    in_yen = said_in_yen(text)
    typed = amounts_typed(text)
    as_said = len(typed) == len(premise.amounts) and all(one.endswith(("千円", "万円")) for one in typed)
    shown = tuple(yen(amount) if in_yen else f"{amount:,}百万円" for amount in premise.amounts)
    shown = typed if as_said else shown  # 1,357千円 and 2,930万円 are no sums in whole millions
    true = (yen(million_yen) if in_yen else f"{million_yen:,.10g}百万円",)
    return Correction(claimed=shown, holds=agrees != premise.negated, of_division=False, true=() if agrees else true)


def _counted(number: int, unit: str) -> str:
    return f"{number}{'件' if unit == 'つ' and number > _MOST_OF_ONE_KIND else unit}"


def _claimed_code(read: Understanding, projects: Sequence[Project]) -> Correction | None:
    if not read.codes or read.premise is None or read.premise.open or len(projects) != 1 or read.inherited:
        return None
    own = projects[0].code
    if own in read.codes and read.premise.divisions:
        return None  # the code only says which project; it is the division that is claimed
    holds = (own in read.codes) != read.premise.negated
    true = (own,) if own and own not in read.codes else ()
    return Correction(claimed=read.codes, holds=holds, of_division=False, true=true)


def _claimed_related(read: Understanding, projects: Sequence[Project]) -> Correction | None:
    """Whether a division is one of the project's related ones."""
    named = read.field == "related" and read.premise is not None and read.premise.divisions
    return claim_on_divisions(read, projects) if named and len(projects) == 1 else None


def _claimed_set(read: Understanding, projects: Sequence[Project]) -> Correction | None:
    """Whether the one project belongs to a set that the question describes (重点事業のひとつですよね)."""
    stated = stated_of_set(read)
    if stated.is_empty or len(projects) != 1 or asks_openly(read.text):
        return None
    return Correction(claimed=(), holds=admits(stated, projects[0]), of_division=False, filters=stated)


def stated_of_set(read: Understanding) -> Filters:
    """What the question states of a set, without the names in it."""
    if read.filters is None:
        return Filters()
    either = {"accounts": ()} if len(read.filters.accounts) > 1 else {}  # which of the two is asked, nothing is claimed
    return read.filters.model_copy(update={**_NO_NAMES, **either})


def _claimed_cost(read: Understanding, projects: Sequence[Project]) -> Correction | None:
    bounded = read.filters is not None and read.filters.is_bounded
    if read.premise is None or bounded or len(projects) != 1 or projects[0].cost_million_yen is None:
        return None
    return claim_on_amount(read.premise, projects[0].cost_million_yen, read.text)


def _claimed_end(read: Understanding, project: Project) -> Correction | None:
    """The year in which a finished project is said to end, or that it goes on."""
    outside = (year for year in read.years_outside if year not in project.name)  # 東京2020 is a name
    claimed = (*read.years, *(as_asked(year, read.text) for year in outside))
    over, still = bool(_OVER.search(read.text)), bool(_STILL.search(read.text))
    if read.premise and read.premise.since:
        return None  # the note says when it ended, not since when it ran
    if not is_finished(project) or not (claimed or over or still or "period" in read.cues or "schedule" in read.cues):
        return None
    printed = find_years(project.content[project.content.rindex("※") :])
    years = {western_year(year) for year in claimed}
    holds = years <= set(printed) if claimed else over and not (read.premise and read.premise.negated)
    return Correction(claimed=claimed, holds=holds, of_division=False)


def _claimed_span(read: Understanding, premise: Premise, project: Project) -> Correction | None:
    """The years from which or until which the project's schedule is said to run."""
    claimed = (*read.years, *(as_asked(year, read.text) for year in read.years_outside))
    asks = premise.until or premise.since or premise.only_year
    if not (asks and claimed and project.schedule) or premise.open:
        return None
    return _claimed_years(premise, claimed, sorted(project.schedule, key=lambda year: western_year(year) or 0))


def claimed_date(read: Understanding, project: Project) -> Correction | None:
    """A day that the question names, against those that the content prints (４月１日現在)."""
    claimed, printed = _dates(read.text), _dates(project.content)
    if not claimed or not printed or not _AS_BASIS.search(normalize("NFKC", read.text)):
        return None  # 1月10日に引っ越した tells of a day, and claims none
    holds = set(claimed) <= set(printed)
    return Correction(
        claimed=tuple(claimed), holds=holds, of_division=False, true=() if holds else tuple(dict.fromkeys(printed))
    )


def _dates(text: str) -> list[str]:
    return [f"{int(match['month'])}月{int(match['day'])}日" for match in _DATE.finditer(normalize("NFKC", text))]


def _claimed_number(read: Understanding, about: About) -> Correction | None:
    """How many related divisions the project has."""
    if about.field != "related":
        return None
    return claim_on_count(read.counted, len(about.projects[0].related_divisions), confirms=True)
