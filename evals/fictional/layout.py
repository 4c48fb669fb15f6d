"""The blocks of a plan's pages: text around the tables, rows, the list of other costs, the cards."""

import re
from itertools import groupby
from random import Random
from typing import NamedTuple

from evals.fictional.options import Parameters
from evals.fictional.records import PlanTruth, Principle
from evals.fictional.typesetting import (
    CARD_WIDTH,
    CONTENT_WIDTHS,
    DIRECTION_WIDTH,
    DIVISION_WIDTH,
    NAME_WIDTH,
    SIDE_NAME_WIDTH,
    TEXT_WIDTH,
    Line,
    flow,
    labelled,
    lines_of,
    wrap,
)
from evals.fictional.years import printed_years, wide
from evals.from_records.truth import ProjectTruth

TABLE_HEADER = "事業名 所管課 事業内容"
COLUMN_WIDTHS = {3: 11.5, 4: 9.0}
"""Width of a year's column in the cards' schedules, by number of years."""


class Block(NamedTuple):
    """Lines that belong together. ``header`` is repeated where a page begins with them.

    ``split_from``: the first line that may be the first of the next page; 0 where the block stays whole.
    """

    lines: list[Line]
    header: str | None = None
    split_from: int = 0
    new_page: bool = False


def front_blocks(truth: PlanTruth) -> list[Block]:
    """Heading, introduction and principles, a block for each place at which a page may end."""
    intro = [Line("◆計画の推進に向けた考え方")]
    for paragraph in truth.intro:
        intro += lines_of(wrap(paragraph, TEXT_WIDTH))
    return [Block(intro), *(block for principle in truth.principles for block in _principle(principle))]


def foot(truth: PlanTruth, year_count: int) -> list[Line]:
    """The lines at the foot of the first page."""
    total = f"推計事業費（{wide(str(year_count))}ヵ年合計）：{truth.total_cost_million_yen:,} 百万円"
    return lines_of(["計画の推進に向けた考え方", f"{truth.section_number} {truth.section}", total])


def sdgs_block(truth: PlanTruth) -> Block:
    """The small table of SDGs targets, a cell for each goal, and the direction."""
    goals = [list(targets) for _, targets in groupby(truth.sdgs_targets, key=lambda target: target.split(".")[0])]
    return Block(
        [
            Line("◆SDGs のゴール・ターゲットの達成に向けた取組の方向性"),
            *labelled(["SDGs の", "ゴール・ターゲット"], flow(goals)),
            *labelled(["市としての", "取組の方向性"], wrap(truth.sdgs_direction, DIRECTION_WIDTH)),
        ]
    )


def table_blocks(random: Random, truth: PlanTruth, parameters: Parameters) -> list[Block]:
    """The rows of the table of projects, the heading with the first."""
    heading = lines_of(["◆この計画の推進に向けた考え方に対応する事業（実施事業）", TABLE_HEADER])
    rows = [_row(random, [truth.projects[index] for index in row], parameters) for row in truth.rows]
    return [Block([*heading, *rows[0].lines]), *rows[1:]]


def cost_items_block(random: Random, truth: PlanTruth) -> Block:
    """What else the total includes: four items to a line, a long one on its own."""
    short = [item for item in truth.cost_items if len(item) <= 12]
    long = [item for item in truth.cost_items if len(item) > 12]
    rows = [" ".join(short[start : start + 4]) for start in range(0, len(short), 4)]
    head = f"※ 「{truth.section}」には、実施事業に加え、下記の経費が含まれます。"
    return Block(lines_of([head, *rows, *long]), new_page=random.random() < 0.7)


def card_blocks(random: Random, truth: PlanTruth, parameters: Parameters) -> list[Block]:
    """The priority projects' cards, the heading with the first; no blocks where there are none."""
    cards = [_card(random, project, parameters) for project in truth.priorities]
    return [Block([*([Line("◆重点事業")] if not index else []), *card]) for index, card in enumerate(cards)]


def _principle(principle: Principle) -> list[Block]:
    title = Line(f"{principle.mark} {principle.title}")
    if not principle.branches:
        return [Block([title, *lines_of(wrap(principle.text, TEXT_WIDTH))])]
    branches = [
        lines_of(wrap(f"{mark} {text}", TEXT_WIDTH)) for mark, text in zip("⑴⑵⑶", principle.branches, strict=False)
    ]
    return [Block([title, *branches[0]]), *(Block(branch) for branch in branches[1:])]


def _row(random: Random, projects: list[ProjectTruth], parameters: Parameters) -> Block:
    first = projects[0]
    side = [Line(character, close=index > 0) for index, character in enumerate(first.account)]
    special = first.account != "一般"
    content_lines = _content(first.content, random.choices(CONTENT_WIDTHS, weights=(4, 1))[0])
    cells = [_names(projects, special, parameters), _divisions(projects), content_lines]
    lines = [*(side if special else []), *lines_of(flow(cells))]
    return Block(lines, header=TABLE_HEADER, split_from=len(lines) - len(content_lines) + 1)


def _names(projects: list[ProjectTruth], special: bool, parameters: Parameters) -> list[str]:
    if len(projects) > 1:
        return [project.name for project in projects]
    code = [f"{parameters.table_code_label}{projects[0].code}"] if projects[0].code else []
    return [*code, *wrap(projects[0].name, SIDE_NAME_WIDTH if special else NAME_WIDTH)]


def _divisions(projects: list[ProjectTruth]) -> list[str]:
    names = [name for project in projects for name in project.divisions]
    lines = [line for name in names for line in wrap(name, DIVISION_WIDTH)]
    return [*lines, *(["他"] if projects[0].divisions_open else [])]


def _content(content: str, limit: float) -> list[str]:
    """The content's lines; a remark about the period at its end stands on a line of its own."""
    text, *remark = re.split(r"(?=（※[^（）]*）$)", content)
    return [*wrap(text, limit), *remark]


def _card(random: Random, project: ProjectTruth, parameters: Parameters) -> list[Line]:
    code = str(project.code)
    code = wide(code).replace("-", "－") if parameters.card_code == "wide" else code
    lines = [Line(f"事 業 C D {code} 事 業 名 {project.name}")]
    lines += labelled(["所 管 課"], wrap("、".join(project.divisions), CARD_WIDTH))
    if project.related_divisions:
        lines += labelled(["関 連 課"], wrap("、".join(project.related_divisions), CARD_WIDTH))
    for label, text in (("事業目標", project.goal), ("事業内容", project.content), ("特記事項", project.note)):
        lines += labelled([label], wrap(text, CARD_WIDTH)) if text else []
    lines += lines_of(["事業工程", " ".join([*printed_years(parameters), "推計事業費"])])
    return [*lines, *lines_of(flow(_schedule_cells(random, project, parameters)))]


def _schedule_cells(random: Random, project: ProjectTruth, parameters: Parameters) -> list[list[str]]:
    limit = COLUMN_WIDTHS[parameters.year_count]
    columns = [
        [line for item in items for line in _item(random, f"‣{item}", limit)]
        for items in (project.schedule or {}).values()
    ]
    return [*columns, [f"{project.cost_million_yen:,} 百万円"]]


def _item(random: Random, text: str, limit: float) -> list[str]:
    """An item's lines; one that is half a character too wide is squeezed onto one line as often as not."""
    return [text] if len(wrap(text, limit + 0.5)) == 1 and random.random() < 0.5 else wrap(text, limit)
