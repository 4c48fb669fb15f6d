"""Amounts that are asked for and not printed: of a kind of cost of its own, or of what the text only speaks of."""

import re

from assistant.look_up.evidence import whole_text
from assistant.look_up.findings import About, Absent, Correction, Finding, OfText
from assistant.understand.fields import asks_amount
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from corpus.records import Project

# A kind of cost by its own name (建設費, 広報費), asked for as an amount.
_OWN_COST = re.compile("(?P<kind>[一-龥ァ-ヴー]{2,8}費)(?:だけ)?(?:は|って|が|の(?:総)?額|、)")
_OF_ANY = re.compile("事業費|経費|(?:総|全)?費用|会費|公費|自費|実費|給与費|人件費")
_RUN = re.compile("[一-龥々ァ-ヴーぁ-ん]{1,2}[一-龥々ァ-ヴー]{2,}|[一-龥々ァ-ヴー]{3,}")
# いくらですか of a tax asks what somebody pays, not what the city spends on the work.
_PRICE = re.compile("(?:いくら|何円|なんぼ|おいくら)(?:です|だ|なの|ぐらい|くらい|ほど|に?なる|払|ある|あり|[?？]|$)")
_OF_CITY = re.compile("事業|予算|費用|経費|かか|かけ|使|お金|コスト|計上|金額")
_FIGURES = re.compile("[0-9０-９]")


def without_amount(read: Understanding, finding: Finding) -> Finding:
    """The finding; or said that the amount is not printed, where only the whole project's is, or none at all."""
    if read.language != "ja" or read.field != "cost" or read.operation:
        return finding
    if isinstance(finding, Absent) and (finding.reason, finding.field) == ("field", "cost"):
        of_city = _OF_CITY.search(read.text) or not _PRICE.search(read.text)
        asked = {"reason": "attribute", "detail": "お尋ねの金額", "projects": (), "nearest": finding.projects[:1]}
        return finding if of_city else finding.model_copy(update=asked)
    if isinstance(finding, OfText) and finding.kind == "sentence" and asks_amount(read.text):
        told = "".join(finding.quotes) or "".join(passage.text for passage in finding.passages)
        return finding if _FIGURES.search(told) else Absent(reason="attribute", detail="お尋ねの金額")
    if isinstance(finding, About) and finding.field == "cost" and len(finding.projects) == 1:
        return _of_whole(read, finding)
    return finding


def _of_whole(read: Understanding, finding: About) -> Finding:
    """The project's cost; said first that it is not of the kind of cost, or of the one thing, that is asked of."""
    (project,) = finding.projects
    asked = _OWN_COST.search(read.text)
    own = asked is not None and not _OF_ANY.search(asked["kind"]) and key(asked["kind"]) not in key(whole_text(project))
    part = asked["kind"] if asked and own else _thing_of(read, project)
    if not part:
        return finding
    silent = Correction(claimed=(part,), holds=False, of_division=False, silent="part")
    return finding.model_copy(update={"correction": silent})


def _thing_of(read: Understanding, project: Project) -> str:
    """The one thing of the project's schedule that the question names, and not the project (旧諸戸邸はいくら)."""
    items = [key(item) for items in (project.schedule or {}).values() for item in items]
    own = key("".join((project.name, project.content, project.goal or "")))
    runs = [run for run in _RUN.findall(read.text) if key(run) not in own]
    return next((run for run in runs if any(item.startswith(key(run)) for item in items)), "")
