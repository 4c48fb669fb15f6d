"""Benefits asked for that the record found does not print: a project near to the matter grants none of them."""

from assistant.look_up.evidence import whole_text
from assistant.look_up.findings import About, Absent, Correction, Finding, Items, OfText, projects_of
from assistant.understand.benefits import find_benefit, find_benefit_handled, wishes_for_itself
from assistant.understand.normalize import key
from assistant.understand.question import Understanding

_LIST_OF_EXPENSES = "cost_items"


def without_benefit(read: Understanding, finding: Finding) -> Finding:
    """The finding; or that the plan is silent, where somebody wants a benefit that what was found does not grant.

    A kind of expense in a list grants nothing to anybody.
    """
    if read.language != "ja" or not isinstance(finding, About | Items | OfText):
        return finding
    if isinstance(finding, OfText):
        wanted = finding.kind == _LIST_OF_EXPENSES and wishes_for_itself(read.text)
        return Absent(reason="unknown") if wanted else finding
    benefit = find_benefit(read.text)
    printed = "".join(map(whole_text, projects_of(finding)))
    of_whom = find_benefit_handled(read.text)
    if isinstance(finding, About) and finding.by_meaning and of_whom and key(of_whom) not in key(printed):
        silent = Correction(claimed=(of_whom,), holds=False, of_division=False, silent="whether")
        return finding.model_copy(update={"correction": silent})
    return Absent(reason="unknown") if benefit and key(benefit) not in key(printed) else finding
