"""What a cost or a date just told is taken to be of: of one thing alone, of one year, or done with by now."""

import re
from unicodedata import normalize

from assistant.look_up.claims import claim_on_amount
from assistant.look_up.findings import About, Correction, Finding, Items, OfText, projects_of
from assistant.look_up.thing_at_hand import items_in_years, of_thing
from assistant.understand.money import find_amounts
from assistant.understand.numbers import plain_numbers
from assistant.understand.premise import asks_openly
from assistant.understand.question import AtHand, Premise, Understanding
from assistant.understand.stages import find_stage
from corpus.catalogue import Catalogue
from corpus.records import Project

_POINTER = "^(?:それ|これ|その(?:金額|額|お金)|この(?:金額|額|お金))(?:って|は)?、?"
_ENDS = "(?:です|なの|な|でしょう|だよ|という|ってこと|ということ){0,3}(?:か|の|ね|よね){0,3}[?？。]*$"
_OF_ONE = re.compile(
    f"{_POINTER}(?P<what>[^、。?？それこ]{{2,20}}?)(?:だけ|のみ|単独)(?:の(?:金額|額|お金|費用|予算|事業費)?|分)?{_ENDS}"
)
_OF_YEARS = re.compile(
    f"(?:{_POINTER}|は、?)(?P<years>[0-9]{{1,2}})(?:か年|年間?|年度)(?:分|の合計|の総額|の額|の金額|あたり)?{_ENDS}"
)
_YEARLY = re.compile("(?:年に|年間|1年(?:で|に|あたり|当たり|だと)?|年(?:あたり|当たり))[^。、]{0,4}?[0-9]")
_MILLION = re.compile("([0-9][0-9,]*)百万円")
_TOWARDS = re.compile("に向けた|の準備")
_OVER = re.compile("(?:もう|すでに|既に)、?(?P<deed>終わっ|済ん|完了し|終了し|でき|できあがっ|完成し)(?P<end>[ただ])")


def with_scope_claimed(read: Understanding, finding: Finding, catalogue: Catalogue) -> Finding:
    """The finding; or what was just told, with whether it is of just what it is taken for."""
    left = read.at_hand
    if left is None or read.language != "ja":
        return finding
    project = catalogue.project(left.projects[0]) if len(left.projects) == 1 else None
    over = _OVER.search(read.text)
    if over and project and left.items and not read.subject_words:
        items = items_in_years(read, project, of_thing(project, left.items))
        said = Correction(claimed=(over["deed"] + over["end"],), holds=False, of_division=False, silent="deed")
        return items.model_copy(update={"correction": said}) if items else finding
    if project is not None and _is_elsewhere(read, finding, project):
        items = _of_deed(read, project)
        return items or finding
    return _of_cost(read, left, project, finding, catalogue)


def _is_elsewhere(read: Understanding, finding: Finding, project: Project) -> bool:
    """Whether a year is claimed of a deed alone, and what was found is of another project than the one at hand."""
    claims = read.premise is not None and not read.premise.open and bool(read.years) and bool(project.schedule)
    deeds = bool(read.subject_words) and all(map(find_stage, read.subject_words)) and not read.topics
    return claims and deeds and isinstance(finding, About | Items) and project not in projects_of(finding)


def _of_deed(read: Understanding, project: Project) -> Items | None:
    """The items of the project that come to the deed, and do not only work towards it."""
    items = dict.fromkeys(item for year in (project.schedule or {}).values() for item in year)
    done = [item for item in items if not _TOWARDS.search(item) and any(word in item for word in read.subject_words)]
    return items_in_years(read, project, done)


def _of_cost(
    read: Understanding, left: AtHand, project: Project | None, finding: Finding, catalogue: Catalogue
) -> Finding:
    """Whether the cost at hand is of one thing alone, or of so many years."""
    costed = project is not None and left.field == "cost" and project.cost_million_yen is not None
    total = _total(left, catalogue)
    if not costed and total is None:
        return finding
    text = plain_numbers(read.text)
    amounts = find_amounts(read.text) if _YEARLY.search(text) and not asks_openly(read.text) else ()
    if total is not None and amounts:
        return _yearly(read, total, amounts, catalogue)
    years, one = _OF_YEARS.search(text), _OF_ONE.match(text)
    if years:
        said = _years(int(years["years"]), catalogue)
    elif one and project is not None and one["what"] not in project.name:
        said = Correction(claimed=(one["what"],), holds=False, of_division=False, silent="part")
    else:
        return finding
    if total is not None:
        return total.model_copy(update={"correction": said})
    return About(projects=(project,), field="cost", correction=said) if project else finding


def _yearly(read: Understanding, total: OfText, amounts: tuple[int, ...], catalogue: Catalogue) -> OfText:
    """What the total comes to in a year, and whether that is the amount named."""
    printed = _MILLION.search("".join(normalize("NFKC", total.passages[0].text).split()))
    years = len({year for project in catalogue.projects for year in project.schedule or {}}) or 1
    million = int(printed[1].replace(",", "")) / years if printed else 0.0
    said = claim_on_amount(Premise(amounts=amounts), round(million, 2), read.text) if printed else None
    return total.model_copy(update={"kind": "total_per_year", "correction": said})


def _total(left: AtHand, catalogue: Catalogue) -> OfText | None:
    """The plan's own total, where that was told last."""
    found = tuple(p for p in catalogue.passages if p.id in left.passages and p.field == "total_cost")
    return OfText(passages=found, kind="total_cost") if found else None


def _years(claimed: int, catalogue: Catalogue) -> Correction:
    true = len({year for project in catalogue.projects for year in project.schedule or {}}) or claimed
    agrees = claimed == true
    shown = () if agrees else (f"{true}か年の合計",)
    return Correction(claimed=(f"{claimed}年分",), holds=agrees, of_division=False, true=shown)
