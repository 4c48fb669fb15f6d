"""Whether a worded answer names anything that its citations, their records and the composer's answer do not."""

from assistant.generate.mentions import Mentions, named, spoken
from assistant.verify import ground_of
from corpus.catalogue import Catalogue
from corpus.records import Answer


class Audit:
    """Knows the names of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Of the catalogue that is answered from."""
        self._catalogue = catalogue
        self._mentions = Mentions(catalogue)

    def unverified(self, worded: Answer, composed: Answer) -> list[str]:
        """The names, codes, years and sums of ``worded`` that stand in nothing it rests on."""
        cited = [project for c in worded.citations if (project := self._catalogue.project(c.project_id or ""))]
        ground = [composed.answer, *(c.quote for c in worded.citations), *(ground_of(p).text for p in cited)]
        known = {named(mention) for text in ground for mention in self._mentions.find(spoken(text))}
        return [m.text for m in self._mentions.find(spoken(worded.answer)) if named(m) not in known]
