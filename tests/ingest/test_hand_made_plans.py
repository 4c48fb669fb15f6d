"""Small plans written out by hand: one peculiarity of the layout each."""

import pytest

from ingest.plan import ParsedPlan
from tests.ingest.reading import (
    assert_nothing_is_lost,
    assert_passages_are_the_source,
    assert_sources_spell_the_fields,
    read,
    table,
)

NEXT_ROW = "河川事業 河川課 川を直します。"
CARD = (
    "事 業 C D １－３－２ 事 業 名 道路事業", "所 管 課 道路課", "事業目標 安全な道路にします。",
    "事業内容 道路を直します。", "事業工程", "令和８年度 令和９年度 推計事業費", "‣設計", "‣工事", "1,234 百万円",
)  # fmt: skip


def card(*replaced: tuple[str, str]) -> str:
    """The card, some of its text replaced; its lines have a blank line between them."""
    text = "\n\n".join(CARD)
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    return text


ONE, BOTH = ("財政課",), ("財政課", "企画課")
ROWS = {
    "two divisions below each other": ("道路事業 財政課\n\n企画課\n\n道路を直します。", BOTH, False),
    "two divisions with a mark, below each other": ("道路事業 財政課、\n\n企画課\n\n道路を直します。", BOTH, False),
    "two divisions on the name's line": ("道路事業 財政課、企画課\n\n道路を直します。", BOTH, False),
    "two divisions on the content's line": ("道路事業 財政課、企画課 道路を直します。", BOTH, False),
    "others behind a space": ("道路事業 財政課 他 道路を直します。", ONE, True),
    "others close by": ("道路事業 財政課他 道路を直します。", ONE, True),
    "others of two letters": ("道路事業 財政課ほか 道路を直します。", ONE, True),
    "others below": ("道路事業 財政課\n\n他\n\n道路を直します。", ONE, True),
    "others behind two": ("道路事業 財政課、企画課 ほか 道路を直します。", BOTH, True),
    "wrapped name": ("道\n\n路事業\n\n財政課 道路を直します。", ONE, False),
    "wrapped name, two divisions": ("道\n\n路事業\n\n財政課、\n\n企画課\n\n道路を直します。", BOTH, False),
}


@pytest.mark.parametrize(("row", "divisions", "others"), ROWS.values(), ids=ROWS)
def test_a_row_is_read_however_its_cells_are_printed(row: str, divisions: tuple[str, ...], others: bool) -> None:
    plan = table(row, NEXT_ROW)
    assert [project.name for project in plan.projects] == ["道路事業", "河川事業"]
    assert [project.content for project in plan.projects] == ["道路を直します。", "川を直します。"]
    assert (plan.projects[0].divisions, plan.projects[0].divisions_open) == (divisions, others)
    assert plan.projects[1].divisions == ("河川課",)
    assert_nothing_is_lost(plan)


def test_a_side_heading_holds_for_every_row_below_it() -> None:
    plan = table(
        NEXT_ROW, "特\n別\n会\n計", "用地先行\n\n取得事業\n\n財政課 用地を買います。", "墓園事業 墓園課 墓園です。"
    )
    assert [project.account for project in plan.projects] == ["一般", "特別会計", "特別会計"]
    for project in plan.projects[1:]:
        assert [plan.document.text[s.start : s.end] for s in project.sources["account"]] == ["特\n別\n会\n計"]


def test_a_side_heading_stands_before_a_name_of_one_line_too_and_again_before_the_next_row() -> None:
    heading = "特\n別\n会\n計"
    plan = table(NEXT_ROW, heading, "墓園事業 墓園課 墓園です。", heading, "駐車場\n\n事業\n\n財政課 車を置けます。")
    assert [project.name for project in plan.projects] == ["河川事業", "墓園事業", "駐車場事業"]
    assert [project.account for project in plan.projects] == ["一般", "特別会計", "特別会計"]
    assert plan.projects[0].content == "川を直します。"
    assert_nothing_is_lost(plan)


def test_a_code_before_a_name_is_the_projects_code() -> None:
    plan = table("事業CD：１−３−２\n\n道路事業\n\n道路課 道路を直します。", NEXT_ROW)
    assert [(project.name, project.code) for project in plan.projects] == [("道路事業", "1-3-2"), ("河川事業", None)]
    assert_nothing_is_lost(plan)


def test_several_projects_of_a_row_have_the_division_beside_each() -> None:
    names, divisions = "東支所管理事務\n\n西支所管理事務", "東支所\n\n西支所"
    plan = table(NEXT_ROW, f"{names}\n\n{divisions}\n\n届出を受けます。")
    shared = plan.projects[1:]
    assert [(one.name, one.divisions) for one in shared] == [
        ("東支所管理事務", ("東支所",)),
        ("西支所管理事務", ("西支所",)),
    ]
    assert {one.content for one in shared} == {"届出を受けます。"}
    assert_nothing_is_lost(plan)


@pytest.mark.parametrize("breaking", ["\n\f", "\n "], ids=["form feed", "space"])
def test_a_row_over_a_page_break_is_one_project_with_a_place_on_each_page(breaking: str) -> None:
    header = "事業名 所管課 事業内容\n\n"
    before, after = "道路事業 道路課 道路の舗装と橋りょうの点検を計画", f"的に進めます。\n\n{NEXT_ROW}\n"
    plan = read(f"{breaking[1:]}{header}{before}{breaking}{header}{after}")
    road = plan.projects[0]
    assert road.content == "道路の舗装と橋りょうの点検を計画的に進めます。"
    assert [span.page for span in road.sources["content"]] == [1, 2]
    assert [passage.page for passage in plan.passages if passage.title == "道路事業"] == [1, 2]
    assert_passages_are_the_source(plan)
    assert_sources_spell_the_fields(plan, road)
    assert_nothing_is_lost(plan)


