"""What the tests of the parser share: reading a text without a file, and asking the source for what a span holds."""

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus.manifest import Manifest
from corpus.records import Page, Project, Span
from ingest.lines import fold_code, squeeze
from ingest.plan import ParsedPlan, parse_plan

DATA = Path(__file__).parents[1] / "data"
SEPARATORS = "、，,"
LAYOUT_WORDS = re.compile(
    r"(?:事業名所管課事業内容|事業CD[:：]?|事業名|所管課|関連課|事業目標|事業内容|特記事項|事業工程|推計事業費"
    r"|令和[0-9０-９]+年度|◆?計画の推進に向けた考え方|◆この計画の推進に向けた考え方に対応する事業（実施事業）|◆重点事業"
    r"|◆SDGsのゴール・ターゲットの達成に向けた取組の方向性|SDGsのゴール・ターゲット|市としての取組の方向性)*"
)


def read(text: str) -> ParsedPlan:
    """The text, parsed as the document ``mihon``."""
    return parse_plan(text, Manifest(id="mihon"))


def table(*rows: str) -> ParsedPlan:
    """A plan of one table with these rows, parsed; a row's lines have a blank line between them."""
    return read("\n\n".join(["事業名 所管課 事業内容", *rows]) + "\n")


def assert_golden(name: str, records: Iterable[dict[str, Any]]) -> None:
    """The records are those of ``tests/data/NAME``; with ``UPDATE_GOLDEN=1`` they are written there instead."""
    text = json.dumps(list(records), ensure_ascii=False, indent=1) + "\n"
    file = DATA / name
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    assert text.splitlines() == file.read_text(encoding="utf-8").splitlines()


def source_of(plan: ParsedPlan, spans: Iterable[Span]) -> str:
    """The source's characters under the spans, without white space; each span lies within its page."""
    pages = {page.page: page for page in plan.document.pages}
    return "".join(_within(pages[span.page], span, plan.document.text) for span in spans)


def _within(page: Page, span: Span, text: str) -> str:
    assert page.start <= span.start < span.end <= page.end
    return squeeze(text[span.start : span.end])


def printed_once_or_twice(field: str, text: str) -> str:
    """A pattern for a field that row and card print; cards put 、 between divisions, and tell 他 as well."""
    once = re.escape(squeeze(text))
    if field in ("divisions", "related_divisions"):
        once = rf"{once}(?:他)?"
    return rf"(?:{once}){{1,2}}"


def assert_sources_spell_the_fields(plan: ParsedPlan, project: Project) -> None:
    """Each field of the project that the plan prints has spans, and they spell it (row, then card)."""
    for field, text in _printed(project).items():
        found = source_of(plan, project.sources[field])
        if field in ("divisions", "related_divisions"):
            found = re.sub(rf"[{SEPARATORS}]", "", found)
        assert re.fullmatch(printed_once_or_twice(field, text), _folded(field, found)), (field, text, found)
    assert set(project.sources) == set(_printed(project))


def _folded(field: str, text: str) -> str:
    if field == "code":
        return fold_code(text)
    return re.sub(r"[,百万円]", "", text) if field == "cost_million_yen" else text


def _printed(project: Project) -> dict[str, str]:
    """What the plan prints of the project, field by field, as ``sources`` names the fields."""
    fields = {
        "name": project.name,
        "code": project.code,
        "divisions": "".join(project.divisions),
        "divisions_open": "他" if project.divisions_open else None,
        "related_divisions": "".join(project.related_divisions),
        "content": project.content,
        "goal": project.goal,
        "note": project.note,
        "cost_million_yen": str(project.cost_million_yen) if project.cost_million_yen is not None else None,
        "account": project.account if project.account != "一般" else None,
    }
    items = {f"schedule:{year}": "".join(f"‣{item}" for item in column) for year, column in _schedule(project).items()}
    return {field: text for field, text in {**fields, **items}.items() if text}


def _schedule(project: Project) -> dict[str, tuple[str, ...]]:
    return project.schedule or {}


def assert_nothing_is_lost(plan: ParsedPlan) -> None:
    """Every character has an owner, none of them by default, and nothing had to be guessed."""
    assert plan.warnings == ()
    assert plan.coverage.lost == ()
    assert plan.coverage.share == 1.0
    assert plan.coverage.owned == plan.coverage.characters == len(squeeze(plan.document.text))
    assert "passage:unplaced" not in plan.coverage.by_owner
    assert sum(plan.coverage.by_owner.values()) == plan.coverage.characters


def assert_passages_are_the_source(plan: ParsedPlan) -> None:
    """Every passage is its own stretch of the source but for white space, within its page; ids are unique."""
    for passage in plan.passages:
        span = Span(page=passage.page, start=passage.start, end=passage.end)
        assert source_of(plan, [span]) == squeeze(passage.text) != ""
    assert len({passage.id for passage in plan.passages}) == len(plan.passages)


def assert_records_hold_every_character(plan: ParsedPlan) -> None:
    """Told from the records alone, without the ledger: what no field and no passage covers is words of the layout."""
    left = list(plan.document.text)
    spans = [span for project in plan.projects for run in project.sources.values() for span in run]
    places = [*((span.start, span.end) for span in spans), *((one.start, one.end) for one in plan.passages)]
    for start, end in places:
        left[start:end] = " " * (end - start)
    assert LAYOUT_WORDS.fullmatch(squeeze("".join(left)))
