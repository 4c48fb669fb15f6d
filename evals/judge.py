"""Judges one answer against what is expected: exact, by rule, without any model."""

import re
from unicodedata import normalize

from corpus.catalogue import Catalogue
from corpus.records import Answer, Record
from evals.items import Expectation


class Verdict(Record):
    """The faults of one answer (none: it is right), and its citations against those expected."""

    faults: tuple[str, ...]
    invalid_quotes: int = 0
    citations: int = 0
    cited: int = 0
    cited_right: int = 0
    expected: int = 0
    expected_cited: int = 0

    @property
    def is_right(self) -> bool:
        """Whether the answer has no fault."""
        return not self.faults


def flat(text: str) -> str:
    """Text as it is compared: NFKC, without white space."""
    return re.sub(r"\s+", "", normalize("NFKC", text))


def judge(answer: Answer, expect: Expectation, catalogue: Catalogue) -> Verdict:
    """What is wrong with the answer, if anything."""
    text = flat(answer.answer)
    offered = text + flat("".join(c.label + "".join(c.divisions) for c in answer.clarify or ()))
    cited = {citation.project_name for citation in answer.citations if citation.project_name}
    faults = []
    if answer.status != expect.status:
        faults.append(f"status {answer.status}, not {expect.status}")
    faults += [f"division {name} missing" for name in expect.divisions if flat(name) not in offered]
    faults += [f"division {name} named" for name in expect.not_divisions if flat(name) in text]
    if expect.status == "clarify":  # the projects to choose between are offered, not cited
        faults += [f"project {name} not offered" for name in expect.projects if flat(name) not in offered]
    else:
        faults += [f"project {name} not cited" for name in expect.projects if name not in cited]
    faults += _must(expect, text)
    faults += [f"says {phrase!r}" for phrase in expect.must_not if flat(phrase) in text]
    if expect.list is not None:
        faults += _list(answer, expect.list)
    right = set() if expect.status == "clarify" else set(expect.projects) | set(expect.list or ())
    return Verdict(
        faults=tuple(faults), invalid_quotes=_invalid_quotes(answer, catalogue), citations=len(answer.citations),
        cited=len(cited) if right else 0,
        cited_right=len(cited & (_acceptable(right, catalogue) | set(expect.also))) if right else 0,
        expected=len(right), expected_cited=len(right & cited),
    )  # fmt: skip


def _acceptable(right: set[str], catalogue: Catalogue) -> set[str]:
    """The projects expected, and those that the plan prints in one row with them (the branch offices')."""
    contents = {project.content for project in catalogue.projects if project.name in right}
    return right | {project.name for project in catalogue.projects if project.content in contents}


def _must(expect: Expectation, text: str) -> list[str]:
    faults = []
    for entry in expect.must:
        ways = (entry,) if isinstance(entry, str) else entry
        if not any(flat(way) in text for way in ways):
            faults.append(f"does not say {' / '.join(ways)}")
    return faults


def _list(answer: Answer, expected: tuple[str, ...]) -> list[str]:
    names = [project.name for project in answer.projects]
    missing = [name for name in expected if name not in names]
    extra = [name for name in names if name not in expected]
    faults = [f"list lacks {name}" for name in missing] + [f"list has {name}" for name in extra]
    if not faults and names != list(expected):
        faults.append("list is not in plan order")
    return faults


def _invalid_quotes(answer: Answer, catalogue: Catalogue) -> int:
    wrong = 0
    for citation in answer.citations:
        document = catalogue.document(citation.document_id)
        page = catalogue.page(citation.document_id, citation.page)
        source = document.text[citation.start : citation.end] if document else ""
        inside = page is not None and page.start <= citation.start < citation.end <= page.end
        wrong += not (inside and flat(source) == flat(citation.quote) != "")
    return wrong
