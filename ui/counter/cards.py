"""From an answer to the cards of the counter: one for each division and project that it names."""

import re
from collections.abc import Sequence
from itertools import groupby

from corpus.catalogue import Catalogue
from corpus.records import Answer, Citation, Project, Record

MOST_CARDS = 4
_MARKER = re.compile(r"\s*\[(\d+)\]")
_BULLET = re.compile(r"^(?:[・•‣-]\s*|\d{1,3}[.．]\s+)")
_FIRST_SENTENCE = re.compile(r".*?。(?![」』）])", re.DOTALL)


class Quote(Record):
    """The plan's own words on a page: its first sentence, and what follows it."""

    sentence: str
    rest: str
    page: int


class Card(Record):
    """What the clerk reads out: who is responsible, for what, and the plan's words for it.

    ``division`` and ``project`` are None where the plan's words are about no project; ``also`` are the project's other
    divisions, ``and_others`` is True where the plan adds 他; ``places`` are served by this division, a branch office.
    ``lead`` is the assistant's own sentence, empty where it says no more than the quotes.
    """

    division: str | None = None
    also: tuple[str, ...] = ()
    and_others: bool = False
    places: tuple[str, ...] = ()
    project: str | None = None
    code: str | None = None
    lead: str = ""
    quotes: tuple[Quote, ...]
    document_id: str
    document_title: str
    project_id: str | None = None
    period: str


class Row(Record):
    """A project that is named only in short, to be chosen for a card of its own; ``lead`` as a card's."""

    project: str
    lead: str = ""
    divisions: tuple[str, ...]
    places: tuple[str, ...] = ()
    code: str | None = None
    page: int


class Cards(Record):
    """The cards, and in short what else the answer names.

    ``headline`` is the answer's first line; empty where that speaks of one project and the rows are of several.
    """

    headline: str
    cards: tuple[Card, ...]
    rows: tuple[Row, ...]


def cards_of(answer: Answer, catalogue: Catalogue) -> Cards:
    """The answer's cards in its own order; only rows where it names more than fit on a desk.

    A branch office comes first where the answer begins with it (a place was named); every other branch is a row beside
    the division that serves the whole city.
    """
    topics = _topics(answer.citations)
    branches = {division for document in catalogue.documents for division in document.places.values()}
    pairs = [(division, topic) for topic in topics for division in (topic[0].divisions or (None,))]
    beside = _branches_beside(pairs, branches)
    shown = [pair for pair in pairs if pair not in beside]
    if len(shown) > MOST_CARDS:
        rows = tuple(_row(topic, catalogue, _lead(topic, answer, ())) for topic in topics)
        return Cards(headline=_headline(answer, topics), cards=(), rows=rows)
    return Cards(
        headline=_first_line(answer),
        cards=tuple(_card(division, topic, answer, catalogue) for division, topic in shown),
        rows=tuple(_row(topic, catalogue) for _, topic in beside),
    )


def places_of(division: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The parts of the city that a branch office serves, in the manifest's order; none for any other division."""
    return tuple(
        place for document in catalogue.documents for place, branch in document.places.items() if branch == division
    )


_Topic = tuple[Citation, ...]


def _first_line(answer: Answer) -> str:
    return _plain(next(iter(answer.answer.splitlines()), ""))


def _headline(answer: Answer, topics: Sequence[_Topic]) -> str:
    line = _first_line(answer)
    named = [topic for topic in topics if topic[0].project_name and topic[0].project_name in line]
    return "" if len(named) == 1 < len(topics) else line


def _topics(citations: Sequence[Citation]) -> list[_Topic]:
    """The citations by project, in the order in which the answer first cites one of it."""
    order = list(dict.fromkeys(citation.project_id for citation in citations))
    ranked = sorted(citations, key=lambda citation: order.index(citation.project_id))
    return [tuple(group) for _, group in groupby(ranked, key=lambda citation: citation.project_id)]


def _branches_beside(pairs: Sequence[tuple[str | None, _Topic]], branches: set[str]) -> list[tuple[str | None, _Topic]]:
    if all(division in branches for division, _ in pairs):
        return []
    return [(division, topic) for division, topic in pairs[1:] if division in branches]


def _card(division: str | None, topic: _Topic, answer: Answer, catalogue: Catalogue) -> Card:
    first = topic[0]
    project = catalogue.project(first.project_id) if first.project_id else None
    document = catalogue.document(first.document_id)
    quotes = _quotes(topic, project)
    return Card(
        division=division,
        also=tuple(name for name in first.divisions if name != division),
        and_others=project.divisions_open if project else False,
        places=places_of(division, catalogue) if division else (),
        project=first.project_name,
        code=first.project_code,
        lead=_lead(topic, answer, quotes),
        quotes=quotes,
        document_id=first.document_id,
        document_title=first.document_title,
        project_id=first.project_id,
        period=document.period if document else answer.edition.period,
    )


def _row(topic: _Topic, catalogue: Catalogue, lead: str = "") -> Row:
    first = topic[0]
    return Row(
        project=first.project_name or first.section,
        lead=lead,
        divisions=first.divisions,
        places=tuple(place for division in first.divisions for place in places_of(division, catalogue)),
        code=first.project_code,
        page=first.page,
    )


def _quotes(topic: _Topic, project: Project | None) -> tuple[Quote, ...]:
    """The words that the answer stands on and, where they are no sentence (``92 百万円``), one that says what it is."""
    cited = [(citation.quote, citation.page) for citation in topic if citation.quote != citation.project_code]
    sentences = [quote for quote in cited if "。" in quote[0]]
    if not sentences and project and project.content:
        spans = project.sources.get("content", ())
        sentences = [(project.content, spans[0].page if spans else project.page)]
    chosen = dict.fromkeys((*cited[:1], *sentences[:1])) if cited else dict.fromkeys(sentences[:1])
    return tuple(_quote(text, page) for text, page in chosen)


def _quote(text: str, page: int) -> Quote:
    found = _FIRST_SENTENCE.match(text)
    end = found.end() if found else len(text)
    return Quote(sentence=text[:end].strip(), rest=text[end:].strip(), page=page)


def _lead(topic: _Topic, answer: Answer, quotes: Sequence[Quote]) -> str:
    """The answer's first line about the project; none where it only repeats the plan's words."""
    markers = {str(citation.marker) for citation in topic}
    lines = (line for line in answer.answer.splitlines() if markers & set(_MARKER.findall(line)))
    lead = _plain(next(lines, ""))
    repeated = (quote.sentence for quote in quotes if "。" in quote.sentence)
    return "" if any(_squeezed(sentence) in _squeezed(lead) for sentence in repeated) else lead


def _plain(line: str) -> str:
    return _BULLET.sub("", _MARKER.sub("", line).strip(), count=1)


def _squeezed(text: str) -> str:
    return "".join(text.split())
