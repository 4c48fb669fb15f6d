"""Checks every answer before it leaves: nothing in it may be outside the plan, no quote may differ from the source."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from assistant.compose.draft import Draft
from corpus.catalogue import Catalogue
from corpus.records import Citation
from ingest.layout import load_layout
from ingest.lines import squeeze

_MARKER = re.compile(r"\[(\d+)\]")
_CODE = re.compile(r"(?<![0-9-])[0-9]{1,3}(?:-[0-9]{1,3}){2,}(?![0-9-])")
_MILLION = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)百万円")
_TOTAL = re.compile(r"全([0-9]+)件")
_QUOTED = re.compile(r"「[^「」]*(?:「[^「」]*」[^「」]*)*」")


class Verifier:
    """Knows the closed vocabulary of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._divisions = {name for p in catalogue.projects for name in (*p.divisions, *p.related_divisions)}
        self._codes = {project.code for project in catalogue.projects if project.code}
        self._printed = squeeze(normalize("NFKC", "".join(document.text for document in catalogue.documents)))
        self._suffix = load_layout().division

    def faults(self, draft: Draft, asked: str) -> list[str]:
        """What is wrong with the draft, in words for the log; ``asked`` may be echoed where the plan is silent."""
        return [
            *self._marker_faults(draft),
            *(fault for citation in draft.citations for fault in self._quote_faults(citation)),
            *self._name_faults(draft, squeeze(normalize("NFKC", asked))),
            *self._total_faults(draft),
        ]

    def _marker_faults(self, draft: Draft) -> Iterator[str]:
        used = {int(number) for number in _MARKER.findall(draft.text)}
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

    def _name_faults(self, draft: Draft, asked: str) -> Iterator[str]:
        text = normalize("NFKC", _MARKER.sub("", draft.text))
        for code in set(_CODE.findall(text)) - self._codes:
            if code not in asked and draft.status != "not_found":
                yield f"code {code} is not in the plan"
        for amount in _MILLION.findall(text):
            printed = f"{amount}百万円" in self._printed or any(f"{amount}百万円" in value for value in draft.computed)
            if not printed:
                yield f"{amount}百万円 is neither printed nor computed"
        for name in re.findall(r"[一-龥ァ-ヴー]{2,}(?:課|支所|事務局)", _QUOTED.sub("", text)):
            known = any(name.endswith(division) or division.endswith(name) for division in self._divisions)
            if not known and squeeze(name) not in asked and name not in self._printed and not _is_common(name):
                yield f"division {name} is not in the plan"

    def _total_faults(self, draft: Draft) -> Iterator[str]:
        total = _TOTAL.search(normalize("NFKC", draft.text))
        if total and int(total[1]) != len(draft.projects):
            yield f"{total[0]} differs from the {len(draft.projects)} projects listed"


def _is_common(name: str) -> bool:
    """Whether the word only speaks of divisions in general (所管課, 担当課)."""
    return name in {"所管課", "担当課", "関連課", "各支所", "各課"}
