"""Whether what a question takes for granted of sets, of divisions and of the text around the tables is right."""

import re
from collections.abc import Callable, Mapping, Sequence

from assistant.look_up.claims import claim_on_amount, claim_on_answer, claim_on_count
from assistant.look_up.findings import About, Correction, Finding, OfDivisions, OfPair, OfSet, OfText
from assistant.look_up.sets import is_finished, within_bounds
from assistant.look_up.texts import listed_items, targets_in
from assistant.understand.normalize import key
from assistant.understand.numbers import plain_numbers
from assistant.understand.question import Comparison, Premise, Understanding
from assistant.understand.set_patterns import set_patterns
from corpus.records import Passage

_TWO = 2
# AよりBのほうが高い: it is the second that is compared with the first.
_OTHER_SIDE = re.compile("より[^。]*(?:ほう|方)[がは]")
_AMONG = re.compile("[0-9](?:は|も|が)[^、。?？何]{0,6}(?:入|含|あ[るり]|載|掲げ|対象)")
_SIZES: dict[str, Callable[[Sequence[Passage]], int]] = {
    "principles": len,
    "sdgs_targets": lambda passages: len(targets_in([passage.text for passage in passages])),
    "cost_items": lambda passages: len(listed_items(passages[0])),
}  # fmt: skip


def checked(read: Understanding, finding: Finding) -> Finding:
    """The finding with the correction of what the question takes for granted, if it has none yet."""
    if getattr(finding, "correction", None) is not None:
        return finding
    match finding:
        case About():
            found = claim_on_answer(read, finding)
            if found and is_finished(finding.projects[0]):
                finding = finding.model_copy(update={"field": "period"})
            elif found and not found.holds:
                finding = finding.model_copy(update={"years": ()})  # whoever is wrong about a year is told all
        case OfSet():
            found = _on_set(read, finding)
        case OfPair():
            found = _on_pair(read, finding)
        case OfDivisions():
            found = _on_divisions(read, finding)
        case OfText():
            found = _on_text(read, finding)
        case _:
            return finding
    return finding if found is None else finding.model_copy(update={"correction": found})


def _on_set(read: Understanding, found: OfSet) -> Correction | None:
    """A number, a sum or a comparison of costs."""
    cut = found.filters.cut
    if read.counted and cut and read.counted.number == cut.last - cut.first + 1:
        return None  # 上位3つ: the number is not claimed of anything
    if read.counted and found.filters.all_divisions and read.counted.number == len(found.filters.divisions):
        return None  # 2つの課が一緒に: it is the divisions that are counted
    confirms = read.premise is not None and found.operation in ("list", "count")
    if read.counted and not found.filters.is_bounded and found.operation in ("list", "count", "largest", "smallest"):
        whole = found.base if found.operation in ("largest", "smallest") else found.projects
        return claim_on_count(read.counted, len(whole), confirms)
    premise = read.premise
    if premise is None or premise.open or not found.over_cost or found.filters.is_bounded:
        return None
    if premise.bound is not None and found.result is not None:
        holds = within_bounds(premise.bound, round(found.result)) != premise.negated
        return Correction(claimed=(), holds=holds, of_division=False)
    if premise.amounts and found.result is not None:
        return claim_on_amount(premise, found.result, read.text)
    costs = {project.id: project.cost_million_yen or 0 for project in found.projects}
    return _compared(premise, costs) if found.filters.named and found.operation in ("compare", "difference") else None


def _on_pair(read: Understanding, found: OfPair) -> Correction | None:
    """Whether the one of two sets that is compared is more or less than the other, as the question says."""
    premise = read.premise
    if premise is None or premise.open or premise.comparison is None or len(read.operands) != _TWO:
        return None
    values = [next((one.result for one in found.sets if one.filters == side), None) for side in read.operands]
    one, other = reversed(values) if _OTHER_SIDE.search(read.text) else values
    if one is None or other is None:
        return None
    holds = _is(premise.comparison, one, other) != premise.negated
    return Correction(claimed=(), holds=holds, of_division=False)


def _on_divisions(read: Understanding, found: OfDivisions) -> Correction | None:
    """How many divisions there are, or which of two has more projects."""
    sized = set_patterns()["sized"].search(plain_numbers(read.text))
    if read.counted and sized and int(sized[1]) == read.counted.number:
        return None
    if read.counted and found.operation in ("list", "count", "share"):
        return claim_on_count(read.counted, len(found.divisions), confirms=read.premise is not None)
    if read.premise is None or read.premise.open:
        return None
    return _compared(read.premise, {division.name: division.project_count for division in found.divisions})


def _compared(premise: Premise, values: Mapping[str, int]) -> Correction | None:
    """Whether the one of two that is compared with the other is more, less or the same, as the question says."""
    others = [value for name, value in values.items() if name not in premise.than]
    reference = [value for name, value in values.items() if name in premise.than]
    if premise.comparison is None or len(values) != _TWO:
        return None
    if premise.comparison == "same":
        one, other = values.values()
    elif len(others) == len(reference) == 1:
        one, other = others[0], reference[0]
    else:
        return None
    return Correction(
        claimed=(), holds=_is(premise.comparison, one, other) != premise.negated, of_division=False
    )  # fmt: skip


def _is(comparison: Comparison, one: float, other: float) -> bool:
    return {"less": one < other, "more": one > other, "same": one == other}[comparison]


def _on_text(read: Understanding, found: OfText) -> Correction | None:
    """How many things a list has, or words that a question quotes as the plan's."""
    count = _SIZES[found.kind](found.passages) if found.kind in _SIZES else None
    claims = read.premise is not None and not read.premise.open
    if found.kind == "sdgs_targets" and (claims or _asks_whether(read)) and not read.counted:
        return _listed(targets_in([read.text]), targets_in([passage.text for passage in found.passages]))
    if count is not None:
        return claim_on_count(read.counted, count, read.premise is not None) if not found.items else None
    if read.premise is None or read.premise.open or not read.premise.quoted:
        return None
    return _quoted(read.premise.quoted, found)


def _asks_whether(read: Understanding) -> bool:
    """Whether it is asked if a target is among them (16.8も入っている？), not what it says."""
    return bool(_AMONG.search(read.text))


def _listed(claimed: Sequence[str], true: Sequence[str]) -> Correction | None:
    """Whether all that is claimed stands in a list."""
    wrong = tuple(one for one in claimed if one not in true)
    return Correction(claimed=wrong or tuple(claimed), holds=not wrong, of_division=False) if claimed else None


def _quoted(quoted: Sequence[str], found: OfText) -> Correction:
    said = key("".join([*found.quotes, *(passage.title + passage.text for passage in found.passages)]))
    wrong = tuple(words for words in quoted if key(words) not in said)
    shown = tuple(f"「{words}」" for words in wrong or quoted)
    return Correction(claimed=shown, holds=not wrong, of_division=False)
