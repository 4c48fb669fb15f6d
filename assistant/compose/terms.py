"""Words what there is under a heading of the plan's."""

from assistant.compose.draft import Draft
from assistant.compose.wording_book import WordingBook
from assistant.look_up.findings import OfTerm

# What each heading's entries are printed as in a record.
_PRINTED = {"note": "note", "related": "related_divisions", "code": "code"}


def compose_term(draft: Draft, found: OfTerm, wording: WordingBook) -> None:
    """Add what stands under the heading, each with its projects; first that it is unexplained, where that is asked."""
    if found.unexplained:
        draft.lines.append(wording.say("unexplained", claimed=found.term))
    draft.computed |= {found.term, str(len(found.rows))}
    draft.lines.append(wording.say("term_rows", term=found.term, count=len(found.rows)))
    for number, row in enumerate(found.rows, 1):
        marks = "".join(draft.cite_project(project, _PRINTED[found.field]) for project in row.projects)
        names = wording.join([project.name for project in row.projects])
        draft.lines.append(wording.say("term_row", number=number, value=row.value, names=names) + marks)
    projects = tuple(dict.fromkeys(project.id for row in found.rows for project in row.projects))
    draft.focus, draft.shown = projects, projects if len(projects) > 1 else ()
    draft.suggestions.append(wording.say("suggest_priority"))
