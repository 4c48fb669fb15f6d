import re
import unicodedata
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings

from evals.fictional import FictionalPlan, PlanOptions, PlanTruth, ProjectTruth, generate, tells_years
from evals.fictional.layout import TABLE_HEADER
from evals.fictional.typesetting import NAME_WIDTH, SIDE_NAME_WIDTH, wrap
from tests.ingest.strategies import plans

# Not a unit test: whole cities are drawn.
pytestmark = pytest.mark.slow

REAL_TEXT = (Path(__file__).parents[2] / "corpus" / "kamakura-gyozaisei" / "plan.txt").read_text(encoding="utf-8")
REAL_PARAMETERS = PlanOptions(
    form_feed=False,
    row_over_page=False,
    principle_over_page=False,
    lines_per_page=50,
    code_prefix=(0, 2, 1),
    first_code=1,
    table_code_label="事業CD:",
    card_code="wide",
    first_year=5,
    year_count=3,
    wide_years=False,
    project_count=48,
    priority_count=5,
    groups=(4,),
    special_rows=1,
    open_rows=0,
    period_remarks=1,
    long_divisions=0,
    missing_labels=False,
    single_item_columns=False,
)
FEATURES = {
    "first page begins with a space": r"\A ◆計画の推進に向けた考え方\n\n",
    "last page ends with a line of one space": r"百万円\n \Z",
    "principle": r"\n\n① \S+\n\n",
    "branch": r"\n\n⑴ \S+",
    "foot of the first page": r"計画の推進に向けた考え方\n\n（.） \S+\n\n推計事業費（３ヵ年合計）：[\d,]+ 百万円\n ",
    "label of two lines": r"\n\nSDGs の\n\nゴール・ターゲット\n",
    "first table header": r"（実施事業）\n\n事業名 所管課 事業内容\n\n",
    "table header at the start of a page": r"[^\n]\n 事業名 所管課 事業内容\n\n",
    "short row on one line": r"\n\S+事[業務] \S+ \S+。\n",
    "wrapped name": r"\n\n\S{8}\n\n\S{1,8}\n\n\S+課 \S+",
    "code before a name": r"\n\n事業CD:0-2-1-1\n\n",
    "two divisions": r"\n\n\S+事[業務] \S+[課室所局]\n\n\S+[課室所局]\n\n\S{15,}",
    "several projects and divisions": r"(?:\n\n\S+(?:事務|事業)){4}(?:\n\n\S+){4}\n\n\S+",
    "vertical heading": r"\n\n特\n別\n会\n計\n\n",
    "remark on its own line": r"。\n\n（※[^\n]*令和[^\n]*）\n",
    "other costs": r"※ 「\S+」には、実施事業に加え、下記の経費が含まれます。\n\n\S+ \S+",
    "card's first line": r"\n ?事 業 C D ０－２－１－１ 事 業 名 \S+\n\n所 管 課 \S+\n\n",
    "related divisions": r"\n\n関 連 課 \S+\n\n",
    "value beside its label": r"\n\n事業(?:目標|内容) \S+",
    "value of two lines close to its label": r"\n\n事業(?:目標|内容)\n[^\n]+\n\n[^\n]+。\n",
    "longer value after a blank line": r"\n\n事業(?:目標|内容)\n\n[^\n]+\n\n[^\n]+\n\n",
    "note": r"\n\n特記事項 「\S+」につながる事業\n\n事業工程\n\n",
    "years and cost": r"\n\n令和５年度 令和６年度 令和７年度 推計事業費\n\n‣",
    "cost": r"\n\n[\d,]+ 百万円\n",
}
REAL_CELLS = {
    "name": (NAME_WIDTH, ["ふるさと寄附金推", "進事業"]),
    "name with figures": (NAME_WIDTH, ["東京2020オリンピ", "ック・パラリンピッ", "ク推進事業"]),
    "name squeezed onto a line": (NAME_WIDTH, ["戸籍・住基一般事務"]),
    "name beside a vertical heading": (SIDE_NAME_WIDTH, ["公共用地先行", "取得事業"]),
    "mark not at the start of a line": (
        23,
        ["とともに、電子入札システムの全面的な活用によ", "り、市及び登録業者の利便性の向上を図ります。"],
    ),
    "Latin letters": (
        24,
        [
            "行財政改革を推進し、行政経営の適正化を図ります。",
            "また、ICTを活用し、業務の効率化と行政サービスの",
            "向上を図ります。",
        ],
    ),
    "bracket not at the end of a line": (11.5, ["‣公共建築物の保温材等", "（レベル２）のアスベス", "ト含有調査"]),
    "Latin word tied to what follows": (11.5, ["‣ICT ツールの活用など", "による事務事業の効率化", "の促進"]),
}


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def row_run(truth: PlanTruth, row: tuple[int, ...]) -> str:
    projects = [truth.projects[index] for index in row]
    first = projects[0]
    side = "" if first.account == "一般" else first.account
    code = f"事業CD:{first.code}" if first.code else ""
    names = "".join(project.name for project in projects)
    divisions = "".join(chain.from_iterable(project.divisions for project in projects))
    return side + code + names + divisions + ("他" if first.divisions_open else "") + first.content


def card_run(project: ProjectTruth) -> str:
    assert project.schedule is not None
    fields = (
        ("関連課", "、".join(project.related_divisions)),
        ("事業目標", project.goal),
        ("事業内容", project.content),
        ("特記事項", project.note),
    )
    labelled = "".join(f"{label}{value}" for label, value in fields if value)
    items = "".join(f"‣{item}" for column in project.schedule.values() for item in column)
    head = f"事業CD{project.code}事業名{project.name}所管課{'、'.join(project.divisions)}"
    years = "".join(project.schedule)
    return f"{head}{labelled}事業工程{years}推計事業費{items}{project.cost_million_yen:,}百万円"


