"""Checks every answer before it leaves: what it says stands in what it cites, and no quote differs from the source."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from unicodedata import normalize

from assistant.compose.draft import Draft
from assistant.understand.years import find_years
from corpus.catalogue import Catalogue
from corpus.records import Citation, Project
from ingest.lines import squeeze

MARKER = re.compile(r"\[(\d+)\]")
CODE = re.compile(r"(?<![0-9-])[0-9]{1,3}(?:-[0-9]{1,3}){2,}(?![0-9-])")
_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_AMOUNT = re.compile(
    rf"(?<![0-9])(?<![0-9][,.])(?:(?P<oku>{_NUMBER})億(?:(?P<man>{_NUMBER})万)?|(?P<other>{_NUMBER})(?P<unit>千万|百万|万))円"
    rf"|(?<![0-9])(?<![0-9][,.])(?P<english>{_NUMBER})millionyen"
)
# In 万円, the unit in which all are compared.
_UNITS = {"千万": 1_000, "百万": 100, "万": 1}
_TOTAL = re.compile(r"全([0-9]+)件")
QUOTED = re.compile(r"「([^「」]*(?:「[^「」]*」[^「」]*)*)」")
_KANJI = "一-龥々ァ-ヴー"
# What looks like a name: of a project, or of a division by the suffixes that end hardly any other word.
LIKE_PROJECT = re.compile(rf"[{_KANJI}・]+(?:事業|事務|業務)(?![費者所局CD])")
LIKE_DIVISION = re.compile(
    rf"(?:[{_KANJI}]+[のがヶケ])?(?:[{_KANJI}]+|[ぁ-ん]{{3,}}?)(?:課|支所|出張所|センター|事務局|事務所)(?![題税{_KANJI}])"
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a line may say: ``text`` stands behind it, and ``names`` of projects and divisions and codes."""

    text: str
    names: frozenset[str]

    @property
    def amounts(self) -> set[int]:
        """The sums in 万円."""
        return {amount for _, amount in amounts(self.text)}