def test_page_numbers_are_furniture() -> None:
    header = "事業名 所管課 事業内容\n\n"
    plan = read(f"{header}{NEXT_ROW}\n\n- 12 -\n\f{header}道路事業 道路課 道路です。\n\n13\n\f")
    assert [project.content for project in plan.projects] == ["川を直します。", "道路です。"]
    assert plan.coverage.by_owner["furniture:running_heading"] == len("-12-13")
    assert_nothing_is_lost(plan)


def test_a_card_without_a_row_is_a_project_with_all_its_places() -> None:
    plan = read(card(("所 管 課 道路課", "所 管 課 道路課、橋りょう課 他")))
    (road,) = plan.projects
    assert (road.code, road.name, road.content) == ("1-3-2", "道路事業", "道路を直します。")
    assert (road.divisions, road.divisions_open) == (("道路課", "橋りょう課"), True)
    assert (road.schedule, road.cost_million_yen) == ({"令和8年度": ("設計",), "令和9年度": ("工事",)}, 1234)
    assert [passage.field for passage in plan.passages if passage.project_ids] == [
        "content", "goal", "schedule:令和8年度", "schedule:令和9年度",
    ]  # fmt: skip
    assert plan.document.text[slice(*_place(plan, "content"))] == "道路を直します。"
    assert_nothing_is_lost(plan)


def _place(plan: ParsedPlan, field: str) -> tuple[int, int]:
    (span,) = plan.projects[0].sources[field]
    return span.start, span.end


def with_row(*replaced: tuple[str, str]) -> ParsedPlan:
    return read(f"事業名 所管課 事業内容\n\n道路事業 道路課 道路を直します。\n\n◆重点事業\n\n{card(*replaced)}\n")


def test_a_card_without_a_printed_code_in_its_row_is_found_by_name() -> None:
    plan = with_row()
    (road,) = plan.projects
    assert (road.code, road.priority, road.section) == ("1-3-2", True, "実施事業")
    assert [passage.text for passage in plan.passages if passage.field == "content"] == ["道路を直します。"]
    assert_sources_spell_the_fields(plan, road)
    assert_nothing_is_lost(plan)


def test_a_card_that_words_the_content_otherwise_is_told_and_kept() -> None:
    plan = with_row(("事業内容 道路を直します。", "事業内容 道路と橋を直します。"))
    assert plan.warnings == ("道路事業: 表の事業内容とカードの事業内容が違います。",)
    assert plan.projects[0].content == "道路を直します。"
    content = [passage.text for passage in plan.passages if passage.field == "content"]
    assert content == ["道路を直します。", "道路と橋を直します。"]
    assert_passages_are_the_source(plan)


def test_a_card_that_names_another_division_is_told() -> None:
    plan = with_row(("所 管 課 道路課", "所 管 課 橋りょう課"))
    assert plan.warnings == ("道路事業: 表の所管課とカードの所管課が違います（道路課／橋りょう課）。",)
    assert plan.projects[0].divisions == ("道路課",)


def test_two_cards_with_one_code_stay_two_projects() -> None:
    plan = read(f"{card()}\n\n{card(('道路事業', '河川事業'), ('道路を', '川を'))}\n")
    assert [(one.code, one.name, one.content) for one in plan.projects] == [
        ("1-3-2", "道路事業", "道路を直します。"),
        ("1-3-2", "河川事業", "川を直します。"),
    ]
    assert_nothing_is_lost(plan)


def test_a_dash_for_the_cost_is_no_cost() -> None:
    assert read(card(("1,234 百万円", "－ 百万円"))).projects[0].cost_million_yen is None


def test_a_part_named_first_does_not_take_the_text_after_it() -> None:
    plan = read(f"（２） 行財政運営\n\n市の仕事を見直します。\n\n事業名 所管課 事業内容\n\n{NEXT_ROW}\n")
    assert [(passage.field, passage.text) for passage in plan.passages[:2]] == [
        ("part", "（２） 行財政運営"), ("text", "市の仕事を見直します。"),
    ]  # fmt: skip
    assert plan.document.title == "実施計画「行財政運営」"
    assert_nothing_is_lost(plan)


def test_the_period_is_told_by_the_schedules_where_the_manifest_is_silent() -> None:
    assert read(card()).document.period == "令和8年度～令和9年度"


def test_a_row_without_a_division_is_told() -> None:
    plan = read(card(("所 管 課 道路課\n\n", "")))
    assert plan.warnings == ("道路事業: 所管課を読み取れませんでした。",)


@pytest.mark.parametrize(
    "text", ["", "\n \n\f", "市民の皆さまへ\n\n今日はよい天気です。\n"], ids=["empty", "blank", "a letter"]
)
def test_a_text_without_a_plan_has_no_projects_and_still_loses_nothing(text: str) -> None:
    plan = read(text)
    assert plan.projects == ()
    assert_nothing_is_lost(plan)
    assert_passages_are_the_source(plan)
