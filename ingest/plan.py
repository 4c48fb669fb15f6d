"""From a document of the corpus to its projects and passages, with the proof that nothing was lost."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import NoPlanFound
from corpus.manifest import Manifest, SourceFile, find_sources
from corpus.records import Document, Passage, Project, Record
from ingest.cards import Card, CardReader
from ingest.layout import Layout, load_layout
from ingest.ledger import Coverage, Ledger
from ingest.lines import Piece, lines, split_pages
from ingest.passages import passages_of_blocks, passages_of_project
from ingest.projects import Draft, drafts_of, merge_card
from ingest.prose import Block, ProseReader
from ingest.regions import Regions, cut_regions
from ingest.rows import Row
from ingest.table import TableReader

UNPLACED = "その他の記述"


class ParsedPlan(Record):
    """One document, read: ``coverage.share`` is 1.0 when every character has found its place."""

    document: Document
    projects: tuple[Project, ...]
    passages: tuple[Passage, ...]
    coverage: Coverage
    warnings: tuple[str, ...] = ()


def ingest_documents(
    paths: Sequence[Path], on_progress: Callable[[str, int, int], None] = lambda _name, _done, _total: None
) -> list[ParsedPlan]:
    """Read every document under the paths; ``on_progress(document id, done, total)`` is told after each.

    Raises ``CorpusUnreadable`` or ``NoPlanFound`` naming the file.
    """
    sources = find_sources(paths)
    plans = []
    for done, source in enumerate(sources, 1):
        plans.append(parse_source(source))
        on_progress(source.manifest.id, done, len(sources))
    return plans


def parse_source(source: SourceFile) -> ParsedPlan:
    """Parse one document; raises ``NoPlanFound`` where not one project can be found in it."""
    plan = parse_plan(source.text, source.manifest, source.sha256, source.places, source.readings)
    if not plan.projects:
        raise NoPlanFound(f"{source.path} に事業の表（事業名・所管課・事業内容）も重点事業も見つかりませんでした。")
    return plan


def parse_plan(
    text: str,
    manifest: Manifest,
    checksum: str = "",
    places: Mapping[str, str] | None = None,
    readings: Mapping[str, str] | None = None,
) -> ParsedPlan:
    """Parse a plan's text, whatever it holds."""
    layout = load_layout()
    pages = split_pages(manifest.id, text)
    printed = list(lines(pages))
    read = _read(layout, printed)
    drafts, warnings = _drafts(layout, read)
    ledger = Ledger(text)
    _claim(ledger, read, drafts)
    lost = ledger.lost(printed)
    blocks = [*read.prose.blocks, *(Block("text", UNPLACED, UNPLACED, [piece]) for piece in lost)]
    ledger.claim("passage:unplaced", lost)
    warnings += [f"{piece.page}ページ: 置き場所の分からない文字列「{piece.text[:30]}」" for piece in lost]

    projects = tuple(draft.finish(manifest.id, number) for number, draft in enumerate(drafts, 1))
    passages = [*passages_of_blocks(manifest.id, blocks)]
    for project, draft in zip(projects, drafts, strict=True):
        passages += passages_of_project(project, draft)
    warnings += [f"{project.name}: 所管課を読み取れませんでした。" for project in projects if not project.divisions]
    return ParsedPlan(
        document=Document(
            id=manifest.id, title=manifest.title or _title(read.prose, manifest), publisher=manifest.publisher,
            period=manifest.period or _period(projects), description=manifest.description, contact=manifest.contact,
            places=dict(places or {}), readings=dict(readings or {}),
            checksum=checksum, text=text, pages=pages,
        ),
        projects=projects, passages=tuple(passages), coverage=ledger.coverage(printed), warnings=tuple(warnings),
    )  # fmt: skip


def _known_divisions(layout: Layout, regions: Regions) -> frozenset[str]:
    """The divisions that stand in the tables beyond doubt: in one piece, between a name and a content."""
    known: set[str] = set()
    for line in (line for table in regions.tables for line in table):
        words = line.words(3)
        if len(words) == 3 and layout.are_divisions(words[1].text):
            known.update(layout.split_divisions(words[1].text))
        elif len(words) == 2 and layout.is_division(words[0].text) and not layout.is_division(words[1].text):
            known.add(words[0].text)
    return frozenset(known)


@dataclass(frozen=True, slots=True)
class _Read:
    """All that was read from one document, before the records are made."""

    regions: Regions
    readers: list[TableReader]
    cards: list[Card]
    prose: ProseReader

    @property
    def rows(self) -> list[Row]:
        return [row for reader in self.readers for row in reader.rows]


def _read(layout: Layout, printed: Sequence[Piece]) -> _Read:
    regions = cut_regions(layout, printed)
    known = _known_divisions(layout, regions)
    readers = [TableReader(layout, table, known) for table in regions.tables]
    for reader in readers:
        reader.read()
    cards = CardReader(layout)
    for line in regions.cards:
        cards.read(line)
    prose = ProseReader(layout)
    for run in [*regions.prose, *(reader.unread for reader in readers if reader.unread)]:
        prose.read(run)
    return _Read(regions, readers, cards.cards, prose)


def _drafts(layout: Layout, read: _Read) -> tuple[list[Draft], list[str]]:
    sections = zip(read.regions.table_sections, read.readers, strict=True)
    drafts = [draft for name, reader in sections for row in reader.rows for draft in drafts_of(row, name or "実施事業")]
    section = read.regions.card_section or "重点事業"
    faults = [merge_card(drafts, card, layout, section) for card in read.cards]
    return drafts, [fault for fault in faults if fault]


def _claim(ledger: Ledger, read: _Read, drafts: Iterable[Draft]) -> None:
    """Tell the ledger who owns what."""
    ledger.claim("furniture:table_header", read.regions.table_headers)
    ledger.claim("furniture:running_heading", [*read.regions.running, *read.prose.furniture])
    for row in read.rows:
        ledger.claim("furniture:code_label", row.code_labels)
        ledger.claim("furniture:separator", row.separators)
    for card in read.cards:
        ledger.claim("furniture:card_label", [*card.labels, *card.bullets])
        ledger.claim("field:schedule_years", card.years)
    for draft in drafts:
        for name, pieces in draft.pieces.items():
            ledger.claim(f"field:{name.split(':')[0]}", pieces)
        ledger.claim("field:content", draft.card_content)
    for block in read.prose.blocks:
        ledger.claim(f"passage:{block.kind}", block.pieces)


def _title(prose: ProseReader, manifest: Manifest) -> str:
    return f"実施計画「{prose.part}」" if prose.part else manifest.id


def _period(projects: Iterable[Project]) -> str:
    """The first to the last year of the schedules (``令和5年度～令和7年度``), or nothing."""
    years = list(dict.fromkeys(year for project in projects for year in project.schedule or {}))
    return f"{years[0]}～{years[-1]}" if years else ""