class Verifier:
    """Knows the closed vocabulary of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._printed = "".join(flat(document.text) for document in catalogue.documents)
        self._years = {year for document in catalogue.documents for year in find_years(flat(document.text))}
        self._years |= {year for document in catalogue.documents for year in find_years(document.period)}
        self._projects = {project.id: ground_of(project) for project in catalogue.projects}
        self._project_names = frozenset(flat(project.name) for project in catalogue.projects)
        everything = frozenset(name for ground in self._projects.values() for name in ground.names)
        about = [text for d in catalogue.documents for text in (d.title, d.publisher, d.period, d.contact)]
        self._about = flat("\n".join(about))
        self._all = Ground("", everything)
        ordered = sorted((name for name in everything if not CODE.fullmatch(name)), key=lambda name: (-len(name), name))
        self._names = re.compile("|".join(map(re.escape, ordered)) or r"(?!)")

    def faults(self, draft: Draft, asked: str) -> list[str]:
        """What is wrong with the draft, in words for the log; ``asked`` may be echoed where nothing is cited."""
        return [
            *self._marker_faults(draft),
            *(fault for citation in draft.citations for fault in self._quote_faults(citation)),
            *(fault for line in draft.lines for fault in self._line_faults(draft, line, flat(asked))),
            *_total_faults(draft),
        ]

    def _marker_faults(self, draft: Draft) -> Iterator[str]:
        used = {int(number) for number in MARKER.findall(draft.text)}
        known = {citation.marker for citation in draft.citations}
        if used != known:
            yield f"markers in the text {sorted(used)}, citations {sorted(known)}"
        if draft.status == "answered" and not known:
            yield "an answer without a citation"

    def _quote_faults(self, citation: Citation) -> Iterator[str]:
        document = self._catalogue.document(citation.document_id)
        page = self._catalogue.page(citation.document_id, citation.page)
        if document is None or page is None:
            yield f"citation {citation.marker}: no such page"
        elif squeeze(document.text[citation.start : citation.end]) != squeeze(citation.quote) or not citation.quote:
            yield f"citation {citation.marker}: the quote differs from the source"
        elif not page.start <= citation.start < citation.end <= page.end:
            yield f"citation {citation.marker}: the quote leaves its page"

    def _line_faults(self, draft: Draft, line: str, asked: str) -> Iterator[str]:
        """Names, codes, sums and years of one line that nothing behind it says."""
        marked = bool(MARKER.search(line))
        ground = self._ground(draft, line, asked)
        text = flat(MARKER.sub("", line))
        rest = QUOTED.sub(lambda quoted: "" if quoted[1] in ground.text else quoted[0], text)
        known = ground.amounts
        yield from (f"{said} is neither cited nor computed" for said, amount in amounts(rest) if amount not in known)
        # A refusal may name any year or code: it says that the plan has none of it.
        if draft.status != "not_found":
            known_codes = ground.names | set(CODE.findall(ground.text))
            yield from (
                f"code {code} stands in no cited record" for code in sorted({*CODE.findall(rest)} - known_codes)
            )
            years = self._years if marked else self._years | set(find_years(asked)) | set(find_years(ground.text))
            yield from (f"the year {year} is not in the plan" for year in find_years(rest) if year not in years)
        yield from self._name_faults(rest, ground, self._project_names if not marked else frozenset())

    def _name_faults(self, text: str, ground: Ground, tolerated: frozenset[str]) -> Iterator[str]:
        """Names of the plan that the ground lacks, and words that look like names but are none."""
        for name in dict.fromkeys(self._names.findall(text)):
            if name not in ground.names and name not in tolerated and name not in ground.text:
                yield f"{name} stands in no cited record"
        rest = self._names.sub("、", text)
        for pattern in (LIKE_PROJECT, LIKE_DIVISION):
            for name in dict.fromkeys(match[0] for match in pattern.finditer(rest)):
                if name not in ground.text and not is_common(name):
                    yield f"{name} is no name of the plan"

    def _ground(self, draft: Draft, line: str, asked: str) -> Ground:
        """What stands behind a line: the records that it cites, or where it cites none, all, and the question.

        A passage proves a figure; which projects or divisions the sentence speaks of, the other citations prove.
        """
        markers = {int(number) for number in MARKER.findall(line)}
        cited = [citation for citation in draft.citations if citation.marker in markers]
        if not any(citation.project_id for citation in cited):
            cited = draft.citations
        grounds = [self._projects[c.project_id] for c in cited if c.project_id in self._projects]
        computed = [word for word in draft.computed if not markers or _AMOUNT.search(flat(word))]
        texts = [flat(text) for citation in cited for text in (citation.quote, citation.section)]
        texts += [self._about, *map(flat, computed), *([] if markers else [asked])]
        if draft.status != "answered":
            grounds.append(self._all)
            texts += [flat(f"{choice.label}\n{choice.question}") for choice in draft.choices or ()]
        text = "\n".join([*texts, *(ground.text for ground in grounds)])
        return Ground(text, frozenset(name for ground in grounds for name in ground.names))


def ground_of(project: Project) -> Ground:
    """A project's record as what may be said of it."""
    names = (project.name, project.code, *project.divisions, *project.related_divisions)
    schedule = [word for year, items in (project.schedule or {}).items() for word in (year, *items)]
    cost = "" if project.cost_million_yen is None else f"{project.cost_million_yen:,}百万円"
    texts = [project.content, project.goal, project.note, project.account, project.section, cost, *schedule]
    known = frozenset(flat(name) for name in names if name)
    return Ground("\n".join([*sorted(known), *(flat(text) for text in texts if text)]), known)


def flat(text: str) -> str:
    """The text for comparing: one width, no white space."""
    return squeeze(normalize("NFKC", text))


def amounts(text: str) -> Iterator[tuple[str, int]]:
    """The sums that the text names, as printed and in 万円."""
    for match in _AMOUNT.finditer(text):
        if match["oku"]:
            yield match[0], round(_figure(match["oku"]) * 10_000 + _figure(match["man"] or "0"))
        elif match["english"]:
            yield match[0], round(_figure(match["english"]) * 100)
        else:
            yield match[0], round(_figure(match["other"]) * _UNITS[match["unit"]])


def _figure(printed: str) -> float:
    return float(printed.replace(",", ""))


def _total_faults(draft: Draft) -> Iterator[str]:
    totals = [int(total[1]) for total in _TOTAL.finditer(normalize("NFKC", draft.text))]
    listed = len(draft.projects)
    if len(totals) > 1 and sum(totals) == listed:  # several lists, one after another
        return
    yield from (f"全{total}件 differs from the {listed} projects listed" for total in totals if total != listed)


def is_common(name: str) -> bool:
    """Whether the word is one of the wording's own (所管課, 重点事業), alone or behind の."""
    return name in _common_words() or re.split(r"[のが]", name)[-1] in _common_words()


@cache
def _common_words() -> str:
    """The sentences of all languages, without what is filled in."""
    files: Iterable[resources.abc.Traversable] = resources.files("assistant.compose").joinpath("wording").iterdir()
    texts = (file.read_text(encoding="utf-8") for file in sorted(files, key=lambda file: file.name))
    return "\n".join(flat(re.sub(r"#.*|\{\w*\}", "\n", text)) for text in texts)