def whole_run(truth: PlanTruth) -> str:
    """Every character that the text should hold, in its order, but for the foot and the repeated table headers."""
    principles = "".join(
        f"{one.mark}{one.title}{one.text}" + "".join(map("".join, zip("⑴⑵⑶", one.branches, strict=False)))
        for one in truth.principles
    )
    targets = "SDGsのゴール・ターゲットの達成に向けた取組の方向性SDGsのゴール・ターゲット" + "".join(truth.sdgs_targets)
    table = "".join(row_run(truth, row) for row in truth.rows)
    costs = f"※「{truth.section}」には、実施事業に加え、下記の経費が含まれます。" + "".join(truth.cost_items)
    cards = "".join(card_run(project) for project in truth.priorities)
    return (
        f"◆計画の推進に向けた考え方{''.join(truth.intro)}{principles}◆{targets}市としての取組の方向性{truth.sdgs_direction}"
        f"◆この計画の推進に向けた考え方に対応する事業（実施事業）{table}{costs}{'◆重点事業' if cards else ''}{cards}"
    )


def without_furniture(plan: FictionalPlan) -> str:
    truth = plan.truth
    total = f"推計事業費（{len(truth.years)}ヵ年合計）：{truth.total_cost_million_yen:,}百万円"
    foot = squeezed(f"計画の推進に向けた考え方{truth.section_number}{truth.section}{total}")
    text = squeezed(plan.text)
    assert text.count(foot) == 1
    return text.replace(foot, "").replace(squeezed(TABLE_HEADER), "")


@given(plans())
@settings(max_examples=60, deadline=None)
def test_the_text_holds_exactly_what_its_truth_says_in_layout_order(plan: FictionalPlan) -> None:
    assert without_furniture(plan) == squeezed(whole_run(plan.truth))


@given(plans(max_plain=5))
@settings(max_examples=20, deadline=None)
def test_names_divisions_and_codes_are_distinct(plan: FictionalPlan) -> None:
    truth = plan.truth
    codes = [project.code for project in truth.projects if project.code]
    assert len({project.name for project in truth.projects}) == len(truth.projects)
    assert len(set(codes)) == len(codes) == len(truth.priorities)
    assert all(len(set(project.divisions)) == len(project.divisions) >= 1 for project in truth.projects)


@pytest.mark.parametrize("seed", range(5))
def test_the_same_seed_makes_the_same_plan(seed: int) -> None:
    first, second = generate(seed), generate(seed)
    assert first == second


def test_seeds_draw_different_cities_sizes_and_layouts() -> None:
    drawn = [generate(seed) for seed in range(30)]
    assert len({plan.truth.city for plan in drawn}) > 15
    assert len({plan.truth.period for plan in drawn}) > 8
    assert len({len(plan.truth.projects) for plan in drawn}) > 15
    assert {"\f" in plan.text for plan in drawn} == {True, False}
    assert all(10 <= len(plan.truth.projects) <= 90 for plan in drawn)
    assert all(2 <= len(plan.truth.priorities) <= 9 for plan in drawn)


@pytest.mark.parametrize("feature", FEATURES.values(), ids=FEATURES)
def test_a_plan_with_the_real_parameters_has_the_real_layout(feature: str) -> None:
    assert re.search(feature, REAL_TEXT)
    assert any(re.search(feature, generate(seed, options=REAL_PARAMETERS).text) for seed in range(4))


@pytest.mark.parametrize(("limit", "lines"), REAL_CELLS.values(), ids=REAL_CELLS)
def test_cells_are_wrapped_as_in_the_real_plan(limit: float, lines: list[str]) -> None:
    assert "\n\n".join(lines) in REAL_TEXT
    assert wrap("".join(lines), limit) == lines


@pytest.mark.parametrize("form_feed", [True, False], ids=["form feed", "space"])
def test_each_page_can_be_told_from_the_text(form_feed: bool) -> None:
    plan = generate(3, options=PlanOptions(form_feed=form_feed, project_count=60))
    breaks = plan.text.count("\f") if form_feed else len(re.findall(r"(?m)^ (?=.)", plan.text))
    assert breaks == plan.pages > 3


def test_a_row_runs_over_the_page_under_a_repeated_header() -> None:
    options = PlanOptions(row_over_page=True, form_feed=False, project_count=60, lines_per_page=40)
    texts = [generate(seed, options=options).text for seed in range(3)]
    assert any(re.search(rf"[^。）\n]\n {TABLE_HEADER}\n\n", text) for text in texts)


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ([[1, 2], [1, 2], [1, 2]], True),
        ([[1, 2, 3, 4], [2, 3, 4], [2, 3, 4]], True),
        ([[1, 2, 3], [2, 3], [4, 3]], True),
        ([[1, 2], [3], [1]], False),
        ([[1], [2, 3], [4]], False),
        ([[1, 2], [], [1, 2]], False),
    ],
    ids=["2/2/2", "4/3/3", "3/2/2", "uneven", "nothing recurs", "empty year"],
)
def test_years_are_told_only_where_one_most_even_split_repeats_no_theme(columns: list[list[int]], told: bool) -> None:
    assert tells_years(columns) is told


def test_options_that_leave_too_few_rows_are_refused() -> None:
    with pytest.raises(ValueError, match="too few plain rows"):
        generate(1, options=PlanOptions(project_count=3, priority_count=5, groups=(), special_rows=0))
